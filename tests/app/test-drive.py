#!/usr/bin/env python3
# Drives the real program through the accessibility bus, as a reader who cannot
# see it does: opens the sample, searches, selects two indicators, exports figures
# and a table and reads them back; starts the program again beside the first.
# usage: test-drive.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from xml.etree import ElementTree

DEADLINE = 40
# Of the standard keyboard of X.
KEY_CONTROL, KEY_F, KEY_S, KEY_TAB, KEY_RETURN, KEY_SPACE, KEY_F10 = 37, 41, 39, 23, 36, 65, 76
KEY_RIGHT, KEY_DOWN = 114, 116


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    skip(f'no AT-SPI for Python: {error}')
if shutil.which('pdftotext') is None:
    skip('pdftotext is not installed')

tests = 0


def passed(what):
    global tests
    tests += 1
    print(f'ok {tests} - {what}', flush=True)


def wait(condition, what):
    """The first true value of condition; the main loop turns between tries."""
    deadline = time.monotonic() + DEADLINE
    context = GLib.MainContext.default()
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the widget went away while it was looked at
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'waited too long for {what}')
        timer = GLib.timeout_add(20, lambda: False)
        context.iteration(True)
        if context.find_source_by_id(timer) is not None:
            GLib.source_remove(timer)


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None:
            continue
        yield child
        yield from walk(child)


def find(root, roles, name, exact=True):
    for node in walk(root):
        if node.get_role() not in roles or not showing(node):
            continue
        if node.get_name() == name or (not exact and name in (node.get_name() or '')):
            return node
    return None


def press(node):
    action = node.get_action_iface()
    assert action is not None and action.get_n_actions() > 0, node.get_name()
    assert action.do_action(0)


def type_key(key, modifier=None):
    """A key of the keyboard. It goes to the window under the pointer, where
    there is no window manager to give the focus to one."""
    if modifier is not None:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.PRESSRELEASE)
    if modifier is not None:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)


BUTTONS = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON)
TABS = (Atspi.Role.PAGE_TAB, *BUTTONS)
ENTRIES = (Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.EDITBAR)


def find_program():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and program.get_process_id() == child.pid:
            return program
    return None


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


def is_focused(node):
    return node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED)


def search(program, words, name):
    """By keyboard: Ctrl+F and the words; waits for the row that is meant."""
    entry = wait(lambda: next((n for n in walk(program) if n.get_role() in ENTRIES and showing(n)
                               and n.get_editable_text_iface() is not None), None), 'the search entry')
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: any(is_focused(n) for n in [entry, *walk(entry)]), 'the focus in the search entry')
    entry.get_editable_text_iface().set_text_contents(words)
    wait(lambda: len([n for n in walk(program) if n.get_role() == Atspi.Role.CHECK_BOX and showing(n)]) == 1
         and find(program, (Atspi.Role.CHECK_BOX,), f'Show {name}'), f'the row of {name}')


def is_ticked(program, name):
    box = find(program, (Atspi.Role.CHECK_BOX,), f'Show {name}')
    return box is not None and box.get_state_set().contains(Atspi.StateType.CHECKED)


def open_export(program):
    export = wait(lambda: find(program, BUTTONS, 'Export (Ctrl+E)'), 'the export button')
    wait(lambda: export.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the export button to be usable')
    press(export)


def save(program, folder, file_name):
    """In the file chooser; waits for the file and for the success to be told."""
    path = os.path.join(folder, file_name)
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), 'Export'), 'the file chooser')
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the name of the file')
    name.get_editable_text_iface().set_text_contents(path)
    button = wait(lambda: find(chooser, BUTTONS, 'Export'), 'the button of the file chooser')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the file chooser')
    press(button)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the file')
    wait(lambda: find(program, (Atspi.Role.LABEL,), f'“{file_name}” exported'), 'the success to be told')
    return path


def drive(program, folder):
    wait(lambda: find(program, BUTTONS, 'Open Sample'), 'the welcome page')
    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_F10)
    wait(lambda: find(program, (Atspi.Role.MENU,), 'Main Menu'), 'the main menu')
    type_key(KEY_S)  # the mnemonic of Open Sample
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the sample')
    passed('the sample opens by its menu')

    Atspi.generate_mouse_event(300, 20, 'abs')
    search(program, *FIRST)
    type_key(KEY_RETURN)
    wait(lambda: is_ticked(program, FIRST[1]), 'Enter to show what was found')
    search(program, *SECOND)
    type_key(KEY_TAB)  # the chooser of places
    type_key(KEY_TAB)  # the list
    wait(lambda: any(is_focused(n) for n in walk(program) if n.get_role() == Atspi.Role.LIST_ITEM),
         'the focus in the list')
    type_key(KEY_SPACE, KEY_CONTROL)
    wait(lambda: is_ticked(program, SECOND[1]), 'Ctrl+Space to add to the selection')
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
    wait(lambda: find(program, (Atspi.Role.LABEL,), '2000 × 1125 pixels'), 'the size of the image')
    press(find(program, BUTTONS, 'Export…'))
    with open(save(program, folder, 'figure.png'), 'rb') as image_file:
        header = image_file.read(24)
    assert header[:8] == b'\x89PNG\r\n\x1a\n'
    assert [int.from_bytes(header[i:i + 4], 'big') for i in (16, 20)] == [2000, 1125], header
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
    with open(save(program, folder, 'table.csv'), encoding='utf-8-sig', newline='') as table_file:
        rows = list(csv.reader(table_file))
    assert any(FIRST[1] in row for row in rows) and any(SECOND[1] in row for row in rows), rows
    passed('the table is written as CSV')


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


def check_instances(folder):
    """Another start hands its files to the program that runs."""
    small = os.path.join(folder, 'small.tongbi.json')
    with open(small, 'w', encoding='utf-8') as dataset:
        dataset.write('{"tongbi": "dataset/1", "title": "A Second File", "units": {"u": {"name": "u", "kind": '
                      '"count"}}, "indicators": [{"id": "a", "name": "A", "unit": "u", "measure": "stock"}], '
                      '"series": [{"indicator": "a", "observations": [["2020-12-31", 1]]}]}')
    second = subprocess.run([*sys.argv[1:2], small], env=environment, timeout=DEADLINE)
    assert second.returncode == 0
    wait(lambda: any(n.get_role() == Atspi.Role.FRAME and 'A Second File' in (n.get_name() or '')
                     for n in walk(find_program())), 'the window of the second file')
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

folder = tempfile.mkdtemp(prefix='tongbi-drive-')
environment = dict(os.environ, GTK_A11Y='atspi', NO_AT_BRIDGE='0')
for variable in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME'):
    environment[variable] = os.path.join(folder, variable)
    os.mkdir(environment[variable])
child = subprocess.Popen(sys.argv[1:2], env=environment)
try:
    Atspi.init()
    drive(wait(find_program, 'the program'), folder)
    check_instances(folder)
    print(f'1..{tests}')
finally:
    child.terminate()
    child.wait()
    shutil.rmtree(folder, ignore_errors=True)
