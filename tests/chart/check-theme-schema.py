#!/usr/bin/env python3
# Checks the schema of themes: it takes and refuses what the reader takes and refuses, and its page shows a good one.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-theme-schema.py SOURCE_ROOT READ_THEMES: prints TAP."""

import json
import pathlib
import re
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(0)

ROOT = pathlib.Path(sys.argv[1])
PROGRAM = sys.argv[2]
SCHEMA = json.loads((ROOT / 'data/schemas/theme-1.schema.json').read_text(encoding='utf-8'))
PAGE = (ROOT / 'data/schemas/theme-1.md').read_text(encoding='utf-8')

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


def change(name, value):
    theme = {'tongbi': 'theme/1'}
    if value is None:
        del theme[name]
    else:
        theme[name] = value
    return theme


def read(themes):
    """What the reader of the program says to each."""
    text = ''.join(json.dumps(theme, ensure_ascii=False) + '\f' for theme in themes)
    run = subprocess.run([PROGRAM], input=text, capture_output=True, encoding='utf-8', check=True)
    return [line == '1' for line in run.stdout.split()]


def main():
    validator = jsonschema.Draft202012Validator(SCHEMA)
    results = []

    def check(name, good):
        results.append(good)
        print(f'{"ok" if good else "not ok"} {len(results)} {name}')

    try:
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        check('the schema is a schema', True)
    except jsonschema.SchemaError:
        check('the schema is a schema', False)

    for cases, good in ((RIGHT, True), (WRONG, False)):
        themes = [change(name, value) for name, value in cases]
        for (name, value), theme, taken in zip(cases, themes, read(themes), strict=True):
            verb = 'takes' if good else 'refuses'
            shown = repr(value)[:60]
            check(f'the schema {verb} {name} = {shown}', validator.is_valid(theme) == good)
            check(f'the reader {verb} {name} = {shown}', taken == good)

    example = json.loads(re.search(r'```json\n(.*?)```', PAGE, re.S).group(1))
    check('the schema takes the example', validator.is_valid(example))
    check('the reader takes the example', read([example]) == [True])

    print(f'1..{len(results)}')
    return 0 if all(results) else 1


sys.exit(main())
