#!/usr/bin/env python3
# Checks the schema of import profiles: it takes and refuses what the reader takes and refuses, and its page a good one.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-profile-schema.py SOURCE_ROOT READ_PROFILES: prints TAP."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tests/support'))

from schema_checks import SchemaChecks  # noqa: E402

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


def main():
    checks = SchemaChecks(ROOT, 'import-profile-1')
    command = sys.argv[2:]
    checks.check_members(command, {'tongbi': 'import-profile/1'}, RIGHT, WRONG)
    checks.check_example(command)
    roles = checks.schema['properties']['columns']['additionalProperties']['properties']['role']['enum']
    listed = re.findall(r'^\| `(\w+)` \| (?!by|of all|`")', checks.page, re.M)
    checks.check('the page has all roles', listed[-len(roles):] == roles)
    return checks.finish()


sys.exit(main())
