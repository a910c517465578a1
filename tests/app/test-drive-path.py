#!/usr/bin/env python3
# Drives the one-minute path by nothing but the keyboard, in the language of the
# process: opens the sample, finds and chooses two indicators, hears why a comparison
# is refused, reads a point of the chart, takes another type, exports PNG, SVG and PDF,
# saves the work; then opens a file through the chooser, zooms, and begins to print.
# Counts the keystrokes of each step.
# usage: test-drive-path.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import subprocess
import sys

from drive import (Announcements, Atspi, BUTTONS, IS_CHINESE, KEY_0, KEY_ALT, KEY_CONTROL, KEY_DOWN, KEY_E, KEY_EQUAL,
                   KEY_ESCAPE, KEY_F, KEY_O, KEY_RETURN, KEY_RIGHT, KEY_S, KEY_SPACE, find, get_focus, is_focused, passed,
                   run_in_home, run_once, say, showing, skip, tab_to, take_keystrokes, translate as _, type_key,
                   type_path, type_text, wait, wait_for_window, walk)

if shutil.which('pdftotext') is None:
    skip('pdftotext is not installed')

SAMPLES = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples')
SAMPLE, OTHER = 'digital-qingdao.tongbi.json', 'iowa-electricity.tongbi.json'
KEY_2, KEY_3, KEY_LEFT, KEY_Y, KEY_Z, KEY_C, KEY_SHIFT, KEY_P = 11, 12, 113, 29, 52, 54, 50, 33
HEADERS = (Atspi.Role.TABLE_COLUMN_HEADER, Atspi.Role.COLUMN_HEADER)
KINDS = ('PNG', 'PDF', 'SVG')
IDS = ('base-stations-5g-new', 'parking-berths-connected')


def read_names(file_name):
    with open(os.path.join(SAMPLES, file_name), encoding='utf-8') as dataset:
        indicators = json.load(dataset)['indicators']
    return {i['id']: i['name']['zh' if IS_CHINESE else 'en'] for i in indicators}


NAMES = read_names(SAMPLE)


def told(what):
    """How many keys it took is told with what was done."""
    passed(f'{what} ({take_keystrokes()} keystrokes)')


def find_list(program):
    return find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), _('Indicators'))


def open_sample(program):
    name = _('Open Sample')
    wait(lambda: find(program, BUTTONS, name), 'the welcome page')
    Atspi.generate_mouse_event(300, 300, 'abs')
    tab_to(program, lambda n: n.get_name() == name, name)
    type_key(KEY_RETURN)
    wait(lambda: find_list(program), 'the sample')
    told('the sample is opened from the welcome page')


def search_by_keys(program, words, name):
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: (f := get_focus(program)) is not None and f.get_editable_text_iface() is not None, 'the search entry')
    type_text(words)
    wait(lambda: len([n for n in walk(program) if n.get_role() == Atspi.Role.CHECK_BOX and showing(n)]) == 1
         and find(program, (Atspi.Role.CHECK_BOX,), _('Show %s') % name), f'the row of {name}')


def choose(program):
    search_by_keys(program, IDS[0], NAMES[IDS[0]])
    type_key(KEY_RETURN)
    wait(lambda: is_box_ticked(program, NAMES[IDS[0]]), 'Enter to show what was found')
    search_by_keys(program, IDS[1], NAMES[IDS[1]])
    type_key(KEY_DOWN)
    wait(lambda: (f := get_focus(program)) is not None and f.get_role() == Atspi.Role.LIST_ITEM, 'the focus in the list')
    type_key(KEY_SPACE, KEY_CONTROL)
    wait(lambda: is_box_ticked(program, NAMES[IDS[1]]), 'Ctrl+Space to add to the selection')
    told('two indicators are found and chosen')


def is_box_ticked(program, name):
    box = find(program, (Atspi.Role.CHECK_BOX,), _('Show %s') % name)
    return box is not None and box.get_state_set().contains(Atspi.StateType.CHECKED)


