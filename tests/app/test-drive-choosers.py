#!/usr/bin/env python3
# Chooses from lists by nothing but the keyboard, in the language of the process: each
# choice has a name, a list opens at what is chosen, Enter there changes nothing, and
# searching in it, taking and leaving do what they do elsewhere.
# usage: test-drive-choosers.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys

from drive import (Atspi, ENTRIES, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_DOWN, KEY_E, KEY_ESCAPE, KEY_F, KEY_RETURN,
                   KEY_SPACE, find, is_focused, passed, run_in_home, run_once, showing, tab_to,
                   translate as _, type_key, type_text, wait, walk)

SAMPLES = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples')
PLACES, PERIODS = (os.path.join(SAMPLES, name) for name in ('digital-qingdao.tongbi.json', 'iowa-electricity.tongbi.json'))
KEY_3, KEY_COMMA, KEY_UP = 12, 59, 111
ROLE = Atspi.Role
MOST = 40


def read_place(name):
    """Its name, and those of the indicators that have figures of it."""
    with open(PLACES, encoding='utf-8') as file:
        known = json.load(file)
    language = 'zh' if IS_CHINESE else 'en'
    names = {i['id']: i['name'][language] for i in known['indicators']}
    within = {names[series['indicator']] for series in known['series'] if series.get('place') == name}
    return known['places'][name]['name'][language], within


def get_offered(program):
    """What the rows of the sidebar offer to show."""
    return {n.get_name() for n in walk(program) if n.get_role() == ROLE.CHECK_BOX and showing(n)}


def is_chooser(label):
    """A drop-down is named after what is chosen, and a row after what it is for."""
    return lambda node: ((node.get_role() == ROLE.TOGGLE_BUTTON and node.get_description() == label)
                         or (node.get_role() == ROLE.COMBO_BOX and node.get_name() == label))


class Follower:
    """Where the focus goes, as it is told: looking for it everywhere takes long."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self.take)
        assert self.listener.register('object:state-changed:focused')

    def take(self, event):
        if event.detail1:
            self.node = event.source

    def is_at(self, is_meant):
        return self.node is not None and is_focused(self.node) and is_meant(self.node)


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
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    Atspi.generate_mouse_event(900, 20, 'abs')
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


def choose(child, program, folder, environment):
    wait(lambda: find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')), 'the sample')
    # A choice under a pointer that rests would take the focus.
    Atspi.generate_mouse_event(900, 20, 'abs')
    choose_place(program)
    choose_decimals(program)
    choose_format(program)


def drive_all(folder, environment):
    global follower
    follower = Follower()
    run_once(choose, [sys.argv[1], PLACES], folder, environment)
    run_once(choose_periods, [sys.argv[1], PERIODS], folder, environment)


run_in_home(drive_all)
