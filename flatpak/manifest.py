#!/usr/bin/env python3
# Writes the manifest that is built: of another runtime version, with absolute
# paths; and gets the archives of its modules.
# usage: manifest.py write MANIFEST VERSION OUTPUT [stand-in] [without-modules]
#        manifest.py fetch MANIFEST FOLDER
#        manifest.py stamp OUTPUT     of what it is built from
# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib
import json
import os
import sys
import urllib.request


def read(path):
    folder = os.path.dirname(os.path.abspath(path))
    with open(path, encoding='utf-8') as file:
        manifest = json.load(file)
    for module in manifest['modules']:
        for source in module['sources']:
            if 'path' in source:
                source['path'] = os.path.normpath(os.path.join(folder, source['path']))
    return manifest


def download(source, path):
    with urllib.request.urlopen(source['url'], timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != source['sha256']:
        sys.exit(f'{source["url"]} is not what was pinned')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + '.part', 'wb') as file:
        file.write(content)
    os.rename(path + '.part', path)


def fetch(path, folder):
    """The archives of the modules, to where flatpak-builder looks for them."""
    for module in read(path)['modules']:
        for source in module['sources']:
            if source['type'] == 'archive':
                archive = os.path.join(folder, source['sha256'], os.path.basename(source['url']))
                try:
                    if not os.path.exists(archive):
                        download(source, archive)
                except OSError as error:
                    sys.exit(f'{source["url"]}: {error}')


def add_folder(stamp, folder, skip):
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if parent != folder or name not in skip)
        for name in sorted(files):
            file = os.path.join(parent, name)
            stamp.update(f'{os.path.relpath(file, folder)} {os.lstat(file).st_mode}\n'.encode())
            if not os.path.islink(file):
                with open(file, 'rb') as content:
                    stamp.update(hashlib.sha256(content.read()).digest())


def print_stamp(path):
    """The same where the content is, wherever that lies: the builder takes a folder as new each time."""
    manifest = read(path)
    stamp = hashlib.sha256()
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] == 'dir':
                add_folder(stamp, source.pop('path'), source['skip'])
    stamp.update(json.dumps(manifest).encode())
    print(stamp.hexdigest())


def write(path, version, output, *how):
    manifest = read(path)
    manifest['runtime-version'] = version
    if 'stand-in' in how:
        manifest['appstream-compose'] = False  # Debian has no program of that name
    if 'without-modules' in how:
        manifest['modules'] = manifest['modules'][-1:]
    with open(output, 'w', encoding='utf-8') as file:
        json.dump(manifest, file, indent=2)


{'write': write, 'fetch': fetch, 'stamp': print_stamp}[sys.argv[1]](*sys.argv[2:])