def compare(program):
    """From cell to cell, to one that has no change to tell, and says why."""
    type_key(KEY_3, KEY_ALT)
    table = wait(lambda: find(program, (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE), _('Comparison table')), 'the table')
    wait(lambda: any(NAMES[IDS[0]] in (n.get_name() or '') for n in walk(table)), 'the rows')
    tab_to(program, lambda n: n.get_role() in (Atspi.Role.TABLE_CELL, *HEADERS), 'the table')
    refused = '不可比：' if IS_CHINESE else 'not compared: '
    seen = []
    while not any(refused in said for said in seen):
        assert len(seen) < 40, f'no refused cell among {seen}'
        focus = wait(lambda: next((n for n in walk(table) if is_focused(n)), None), 'the focus in the table')
        seen.append(focus.get_name())
        if refused not in seen[-1]:
            type_key(KEY_DOWN if focus.get_role() in HEADERS else KEY_RIGHT)
            wait(lambda: not is_focused(focus), f'the focus to leave {seen[-1]}')
    wait(lambda: find(program, (Atspi.Role.LABEL,), seen[-1]), f'the line below the table to say: {seen[-1]}')
    told('the reason of a refused comparison is reached')


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def read_chart(program, announcements):
    type_key(KEY_2, KEY_ALT)
    wait(lambda: get_figure(program), 'the chart')
    tab_to(program, lambda n: n.get_role() == Atspi.Role.IMAGE and n.get_description(), 'the figure')
    announcements.clear()
    type_key(KEY_RIGHT)
    said = wait(lambda: announcements.last(), 'the point to be announced')
    assert any(NAMES[i] in said for i in IDS), said
    wait(lambda: find(program, (Atspi.Role.LABEL,), said), f'the same in the readout: {said}')
    announcements.clear()
    type_key(KEY_RIGHT)
    other = wait(lambda: announcements.last(), 'the next point to be announced')
    assert other != said, other
    wait(lambda: find(program, (Atspi.Role.LABEL,), other), f'the same in the readout: {other}')
    told('each point is announced as it is read below the chart')


def choose_type(program):
    before = get_figure(program).get_description()
    focus = tab_to(program, lambda n: n.get_role() in (Atspi.Role.RADIO_BUTTON, Atspi.Role.TOGGLE_BUTTON)
                   and n.get_name() in (_('Columns'), _('Line'), _('Bars')), 'the types of chart')
    type_key(KEY_RIGHT if focus.get_name() != _('Bars') else KEY_LEFT)
    wait(lambda: not is_focused(focus), 'the focus on another type')
    type_key(KEY_SPACE)
    wait(lambda: (f := get_figure(program)) is not None and f.get_description() != before, 'another chart')
    told('the arrow keys take another type of chart')


def undo_and_copy(program, announcements):
    """Back and forth by keys, and the figure on the clipboard."""
    chosen = get_figure(program).get_description()
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: (f := get_figure(program)) is not None and f.get_description() != chosen, 'Ctrl+Z to take the type back')
    type_key(KEY_Y, KEY_CONTROL)
    wait(lambda: (f := get_figure(program)) is not None and f.get_description() == chosen, 'Ctrl+Y to take it again')
    told('the type is undone and redone')
    announcements.clear()
    press_all(KEY_C, KEY_CONTROL, KEY_SHIFT)
    wait(lambda: _('Figure copied') in announcements.said, 'the copy to be announced')
    told('the figure is copied')


def press_all(key, *modifiers):
    for modifier in modifiers:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
    type_key(key)
    for modifier in modifiers:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)


def export(program, folder, kind, head):
    path = os.path.join(folder, f'figure.{kind.lower()}')
    type_key(KEY_E, KEY_CONTROL)
    focus = wait(lambda: (f := get_focus(program)) is not None and f.get_name() in KINDS and f, 'the focus on the formats')
    step = KINDS.index(kind) - KINDS.index(focus.get_name())
    for _step in range(abs(step)):
        type_key(KEY_RIGHT if step > 0 else KEY_LEFT)
    wait(lambda: (f := get_focus(program)) is not None and f.get_name() == kind, f'the focus on {kind}')
    type_key(KEY_SPACE)
    wait(lambda: is_on(get_focus(program)), f'{kind} to be taken')
    tab_to(program, lambda n: n.get_name() == say('_Export…'), 'the button')
    type_key(KEY_RETURN)
    type_path(program, path)
    type_key(KEY_RETURN)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, f'the file {path}')
    wait(lambda: find(program, (Atspi.Role.LABEL,), _('“%s” exported') % os.path.basename(path), exact=False),
         'the success to be told')
    with open(path, 'rb') as file:
        assert head in file.read(200), kind
    wait_for_window(program)
    told(f'{kind} is exported')
    return path


