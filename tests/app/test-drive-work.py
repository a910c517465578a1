#!/usr/bin/env python3
# Drives saved work in the real program, through the accessibility bus and the
# keyboard: saves by the file chooser, closes and opens something else with unsaved
# work and gives each answer, reloads, kills the program and takes its work up again;
# and gives what was saved to the command line.
# usage: test-drive-work.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import signal
import subprocess
import sys

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib

from drive import (Atspi, BUTTONS, DEADLINE, DIALOGS, ENTRIES, KEY_CONTROL, choose_file, find, find_window, passed, press,
                   run_in_home, run_once, select, showing, type_key, wait, walk)

KEY_Q, KEY_W, KEY_R, KEY_O, KEY_S, KEY_2, KEY_ALT, KEY_SLASH = 24, 25, 27, 32, 39, 11, 64, 61
PROGRAM = sys.argv[1]
CLI = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(PROGRAM))), 'cli', 'tongbi-cli')
LABELS = (Atspi.Role.LABEL,)


def write_figures(folder, name, title, last=95):
    path = os.path.join(folder, name)
    dataset = {
        'tongbi': 'dataset/1', 'title': title, 'units': {'u': {'name': 'persons', 'kind': 'count'}},
        'indicators': [{'id': i, 'name': i.capitalize(), 'unit': 'u', 'measure': 'stock'} for i in ('nurses', 'doctors')],
        'series': [{'indicator': i, 'observations': [['2020-12-31', 80], ['2021-12-31', 78], ['2022-12-31', last]]}
                   for i in ('nurses', 'doctors')]}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(dataset, file)
    return path


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def point_at_window():
    Atspi.generate_mouse_event(300, 20, 'abs')


def get_title_entry(window):
    return next((n for n in walk(window) if n.get_role() in ENTRIES and n.get_name() == 'Title' and showing(n)
                 and n.get_editable_text_iface() is not None), None)


def write_title(window, text):
    """Work: a chart with a title of the user's own."""
    if get_title_entry(window) is None:
        press(wait(lambda: find(window, BUTTONS, 'Chart Settings (F9)'), 'the button of the inspector'))
    wait(lambda: get_title_entry(window), 'the title').get_editable_text_iface().set_text_contents(text)
    wait(lambda: shows(window, text), f'the chart with the title {text}')
    wait(lambda: '• ' in ' '.join(n.get_name() or '' for n in (window, *walk(window)) if n.get_role() == Atspi.Role.FRAME),
         'the mark of unsaved work')


def set_up(window, text):
    wait(lambda: find(window, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the indicators')
    point_at_window()
    if get_title_entry(window) is None:
        select(window, 'nurses', 'Nurses')
    type_key(KEY_2, KEY_ALT)
    write_title(window, text)


def shows(window, text):
    return any(n.get_role() == Atspi.Role.IMAGE and showing(n) and text in (n.get_name() or '') for n in walk(window))


def answer(program, heading, response):
    """In a dialog; waits for it to go."""
    dialogs = wait(lambda: [n for n in walk(program) if n.get_role() in DIALOGS and showing(n) and n.get_name() == heading],
                   f'the dialog {heading}')
    assert len(dialogs) == 1, f'{len(dialogs)} times: {heading}'
    press(wait(lambda: find(dialogs[0], BUTTONS, response), f'the answer {response}'))
    wait(lambda: not showing(dialogs[0]), f'the dialog {heading} to go')


def wait_for_end(child):
    wait(lambda: child.poll() is not None, 'the program to end')
    assert child.returncode == 0, child.returncode


def check_chart(folder, chart, figures):
    """What the window saved is what the command line draws."""
    outputs = [os.path.join(folder, name) for name in ('with-data.png', 'alone.png', 'alone.pdf')]
    for arguments in ([figures, '--spec', chart, '-o', outputs[0]], [chart, '-o', outputs[1]], [chart, '-o', outputs[2]]):
        told = subprocess.run([CLI, 'chart', *arguments], timeout=DEADLINE, capture_output=True, text=True)
        assert told.returncode == 0 and told.stderr == '', (arguments, told)
    heads = [open(path, 'rb').read(4) for path in outputs]
    assert heads == [b'\x89PNG', b'\x89PNG', b'%PDF'], heads
    passed('the command line draws what was saved, with and without naming the data')


def drive_saving(child, program, folder, environment):
    chart = os.path.join(folder, 'staff.tongbi-chart.json')
    set_up(program, 'First')
    type_key(KEY_S, KEY_CONTROL)
    choose_file(program, 'Save Chart', 'Save', os.path.join(folder, 'staff'))
    wait(lambda: os.path.exists(chart), 'the chart')
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the name of the chart in the title')
    assert json.loads(read(chart))['title'] == 'First', read(chart)
    assert json.loads(read(chart))['data']['files'][0]['path'] == 'staff.json', read(chart)
    passed('Ctrl+S saves by the file chooser, with the suffix')
    check_chart(folder, chart, os.path.join(folder, 'staff.json'))

    write_title(program, 'Second')
    for _ in range(2):
        type_key(KEY_W, KEY_CONTROL)
        wait(lambda: find(program, BUTTONS, 'Discard'), 'the question')
    answer(program, 'Save Changes?', 'Cancel')
    assert find_window(program, '• staff')
    assert json.loads(read(chart))['title'] == 'First'
    passed('Cancel keeps the window and its work')
    type_key(KEY_W, KEY_CONTROL)
    press(wait(lambda: find(program, BUTTONS, 'Save'), 'the answer Save'))
    wait_for_end(child)
    assert json.loads(read(chart))['title'] == 'Second', read(chart)
    assert not find_kept(environment)
    passed('Save saves, and the window closes')


def open_by_chooser(program, path):
    type_key(KEY_O, KEY_CONTROL)
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), 'Open'), 'the file chooser')
    wait(lambda: find(chooser, BUTTONS, 'Open'), 'its button')
    type_key(KEY_SLASH)
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the entry of the place')
    name.get_editable_text_iface().set_text_contents(path)
    accept = wait(lambda: find(chooser, BUTTONS, 'Open'), 'its button')
    wait(lambda: accept.get_state_set().contains(Atspi.StateType.SENSITIVE), 'its button to be usable')
    press(accept)


