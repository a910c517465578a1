#!/usr/bin/env python3
# The installed program in its sandbox: what it may, what it can, and that files
# come and go through the portals. Run by test.sh, which makes the session.
# usage: test.py APPLICATION-ID CHECKOUT FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import os
import shutil
import subprocess
import sys

application, checkout, folder = sys.argv[1:]
sys.path.insert(0, os.path.join(checkout, 'tests', 'app'))
import drive  # noqa: E402
from gi.repository import Gio  # noqa: E402
from deprecated import find_deprecated, find_uses  # noqa: E402
from drive import Atspi, BUTTONS, DEADLINE, ENTRIES, find, passed, press, showing, walk  # noqa: E402

said_by_program = os.path.join(folder, 'said')
KEY_P, KEY_V, KEY_COMMA = 33, 55, 59  # of the standard keyboard of X
SAMPLE = '/app/share/tongbi/samples/digital-qingdao.tongbi.json'
SAMPLE_TITLE = 'Digital Qingdao'
# Flatpak itself writes x11 beside fallback-x11.
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'x11', 'wayland', 'fallback-x11'}, 'devices': {'dri'}}
MAX_SIZE = 4_000_000
NOTHING_THERE = 'There is no file and no table on the clipboard'
# GDK 4.24 says so of its own frames, where X has no compositor.
OF_GTK_ITSELF = ('gdk_frame_timings_submitted',)
OURS = ('libyyjson.so', 'libdeflate.so', 'libxlsxwriter.so')
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


def test_bundle():
    """What the README says, with nothing but the file."""
    bundle = os.path.join(checkout, 'build', 'flatpak', f'{application}.flatpak')
    assert flatpak('uninstall', '--user', '-y', application).returncode == 0
    assert flatpak('info', application).returncode != 0
    installed = flatpak('install', '--user', '-y', bundle)
    assert installed.returncode == 0 and flatpak('info', application).returncode == 0, installed
    passed('one command installs the file')


def test_permissions():
    heading, *told = flatpak('info', '--show-permissions', application).stdout.split()
    assert heading == '[Context]', heading
    told = {key: set(value.strip(';').split(';')) for key, value in (line.split('=') for line in told)}
    assert told == PERMISSIONS, told
    devices = inside('cat /proc/net/dev').stdout.split('\n')[2:]
    assert [line.split(':')[0].strip() for line in devices if line] == ['lo'], devices
    passed('it may what the manifest says, and has no network')


def test_size():
    location = flatpak('info', '--show-location', application).stdout.strip()
    size = sum(os.lstat(os.path.join(parent, name)).st_size
               for parent, _, names in os.walk(os.path.join(location, 'files')) for name in names)
    assert 0 < size < MAX_SIZE, size
    passed(f'it takes {size / 1e6:.1f} MB without the runtime')


def test_outside():
    """Neither the home folder nor a temporary one of the host is there."""
    for parent in (os.environ['HOME'], folder, checkout):
        path = os.path.join(parent, 'outside.tongbi.json')
        write_dataset(path, 'Outside')
        try:
            read = flatpak('run', '--command=tongbi-cli', application, 'info', path)
            assert read.returncode != 0 and 'Outside' not in read.stdout, read
            inside(f'echo changed > {path}; echo new > {path}.new')
            with open(path, encoding='utf-8') as file:
                assert 'Outside' in file.read()
            assert not os.path.exists(path + '.new')
        finally:
            os.remove(path)
    passed('what lies outside can neither be read nor written')


def test_command_line():
    made = inside(f'cd "$XDG_CACHE_HOME" && tongbi-cli chart {SAMPLE} --indicator base-stations-5g-new --type column '
                  f'-o chart.png && tongbi-cli table {SAMPLE} -o table.xlsx')
    assert made.returncode == 0, made
    cache = os.path.join(os.environ['HOME'], '.var', 'app', application, 'cache')
    for name, magic in (('chart.png', b'\x89PNG'), ('table.xlsx', b'PK\3\4')):
        with open(os.path.join(cache, name), 'rb') as file:
            assert file.read(4) == magic, name
    passed('tongbi-cli renders the sample')


