#!/usr/bin/env python3
# Opens each dialog and popover of the real program by keys, in the language of the
# process: one thing in it has the focus, the one that is meant, and after Escape the
# focus is where it was before.
# usage: test-drive-dialogs.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from drive import (Atspi, BUTTONS, KEY_ALT, KEY_CONTROL, KEY_DOWN, KEY_E, KEY_ESCAPE, KEY_F, KEY_F9, KEY_F10, KEY_RETURN,
                   KEY_RIGHT, KEY_SPACE, find, find_dialog, find_window, get_focus, is_focused, passed, run_in_home, run_once, say,
                   showing, tab_to, translate as _, type_key, type_text, wait, walk)

PROGRAM = sys.argv[1]
SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
KEY_1, KEY_2, KEY_3, KEY_F1, KEY_COMMA, KEY_I, KEY_UP, KEY_W, KEY_R = 10, 11, 12, 67, 59, 31, 111, 25, 27
ROLE = Atspi.Role
LISTS = (ROLE.LIST, ROLE.LIST_BOX)


def tell(node):
    return node and f'{node.get_role_name()} “{node.get_name()}”'


def find_focused(root):
    """Those that have the focus; what is around the innermost one may say so too."""
    focused = [n for n in walk(root) if showing(n) and is_focused(n)]
    around = set()
    for node in focused:
        while (node := node.get_parent()) is not None and node != root:
            around.add(node)
    return [n for n in focused if n not in around]


def settle(program, root, is_meant, where):
    """The one that has the focus, there and anywhere."""
    wait(lambda: (f := find_focused(root)) and is_meant(f[0]),
         lambda: f'the focus in {where}, which is on {[tell(n) for n in find_focused(program)]}')
    focused = find_focused(program)
    assert len(focused) == 1, f'{where}: {[tell(n) for n in focused]}'
    return focused[0]


def check(program, where, open_it, is_meant, find_root=find_dialog, back=None):
    """From wherever the focus is, and back there, or to what opened it."""
    before = back or wait(lambda: get_focus(program), f'a focus before {where}')
    open_it()
    root = wait(lambda: find_root(program), where)
    told = tell(settle(program, root, is_meant, where))
    type_key(KEY_ESCAPE)
    wait(lambda: find_root(program) is None, f'{where} to close')
    wait(lambda: is_focused(before), f'the focus to be back on {tell(before)} after {where}')
    passed(f'{where}: {told}, and back to {tell(before)}')


def key(*stroke):
    return lambda: type_key(*stroke)


def named(*names):
    return lambda node: node.get_name() in names


def begins(words):
    return lambda node: (node.get_name() or '').startswith(words)


def go_to_row(program, words):
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: (f := get_focus(program)) is not None and f.get_editable_text_iface() is not None, 'the search entry')
    type_text(words)
    wait(lambda: len([n for n in walk(program) if n.get_role() == ROLE.CHECK_BOX and showing(n)]) == 1, 'one row')
    type_key(KEY_DOWN)
    wait(lambda: (f := get_focus(program)) is not None and f.get_role() == ROLE.LIST_ITEM, 'the focus on the row')
    type_key(KEY_SPACE, KEY_CONTROL)


def find_menu(program):
    return find(program, (ROLE.MENU,), _('Main Menu'))


def open_about(program):
    type_key(KEY_F10)
    wait(lambda: find_menu(program), 'the main menu')
    type_key(KEY_UP)
    wait(lambda: is_focused(find(program, (ROLE.MENU_ITEM,), say('_About Tongbi'))), 'the last item of the menu')
    type_key(KEY_RETURN)


