#!/usr/bin/env python3
# Drives the chart of the real program through the accessibility bus and the
# keyboard, as a reader who cannot see it does: takes a measure and another type, writes a title,
# switches a series off and on, zooms in and out by keys and by dragging.
# usage: test-drive-chart.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from drive import (Atspi, BUTTONS, ENTRIES, KEY_0, KEY_CONTROL, KEY_DOWN, KEY_EQUAL, KEY_ESCAPE, KEY_F9, KEY_RETURN,
                   KEY_RIGHT, KEY_S, KEY_SPACE, KEY_Z, find, get_focus, is_focused, passed, press, run, select, select_too,
                   showing, tab_to, type_key, wait, walk)

SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'iowa-electricity.tongbi.json')
SERIES = ('Electricity from fossil fuels', 'Electricity from nuclear energy', 'Electricity from renewables')
# In the list of series, where places differ too.
BOX = 'Electricity from nuclear energy (Iowa)'
CHECKS = (Atspi.Role.CHECK_BOX,)


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n) and n.get_description()
                 and is_focusable(n)), None)


def is_focusable(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def describe(program):
    figure = get_figure(program)
    return figure.get_description() if figure is not None else ''


def has_state(node, state):
    return node.get_state_set().contains(state)


def point_at(node, across=0.5, down=0.5, what='abs'):
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(int(box.x + box.width * across), int(box.y + box.height * down), what)


def open_figure(program):
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the indicators')
    Atspi.generate_mouse_event(300, 20, 'abs')
    select(program, 'fossil', SERIES[0])
    select_too(program, 'nuclear', SERIES[1])
    select_too(program, 'renewables', SERIES[2])
    wait(lambda: all(name in describe(program) for name in SERIES), 'the chart of three series')
    passed('three series are shown')


TILES = (Atspi.Role.TABLE_CELL, Atspi.Role.LIST_ITEM)


def get_tile(program):
    focus = get_focus(program)
    return focus if focus is not None and focus.get_role() in TILES else None


def choose_type(program):
    """Through the pictures of types by keyboard: what does not fit is read with its reason and cannot be taken."""
    before = describe(program)
    point_at(get_figure(program))
    tab_to(program, lambda n: n.get_name() == 'More', 'the button of types')
    type_key(KEY_SPACE)
    focus = wait(lambda: get_tile(program), 'the focus in the types')
    assert has_state(focus, Atspi.StateType.SELECTED), focus.get_name()
    passed('the inspector opens at the type that is shown')

    seen = [focus.get_name()]
    while focus.get_name() != 'Stacked column chart':
        assert len(seen) < 20, seen
        if focus.get_name() == 'Year-to-date comparison':
            wait(lambda: focus.get_description(), 'the reason why it does not fit')
            assert 'one' in focus.get_description(), focus.get_description()
            assert not has_state(focus, Atspi.StateType.SENSITIVE), focus.get_name()
            type_key(KEY_RETURN)
        left = focus
        type_key(KEY_RIGHT)
        wait(lambda: not is_focused(left), f'the focus to leave {left.get_name()}')
        focus = wait(lambda: get_tile(program), 'the focus in the types')
        seen.append(focus.get_name())
    assert 'Year-to-date comparison' in seen and 'Slope chart' in seen, seen
    assert len(set(seen)) == len(seen), seen
    assert describe(program) == before
    passed('what does not fit says why, and is not taken')
    type_key(KEY_RETURN)
    wait(lambda: describe(program) != before, 'the stacked columns')
    wait(lambda: has_state(focus, Atspi.StateType.SELECTED), 'the picture to be the one that is shown')
    passed('Enter takes a type')


def take_measure(program):
    """F9, a measure by keyboard, and back by undo."""
    before = describe(program)
    point_at(get_figure(program))
    type_key(KEY_F9)
    wait(lambda: get_tile(program), 'the focus in the inspector')
    tab_to(program, lambda n: n.get_name() == 'Share in percent', 'the share of a whole')
    type_key(KEY_SPACE)
    wait(lambda: 'share' in describe(program).lower() and describe(program) != before, 'the shares')
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: describe(program) == before, 'the figures as published')
    passed('a measure is taken and undone by keyboard')
    tab_to(program, lambda n: n.get_name() == 'From', 'the first period')
    type_key(KEY_RETURN)
    choice = wait(lambda: next((n for n in walk(program) if is_focused(n) and showing(n)
                                and n.get_name() == 'The Beginning'), None), 'the list of periods')
    type_key(KEY_DOWN)
    wait(lambda: not is_focused(choice), 'the next choice')
    wait(lambda: any(is_focused(n) and n.get_name() == '2017' for n in walk(program)), 'the last period')
    type_key(KEY_DOWN)
    wait(lambda: any(is_focused(n) and n.get_name() == '2016' for n in walk(program)), 'the one before')
    type_key(KEY_RETURN)
    wait(lambda: describe(program) not in ('', before) and '2001' not in describe(program), 'the span')
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: describe(program) == before, 'all periods')
    passed('a span is chosen from a list and undone by keyboard')
    type_key(KEY_F9)
    wait(lambda: get_tile(program) is None and is_focused(get_figure(program)), 'the focus in the figure')


