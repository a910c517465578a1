#!/usr/bin/env python3
# How long the start takes in the sandbox, beside the same program and libraries with
# no Flatpak around. Run by test.sh, which makes the session.
# usage: bench.py APPLICATION-ID …
#
# Natively is: the runtime's files at /usr and the program's at /app, and nothing of
# Flatpak: no proxy of the bus, no portals, no filter of system calls. Both take turns,
# so that noise of the machine meets both; told are medians.
# SPDX-License-Identifier: GPL-3.0-or-later
import ctypes
import os
import signal
import statistics
import subprocess
import sys
import time

application, *_ = sys.argv[1:]
ROUNDS = 9
SAMPLE = '/app/share/tongbi/samples/digital-qingdao.tongbi.json'
MAP_NOTIFY, SUBSTRUCTURE_NOTIFY = 19, 1 << 19
LARGE = 300  # pixels: no tooltip


def ask_flatpak(*arguments):
    return subprocess.run(['flatpak', *arguments], capture_output=True, text=True, check=True).stdout.strip()


def get_native():
    """The command before the program's own."""
    runtime = ask_flatpak('info', '--show-runtime', application)
    usr = os.path.join(ask_flatpak('info', '--show-location', runtime), 'files')
    app = os.path.join(ask_flatpak('info', '--show-location', application), 'files')
    command = ['bwrap', '--ro-bind', usr, '/usr', '--ro-bind', app, '/app', '--dev', '/dev', '--proc', '/proc',
               '--bind', '/tmp', '/tmp', '--bind', '/run', '/run', '--die-with-parent',
               '--setenv', 'LD_LIBRARY_PATH', '/app/lib', '--setenv', 'XDG_DATA_DIRS', '/app/share:/usr/share',
               '--setenv', 'GDK_DEBUG', 'no-portals']
    for name in ('bin', 'sbin', 'lib', 'lib64', 'etc'):
        if os.path.exists(os.path.join(usr, name)):
            command += ['--symlink', f'usr/{name}', f'/{name}']
    return command


class Display:
    """The moment at which a window is shown."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
        self.x11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.x11.XGetGeometry.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 7
        self.connection = self.x11.XOpenDisplay(None)
        self.x11.XSelectInput(self.connection, self.x11.XDefaultRootWindow(self.connection), SUBSTRUCTURE_NOTIFY)

    def forget(self):
        self.x11.XSync(self.connection, 1)

    def wait_for_window(self):
        event = (ctypes.c_long * 24)()  # XMapEvent: type, serial, sent, display, event, window
        while True:
            self.x11.XNextEvent(self.connection, event)
            if ctypes.c_int.from_buffer(event).value == MAP_NOTIFY and self.get_width(event[5]) >= LARGE:
                return

    def get_width(self, window):
        root, rest = ctypes.c_ulong(), [ctypes.c_uint() for _ in range(6)]
        known = self.x11.XGetGeometry(self.connection, window, ctypes.byref(root), *(ctypes.byref(r) for r in rest))
        return rest[2].value if known else 0


def measure_command(before):
    started = time.monotonic()
    subprocess.run([*before, *(['/app/bin/tongbi-cli'] if before[0] == 'bwrap' else ['--command=tongbi-cli', application]),
                    'info', SAMPLE], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - started


def measure_window(before, display):
    display.forget()
    started = time.monotonic()
    child = subprocess.Popen([*before, '/app/bin/tongbi' if before[0] == 'bwrap' else application, SAMPLE],
                             stderr=subprocess.DEVNULL)
    display.wait_for_window()
    taken = time.monotonic() - started
    if before[0] == 'bwrap':
        child.terminate()
    else:
        subprocess.run(['flatpak', 'kill', application], check=True)
    child.wait()
    return taken


def compare(what, measure):
    """In turns; the first round only warms up."""
    native, sandboxed = [], []
    for _ in range(ROUNDS + 1):
        native.append(measure(get_native()) * 1000)
        sandboxed.append(measure(['flatpak', 'run']) * 1000)
    ratio = statistics.median(s / n for s, n in list(zip(sandboxed, native))[1:])
    print(f'{what}: {statistics.median(sandboxed[1:]):.0f} ms in the sandbox, '
          f'{statistics.median(native[1:]):.0f} ms natively, ratio {ratio:.2f}', flush=True)


signal.alarm(600)  # a window that never comes
compare('tongbi-cli with the sample', measure_command)
display_of_windows = Display()
compare('the window with the sample', lambda before: measure_window(before, display_of_windows))
