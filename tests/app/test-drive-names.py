#!/usr/bin/env python3
# Walks every page, popover and dialog of the real program through the accessibility
# bus, in the language of the process: every control has a name and a role that tells
# what it is; in Chinese nothing is left in English.
# usage: test-drive-names.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import sys

from drive import (Atspi, BUTTONS, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_E, KEY_ESCAPE, KEY_F9, KEY_F10,
                   KEY_RETURN, find, find_dialog, find_window, is_focused, passed, press, run_in_home, run_once, say, showing,
                   translate as _, type_key, wait, walk)

PROGRAM = sys.argv[1]
SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
KEY_F1, KEY_COMMA, KEY_I, KEY_UP, KEY_W, KEY_1, KEY_2, KEY_3 = 67, 59, 31, 111, 25, 10, 11, 12
ROLE = Atspi.Role

# What can have the focus is one of these, and has a name.
CONTROLS = {ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON, ROLE.RADIO_BUTTON, ROLE.CHECK_BOX, ROLE.COMBO_BOX, ROLE.ENTRY, ROLE.TEXT,
            ROLE.EDITBAR, ROLE.SPIN_BUTTON, ROLE.SLIDER, ROLE.SWITCH, ROLE.LINK, ROLE.LIST_ITEM, ROLE.MENU_ITEM, ROLE.MENU,
            ROLE.CHECK_MENU_ITEM, ROLE.RADIO_MENU_ITEM, ROLE.PAGE_TAB, ROLE.TABLE_CELL, ROLE.TABLE_COLUMN_HEADER,
            ROLE.COLUMN_HEADER, ROLE.TABLE_ROW, ROLE.IMAGE, ROLE.LABEL, ROLE.TREE_ITEM}
# What holds controls: tables, windows and dialogs have names too; panes, and the lists of rows in them, need none.
HOLDERS = {ROLE.TABLE, ROLE.TREE_TABLE, ROLE.DIALOG, ROLE.ALERT, ROLE.FRAME, ROLE.WINDOW, ROLE.TREE}
PANES = {ROLE.LIST, ROLE.LIST_BOX, ROLE.SCROLL_PANE, ROLE.PANEL, ROLE.FILLER, ROLE.GROUPING, ROLE.POPUP_MENU, ROLE.PAGE_TAB_LIST, ROLE.MENU_BAR}

# Formats, units, keys, and names of programs and of licences are the same in both languages.
# The platform looks its own words up in our catalogue, and they are missing where that is not built yet.
PLATFORM = {'Close', 'Close the window'} if _('Close the window') == 'Close the window' else set()

PROPER = {'Tongbi', 'tongbi', 'GNOME', 'GTK', 'LibreOffice', 'Excel', 'PNG', 'PDF', 'SVG', 'XLSX', 'ODS', 'CSV', 'TSV', 'HTML', 'JSON', 'LaTeX',
          'Markdown', 'dpi', 'DPI', 'px', 'mm', 'Ctrl', 'Shift', 'Alt', 'Esc', 'Home', 'End', 'GPL', 'A4', 'A5', 'UTF'}
WORD = re.compile('[A-Za-z]{2,}')


def read_chinese(value):
    """The texts of a document as they are shown in Chinese."""
    if isinstance(value, dict) and 'zh' in value:
        yield value['zh']
    elif isinstance(value, (dict, list)):
        for item in (value.values() if isinstance(value, dict) else value):
            yield from read_chinese(item)


with open(SAMPLE, encoding='utf-8') as file:
    DATA = {word for text in read_chinese(json.load(file)) for word in WORD.findall(text)}


def is_part_of_named(node):
    """An entry in its row, the list of one that is the choice of a row."""
    parent = node.get_parent()
    for _step in range(4):
        if parent is None:
            return False
        if parent.get_role() in (ROLE.LIST_ITEM, ROLE.COMBO_BOX, ROLE.ENTRY, ROLE.SPIN_BUTTON, ROLE.EDITBAR) and parent.get_name():
            return True
        parent = parent.get_parent()
    return False


