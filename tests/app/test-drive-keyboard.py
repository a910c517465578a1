#!/usr/bin/env python3
# Chooses from lists by nothing but the keyboard, in the language of the process: each
# choice has a name, a list opens at what is chosen, Enter there changes nothing, and
# searching in it, taking and leaving do what they do elsewhere. Then the focus is
# followed to where it could be lost: when a list, a menu, a bar or a figure goes away.
# usage: test-drive-keyboard.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys

from drive import (Atspi, BUTTONS, ENTRIES, Follower, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_DOWN, KEY_E, KEY_ESCAPE, KEY_F,
                   KEY_F9, KEY_RETURN, KEY_SPACE, KEY_TAB, KEY_Z, find, passed, run_in_home, run_once, say, showing,
                   tab_to, translate as _, type_key, type_text, wait, walk)

SAMPLES = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples')
PLACES, PERIODS = (os.path.join(SAMPLES, name) for name in ('digital-qingdao.tongbi.json', 'iowa-electricity.tongbi.json'))
KEY_2, KEY_3, KEY_COMMA, KEY_UP, KEY_END, KEY_MENU = 11, 12, 59, 111, 115, 135
ROLE = Atspi.Role
MOST = 40


with open(PLACES, encoding='utf-8') as sample:
    KNOWN = json.load(sample)
LANGUAGE = 'zh' if IS_CHINESE else 'en'
NAMES = {i['id']: i['name'][LANGUAGE] for i in KNOWN['indicators']}


def read_place(name):
    """Its name, and those of the indicators that have figures of it."""
    within = {NAMES[series['indicator']] for series in KNOWN['series'] if series.get('place') == name}
    return KNOWN['places'][name]['name'][LANGUAGE], within


def get_offered(program):
    """What the rows of the sidebar offer to show."""
    return {n.get_name() for n in walk(program) if n.get_role() == ROLE.CHECK_BOX and showing(n)}


def is_chooser(label):
    """A drop-down is named after what is chosen, and a row after what it is for."""
    return lambda node: ((node.get_role() == ROLE.TOGGLE_BUTTON and node.get_description() == label)
                         or (node.get_role() == ROLE.COMBO_BOX and node.get_name() == label))


def begin(program):
    follower.follow(program)
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    # A choice under a pointer that rests would take the focus.
    Atspi.generate_mouse_event(900, 20, 'abs')


def is_choice(name):
    return lambda node: node.get_role() == ROLE.LIST_ITEM and node.get_name() == name


def open_at(choice):
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(is_choice(choice)), f'the list to open at {choice}')


def go_to(choice, key):
    """From choice to choice, each of which is told."""
    seen = []
    while not follower.is_at(is_choice(choice)):
        assert len(seen) < MOST, f'no {choice} among {seen}'
        before = follower.node
        type_key(key)
        wait(lambda: follower.node != before and follower.is_at(lambda n: n.get_role() == ROLE.LIST_ITEM and n.get_name()),
             f'a choice with a name after {seen}')
        seen.append(follower.node.get_name())


def close_with(key, label):
    type_key(key)
    wait(lambda: follower.is_at(is_chooser(label)), f'the focus to come back to {label}')


def choose_place(program):
    name, within = read_place('qingdao-ftz')
    offered = {_('Show %s') % i for i in within}
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: follower.is_at(lambda n: n.get_editable_text_iface() is not None), 'the search entry')
    chooser = tab_to(program, is_chooser(_('Place')), 'the chooser of the place')
    assert chooser.get_name() == _('All Places'), chooser.get_name()
    open_at(_('All Places'))
    go_to(name, KEY_DOWN)
    close_with(KEY_RETURN, _('Place'))
    wait(lambda: get_offered(program) == offered, f'the {len(within)} indicators of {name}')
    passed('a place is chosen')
    open_at(name)
    close_with(KEY_RETURN, _('Place'))
    assert follower.node.get_name() == name and get_offered(program) == offered, follower.node.get_name()
    passed('Enter on what is chosen changes nothing')
    open_at(name)
    go_to(_('All Places'), KEY_UP)
    close_with(KEY_RETURN, _('Place'))
    wait(lambda: len(get_offered(program)) > len(offered), 'all indicators')
    passed('all places are chosen again')


def choose_decimals(program):
    """A row of a dialog: Escape leaves the list and not the dialog."""
    type_key(KEY_COMMA, KEY_CONTROL)
    wait(lambda: find(program, (ROLE.LABEL,), _('Decimals')), 'the preferences')
    row = tab_to(program, is_chooser(_('Decimals')), 'the row of the decimals')
    open_at(_('As Published'))
    go_to(_('At Most 1'), KEY_DOWN)
    close_with(KEY_RETURN, _('Decimals'))
    wait(lambda: row.get_description().startswith(_('At Most 1')), 'the row to say what is chosen')
    open_at(_('At Most 1'))
    close_with(KEY_ESCAPE, _('Decimals'))
    open_at(_('At Most 1'))
    go_to(_('As Published'), KEY_UP)
    close_with(KEY_RETURN, _('Decimals'))
    wait(lambda: row.get_description().startswith(_('As Published')), 'the row to say what is chosen')
    type_key(KEY_ESCAPE)
    wait(lambda: find(program, (ROLE.LABEL,), _('Decimals')) is None, 'the preferences to close')
    passed('a choice of the preferences is taken and taken back')


