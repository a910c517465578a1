#!/usr/bin/env python3
# Checks the schema of chart specs: it takes what is written, and refuses what the reader refuses.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-chart-schema.py SOURCE_ROOT WRITE_SPECS: prints TAP."""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests/support'))

from schema_checks import SchemaChecks  # noqa: E402

# A member and what is put there; None takes it away.
WRONG = [
    ('tongbi', 'chart/2'), ('tongbi', None), ('tongbi', 1), ('type', 'pie'), ('type', 0), ('type', 'Column'),
    ('indicators', 'beds'), ('indicators', [1]), ('indicators', {}), ('place', 1), ('from', 2021), ('from', ''),
    ('to', []), ('reporting_year_start', '7-1'), ('reporting_year_start', '13-01'), ('reporting_year_start', '00-10'),
    ('reporting_year_start', 701), ('kinds', 'actual'), ('kinds', ['actuals']), ('kinds', [0]), ('language', 'zh_CN'),
    ('language', 'de'), ('style', 'sepia'), ('width', '960'), ('width', 0), ('width', 7.9), ('height', 40000),
    ('height', True), ('title', 1), ('subtitle', []), ('note', False), ('source', {}), ('description', 1),
    ('operations', 'percent'), ('operations', ['percents']), ('operations', [1]), ('operations', ['index']),
    ('operations', [{}]), ('operations', [{'op': 'index'}]), ('operations', [{'op': 'pie'}]), ('operations', [['percent']]),
    ('operations', [{'op': 'percent', 'bases': '2020'}]), ('operations', [{'op': 'moving-average', 'window': 1}]),
    ('operations', [{'op': 'moving-average', 'window': 2.5}]), ('operations', [{'op': 'moving-average', 'window': '3'}]),
    ('operations', [{'op': 'share', 'with': 1}]), ('operations', [{'op': 'annual', 'so_far': 1}]),
    ('operations', [{'op': 'index', 'base': 2020}]), ('operations', ['percent'] * 18),
    ('theme', 'house.json'), ('theme', {}), ('base', 2020), ('current', ''), ('as_of', '2021-8-16'), ('as_of', 20210816), ('as_known', '2021-13-01'),
    ('order', 'name'), ('order', 1), ('own_scales', 'yes'), ('transparent', 1), ('decimals', -1), ('decimals', 5), ('decimals', 1.5), ('decimals', '2'), ('hidden', 'beds'), ('hidden', [1]), ('decorations', {}),
    ('decorations', ['cagr']), ('decorations', [{}]), ('decorations', [{'kind': 'trend'}]),
    ('decorations', [{'kind': 'cagr', 'value': 1}]), ('decorations', [{'kind': 'cagr', 'colour': 'red'}]),
    ('decorations', [{'kind': 'cagr', 'from': ''}]), ('decorations', [{'kind': 'cagr', 'to': 'year-before'}]),
    ('decorations', [{'kind': 'difference', 'show': 'points'}]), ('decorations', [{'kind': 'difference', 'at': 'last'}]),
    ('decorations', [{'kind': 'difference', 'text': 'doubled'}]), ('decorations', [{'kind': 'value-line'}]),
    ('decorations', [{'kind': 'value-line', 'value': '100'}]), ('decorations', [{'kind': 'span', 'from': '2020'}]),
    ('decorations', [{'kind': 'break', 'text': 'x'}]), ('decorations', [{'kind': 'highlight'}]),
    ('decorations', [{'kind': 'note', 'at': 'last'}]), ('decorations', [{'kind': 'note', 'text': 'x'}]),
    ('decorations', [{'kind': 'note', 'at': 'last', 'text': 'x' * 51}]),
    ('decorations', [{'kind': 'note', 'at': 'year-before', 'text': 'x'}]),
    ('decorations', [{'kind': 'cagr'}] * 65),
    ('table', True), ('table', {'totals': 1}), ('table', {'total': True}),
    ('table', {'pairs': {'base': '2019', 'current': '2020'}}), ('table', {'pairs': ['2019..2020']}),
    ('table', {'pairs': [{'base': '2019'}]}), ('table', {'pairs': [{'base': '2019', 'current': 2020}]}),
    ('table', {'pairs': [{'base': '2019', 'current': '2020', 'from': '2018'}]}),
    ('table', {'pairs': [{'base': '2019', 'current': '2020'}] * 2}),
    ('table', {'pairs': [{'base': str(2000 + i), 'current': '2020'} for i in range(13)]}),
    ('values', 'yes'), ('values', 1), ('titel', 'x'), ('$schema', 'x'),
]