def tell(node):
    parent = node.get_parent()
    held = [n.get_name() for n in walk(node) if n.get_name()][:3]
    return f'{node.get_role_name()} “{node.get_name()}” in {parent.get_role_name()} “{parent.get_name()}” with {held}'


def find_english(text, own):
    return [word for word in WORD.findall(text or '') if word not in PROPER and word not in DATA and word not in own]


def check(root, where, own=()):
    """own: what stands there as it is in a file."""
    wrong, n = [], 0
    for node in walk(root):
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            continue
        role, name = node.get_role(), node.get_name()
        if IS_CHINESE:
            wrong += [f'English “{" ".join(words)}” in {tell(node)}' for text in (name, node.get_description())
                      if text not in PLATFORM and (words := find_english(text, own))]
        if not states.contains(Atspi.StateType.FOCUSABLE) or role in PANES:
            continue
        n += 1
        if role not in CONTROLS and role not in HOLDERS:
            wrong.append(f'no role for a control: {tell(node)}')
        if not name and not is_part_of_named(node):
            wrong.append(f'no name: {tell(node)}')
    assert n > 0, f'{where}: nothing can have the focus'
    assert not wrong, f'{where}: ' + '; '.join(wrong)
    passed(f'{where}: {n} controls')


def wait_dialog(program, title=None):
    return wait(lambda: find_dialog(program, title), f'the dialog {title}')


def close(program, dialog):
    type_key(KEY_ESCAPE)
    wait(lambda: not showing(dialog), 'the dialog to close')


def visit_by_key(program, where, key, modifier=None):
    type_key(key, modifier)
    dialog = wait_dialog(program)
    wait(lambda: any(showing(n) and n.get_role() in BUTTONS for n in walk(dialog)), f'the controls of {where}')
    check(dialog, where)
    close(program, dialog)


def visit_welcome(child, program, folder, environment):
    wait(lambda: find(program, BUTTONS, _('Open Sample')), 'the welcome page')
    check(program, 'welcome')


def visit_sample(child, program, folder, environment):
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_1, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.LIST, ROLE.LIST_BOX), _('Overview of the indicators')), 'the cards')
    check(program, 'overview')
    type_key(KEY_2, KEY_ALT)
    wait(lambda: any(n.get_role() == ROLE.IMAGE and showing(n) and n.get_description() for n in walk(program)), 'the chart')
    check(program, 'chart')
    visit_by_key(program, 'export of a chart', KEY_E, KEY_CONTROL)
    visit_by_key(program, 'source', KEY_I, KEY_CONTROL)
    visit_by_key(program, 'preferences', KEY_COMMA, KEY_CONTROL)
    visit_by_key(program, 'shortcuts', KEY_F1)
    type_key(KEY_F9)
    wait(lambda: find(program, ENTRY_ROLES, _('Subtitle')), 'the last group of the inspector')
    check(program, 'inspector')
    type_key(KEY_F9)
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    check(program, 'table')
    visit_by_key(program, 'export of a table', KEY_E, KEY_CONTROL)
    type_key(KEY_F10)
    menu = wait(lambda: find(program, (ROLE.MENU,), _('Main Menu')), 'the main menu')
    check(menu, 'main menu')
    type_key(KEY_UP)
    wait(lambda: is_focused(find(program, (ROLE.MENU_ITEM,), say('_About Tongbi'))), 'the last item of the menu')
    type_key(KEY_RETURN)
    check(wait_dialog(program), 'about')


ENTRY_ROLES = (ROLE.ENTRY, ROLE.TEXT, ROLE.EDITBAR)


def visit_question(child, program, folder, environment):
    wait(lambda: find(program, (ROLE.LABEL,), 'code'), 'the columns')
    dialog = wait_dialog(program)
    wait(lambda: find(dialog, BUTTONS, say('_Open')), 'the button')
    check(dialog, 'how a file is read', own=('when', 'area', 'number', 'code', 'North', 'South', 'doubtful', 'csv'))


