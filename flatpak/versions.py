# An older version and the present one, the development version beside it, and what is
# left when it is uninstalled. Part of test.py.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import shutil

from session import (SAMPLE, SAMPLE_TITLE, application, checkout, choose_language, drive, find_frame, find_label, flatpak, folder,
                     has_chinese, open_sample, programs, read_chart, read_clipboard, start, stop, wait, wait_usable, work,
                     write_dataset)
from drive import Atspi, BUTTONS, DEADLINE, ENTRIES, find, passed, press, showing, walk

DEVEL = '.Devel'
OTHER = application.removesuffix(DEVEL) if application.endswith(DEVEL) else application + DEVEL


def get_bundle(name):
    return os.path.join(checkout, 'build', 'flatpak', f'{name}.flatpak')


def get_data(name):
    return os.path.join(os.environ['HOME'], '.var', 'app', name)


def install(bundle):
    """As the README says."""
    installed = flatpak('install', '--user', '-y', bundle)
    assert installed.returncode == 0, installed


def find_files_of(name):
    """What is installed of that id, and not of the other one's."""
    own = re.compile(re.escape(name) + r'(?!\.Devel)')
    return [os.path.join(parent, entry) for top in ('app', 'exports')
            for parent, folders, files in os.walk(os.path.join(os.environ['FLATPAK_USER_DIR'], top))
            for entry in [*folders, *files] if own.search(entry)]


def make_repository(path):
    """An empty one, as OSTree wants it: its tool is not needed where there is GNOME's own runtime."""
    for name in ('extensions', 'objects', 'refs/heads', 'refs/mirror', 'refs/remotes', 'state', 'tmp'):
        os.makedirs(os.path.join(path, name))
    with open(os.path.join(path, 'config'), 'w', encoding='utf-8') as file:
        file.write('[core]\nrepo_version=1\nmode=archive-z2\n')


def make_older():
    """The same content, committed years ago: of another version as Flatpak sees it."""
    branch = f'app/{application}/{flatpak("--default-arch").stdout.strip()}/stable'
    repo, bundle = os.path.join(folder, 'older'), os.path.join(folder, 'older.flatpak')
    make_repository(repo)
    for command in (['build-commit-from', '--force', '--subject=Older', '--timestamp=2020-01-01', '--no-update-summary',
                     '--src-repo=' + os.path.join(work, 'repo'), repo, branch],
                    ['build-bundle', repo, bundle, application, 'stable']):
        made = flatpak(*command)
        assert made.returncode == 0, made
    shutil.rmtree(repo)
    return bundle


def find_kept():
    return [name for _, _, names in os.walk(os.path.join(get_data(application), 'data', 'tongbi', 'recovery')) for name in names
            if name.endswith('.tongbi-chart.json')]


def get_title_entry(frame):
    return next((n for n in walk(frame) if n.get_role() in ENTRIES and n.get_name() == 'Title' and showing(n)
                 and n.get_editable_text_iface() is not None), None)


def shows_title(frame, title):
    return any(n.get_role() == Atspi.Role.IMAGE and showing(n) and title in (n.get_name() or '') for n in walk(frame))


def leave_work(frame):
    """A chart with a title of the user's own, and then the power goes."""
    press(wait(lambda: find(frame, BUTTONS, 'Chart Settings (F9)'), 'the button of the inspector'))
    wait(lambda: get_title_entry(frame), 'the title').get_editable_text_iface().set_text_contents('Left Behind')
    wait(lambda: shows_title(frame, 'Left Behind'), 'the chart with its title')
    wait(find_kept, 'the work to be kept')


def switch_language(frame):
    """Chosen in the window of an English session."""
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


def take_up_work():
    child = start(application)
    try:
        wait(lambda: find_label('The work of 1 window was kept'), 'the offer')
        press(wait_usable('Restore'))
        frame = wait(lambda: find_frame('• Worked On'), 'the work, unsaved')
        wait(lambda: shows_title(frame, 'Left Behind'), 'the chart with its title')
        passed('a newer version takes up the work that an older one was killed with')
        assert has_chinese(wait(lambda: read_chart(frame), 'the chart'))
        passed('and keeps its settings')
    finally:
        stop(child)
    shutil.rmtree(os.path.join(get_data(application), 'data', 'tongbi', 'recovery'))


