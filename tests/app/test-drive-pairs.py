#!/usr/bin/env python3
# Drives several pairs of periods in the table of the real program by keyboard, through
# the accessibility bus: adds one, reads its cells and titles, sorts by it, undoes, saves,
# opens what was saved, chooses other periods and removes it.
# usage: test-drive-pairs.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys

from drive import (Atspi, BUTTONS, KEY_CONTROL, KEY_DOWN, KEY_RETURN, KEY_S, KEY_Z, choose_file, find,
                   find_window, get_focus, is_focused, passed, run_in_home, run_once, select, select_too, showing, tab_to,
                   type_key, wait, walk)

# Of the standard keyboard of X.
KEY_3, KEY_ALT, KEY_END, KEY_HOME, KEY_UP, KEY_Q = 12, 64, 115, 110, 111, 24
PROGRAM = sys.argv[1]
FIRST, SECOND, OTHER = ('31 Dec 2020 to 31 Dec 2021', '31 Dec 2019 to 31 Dec 2020', '31 Dec 2019 to 31 Dec 2021')
ADD = 'Compare Two More Periods'


def write_figures(folder):
    path = os.path.join(folder, 'staff.json')
    series = {'nurses': (1600, 2000, 3500), 'doctors': (1000, 2000, 1500)}
    dataset = {
        'tongbi': 'dataset/1', 'title': 'Staff', 'units': {'u': {'name': 'persons', 'kind': 'count'}},
        'indicators': [{'id': i, 'name': i.capitalize(), 'unit': 'u', 'measure': 'stock'} for i in series],
        'series': [{'indicator': i, 'observations': [[f'{2019 + n}-12-31', value] for n, value in enumerate(values)]}
                   for i, values in series.items()]}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(dataset, file)
    return path


def find_pair(program, label):
    return find(program, BUTTONS, label)


def find_table(program):
    return find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE), 'Comparison table')


def get_cell(table):
    focus = next((n for n in walk(table) if showing(n) and is_focused(n)), None)
    return (focus.get_name() if focus is not None else None) or ''


def go(table, key, expected, modifier=None):
    type_key(key, modifier)
    wait(lambda: get_cell(table).startswith(expected), f'{expected}, not {get_cell(table)}')


def go_to_table(program):
    table = wait(lambda: find_table(program), 'the table')
    tab_to(program, lambda n: get_cell(table) != '', 'the table')
    return table


def add_pair(program):
    tab_to(program, lambda n: n.get_name() == ADD, 'the button that adds')
    type_key(KEY_RETURN)
    wait(lambda: find_pair(program, FIRST), 'the first pair')
    wait(lambda: (find_pair(program, SECOND) is not None and is_focused(get_focus(program))
                  and get_focus(program).get_name() == SECOND), 'the focus on the second pair')


def read_band(program):
    table = go_to_table(program)
    type_key(KEY_HOME, KEY_CONTROL)
    go(table, KEY_END, 'Nurses; Change in %, 31 Dec 2019 to 31 Dec 2020 — ')
    assert '25.0%' in get_cell(table), get_cell(table)
    go(table, KEY_DOWN, 'Doctors; Change in %, 31 Dec 2019 to 31 Dec 2020 — ')
    assert '100.0%' in get_cell(table), get_cell(table)
    passed('a cell of the second pair says which periods it compares')
    type_key(KEY_UP)
    go(table, KEY_UP, 'Change, 31 Dec 2019 to 31 Dec 2020: %')
    passed('the title of a column says its band')
    type_key(KEY_RETURN)
    type_key(KEY_RETURN)
    go(table, KEY_DOWN, 'Doctors; Change in %, 31 Dec 2019')
    passed('a title of the second pair sorts')


def drive_adding(child, program, folder, environment):
    chart = os.path.join(folder, 'staff.tongbi-chart.json')
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the indicators')
    Atspi.generate_mouse_event(300, 20, 'abs')
    select(program, 'nurses', 'Nurses')
    select_too(program, 'doctors', 'Doctors')
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, BUTTONS, ADD), 'the button that adds')
    assert find_pair(program, FIRST) is None
    add_pair(program)
    passed('another pair of periods is added by keyboard, and has the focus')
    read_band(program)
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: find_pair(program, SECOND) is None and find(program, BUTTONS, ADD), 'one pair again')
    assert not any(SECOND in (n.get_name() or '') for n in walk(find_table(program)) if showing(n))
    passed('Ctrl+Z takes it away')
    add_pair(program)
    type_key(KEY_S, KEY_CONTROL)
    choose_file(program, 'Save Chart', 'Save', os.path.join(folder, 'staff'))
    wait(lambda: os.path.exists(chart), 'the chart')
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the name of the chart in the title')
    with open(chart, encoding='utf-8') as file:
        pairs = json.load(file)['table']['pairs']
    assert pairs == [{'base': '2020-12-31', 'current': '2021-12-31'}, {'base': '2019-12-31', 'current': '2020-12-31'}], pairs
    passed('they are saved with the chart')
    type_key(KEY_Q, KEY_CONTROL)
    wait(lambda: child.poll() is not None, 'the program to end')


def is_on_choice(program, name):
    focus = get_focus(program)
    return focus is not None and focus.get_role() == Atspi.Role.LIST_ITEM and focus.get_name() == name


def drive_reopening(child, program, folder, environment):
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the chart')
    wait(lambda: find_pair(program, FIRST) and find_pair(program, SECOND), 'both pairs')
    Atspi.generate_mouse_event(300, 20, 'abs')
    table = go_to_table(program)
    type_key(KEY_HOME, KEY_CONTROL)
    go(table, KEY_END, 'Nurses; Change in %, 31 Dec 2019 to 31 Dec 2020 — ')
    passed('a saved chart opens with both pairs')
    tab_to(program, lambda n: n.get_name() == SECOND, 'the second pair')
    type_key(KEY_RETURN)
    tab_to(program, lambda n: n.get_parent() and n.get_parent().get_description() == 'Later period', 'the later period')
    type_key(KEY_RETURN)
    wait(lambda: is_on_choice(program, '31 Dec 2020'), 'the periods, at the one that is chosen')
    type_key(KEY_DOWN)
    wait(lambda: is_on_choice(program, '31 Dec 2021'), 'the next one')
    type_key(KEY_RETURN)
    wait(lambda: find_pair(program, OTHER), 'other periods')
    wait(lambda: get_focus(program).get_parent().get_description() == 'Later period', 'the focus back on the chooser')
    passed('its periods are chosen by keyboard')
    tab_to(program, lambda n: n.get_name() == 'Remove This Comparison', 'the button that removes')
    type_key(KEY_RETURN)
    wait(lambda: find_pair(program, OTHER) is None and find_pair(program, FIRST) is None, 'one pair again')
    wait(lambda: is_focused(find(program, BUTTONS, ADD)), 'the focus where another one can be added')
    passed('it is removed by keyboard')


def drive_all(folder, environment):
    staff = write_figures(folder)
    for drive, argument in ((drive_adding, staff),
                            (drive_reopening, os.path.join(folder, 'staff.tongbi-chart.json'))):
        run_once(drive, [PROGRAM, argument], folder, environment)


run_in_home(drive_all)
