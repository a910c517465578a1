# What the tests that drive the real program share: the accessibility bus, waiting,
# finding, keys.
# SPDX-License-Identifier: GPL-3.0-or-later
import gettext
import os
import shutil
import subprocess
import sys
import tempfile
import time

DEADLINE = 40
# A round of Tab through a window has fewer.
MOST_STOPS = 80
# Of the standard keyboard of X.
KEY_CONTROL, KEY_F, KEY_M, KEY_S, KEY_TAB, KEY_RETURN, KEY_SPACE, KEY_F10 = 37, 41, 58, 39, 23, 36, 65, 76
KEY_RIGHT, KEY_DOWN, KEY_ESCAPE = 114, 116, 9
KEY_0, KEY_EQUAL, KEY_Z, KEY_F9 = 19, 21, 52, 75
KEY_ALT, KEY_E, KEY_O, KEY_A = 64, 26, 32, 38


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    skip(f'no AT-SPI for Python: {error}')
# A program on a busy machine may not answer for a second, which is no fault of it.
Atspi.set_timeout(DEADLINE * 1000, DEADLINE * 1000)

# The words of the program, in its language.
IS_CHINESE = os.environ.get('LANGUAGE', '').startswith('zh')
translate = gettext.translation('tongbi', os.environ.get('TONGBI_LOCALE_DIR'), fallback=not IS_CHINESE).gettext

# Named from where the test starts: a test may go to another folder later.
BUILT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[1]))))

tests = 0
keystrokes = 0


def passed(what):
    global tests
    tests += 1
    print(f'ok {tests} - {what}', flush=True)


def wait(condition, what):
    """The first true value of condition; the main loop turns between tries. A function tells late what is waited for."""
    deadline = time.monotonic() + DEADLINE
    context = GLib.MainContext.default()
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the widget went away while it was looked at
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f'waited too long for {what() if callable(what) else what}')
        timer = GLib.timeout_add(20, lambda: False)
        context.iteration(True)
        if context.find_source_by_id(timer) is not None:
            GLib.source_remove(timer)


def showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def walk(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None:
            continue
        yield child
        yield from walk(child)


def find(root, roles, name, exact=True):
    for node in walk(root):
        if node.get_role() not in roles or not showing(node):
            continue
        if node.get_name() == name or (not exact and name in (node.get_name() or '')):
            return node
    return None


# A question is an alert.
DIALOGS = (Atspi.Role.DIALOG, Atspi.Role.ALERT)


def find_dialog(program, title=None):
    """A toast is an alert too, but has no name."""
    return next((n for n in walk(program) if n.get_role() in DIALOGS and showing(n) and n.get_name()
                 and title in (None, n.get_name())), None)


def press(node):
    action = node.get_action_iface()
    assert action is not None and action.get_n_actions() > 0, node.get_name()
    assert action.do_action(0)


def type_key(key, modifier=None):
    """A key of the keyboard, for the window that came last."""
    global keystrokes
    keystrokes += 1
    if modifier is not None:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.PRESSRELEASE)
    if modifier is not None:
        Atspi.generate_keyboard_event(modifier, None, Atspi.KeySynthType.RELEASE)


def type_text(text):
    """Letter by letter, as the keyboard gives them."""
    global keystrokes
    keystrokes += len(text)
    Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


def type_path(program, path):
    """Into the chooser's entry, where the focus is by then; all of it has arrived afterwards."""
    entry = wait(lambda: get_entry(program), 'the focus on the name of the file')
    type_key(KEY_A, KEY_CONTROL)
    type_text(path)
    wait(lambda: get_text(entry) == path, f'{path} in the entry')


def wait_for_window(program):
    """Keys go to the window again after a chooser; they came to the chooser as long as it was there."""
    wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), '', exact=False) is None
         and get_focus(program), 'the focus to come back from the file chooser')


def get_entry(program):
    focus = get_focus(program)
    return focus if focus is not None and focus.get_editable_text_iface() is not None else None


def get_text(entry):
    return Atspi.Text.get_text(entry, 0, Atspi.Text.get_character_count(entry))


