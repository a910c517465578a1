#!/usr/bin/env python3
# What GLib, GTK and libadwaita of a runtime deprecate that the sources still use. The
# build asks for the oldest libraries and so is told nothing of what came later.
# usage: deprecated.py INCLUDE-FOLDER SOURCE-FOLDER     of the SDK, of the checkout
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import sys

LIBRARIES = ('glib-2.0', 'gtk-4.0', 'libadwaita-1')
USERS = ('src', 'ui', 'tests')
# Before a function or a type of its own, after an enumerator, or in a macro.
MARK = re.compile(r'\b(?:GLIB|GOBJECT|GIO|GMODULE|GI|GDK|ADW)_DEPRECATED(_ENUMERATOR|_MACRO|_TYPE)?_IN_(\d+)_(\d+)'
                  r'(?:_FOR\s*\([^)]*\))?(?!\w)')
BASELINE = {'GLIB': (2, 84), 'GDK': (4, 18), 'ADW': (1, 7)}


def read_sources(folder, names, suffixes):
    for name in names:
        for parent, _, files in os.walk(os.path.join(folder, name)):
            for file in sorted(files):
                if file.endswith(suffixes):
                    with open(os.path.join(parent, file), encoding='utf-8', errors='replace') as source:
                        yield os.path.join(parent, file), source.read()


def find_names(before, after, kind):
    """What is declared so: before and after are the line so far, and what follows."""
    if before.lstrip().startswith('#'):
        return re.findall(r'define\s+(\w+)', before)
    if kind == '_ENUMERATOR':
        return re.findall(r'(\w+)\s*$', before)
    declared = re.match(r'\s*G_DECLARE_\w+\s*\(\s*(\w+)\s*,\s*(\w+)', after)
    if declared is not None:
        return [declared.group(1), declared.group(2) + r'_\w+']
    return re.findall(r'(\w+)\s*\(', after)[:1] or re.findall(r'(\w+)\s*;', after)[:1]


def find_deprecated(include):
    """The names, as regular expressions, with the version that deprecates them."""
    names = {}
    for path, text in read_sources(include, LIBRARIES, '.h'):
        if re.search(r'define \w+_DEPRECATED_IN_', text):
            continue  # the marks themselves
        for mark in MARK.finditer(text):
            library = mark.group(0).split('_')[0]
            version = int(mark.group(2)), int(mark.group(3))
            if version <= BASELINE.get(library, BASELINE['GLIB']):
                continue
            before = text[text.rfind('\n', 0, mark.start()) + 1:mark.start()]
            found = find_names(before, text[mark.end():mark.end() + 600], mark.group(1))
            assert found, (path, mark.group(0), before)
            names.update({name: f'{library} {version[0]}.{version[1]}' for name in found})
    return names


def find_uses(names, folder):
    if not names:
        return
    pattern = re.compile(r'\b(?:' + '|'.join(sorted(names)) + r')\b')
    for path, text in read_sources(folder, USERS, ('.c', '.h', '.blp')):
        for use in pattern.finditer(re.sub(r'/\*.*?\*/', '', text, flags=re.S)):
            yield f'{os.path.relpath(path, folder)}: {use.group(0)}'


if __name__ == '__main__':
    told = find_deprecated(sys.argv[1])
    uses = list(find_uses(told, sys.argv[2]))
    print('\n'.join(f'deprecated by {version}: {name}' for name, version in sorted(told.items())))
    print('\n'.join(f'used: {use}' for use in uses))
    sys.exit(1 if uses else 0)
