#!/usr/bin/env python3
# Drives the question how a file is read, in the real program, through the
# accessibility bus and the keyboard, as a reader who cannot see it does: hears what
# each column is, chooses another by keys, opens, and finds the answer kept.
# usage: test-drive-import.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import sys
import tempfile

from drive import (Atspi, BUTTONS, KEY_DOWN, KEY_RETURN, KEY_SPACE, find, get_focus, passed,
                   press, run, showing, tab_to, type_key, wait, walk)

TEXT = 'when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2019,South,80,2\n2020,South,78,2\n'
ROWS = (Atspi.Role.LIST_ITEM, Atspi.Role.COMBO_BOX)


def find_kept(environment):
    folder = os.path.join(environment['XDG_DATA_HOME'], 'tongbi', 'profiles')
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return os.path.join(folder, names[0]) if names else None


def hold(node):
    return [node.get_name(), *(n.get_name() for n in walk(node) if showing(n) and n.get_name())]


def find_column(program, name):
    return next((n for n in walk(program) if n.get_role() in ROWS and showing(n) and name in hold(n)), None)


def hear_columns(program):
    for name, role in (('when', 'Period'), ('area', 'Place'), ('number', 'Values'), ('code', 'Breakdown')):
        row = wait(lambda: find_column(program, name), f'the column {name}')
        assert role in hold(row), (name, hold(row))
    passed('each column says what it is taken for')


def is_column(node, name):
    return node.get_role() in ROWS and name in hold(node)


def go_down_to(program, last):
    """One step; further ones stay on the last choice."""
    focus = get_focus(program)
    if focus is not None and last in hold(focus):
        return True
    type_key(KEY_DOWN)
    return False


def choose_by_keys(program):
    """Down to the values, which the codes could be too."""
    Atspi.generate_mouse_event(300, 20, 'abs')
    tab_to(program, lambda n: is_column(n, 'when'), 'the columns')
    for name in ('area', 'number', 'code'):
        type_key(KEY_DOWN)
        wait(lambda: (f := get_focus(program)) is not None and is_column(f, name), f'the focus on {name}')
    type_key(KEY_SPACE)
    wait(lambda: (f := get_focus(program)) is not None and not is_column(f, 'code'), 'the choices')
    wait(lambda: go_down_to(program, 'Left Out'), 'the focus on the last choice')
    type_key(KEY_RETURN)
    wait(lambda: 'Left Out' in hold(find_column(program, 'code')), 'the code to be left out')
    wait(lambda: find(program, (Atspi.Role.LABEL,), '4 figures in 2 series'), 'the figures to be read again')
    passed('the keyboard chooses what a column is')


def drive(child, program, folder, environment):
    wait(lambda: find(program, BUTTONS, 'Open'), 'the question')
    hear_columns(program)
    choose_by_keys(program)
    button = find(program, BUTTONS, 'Open')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button to be usable')
    press(button)
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the figures')
    passed('the file opens')
    with open(wait(lambda: find_kept(environment), 'the answer to be kept'), encoding='utf-8') as profile:
        columns = json.load(profile)['columns']
    assert columns['code'] == {'role': 'ignored'} and columns['when'] == {'role': 'period'}, columns
    passed('the answer is kept')


def main():
    folder = tempfile.mkdtemp(prefix='tongbi-import-')
    try:
        path = os.path.join(folder, 'doubtful.csv')
        with open(path, 'w', encoding='utf-8') as table:
            table.write(TEXT)
        run(drive, [*sys.argv[1:2], path])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