def find_chart(program):
    return next((n for n in walk(program) if n.get_role() == ROLE.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def visit_sample(child, program, folder, environment):
    wait(lambda: find(program, LISTS, _('Indicators')), 'the sample')
    go_to_row(program, '5g-new')
    type_key(KEY_2, KEY_ALT)
    wait(lambda: find_chart(program), 'the chart')
    check(program, 'export of a chart', key(KEY_E, KEY_CONTROL), named('PNG'))
    check(program, 'preferences', key(KEY_COMMA, KEY_CONTROL), named(_('Charts')))
    check(program, 'shortcuts', key(KEY_F1), begins(_('Open')))
    check(program, 'source', key(KEY_I, KEY_CONTROL), named(_('Copy All')))
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    check(program, 'export of a table', key(KEY_E, KEY_CONTROL), named(_('Format')))
    menu_button = find(program, (ROLE.TOGGLE_BUTTON,), _('Main Menu'))
    check(program, 'main menu', key(KEY_F10), named(say('_New Window')), find_menu, menu_button)
    check(program, 'about', lambda: open_about(program), lambda node: True, back=menu_button)


def visit_at_start(where, is_meant):
    def visit(child, program, folder, environment):
        root = wait(lambda: find_dialog(program), where)
        told = tell(settle(program, root, is_meant, where))
        type_key(KEY_ESCAPE)
        wait(lambda: find_dialog(program) is None, f'{where} to close')
        wait(lambda: len(find_focused(program)) == 1, f'a focus after {where}')
        passed(f'{where}: {told}, then {tell(find_focused(program)[0])}')
    return visit


def visit_work(child, program, folder, environment):
    banner = wait(lambda: find(program, BUTTONS, say('_Show')), 'the banner of what is refused')
    tab_to(program, lambda n: n == banner, 'the button of the banner')
    check(program, 'what is refused', key(KEY_RETURN), lambda node: node.get_role() == ROLE.LIST_ITEM)
    write(folder, 'nurses.json', FIGURES % 96)
    offer = wait(lambda: find(program, BUTTONS, say('_Reload')), 'the change to be seen')
    tab_to(program, lambda n: n == offer, 'the offer to reload')
    type_key(KEY_RETURN)
    details = wait(lambda: find(program, BUTTONS, say('_Details')), 'what is new to be told')
    stops = []
    tab_to(program, lambda n: stops.append(n) or n == details, 'the button of what is told')
    # The button goes with the toast: what had the focus before it has it again.
    check(program, 'what is new', key(KEY_RETURN), lambda node: node.get_role() == ROLE.LIST_ITEM, back=stops[-2])
    change(program)
    check(program, 'question of unsaved work', key(KEY_W, KEY_CONTROL), named(say('_Save')))
    child.kill()
    child.wait()


def change(program):
    """Another type of chart."""
    tab_to(program, named(_('Columns')), 'the types of chart')
    type_key(KEY_RIGHT)
    wait(lambda: get_focus(program).get_name() != _('Columns'), 'another type')
    type_key(KEY_SPACE)
    wait(lambda: find_window(program, '• '), 'the mark of unsaved work')


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


DOUBTFUL = 'when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2021,South,80,2\n'
DAMAGED = '{"tongbi": "dataset/1",\n "title": "Damaged", "units": {"bed": 3}}\n'
FIGURES = ('{"tongbi": "dataset/1", "title": "人员", "units": {"u": {"name": "人", "kind": "count"}}, "indicators": [{"id": "nurses", '
           '"name": "护士", "unit": "u", "measure": "stock"}], "series": [{"indicator": "nurses", "observations": '
           '[["2020-12-31", 80], ["2021-12-31", %d]]}]}')
# The span lies outside of the figures.
CHART = ('{"tongbi": "chart/1", "type": "column", "indicators": ["nurses"], "decorations": [{"kind": "span", "from": "2001", '
         '"to": "2002"}], "data": {"files": [{"path": "%s"}]}, "view": {"shown": "chart"}}')


def drive_all(folder, environment):
    run_once(visit_sample, [PROGRAM, SAMPLE], folder, environment)
    run_once(visit_at_start('how a file is read', named('when')), [PROGRAM, write(folder, 'doubtful.csv', DOUBTFUL)],
             folder, environment)
    run_once(visit_at_start('problems', lambda node: node.get_role() == ROLE.LIST_ITEM),
             [PROGRAM, write(folder, 'damaged.json', DAMAGED)], folder, environment)
    run_once(visit_at_start('where the figures are', named(say('Choose _Files…'))),
             [PROGRAM, write(folder, 'moved.tongbi-chart.json', CHART % 'none.json')], folder, environment)
    write(folder, 'nurses.json', FIGURES % 95)
    run_once(visit_work, [PROGRAM, write(folder, 'nurses.tongbi-chart.json', CHART % 'nurses.json')], folder, environment)


run_in_home(drive_all)
