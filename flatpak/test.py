#!/usr/bin/env python3
# The installed program in its sandbox: what it may, what it can, and that files
# come and go through the portals. Run by test.sh, which makes the session.
# usage: test.py APPLICATION-ID CHECKOUT FOLDER WORK-FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import os
import shutil
import subprocess
import sys

from session import (SAMPLE, application, backend, checkout, choose_in_portal, click, drive, find_frame, find_in_all, find_label,
                     flatpak, folder, has_chinese, inside, read_chart, run_neighbour, said_by_program, start, stop, wait,
                     wait_usable, work, write_dataset)
from drive import Atspi, BUTTONS, DEADLINE, ENTRIES, find, passed, press, showing, walk  # where session found it
from deprecated import find_deprecated, find_uses
from versions import get_bundle, install, test_beside, test_uninstalled, test_update

KEY_P, KEY_V = 33, 55  # of the standard keyboard of X
# Flatpak itself writes x11 beside fallback-x11.
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'x11', 'wayland', 'fallback-x11'}, 'devices': {'dri'}}
MAX_SIZE = 4_000_000
NOTHING_THERE = 'There is no file and no table on the clipboard'
# GDK 4.24 says so of its own frames, where X has no compositor.
OF_GTK_ITSELF = ('gdk_frame_timings_submitted',)
OURS = ('libyyjson.so', 'libdeflate.so', 'libxlsxwriter.so')


def test_bundle():
    """What the README says, with nothing but the file."""
    assert flatpak('uninstall', '--user', '-y', application).returncode == 0
    assert flatpak('info', application).returncode != 0
    install(get_bundle(application))
    assert flatpak('info', application).returncode == 0
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
    wait(lambda: find_label('Printed'), 'the end of printing')
    name, = wait(list_home, 'the printed file')
    wait(lambda: name.endswith('.pdf') and is_whole_pdf(name), 'the whole file')
    os.remove(name)
    passed('a chart is printed through the portal')


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
    return sdk.split('/')[-1] if names else None


def test_newest(version):
    """By the compiler: no deprecated declaration, macro or type of a runtime that is newer than what we ask for."""
    if version is None:
        return
    compiled = subprocess.run([os.path.join(checkout, 'flatpak', 'newest.sh'), os.path.join(work, 'manifest.json'),
                               os.path.join(os.path.dirname(work), 'builder'), 'newest-' + version],
                              capture_output=True, text=True, check=False)
    assert compiled.returncode == 0, compiled.stderr
    passed(f'it compiles against the newest that the headers of {version} offer, and nothing is deprecated')


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
    newer = test_deprecated()
    if not os.access('/dev/fuse', os.R_OK | os.W_OK) or shutil.which('fusermount3') is None:
        sys.exit('flatpak: the document portal needs FUSE, which is not here')
    Atspi.init()
    test_forwarded()
    test_window()
    test_update()
    test_language()
    test_saved_chart()
    test_double_click()
    test_beside()
    test_said()
    test_newest(newer)
    test_uninstalled()
    backend.check()
    assert len(backend.owners) == 1, backend.owners
    passed('one backend of the portals lived through all of it')


try:
    main()
except AssertionError:
    print(f'{drive.tests} passed, 1 failed', flush=True)
    raise
print(f'{drive.tests} passed, 0 failed')