def take_keystrokes():
    """How many there were since the last time."""
    global keystrokes
    taken, keystrokes = keystrokes, 0
    return taken


class Announcements:
    """What screen readers are asked to say."""

    def __init__(self):
        self.said = []
        self.listener = Atspi.EventListener.new(lambda event: self.said.append(str(event.any_data)))
        assert self.listener.register('object:announcement')

    def clear(self):
        self.said.clear()

    def last(self):
        return self.said[-1] if self.said else None


BUTTONS = (Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON)
ENTRIES = (Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.EDITBAR)


def is_focused(node):
    return node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED)


def get_focus(program):
    """The innermost one: parts of an entry have the focus with it."""
    focused = [n for n in walk(program) if showing(n) and is_focused(n)]
    if not focused:
        # GTK does not tell of each focus; what is kept here of the states may be old.
        program.clear_cache()
    return focused[-1] if focused else None


# Parts of windows, but not of controls.
AROUND = (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.LIST, Atspi.Role.PANEL, Atspi.Role.GROUPING, Atspi.Role.SCROLL_PANE)


def get_box(node):
    return node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def has_name(node):
    """Its own, or that of the control that it is a part of."""
    while node is not None and not node.get_name():
        node = node.get_parent()
        if node is not None and node.get_role() in AROUND:
            return False
    return node is not None


class Follower:
    """Where the focus goes, as it is told: looking for it everywhere takes long, and is
    done where nothing is told for a while."""

    def __init__(self):
        self.node = None
        self.program = None
        self.looked = 0
        self.listener = Atspi.EventListener.new(self.take)
        assert self.listener.register('object:state-changed:focused')

    def take(self, event):
        if event.detail1:
            self.node = event.source

    def is_told(self):
        try:
            return self.node is not None and is_focused(self.node)
        except GLib.Error:
            return False  # it went away

    def is_at(self, is_meant):
        if self.is_told():
            self.looked = time.monotonic()
        elif time.monotonic() > self.looked + 1:
            self.node = get_focus(self.program)
            self.looked = time.monotonic()
        return self.node is not None and is_focused(self.node) and is_meant(self.node)

    def follow(self, program):
        """Another program, from now on."""
        self.node, self.program, self.looked = None, program, time.monotonic()

    def step(self, modifier=None):
        """To the next stop of Tab."""
        before, self.node = self.node, None
        type_key(KEY_TAB, modifier)
        wait(lambda: self.node, f'a focus after {before and before.get_name()}')
        # A list may send it on to a row that is in sight.
        wait(lambda: showing(self.node) and is_focused(self.node), f'a focus in sight after {before and before.get_name()}')
        return self.node

    def go_round(self, where, visit=lambda node: None):
        """The stops of Tab, until the first comes again."""
        stops = [self.step()]
        visit(stops[0])
        while (focus := self.step()) != stops[0]:
            assert focus not in stops, f'{where}: {focus.get_name()} again, and {stops[0].get_name()} not'
            assert len(stops) < MOST_STOPS, f'{where}: no end of {[n.get_name() for n in stops]}'
            assert has_name(focus), f'{where}: a {focus.get_role_name()} without a name'
            stops.append(focus)
            visit(focus)
        return stops


def tab_to(program, is_meant, what):
    """By Tab, as far as that is."""
    seen = []
    focus = get_focus(program)
    while focus is None or not is_meant(focus):
        assert len(seen) < 40, f'Tab does not lead to {what}: {seen}'
        type_key(KEY_TAB)
        before = focus
        wait(lambda: before is None or not is_focused(before), f'the focus to go on to {what} after {seen}')
        focus = wait(lambda: get_focus(program), 'the focus')
        seen.append(focus.get_name() or focus.get_role_name())
    return focus


