#!/usr/bin/env python3
# What a screen reader says in the real program, in the language of the process: what
# has the focus tells what it is and how it is set, and what only those see who see the
# window is announced.
# usage: test-drive-spoken.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import gettext
import json
import os
import sys

from drive import (Announcements, Atspi, BUTTONS, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_E, KEY_ESCAPE, KEY_F, KEY_RIGHT,
                   KEY_SPACE, KEY_TAB, KEY_Z, find, find_dialog, get_focus, is_focused, passed, run_in_home, run_once, say, showing, tab_to,
                   translate as _, type_key, type_text, wait, walk)

PROGRAM = sys.argv[1]
SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
KEY_2, KEY_3, KEY_Y, KEY_F1, KEY_COMMA = 11, 12, 29, 67, 59
ROLE = Atspi.Role
choose = gettext.translation('tongbi', os.environ.get('TONGBI_LOCALE_DIR'), fallback=not IS_CHINESE).ngettext


def tell(n, one, many):
    return choose(one, many, n).replace('%zu', str(n))


def hear(announcements, what):
    try:
        wait(lambda: what in announcements.said, f'“{what}” to be said')
    except AssertionError as error:
        raise AssertionError(f'{error}, not only {announcements.said}') from error
    announcements.clear()


def tab(before):
    """The next stop; there is always one that has the focus."""
    type_key(KEY_TAB)
    wait(lambda: not is_focused(before), f'the focus to leave {before.get_name()}')


def go_round(program, dialog):
    """What each stop of a dialog says: role, name, description."""
    first = wait(lambda: get_focus(program), 'a focus')
    heard, focus = [], first
    while True:
        heard.append((focus.get_role(), focus.get_name(), focus.get_description()))
        assert len(heard) < 40, heard
        tab(focus)
        focus = wait(lambda: get_focus(program), f'a focus after {heard[-1][1]}')
        if focus == first:
            return heard


def visit_dialog(program, where, stroke):
    type_key(*stroke)
    dialog = wait(lambda: find_dialog(program), where)
    wait(lambda: [n for n in walk(dialog) if is_focused(n)], f'the focus in {where}')
    heard = go_round(program, dialog)
    unset = [name for role, name, description in heard if role == ROLE.COMBO_BOX and not description]
    assert not unset, f'{where}: what is chosen is not said: {unset}'
    type_key(KEY_ESCAPE)
    wait(lambda: find_dialog(program) is None, f'{where} to close')
    passed(f'{where}: {len(heard)} stops, what is chosen is said of {sum(h[0] == ROLE.COMBO_BOX for h in heard)}')
    return heard


def find_chart(program):
    return next((n for n in walk(program) if n.get_role() == ROLE.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def visit_sample(child, program, folder, environment):
    announcements = Announcements()
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    type_key(KEY_3, KEY_ALT)
    hear(announcements, _('Table'))
    type_key(KEY_2, KEY_ALT)
    hear(announcements, _('Chart'))
    wait(lambda: find_chart(program), 'the chart')
    passed('a view that comes is said')
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: (f := get_focus(program)) is not None and f.get_editable_text_iface() is not None, 'the search entry')
    type_text('5g-new')
    hear(announcements, tell(1, '%zu indicator', '%zu indicators'))
    type_text('zzz')
    hear(announcements, _('No Results Found'))
    type_key(KEY_ESCAPE)
    wait(lambda: (f := get_focus(program)) is not None and f.get_role() == ROLE.LIST_ITEM, 'the list')
    passed('how much a search finds is said')

    heard = visit_dialog(program, 'export of a chart', (KEY_E, KEY_CONTROL))
    assert (ROLE.SPIN_BUTTON, _('Resolution')) in [h[:2] for h in heard], heard
    result = next(h for h in heard if h[1] == _('Result'))
    assert '2667 × 1500' in result[2], result
    visit_dialog(program, 'preferences', (KEY_COMMA, KEY_CONTROL))
    type_key(KEY_F1)
    row = wait(lambda: next((n for n in walk(program) if n.get_role() == ROLE.LIST_ITEM and is_focused(n)
                             and n.get_name() == _('Open')), None), 'the first shortcut')
    assert row.get_description() == 'Ctrl+O', row.get_description()
    type_key(KEY_ESCAPE)
    passed('the keys of a shortcut are said with it')

    focus = tab_to(program, lambda n: n.get_name() in (_('Columns'), _('Line')) and n.get_role() == ROLE.RADIO_BUTTON, 'the types of chart')
    type_key(KEY_RIGHT)
    wait(lambda: not is_focused(focus), 'another type')
    before = find_chart(program).get_description()
    type_key(KEY_SPACE)
    wait(lambda: (f := find_chart(program)) is not None and f.get_description() != before, 'another chart')
    type_key(KEY_Z, KEY_CONTROL)
    hear(announcements, _('Undone'))
    type_key(KEY_Y, KEY_CONTROL)
    hear(announcements, _('Redone'))
    passed('undoing and redoing are said')


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


FIGURES = ('{"tongbi": "dataset/1", "title": "人员", "units": {"u": {"name": "人", "kind": "count"}}, "indicators": [{"id": "nurses", '
           '"name": "护士", "unit": "u", "measure": "stock"}], "series": [{"indicator": "nurses", "observations": '
           '[["2020-12-31", 80], ["2021-12-31", %d]]}]}')
# The span lies outside of the figures.
CHART = {'tongbi': 'chart/1', 'type': 'column', 'indicators': ['nurses'], 'data': {'files': [{'path': 'nurses.json'}]},
         'decorations': [{'kind': 'span', 'from': '2001', 'to': '2002'}], 'view': {'shown': 'table'}}


def visit_work(child, program, folder, environment):
    announcements = Announcements()
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    type_key(KEY_2, KEY_ALT)
    hear(announcements, tell(1, '%zu comparison or mark is left out of this figure',
                             '%zu comparisons or marks are left out of this figure'))
    passed('what is refused is said')
    write(folder, 'nurses.json', FIGURES % 96)
    hear(announcements, _('“%s” has changed on disk') % 'nurses.json')
    passed('a file that has changed is said')
    offer = wait(lambda: find(program, BUTTONS, say('_Reload')), 'the offer')
    tab_to(program, lambda n: n == offer, 'the offer to reload')
    type_key(KEY_SPACE)
    hear(announcements, tell(1, '%zu revised figure', '%zu revised figures'))
    passed('what is new is said')


def drive_all(folder, environment):
    run_once(visit_sample, [PROGRAM, SAMPLE], folder, environment)
    write(folder, 'nurses.json', FIGURES % 95)
    run_once(visit_work, [PROGRAM, write(folder, 'nurses.tongbi-chart.json', json.dumps(CHART))], folder, environment)


run_in_home(drive_all)