def test_libraries():
    linked = inside('ldd /app/bin/tongbi-cli').stdout
    assert 'not found' not in linked, linked
    lines = [line for line in linked.split('\n') if any(name in line for name in OURS)]
    assert len(lines) == len(OURS), linked
    ours = sum('/app/lib/' in line for line in lines)
    assert ours in (0, len(OURS)), linked
    passed('its libraries are those of the modules' if ours else
           'its libraries are there # those of the stand-in, as the modules could not be downloaded')


def test_licences():
    """Of each part, as their licences want."""
    location = flatpak('info', '--show-location', application).stdout.strip()
    names = set(os.listdir(os.path.join(location, 'files', 'share', 'licenses', application)))
    assert names in ({'tongbi'}, {'tongbi', 'yyjson', 'libdeflate', 'libxlsxwriter'}), names
    passed('the licence of each part is in it')


def test_exports():
    """What the desktop sees: menu, icons, file types, activation."""
    location = flatpak('info', '--show-location', application).stdout.strip()
    share = os.path.join(location, 'export', 'share')
    for path in ('applications/{}.desktop', 'icons/hicolor/scalable/apps/{}.svg',
                 'icons/hicolor/symbolic/apps/{}-symbolic.svg', 'mime/packages/{}.xml', 'dbus-1/services/{}.service'):
        assert os.path.exists(os.path.join(share, path.format(application))), path
    with open(os.path.join(share, f'applications/{application}.desktop'), encoding='utf-8') as file:
        desktop = file.read()
    assert 'Exec=' in desktop and '@@u %U @@' in desktop and f'Icon={application}' in desktop, desktop
    assert 'application/vnd.tongbi.chart+json' in desktop and 'Comment[zh_CN]' in desktop, desktop
    passed('menu entry, icons, file types and activation are exported')


def test_forwarded():
    path = write_dataset(os.path.join(folder, 'handed.tongbi.json'), 'Handed Over')
    read = flatpak('run', '--file-forwarding', '--command=tongbi-cli', application, 'info', '@@', path, '@@')
    assert read.returncode == 0 and 'Handed Over' in read.stdout, read
    passed('a file comes in through the document portal')


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


