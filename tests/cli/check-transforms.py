#!/usr/bin/env python3
# Computes random series anew, with fractions, and holds the figures of "tongbi-cli transform" against it.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-transforms.py TONGBI_CLI: prints TAP.

The formulas are those of semantics 4.2 and 4.3: Y-1, Y-2, Y-8, F-2 and F-4 to F-7 and F-9, on months of which some are
missing, printed with unlike multipliers. A figure is None where a rule leaves it out.
"""

import calendar
import csv
import io
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

PROGRAM = sys.argv[1]
N_SERIES = 12
SEED = 20260102
FIRST_YEAR, N_YEARS = 2021, 4
N_MONTHS = 12 * N_YEARS
BASE = 13
MULTIPLIERS = ['1', '1000', '10000', '100', '0.1']


def number_to_text(source, least):
    digits = source.choice([0, 1, 2])
    mantissa = source.randint(least * 10 ** digits, 10 ** (3 + digits))
    text = f'{abs(mantissa):0{digits + 1}d}'
    sign = '-' if mantissa < 0 else ''
    return sign + (f'{text[:-digits]}.{text[-digits:]}' if digits else text)


def make_months(source, least, hole_share):
    """(value as printed, multiplier) by number of month; months that are missing are not in it."""
    return {month: (number_to_text(source, least), source.choice(MULTIPLIERS))
            for month in range(N_MONTHS) if month == BASE or source.random() >= hole_share}


def read_exactly(months):
    return {month: Fraction(value) * Fraction(multiplier) for month, (value, multiplier) in months.items()}


def add_up(months):
    """Year-to-date figures of months that are all there, as whole thousandths."""
    totals, total = {}, Fraction(0)
    for month in range(N_MONTHS):
        total = months[month] + (total if month % 12 else 0)
        totals[month] = total
    return totals


def print_exactly(value):
    """A fraction of thousandths as a decimal, whatever its size."""
    thousandths = value * 1000
    sign, text = '-' if thousandths < 0 else '', f'{abs(int(thousandths)):04d}'
    return f'{sign}{text[:-3]}.{text[-3:]}'


def find_days(first, last):
    last_year, last_month = FIRST_YEAR + last // 12, last % 12 + 1
    return (f'{FIRST_YEAR + first // 12}-{first % 12 + 1:02d}-01',
            f'{last_year}-{last_month:02d}-{calendar.monthrange(last_year, last_month)[1]}')


# What is expected: {(first month, last month): value or None}

def expect_discrete(x):
    wanted = {}
    for month in x:
        before = max((m for m in x if month - month % 12 <= m < month), default=None)
        first = month - month % 12 if before is None else before + 1
        wanted[first, month] = x[month] - (0 if before is None else x[before])
    return wanted


def expect_cumulative(x):
    return {(m - m % 12, m): sum(x[k] for k in range(m - m % 12, m + 1))
            if all(k in x for k in range(m - m % 12, m + 1)) else None for m in x}


def expect_sums(x, n):
    return {(first, first + n - 1): sum(x[k] for k in range(first, first + n))
            if all(k in x for k in range(first, first + n)) else None
            for first in sorted({m - m % n for m in x})}


def expect_change(x, lag):
    return {(m, m): x[m] - x[m - lag] if m - lag in x else None for m in x}


def expect_percent(x, lag):
    return {(m, m): 100 * (x[m] - x[m - lag]) / x[m - lag]
            if m - lag in x and x[m - lag] > 0 and x[m] >= 0 else None for m in x}


def expect_average(x, n):
    return {(m, m): sum(x[m - k] for k in range(n)) / n if all(m - k in x for k in range(n)) else None for m in x}


def expect_index(x):
    return {(m, m): 100 * x[m] / x[BASE] for m in x}


def expect_share(x, whole):
    return {(m, m): 100 * x[m] / whole[m] if m in whole else None for m in x}


def expect_contribution(x, whole):
    return {(m, m): 100 * (x[m] - x[m - 12]) / whole[m - 12]
            if m - 12 in x and m in whole and m - 12 in whole else None for m in x}


def write_series(name, months):
    rows = ', '.join(f'{{"period": "{FIRST_YEAR + m // 12}-{m % 12 + 1:02d}", "value": {value}, '
                     f'"multiplier": {multiplier}}}' for m, (value, multiplier) in months.items())
    return f'{{"indicator": "{name}", "observations": [{rows}]}}'


def write_dataset(path, indicators, series):
    path.write_text('{"tongbi": "dataset/1", "title": "Random months", '
                    '"units": {"kg": {"name": "kg", "kind": "mass"}},\n"indicators": '
                    + json.dumps([dict(members, id=name, name=name, unit='kg')
                                  for name, members in indicators.items()])
                    + ',\n"series": [' + ',\n'.join(write_series(*one) for one in series.items()) + ']}\n',
                    encoding='utf-8')


def make_case(source, number, indicators, series):
    """Adds the series of one case; returns [(indicator, options, expected)]."""
    flow, to_date, part, whole = (f'{name}{number}' for name in ('flow', 'to-date', 'part', 'whole'))
    indicators[flow] = indicators[whole] = {'measure': 'flow'}
    indicators[part] = {'measure': 'flow', 'part_of': whole}
    indicators[to_date] = {'measure': 'cumulative', 'since': 'year-start'}

    holes = source.choice([0, 0.05, 0.3])
    series[flow] = make_months(source, source.choice([-1000, 0]), holes)
    totals = add_up(read_exactly(make_months(source, -200, 0)))
    series[to_date] = {m: (print_exactly(total), '1') for m, total in totals.items() if source.random() >= holes}
    series[part] = make_months(source, 1, holes)
    parts = read_exactly(series[part])
    series[whole] = {m: (print_exactly(value + source.randint(1, 10 ** 6)), '1')
                     for m, value in parts.items() if source.random() >= holes / 2}

    x, c = read_exactly(series[flow]), read_exactly(series[to_date])
    wholes = read_exactly(series[whole])
    base = f'{FIRST_YEAR + BASE // 12}-{BASE % 12 + 1:02d}'
    return [(to_date, ['discrete'], expect_discrete(c)),
            (flow, ['cumulative'], expect_cumulative(x)),
            (flow, ['quarter'], expect_sums(x, 3)),
            (flow, ['half'], expect_sums(x, 6)),
            (flow, ['annual'], expect_sums(x, 12)),
            (flow, ['change'], expect_change(x, 1)),
            (flow, ['change-on-year'], expect_change(x, 12)),
            (to_date, ['change-on-year'], expect_change(c, 12)),
            (flow, ['percent'], expect_percent(x, 1)),
            (flow, ['percent-on-year'], expect_percent(x, 12)),
            (flow, ['moving-average'], expect_average(x, 3)),
            (flow, ['moving-average', '--window', '7'], expect_average(x, 7)),
            (part, ['index', '--base', base], expect_index(parts)),
            (part, ['share'], expect_share(parts, wholes)),
            (part, ['contribution'], expect_contribution(parts, wholes))]


def transform(path, indicator, options):
    run = subprocess.run([PROGRAM, 'transform', str(path), '--indicator', indicator, '--op', *options, '--lang', 'en'],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    rows = csv.DictReader(io.StringIO(run.stdout.decode('utf-8')))
    return {(row['period_start'], row['period_end']): row['value'] for row in rows}, run.stderr.decode('utf-8')


def is_met(found, value):
    """Rounded once from the exact fraction, or a few units in the last place off where there is a division."""
    if value is None or found is None or found == '':
        return value is None and found in ('', None)
    if found == '-0':
        return False
    return math.isclose(float(found), float(value), rel_tol=1e-14, abs_tol=0) or float(found) == float(value)


def find_faults(found, wanted):
    wanted = {find_days(*months): value for months, value in wanted.items()}
    faults = [f'{days[0]}/{days[1]}: {found.get(days)}, not {None if value is None else float(value)}'
              for days, value in wanted.items() if not is_met(found.get(days), value)]
    return faults + [f'{days[0]}/{days[1]}: {value} that was not expected' for days, value in found.items()
                     if days not in wanted]


def main():
    source = random.Random(SEED)
    indicators, series, cases = {}, {}, []
    for number in range(N_SERIES):
        cases += make_case(source, number, indicators, series)
    names = list(dict.fromkeys(' '.join(options) for _, options, _ in cases))
    faulty, n_figures = set(), dict.fromkeys(names, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'months.tongbi.json'
        write_dataset(path, indicators, series)
        for indicator, options, wanted in cases:
            found, message = transform(path, indicator, options)
            faults = find_faults(found, wanted)
            n_figures[' '.join(options)] += sum(value is not None for value in wanted.values())
            if faults:
                faulty.add(' '.join(options))
                print(f'# {indicator} {" ".join(options)}: {"; ".join(faults[:4])} {message.strip()}')
    print(f'1..{len(names)}')
    for i, name in enumerate(names):
        is_good = name not in faulty and n_figures[name] > 0
        print(f'{"ok" if is_good else "not ok"} {i + 1} - {name}: {n_figures[name]} figures as computed anew')


main()
