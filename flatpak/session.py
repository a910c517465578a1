# What the tests of the installed program share: Flatpak, the portals' dialogs, and what is
# found on the accessibility bus. Their programs are called with these arguments:
# APPLICATION-ID CHECKOUT FOLDER WORK-FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import sys

application, checkout, folder, work = sys.argv[1:]
sys.path.insert(0, os.path.join(checkout, 'tests', 'app'))
import drive  # noqa: E402
from gi.repository import Gio  # noqa: E402
from drive import Atspi, BUTTONS, DEADLINE, find, press, showing, walk  # noqa: E402

said_by_program = os.path.join(folder, 'said')
KEY_COMMA = 59  # of the standard keyboard of X
SAMPLE = '/app/share/tongbi/samples/digital-qingdao.tongbi.json'
SAMPLE_TITLE = 'Digital Qingdao'
DATASET = ('{"tongbi": "dataset/1", "title": "%s", "units": {"u": {"name": "u", "kind": "count"}}, '
           '"indicators": [{"id": "a", "name": "A", "unit": "u", "measure": "stock"}], '
           '"series": [{"indicator": "a", "observations": [["2020-12-31", 1]]}]}')


def flatpak(*arguments, **options):
    return subprocess.run(['flatpak', *arguments], capture_output=True, text=True, timeout=3 * DEADLINE, check=False,
                          **options)


def inside(script):
    return flatpak('run', '--command=sh', application, '-c', script)


def write_dataset(path, title):
    with open(path, 'w', encoding='utf-8') as file:
        file.write(DATASET % title)
    return path


class Backend:
    """The program that shows the dialogs of the portals. Where it crashes, the call that was under way has no
    answer, and the bus starts another for the next."""

    def __init__(self):
        self.owners = []
        self.left = False
        Gio.bus_watch_name(Gio.BusType.SESSION, 'org.freedesktop.impl.portal.desktop.gtk', Gio.BusNameWatcherFlags.NONE,
                           lambda _bus, _name, owner: self.owners.append(owner), self.leave)

    def leave(self, _bus, _name):
        self.left = self.left or bool(self.owners)

    def check(self):
        assert not self.left, 'the portals’ backend left the bus: it crashed, or was ended'


backend = Backend()


def wait(condition, what):
    """Not for what nobody will show any more."""
    def look():
        backend.check()
        return condition()
    return drive.wait(look, what)


def programs():
    desktop = Atspi.get_desktop(0)
    return [p for p in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())) if p is not None]


def find_in_all(roles, name):
    return next((n for n in (find(p, roles, name) for p in programs()) if n is not None), None)


def stop(child):
    flatpak('kill', application)
    child.wait(DEADLINE)


def start(*arguments, locale='C.UTF-8', language='en'):
    """What the toolkits have to say against it is kept, and read at the end."""
    environment = dict(os.environ, LC_ALL=locale, LANGUAGE=language)
    with open(said_by_program, 'a', encoding='utf-8') as said:
        return subprocess.Popen(['flatpak', 'run', '--env=G_ENABLE_DIAGNOSTIC=1', *arguments], env=environment, stderr=said)


def find_label(text):
    return next((n for p in programs() for n in walk(p)
                 if n.get_role() == Atspi.Role.LABEL and showing(n) and text in (n.get_name() or '')), None)


def find_frame(title):
    return next((n for p in programs() for n in walk(p)
                 if n.get_role() == Atspi.Role.FRAME and title in (n.get_name() or '')), None)


def click(node):
    box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    Atspi.generate_mouse_event(box.x + box.width // 2, box.y + box.height // 2, 'b1c')


def wait_usable(name):
    button = wait(lambda: find_in_all(BUTTONS, name), f'the button {name}')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), f'the button {name} to be usable')
    return button


def run_neighbour(*arguments, **options):
    return subprocess.Popen([sys.executable, os.path.join(checkout, 'flatpak', 'neighbour.py'), *arguments],
                            env=dict(os.environ, NO_AT_BRIDGE='1'), stdout=subprocess.PIPE, **options)


def choose_in_portal(title, name):
    """With the pointer, in its dialog: a file of the home folder."""
    chooser = wait(lambda: find_in_all((Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), title), 'the portal’s dialog')
    assert 'portal' in chooser.get_application().get_name()
    click(wait(lambda: find(chooser, (Atspi.Role.LABEL,), 'Home'), 'the home folder in the dialog'))
    click(wait(lambda: find(chooser, (Atspi.Role.TABLE_CELL,), name), f'{name} in the dialog'))
    button = wait(lambda: find(chooser, BUTTONS, 'Open'), 'the button of the dialog')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the dialog')
    press(button)


def open_sample():
    """With no file of the host, in an English session; what the window shows of it."""
    child = start(application, SAMPLE)
    frame = wait(lambda: find_frame(SAMPLE_TITLE), 'the window of the sample')
    return child, frame


def read_chart(frame):
    """What is told of it to those who do not see it."""
    return next((n.get_description() for n in walk(frame) if n.get_role() == Atspi.Role.IMAGE and showing(n)
                 and n.get_description()), None)


def read_clipboard():
    with run_neighbour('read', 'UTF8_STRING') as reader:
        return reader.communicate(timeout=DEADLINE)[0].decode()


def choose_language(frame, steps):
    """In the preferences, by keyboard."""
    program = frame.get_application()
    drive.type_key(KEY_COMMA, drive.KEY_CONTROL)
    wait(lambda: find(frame, (Atspi.Role.LABEL,), 'House Style'), 'the preferences')
    drive.tab_to(program, lambda n: n.get_name() == 'Language', 'the language of charts')
    drive.type_key(drive.KEY_RETURN)
    wait(lambda: len([n for n in walk(frame) if n.get_name() == '中文' and showing(n)]) > 0, 'the list of languages')
    for _ in range(steps):
        drive.type_key(drive.KEY_DOWN)
    drive.type_key(drive.KEY_RETURN)


def has_chinese(text):
    return any('\u4e00' <= letter <= '\u9fff' for letter in text)
