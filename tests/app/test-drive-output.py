#!/usr/bin/env python3
# Drives what leaves the program, and how it begins, by keyboard, in the language of the
# process: the card of the sample, preferences, a chart and a table printed into files,
# failing to save.
# usage: test-drive-output.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import errno
import gettext
import locale
import os
import shutil
import subprocess
import sys
import tempfile

from drive import (Atspi, BUTTONS, ENTRIES, IS_CHINESE, KEY_CONTROL, KEY_ESCAPE, find, passed, press, run, say, showing,
                   skip, translate as _, type_key, wait, walk)

if shutil.which('pdftotext') is None:
    skip('pdftotext is not installed')

# The printers and the choosers of files are GTK's, what is wrong with a disk the C library's.
say_gtk = gettext.translation('gtk40', fallback=True).gettext
locale.setlocale(locale.LC_ALL, '')
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
    dialog = wait(lambda: find(program, DIALOGS, _('Print')), 'the print dialog')
    printer = wait(lambda: next((n for n in walk(dialog) if n.get_name() == say_gtk('Print to File') and showing(n)), None),
                   'the file that is printed into')
    button = wait(lambda: find(dialog, BUTTONS, say('_Print')), 'the button of the print dialog')
    click(printer)
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the printer to be chosen')
    press(button)
    wait(lambda: find(program, (Atspi.Role.LABEL,), _('Printed')), 'the end of printing')
    # What is told may still be of the print before.
    path = wait(lambda: find_whole_pdf(folder), 'the printed file')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    os.remove(path)
    passed(f'{what} is printed')
    return ' '.join(text.split())


def fail_to_export(program):
    """A folder that is no folder: the reason is told, and nothing is written."""
    type_key(KEY_E, KEY_CONTROL)
    press(wait(lambda: find(program, BUTTONS, say('_Export…')), 'the export dialog'))
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), _('Export')), 'the file chooser')
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the name of the file')
    name.get_editable_text_iface().set_text_contents('/dev/full')
    button = wait(lambda: find(chooser, BUTTONS, say('_Export')), 'the button of the file chooser')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the file chooser')
    press(button)
    replace = say_gtk('_Replace').replace('_', '')
    wait(lambda: find(program, BUTTONS, replace) or find(program, (Atspi.Role.LABEL,), _('Export Failed')),
         'the question or the failure')
    question = find(program, BUTTONS, replace)
    if question is not None:
        press(question)
    wait(lambda: find(program, (Atspi.Role.LABEL,), _('Export Failed')), 'the failure to be told')
    assert any(os.strerror(errno.ENOSPC) in (n.get_name() or '') for n in walk(program) if showing(n))
    press(wait(lambda: find(program, BUTTONS, say('_Close')), 'the button of the failure'))
    passed('a full disk is told')


def drive(child, program, folder, environment):
    card = wait(lambda: find(program, BUTTONS, _('Open Sample')), 'the card of the sample')
    wait(lambda: any(n.get_role() == Atspi.Role.IMAGE and '5G' in (n.get_description() or '') for n in walk(card)),
         'the chart on the card')
    press(card)
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), _('Indicators')), 'the sample')
    passed('the card of the sample shows a chart and opens it')

    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_COMMA, KEY_CONTROL)
    wait(lambda: find(program, (Atspi.Role.LABEL,), _('House Style')), 'the preferences')
    type_key(KEY_ESCAPE)
    wait(lambda: find(program, (Atspi.Role.LABEL,), _('House Style')) is None, 'the preferences to close')
    passed('preferences open and close by keyboard')

    press(wait(lambda: find(program, TABS, _('Chart')), 'the switch to the chart'))
    image = wait(lambda: next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n)
                               and n.get_description()), None), 'the chart')
    title = image.get_name().split(':')[-1].strip()
    said = print_to_file(program, os.getcwd(), 'the chart')
    assert ('来源：' if IS_CHINESE else 'Source: ') in said, (title, said)
    press(wait(lambda: find(program, TABS, _('Table')), 'the switch to the table'))
    wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST), _('Comparison table')), 'the table')
    said = print_to_file(program, os.getcwd(), 'the table')
    assert ('指标' if IS_CHINESE else 'Indicator') in said and ('单位' if IS_CHINESE else 'Unit') in said, said

    press(find(program, TABS, _('Chart')))
    fail_to_export(program)


where = tempfile.mkdtemp(prefix='tongbi-output-')
executable = os.path.abspath(sys.argv[1])
os.environ['HOME'] = where
os.chdir(where)
try:
    run(drive, [executable])
finally:
    shutil.rmtree(where, ignore_errors=True)