def save_by_portal(path):
    """In the dialog of the portal, which is another program's."""
    chooser = wait(lambda: find_in_all((Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), 'Export'), 'the portal’s dialog')
    name = wait(lambda: next((n for n in walk(chooser) if n.get_role() in ENTRIES and showing(n)
                              and n.get_editable_text_iface() is not None), None), 'the name of the file')
    name.get_editable_text_iface().set_text_contents(path)
    button = wait(lambda: find(chooser, BUTTONS, 'Export'), 'the button of the dialog')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the dialog')
    press(button)
    wait(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the file')


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


def export_pdf():
    press(wait_usable('Export (Ctrl+E)'))
    press(wait(lambda: find_in_all(BUTTONS, 'PDF'), 'the export dialog'))
    press(wait(lambda: find_in_all(BUTTONS, 'Export…'), 'the button of the export dialog'))
    path = os.path.join(os.environ['HOME'], 'figure.pdf')
    save_by_portal(path)
    with open(path, 'rb') as file:
        assert file.read(5) == b'%PDF-'
    wait(lambda: find_label('“figure.pdf” exported'), 'the success to be told')
    assert list_home() == ['figure.pdf']
    os.remove(path)
    passed('a PDF goes out through the portal’s dialog')


def is_whole_pdf(path):
    with open(path, 'rb') as file:
        content = file.read()
    return content.startswith(b'%PDF-') and content.rstrip().endswith(b'%%EOF')


def list_home():
    return sorted(name for name in os.listdir(os.environ['HOME']) if not name.startswith('.'))


def print_to_file():
    """By the print portal: another program's dialog, which writes where its session was started."""
    Atspi.generate_mouse_event(300, 20, 'abs')
    drive.type_key(KEY_P, drive.KEY_CONTROL)
    dialog = wait(lambda: find_in_all((Atspi.Role.DIALOG, Atspi.Role.FRAME), 'Print'), 'the print dialog')
    assert 'portal' in dialog.get_application().get_name()
    click(wait(lambda: find(dialog, (Atspi.Role.TABLE_CELL,), 'Print to File'), 'the file that is printed into'))
    button = wait(lambda: find(dialog, BUTTONS, 'Print'), 'the button of the print dialog')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the printer to be chosen')
    press(button)
    wait(lambda: find_label('Sent to the printer'), 'the end of printing')
    name, = wait(list_home, 'the printed file')
    wait(lambda: name.endswith('.pdf') and is_whole_pdf(name), 'the whole file')
    os.remove(name)
    passed('a chart is printed through the portal')


def run_neighbour(*arguments, **options):
    return subprocess.Popen([sys.executable, os.path.join(checkout, 'flatpak', 'neighbour.py'), *arguments],
                            env=dict(os.environ, NO_AT_BRIDGE='1'), stdout=subprocess.PIPE, **options)


def copy():
    """Read back by another program, and of the kinds that others take."""
    press(wait_usable('Copy (Ctrl+Shift+C)'))
    wait(lambda: find_label('Figure copied'), 'the copy')
    for kind, beginning in (('image/png', b'\x89PNG\r\n'), ('image/svg+xml', b'<?xml'), ('text/html', b'<'), ('UTF8_STRING', b'')):
        with run_neighbour('read', kind) as reader:
            content = reader.communicate(timeout=DEADLINE)[0]
        assert reader.returncode == 0 and len(content) > 100 and content.startswith(beginning), (kind, content[:100])
    assert 'Source' in content.decode(), content
    passed('a chart is copied, and another program has it')


class Neighbour:
    """Waits for the lines that it tells."""

    def __init__(self, *arguments):
        self.program = run_neighbour(*arguments, text=True)
        self.told = []

    def wait_for(self, word):
        while word not in self.told:
            line = self.program.stdout.readline()
            assert line, f'{word} was not told, but {self.told}'
            self.told.append(line.strip())

    def end(self):
        self.program.kill()
        self.program.communicate()


def drag_in():
    """With the pointer, from another program's window to ours, step by step."""
    source = Neighbour('drag', write_dataset(os.path.join(folder, 'dragged.tongbi.json'), 'Dragged In'))
    try:
        source.wait_for('ready')
        Atspi.generate_mouse_event(1350, 950, 'b1p')
        for distance in range(10, 60, 10):
            Atspi.generate_mouse_event(1350 - distance, 950 - distance, 'abs')
        source.wait_for('begun')
        for x, y in ((900, 600), (700, 450), (600, 400), (590, 395)):
            Atspi.generate_mouse_event(x, y, 'abs')
        source.wait_for('accepted')
        Atspi.generate_mouse_event(590, 395, 'b1r')
        wait(lambda: find_frame('Dragged In'), 'the window of the file')
        source.wait_for('ended')
    finally:
        source.end()
    passed('a file that is dropped opens')


def paste_in():
    source = Neighbour('offer', write_dataset(os.path.join(folder, 'pasted.tongbi.json'), 'Pasted In'))
    try:
        source.wait_for('ready')
        Atspi.generate_mouse_event(300, 20, 'abs')
        drive.type_key(KEY_V, drive.KEY_CONTROL)
        # What kinds there are is asked for by programs when there is something new, and may be on its way.
        wait(lambda: find_frame('Pasted In') or find_label(NOTHING_THERE), 'the window of the file')
        if not find_frame('Pasted In'):
            wait(lambda: not find_label(NOTHING_THERE), 'the message to go')
            drive.type_key(KEY_V, drive.KEY_CONTROL)
        wait(lambda: find_frame('Pasted In'), 'the window of the file')
    finally:
        source.end()
    passed('a file that was copied opens')


def choose_in_portal(title, name):
    """With the pointer, in its dialog: a file of the home folder."""
    chooser = wait(lambda: find_in_all((Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER), title), 'the portal’s dialog')
    assert 'portal' in chooser.get_application().get_name()
    click(wait(lambda: find(chooser, (Atspi.Role.LABEL,), 'Home'), 'the home folder in the dialog'))
    click(wait(lambda: find(chooser, (Atspi.Role.TABLE_CELL,), name), f'{name} in the dialog'))
    button = wait(lambda: find(chooser, BUTTONS, 'Open'), 'the button of the dialog')
    wait(lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the button of the dialog')
    press(button)


def open_by_dialog():
    path = write_dataset(os.path.join(os.environ['HOME'], 'chosen-there.tongbi.json'), 'Chosen There')
    Atspi.generate_mouse_event(300, 20, 'abs')
    drive.type_key(drive.KEY_O, drive.KEY_CONTROL)
    choose_in_portal('Open', os.path.basename(path))
    wait(lambda: find_frame('Chosen There'), 'the window of the file')
    os.remove(path)
    passed('a file that is chosen in the portal’s dialog opens')


def test_saved_chart():
    """Its figures lie beside it, where the sandbox does not see them: they are asked for, and taken."""
    figures = write_dataset(os.path.join(os.environ['HOME'], 'beside.tongbi.json'), 'Beside It')
    with open(figures, 'rb') as file:
        told = hashlib.sha256(file.read()).hexdigest()
    path = os.path.join(os.environ['HOME'], 'saved.tongbi-chart')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'tongbi': 'chart/1', 'type': 'column', 'indicators': ['a'],
                   'data': {'files': [{'path': 'beside.tongbi.json', 'sha256': told}]}}, file)
    child = start('--file-forwarding', application, '@@u', 'file://' + path, '@@')
    try:
        wait(lambda: find_label('“beside.tongbi.json”, whose figures this chart shows'), 'the question')
        press(wait_usable('Choose Files…'))
        choose_in_portal('Choose the Figures', os.path.basename(figures))
        frame = wait(lambda: find_frame('saved'), 'the window of the chart')
        wait(lambda: read_chart(frame), 'the chart')
        passed('a saved chart asks for its figures, and shows them')
    finally:
        stop(child)
        os.remove(figures)
        os.remove(path)