def search(program, words, name):
    """By keyboard: Ctrl+F and the words; waits for the row that is meant."""
    entry = wait(lambda: next((n for n in walk(program) if n.get_role() in ENTRIES and showing(n)
                               and n.get_editable_text_iface() is not None), None), 'the search entry')
    type_key(KEY_F, KEY_CONTROL)
    wait(lambda: any(is_focused(n) for n in [entry, *walk(entry)]), 'the focus in the search entry')
    entry.get_editable_text_iface().set_text_contents(words)
    wait(lambda: len([n for n in walk(program) if n.get_role() == Atspi.Role.CHECK_BOX and showing(n)]) == 1
         and find(program, (Atspi.Role.CHECK_BOX,), f'Show {name}'), f'the row of {name}')


def is_ticked(program, name):
    box = find(program, (Atspi.Role.CHECK_BOX,), f'Show {name}')
    return box is not None and box.get_state_set().contains(Atspi.StateType.CHECKED)


def select(program, words, name):
    search(program, words, name)
    type_key(KEY_RETURN)
    wait(lambda: is_ticked(program, name), 'Enter to show what was found')


def select_too(program, words, name):
    search(program, words, name)
    tab_to(program, lambda n: n.get_role() == Atspi.Role.LIST_ITEM, 'the list')
    type_key(KEY_SPACE, KEY_CONTROL)
    wait(lambda: is_ticked(program, name), 'Ctrl+Space to add to the selection')


def say(label):
    """As it stands on a button; Chinese ones have the letter of the mnemonic in brackets."""
    return translate(label).replace('_', '')


def find_program(child):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and program.get_process_id() == child.pid:
            return program
    return None


def find_window(program, name):
    """A window whose title begins so."""
    return next((n for n in walk(program) if n.get_role() in (Atspi.Role.FRAME, Atspi.Role.WINDOW)
                 and (n.get_name() or '').startswith(name)), None)


def choose_file(program, title, button, path):
    """In GTK's own file chooser."""
    chooser = wait(lambda: find(program, (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), title), f'the chooser {title}')
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the name of the file')
    name.get_editable_text_iface().set_text_contents(path)
    accept = wait(lambda: find(chooser, BUTTONS, button), f'the button {button} of the chooser')
    wait(lambda: accept.get_state_set().contains(Atspi.StateType.SENSITIVE), f'the button {button} to be usable')
    press(accept)


def run(drive, arguments):
    """Starts the program in a home of its own, and hands it to drive (child, program, folder, environment)."""
    run_in_home(lambda folder, environment: run_once(drive, arguments, folder, environment))


def run_once(drive, arguments, folder, environment, **options):
    """Starts the program in that home; drive may end it."""
    child = subprocess.Popen(arguments, env=environment, **options)
    try:
        drive(child, wait(lambda: find_program(child), 'the program'), folder, environment)
    finally:
        child.terminate()
        child.wait()


def manage_windows():
    """Starts what gives new windows the keyboard; it is built beside the program."""
    manager = subprocess.Popen([os.path.join(BUILT, 'tests', 'app', 'window-manager')], stdout=subprocess.PIPE)
    assert manager.stdout.readline() == b'ready\n', 'no window manager'
    return manager


def keep_settings(environment, values):
    """Has the programs of a home begin with these whole numbers."""
    environment['GSETTINGS_BACKEND'] = 'keyfile'
    path = os.path.join(environment['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')
    schemas, _relocatable = Gio.SettingsSchemaSource.get_default().list_schemas(False)
    settings = Gio.Settings.new_with_backend(next(s for s in schemas if s.startswith('org.tongbi.')),
                                             Gio.keyfile_settings_backend_new(path, '/', None))
    for key, value in values.items():
        settings.set_int(key, value)
    Gio.Settings.sync()


def run_in_home(drive_all):
    """Makes a home for programs, and hands it to drive_all (folder, environment)."""
    manager = manage_windows()
    folder = tempfile.mkdtemp(prefix='tongbi-drive-')
    environment = dict(os.environ, GTK_A11Y='atspi', NO_AT_BRIDGE='0')
    for variable in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME'):
        environment[variable] = os.path.join(folder, variable)
        os.mkdir(environment[variable])
    try:
        Atspi.init()
        drive_all(folder, environment)
        print(f'1..{tests}')
    finally:
        manager.terminate()
        manager.wait()
        shutil.rmtree(folder, ignore_errors=True)
