#!/usr/bin/env python3
# Drives what leaves the program, and how it begins, by keyboard: the card of the
# sample, preferences, a chart and a table printed into files, failing to save,
# pasted rows of text.
# usage: test-drive-output.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import sys
import tempfile

from drive import (Atspi, BUTTONS, ENTRIES, KEY_CONTROL, KEY_ESCAPE, find, passed, press, run, showing, skip, type_key,
                   wait, walk)

if shutil.which('pdftotext') is None:
    skip('pdftotext is not installed')

KEY_COMMA, KEY_P, KEY_E = 59, 33, 26
TABS = (Atspi.Role.PAGE_TAB, *BUTTONS)
DIALOGS = (Atspi.Role.DIALOG, Atspi.Role.FRAME, Atspi.Role.WINDOW)


def click(node):
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(box.x + box.width // 2, box.y + box.height // 2, 'b1c')


def find_whole_pdf(folder):
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if name.endswith('.pdf'):
            with open(path, 'rb') as file:
                return path if file.read().rstrip().endswith(b'%%EOF') else None
    return None


def print_to_file(program, folder, what):
    """By GTK's own dialog: there is no portal here."""
    type_key(KEY_P, KEY_CONTROL)
    dialog = wait(lambda: find(program, DIALOGS, 'Print'), 'the print dialog')
    printer = wait(lambda: next((n for n in walk(dialog) if n.get_name() == 'Print to File' and showing(n)), None),
                   'the file that is printed into')
    button = wait(lambda: find(dialog, BUTTONS, 'Print'), 'the button of the print dialog')
    click(printer)
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the printer to be chosen')
    press(button)
    wait(lambda: find(program, (Atspi.Role.LABEL,), 'Sent to the printer'), 'the end of printing')
    # What is told may still be of the print before.
    path = wait(lambda: find_whole_pdf(folder), 'the printed file')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    os.remove(path)
    passed(f'{what} is printed')
    return ' '.join(text.split())


def fail_to_export(program):
    """A folder that is no folder: the reason is told, and nothing is written."""
    type_key(KEY_E, KEY_CONTROL)
    press(wait(lambda: find(program, BUTTONS, 'Export…'), 'the export dialog'))
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), 'Export'), 'the file chooser')
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the name of the file')
    name.get_editable_text_iface().set_text_contents('/dev/full')
    button = wait(lambda: find(chooser, BUTTONS, 'Export'), 'the button of the file chooser')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the file chooser')
    press(button)
    wait(lambda: find(program, BUTTONS, 'Replace') or find(program, (Atspi.Role.LABEL,), 'Export Failed'),
         'the question or the failure')
    replace = find(program, BUTTONS, 'Replace')
    if replace is not None:
        press(replace)
    wait(lambda: find(program, (Atspi.Role.LABEL,), 'Export Failed'), 'the failure to be told')
    assert any('No space left' in (n.get_name() or '') for n in walk(program) if showing(n))
    press(wait(lambda: find(program, BUTTONS, 'Close'), 'the button of the failure'))
    passed('a full disk is told')


def drive(child, program, folder, environment):
    card = wait(lambda: find(program, BUTTONS, 'Open Sample'), 'the card of the sample')
    wait(lambda: any(n.get_role() == Atspi.Role.IMAGE and '5G' in (n.get_description() or '') for n in walk(card)),
         'the chart on the card')
    press(card)
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the sample')
    passed('the card of the sample shows a chart and opens it')

    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_COMMA, KEY_CONTROL)
    wait(lambda: find(program, (Atspi.Role.LABEL,), 'House Style'), 'the preferences')
    type_key(KEY_ESCAPE)
    wait(lambda: find(program, (Atspi.Role.LABEL,), 'House Style') is None, 'the preferences to close')
    passed('preferences open and close by keyboard')

    press(wait(lambda: find(program, TABS, 'Chart'), 'the switch to the chart'))
    image = wait(lambda: next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n)
                               and n.get_description()), None), 'the chart')
    title = image.get_name().split(':')[-1].strip()
    said = print_to_file(program, os.getcwd(), 'the chart')
    assert 'Source: ' in said, (title, said)
    press(wait(lambda: find(program, TABS, 'Table'), 'the switch to the table'))
    wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST), 'Comparison table'), 'the table')
    said = print_to_file(program, os.getcwd(), 'the table')
    assert 'Indicator' in said and 'Unit' in said, said

    press(find(program, TABS, 'Chart'))
    fail_to_export(program)


where = tempfile.mkdtemp(prefix='tongbi-output-')
executable = os.path.abspath(sys.argv[1])
os.environ['HOME'] = where
os.chdir(where)
try:
    run(drive, [executable])
finally:
    shutil.rmtree(where, ignore_errors=True)
