#!/usr/bin/env python3
# Goes the one-minute path by nothing but the keyboard in the narrowest window, in the
# language of the process. There a pane stands in the place of another: after each change
# the focus is on something in sight, Escape and Alt+Left lead back to where it was, and
# Tab leads to all that the bars offer.
# usage: test-drive-narrow.py PROGRAM   (with a display and a session bus)
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import sys

from drive import (Atspi, BUTTONS, ENTRIES, Follower, IS_CHINESE, KEY_ALT, KEY_CONTROL, KEY_DOWN, KEY_E, KEY_ESCAPE,
                   KEY_F, KEY_F9, KEY_RETURN, KEY_RIGHT, KEY_SPACE, find, find_window, get_box, get_focus,
                   keep_settings, passed, run_in_home, run_once, say, showing, translate as _, type_key, type_path,
                   type_text, wait, wait_for_window, walk)

ROLE = Atspi.Role
KEY_2, KEY_3, KEY_LEFT = 11, 12, 113
WIDTH, HEIGHT = 360, 648
# Halves of a button overlap its edge.
SLACK = 2
MOST = 40
DOUBTFUL = 'when,area,number,code\n2019,North,120,1\n2020,North,131,1\n2021,South,80,2\n'
IDS = ('base-stations-5g-new', 'parking-berths-connected')


def read_names():
    path = os.path.join(os.environ['TONGBI_DATA_DIR'], 'samples', 'digital-qingdao.tongbi.json')
    with open(path, encoding='utf-8') as dataset:
        indicators = json.load(dataset)['indicators']
    return {i['id']: i['name']['zh' if IS_CHINESE else 'en'] for i in indicators}


NAMES = read_names()


def is_in_sight(node, frame):
    """Within the window, all of it from side to side."""
    box = get_box(node)
    return (showing(node) and min(box.width, box.height) > 0
            and frame.x <= box.x + SLACK and box.x + box.width <= frame.x + frame.width + SLACK
            and frame.y < box.y + box.height and box.y < frame.y + frame.height)


def tell(node):
    if node is None:
        return 'nothing'
    box = get_box(node)
    return f'{node.get_role_name()} “{node.get_name()}”, {box.x},{box.y} {box.width}×{box.height}'


def stand(is_meant, where):
    """Where the focus has to be, and in sight."""
    frame = get_box(find_window(follower.program, ''))
    try:
        wait(lambda: follower.is_at(lambda n: is_meant(n) and is_in_sight(n, frame)), f'the focus {where}')
    except AssertionError as error:
        node = follower.node
        raise AssertionError(f'{error}; it is at {tell(node)}')
    return follower.node


def is_named(*names):
    return lambda node: node.get_name() in names


def has_role(*roles):
    return lambda node: node.get_role() in roles


def tab_to(is_meant, what):
    """By Tab, as far as that is; each stop on the way is in sight."""
    seen = []
    while not seen or not is_meant(follower.node):
        assert len(seen) < MOST, f'Tab does not lead to {what}: {seen}'
        node = follower.step()
        stand(lambda n: n == node, f'on the way to {what} after {seen}')
        seen.append(node.get_name() or node.get_role_name())
    return follower.node


def check_bars(where, *names):
    """A round of Tab comes to all of these, and each stop is in sight."""
    stops = follower.go_round(where, lambda node: stand(lambda n: n == node, f'in sight in a round of {where}'))
    missing = [name for name in names if name not in {n.get_name() for n in stops}]
    assert not missing, f'{where}: no {missing} among {[n.get_name() for n in stops]}'
    passed(f'{where}: Tab leads to {len(stops)} stops, each of them in sight')


def is_shown(program):
    """The pane of the indicators is."""
    return find(program, (ROLE.LIST, ROLE.LIST_BOX), _('Indicators')) is not None


def open_sample(program):
    wait(lambda: find(program, BUTTONS, _('Open Sample')), 'the welcome page')
    # A row under a pointer that rests would take the focus.
    Atspi.generate_mouse_event(1200, 900, 'abs')
    tab_to(is_named(_('Open Sample')), 'the sample')
    type_key(KEY_RETURN)
    wait(lambda: is_shown(program), 'the sample')
    # Which of them is shown at first the sample says; the menu of the first button is made last.
    stand(is_named(NAMES[IDS[0]]), 'on what is shown')
    wait(lambda: find(program, BUTTONS, _('Recent Files')), 'the last of the buttons')
    check_bars('indicators', _('Open (Ctrl+O)'), _('Main Menu'), _('Search indicators by name or id'))


def search(program, name):
    type_key(KEY_F, KEY_CONTROL)
    stand(has_role(*ENTRIES), 'in the search entry')
    type_text(name)
    wait(lambda: [n.get_name() for n in walk(program) if n.get_role() == ROLE.CHECK_BOX and showing(n)]
         == [_('Show %s') % NAMES[name]], f'the row of {name}')


def stand_in_content(program, where):
    """Looked for everywhere: of a view that went behind another nothing is told."""
    wait(lambda: not is_shown(program), 'the figures in the place of the list')
    program.clear_cache()
    node = wait(lambda: (f := get_focus(program)) is not None and f.get_role() != ROLE.FRAME and f, f'the focus {where}')
    stand(lambda n: n == node, where)