def drive_opening(child, program, folder, environment):
    chart = os.path.join(folder, 'staff.tongbi-chart.json')
    other = os.path.join(folder, 'other.json')
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the chart')
    wait(lambda: shows(program, 'Second'), 'the chart where it was left')
    passed('a saved chart opens where it was left')
    point_at_window()
    write_title(program, 'Third')
    open_by_chooser(program, other)
    answer(program, 'Save Changes?', 'Cancel')
    assert find_window(program, '• staff')
    passed('opening another file with unsaved work can be cancelled')
    open_by_chooser(program, other)
    press(wait(lambda: find(program, BUTTONS, 'Save'), 'the answer Save'))
    wait(lambda: find_window(program, 'Other – Tongbi'), 'the other file')
    assert json.loads(read(chart))['title'] == 'Third', read(chart)
    passed('Save saves, and the other file opens')
    set_up(program, 'Fourth')
    open_by_chooser(program, chart)
    answer(program, 'Save Changes?', 'Discard')
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the chart')
    wait(lambda: not find_kept(environment), 'the kept work to go')
    passed('Discard opens the other file without a trace')


def find_kept(environment):
    folder = os.path.join(environment['XDG_DATA_HOME'], 'tongbi', 'recovery')
    return [os.path.join(where, name) for where, _, names in os.walk(folder) for name in names
            if name.endswith('.tongbi-chart.json')]


def drive_reload(child, program, folder, environment):
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the chart')
    point_at_window()
    write_figures(folder, 'staff.json', 'Staff', last=96)
    wait(lambda: find(program, LABELS, '“staff.json” has changed on disk'), 'the change to be told')
    type_key(KEY_R, KEY_CONTROL)
    wait(lambda: find(program, LABELS, '2 revised figures'), 'what is new to be told')
    wait(lambda: find(program, LABELS, '“staff.json” has changed on disk') is None, 'the banner to go')
    wait(lambda: find(program, BUTTONS, 'Details'), 'the button of details')
    passed('Ctrl+R reads the file again and tells what is new')


def drive_two_windows(child, program, folder, environment):
    set_up(program, 'One')
    second = subprocess.run([PROGRAM, os.path.join(folder, 'staff.json')], env=environment, timeout=DEADLINE)
    assert second.returncode == 0
    wait(lambda: find_window(program, 'Staff'), 'the second window')
    staff = find_window(program, 'Staff')
    set_up(staff, 'Two')
    type_key(KEY_Q, KEY_CONTROL)
    first, other = find_window(program, '• Other'), find_window(program, '• Staff')
    for window in (first, other):
        wait(lambda: find(window, BUTTONS, 'Discard'), 'the question in each window')
    press(find(other, BUTTONS, 'Cancel'))
    press(find(first, BUTTONS, 'Discard'))
    wait(lambda: find_window(program, '• Other') is None, 'one window to close')
    assert find_window(program, '• Staff') and child.poll() is None
    passed('quitting asks in each window; Cancel keeps its own')
    type_key(KEY_Q, KEY_CONTROL)
    press(wait(lambda: find(program, BUTTONS, 'Discard'), 'the question'))
    wait_for_end(child)
    assert not find_kept(environment)
    passed('the program ends with the last answer')


