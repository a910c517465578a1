"""Rules of the sources that the compiler does not know.

Each check takes a tree, a dictionary of path to text, and yields findings as
lines `path:line: what is wrong`. It knows nothing of the file system, so that
tests can give it made-up trees.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

# What each folder may include of the project, and of others (by the first part
# of the header's name). The build enforces the first; headers that lie directly
# in the system's include folder only this.
LAYERS = {
    "base": ({"base"}, {"glib"}),
    "model": ({"base", "model"}, {"glib", "gobject"}),
    "formats": ({"base", "model", "formats"}, {"glib", "gobject", "gio", "yyjson", "json-glib", "archive"}),
    "analysis": ({"base", "model", "analysis"}, {"glib", "gobject"}),
    "chart": ({"base", "model", "analysis", "chart"}, {"glib", "gobject", "json-glib"}),
    "export": ({"base", "model", "analysis", "chart", "export"},
               {"glib", "gobject", "gio", "cairo", "pango", "json-glib", "png", "harfbuzz", "xlsxwriter"}),
    "cli": ({"base", "model", "formats", "analysis", "chart", "export", "cli"}, {"glib", "gobject", "gio"}),
    "app": ({"base", "model", "formats", "analysis", "chart", "export", "app"},
            {"glib", "gobject", "gio", "gtk", "adwaita", "cairo", "pango", "json-glib"}),
}

OTHERS = [
    (r"(glib\.h|glib-unix\.h|glib/.*)", "glib"),
    (r"(glib-object\.h|gobject/.*)", "gobject"),
    (r"gio/.*", "gio"),
    (r"yyjson\.h", "yyjson"),
    (r"json-glib/.*", "json-glib"),
    (r"cairo.*", "cairo"),
    (r"pango/.*", "pango"),
    (r"(png|zlib|libdeflate)\.h", "png"),
    (r"(hb.*|harfbuzz/.*)", "harfbuzz"),
    (r"xlsxwriter.*", "xlsxwriter"),
    (r"(archive|archive_entry)\.h", "archive"),
    (r"(gtk|gdk|gsk)/.*", "gtk"),
    (r"adwaita\.h", "adwaita"),
    # Instructions of the processor, as the compiler brings them.
    (r"emmintrin\.h", "system"),
    (r"(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|setjmp|signal|stdarg|stdbool|stddef|stdint|stdio"
     r"|stdlib|string|strings|time|unistd|wchar|sys/[a-z]+)\.h", "system"),
]

DEPRECATED_GTK = """TreeView TreeViewColumn TreeSelection TreeModel TreePath TreeIter ListStore TreeStore IconView
    CellRenderer\\w* CellArea\\w* CellLayout CellView ComboBox ComboBoxText EntryCompletion AppChooser\\w* Dialog
    MessageDialog Assistant\\w* FileChooser\\w* ColorButton FontButton ColorChooser\\w* FontChooser\\w* InfoBar Statusbar
    LockButton VolumeButton StyleContext ShortcutsWindow ShortcutsSection ShortcutsGroup ShortcutsShortcut""".split()
DEPRECATED_ADW = """Leaflet\\w* Flap Squeezer\\w* ViewSwitcherTitle MessageDialog AboutWindow PreferencesWindow""".split()
DEPRECATED_CALLS = """gtk_show_uri gtk_render_\\w+ gtk_widget_show gtk_widget_hide gtk_widget_get_style_context
    gtk_widget_get_allocation gtk_widget_get_allocated_\\w+ gtk_widget_translate_coordinates
    gtk_css_provider_load_from_data gtk_window_present_with_time gtk_widget_[sg]et_font_options
    gtk_application_window_set_help_overlay""".split()
# The class is deprecated, these two functions of it are how a program adds CSS.
NOT_DEPRECATED = ["gtk_style_context_add_provider_for_display", "gtk_style_context_remove_provider_for_display"]

# In pieces, so that this file does not name them.
HOSTS = [".".join(parts) for parts in (
    ("registry", "npmjs"), ("npmjs", "com"), ("registry", "yarnpkg"), ("pypi", "org"), ("pypi", "python"),
    ("pythonhosted", "org"), ("crates", "io"), ("rubygems", "org"), ("proxy", "golang"), ("repo", "maven"),
    ("repo1", "maven"), ("docker", "io"), ("ghcr", "io"), ("quay", "io"), ("anaconda", "org"), ("unpkg", "com"),
    ("jsdelivr", "net"), ("deb", "debian"), ("archive", "ubuntu"), ("packages", "fedoraproject"))]
MACHINE_PATHS = ["/" + "/".join(parts) for parts in (("home", "user"), ("root", ".cache"))]

SOURCE = re.compile(r"\.(c|h|py|blp|css|sh)$|^dev$|^\.ci/run$")
WORKING = re.compile(r"\.(c|h|py|blp|css|sh|build|in|md|txt|ui|json|js|yml|yaml)$|^dev$|^\.ci/run$")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


# A comment, a string or a character: whichever begins first is what it is.
TOKEN = re.compile(r"(?P<block>/\*.*?\*/)|(?P<line>//[^\n]*)|(?P<text>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')", re.S)


def without(text, *kinds):
    """The text with comments ("block", "line") or strings ("text") as blanks."""
    return TOKEN.sub(lambda m: blank(m) if m.lastgroup in kinds else m.group(0), text)


def code_of(text):
    return without(text, "block", "line", "text")


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def c_files(tree, folder=""):
    return ((path, text) for path, text in sorted(tree.items())
            if path.startswith(folder) and path.endswith((".c", ".h")))


def check_sizes(tree):
    """Files: .c 800 lines, headers 300, tests 900."""
    for path, text in c_files(tree):
        limit = 900 if path.startswith("tests/") else 300 if path.endswith(".h") else 800
        n = len(text.splitlines())
        if n > limit:
            yield f"{path}:{limit + 1}: {n} lines, more than {limit}: split it by concern"


def check_lines(tree):
    """Lines: 120 columns."""
    for path, text in c_files(tree):
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > 120:
                yield f"{path}:{number}: {len(line)} columns, more than 120"


def check_functions(tree):
    """Functions: 80 lines."""
    for path, text in c_files(tree):
        start = None
        for number, line in enumerate(code_of(text).splitlines(), 1):
            if line.startswith("{"):
                start = number
            elif line.startswith("}") and start is not None:
                if number - start - 1 > 80:
                    yield f"{path}:{start}: a function of {number - start - 1} lines, more than 80"
                start = None


def check_licence(tree):
    """A licence line near the top of every source."""
    for path, text in sorted(tree.items()):
        if SOURCE.search(path) and LICENCE not in "\n".join(text.splitlines()[:12]):
            yield f"{path}:1: no line “{LICENCE}” in its first comment"


def check_comments(tree):
    """Comments are /* … */."""
    for path, text in c_files(tree):
        for match in TOKEN.finditer(text):
            if match.lastgroup == "line":
                yield f"{path}:{line_of(text, match.start())}: a comment with two slashes"


def deprecated_patterns(prefix, names):
    for name in names:
        snake = re.sub(r"(?<!^)(?<!\\)([A-Z])", r"_\1", name).lower()
        if name.endswith("\\w*"):
            snake = snake[:-3]
            yield rf"\b{prefix}{name}\b|\b{prefix.lower()}_{snake}_\w*|\b{prefix.upper()}_(TYPE_|IS_)?{snake.upper()}\w*"
        else:
            yield rf"\b{prefix}{name}\b|\b{prefix.lower()}_{snake}_\w+|\b{prefix.upper()}_(TYPE_|IS_)?{snake.upper()}\b"


def check_deprecated(tree):
    """No class or function that GTK 4.18 and libadwaita 1.7 deprecate."""
    in_c = re.compile("|".join([*deprecated_patterns("Gtk", DEPRECATED_GTK), *deprecated_patterns("Adw", DEPRECATED_ADW),
                                *(rf"\b{call}\b" for call in DEPRECATED_CALLS)]))
    in_blueprint = re.compile(rf"(?<![.\w$-])(Gtk\.)?({'|'.join(DEPRECATED_GTK)})(?=\s+\w*\s*\{{|\s*\{{)"
                              rf"|(?<=:\s)(Gtk\.)?({'|'.join(DEPRECATED_GTK)})(?=\s*\{{)"
                              rf"|\bAdw\.({'|'.join(DEPRECATED_ADW)})\b")
    style_class = re.compile(r"\bdim-label\b")
    for path, text in sorted(tree.items()):
        if not path.startswith(("src/app/", "ui/")):
            continue
        if path.endswith((".c", ".h", ".ui")):
            pattern, code = in_c, code_of(text) if not path.endswith(".ui") else text
        elif path.endswith(".blp"):
            pattern, code = in_blueprint, code_of(text)
        else:
            pattern, code = None, text
        for match in pattern.finditer(code) if pattern is not None else ():
            if match.group(0) not in NOT_DEPRECATED:
                yield f"{path}:{line_of(text, match.start())}: “{match.group(0)}” is deprecated"
        for match in style_class.finditer(without(text, "block", "line")):
            yield f"{path}:{line_of(text, match.start())}: style class “dim-label” is deprecated, use “dimmed”"


def check_portals(tree):
    """No file dialog with a default filter of its own (src/app/tb-file-kind.c says why)."""
    for path, text in c_files(tree, "src/app/"):
        for match in re.finditer(r"\bgtk_file_dialog_set_default_filter\b", code_of(text)):
            yield f"{path}:{line_of(text, match.start())}: use tb_file_kind_show_only, which no portal crashes of"


INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def check_layers(tree):
    """A folder of src/ includes only what its layer may know."""
    homes = {path.rsplit("/", 1)[1]: path.split("/")[1] for path, _ in c_files(tree, "src/") if path.count("/") == 2}
    for path, text in c_files(tree, "src/"):
        folder = path.split("/")[1]
        if folder not in LAYERS:
            yield f"{path}:1: no layer is known for the folder “{folder}”"
            continue
        own, others = LAYERS[folder]
        for match in INCLUDE.finditer(without(text, "block", "line")):
            where, name = f"{path}:{line_of(text, match.start())}", match.group(2)
            if match.group(1) == '"' and name == "config.h":
                continue
            if match.group(1) == '"' and name not in homes:
                yield f"{where}: “{name}” is no header of src/ by its bare name"
            elif match.group(1) == '"' and homes[name] not in own:
                yield f"{where}: {folder} may not include “{name}” of {homes[name]}"
            elif match.group(1) == "<":
                party = next((party for pattern, party in OTHERS if re.fullmatch(pattern, name)), "unknown")
                if party != "system" and party not in others:
                    yield f"{where}: {folder} may not include <{name}>"


def check_names(tree):
    """No package registry's host, no path of one machine."""
    for path, text in sorted(tree.items()):
        for number, line in enumerate(text.splitlines(), 1):
            for name in HOSTS + MACHINE_PATHS:
                if name in line:
                    yield f"{path}:{number}: names “{name}”"


