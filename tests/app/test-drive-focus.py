#!/usr/bin/env python3
# Goes through the windows and dialogs of the real program by Tab, as far as it leads:
# every stop has a name, is in sight, and comes once; the parts of the window come in
# the order of reading; what can have the focus is reached; the round ends where it began.
# usage: test-drive-focus.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from drive import (Atspi, BUTTONS, Follower, KEY_ALT, KEY_CONTROL, KEY_E, KEY_ESCAPE, KEY_F9, find, find_dialog, get_box, passed,
                   run, showing, translate as _, type_key, wait, walk)

SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
KEY_SHIFT, KEY_1, KEY_2, KEY_3, KEY_F1, KEY_COMMA, KEY_I = 50, 10, 11, 12, 67, 59, 31
ROLE = Atspi.Role


def check_backwards(where, stops):
    """Shift+Tab is the same way back."""
    for node in [stops[-1], *reversed(stops[1:-1])][:6]:
        assert follower.step(KEY_SHIFT) == node, f'{where}: back to {follower.node.get_name()}, not {node.get_name()}'


def tell_part(node, program):
    """Which part of the window it stands in."""
    box = get_box(node)
    sidebar = get_box(find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')))
    figure = get_figure(program)
    if box.x + box.width / 2 < sidebar.x + sidebar.width:
        return 'sidebar'
    page = get_box(figure) if figure is not None else None
    return 'settings' if page and box.x >= page.x + page.width and box.y + box.height > page.y else 'content'


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == ROLE.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def check_order(parts, where):
    """Each part is gone through at one go: sidebar, content, settings, wherever the round began."""
    changes = [part for part, before in zip(parts, [parts[-1], *parts[:-1]]) if part != before]
    assert len(changes) == len(set(parts)), f'{where}: {parts}'
    if 'settings' in parts:
        after = changes[(changes.index('settings') + 1) % len(changes)]
        assert after == 'sidebar', f'{where}: {changes}'


def check_reached(program, root, stops, where):
    """What is not a stop stands in a group that is one: it is reached by arrows there."""
    missed = []
    for node in walk(root):
        states = node.get_state_set()
        if node in stops or not (states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.SHOWING)
                                 and states.contains(Atspi.StateType.SENSITIVE)):
            continue
        if node.get_role() not in (*BUTTONS, ROLE.CHECK_BOX, ROLE.ENTRY, ROLE.TEXT, ROLE.SPIN_BUTTON, ROLE.SWITCH, ROLE.SLIDER):
            continue
        parent = node.get_parent()
        group = next((p for p in ancestors(node) if p.get_role() in GROUPS and any(s == p or p in ancestors(s) for s in stops)), None)
        if group is None and not any(node in ancestors(s) or s in ancestors(node) for s in stops):
            missed.append(f'{node.get_role_name()} “{node.get_name()}” in “{parent.get_name()}”')
    assert not missed, f'{where}: not reached: {missed}'


GROUPS = (ROLE.LIST, ROLE.LIST_BOX, ROLE.TABLE, ROLE.TREE_TABLE, ROLE.PAGE_TAB_LIST, ROLE.GROUPING)


def ancestors(node):
    found = []
    while node is not None and node.get_role() != ROLE.FRAME:
        node = node.get_parent()
        found.append(node)
    return found[:-1]


def check_window(program, where, expected=('sidebar', 'content')):
    parts = []
    stops = follower.go_round(where, lambda node: parts.append(tell_part(node, program)))
    check_order(parts, where)
    assert set(parts) == set(expected), f'{where}: {parts}'
    check_backwards(where, stops)
    check_reached(program, program, stops, where)
    passed(f'{where}: {len(stops)} stops of Tab')


def check_dialog(program, where, key, modifier=None):
    type_key(key, modifier)
    dialog = wait(lambda: find_dialog(program), where)
    stops = follower.go_round(where)
    assert all(dialog in ancestors(node) for node in stops), f'{where}: the focus leaves the dialog'
    check_backwards(where, stops)
    passed(f'{where}: {len(stops)} stops of Tab, all within')
    type_key(KEY_ESCAPE)
    wait(lambda: not showing(dialog), f'{where} to close')


def drive(child, program, folder, environment):
    global follower
    follower = Follower()
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    Atspi.generate_mouse_event(600, 20, 'abs')
    type_key(KEY_1, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.LIST, ROLE.LIST_BOX), _('Overview of the indicators')), 'the cards')
    check_window(program, 'overview')
    type_key(KEY_2, KEY_ALT)
    wait(lambda: any(n.get_role() == ROLE.IMAGE and showing(n) and n.get_description() for n in walk(program)), 'the chart')
    check_window(program, 'chart')
    type_key(KEY_F9)
    wait(lambda: find(program, (ROLE.ENTRY, ROLE.TEXT), _('Subtitle')), 'the inspector')
    check_window(program, 'chart with its settings', ('sidebar', 'content', 'settings'))
    type_key(KEY_F9)
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    check_window(program, 'table')
    check_dialog(program, 'export of a table', KEY_E, KEY_CONTROL)
    check_dialog(program, 'preferences', KEY_COMMA, KEY_CONTROL)
    check_dialog(program, 'shortcuts', KEY_F1)
    type_key(KEY_2, KEY_ALT)
    wait(lambda: any(n.get_role() == ROLE.IMAGE and showing(n) and n.get_description() for n in walk(program)), 'the chart')
    check_dialog(program, 'export of a chart', KEY_E, KEY_CONTROL)
    check_dialog(program, 'source', KEY_I, KEY_CONTROL)


run(drive, [sys.argv[1], SAMPLE])