def write_title(program):
    before = get_figure(program).get_name()
    tab_to(program, lambda n: n.get_role() in ENTRIES and n.get_name() == 'Title', 'the title')
    type_key(KEY_S)
    wait(lambda: get_figure(program).get_name() != before, 'the title of the figure')
    type_key(KEY_Z, KEY_CONTROL)
    wait(lambda: get_figure(program).get_name() == before, 'the automatic title')
    type_key(KEY_F9)
    wait(lambda: find(program, BUTTONS, 'Stacked column chart'), 'the type on the button')
    passed('the title is written, undone, and F9 closes the inspector')


def switch_series(program):
    tab_to(program, lambda n: n.get_name() == 'Series', 'the button of series')
    type_key(KEY_SPACE)
    before = describe(program)
    box = wait(lambda: find(program, CHECKS, BOX), 'the list of series')
    assert has_state(box, Atspi.StateType.CHECKED)
    tab_to(program, lambda n: n.get_name() == BOX, 'the box of a series')
    type_key(KEY_SPACE)
    wait(lambda: describe(program) not in ('', before), 'a series to go')
    assert not has_state(box, Atspi.StateType.CHECKED)
    type_key(KEY_SPACE)
    wait(lambda: describe(program) == before, 'the series to come back')
    passed('a series is switched off and on')
    type_key(KEY_ESCAPE)
    wait(lambda: find(program, CHECKS, BOX) is None, 'the list of series to close')


def zoom_by_keys(program):
    before = describe(program)
    tab_to(program, lambda n: n.get_role() == Atspi.Role.IMAGE, 'the figure')
    assert find(program, BUTTONS, 'All Periods') is None
    type_key(KEY_EQUAL, KEY_CONTROL)
    wait(lambda: find(program, BUTTONS, 'All Periods'), 'Ctrl++ to zoom in')
    wait(lambda: describe(program) not in ('', before), 'the description of the span')
    assert '2001' in before and '2001' not in describe(program), describe(program)
    type_key(KEY_0, KEY_CONTROL)
    wait(lambda: find(program, BUTTONS, 'All Periods') is None, 'Ctrl+0 to show all')
    wait(lambda: describe(program) == before, 'the description of all periods')
    passed('Ctrl++ zooms in, Ctrl+0 out; the description says which periods are shown')


def zoom_by_drag(program):
    figure = get_figure(program)
    before = describe(program)
    point_at(figure, 0.4, 0.6)
    point_at(figure, 0.4, 0.6, 'b1p')
    for across in (0.5, 0.6, 0.7):
        point_at(figure, across, 0.6)
    point_at(figure, 0.7, 0.6, 'b1r')
    wait(lambda: find(program, BUTTONS, 'All Periods'), 'the drag to zoom in')
    wait(lambda: describe(program) not in ('', before), 'the description of the span')
    assert '2001' not in describe(program), describe(program)
    press(find(program, BUTTONS, 'All Periods'))
    wait(lambda: describe(program) == before, 'the description of all periods')
    passed('dragging over a span zooms in, a button out')


def drive(child, program, folder, environment):
    open_figure(program)
    take_measure(program)
    choose_type(program)
    write_title(program)
    switch_series(program)
    zoom_by_keys(program)
    zoom_by_drag(program)


run(drive, [*sys.argv[1:2], SAMPLE])