def kill_with_work(child, program, environment):
    set_up(program, 'Left')
    wait(lambda: find_kept(environment), 'the work to be kept')
    child.kill()
    child.wait()


def drive_crash(child, program, folder, environment):
    kill_with_work(child, program, environment)


def drive_later(child, program, folder, environment):
    wait(lambda: find(program, LABELS, 'Tongbi ended unexpectedly. The work of 1 window was kept.'), 'the offer')
    answer(program, 'Restore Unsaved Work?', 'Later')
    type_key(KEY_Q, KEY_CONTROL)
    wait_for_end(child)
    assert len(find_kept(environment)) == 1
    passed('work of a program that was killed is offered; Later keeps it')


def drive_restore(child, program, folder, environment):
    answer(program, 'Restore Unsaved Work?', 'Restore')
    wait(lambda: find_window(program, '• Other'), 'the work, unsaved')
    wait(lambda: shows(program, 'Left'), 'the chart where it was left')
    passed('Restore goes on where it was, unsaved')
    child.kill()
    child.wait()


def drive_crash_of_saved(child, program, folder, environment):
    wait(lambda: find_window(program, 'staff – Tongbi'), 'the chart')
    point_at_window()
    write_title(program, 'Fifth')
    wait(lambda: find_kept(environment), 'the work to be kept')
    child.kill()
    child.wait()


def drive_restore_saved(child, program, folder, environment):
    chart = os.path.join(folder, 'staff.tongbi-chart.json')
    answer(program, 'Restore Unsaved Work?', 'Restore')
    wait(lambda: find_window(program, '• staff'), 'the chart, unsaved')
    wait(lambda: find(program, LABELS, 'Restored, not saved yet; saving writes to “staff.tongbi-chart.json”'),
         'where saving writes to')
    wait(lambda: shows(program, 'Fifth'), 'the chart where it was left')
    assert json.loads(read(chart))['title'] == 'Third'
    type_key(KEY_S, KEY_CONTROL)
    wait(lambda: json.loads(read(chart))['title'] == 'Fifth', 'the chart to be written')
    assert all('sha256' in file for file in json.loads(read(chart))['data']['files'])
    wait(lambda: not find_kept(environment), 'the kept work to go')
    passed('Restored work of a saved chart is saved where it was, without asking')
    type_key(KEY_Q, KEY_CONTROL)
    wait_for_end(child)


def get_accessibility_bus():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    return bus.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None,
                         GLib.VariantType('(s)'), 0, -1, None).unpack()[0]


def find_other(child):
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
    return next((p for p in programs if p is not None and 'tongbi' in (p.get_name() or '').lower()
                 and p.get_process_id() != child.pid), None)


def drive_first(child, program, folder, environment):
    """Two programs in two sessions, of one user: each offers what nobody else has."""
    set_up(program, 'Left')
    own = wait(lambda: find_kept(environment), 'the work to be kept')
    beside = dict(environment, AT_SPI_BUS_ADDRESS=get_accessibility_bus())
    command = ['dbus-run-session', '--', PROGRAM]
    run_beside(child, folder, beside, command, lambda other: wait(
        lambda: find(other, BUTTONS, 'Open Sample'), 'the welcome page'))
    assert find_kept(environment) == own
    passed('work of a program that runs is not offered to another one')


def run_beside(child, folder, environment, command, check):
    # What the other session leaves behind must not keep the output of the test open.
    second = subprocess.Popen(command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    try:
        other = wait(lambda: find_other(child), 'the second program')
        check(other)
        assert find(other, LABELS, 'Restore Unsaved Work?') is None
    finally:
        os.killpg(second.pid, signal.SIGTERM)
        second.wait()


def drive_discard(child, program, folder, environment):
    answer(program, 'Restore Unsaved Work?', 'Discard')
    wait(lambda: not find_kept(environment), 'the kept work to go')
    passed('Discard lets go of it')


def drive_all(folder, environment):
    write_figures(folder, 'staff.json', 'Staff')
    write_figures(folder, 'other.json', 'Other')
    chart, staff, other = (os.path.join(folder, n) for n in ('staff.tongbi-chart.json', 'staff.json', 'other.json'))
    for drive, arguments in ((drive_saving, [staff]), (drive_opening, [chart]), (drive_reload, [chart]),
                             (drive_two_windows, [other]), (drive_crash, [other]), (drive_later, []),
                             (drive_restore, []), (drive_discard, []), (drive_crash_of_saved, [chart]), (drive_restore_saved, []),
                             (drive_first, [other])):
        run_once(drive, [PROGRAM, *arguments], folder, environment)


run_in_home(drive_all)
