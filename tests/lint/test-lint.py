#!/usr/bin/env python3
"""Checks the sources against the rules of lint_checks.py, and the rules too.

Usage: test-lint.py SOURCE-FOLDER BUILD-FOLDER

Every rule is first shown made-up sources that break it and some that do not, so
that a rule which can no longer fail is found out. The layers are also tried on
the compiler, with the very options that the build compiles each folder with.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the sources stay as they are

from lint_checks import CHECKS, HOSTS, LICENCE, MACHINE_PATHS
from tap import Tap

HEAD = f"/* A file.\n *\n * {LICENCE}\n */\n\n"
TASK = "TO" "DO"

# For each rule: trees that break it, and trees that keep it.
SAMPLES = {
    "sizes": (
        [{"src/base/a.c": "\n" * 801}, {"src/base/a.h": "\n" * 301}, {"tests/base/a.c": "\n" * 901}],
        [{"src/base/a.c": "\n" * 800, "src/base/a.h": "\n" * 300, "tests/base/a.c": "\n" * 900}]),
    "lines": (
        [{"src/base/a.c": "x" * 121}, {"tests/base/a.h": "\n" + "x" * 121}],
        [{"src/base/a.c": "x" * 120, "tests/base/a.c": "项" * 120, "tests/data/a.json": "x" * 121}]),
    "functions": (
        [{"src/base/a.c": "int\nf (void)\n{\n" + "  ;\n" * 81 + "}\n"}],
        [{"src/base/a.c": "int\nf (void)\n{\n" + "  ;\n" * 80 + "}\n\nint\ng (void)\n{\n}\n"}]),
    "licence": (
        [{"src/base/a.c": "/* A file. */\n"}, {"dev": "#!/bin/sh\n"}, {"ui/a.blp": "using Gtk 4.0;\n"},
         {"src/base/a.c": "\n" * 50 + HEAD}],
        [{"src/base/a.c": HEAD, "data/a.json": "{}", "meson.build": ""}]),
    "comments": (
        [{"src/base/a.c": "int a; // why\n"}, {"src/base/a.c": "int a; /* x */ // why\n"},
         {"src/base/a.h": "char *a = \"/*\"; // why\n"}],
        [{"src/base/a.c": 'char *a = "http://x"; /* see // there */ char b = \'"\';\nchar *c = "\\"// no";\n'}]),
    "deprecated": (
        [{"src/app/a.c": "GtkTreeView *view;"}, {"src/app/a.c": "gtk_dialog_run (x);"}, {"src/app/a.c": "GTK_TYPE_DIALOG"},
         {"src/app/a.c": "GTK_TYPE_SHORTCUTS_WINDOW"}, {"src/app/a.c": "gtk_combo_box_text_new ()"},
         {"src/app/a.c": "GtkCellRendererText *r;"}, {"src/app/a.c": "gtk_cell_renderer_text_new ()"},
         {"src/app/a.c": "adw_leaflet_new ()"}, {"src/app/a.c": "ADW_IS_ABOUT_WINDOW (x)"},
         {"src/app/a.c": "gtk_widget_show (x)"}, {"src/app/a.c": "gtk_style_context_get_color (x)"},
         {"src/app/a.c": 'gtk_widget_add_css_class (x, "dim-label");'}, {"ui/a.blp": "Dialog dialog {}"},
         {"ui/a.blp": "template $TbA: Dialog {}"}, {"ui/a.blp": "Gtk.InfoBar {}"}, {"ui/a.blp": "TreeView view {}"},
         {"ui/a.blp": "Adw.Leaflet leaflet {}"}, {"ui/a.blp": 'styles ["dim-label"]'}, {"ui/style.css": ".dim-label {}"},
         {"ui/a.ui": '<object class="GtkDialog">'}],
        [{"src/app/a.c": "AdwDialog *d; /* not a GtkDialog */ GtkTreeListModel *m; gtk_widget_set_visible (x, TRUE);"
                         " gtk_style_context_add_provider_for_display (a, b, c); GtkFileDialog *f; AdwAlertDialog *e;"
                         " gtk_file_dialog_new (); gtk_tree_list_model_new (); adw_dialog_new (); GtkColumnView *v;"
                         ' GTK_FILE_DIALOG (x); GTK_TYPE_TREE_EXPANDER; char *s = "GtkDialog"; G_LIST_STORE (x);',
          "ui/a.blp": "Adw.Dialog d {} Gio.ListStore {} FileDialog {} template $TbDialog: Adw.Dialog {}"
                      " $TbStatusbar {} ColorDialogButton {} // Dialog {}\n",
          "src/cli/a.c": "GtkDialog"}]),
    "layers": (
        [{"src/model/a.c": '#include "tb-scene.h"\n', "src/chart/tb-scene.h": ""},
         {"src/model/a.c": "#include <gtk/gtk.h>\n"}, {"src/base/a.c": "#include <gio/gio.h>\n"},
         {"src/base/a.c": '#include "tb-a.h"\n', "src/model/tb-a.h": ""},
         {"src/analysis/a.c": "#include <yyjson.h>\n"}, {"src/chart/a.c": "#include <cairo.h>\n"},
         {"src/chart/a.c": "#include <pango/pango.h>\n"}, {"src/export/a.c": "#include <gtk/gtk.h>\n"},
         {"src/export/a.c": '#include "tb-a.h"\n', "src/formats/tb-a.h": ""},
         {"src/cli/a.c": "#include <adwaita.h>\n"}, {"src/cli/a.c": '#include "tb-a.h"\n', "src/app/tb-a.h": ""},
         {"src/model/a.c": '#include "../chart/tb-scene.h"\n', "src/chart/tb-scene.h": ""},
         {"src/model/a.c": '#include "missing.h"\n'}, {"src/model/a.c": "#include <curl/curl.h>\n"},
         {"src/model/a.h": " # include <gtk/gtk.h>\n"}, {"src/other/a.c": ""}],
        [{"src/model/a.c": '#include "config.h"\n#include "tb-a.h"\n#include "tb-b.h"\n#include <glib-object.h>\n'
                           "#include <math.h>\n#include <sys/stat.h>\n/* #include <gtk/gtk.h> */\n",
          "src/model/tb-a.h": "", "src/base/tb-b.h": "#include <glib.h>\n",
          "src/app/a.c": '#include "tb-a.h"\n#include <adwaita.h>\n', "src/formats/a.c": "#include <yyjson.h>\n",
          "src/export/a.c": "#include <cairo-pdf.h>\n#include <pango/pangocairo.h>\n#include <png.h>\n",
          "tests/model/a.c": "#include <gtk/gtk.h>\n"}]),
    "names": (
        [{"README.md": f"get it at https://{HOSTS[0]}.org/x\n"}, {"dev": f"cd {MACHINE_PATHS[0]}\n"},
         {"src/base/a.c": f"/* {HOSTS[3]} */"}],
        [{"README.md": "See https://www.gnome.org and https://json-stat.org, in ~/.cache or /tmp.\n"}]),
    "portals": (
        [{"src/app/a.c": "gtk_file_dialog_set_default_filter (dialog, filter);"}],
        [{"src/app/a.c": "/* gtk_file_dialog_set_default_filter */ gtk_file_dialog_set_filters (dialog, filters);"}]),
    "tasks": (
        [{"src/base/a.c": f"/* {TASK}: mend */"}, {"meson.build": f"# {TASK} mend\n"}, {"ui/a.blp": f"// {TASK} later\n"},
         {"README.md": "FIX" "ME\n"}],
        [{"src/base/a.c": f"/* {TASK} #12: mend */ /* {TASK}(#3) */ char t[] = \"tmp-XXXXXX\";",
          "tests/data/a.json": f'"{TASK}"', "README.md": f"no {TASK}s here\n"}]),
    "translated": (
        [{"src/app/a.c": '_("Open")', "po/POTFILES.in": "src/app/b.c\n", "src/app/b.c": ""},
         {"ui/a.blp": 'title: _("Open");', "po/POTFILES.in": "# nothing\n"},
         {"src/cli/a.c": 'ngettext ("a", "b", n)', "po/POTFILES.in": ""},
         {"po/POTFILES.in": "src/app/gone.c\n"}, {"po/POTFILES.in": "src/a.c\nsrc/a.c\n", "src/a.c": '_("x")'}],
        [{"src/app/a.c": '_("Open")', "ui/a.blp": 'title: C_("verb", "Open");',
          "po/POTFILES.in": "# all\nsrc/app/a.c\nui/a.blp\ndata/a.in\n", "data/a.in": "",
          "src/app/b.c": '/* _("x") */ tb_name_ (x); char *a = "_(";'},
         {"src/app/a.c": '_("Open")'}]),
}

# What must not compile where, and what must: the same command with another
# include, so that a failure is the include's.
WRONG_INCLUDES = {
    "base": ['"tb-period.h"', "<gtk/gtk.h>"],
    "model": ['"tb-scene.h"', '"tb-reader.h"', '"tb-verdict.h"', "<gtk/gtk.h>"],
    "formats": ['"tb-verdict.h"', '"tb-scene.h"', "<gtk/gtk.h>"],
    "analysis": ['"tb-scene.h"', '"tb-reader.h"', "<gtk/gtk.h>"],
    "chart": ['"tb-export.h"', '"tb-reader.h"', "<cairo.h>", "<gtk/gtk.h>"],
    "export": ['"tb-reader.h"', "<gtk/gtk.h>"],
    "cli": ["<gtk/gtk.h>"],
}
RIGHT_INCLUDES = {
    "base": '"tb-text.h"', "model": '"tb-period.h"', "formats": '"tb-series.h"', "analysis": '"tb-series.h"',
    "chart": '"tb-verdict.h"', "export": '"tb-scene.h"', "cli": '"tb-export.h"',
}


def read_tree(root):
    tree = {}
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if name == ".ci" or not name.startswith((".", "build", "__pycache__", "subprojects")))
        for name in files:
            path = os.path.join(folder, name)
            if not os.path.isfile(path) or os.path.getsize(path) > 4_000_000:
                continue
            with open(path, "rb") as file:
                data = file.read()
            if b"\0" not in data:
                tree[os.path.relpath(path, root)] = data.decode("utf-8", "replace")
    return tree


def test_rules(tap):
    for name, check in CHECKS.items():
        tap.rule(name, check, *SAMPLES[name])


def test_sources(tap, root):
    tree = read_tree(root)
    tap.result("the sources were found", "meson.build" in tree and len(tree) > 50, [root])
    for name, check in CHECKS.items():
        findings = list(check(tree))
        tap.result(f"sources: {(check.__doc__ or name).rstrip('.')}", not findings, findings)


def find_commands(build):
    """For each folder of src/ the command that compiles one of its files."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    commands = {}
    for entry in entries:
        parts = entry["file"].replace(os.sep, "/").split("/")
        if "src" in parts[:-1] and parts[-1].endswith(".c"):
            commands.setdefault(parts[-2], entry)
    return commands


