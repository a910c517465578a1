#!/usr/bin/env python3
# Drives the real program through the accessibility bus, as a reader who cannot
# see it does: opens the sample, searches, selects two indicators, exports figures
# and a table and reads them back; starts the program again beside the first.
# usage: test-drive.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import openpyxl

from drive import (Atspi, BUTTONS, DEADLINE, KEY_F10, KEY_M, KEY_RIGHT, choose_file, find, find_program, is_focused, passed,
                   press, run, select, select_too, showing, skip, type_key, wait, walk)

if shutil.which('pdftotext') is None:
    skip('pdftotext is not installed')

TABS = (Atspi.Role.PAGE_TAB, *BUTTONS)


def is_part_of_row(node):
    """libadwaita shows the choice of a row by a list of one in it."""
    parent = node.get_parent()
    while parent is not None:
        if parent.get_role() in (Atspi.Role.LIST_ITEM, Atspi.Role.COMBO_BOX) and parent.get_name():
            return True
        parent = parent.get_parent()
    return False


def check_names(program, where):
    unnamed = []
    for node in walk(program):
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING) or not states.contains(Atspi.StateType.FOCUSABLE):
            continue
        if node.get_role() in (Atspi.Role.SCROLL_PANE, Atspi.Role.FILLER, Atspi.Role.PANEL, Atspi.Role.FRAME,
                               Atspi.Role.LIST):
            continue
        if not node.get_name() and not (node.get_role() == Atspi.Role.LIST_ITEM and is_part_of_row(node)):
            parent = node.get_parent()
            held = [n.get_name() for n in walk(node) if n.get_name()]
            unnamed.append(f'{node.get_role_name()} in {parent.get_role_name()} “{parent.get_name()}” with {held}')
    assert not unnamed, f'{where}: without a name: ' + '; '.join(unnamed)
    passed(f'every control has a name: {where}')


def open_export(program):
    export = wait(lambda: find(program, BUTTONS, 'Export (Ctrl+E)'), 'the export button')
    wait(lambda: export.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the export button to be usable')
    press(export)


def save(program, folder, file_name):
    """In the file chooser; waits for the file and for the success to be told."""
    path = os.path.join(folder, file_name)
    choose_file(program, 'Export', 'Export', path)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the file')
    wait(lambda: find(program, (Atspi.Role.LABEL,), f'“{file_name}” exported'), 'the success to be told')
    return path


def drive(program, folder):
    wait(lambda: find(program, BUTTONS, 'Open Sample'), 'the welcome page')
    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_F10)
    wait(lambda: find(program, (Atspi.Role.MENU,), 'Main Menu'), 'the main menu')
    type_key(KEY_M)  # the mnemonic of Open Sample
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the sample')
    passed('the sample opens by its menu')

    Atspi.generate_mouse_event(300, 20, 'abs')
    select(program, *FIRST)
    select_too(program, *SECOND)
    wait(lambda: find(program, (Atspi.Role.LABEL,), '2 selected'), 'two indicators to be selected')
    passed('two indicators are found and selected')

    image = wait(lambda: next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n)
                               and FIRST[1] in (n.get_description() or '')), None), 'the chart to be described')
    assert image.get_name() and SECOND[1] in image.get_description()
    passed('the chart has a name and a description')
    check_names(program, 'chart')

    press(wait(lambda: find(program, TABS, 'Table'), 'the switch to the table'))
    table = find_table(program)
    check_names(program, 'table')
    read_table(program, table)
    press(find(program, TABS, 'Chart'))

    open_export(program)
    pdf = wait(lambda: find(program, BUTTONS, 'PDF'), 'the export dialog')
    check_names(program, 'export dialog')
    press(pdf)
    wait(lambda: any(n.get_role() == Atspi.Role.LABEL and ' mm' in (n.get_name() or '') and showing(n)
                     for n in walk(program)), 'the size of the page')
    press(find(program, BUTTONS, 'Export…'))
    passed('the export dialog makes a PDF')

    path = save(program, folder, 'figure.pdf')
    passed('the PDF is written')

    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    for expected in (FIRST[1], SECOND[1]):
        assert expected in ' '.join(text.split()), f'{expected} is not in: {text}'
    passed('pdftotext reads both indicators back')

    open_export(program)
    press(wait(lambda: find(program, BUTTONS, 'PNG'), 'the choice of PNG'))
    wait(lambda: find(program, (Atspi.Role.LABEL,), '2667 × 1500 pixels'), 'the size of the image')
    press(find(program, BUTTONS, 'Export…'))
    with open(save(program, folder, 'figure.png'), 'rb') as image_file:
        header = image_file.read(24)
    assert header[:8] == b'\x89PNG\r\n\x1a\n'
    assert [int.from_bytes(header[i:i + 4], 'big') for i in (16, 20)] == [2667, 1500], header
    passed('the PNG has the size that was told')

    open_export(program)
    press(wait(lambda: find(program, BUTTONS, 'SVG'), 'the choice of SVG'))
    press(find(program, BUTTONS, 'Export…'))
    drawing = ElementTree.parse(save(program, folder, 'figure.svg')).getroot()
    assert drawing.tag == '{http://www.w3.org/2000/svg}svg'
    assert FIRST[1] in ' '.join(' '.join(drawing.itertext()).split())
    passed('the SVG holds text')

    press(wait(lambda: find(program, TABS, 'Table'), 'the switch to the table'))
    find_table(program)
    open_export(program)
    press(wait(lambda: find(program, BUTTONS, 'Export…'), 'the export dialog of the table'))
    sheet, tidy = openpyxl.load_workbook(save(program, folder, 'table.xlsx')).worksheets
    rows = list(sheet.values)
    assert any(FIRST[1] in row for row in rows) and any(SECOND[1] in row for row in rows), rows
    assert next(tidy.values)[:2] == ('indicator', 'place')
    passed('the table is written as XLSX')


