#!/usr/bin/env python3
"""Checks the Chinese catalogue against the sources and catalogue_checks.py's rules.

Usage: test-catalogue.py XGETTEXT SOURCE-FOLDER

Every rule is first shown made-up catalogues that break it and some that do not,
and the extraction a made-up source of each kind.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the sources stay as they are

from catalogue_checks import CHECKS, read_catalogue
from tap import Tap

# As the target tongbi-pot extracts: what Meson's i18n.gettext adds for its preset
# “glib”. Descriptions of the program are read by the rules that xgettext brings.
OPTIONS = ["--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
           "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3"]

PLURAL = 'msgid "%zu row of %s"\nmsgid_plural "%zu rows of %s"\nmsgstr[0] '
OBSOLETE = '#~ msgid "a"\n#~ msgstr "甲"\n'


def po(original, text, before=""):
    return f'{before}msgid "{original}"\nmsgstr "{text}"\n'


# For each rule: templates and catalogues that break it, and some that keep it.
SAMPLES = {
    "whole": (
        [(po("a", ""), po("b", "乙")), (po("a", "") + "\n" + po("b", ""), po("a", "甲")),
         (po("a", ""), po("a", "甲") + "\n" + po("b", "乙")), (po("a", ""), po("a", "甲", 'msgctxt "verb"\n')),
         (po("a", ""), OBSOLETE), (PLURAL + '""\n', po("%zu row of %s", "%zu 行 %s"))],
        [(po("a\\n", "", 'msgctxt "verb"\n') + "\n" + PLURAL + '""\n',
          PLURAL + '"%zu 行 %s"\n\n#, fuzzy\nmsgctxt ""\n"verb"\nmsgid ""\n"a"\n"\\n"\nmsgstr ""\n\n' + OBSOLETE)]),
    "complete": (
        [("", po("a", "")), ("", po("a", "甲", "#, fuzzy\n")), ("", po("a", "甲", "#, fuzzy, c-format\n")),
         ("", po("a", "甲") + "\n" + OBSOLETE), ("", PLURAL + '""\n')],
        [(po("a", ""), 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n\n' + po("a", "甲", "# fuzzy\n#, c-format\n"))]),
    "uncut": (
        [(po("larger than %", ""), ""), (po("%", ""), ""), (po("a", "") + "\n" + po("%d of %", ""), "")],
        [(po("%d%% of %<PRIu64> MB, %zu, %-5.2f, %.*s, %04d-%c%0*d, %2$s %1$s", ""), "")]),
    "directives": (
        [("", po("%s", "无")), ("", po("%s of %d", "%d 的 %s")), ("", po("%zu", "%d")), ("", po("%d%%", "%d")),
         ("", PLURAL + '"%s 行"\n'), ("", po("%04d", "%d")), ("", po("%s", "%s%s")), ("", po("%<PRIu64>", "%zu"))],
        [("", po("%s of %d", "%1$s 之 %2$d") + "\n" + PLURAL + '"%zu 行 %s"\n'),
         ("", po("%s of %d", "%2$d 的 %1$s"))]),
    "punctuation": (
        [("", po("a, b", "甲, 乙")), ("", po("a, b", "甲,乙")), ("", po("a: b", "甲: 乙")), ("", po("a (b)", "甲(乙)")),
         ("", po("%s: b", "%s:乙")), ("", po("a: %s", "甲:%s")), ("", po("a.", "甲.")), ("", po("_A: b", "甲(_A): 乙")),
         ("", po("a?", "甲?")), ("", po("a (b)", "A (乙)")), ("", po("a (b)", "甲 (B)")),
         ("", po("--to: a: b", "--to: 甲: 乙"))],
        [("", po("a, b (c): d", "甲，乙（丙）：丁")), ("", po("_Open…", "打开(_O)…")), ("", po("1.5, x", "1.5, x 个")), ("", po("* and ?: .png", "* 和 ? 代表 .png")),
         ("", po("FILE:LINE: what", "文件:行: 何事")), ("", po("--to: a", "--to: 甲")), ("", po("a;b;", "甲;乙;")), ("", po("KIND,…", "类别,…")),
         ("", po("BASE..CURRENT", "基期..本期")), ("", po("[period, value]", "[报告期, 值]"))]),
    "quotes": (
        [("", po('\\"%s\\"', "“%s”")), ("", po("“%s”", '\\"%s\\"')), ("", po("“%s”", "”%s“")), ("", po("“%s”", "“%s"))],
        [("", po('the key \\"%s\\"', '键 \\"%s\\"')), ("", po("Show %s", "显示“%s”"))]),
    "ends": (
        [("", po("a ", "甲")), ("", po("a", " 甲")), ("", po("a\\n", "甲")), ("", po("a", "甲\\n")), ("", po("a.", "甲")),
         ("", po("a", "甲。")), ("", po("a…", "甲")), ("", po("a:", "甲")), ("", po("a;b;", "甲;乙")), ("", po("a?", "甲。"))],
        [("", po(" a: %s.\\n", " 甲：%s。\\n")), ("", po("a;b;", "甲;乙;")), ("", po("a (b)", "甲（乙）"))]),
    "mnemonics": (
        [("", po("_Open…", "打开…")), ("", po("Open _Sample", "打开示例(_O)")), ("", po("Open", "打开(_O)")),
         ("", po("_Open", "_打开")), ("", po("Open Sa_mple", "打开示例(_S)"))],
        [("", po("Open _Sample", "打开示例(_S)")), ("", po("Open Sa_mple", "打开示例(_M)")),
         ("", po("the language zh_CN", "语言 zh_CN")), ("", po("s_how", "显示"))]),
}

# A source of each kind, and what has to be found in it.
SOURCES = {
    "a.c": ('/* Translators: why */\nf (_("one")); g (ngettext ("two", "twos", n)); h (C_("verb", "three"));\n'
            'char *words[] = { N_("four") }; j (_("%" PRIu64 " MB")); k ("five");\n',
            [(None, "one"), (None, "two", "twos"), ("verb", "three"), (None, "four"), (None, "%<PRIu64> MB")]),
    "a.blp": ('Button {\n  // why\n  label: _("six");\n  tooltip-text: C_("verb", "seven");\n  name: "eight";\n}\n',
              [(None, "six"), ("verb", "seven")]),
    "a.desktop.in.in": ("[Desktop Entry]\nName=nine\nKeywords=ten;\nIcon=@icon@\nExec=eleven\n", [(None, "nine"), (None, "ten;")]),
    "a.metainfo.xml.in.in": ('<?xml version="1.0"?>\n<component><id>@id@</id><name>twelve</name><description><p>\n thirteen\n'
                             ' and on</p></description></component>\n', [(None, "twelve"), (None, "thirteen and on")]),
    "a.gschema.xml.in": ('<?xml version="1.0"?>\n<schemalist gettext-domain="a"><schema id="a" path="/a/"><key name="b" type="b">'
                         "<default>false</default><summary>fourteen</summary></key></schema></schemalist>\n",
                         [(None, "fourteen")]),
}


def extract(xgettext, root, listing):
    """The template of the listed files, as text, and what xgettext says of it."""
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "a.pot")
        done = subprocess.run([xgettext, "-f", listing, "-D", root, "-k_", "-o", output, *OPTIONS],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            return "", done.stderr.splitlines()
        with open(output, encoding="utf-8") as file:
            return file.read(), done.stderr.splitlines()


def test_rules(tap):
    for name, check in CHECKS.items():
        tap.rule(name, lambda pair, check=check: check(*map(read_catalogue, pair)), *SAMPLES[name])


def test_extraction(tap, xgettext):
    for name, (source, wanted) in SOURCES.items():
        with tempfile.TemporaryDirectory() as root:
            for path, text in ((name, source), ("POTFILES.in", name + "\n")):
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            template, said = extract(xgettext, root, os.path.join(root, "POTFILES.in"))
        found = [message.key for message in read_catalogue(template)]
        tap.result(f"strings of {name} are extracted", sorted(found, key=str) == sorted(wanted, key=str), [found, *said])


def test_catalogue(tap, xgettext, root):
    template, said = extract(xgettext, root, os.path.join(root, "po", "POTFILES.in"))
    template = read_catalogue(template)
    tap.result("the sources have strings", len(template) > 100, said)
    with open(os.path.join(root, "po", "zh_CN.po"), encoding="utf-8") as file:
        catalogue = read_catalogue(file.read())
    for name, check in CHECKS.items():
        findings = list(check(template, catalogue))
        tap.result(f"zh_CN: {(check.__doc__ or name).rstrip('.')}", not findings, findings)


def main():
    xgettext, root = sys.argv[1:]
    tap = Tap()
    test_rules(tap)
    test_extraction(tap, xgettext)
    test_catalogue(tap, xgettext, root)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