def visit_problems(child, program, folder, environment):
    # What is wrong with a file is told with its own keys and values.
    check(wait_dialog(program), 'problems', own=('damaged', 'tongbi', 'json', 'units', 'bed', 'name', 'kind', 'indicators', 'series'))


def visit_moved(child, program, folder, environment):
    check(wait_dialog(program), 'where the figures are', own=('none', 'json'))


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def visit_work(child, program, folder, environment):
    """What is refused, read again, asked before closing; ends with work that is not saved."""
    banner = wait(lambda: find(program, BUTTONS, say('_Show')), 'the banner of what is refused')
    Atspi.generate_mouse_event(300, 20, 'abs')
    check(program, 'chart of which some is refused', own=OWN)
    press(banner)
    dialog = wait_dialog(program)
    check(dialog, 'what is refused', own=OWN)
    close(program, dialog)
    write(folder, 'nurses.json', FIGURES % 96)
    wait(lambda: find(program, BUTTONS, say('_Reload')), 'the change to be seen')
    check(program, 'changed on disk', own=OWN)
    press(find(program, BUTTONS, say('_Reload')))
    press(wait(lambda: find(program, BUTTONS, say('_Details')), 'what is new to be told'))
    dialog = wait_dialog(program, _('What Has Changed'))
    wait(lambda: find(dialog, BUTTONS, _('Copy All')), 'its button')
    check(dialog, 'what is new', own=OWN)
    close(program, dialog)
    press(find(program, BUTTONS, _('Chart Settings (F9)')))
    entry = wait(lambda: find(program, ENTRY_ROLES, _('Subtitle')), 'the last group of the inspector')
    entry.get_editable_text_iface().set_text_contents('A')
    wait(lambda: find_window(program, '• '), 'the mark of unsaved work')
    type_key(KEY_W, KEY_CONTROL)
    dialog = wait_dialog(program)
    check(dialog, 'question of unsaved work')
    close(program, dialog)
    wait(lambda: any(name.endswith('.tongbi-chart.json') for _where, _folders, names in os.walk(environment['XDG_DATA_HOME'])
                     for name in names), 'the work to be kept')
    child.kill()
    child.wait()


def visit_recovery(child, program, folder, environment):
    check(wait_dialog(program), 'unsaved work of before')


DOUBTFUL = 'when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2021,South,80,2\n'
DAMAGED = '{"tongbi": "dataset/1",\n "title": "Damaged", "units": {"bed": 3}}\n'
FIGURES = ('{"tongbi": "dataset/1", "title": "人员", "units": {"u": {"name": "人", "kind": "count"}}, "indicators": [{"id": "nurses", '
           '"name": "护士", "unit": "u", "measure": "stock"}], "series": [{"indicator": "nurses", "observations": '
           '[["2020-12-31", 80], ["2021-12-31", %d]]}]}')
# The span lies outside of the figures.
CHART = ('{"tongbi": "chart/1", "type": "column", "indicators": ["nurses"], "decorations": [{"kind": "span", "from": "2001", '
         '"to": "2002"}], "data": {"files": [{"path": "%s"}]}, "view": {"shown": "chart"}}')
OWN = ('nurses', 'json')


def drive_all(folder, environment):
    run_once(visit_welcome, [PROGRAM], folder, environment)
    run_once(visit_sample, [PROGRAM, SAMPLE], folder, environment)
    run_once(visit_question, [PROGRAM, write(folder, 'doubtful.csv', DOUBTFUL)], folder, environment)
    run_once(visit_problems, [PROGRAM, write(folder, 'damaged.json', DAMAGED)], folder, environment)
    run_once(visit_moved, [PROGRAM, write(folder, 'moved.tongbi-chart.json', CHART % 'none.json')], folder, environment)
    write(folder, 'nurses.json', FIGURES % 95)
    run_once(visit_work, [PROGRAM, write(folder, 'nurses.tongbi-chart.json', CHART % 'nurses.json')], folder, environment)
    run_once(visit_recovery, [PROGRAM], folder, environment)


run_in_home(drive_all)
