#!/usr/bin/env python3
"""Checks that gettext sees every text of the window, by the rules of literal_checks.py.

Usage: test-literals.py SOURCE-FOLDER

Every rule is first shown made-up sources that break it and some that do not.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import os
import sys

sys.dont_write_bytecode = True  # the sources stay as they are

from literal_checks import check_blueprint, check_c
from tap import Tap

BREAKING = {
    check_c: [
        'gtk_label_set_text (label, "Open");', 'adw_toast_new ("Copied");', 'gtk_label_new ("Two\\nlines");',
        'gtk_button_new_with_label ("Close")', 'text = g_strdup_printf ("%u rows left", n);',
        'gtk_accessible_announce (a, "done", GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);',
        'adw_alert_dialog_add_responses (d, "cancel", _("_Cancel"), "ok", "_Fine", NULL);',
        'g_menu_append (menu, "Copy", "win.copy");', 'f (is_it ? "yes, it is" : NULL);',
        'static const char *const names[] = { "Of the year", "Of the month" };', 'gtk_label_set_text (l, n > 0 ? "Many" : _("None"));',
        'gtk_widget_set_tooltip_text (w, /* why */ "Remove");', 'g_string_append (text, "; not compared");',
        'g_set_error (error, A, B, "There is no such file");', 'c = \'"\'; gtk_label_set_text (l, "Late");'],
    check_blueprint: [
        'Button { label: "Open"; }', 'Adw.Toggle { tooltip: "Lines"; }', 'Label {\n  label: "one";\n}', 'item ("_Copy", "win.copy")',
        'Adw.StatusPage { title: _("a");\n  description: "below it";\n}', 'section {\n  label: "Files";\n}'],
}
KEEPING = {
    check_c: [
        'gtk_label_set_text (label, _("Open")); adw_toast_new (""); gtk_label_set_text (label, "—");',
        'g_strdup_printf ("%s: %s", a, b); g_strdup_printf (ngettext ("%u row", "%u rows", n), n);',
        'g_warning ("This is wrong: %s", text); g_task_set_static_name (task, "[tongbi] read a file");',
        'static const TbPhrase phrase = { { "Computed from:", "据以下数据计算：" } };', '/* gtk_label_new ("Open"); */',
        'gtk_widget_add_css_class (w, "dimmed"); gtk_image_new_from_icon_name ("open-menu-symbolic");',
        'adw_alert_dialog_add_responses (d, "cancel", _("_Cancel"), NULL); g_menu_append (menu, _("Copy"), "win.copy");',
        'static const char *const names[] = { N_("Of the year"), NC_("a", "Of the month") };',
        'g_string_append (html, "<td align=\\"right\\" title=\\"%s\\">"); #include "tb-window.h"'],
    check_blueprint: [
        'Button { label: _("Open"); icon-name: "document-open-symbolic"; }', 'Label { label: C_("verb", "Open"); label: ""; }',
        '// label: "Open"\nAdw.Toggle { label: "PNG"; name: "png"; }', 'item (_("_Copy"), "win.copy")', 'Label { label: "–"; }'],
}


def test_rules(tap):
    for check, samples in BREAKING.items():
        tap.rule(check.__name__, check, samples, KEEPING[check])


def test_sources(tap, root):
    findings, n = [], 0
    for pattern, check in (("src/app/*.c", check_c), ("ui/*.blp", check_blueprint)):
        for path in sorted(glob.glob(os.path.join(root, pattern))):
            name = os.path.relpath(path, root)
            with open(path, encoding="utf-8") as source:
                findings += [f"{name}:{line}: {what}" for line, what in check(source.read())]
            n += 1
    tap.result("there are sources", n > 100, [n])
    tap.result("gettext sees every text of the window", not findings, findings)


def main():
    tap = Tap()
    test_rules(tap)
    test_sources(tap, sys.argv[1])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
