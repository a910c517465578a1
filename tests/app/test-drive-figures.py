#!/usr/bin/env python3
# Compares what a screen reader is given of the table and the chart with what the
# command line writes for the same data, figure by figure, in the language of the
# process: for a sample, and for a town whose figures are missing, provisional, "over",
# "at least" and aimed at.
# usage: test-drive-figures.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys

from drive import (Announcements, Atspi, DEADLINE, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_RETURN, KEY_RIGHT, find, is_focused,
                   passed, run_in_home, run_once, showing, tab_to, translate as _, type_key, wait, walk)

PROGRAM = sys.argv[1]
CLI = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(PROGRAM))), 'cli', 'tongbi-cli')
IOWA = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'iowa-electricity.tongbi.json')
KEY_HOME, KEY_END, KEY_UP, KEY_DOWN, KEY_SHIFT, KEY_2, KEY_3, KEY_A = 110, 115, 111, 116, 50, 11, 12, 38
TOWN = {
    'tongbi': 'dataset/1', 'title': {'en': 'Beds of a Town', 'zh': '某镇床位'},
    'units': {'bed': {'name': {'en': 'beds', 'zh': '张'}, 'kind': 'count'}},
    'indicators': [{'id': 'beds', 'name': {'en': 'Hospital beds', 'zh': '医疗床位数'}, 'unit': 'bed', 'measure': 'stock',
                    'direction': 'up'}],
    'series': [{'indicator': 'beds', 'observations': [
        ['2018-12-31', 1180], {'period': '2019-12-31', 'value': None, 'status': ['M']},
        {'period': '2020-12-31', 'value': 1240, 'qualifier': 'over'},
        {'period': '2021-12-31', 'value': 1310, 'qualifier': 'at-least'},
        {'period': '2022-12-31', 'value': 1350, 'status': ['P']}, ['2023-12-31', 1402],
        {'period': '2025-12-31', 'value': 1600, 'kind': 'target', 'qualifier': 'at-least'}]}]}
# What a figure is, beside its number.
KINDS = {'actual': '实际' if IS_CHINESE else 'actual', 'target': '目标' if IS_CHINESE else 'target'}
STATUS = {'M': '缺失' if IS_CHINESE else 'missing', 'P': '初步' if IS_CHINESE else 'provisional'}
CELLS = (Atspi.Role.TABLE_CELL,)


def read_table(path):
    """The rows as the command line writes them."""
    told = subprocess.run([CLI, 'table', path, '--lang', 'zh_CN' if IS_CHINESE else 'en', '--targets', '--format', 'json', '-o', '-'],
                          timeout=DEADLINE, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)['rows']


def expect(row, figure):
    """What has to be said of a figure, wherever that is."""
    shown = figure['shown']
    parts = [row['name'], KINDS[figure['kind']]]
    if figure['value'] is None:
        parts.append(shown)
    else:
        parts.append(f'{shown}{row["unit_shown"]}' if IS_CHINESE else f'{shown} {row["unit_shown"]}')
    parts += [STATUS[code] for code in figure['status']]
    if figure['source'] is not None:
        parts.append(figure['source']['publisher'])
    return parts


def get_year(figure):
    return figure['period'][:4]


def says(text, parts):
    return all(part in text for part in parts)


def check_cells(program, rows):
    """Of each figure, by keyboard from cell to cell; and of each change."""
    type_key(KEY_3, KEY_ALT)
    table = wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE), _('Comparison table')), 'the table')
    wait(lambda: all(find(table, CELLS, row['name']) for row in rows), 'the rows')
    tab_to(program, lambda n: n.get_role() in CELLS, 'the table')
    type_key(KEY_HOME, KEY_CONTROL)
    names = []
    for row in rows:
        wait(lambda: find_focused(table) == row['name'], f'the focus on {row["name"]}')
        type_key(KEY_END)
        last = wait(lambda: (f := find_focused(table)) not in (None, row['name']) and f, 'the end of the row')
        type_key(KEY_HOME)
        wait(lambda: find_focused(table) == row['name'], 'its beginning')
        said = [row['name']]
        while said[-1] != last:
            type_key(KEY_RIGHT)
            said.append(wait(lambda: (f := find_focused(table)) not in (None, said[-1]) and f, f'the cell after {said[-1]}'))
        for figure in row['figures']:
            parts = expect(row, figure)
            assert any(says(text, parts) and get_year(figure) in text for text in said), (parts, get_year(figure), said)
        for change in row['changes']:
            assert sum(change['text'] in text for text in said) >= 1, (change['text'], said)
        names += said
        if row != rows[-1]:
            type_key(KEY_HOME)
            wait(lambda: find_focused(table) == row['name'], 'the beginning of the row')
            type_key(KEY_DOWN)
    passed(f'{len(names)} cells of {len(rows)} rows say what the command line writes')
    return table