def choose_format(program):
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    type_key(KEY_E, KEY_CONTROL)
    wait(lambda: find(program, (ROLE.LABEL,), _('Format')), 'the export of the table')
    row = tab_to(program, is_chooser(_('Format')), 'the row of the format')
    first = row.get_description()
    assert first == _('Excel Workbook (XLSX)'), first
    open_at(first)
    go_to(_('Markdown'), KEY_DOWN)
    close_with(KEY_RETURN, _('Format'))
    wait(lambda: row.get_description() == _('Markdown'), 'the row to say what is chosen')
    type_key(KEY_ESCAPE)
    wait(lambda: find(program, (ROLE.LABEL,), _('Format')) is None, 'the export to close')
    passed('a format is chosen, and said')


def is_search(label):
    return lambda node: node.get_role() in ENTRIES and node.get_name() == label


def choose_periods(child, program, folder, environment):
    """Seventeen years are searched; Escape leaves them."""
    label, year = _('Earlier period'), '2010年' if IS_CHINESE else '2010'
    begin(program)
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    chooser = tab_to(program, is_chooser(label), 'the chooser of the earlier period')
    before = chooser.get_name()
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(is_search(label)), 'the search of the periods')
    close_with(KEY_ESCAPE, label)
    assert follower.node.get_name() == before, follower.node.get_name()
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(is_search(label)), 'the search of the periods')
    type_text('010')
    wait(lambda: [n.get_name() for n in walk(program) if n.get_role() == ROLE.LIST_ITEM and showing(n)
                  and n.get_name() and n.get_name()[:4].isdigit()] == [year], 'the only year that is meant')
    close_with(KEY_RETURN, label)
    wait(lambda: chooser.get_name() == year, 'the year to be chosen')
    passed('a period is searched for and chosen')


def go_on_to(is_meant, what):
    """By Tab, past what has the focus now."""
    for _step in range(MOST):
        before = follower.node
        type_key(KEY_TAB)
        wait(lambda: follower.node != before and follower.is_at(showing), f'a focus after {before and before.get_name()}')
        if is_meant(follower.node):
            return follower.node
    raise AssertionError(f'Tab does not lead to {what}')


def say_of(context, word):
    """A word that is translated by what it is said of."""
    told = _(f'{context}\x04{word}')
    return word if '\x04' in told else told


def is_named(name, *roles):
    return lambda node: node.get_name() == name and (not roles or node.get_role() in roles)


def search_row(program, name):
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: follower.is_at(lambda n: n.get_role() in ENTRIES), 'the search entry')
    type_text(name)
    wait(lambda: get_offered(program) == {_('Show %s') % NAMES[name]}, f'the row of {name}')


def choose_two(program):
    """The first alone."""
    search_row(program, 'base-stations-5g-new')
    type_key(KEY_RETURN)
    wait(lambda: all(n.get_state_set().contains(Atspi.StateType.CHECKED) for n in walk(program)
                     if n.get_role() == ROLE.CHECK_BOX and showing(n)), 'the row to be chosen')
    search_row(program, 'parking-berths-connected')
    type_key(KEY_DOWN)
    wait(lambda: follower.is_at(lambda n: n.get_role() == ROLE.LIST_ITEM), 'the row')
    type_key(KEY_SPACE, KEY_CONTROL)
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: follower.is_at(lambda n: n.get_role() in ENTRIES), 'the search entry')
    type_key(KEY_ESCAPE)
    wait(lambda: len(get_offered(program)) > 2, 'all rows')


def switch_series(program):
    """The last one that is on cannot be switched off; Tab leads to the other all the same."""
    type_key(KEY_2, KEY_ALT)
    wait(lambda: get_figure(program), 'the chart')
    button = go_on_to(is_named(_('Series'), ROLE.TOGGLE_BUTTON), 'the series')
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(lambda n: n.get_role() == ROLE.CHECK_BOX), 'the first of the series')
    box = follower.node
    type_key(KEY_SPACE)
    wait(lambda: not box.get_state_set().contains(Atspi.StateType.CHECKED), 'the series to be switched off')
    wait(lambda: sum(n.get_state_set().contains(Atspi.StateType.SENSITIVE) for n in walk(box.get_parent())
                     if n.get_role() == ROLE.CHECK_BOX) == 1, 'the other to stay on')
    type_key(KEY_TAB)
    type_key(KEY_SPACE)
    wait(lambda: box.get_state_set().contains(Atspi.StateType.CHECKED), 'the series to be switched on')
    type_key(KEY_ESCAPE)
    wait(lambda: follower.is_at(lambda n: n == button), 'the focus to come back')
    passed('a series is switched off and on')