TASK = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b(?!\s*\(?#\d+)")


def check_tasks(tree):
    """What is left to do has the number of its issue."""
    for path, text in sorted(tree.items()):
        if not WORKING.search(path) or path.startswith("tests/data/"):
            continue
        for match in TASK.finditer(text):
            yield f"{path}:{line_of(text, match.start())}: “{match.group(0)}” without the number of an issue"


MARKED = re.compile(r"\b(_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext|gettext|dgettext)\s*\(")


def check_translated(tree):
    """Files with text to translate are in po/POTFILES.in, and no others."""
    if "po/POTFILES.in" not in tree:
        return
    listed = [line.strip() for line in tree["po/POTFILES.in"].splitlines()]
    listed = [line for line in listed if line and not line.startswith("#")]
    for path, text in sorted(tree.items()):
        if path.startswith(("src/", "ui/")) and path.endswith((".c", ".h", ".blp")):
            if MARKED.search(code_of(text)) and path not in listed:
                yield f"po/POTFILES.in:1: {path} has text to translate and is not listed"
    for number, path in enumerate(listed, 1):
        if path not in tree:
            yield f"po/POTFILES.in:{number}: there is no {path}"
        elif listed.count(path) > 1:
            yield f"po/POTFILES.in:{number}: {path} is listed twice"


CHECKS = {
    "sizes": check_sizes,
    "lines": check_lines,
    "functions": check_functions,
    "licence": check_licence,
    "comments": check_comments,
    "deprecated": check_deprecated,
    "layers": check_layers,
    "names": check_names,
    "portals": check_portals,
    "tasks": check_tasks,
    "translated": check_translated,
}