# Both take them.
RIGHT = [
    ('type', 'sparkline'), ('indicators', []), ('kinds', []), ('kinds', ['plan', 'target']), ('width', 8),
    ('height', 32767), ('width', 1e3), ('title', ''), ('from', '2021-Q3'), ('to', '2021-01/2021-08'), ('values', False),
    ('theme', {'tongbi': 'theme/1'}), ('base', '2020'), ('current', '2021-S1'), ('as_of', '2021-08-16'), ('as_known', '2021-01-12'),
    ('order', 'usual'), ('order', 'completion'), ('own_scales', True), ('transparent', True), ('decimals', 0), ('decimals', 4), ('hidden', []), ('hidden', ['beds@qingdao#urban']),
    ('decorations', []), ('decorations', [{'kind': 'cagr'}] * 64), ('decorations', [{'kind': 'difference'}]),
    ('decorations', [{'kind': 'difference', 'from': 'year-before', 'to': '2021-08', 'show': 'relative'}]),
    ('decorations', [{'kind': 'value-line', 'value': -1.5, 'text': ''}]), ('decorations', [{'kind': 'target-line'}]),
    ('decorations', [{'kind': 'span', 'from': '2020', 'to': '2021', 'text': '基' * 50}]),
    ('decorations', [{'kind': 'break', 'at': '2020', 'series': 'beds'}]), ('decorations', [{'kind': 'highlight', 'series': 'beds'}]),
    ('decorations', [{'kind': 'highlight', 'at': 'highest'}]), ('decorations', [{'kind': 'note', 'at': '2020', 'text': 'x'}]),
    ('operations', []), ('operations', ['discrete', 'percent-on-year']), ('operations', [{'op': 'percent'}]),
    ('operations', [{'op': 'index', 'base': '2020-Q1'}]), ('operations', [{'op': 'moving-average', 'window': 12}]),
    ('operations', [{'op': 'average-growth', 'window': 2.0}]), ('operations', [{'op': 'share', 'with': 'gdp'}]),
    ('operations', [{'op': 'annual', 'so_far': True}]), ('table', {}), ('table', {'totals': True}),
    ('table', {'pairs': []}), ('table', {'pairs': [{'base': '2019-S1', 'current': '2020-S1'}]}),
    ('table', {'totals': True, 'pairs': [{'base': str(2000 + i), 'current': '2020'} for i in range(12)]}),
]


def main():
    checks = SchemaChecks(ROOT, 'chart-1')
    program = sys.argv[2]
    written = subprocess.run([program], capture_output=True, encoding='utf-8', check=True).stdout.split('\f')[:-1]
    errors = [checks.find_error(json.loads(text)) for text in written]
    checks.check('takes what is written', not any(errors), next((error for error in errors if error), ''))
    checks.check('much was written', len(written) >= 100)

    # What is written uses every member, so that none is checked by its absence.
    used = set().union(*(json.loads(text) for text in written))
    described = set(checks.schema['properties'])
    checks.check('the schema has the members that are written', used == described, used ^ described)

    checks.check_members([program, '--read'], {'tongbi': 'chart/1', 'type': 'line', 'width': 960, 'height': 540}, RIGHT, WRONG)

    # The schema and the reader know the same members.
    source = (ROOT / 'src/chart/tb-chart-spec-read.c').read_text(encoding='utf-8')
    listed = re.search(r'members\[\] = \{(.*?)\};', source, re.S).group(1)
    checks.check('the schema has the members of the reader', set(re.findall(r'"(\w+)"', listed)) == described)

    return checks.finish()


sys.exit(main())
