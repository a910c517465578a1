"""Letters that Alt or a menu takes: within one menu, dialog or window each stands for one thing.

Each check takes a text and yields its findings as lines, so that tests can give it
made-up ones.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

MARKED = re.compile(r'_\("((?:\\.|[^"\\])*)"\)')
MENU = re.compile(r"^menu \w+ \{.*?^\}", re.S | re.M)
FUNCTION = re.compile(r"^\{.*?^\}", re.S | re.M)
MNEMONIC = re.compile(r"_(\w)")


def get_mnemonic(label):
    match = MNEMONIC.search(label)
    return match.group(1).upper() if match else None


def groups_of_blueprint(text):
    """What is shown together: each menu, and the rest of the file."""
    for menu in MENU.findall(text):
        yield MARKED.findall(menu)
    yield MARKED.findall(MENU.sub("", text))


def groups_of_c(text):
    """A function makes one menu or dialog."""
    for body in FUNCTION.findall(text):
        yield MARKED.findall(body)


def check_group(labels, translate):
    """Each letter that stands for two things; labels that are the same are one."""
    owners = {}
    for label in dict.fromkeys(labels):
        if get_mnemonic(label) is None:
            continue
        shown = translate(label)
        letter = get_mnemonic(shown)
        if letter is None:
            yield f"“{shown}” has no letter"
        elif letter in owners:
            yield f"{letter} is of “{owners[letter]}” and “{shown}”"
        else:
            owners[letter] = shown
