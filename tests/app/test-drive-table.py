#!/usr/bin/env python3
# Drives the comparison table of the real program by keyboard, through the
# accessibility bus: goes from cell to cell, selects a rectangle, sorts by a title,
# finds rows, reads where a figure comes from.
# usage: test-drive-table.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import sys
import tempfile

from drive import (Atspi, BUTTONS, ENTRIES, KEY_CONTROL, KEY_DOWN, KEY_ESCAPE, KEY_RETURN, KEY_RIGHT, find, is_focused,
                   passed, press, run, showing, type_key, wait, walk)

# Of the standard keyboard of X.
KEY_SHIFT, KEY_HOME, KEY_END, KEY_UP, KEY_A, KEY_C, KEY_I = 50, 110, 115, 111, 38, 54, 31
N_ROWS = 40
DATASET = ('{"tongbi": "dataset/1", "title": "Forty", "units": {"u": {"name": "units", "kind": "count"}}, '
           '"indicators": [%s], "series": [%s]}')


def write_dataset(folder):
    path = os.path.join(folder, 'forty.tongbi.json')
    indicators = ', '.join(f'{{"id": "i{i}", "name": "Item {i:02}", "unit": "u", "measure": "stock"}}'
                           for i in range(N_ROWS))
    series = ', '.join(f'{{"indicator": "i{i}", "observations": '
                       f'[["2020-12-31", {100 + i}], ["2021-12-31", {200 - 3 * i}]]}}' for i in range(N_ROWS))
    with open(path, 'w', encoding='utf-8') as dataset:
        dataset.write(DATASET % (indicators, series))
    return path


def get_cell(table):
    focus = next((n for n in walk(table) if showing(n) and is_focused(n)), None)
    return focus.get_name() if focus is not None else None


def go(table, key, expected, modifier=None):
    type_key(key, modifier)
    wait(lambda: (get_cell(table) or '').startswith(expected), f'{expected}, not {get_cell(table)}')


def count_selected(table):
    return sum(1 for n in walk(table) if n.get_state_set().contains(Atspi.StateType.SELECTED))


def drive(child, program, folder, environment):
    wait(lambda: find(program, (Atspi.Role.LABEL,), 'Item 00', exact=False), 'the indicators')
    Atspi.generate_mouse_event(300, 20, 'abs')
    press(wait(lambda: find(program, (Atspi.Role.PAGE_TAB, *BUTTONS), 'Table'), 'the switch to the table'))
    first = wait(lambda: find(program, (Atspi.Role.CHECK_BOX,), 'Show Item 00'), 'the list')
    click(first.get_parent())
    type_key(KEY_A, KEY_CONTROL)
    table = wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE), 'Comparison table'), 'the table')
    wait(lambda: find(table, (Atspi.Role.TABLE_CELL,), 'Item 01', exact=False), 'two rows')
    passed('the table shows all indicators')
    walk_cells(table)
    copy_rectangle(program, table)
    sort_by_title(table)
    search_rows(program, table)


def click(node):
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(box.x + box.width // 2, box.y + box.height // 2, 'b1c')


def walk_cells(table):
    name = wait(lambda: next((n for n in walk(table) if n.get_name() == 'Item 00'
                              and n.get_role() != Atspi.Role.TABLE_ROW), None), 'the first name')
    click(name)
    wait(lambda: get_cell(table) == 'Item 00', 'the focus on the first name')
    wait(lambda: count_selected(table) >= 5, 'the whole row to be selected')
    type_key(KEY_ESCAPE)
    wait(lambda: count_selected(table) == 0, 'nothing to be selected')
    go(table, KEY_DOWN, 'Item 01')
    go(table, KEY_END, 'Item 01')
    said = get_cell(table)
    assert 'Change' in said or '2021' in said, said
    go(table, KEY_END, f'Item {N_ROWS - 1}', KEY_CONTROL)
    go(table, KEY_HOME, 'Item 00', KEY_CONTROL)
    passed('arrows, Home and End go from cell to cell, and each says what it is')


def copy_rectangle(program, table):
    for _ in range(3):
        type_key(KEY_RIGHT)
    wait(lambda: '2020' in (get_cell(table) or ''), 'the first figure')
    said = get_cell(table)
    assert said.startswith('Item 00') and '100 units' in said, said
    type_key(KEY_RIGHT, KEY_SHIFT)
    type_key(KEY_DOWN, KEY_SHIFT)
    wait(lambda: count_selected(table) == 4, 'a rectangle of four cells')
    type_key(KEY_C, KEY_CONTROL)
    wait(lambda: find(program, (Atspi.Role.LABEL,), '4 cells copied'), 'the copy to be told')
    passed('a rectangle is selected and copied')


def sort_by_title(table):
    type_key(KEY_ESCAPE)
    go(table, KEY_HOME, 'Item 01')
    type_key(KEY_UP)
    type_key(KEY_UP)
    wait(lambda: get_cell(table) == 'Indicator', 'the title of the names')
    type_key(KEY_RETURN)
    type_key(KEY_RETURN)
    wait(lambda: find(table, (Atspi.Role.TABLE_CELL,), f'Item {N_ROWS - 1}'), 'the last one first')
    passed('the title of a column sorts')


def search_rows(program, table):
    entry = next(n for n in walk(program) if n.get_role() in ENTRIES and showing(n)
                 and n.get_editable_text_iface() is not None
                 and 'Find in Table' in (n.get_name() or '') + ((n.get_parent() and n.get_parent().get_name()) or ''))
    entry.get_editable_text_iface().set_text_contents('item 07')
    wait(lambda: find(program, (Atspi.Role.LABEL,), f'1 of {N_ROWS} rows: “item 07”'),
         'the caption of what was found')
    passed('a search in the table says how many rows it found')

    name = wait(lambda: next((n for n in walk(table) if n.get_name() == 'Item 07'
                              and n.get_role() != Atspi.Role.TABLE_ROW), None), 'the row found')
    click(name)
    wait(lambda: get_cell(table) == 'Item 07', 'the focus on it')
    for _ in range(3):
        type_key(KEY_RIGHT)
    wait(lambda: '107 units' in (get_cell(table) or ''), 'its figure')
    type_key(KEY_I, KEY_CONTROL)
    wait(lambda: find(program, (Atspi.Role.DIALOG,), 'Where This Figure Comes From'), 'where the figure comes from')
    wait(lambda: find(program, (Atspi.Role.LABEL,), '107 units'), 'the figure in the dialog')
    passed('a figure tells where it comes from')


def main():
    folder = tempfile.mkdtemp(prefix='tongbi-table-')
    try:
        run(drive, [*sys.argv[1:2], write_dataset(folder)])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