def deselect(program):
    """The bar goes, and what stays chosen has the focus."""
    go_on_to(is_named(say('_Deselect')), 'the button of the bar')
    type_key(KEY_RETURN)
    left = wait(lambda: find(program, BUTTONS, say('_Deselect')) is None and follower.is_at(lambda n: n.get_role() == ROLE.LIST_ITEM)
                and follower.node, 'the focus in the list')
    wait(lambda: showing(left) and is_on(program, left.get_name()), 'the focus on what is chosen')
    passed('the focus is on what stays chosen when others are let go')


def is_on(program, name):
    box = find(program, (ROLE.CHECK_BOX,), _('Show %s') % name)
    return box is not None and box.get_state_set().contains(Atspi.StateType.CHECKED)


def set_up(program):
    """In the settings a list gives the focus back to its row."""
    type_key(KEY_2, KEY_ALT)
    wait(lambda: get_figure(program), 'the chart')
    type_key(KEY_F9)
    wait(lambda: find(program, ENTRIES, _('Subtitle')), 'the last group of the settings')
    row = go_on_to(is_named(_('Periods'), ROLE.LIST_ITEM), 'the periods')
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(lambda n: n != row and n.get_role() == ROLE.LIST_ITEM and n.get_description() == _('Chosen')),
         'the list to open at what is chosen')
    type_key(KEY_ESCAPE)
    wait(lambda: follower.is_at(lambda n: n == row), 'the focus to come back to the row')
    passed('Escape from a list of the settings leads back to its row')
    row = go_on_to(is_named(say_of('a decoration', 'Add'), ROLE.LIST_ITEM), 'the marks')
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(lambda n: n != row and n.get_role() == ROLE.LIST_ITEM), 'the kinds of marks')
    type_key(KEY_RETURN)
    wait(lambda: find(program, BUTTONS, _('Remove')), 'the mark')
    wait(lambda: follower.is_at(lambda n: n == row), 'the focus to come back to the row')
    passed('the focus is kept where a mark was added')


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == ROLE.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def lose_figure(program):
    """What stands in the place of the figure has the focus, and the figure when it comes again."""
    go_on_to(is_named(_('Figures as Known On')), 'the day of what is known')
    type_text('2001-07-01')
    type_key(KEY_RETURN)
    button = wait(lambda: find(program, BUTTONS, say('Show as _Table')), 'the page in the place of the figure')
    type_key(KEY_F9)
    wait(lambda: follower.is_at(lambda n: n == button), 'the focus on that page')
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: (figure := get_figure(program)) is not None and follower.is_at(lambda n: n == figure), 'the focus on the figure')
    passed('the focus is where the figure is, or what stands in its place')


def look_at_table(program):
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')), 'the table')
    button = go_on_to(is_named(say_of('of a table', 'Columns'), ROLE.TOGGLE_BUTTON), 'the columns')
    type_key(KEY_SPACE)
    wait(lambda: follower.is_at(is_named(_('Unit'), ROLE.CHECK_BOX)), 'the first of the columns')
    go_on_to(is_named(say('Show _All'), *BUTTONS), 'the last button')
    type_key(KEY_ESCAPE)
    wait(lambda: follower.is_at(lambda n: n == button), 'the focus to come back')
    passed('each of the columns is reached')
    go_on_to(lambda n: n.get_role() == ROLE.TABLE_CELL, 'the table')
    before = follower.node
    type_key(KEY_END)
    cell = wait(lambda: follower.node != before and follower.is_at(lambda n: n.get_role() == ROLE.TABLE_CELL) and follower.node,
                'the last cell')
    type_key(KEY_MENU)
    wait(lambda: follower.is_at(is_named(say('_Copy'), ROLE.MENU_ITEM)), 'the menu of the cell')
    type_key(KEY_DOWN)
    wait(lambda: follower.is_at(is_named(say('Select _All'), ROLE.MENU_ITEM)), 'the next of its items')
    type_key(KEY_ESCAPE)
    wait(lambda: follower.is_at(lambda n: n == cell), 'the focus to come back to the cell')
    passed('the menu of a cell is gone through, and Escape leads back to the cell')


def keep(child, program, folder, environment):
    begin(program)
    choose_two(program)
    switch_series(program)
    deselect(program)
    set_up(program)
    lose_figure(program)
    look_at_table(program)


def choose(child, program, folder, environment):
    begin(program)
    choose_place(program)
    choose_decimals(program)
    choose_format(program)


def drive_all(folder, environment):
    global follower
    follower = Follower()
    run_once(choose, [sys.argv[1], PLACES], folder, environment)
    run_once(choose_periods, [sys.argv[1], PERIODS], folder, environment)
    run_once(keep, [sys.argv[1], PLACES], folder, environment)


run_in_home(drive_all)
