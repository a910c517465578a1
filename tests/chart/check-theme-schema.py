#!/usr/bin/env python3
# Checks the schema of themes: it takes and refuses what the reader takes and refuses, and its page shows a good one.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-theme-schema.py SOURCE_ROOT READ_THEMES: prints TAP."""

import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests/support'))

from schema_checks import SchemaChecks  # noqa: E402

LOGO = ('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==')

# A member and what is put there; None takes it away.
RIGHT = [
    ('name', ''), ('fonts', ['Hei']), ('fonts', ['a'] * 8), ('sizes', {}), ('sizes', {'title': 12, 'note': 48}), ('margin', 6),
    ('margin', 96.0), ('colors', {}), ('colors', {'common': {}, 'print': {}}), ('logo', LOGO),
    ('colors', {'common': {'series': ['#1d4e89'], 'target': '#333333', 'highlight': '#D9580F', 'neutral': '#666666'}}),
    ('colors', {'common': {'good': '#00507a', 'bad': '#b03a00'}}),
    ('colors', {'high-contrast-dark': {'background': '#000000', 'text': '#ffffff', 'text_muted': '#dddddd', 'grid': '#444444',
                                       'axis': '#ffffff'}}),
]
WRONG = [
    ('tongbi', None), ('tongbi', 'theme/2'), ('tongbi', 1), ('nam', ''), ('name', 1), ('fonts', []), ('fonts', ['a'] * 9),
    ('fonts', 'Hei'), ('fonts', ['a,b']), ('fonts', ['']), ('fonts', [1]), ('fonts', ['x' * 81]), ('fonts', ['a"b']),
    ('sizes', []), ('sizes', {'title': 49}), ('sizes', {'title': '20'}), ('sizes', {'titel': 20}), ('margin', 5.9),
    ('margin', 97), ('margin', '20'), ('margin', True), ('colors', []), ('colors', {'sepia': {}}),
    ('colors', {'common': {'background': '#ffffff'}}), ('colors', {'light': {'backgroun': '#ffffff'}}),
    ('colors', {'light': {'background': '#fff'}}), ('colors', {'light': {'background': 'white'}}),
    ('colors', {'light': {'background': None}}), ('colors', {'light': []}), ('colors', {'light': {'series': []}}),
    ('colors', {'light': {'series': ['#000000'] * 9}}), ('colors', {'light': {'series': [0]}}), ('logo', 1),
    ('logo', 'A' * 700000),
]


def main():
    checks = SchemaChecks(ROOT, 'theme-1')
    command = sys.argv[2:]
    checks.check_members(command, {'tongbi': 'theme/1'}, RIGHT, WRONG)
    checks.check_example(command)
    return checks.finish()


sys.exit(main())
