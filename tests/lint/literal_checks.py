"""What gettext would not see: texts of the window that are not marked for translation.

Each check takes the text of a file and yields its findings as (line, what), so that
tests can give it made-up ones.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

# Comments go first: a quote in them begins no string.
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|[^\s]', re.S)
DIRECTIVE = re.compile(r"%(?:\d+\$)?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?(?:hh?|ll?|[jztL])?[diouxXeEfFgGaAcsp%]")
LETTERS = re.compile(r"[^\W\d_]{2,}")
PROSE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
# Marks of gettext, in C and Blueprint.
MARKS = {"_", "N_", "C_", "NC_", "ngettext", "g_dngettext", "g_dpgettext2"}
# Written for whoever runs or debugs the program, and what is compared or looked up.
SILENT = re.compile(r"g_(?:warning|message|debug|critical|error|info|printerr|log|assert\w*|return\w*|set_prgname|"
                    r"task_set_static_name|source_set_static_name|source_set_name_by_id|intern_static_string|quark\w*|str_\w+|"
                    r"str\w*cmp0?|ascii_\w+|regex\w*|param_spec_\w+|signal_\w+|object_\w+|setenv|getenv|variant_\w+|"
                    r"settings_\w+|action_\w+|menu_item_\w+|bytes_\w+|content_\w+|type_\w+)$|"
                    r"gtk_widget_(?:class|add_css|remove_css|has_css|activate|insert|action)\w*|gtk_icon\w*|gdk_content\w*|"
                    r"gtk_application_set_accels\w*|gtk_\w+_(?:icon_name|css_name|name|resource|resource_path)$")
# Whatever these are given is read by the user.
SHOWN = re.compile(r"(?:gtk|adw)_\w*(?:set_(?:\w*_)?(?:text|label|title|subtitle|markup|tooltip\w*|description|body|heading|name_for_user|"
                   r"placeholder_text)|label_new|with_label|with_mnemonic|alert_dialog_new|toast_new|format_\w+|announce|"
                   r"add_responses?|banner_new|toggle_set_label)$|g_menu_(?:append|prepend|insert)(?:_section|_submenu)?$")
# Of these arguments one is no text: an id, the name of an action.
IDS = {"adw_alert_dialog_add_response": {1}, "g_menu_append": {2}, "g_menu_prepend": {2}, "g_menu_insert": {3}}
# Words of figures have both languages side by side.
PHRASE = re.compile(r'\{\s*"(?:\\.|[^"\\])*",\s*"(?:\\.|[^"\\])*[\u4e00-\u9fff](?:\\.|[^"\\])*"\s*\}')
# HTML, names of tasks for debuggers, and of keys.
SYNTAX = re.compile(r"<|\[|(?:Left|Right|Up|Down|Home|End)\b")
# Formats have the same name in every language.
FORMAT = re.compile(r"[A-Z]+$")
PROPERTY = re.compile(r'(?:^|[{;])\s*(label|title|subtitle|tooltip-text|tooltip|dropdown-tooltip|description|placeholder-text|heading|body|text|'
                      r'button-label|accept-label|value-text|help-text):\s*"((?:\\.|[^"\\])*)"', re.M)
MENU_ITEM = re.compile(r'\b(?:item|submenu|section)\s*(?:\(\s*|\{[^}]*?label:\s*)"((?:\\.|[^"\\])*)"')


def strings_of(text):
    """Each string with its line, the call it is an argument of, and which."""
    calls = []  # of open brackets: [name, index of the argument]
    previous = ""
    for match in TOKEN.finditer(text):
        token = match.group(0)
        if token.startswith(("/*", "//", "'")):
            continue
        if token in "([{":
            calls.append([previous if token == "(" else "", 0])
        elif token in ")]}":
            calls[-1:] = []
        elif token == "," and calls:
            calls[-1][1] += 1
        elif token.startswith('"'):
            yield text.count("\n", 0, match.start()) + 1, token[1:-1], [tuple(call) for call in calls]
        previous = token


def check_c(text):
    """Texts that are shown are marked."""
    for line, string, calls in strings_of(PHRASE.sub("", text)):
        names = [name for name, _ in calls]
        bare = DIRECTIVE.sub(" ", re.sub(r"\\.", " ", string))
        if any(name in MARKS or SILENT.match(name) for name in names) or not LETTERS.search(bare) or SYNTAX.match(string):
            continue
        name, index = calls[-1] if calls else ("", 0)
        if SHOWN.match(name):
            if index not in IDS.get(name, ()) and not (name.endswith("add_responses") and index % 2 == 1):
                yield line, f"{name} is given “{string}”"
        elif PROSE.search(bare):
            yield line, f"“{string}” reads like a sentence"


def check_blueprint(text):
    """Properties that are shown, and items of menus, are marked."""
    bare = re.sub(r"//[^\n]*", "", text)
    for pattern in (PROPERTY, MENU_ITEM):
        for match in pattern.finditer(bare):
            string = match.group(match.lastindex)
            if LETTERS.search(string) and not FORMAT.match(string):
                yield bare.count("\n", 0, match.start(match.lastindex)) + 1, f"“{string}”"