def test_window():
    child = start(application)
    try:
        press(wait(lambda: find_in_all(BUTTONS, 'Open Sample'), 'the welcome page'))
        wait(lambda: find_in_all((Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the sample')
        passed('the window shows the sample')
        export_pdf()
        print_to_file()
        copy()
        open_by_dialog()
        drag_in()
        paste_in()
    finally:
        stop(child)


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


def test_language_of_figures():
    """Chosen in the window of an English session; kept in the sandbox, and there at the next start."""
    child, frame = open_sample()
    try:
        Atspi.generate_mouse_event(300, 20, 'abs')
        told = wait(lambda: read_chart(frame), 'the chart')
        assert not has_chinese(told), told
        choose_language(frame, 2)
        wait(lambda: has_chinese(read_chart(frame) or ''), 'the chart in Chinese')
        drive.type_key(drive.KEY_ESCAPE)
        press(wait_usable('Copy (Ctrl+Shift+C)'))
        wait(lambda: find_label('Figure copied'), 'the copy')
        content = read_clipboard()
        assert '来源：' in content and 'Source:' not in content, content
        passed('the language of figures is switched, and the window stays as it was')
    finally:
        stop(child)
    child, frame = open_sample()
    try:
        wait(lambda: has_chinese(read_chart(frame) or ''), 'the chart in Chinese')
        passed('that language is there at the next start')
    finally:
        stop(child)


def has_chinese(text):
    return any('\u4e00' <= letter <= '\u9fff' for letter in text)


def test_language():
    """Opened as the menu entry does it, in Chinese: every word of the window, but names of things."""
    path = write_dataset(os.path.join(folder, 'opened.tongbi.json'), 'Opened by Portal')
    child = start('--file-forwarding', application, '@@u', 'file://' + path, '@@', locale='zh_CN.UTF-8', language='zh_CN')
    try:
        frame = wait(lambda: find_frame('Opened by Portal'), 'the window of the file')
        passed('a file of the menu entry opens through the document portal')
        wait(lambda: find(frame, BUTTONS, '主菜单'), 'the window in Chinese')
        wait(lambda: find(frame, BUTTONS, '导出', exact=False), 'the whole window')
        told = {n.get_name() for n in walk(frame) if n.get_role() in BUTTONS and showing(n) and n.get_name()}
        foreign = {name for name in told if not has_chinese(name)}
        assert len(told) > 5 and not foreign, (told, foreign)
        passed('the window is in Chinese where the session is')
    finally:
        stop(child)


def test_double_click():
    """Flatpak takes the weight from the names that programs claim, so that *.tongbi.json stays JSON for the desktop
    and is opened by choosing the program; *.tongbi needs no weight."""
    location = flatpak('info', '--show-location', application).stdout.strip()
    entry = os.path.join(location, 'export', 'share', 'applications', f'{application}.desktop')
    for name, kind, opener in (('chosen.tongbi.json', 'application/json', ('launch', entry)),
                               ('clicked.tongbi', 'application/vnd.tongbi.dataset+json', ('open',))):
        path = write_dataset(os.path.join(folder, name), name.split('.', maxsplit=1)[0].title())
        told = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], capture_output=True, text=True, check=True)
        assert told.stdout.split()[-1] == kind, told
        try:
            subprocess.run(['gio', *opener, path], check=True, timeout=DEADLINE)
            wait(lambda: find_frame(name.split('.', maxsplit=1)[0].title()), f'the window of {name}')
        finally:
            flatpak('kill', application)
        passed(f'the desktop opens {name}')


def test_deprecated():
    """By its headers, which the compiler was told to take for those of the oldest runtime."""
    sdk = flatpak('info', '--show-sdk', application).stdout.strip()
    names = find_deprecated(os.path.join(flatpak('info', '--show-location', sdk).stdout.strip(), 'files', 'include'))
    assert names or sdk.endswith('/48'), 'no header of the SDK was understood'
    uses = list(find_uses(names, checkout))
    assert not uses, '\n'.join(['the runtime deprecates:', *uses])
    passed(f'none of {len(names)} names that {sdk.split("/")[-1]} deprecates is used')


def test_said():
    """Deprecated properties and signals among it: GTK and libadwaita are newer than what we ask for."""
    with open(said_by_program, encoding='utf-8') as said:
        lines = [line.strip() for line in said if '(tongbi:' in line and not any(known in line for known in OF_GTK_ITSELF)]
    assert not lines, '\n'.join(['the window says:', *sorted(set(lines))])
    passed('no toolkit has anything against it')


def main():
    test_bundle()
    test_permissions()
    test_size()
    test_outside()
    test_command_line()
    test_libraries()
    test_licences()
    test_exports()
    test_deprecated()
    if not os.access('/dev/fuse', os.R_OK | os.W_OK) or shutil.which('fusermount3') is None:
        sys.exit('flatpak: the document portal needs FUSE, which is not here')
    Atspi.init()
    test_forwarded()
    test_window()
    test_language_of_figures()
    test_language()
    test_saved_chart()
    test_double_click()
    test_said()
    backend.check()
    assert len(backend.owners) == 1, backend.owners
    passed('one backend of the portals lived through all of it')


try:
    main()
except AssertionError:
    print(f'{drive.tests} passed, 1 failed', flush=True)
    raise
print(f'{drive.tests} passed, 0 failed')
