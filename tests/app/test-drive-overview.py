#!/usr/bin/env python3
# Drives the overview of the real program through the accessibility bus and the
# keyboard, as a reader who cannot see it does: hears whole cards, asks where a
# figure comes from, searches, gathers, and goes on to the chart.
# usage: test-drive-overview.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

from drive import (Atspi, BUTTONS, KEY_CONTROL, KEY_ESCAPE, KEY_RETURN, KEY_RIGHT, KEY_SPACE, find, get_focus, is_focused,
                   is_ticked, passed, run, search, showing, tab_to, type_key, wait, walk)

SAMPLE = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
KEY_ALT, KEY_SHIFT, KEY_1, KEY_I, KEY_F10 = 64, 50, 10, 31, 76
CELLS = (Atspi.Role.TABLE_CELL, Atspi.Role.LIST_ITEM)
# The first of them: it has a target, a figure that measures it, and the latest date.
FIRST = 'New resources on the City Brain'
SAID = ('320 items', 'Q1 2023', 'Qingdao', 'not compared: there is no earlier figure', '≥1,000 items, 2023',
        '32% of the target', '25% of the time elapsed', 'Qingdao Daily, 9 May 2023')
STATIONS = 'New 5G base stations'


def get_grid(program):
    return next((n for n in walk(program) if n.get_name() == 'Overview of the indicators' and showing(n)), None)


def get_cards(program):
    grid = get_grid(program)
    return [n for n in walk(grid) if n.get_role() in CELLS and showing(n)] if grid is not None else []


def get_card(program, name):
    return next((n for n in get_cards(program) if (n.get_name() or '').startswith(name + ':')), None)


def is_card(node):
    return node.get_role() in CELLS and ': ' in (node.get_name() or '')


def hear(program):
    wait(lambda: find(program, (Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the indicators')
    Atspi.generate_mouse_event(300, 20, 'abs')
    type_key(KEY_1, KEY_ALT)
    card = wait(lambda: get_card(program, FIRST), 'the first card')
    for part in SAID:
        assert part in card.get_name(), card.get_name()
    assert '▲' not in card.get_name() and '▼' not in card.get_name()
    passed('Alt+1 shows the overview; a card says all of it in its name')

    focus = tab_to(program, is_card, 'the cards')
    assert focus.get_name().startswith(FIRST), focus.get_name()
    type_key(KEY_RIGHT)
    wait(lambda: not is_focused(focus), 'the focus to leave the first card')
    other = wait(lambda: get_focus(program), 'the focus')
    assert is_card(other) and not other.get_name().startswith(FIRST), other.get_name()
    passed('arrows go from card to card')


def get_dialog(program):
    return find(program, (Atspi.Role.DIALOG,), 'Where This Figure Comes From')


def ask_source(program):
    said = wait(lambda: get_focus(program), 'the focus').get_name()
    type_key(KEY_I, KEY_CONTROL)
    dialog = wait(lambda: get_dialog(program), 'the source panel')
    texts = wait(lambda: [n.get_name() for n in walk(dialog) if showing(n) and n.get_name()], 'its texts')
    for expected in ('Publisher', 'Qingdao Daily', 'Published', 'Period', 'Qualifier'):
        assert expected in texts, texts
    title = said.split(':')[0].split(' (')[0]
    assert any(title in text for text in texts), (title, texts)
    type_key(KEY_ESCAPE)
    wait(lambda: get_dialog(program) is None, 'the source panel to close')
    passed('Ctrl+I tells where the figure of a card comes from')

    tab_to(program, lambda n: n.get_role() in BUTTONS and (n.get_name() or '').startswith('Source: '), 'the source mark')
    type_key(KEY_SPACE)
    wait(lambda: get_dialog(program), 'the source panel')
    type_key(KEY_ESCAPE)
    wait(lambda: get_dialog(program) is None, 'the source panel to close')
    passed('the source mark of a card is a button for the same')


def follow_search(program):
    search(program, 'stations-5g-new', STATIONS)
    wait(lambda: len(get_cards(program)) == 1 and get_card(program, STATIONS), 'the card that is searched for')
    passed('the search of the sidebar holds for the cards')


def gather(program):
    tab_to(program, is_card, 'the card')
    assert not is_ticked(program, STATIONS)
    type_key(KEY_SPACE, KEY_CONTROL)
    wait(lambda: is_ticked(program, STATIONS), 'the card to be added to the selection')
    type_key(KEY_SPACE, KEY_CONTROL)
    wait(lambda: not is_ticked(program, STATIONS), 'the card to be taken out again')
    passed('Ctrl+Space adds a card to the selection, and takes it out')


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == Atspi.Role.IMAGE and showing(n)
                 and STATIONS in ((n.get_name() or '') + (n.get_description() or ''))), None)


def open_chart(program):
    tab_to(program, is_card, 'the card')
    type_key(KEY_RETURN)
    wait(lambda: get_figure(program), 'the chart of the card')
    wait(lambda: get_grid(program) is None, 'the overview to go')
    passed('Enter opens the chart of a card')
    type_key(KEY_I, KEY_CONTROL)
    dialog = wait(lambda: get_dialog(program), 'the source panel')
    assert any('3,500' in (n.get_name() or '') for n in walk(dialog))
    passed('Ctrl+I tells it in the chart too')
    type_key(KEY_ESCAPE)
    wait(lambda: get_dialog(program) is None, 'the source panel to close')


def ask_by_menu(program):
    """Of the point that is gone to, by the menu of the chart."""
    tab_to(program, lambda n: n.get_role() == Atspi.Role.IMAGE, 'the chart')
    type_key(KEY_F10, KEY_SHIFT)
    wait(lambda: any(n.get_role() == Atspi.Role.MENU_ITEM and is_focused(n) for n in walk(program)), 'the menu')
    type_key(KEY_RETURN)
    wait(lambda: get_dialog(program), 'the source panel')
    type_key(KEY_ESCAPE)
    wait(lambda: get_dialog(program) is None, 'the source panel to close')
    passed('so does the menu of the chart')


def click_card(program):
    type_key(KEY_1, KEY_ALT)
    card = wait(lambda: get_card(program, STATIONS), 'the card')
    # Until then a click is the chart's.
    wait(lambda: get_figure(program) is None, 'the chart to be gone')
    box = card.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    Atspi.generate_mouse_event(int(box.x + box.width / 2), int(box.y + 30), 'b1c')
    wait(lambda: get_grid(program) is None, 'a click to open the chart')
    passed('a click opens the chart of a card')


def drive(child, program, folder, environment):
    hear(program)
    ask_source(program)
    follow_search(program)
    gather(program)
    open_chart(program)
    ask_by_menu(program)
    click_card(program)


run(drive, [*sys.argv[1:2], SAMPLE])
