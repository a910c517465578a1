#!/usr/bin/env python3
# Checks the schema of import profiles: it takes and refuses what the reader takes and refuses, and its page a good one.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-profile-schema.py SOURCE_ROOT READ_PROFILES: prints TAP."""

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
SCHEMA = json.loads((ROOT / 'data/schemas/import-profile-1.schema.json').read_text(encoding='utf-8'))
PAGE = (ROOT / 'data/schemas/import-profile-1.md').read_text(encoding='utf-8')

# A member and what is put there; None takes it away.
RIGHT = [
    ('columns', {}), ('columns', {'Year': {}}), ('columns', {'Year': {'role': 'period'}, '年份': {'role': 'ignored'}}),
    ('decimal_mark', '.'), ('decimal_mark', ','), ('measure', 'stock'), ('measure', 'unstated'), ('unit', '%'),
    ('direction', 'none'), ('indicators', {}), ('indicators', {'a': {}}),
    ('indicators', {'a': {'measure': 'cumulative', 'since': 'inception', 'unit': 'km', 'direction': 'down', 'name': 'A'}}),
]
WRONG = [
    ('tongbi', None), ('tongbi', 'import-profile/2'), ('tongbi', 1), ('column', {}), ('columns', []),
    ('columns', {'Year': 'period'}), ('columns', {'': {}}), ('columns', {'Year': {'role': ''}}),
    ('columns', {'Year': {'role': 'time'}}), ('columns', {'Year': {'roles': 'period'}}), ('columns', {'Year': {'role': 1}}),
    ('decimal_mark', ''), ('decimal_mark', ';'), ('decimal_mark', 1), ('measure', 'Stock'), ('measure', ''),
    ('since', 'year-start'), ('unit', ''), ('unit', 5), ('direction', 'higher'), ('name', 'all'), ('indicators', []),
    ('indicators', {'a': []}), ('indicators', {'': {}}), ('indicators', {'a': {'since': 'inception'}}),
    ('indicators', {'a': {'measure': 'flow', 'since': 'inception'}}), ('indicators', {'a': {'name': ''}}),
    ('indicators', {'a': {'measure': 'cumulative', 'since': '2020-01-01'}}), ('indicators', {'a': {'unit': None}}),
    ('indicators', {'a': {'decimals': 1}}),
]


def change(name, value):
    profile = {'tongbi': 'import-profile/1'}
    if value is None:
        del profile[name]
    else:
        profile[name] = value
    return profile


def read(profiles):
    """What the reader of the program says to each."""
    text = ''.join(json.dumps(profile, ensure_ascii=False) + '\f' for profile in profiles)
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
        profiles = [change(name, value) for name, value in cases]
        for (name, value), profile, taken in zip(cases, profiles, read(profiles), strict=True):
            verb = 'takes' if good else 'refuses'
            shown = repr(value)[:60]
            check(f'the schema {verb} {name} = {shown}', validator.is_valid(profile) == good)
            check(f'the reader {verb} {name} = {shown}', taken == good)

    example = json.loads(re.search(r'```json\n(.*?)```', PAGE, re.S).group(1))
    check('the schema takes the example', validator.is_valid(example))
    check('the reader takes the example', read([example]) == [True])
    roles = SCHEMA['properties']['columns']['additionalProperties']['properties']['role']['enum']
    check('the page has all roles', re.findall(r'^\| `(\w+)` \| (?!by|of all|`")', PAGE, re.M)[-len(roles):] == roles)

    print(f'1..{len(results)}')
    return 0 if all(results) else 1


sys.exit(main())
