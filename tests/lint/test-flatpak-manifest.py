#!/usr/bin/env python3
"""What Flathub's linter asks of a manifest and of what it exports, as far as that is
known without its services; flatpak/README.md lists the rules.

Usage: test-flatpak-manifest.py SOURCE-FOLDER

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

sys.dont_write_bytecode = True  # the sources stay as they are

from tap import Tap

SITE = "https://example.org/tongbi"
# Of those that a manifest may have, what we have; each other one would want a reason.
PROPERTIES = {"id", "runtime", "runtime-version", "sdk", "command", "separate-locales", "finish-args", "cleanup", "modules"}
DEVEL_PROPERTIES = PROPERTIES | {"tags", "desktop-file-name-suffix"}
FINISH_ARGS = ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SHADOW = 30  # pixels of it around a window
# Categories that say nothing of what a program is for.
EMPTY_CATEGORIES = {"GTK", "Qt", "KDE", "GNOME", "Motif", "Java", "Application", "XFCE", "DDE"}


def refuse_twice(pairs):
    assert len(pairs) == len(dict(pairs)), [key for key, _ in pairs]
    return dict(pairs)


def load(path):
    """Strictly: no comments, no key twice."""
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=refuse_twice)


def is_good_id(application):
    parts = application.split(".")
    return 3 <= len(parts) <= 5 and len(application) <= 255 and all(re.fullmatch(r"[A-Za-z_][\w-]*", p) for p in parts) \
        and parts[-1] != "desktop" and parts[1].lower() not in ("github", "gitlab", "codeberg")


def is_pinned(source):
    """Archives by a checksum, from where it cannot be changed on the way; no moving branch."""
    if source["type"] == "dir":
        return set(source) == {"type", "path", "skip"} and ".git" in source["skip"]
    return source["type"] == "archive" and source["url"].startswith("https://") \
        and re.fullmatch("[0-9a-f]{64}", source["sha256"]) is not None and not {"md5", "sha1", "branch"} & set(source)


def check_manifest(name, folder, check):
    manifest = load(os.path.join(folder, name))
    told = manifest["id"]
    devel = told.endswith(".Devel")
    check(f"{name}: an id by the rules, and that of the file", is_good_id(told) and name == told + ".json")
    check(f"{name}: properties are known ones", set(manifest) == (DEVEL_PROPERTIES if devel else PROPERTIES))
    check(f"{name}: GNOME's runtime, with a version, and the SDK that belongs to it",
          (manifest["runtime"], manifest["sdk"]) == ("org.gnome.Platform", "org.gnome.Sdk")
          and re.fullmatch("[0-9]+", manifest["runtime-version"]) is not None)
    check(f"{name}: the command is a name and no path", manifest["command"] == "tongbi")
    check(f"{name}: permissions are the few that a window needs", manifest["finish-args"] == FINISH_ARGS)
    check(f"{name}: debug information stays", not any("/lib/debug" in path for path in manifest["cleanup"]))
    modules = manifest["modules"]
    check(f"{name}: all of it stands in one file", all(isinstance(module, dict) for module in modules))
    for module in modules:
        check(f"{name}: {module['name']}: pinned", all(is_pinned(source) for source in module["sources"]))
        check(f"{name}: {module['name']}: no network while it is built, a release build",
              "build-options" not in module and "-DCMAKE_BUILD_TYPE=Debug" not in module.get("config-opts", []))
        check(f"{name}: {module['name']}: its licence comes with it", any(
            command.startswith("install -Dm0644 ../") and command.endswith(f"/share/licenses/${{FLATPAK_ID}}/{module['name']}")
            for command in module["post-install"]))
    check(f"{name}: the program comes last", [m["name"] for m in modules][-1] == "tongbi")
    return manifest, modules


def check_same(release, devel, check):
    """The development version is built as a release is."""
    (ours, our_modules), (theirs, their_modules) = release, devel
    differing = {key for key in DEVEL_PROPERTIES - {"tags", "desktop-file-name-suffix"} if ours[key] != theirs[key]}
    check("the development version differs in its id", differing <= {"id", "modules"})
    their_modules[-1]["config-opts"] = [o for o in their_modules[-1]["config-opts"] if o != "-Dprofile=development"]
    check("and in its profile", our_modules == their_modules)


def fill(path, application):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, value in (("application_id", application), ("site", SITE), ("published_begin", ""), ("published_end", "")):
        text = text.replace(f"@{name}@", value)
    assert "@" not in re.sub(r"@\d*x", "", text), text
    return text


def get_size(picture):
    with open(picture, "rb") as file:
        return struct.unpack(">II", file.read(24)[16:])


def check_pictures(component, source, check):
    """Of a window of 1000 × 700 at most with its shadow, in the languages of the program."""
    shots = component.findall("screenshots/screenshot")
    check("there are three pictures or more, the first one is told", 3 <= len(shots) <= 10 and
          [s.get("type") for s in shots] == ["default"] + [None] * (len(shots) - 1))
    check("each with words of one sentence, without a full stop",
          all(s.findtext("caption") and not s.findtext("caption").endswith(".") for s in shots))
    check("each in English and Chinese", all([i.get(LANGUAGE) for i in s.findall("image")] == [None, "zh_CN"] for s in shots))
    for image in component.findall("screenshots/screenshot/image"):
        path = os.path.join(source, image.text.removeprefix(SITE + "/"))
        width, height = get_size(path)
        check(f"{os.path.basename(path)} is a PNG of that size, not too wide or narrow", path.endswith(".png")
              and (width, height) == (int(image.get("width")), int(image.get("height")))
              and 620 <= width <= 1000 + 2 * SHADOW and height <= 700 + 2 * SHADOW)


def read_version(source, name, pattern):
    """The first that is told there."""
    with open(os.path.join(source, name), encoding="utf-8") as file:
        return re.search(pattern, file.read(), re.M).group(1)


def check_metainfo(source, application, check):
    """As it is once there is an address."""
    text = fill(os.path.join(source, "data", "org.tongbi.Tongbi.metainfo.xml.in.in"), application)
    component = ElementTree.fromstring(text)
    check("metainfo: a desktop application of that id, started by its desktop file", component.get("type") == "desktop-application"
          and component.findtext("id") == application and component.findtext("launchable") == application + ".desktop")
    for what in ("name", "summary", "project_license", "metadata_license", "developer/name", "url[@type='homepage']",
                 "releases/release/description", "branding/color", "content_rating", "translation"):
        check(f"metainfo: has {what}", component.find(what) is not None)
    check("metainfo: the developer has an id", component.find("developer").get("id") is not None)
    check("metainfo: name and summary are short, with no full stop",
          len(component.findtext("name")) <= 15 and len(component.findtext("summary")) <= 35
          and not component.findtext("summary").endswith("."))
    check("metainfo: releases have dates and are no drafts", all(
        r.get("date") and not re.search("alpha|beta|rc|pre|dev", r.get("version")) for r in component.findall("releases/release")))
    check("metainfo: its first release is the version that is built, and that of the news",
          component.find("releases/release").get("version") == read_version(source, "meson.build", r"version: '([\d.]+)'")
          == read_version(source, "NEWS.md", r"^## ([\d.]+)"))
    check_pictures(component, source, check)
    if shutil.which("appstreamcli") is not None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, application + ".metainfo.xml")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            told = subprocess.run(["appstreamcli", "validate", "--no-net", "--strict", "--no-color", path], capture_output=True,
                                  text=True, env=dict(os.environ, LC_ALL="C"))
        check("metainfo: AppStream finds nothing against it", told.returncode == 0)
        if told.returncode != 0:
            print("# " + told.stdout.replace("\n", "\n# "))


def check_desktop(source, application, check):
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read_string(fill(os.path.join(source, "data", "org.tongbi.Tongbi.desktop.in.in"), application))
    main = entry["Desktop Entry"]
    check("desktop file: its icon is the program's", main["Icon"] == application)
    check("desktop file: it is shown, and starts the program itself", "NoDisplay" not in main and "Hidden" not in main
          and main["Exec"] == "tongbi %U")
    check("desktop file: categories say what it is for", bool(set(main["Categories"].strip(";").split(";")) - EMPTY_CATEGORIES))


def check_icon(path, size, check):
    drawing = ElementTree.parse(path).getroot()
    name = os.path.basename(path)
    check(f"{name}: drawn for {size} pixels", drawing.get("viewBox") == f"0 0 {size} {size}")
    check(f"{name}: no picture or font from elsewhere", not any(
        element.tag.endswith(("}image", "}text")) for element in drawing.iter()))
    return [(element.tag, element.attrib) for element in drawing.iter() if element.tag.endswith(("}rect", "}path"))]


def check_icons(source, check):
    """Scalable and drawn for 128 pixels; the symbolic one for 16. The development version's is told from the release's."""
    folder = os.path.join(source, "data", "icons", "hicolor")
    check_icon(os.path.join(folder, "symbolic", "apps", "org.tongbi.Tongbi-symbolic.svg"), 16, check)
    release, devel = (check_icon(os.path.join(folder, "scalable", "apps", name + ".svg"), 128, check)
                      for name in ("org.tongbi.Tongbi", "org.tongbi.Tongbi.Devel"))
    check("the development version has something on its icon that the release has not", any(part not in release for part in devel))


def main():
    source, = sys.argv[1:]
    folder = os.path.join(source, "flatpak")
    tap = Tap()
    check = tap.result

    release = check_manifest("org.tongbi.Tongbi.json", folder, check)
    check_same(release, check_manifest("org.tongbi.Tongbi.Devel.json", folder, check), check)
    check_metainfo(source, "org.tongbi.Tongbi", check)
    check_desktop(source, "org.tongbi.Tongbi", check)
    check_icons(source, check)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