def find_table(program):
    return wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST), 'Comparison table'),
                'the table')


def read_table(program, table):
    """By keyboard, from cell to cell: each says what it is, and so does the line below the table."""
    cell = wait(lambda: find(table, (Atspi.Role.TABLE_CELL, Atspi.Role.LABEL), FIRST[1]), 'the first row')
    box = cell.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(box.x + box.width // 2, box.y + box.height // 2, 'b1c')
    wait(lambda: any(is_focused(n) for n in walk(table)), 'the focus in the table')
    seen = set()
    for _ in range(40):
        focus = wait(lambda: next((n for n in walk(table) if is_focused(n)), None), 'the focus in the table')
        names = [n for n in (focus.get_name(), *(c.get_name() for c in walk(focus))) if n]
        said = next((n for n in names if 'not compared: ' in n), None)
        if said is not None:
            break
        seen.update(names)
        type_key(KEY_RIGHT)
        wait(lambda: not is_focused(focus), f'the focus to leave {names}')
    assert said is not None, f'no refused cell among {seen}'
    assert FIRST[1] in said or SECOND[1] in said, said
    assert '(R' not in said, said
    wait(lambda: find(program, (Atspi.Role.LABEL,), said), f'the line below the table to say: {said}')
    passed('a refused cell says its reason to the keyboard and below the table')


def check_instances(child, folder, environment):
    """Another start hands its files to the program that runs."""
    small = os.path.join(folder, 'small.tongbi.json')
    with open(small, 'w', encoding='utf-8') as dataset:
        dataset.write('{"tongbi": "dataset/1", "title": "A Second File", "units": {"u": {"name": "u", "kind": '
                      '"count"}}, "indicators": [{"id": "a", "name": "A", "unit": "u", "measure": "stock"}], '
                      '"series": [{"indicator": "a", "observations": [["2020-12-31", 1]]}]}')
    second = subprocess.run([*sys.argv[1:2], small], env=environment, timeout=DEADLINE)
    assert second.returncode == 0
    wait(lambda: any(n.get_role() == Atspi.Role.FRAME and 'A Second File' in (n.get_name() or '')
                     for n in walk(find_program(child))), 'the window of the second file')
    assert child.poll() is None
    passed('a second start opens a window of the first')

    for option, expected in (('--help', '--version'), ('--version', 'Tongbi')):
        told = subprocess.run([*sys.argv[1:2], option], env=environment, timeout=DEADLINE, capture_output=True,
                              text=True, check=True)
        assert expected.lower() in told.stdout.lower() and told.stderr == '', (option, told)
    passed('--help and --version are answered')


# What is searched for, and the whole name of the indicator meant.
FIRST = ('stations-5g-new', 'New 5G base stations')
SECOND = ('berths parking platform', 'Berths on the city parking platform')


def drive_all(child, program, folder, environment):
    drive(program, folder)
    check_instances(child, folder, environment)


run(drive_all, sys.argv[1:2])