def find_focused(root):
    return next((n.get_name() for n in walk(root) if showing(n) and is_focused(n)), None)


def check_sort(table, rows, announcements):
    type_key(KEY_HOME, KEY_CONTROL)
    wait(lambda: find_focused(table) == rows[0]['name'], 'the first cell')
    title = _('Indicator') if not IS_CHINESE else '指标'
    while find_focused(table) != title:
        before = find_focused(table)
        type_key(KEY_UP)
        wait(lambda: find_focused(table) not in (None, before), f'the focus to leave {before}')
    for told in (_('Sorted by “%s”, ascending') % title, _('Sorted by “%s”, descending') % title):
        announcements.clear()
        type_key(KEY_RETURN)
        said = wait(lambda: announcements.last(), 'the order to be announced')
        assert said == told, said
    passed('the order of the rows is announced')


def check_selection(table, rows):
    """Cells say that they are selected."""
    type_key(KEY_DOWN)
    type_key(KEY_HOME, KEY_CONTROL)
    wait(lambda: find_focused(table) in [row['name'] for row in rows], 'the first cell')
    type_key(KEY_RIGHT, KEY_SHIFT)
    wait(lambda: sum(n.get_state_set().contains(Atspi.StateType.SELECTED) for n in walk(table) if n.get_role() in CELLS) == 2,
         'two selected cells')
    passed('selected cells say so')


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def check_points(program, rows, announcements):
    """From the first point of a series to its last: each is announced as it is read below the chart, in the order of time."""
    type_key(KEY_2, KEY_ALT)
    wait(lambda: (f := get_figure(program)) is not None and all(r['name'] in f.get_description() for r in rows), 'the chart')
    tab_to(program, lambda n: n.get_role() == Atspi.Role.IMAGE and n.get_description(), 'the figure')
    n_points = 0
    key = KEY_HOME
    for figure in rows[0]['figures']:
        announcements.clear()
        type_key(key)
        said = wait(lambda: announcements.last(), f'the point of {figure["label"]}')
        parts = expect(rows[0], figure)
        assert says(said, parts) and get_year(figure) in said, (parts, said)
        wait(lambda: find(program, (Atspi.Role.LABEL,), said), f'the same in the readout: {said}')
        key = KEY_RIGHT
        n_points += 1
    passed(f'{n_points} points are announced as the command line writes them, in the order of time')


def drive(path, choose_all):
    def go(child, program, folder, environment):
        announcements = Announcements()
        rows = read_table(path)
        box = wait(lambda: find(program, (Atspi.Role.CHECK_BOX,), _('Show %s') % rows[0]['name']), 'the indicators')
        Atspi.generate_mouse_event(600, 20, 'abs')
        if choose_all:
            extents = box.get_parent().get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            Atspi.generate_mouse_event(extents.x + extents.width // 2, extents.y + extents.height // 2, 'b1c')
            type_key(KEY_A, KEY_CONTROL)
        table = check_cells(program, rows)
        check_sort(table, rows, announcements)
        check_selection(table, rows)
        check_points(program, rows, announcements)
    return go


def drive_all(folder, environment):
    town = os.path.join(folder, 'town.tongbi.json')
    with open(town, 'w', encoding='utf-8') as file:
        json.dump(TOWN, file)
    run_once(drive(town, False), [PROGRAM, town], folder, environment)
    run_once(drive(IOWA, True), [PROGRAM, IOWA], folder, environment)


run_in_home(drive_all)
