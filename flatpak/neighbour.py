#!/usr/bin/env python3
# Another program of the session, outside the sandbox: what it finds on the clipboard,
# what it puts there, and a file that is dragged from its window. Used by test.py.
# usage: neighbour.py read TYPE     prints the bytes
#        neighbour.py offer FILE    on the clipboard, until it is ended
#        neighbour.py drag FILE     a window at 1300, 900; tells ready, begun, accepted
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
from pathlib import Path

import gi
gi.require_version('Gdk', '3.0')
gi.require_version('Gtk', '3.0')
from gi.repository import Gdk, Gtk  # noqa: E402


def tell(what):
    print(what, flush=True)


def read(name):
    contents = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_contents(Gdk.Atom.intern(name, False))
    if contents is None:
        sys.exit(f'there is no {name} on the clipboard')
    sys.stdout.buffer.write(contents.get_data())


def new_source(uri):
    """A window that answers for the file, as a file manager does: with the portal's types too."""
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.set_default_size(200, 100)
    window.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    window.drag_source_add_uri_targets()
    window.connect('drag-data-get', lambda _window, _context, selection, _info, _time: selection.set_uris([uri]))
    window.move(1300, 900)
    window.show_all()
    return window


def drag(path):
    def begin(_window, context):
        context.connect('action-changed', lambda _context, action: tell('accepted' if action else 'refused'))
        tell('begun')

    window = new_source(Path(path).as_uri())
    window.connect('drag-begin', begin)
    window.connect('drag-end', lambda *_: tell('ended'))
    window.connect('map-event', lambda *_: tell('ready'))
    Gtk.main()


def offer(path):
    """Wayland and X11 hand a clipboard on for as long as its owner lives."""
    window = new_source(Path(path).as_uri())
    targets = window.drag_source_get_target_list()
    selection = Gdk.Atom.intern('CLIPBOARD', False)
    Gtk.selection_clear_targets(window, selection)
    for number, name in enumerate(('text/uri-list', 'application/vnd.portal.filetransfer')):
        if targets.find(Gdk.Atom.intern(name, False))[0]:
            Gtk.selection_add_target(window, selection, Gdk.Atom.intern(name, False), number)
    window.connect('selection-get', lambda _window, data, _info, _time: data.set_uris([Path(path).as_uri()]))
    if not Gtk.selection_owner_set(window, selection, Gdk.CURRENT_TIME):
        sys.exit('the clipboard is another’s')
    window.get_display().sync()  # who had it before is told before any key that comes now
    tell('ready')
    Gtk.main()


{'read': read, 'offer': offer, 'drag': drag}[sys.argv[1]](sys.argv[2])