def choose(program):
    """Enter leads on to the figures, and back leads to where it was pressed."""
    search(program, IDS[0])
    for back, is_there in (((KEY_LEFT, KEY_ALT), has_role(*ENTRIES)), ((KEY_ESCAPE,), is_named(NAMES[IDS[0]]))):
        type_key(KEY_RETURN)
        stand_in_content(program, 'among the figures')
        type_key(*back)
        wait(lambda: is_shown(program), 'the list again')
        stand(is_there, 'where it was')
        type_key(KEY_DOWN)
        stand(is_named(NAMES[IDS[0]]), 'on the row')
    type_key(KEY_RETURN)
    stand_in_content(program, 'among the figures')
    search(program, IDS[1])
    type_key(KEY_DOWN)
    stand(has_role(ROLE.LIST_ITEM), 'on the row')
    type_key(KEY_SPACE, KEY_CONTROL)
    passed('two indicators are chosen; Alt+Left and Escape lead back to the list')


def compare(program):
    type_key(KEY_3, KEY_ALT)
    wait(lambda: find(program, (ROLE.TABLE, ROLE.TREE_TABLE), _('Comparison table')) and get_figure(program) is None, 'the table')
    stand_in_content(program, 'on the page of the table')
    check_bars('table', _('Export (Ctrl+E)'))
    tab_to(has_role(ROLE.TABLE_CELL, ROLE.FILLER), 'the table')
    refused = '不可比：' if IS_CHINESE else 'not compared: '
    seen = []
    while not any(refused in said for said in seen):
        assert len(seen) < MOST, f'no refused cell among {seen}'
        before = follower.node
        seen.append(before.get_name())
        type_key(KEY_RIGHT if before.get_role() == ROLE.TABLE_CELL else KEY_DOWN)
        stand(lambda n: n != before and n.get_role() == ROLE.TABLE_CELL, f'on the cell after {seen}')
    passed('the reason of a refused comparison is reached')


def get_figure(program):
    return next((n for n in walk(program) if n.get_role() == ROLE.IMAGE and showing(n) and n.get_description()
                 and n.get_state_set().contains(Atspi.StateType.FOCUSABLE)), None)


def set_up(program):
    type_key(KEY_2, KEY_ALT)
    figure = wait(lambda: get_figure(program), 'the chart')
    stand_in_content(program, 'on the page of the chart')
    check_bars('chart', _('Export (Ctrl+E)'), _('Chart Settings (F9)'))
    for stroke in ((KEY_ESCAPE,), (KEY_F9,)):
        type_key(KEY_F9)
        wait(lambda: find(program, ENTRIES, _('Subtitle')), 'the settings')
        stand(has_role(ROLE.TABLE_CELL), 'in the settings')
        tab_to(is_named(_('Subtitle')), 'the subtitle')
        type_key(*stroke)
        wait(lambda: find(program, ENTRIES, _('Subtitle')) is None, 'the settings to go')
        stand(lambda n: n == figure, 'on the figure')
    passed('Escape and F9 lead from the settings back to the figure')


def export(program, folder):
    path = os.path.join(folder, 'figure.png')
    before = follower.node
    type_key(KEY_E, KEY_CONTROL)
    stand(is_named('PNG'), 'on the formats')
    tab_to(is_named(say('_Export…')), 'the button')
    type_key(KEY_RETURN)
    type_path(program, path)
    type_key(KEY_RETURN)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, f'the file {path}')
    wait_for_window(program)
    stand(lambda n: n == before, 'where it was before the export')
    passed('the figure is exported')


def leave(program):
    type_key(KEY_ESCAPE)
    wait(lambda: is_shown(program), 'the list again')
    stand(has_role(ROLE.LIST_ITEM, *ENTRIES), 'in the list again')
    passed('Escape leads back to the list')


def drive(child, program, folder, environment):
    follower.follow(program)
    open_sample(program)
    choose(program)
    compare(program)
    set_up(program)
    export(program, folder)
    leave(program)


def check_question(name, text, is_meant):
    """What a file is opened with begins where it does in a wide window."""
    def visit(child, program, folder, environment):
        follower.follow(program)
        stand(is_meant, f'in what {name} is opened with')
        passed(f'what {name} is opened with begins at {tell(follower.node)}')

    def write_and_run(folder, environment):
        path = os.path.join(folder, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        run_once(visit, [sys.argv[1], path], folder, environment)
    return write_and_run


def drive_all(folder, environment):
    global follower
    follower = Follower()
    keep_settings(environment, {'window-width': WIDTH, 'window-height': HEIGHT})
    run_once(drive, sys.argv[1:2], folder, environment)
    for name, text, is_meant in (('doubtful.csv', DOUBTFUL, is_named('when')),
                                 ('damaged.json', '{"tongbi": "dataset/1", "title": 3}', has_role(ROLE.LIST_ITEM))):
        check_question(name, text, is_meant)(folder, environment)


run_in_home(drive_all)
