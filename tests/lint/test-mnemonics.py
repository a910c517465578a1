#!/usr/bin/env python3
"""Checks in both languages that no letter of a menu or dialog stands for two things,
by the rules of mnemonic_checks.py.

Usage: test-mnemonics.py SOURCE-FOLDER

Every rule is first shown made-up sources that break it and some that do not.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import glob
import os
import sys

sys.dont_write_bytecode = True  # the sources stay as they are

from catalogue_checks import read_catalogue
from mnemonic_checks import check_group, groups_of_blueprint, groups_of_c

CHINESE = {"_Open": "打开(_O)", "_Save": "保存(_S)", "_Sort": "排序(_O)", "_Cut": "剪切"}
BREAKING = {
    groups_of_blueprint: ['menu m {\n  item (_("_Open"))\n  item (_("Z_oom"))\n}', 'Button { label: _("_Open"); }\nButton { label: _("_Off"); }'],
    groups_of_c: ['void\nf (void)\n{\n  g_menu_append (menu, _("_Save"), "a");\n  g_menu_append (menu, _("De_select"), "b");\n}'],
}
KEEPING = {
    groups_of_blueprint: ['menu m {\n  item (_("_Open"))\n  item (_("_Save"))\n}\nmenu n {\n  item (_("_Open it"))\n}',
                          'Button { label: _("_Open"); }\nmenu m {\n  item (_("_Open it"))\n}',
                          'Banner { label: _("_Open"); }\nBanner { label: _("_Open"); }'],
    groups_of_c: ['void\nf (void)\n{\n  a (_("_Save"));\n}\n\nvoid\ng (void)\n{\n  a (_("De_select"));\n}'],
}


class Tap:
    def __init__(self):
        self.n, self.failed = 0, 0

    def result(self, name, holds, details=()):
        self.n += 1
        self.failed += not holds
        print("ok" if holds else "not ok", self.n, "-", name)
        for line in details if not holds else ():
            print("#", line)


def find(groups_of, text, translate=lambda label: label):
    return [finding for labels in groups_of(text) for finding in check_group(labels, translate)]


def test_rules(tap):
    silent = [sample for groups_of, samples in BREAKING.items() for sample in samples if not find(groups_of, sample)]
    tap.result("two of a letter are found", not silent, silent)
    wrong = [sample for groups_of, samples in KEEPING.items() for sample in samples if find(groups_of, sample)]
    tap.result("the rest is left alone", not wrong, wrong)
    translated = [list(check_group(labels, CHINESE.get)) for labels in (["_Open", "_Sort"], ["_Cut"], ["_Open", "_Save"])]
    tap.result("letters of a translation count", translated[0] and translated[1] and not translated[2], translated)


def test_sources(tap, root, language, translate):
    findings, n = [], 0
    for pattern, groups_of in (("src/app/*.c", groups_of_c), ("ui/*.blp", groups_of_blueprint)):
        for path in sorted(glob.glob(os.path.join(root, pattern))):
            with open(path, encoding="utf-8") as source:
                findings += [f"{os.path.relpath(path, root)}: {what}" for what in find(groups_of, source.read(), translate)]
            n += 1
    tap.result(f"there are sources for {language}", n > 100, [n])
    tap.result(f"each letter stands for one thing in {language}", not findings, findings)


def main():
    tap = Tap()
    test_rules(tap)
    test_sources(tap, sys.argv[1], "English", lambda label: label)
    with open(os.path.join(sys.argv[1], "po", "zh_CN.po"), encoding="utf-8") as catalogue:
        chinese = {message.ids[0]: message.texts[0] for message in read_catalogue(catalogue.read()) if message.context is None}
    # What is not translated is found by lint-catalogue, and shown as it is.
    test_sources(tap, sys.argv[1], "Chinese", lambda label: chinese.get(label) or label)
    print(f"1..{tap.n}")
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
