#!/usr/bin/env python3
# Weighs random pairs of figures anew, with fractions, and holds the answers of tongbi-cli against it.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-verdicts.py TONGBI_CLI: prints TAP.

The rules are those of semantics 4.1 on the numbers themselves: R11, R12, R13, R15 and R17. Each indicator has one
figure of 2020 and one of 2021, so that no rule on periods stands in the way.
"""

import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

PROGRAM = sys.argv[1]
N_INDICATORS = 1500
SEED = 20260101

QUALIFIERS = ['exact'] * 6 + ['over', 'at-least', 'about', 'nearly', 'at-most', 'under', 'range', 'range']
MULTIPLIERS = ['1', '10000', '100000000', '0.001']
OPEN = None


class Interval:
    """What a figure is known to be: limits (None: open), whether they are reached, and the rounding of the print."""

    def __init__(self, low, high, low_strict=False, high_strict=False, about=False, half=Fraction(0), bounded=False):
        self.low, self.high = low, high
        self.low_strict, self.high_strict = low_strict, high_strict
        self.about, self.half, self.bounded = about, half, bounded


def read_interval(figure, unit_kind):
    multiplier = Fraction(figure['multiplier'])
    if 'low' in figure:
        low, high = Fraction(figure['low']) * multiplier, Fraction(figure['high']) * multiplier
        return Interval(low, high, bounded=low != high)
    value = Fraction(figure['value']) * multiplier
    digits = len(figure['value'].partition('.')[2])
    whole = digits == 0 and figure['multiplier'] == '1' and unit_kind == 'count'
    half = Fraction(0) if whole else multiplier * Fraction(1, 2 * 10 ** digits)
    qualifier = figure['qualifier']
    if qualifier in ('over', 'at-least'):
        return Interval(value, OPEN, low_strict=qualifier == 'over', bounded=True, half=half)
    if qualifier in ('under', 'at-most'):
        return Interval(OPEN, value, high_strict=qualifier == 'under', bounded=True, half=half)
    return Interval(value, value, about=qualifier in ('about', 'nearly'), half=half)


def subtract(a, b):
    low = OPEN if a.low is OPEN or b.high is OPEN else a.low - b.high
    high = OPEN if a.high is OPEN or b.low is OPEN else a.high - b.low
    return low, high, a.low_strict or b.high_strict, a.high_strict or b.low_strict


def find_bound(low, high, low_strict, high_strict):
    """The bound's name, or None where the sign is not known."""
    if low is not OPEN and high is not OPEN and float(low) == float(high):
        return 'exact'
    if low is not OPEN and (low > 0 or (low == 0 and low_strict)):
        return 'at-least' if high is OPEN else 'between'
    if high is not OPEN and (high < 0 or (high == 0 and high_strict)):
        return 'at-most' if low is OPEN else 'between'
    return None


def find_relative(bound, difference, base, current):
    """(percent or None, codes): of the limits that the stated difference was made from."""
    if bound == 'between':
        return None, set()
    b = base.low if bound == 'at-most' else base.high
    c = current.high if bound == 'at-most' else current.low
    if b == 0:
        return None, {'R11'}
    if b < 0 or c < 0 or (base.low is not OPEN and base.low < 0):
        return None, {'R12'}
    if base.low is OPEN:
        return None, set()
    return difference * 100 / b, set()


def weigh(base_figure, current_figure, unit_kind):
    base, current = read_interval(base_figure, unit_kind), read_interval(current_figure, unit_kind)
    low, high, low_strict, high_strict = subtract(current, base)
    bounded, about = base.bounded or current.bounded, base.about or current.about
    codes = {'R15'} if bounded or about else set()
    bound = find_bound(low, high, low_strict, high_strict)
    if bound is None:
        return {'verdict': 'invalid', 'codes': {'R15'}}
    difference = {'exact': low, 'at-least': low, 'at-most': high, 'between': None}[bound]
    answer = {'verdict': 'note' if about else 'valid', 'low': low, 'high': high, 'relative': None,
              'bound': 'about' if about and bound == 'exact' else bound, 'difference': difference}
    if unit_kind == 'percent':
        codes.add('R13')
    else:
        answer['relative'], more = find_relative(bound, difference, base, current)
        codes |= more
    room = base.half + current.half
    if not bounded and room > 0 and abs(difference) <= room:
        codes.add('R17')
        answer['verdict'] = 'note'
    answer['codes'] = codes
    return answer


def make_number(source):
    digits = source.choice([0, 0, 1, 2, 4])
    mantissa = source.choice([0, source.randint(1, 30), source.randint(1, 10 ** 4), source.randint(1, 10 ** 9)])
    sign = '-' if mantissa and source.random() < 0.1 else ''
    if digits == 0:
        return f'{sign}{mantissa}'
    text = str(mantissa).rjust(digits + 1, '0')
    return f'{sign}{text[:-digits]}.{text[-digits:]}'


