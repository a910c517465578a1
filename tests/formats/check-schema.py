#!/usr/bin/env python3
# Checks the schema of the dataset format: it takes what the reader takes, and refuses what it can refuse.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-schema.py SOURCE_ROOT: prints TAP."""

import copy
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests/support'))

from schema_checks import SchemaChecks  # noqa: E402

DATA = ROOT / 'tests/data'

# Files that only the reader refuses: a schema sees neither other parts of the
# file, nor the calendar, nor the text itself.
BEYOND_A_SCHEMA = (
    'circle-', 'date-since', 'id-', 'keys-repeated', 'nesting-', 'number-long', 'number-too-large', 'period-impossible',
    'period-of-a-path', 'range-low', 'series-repeated', 'text-nul', 'encoding-bom', 'errors-before', 'errors-more',
)
NOT_JSON = ('syntax-', 'encoding-', 'empty')

# A path into the example and what is put there.
WRONG = [
    (('tongbi',), 'dataset/2'), (('tongbi',), None), (('title',), 7), (('title',), {}), (('title', 'zh'), 1),
    (('updated',), '2023-5-9'), (('updated',), '2023-13-01'), (('reporting_year_start',), '02-29'),
    (('reporting_year_start',), '04-31'), (('reporting_year_start',), '13-01'), (('licence',), 0),
    (('sources',), []), (('sources', 'a', 'published'), 'May'), (('places', 'qd', 'name'), []),
    (('units', 'bed', 'kind'), 'counts'), (('units', 'bed', 'currency'), 'yuan'), (('units', 'bed', 'per'), 0),
    (('units', 'bed', 'base'), 'piece'), (('units', 'bed', 'factor'), 10), (('domains', 'health'), 'Health'),
    (('dimensions',), []), (('dimensions', 'sex'), 'Sex'), (('dimensions', 'sex', 'categories'), []),
    (('dimensions', 'sex', 'categories', 'M'), 1),
    (('indicators',), {}), (('indicators', 0, 'measure'), 'Stock'), (('indicators', 0, 'since'), 'year_start'),
    (('indicators', 0, 'direction'), 'higher'), (('indicators', 0, 'decimals'), 1.5), (('indicators', 0, 'decimals'), -1),
    (('indicators', 0, 'sa'), 'yes'), (('indicators', 0, 'additive'), 'no'), (('indicators', 0, 'nature'), 'price'), (('indicators', 0, 'id'), None),
    (('series', 0, 'breakdown'), {'a': 1}), (('series', 0, 'multiplier'), 0), (('series', 0, 'multiplier'), '10000'),
    (('series', 0, 'observations'), None), (('series', 0, 'observations', 0), ['2021']),
    (('series', 0, 'observations', 0), ['2021', '6.77']), (('series', 0, 'observations', 0), [2021, 6.77]),
    (('series', 0, 'observations', 0), ['2021', 6.77, 1]), (('series', 0, 'observations', 0), '2021'),
    (('series', 0, 'observations', 0), ['', 1]), (('series', 0, 'observations', 1, 'period'), 2021),
    (('series', 0, 'observations', 1, 'value'), '7'), (('series', 0, 'observations', 1, 'kind'), 'actuals'),
    (('series', 0, 'observations', 1, 'qualifier'), '>='), (('series', 0, 'observations', 1, 'basis'), 'as of'),
    (('series', 0, 'observations', 1, 'status'), 'X'), (('series', 0, 'observations', 1, 'status'), ['E', 'EP']),
    (('series', 0, 'observations', 1, 'vintage'), 2022), (('series', 0, 'observations', 1, 'note'), ['x']),
    (('series', 0, 'observations', 1, 'published_change'), {'value': 1}),
    (('series', 0, 'observations', 1, 'published_change'), {'value': '1', 'kind': 'points'}),
    (('series', 0, 'observations', 1, 'published_change'), {'value': 1, 'kind': 'percent'}),
    (('series', 0, 'observations', 1, 'deadline'), '2022'), (('series', 0, 'observations', 1, 'path'), 'steps'),
    (('series', 0, 'observations', 1, 'path'), []), (('series', 0, 'observations', 1, 'path'), [['2022']]),
    (('series', 0, 'observations', 1, 'binding'), 1), (('series', 0, 'observations', 1, 'baseline'), {'period': '2020'}),
    (('series', 0, 'observations', 1, 'comparator'), '>='), (('series', 0, 'observations', 1, 'target_basis'), 'level'),
]

EXAMPLE = {
    'tongbi': 'dataset/1', 'title': {'en': 'Beds', 'zh': '床位'}, 'sources': {'a': {}}, 'places': {'qd': {}},
    'units': {'bed': {'kind': 'count'}}, 'domains': {'health': {}},
    'dimensions': {'sex': {'name': 'Sex', 'categories': {'M': {'en': 'men', 'zh': '男'}}}},
    'indicators': [{'id': 'beds', 'name': 'Beds', 'unit': 'bed', 'measure': 'stock'}],
    'series': [{'indicator': 'beds', 'observations': [['2021', 6.77], {'period': '2022', 'value': 7, 'kind': 'target'}]}],
}


def replace(path, value):
    """The example with another value at a path, or without the key for None."""
    changed = copy.deepcopy(EXAMPLE)
    place = changed
    for step in path[:-1]:
        if isinstance(place, dict) and not isinstance(place.get(step), (dict, list)):
            place[step] = {}
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return changed


def main():
    checks = SchemaChecks(ROOT, 'dataset-1')
    valid = sorted((DATA / 'valid').glob('*.tongbi.json')) + sorted((ROOT / 'data/samples').glob('*.tongbi.json'))
    for path in valid:
        if path.name.startswith('nesting-'):
            continue  # deeper than Python's own recursion goes
        data = json.loads(path.read_text(encoding='utf-8-sig'))
        error = checks.find_error(data)
        checks.check(f'takes {path.name}', error is None, error)

    for path in sorted((DATA / 'invalid').glob('*.json')):
        if path.name.startswith(BEYOND_A_SCHEMA) or path.name.startswith(NOT_JSON):
            continue
        data = json.loads(path.read_text(encoding='utf-8'))
        checks.check(f'refuses {path.name}', not checks.takes(data))

    checks.check('takes the example', checks.takes(EXAMPLE))
    for path, value in WRONG:
        checks.check(f'refuses {"/".join(map(str, path))} = {value!r}', not checks.takes(replace(path, value)))

    # The schema and the reader know the same keys.
    read = set()
    for path in (ROOT / 'src/formats').glob('tb-reader-native*.c'):
        read |= set(re.findall(r'TB_NATIVE_KEY \("(\w+)"\)', path.read_text(encoding='utf-8')))
    described = set(checks.schema['properties'])
    for name, part in checks.schema['$defs'].items():
        described |= set(part.get('properties', {}))
        for member in part.get('properties', {}).values():
            described |= set(member.get('properties', {}))
    checks.check('the schema has the keys of the reader', read == described, sorted(read ^ described))

    checks.check('there was something to check', len(checks.results) > 120)
    return checks.finish()


sys.exit(main())
