#!/usr/bin/env python3
# The installed program in its sandbox: what it may, what it can, and that files
# come and go through the portals. Run by test.sh, which makes the session.
# usage: test.py APPLICATION-ID CHECKOUT FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import shutil
import subprocess
import sys

application, checkout, folder = sys.argv[1:]
sys.path.insert(0, os.path.join(checkout, 'tests', 'app'))
import drive  # noqa: E402
from drive import Atspi, BUTTONS, DEADLINE, ENTRIES, find, passed, press, showing, wait, walk  # noqa: E402

SAMPLE = '/app/share/tongbi/samples/digital-qingdao.tongbi.json'
# Flatpak itself writes x11 beside fallback-x11.
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'x11', 'wayland', 'fallback-x11'}, 'devices': {'dri'}}
MAX_SIZE = 4_000_000
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


def programs():
    desktop = Atspi.get_desktop(0)
    return [p for p in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count())) if p is not None]


def find_in_all(roles, name):
    return next((n for n in (find(p, roles, name) for p in programs()) if n is not None), None)


def stop(child):
    flatpak('kill', application)
    child.wait(DEADLINE)


def start(*arguments, locale='C.UTF-8', language='en'):
    environment = dict(os.environ, LC_ALL=locale, LANGUAGE=language)
    return subprocess.Popen(['flatpak', 'run', *arguments], env=environment)


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


def test_window():
    child = start(application)
    try:
        press(wait(lambda: find_in_all(BUTTONS, 'Open Sample'), 'the welcome page'))
        wait(lambda: find_in_all((Atspi.Role.LIST, Atspi.Role.LIST_BOX), 'Indicators'), 'the sample')
        passed('the window shows the sample')

        export = wait(lambda: find_in_all(BUTTONS, 'Export (Ctrl+E)'), 'the export button')
        wait(lambda: export.get_state_set().contains(Atspi.StateType.SENSITIVE), 'the export button to be usable')
        press(export)
        press(wait(lambda: find_in_all(BUTTONS, 'PDF'), 'the export dialog'))
        press(wait(lambda: find_in_all(BUTTONS, 'Export…'), 'the button of the export dialog'))
        path = os.path.join(os.environ['HOME'], 'figure.pdf')
        save_by_portal(path)
        with open(path, 'rb') as file:
            assert file.read(5) == b'%PDF-'
        wait(lambda: any('“figure.pdf” exported' in (n.get_name() or '') for p in programs() for n in walk(p)
                         if n.get_role() == Atspi.Role.LABEL and showing(n)), 'the success to be told')
        assert sorted(n for n in os.listdir(os.environ['HOME']) if n[0] != '.') == ['figure.pdf']
        passed('a PDF goes out through the portal’s dialog')
    finally:
        stop(child)


def test_opened():
    """As the menu entry does, in Chinese."""
    path = write_dataset(os.path.join(folder, 'opened.tongbi.json'), 'Opened by Portal')
    child = start('--file-forwarding', application, '@@u', 'file://' + path, '@@', locale='zh_CN.UTF-8', language='zh_CN')
    try:
        wait(lambda: any('Opened by Portal' in (n.get_name() or '') for p in programs() for n in walk(p)
                         if n.get_role() == Atspi.Role.FRAME), 'the window of the file')
        passed('a file that was double-clicked opens through the document portal')
        wait(lambda: any('主菜单' in (n.get_name() or '') for p in programs() for n in walk(p)), 'the window in Chinese')
        passed('the window is in Chinese where the session is')
    finally:
        stop(child)


def main():
    test_permissions()
    test_size()
    test_outside()
    test_command_line()
    test_libraries()
    test_exports()
    if not os.path.exists('/dev/fuse') or shutil.which('fusermount3') is None:
        sys.exit('flatpak: the document portal needs FUSE, which is not here')
    Atspi.init()
    test_forwarded()
    test_window()
    test_opened()


try:
    main()
except AssertionError:
    print(f'{drive.tests} passed, 1 failed', flush=True)
    raise
print(f'{drive.tests} passed, 0 failed')