def compiles(entry, include, folder):
    """Whether a file with that one include compiles as that folder's files do."""
    arguments = entry.get("arguments") or shlex.split(entry["command"])
    snippet = os.path.join(folder, "snippet.c")
    with open(snippet, "w", encoding="utf-8") as file:
        file.write(f"#include {include}\n")
    kept, skip = [], False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in ("-o", "-MF", "-MQ", "-MT"):
            skip = True
        elif argument not in ("-c", "-MD", entry["file"]):
            kept.append(argument)
    done = subprocess.run([*kept, "-fsyntax-only", "-Wno-error", snippet], cwd=entry["directory"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode == 0, done.stderr


def test_layers(tap, build):
    commands = find_commands(build)
    with tempfile.TemporaryDirectory() as folder:
        for layer, includes in WRONG_INCLUDES.items():
            if layer not in commands:
                tap.result(f"layer {layer} has files # SKIP it has none in this build", True)
                continue
            works, output = compiles(commands[layer], RIGHT_INCLUDES[layer], folder)
            tap.result(f"{layer} including {RIGHT_INCLUDES[layer]} compiles", works, output.splitlines()[:5])
            for include in includes:
                works, output = compiles(commands[layer], include, folder)
                missing = "No such file" in output or "not found" in output
                tap.result(f"{layer} including {include} does not compile", not works and missing, output.splitlines()[:5])


def main():
    root, build = sys.argv[1:]
    os.environ["LC_ALL"] = "C"
    tap = Tap()
    test_rules(tap)
    test_sources(tap, root)
    test_layers(tap, build)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
