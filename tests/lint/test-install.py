#!/usr/bin/env python3
"""Installs the build into an empty folder and uses what lies there.

Usage: test-install.py MESON BUILD-FOLDER PREFIX APPLICATION-ID WITH-APP

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

sys.dont_write_bytecode = True  # the sources stay as they are

from tap import Tap

CORE = [
    "bin/tongbi-cli",
    "share/tongbi/samples/digital-qingdao.tongbi.json",
    "share/tongbi/schemas/dataset-1.schema.json",
    "share/tongbi/schemas/chart-1.schema.json",
    "share/man/man1/tongbi-cli.1",
    "share/locale/zh_CN/LC_MESSAGES/tongbi.mo",
]
APP = [
    "bin/tongbi",
    "share/applications/{id}.desktop",
    "share/dbus-1/services/{id}.service",
    "share/glib-2.0/schemas/{id}.gschema.xml",
    "share/icons/hicolor/scalable/apps/{id}.svg",
    "share/icons/hicolor/symbolic/apps/{id}-symbolic.svg",
    "share/metainfo/{id}.metainfo.xml",
    "share/mime/packages/{id}.xml",
]


# What a file manager opens with us, and that its own name decides, not ".json".
TYPES = {
    "a.tongbi.json": "application/vnd.tongbi.dataset+json",
    "a.tongbi-chart.json": "application/vnd.tongbi.chart+json",
    "a.tongbi": "application/vnd.tongbi.dataset+json",
    "a.tongbi-chart": "application/vnd.tongbi.chart+json",
    "a.json": "application/json",
}


def check_types(installed, check):
    share = os.path.join(installed, "share")
    subprocess.run(["update-mime-database", os.path.join(share, "mime")], check=True, stdout=sys.stderr)
    environment = dict(os.environ, XDG_DATA_HOME=share, GIO_USE_VFS="local", LC_ALL="C")
    for name, expected in TYPES.items():
        path = os.path.join(installed, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("{}")
        told = subprocess.run(["gio", "info", "-a", "standard::content-type", path], env=environment,
                              capture_output=True, text=True).stdout
        check(f"{name} is {expected}", told.split()[-1:] == [expected])


def check_metainfo(path, check):
    """In the words for languages that software centres compare with the user's."""
    languages = {element.get("{http://www.w3.org/XML/1998/namespace}lang") for element in ElementTree.parse(path).iter()}
    check("the metainfo is in English and Chinese", languages == {None, "zh_CN"})


def main():
    meson, build, prefix, application_id, with_app = sys.argv[1:]
    tap = Tap()
    check = tap.result

    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([meson, "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder],
                       check=True, stdout=sys.stderr)
        installed = folder + prefix
        for path in CORE + (APP if with_app == "true" else []):
            path = path.format(id=application_id)
            check(path, os.path.exists(os.path.join(installed, path)))

        if with_app == "true":
            check_types(installed, check)
            check_metainfo(os.path.join(installed, "share/metainfo", application_id + ".metainfo.xml"), check)

        cli = os.path.join(installed, "bin/tongbi-cli")
        version = subprocess.run([cli, "--version"], capture_output=True, text=True)
        check("the installed tongbi-cli says its version", version.returncode == 0 and "tongbi-cli" in version.stdout)
        sample = os.path.join(installed, "share/tongbi/samples/digital-qingdao.tongbi.json")
        info = subprocess.run([cli, "info", "--json", sample], capture_output=True, text=True)
        check("it reads the installed sample", info.returncode == 0 and json.loads(info.stdout)["observations"] == 390)
        linked = subprocess.run(["ldd", cli], capture_output=True, text=True).stdout
        check("it is linked without GTK", "libgtk" not in linked and "libglib" in linked)

    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