def test_update():
    """With a file of the host, which the sandbox sees through the document portal, also afterwards."""
    newer = flatpak('info', '--show-commit', application).stdout
    assert flatpak('uninstall', '--user', '-y', application).returncode == 0
    install(make_older())
    older = flatpak('info', '--show-commit', application).stdout
    assert older and older != newer, (older, newer)
    child, frame = open_sample()
    try:
        switch_language(frame)
    finally:
        stop(child)
    path = write_dataset(os.path.join(folder, 'worked-on.tongbi.json'), 'Worked On')
    child = start('--file-forwarding', application, '@@u', 'file://' + path, '@@')
    try:
        leave_work(wait(lambda: find_frame('Worked On'), 'the window of the file'))
    finally:
        stop(child)
    install(get_bundle(application))
    assert flatpak('info', '--show-commit', application).stdout == newer
    passed('the newer version replaces it')
    take_up_work()


def read_entry(name):
    entry = os.path.join(os.environ['FLATPAK_USER_DIR'], 'exports', 'share', 'applications', name + '.desktop')
    with open(entry, encoding='utf-8') as file:
        lines = file.read().split('[Desktop Action')[0].splitlines()
    return dict(line.split('=', 1) for line in lines if '=' in line)


def read_icon(name):
    icon = os.path.join(os.environ['FLATPAK_USER_DIR'], 'exports', 'share', 'icons', 'hicolor', 'scalable', 'apps', name + '.svg')
    with open(icon, encoding='utf-8') as file:
        return file.read()


def check_entries():
    """Nobody takes one for the other."""
    release, devel = (read_entry(name) for name in sorted((application, OTHER), key=len))
    for key in ('Name', 'Name[zh_CN]'):
        assert devel[key] == release[key] + ' (Development)', (key, devel, release)
    assert release['Icon'] != devel['Icon'] and release['Exec'] != devel['Exec'], (release, devel)
    assert read_icon(application) != read_icon(OTHER)
    passed('release and development version have names, icons and commands of their own')


def find_titled(title):
    return [n for p in programs() for n in walk(p) if n.get_role() == Atspi.Role.FRAME and title in (n.get_name() or '')]


def test_beside():
    """The development version and the release, where ./dev flatpak made both."""
    if flatpak('info', OTHER).returncode != 0 or not os.path.exists(get_bundle(OTHER)):
        passed(f'{OTHER} beside it # SKIP it is not installed: ./dev flatpak {"" if application.endswith(DEVEL) else "--devel"}')
        return
    check_entries()
    ours, theirs = start(application, SAMPLE), start(OTHER, SAMPLE)
    try:
        wait(lambda: len({n.get_application().get_process_id() for n in find_titled(SAMPLE_TITLE)}) == 2, 'both windows')
        passed('both run at once')
    finally:
        flatpak('kill', OTHER)
        theirs.wait(DEADLINE)
        stop(ours)
    assert flatpak('uninstall', '--user', '-y', OTHER).returncode == 0
    assert not find_files_of(OTHER) and find_files_of(application)
    told = flatpak('run', '--command=tongbi-cli', application, 'info', SAMPLE)
    assert told.returncode == 0 and SAMPLE_TITLE in told.stdout, told
    passed('one is uninstalled and the other one stays')
    install(get_bundle(OTHER))


def test_uninstalled():
    """What is the user's stays, unless it is said that it shall not."""
    assert os.path.isdir(get_data(application))
    assert flatpak('uninstall', '--user', '-y', application).returncode == 0
    left = find_files_of(application)
    assert not left, left
    assert os.path.isdir(os.path.join(get_data(application), 'config'))
    passed('uninstalled, it leaves nothing but what is the user’s')
    install(get_bundle(application))
    assert flatpak('uninstall', '--user', '-y', '--delete-data', application).returncode == 0
    assert not os.path.exists(get_data(application))
    passed('and with --delete-data not even that')
    install(get_bundle(application))