def is_on(button):
    states = button.get_state_set()
    return states.contains(Atspi.StateType.CHECKED) or states.contains(Atspi.StateType.PRESSED)


def check_pdf(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    squeezed = ''.join(text.split())
    for i in IDS:
        assert ''.join(NAMES[i].split()) in squeezed, f'{NAMES[i]} is not in: {text}'


def open_file(program):
    type_key(KEY_O, KEY_CONTROL)
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), _('Open')), 'the file chooser')
    wait(lambda: any(is_focused(n) for n in walk(chooser)), 'the focus in the file chooser')
    type_text(os.sep)
    type_path(program, os.path.join(SAMPLES, OTHER))
    type_key(KEY_RETURN)
    name = next(iter(read_names(OTHER).values()))
    wait(lambda: find(program, (Atspi.Role.CHECK_BOX,), _('Show %s') % name), 'the indicators of the file')
    told('a file is opened through the file chooser')


def save(program, folder, announcements):
    """Where it is asked for at first, there again, and elsewhere."""
    for name, keys in (('saved', (KEY_S, KEY_CONTROL)), ('elsewhere', (KEY_S, KEY_CONTROL, KEY_SHIFT))):
        path = os.path.join(folder, f'{name}.tongbi-chart.json')
        announcements.clear()
        press_all(*keys)
        type_path(program, path)
        type_key(KEY_RETURN)
        wait(lambda: os.path.exists(path), f'the file {path}')
        wait(lambda: _('Saved') in announcements.said, 'the success to be said')
        wait_for_window(program)
    told('the work is saved, and saved elsewhere')


def zoom(program, announcements):
    type_key(KEY_2, KEY_ALT)
    wait(lambda: get_figure(program), 'the chart')
    tab_to(program, lambda n: n.get_role() == Atspi.Role.IMAGE and n.get_description(), 'the figure')
    for key, said in ((KEY_EQUAL, 'Zoomed into a span'), (KEY_0, 'All periods are shown')):
        announcements.clear()
        type_key(key, KEY_CONTROL)
        wait(lambda: _(said) in announcements.said, f'“{_(said)}” to be said')
        # Keys are of what is drawn.
        wait(lambda: (find(program, BUTTONS, _('All Periods')) is None) == (key == KEY_0), 'the figure to be drawn')
    told('a span is zoomed into, and left')


def begin_to_print(program):
    """Words and buttons of the print dialog are GTK's own."""
    before = get_focus(program)
    type_key(KEY_P, KEY_CONTROL)
    dialog = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FRAME, Atspi.Role.WINDOW), _('Print')), 'the print dialog')
    wait(lambda: any(is_focused(n) for n in walk(dialog)), 'the focus in the print dialog')
    type_key(KEY_ESCAPE)
    wait(lambda: is_focused(before), 'the focus to come back from the print dialog')
    told('printing is begun, and left')


def drive_to_files(child, program, folder, environment):
    announcements = Announcements()
    open_sample(program)
    choose(program)
    compare(program)
    read_chart(program, announcements)
    choose_type(program)
    undo_and_copy(program, announcements)
    export(program, folder, 'PNG', b'\x89PNG')
    export(program, folder, 'SVG', b'<svg')
    check_pdf(export(program, folder, 'PDF', b'%PDF'))
    told('the PDF reads as it should')
    save(program, folder, announcements)


def drive_to_file(child, program, folder, environment):
    wait(lambda: find(program, BUTTONS, _('Open Sample')), 'the welcome page')
    Atspi.generate_mouse_event(300, 300, 'abs')
    open_file(program)
    zoom(program, Announcements())
    begin_to_print(program)


def drive_all(folder, environment):
    """The second start knows nothing of the first, nor of its unsaved work."""
    run_once(drive_to_files, sys.argv[1:2], folder, environment)
    other = os.path.join(folder, 'other')
    os.mkdir(other)
    homes = {name: other for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME')}
    run_once(drive_to_file, sys.argv[1:2], folder, {**environment, **homes})


run_in_home(drive_all)