def make_figure(source, qualifiers):
    figure = {'multiplier': source.choice(MULTIPLIERS)}
    qualifier = source.choice(qualifiers)
    if qualifier == 'range':
        ends = sorted([make_number(source), make_number(source)], key=Fraction)
        figure['low'], figure['high'] = ends
        return figure
    figure['value'], figure['qualifier'] = make_number(source), qualifier
    return figure


def make_near(source, figure):
    """A figure that is near another one, or the same: where rounding and signs decide."""
    if 'value' not in figure or source.random() < 0.6:
        return make_figure(source, QUALIFIERS)
    near = dict(figure, qualifier=source.choice(QUALIFIERS[:-2]))
    if source.random() < 0.7:
        places = len(figure['value'].partition('.')[2])
        step = Fraction(source.randint(-2, 2), 10 ** places)
        near['value'] = f'{float(Fraction(figure["value"]) + step):.{places}f}' if places < 4 else figure['value']
    return near


def write_observation(period, figure):
    members = [f'"period": "{period}"']
    for key in ('value', 'low', 'high', 'multiplier'):
        if key in figure:
            members.append(f'"{key}": {figure[key]}')
    if figure.get('qualifier', 'exact') != 'exact':
        members.append(f'"qualifier": "{figure["qualifier"]}"')
    return '{' + ', '.join(members) + '}'


def write_dataset(path, cases):
    kinds = sorted({kind for kind, _, _ in cases})
    units = ', '.join(f'"{kind}": {{"name": "{kind}", "kind": "{kind}"}}' for kind in kinds)
    indicators = ',\n'.join(f'{{"id": "i{i}", "name": "i{i}", "unit": "{kind}", "measure": "flow"}}'
                            for i, (kind, _, _) in enumerate(cases))
    series = ',\n'.join(f'{{"indicator": "i{i}", "observations": '
                        f'[{write_observation("2020", base)}, {write_observation("2021", current)}]}}'
                        for i, (_, base, current) in enumerate(cases))
    path.write_text(f'{{"tongbi": "dataset/1", "title": "Random figures", "units": {{{units}}},\n'
                    f'"indicators": [{indicators}],\n"series": [{series}]}}\n', encoding='utf-8')


def is_near(found, wanted):
    """Equal when the exact fraction is rounded to a double once, give or take a unit in the last place."""
    if wanted is None or found is None:
        return wanted is None and found is None
    return math.isclose(found, float(wanted), rel_tol=4e-16, abs_tol=0.0) or float(wanted) == found


def find_faults(found, wanted, kind):
    faults = []
    if found['verdict'] != wanted['verdict']:
        faults.append(f'verdict {found["verdict"]}, not {wanted["verdict"]}')
    if set(found['codes']) != wanted['codes']:
        faults.append(f'codes {found["codes"]}, not {sorted(wanted["codes"])}')
    if wanted['verdict'] == 'invalid':
        return faults + [f'{key} in a refused comparison' for key in ('absolute', 'relative', 'points') if
                         found[key] is not None]
    amount, other = ('points', 'absolute') if kind == 'percent' else ('absolute', 'points')
    for key, value in ((amount, wanted['difference']), (other, None), ('low', wanted['low']),
                       ('high', wanted['high'])):
        if not is_near(found[key], value):
            faults.append(f'{key} {found[key]}, not {None if value is None else float(value)}')
    if not (is_near(found['relative'], wanted['relative']) or
            wanted['relative'] is not None and found['relative'] is not None
            and math.isclose(found['relative'], float(wanted['relative']), rel_tol=1e-14)):
        faults.append(f'relative {found["relative"]}, not {wanted["relative"]}')
    if found['bound'] != wanted['bound']:
        faults.append(f'bound {found["bound"]}, not {wanted["bound"]}')
    return faults


def main():
    source = random.Random(SEED)
    cases = []
    for _ in range(N_INDICATORS):
        base = make_figure(source, QUALIFIERS)
        cases.append((source.choice(['count', 'count', 'mass', 'percent']), base, make_near(source, base)))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'random.tongbi.json'
        write_dataset(path, cases)
        run = subprocess.run([PROGRAM, 'compare', str(path), '--base', '2020', '--current', '2021', '--json'],
                             stdout=subprocess.PIPE, check=False)
    answers = json.loads(run.stdout)
    n_faulty = 0
    for i, (kind, base, current) in enumerate(cases):
        faults = find_faults(answers[i], weigh(base, current, kind), kind)
        if faults and n_faulty < 20:
            print(f'# {kind} {base} → {current}: {"; ".join(faults)}')
        n_faulty += bool(faults)
    kinds = {answer['verdict'] for answer in answers}
    print('1..3')
    print(f'{"ok" if len(answers) == len(cases) else "not ok"} 1 - an answer for every pair')
    print(f'{"ok" if n_faulty == 0 else "not ok"} 2 - {len(cases) - n_faulty} of {len(cases)} answers as weighed anew')
    print(f'{"ok" if kinds == {"valid", "note", "invalid"} else "not ok"} 3 - every kind of verdict occurs')


main()
