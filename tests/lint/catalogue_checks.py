"""Rules of the translations that msgfmt does not know.

A catalogue is a list of messages, as `read_catalogue` makes it from the text of a
.po or .pot file. Each check takes the template and the catalogue and yields its
findings as lines, so that tests can give it made-up ones.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
from dataclasses import dataclass, field

# A directive of printf (ISO C17, 7.21.6.1), or one of <inttypes.h>'s macros as
# gettext writes them.
DIRECTIVE = re.compile(r"%(?:(?P<place>\d+)\$)?(?P<form>[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?"
                       r"(?:(?:hh?|ll?|[jztL])?[diouxXeEfFgGaAcspn]|<PRI\w+>)|%)")
CHINESE = "[\u3007\u4e00-\u9fff]"
HALF_WIDTH = re.compile(rf"{CHINESE}[,.:;!?()]|{CHINESE} \(|[,:;(] ?{CHINESE}|[.!?]{CHINESE}|\) {CHINESE}")
# What is typed or shown as it stands, such as FILE:LINE:COLUMN, KIND,… or A..B
SYNTAX = re.compile(r"[A-Z]+(?:[:,]|\.\.)[A-Z…]|\[period, value\]|^[a-z]+;")
# Whose message it is, as programs write it before theirs.
PLACE = re.compile(r"(?:--[a-z-]+|%s): ")
ENDS = {".": "。", ":": "：", "?": "？", "!": "！", "…": "…", ";": ";"}
ESCAPE = re.compile(r"\\(.)")
ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass
class Message:
    """What is translated, and into what; the texts of a plural lie side by side."""

    context: str | None = None
    ids: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    flags: set = field(default_factory=set)
    is_obsolete: bool = False

    @property
    def key(self):
        return self.context, *self.ids

    def __str__(self):
        return repr(self.ids[0])


def unescape(quoted):
    return ESCAPE.sub(lambda match: ESCAPED.get(match.group(1), match.group(1)), quoted[1:-1])


def read_message(lines):
    message = Message()
    texts = None
    for line in lines:
        if line.startswith("#~"):
            message.is_obsolete = True
            line = line[2:].strip()
        if line.startswith("#,"):
            message.flags |= {flag.strip() for flag in line[2:].split(",")}
        match = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+(".*")$', line)
        if match:
            texts = {"msgctxt": [], "msgid": message.ids}.get(match.group(1).removesuffix("_plural"), message.texts)
            texts.append(unescape(match.group(2)))
            if match.group(1) == "msgctxt":
                message.context = texts[0]
        elif line.startswith('"') and texts is not None:
            texts[-1] += unescape(line)
            if texts is not message.ids and texts is not message.texts:
                message.context = texts[0]
    return message


def read_catalogue(text):
    """The messages of a file, without its header."""
    messages = [read_message(block.splitlines()) for block in re.split(r"\n\s*\n", text)]
    return [message for message in messages if message.ids and message.ids[0] != ""]


def pairs_of(catalogue):
    """Each text with what it translates; the plural where there is one, as it has the number."""
    for message in catalogue:
        if not message.is_obsolete:
            for text in message.texts:
                yield message, message.ids[-1], text


def directives_of(text):
    found = [(match.group("place"), match.group("form")) for match in DIRECTIVE.finditer(text)]
    if all(place is not None for place, _ in found):
        found.sort(key=lambda directive: int(directive[0]))
    return [form for _, form in found]


def check_whole(template, catalogue):
    """The catalogue has the strings of the sources, and no others."""
    wanted = {message.key: message for message in template}
    there = {message.key: message for message in catalogue if not message.is_obsolete}
    for key, message in wanted.items():
        if key not in there:
            yield f"{message} is not in the catalogue; build the targets tongbi-pot and tongbi-update-po"
    for key, message in there.items():
        if key not in wanted:
            yield f"{message} is no longer in the sources"


def check_complete(template, catalogue):
    """Every string is translated, none is in doubt or left over."""
    for message in catalogue:
        if message.is_obsolete:
            yield f"{message} is obsolete"
        elif "fuzzy" in message.flags:
            yield f"{message} is fuzzy"
        elif not message.texts or "" in message.texts:
            yield f"{message} is not translated"


def check_uncut(template, catalogue):
    """No string is cut off at a macro, which xgettext cannot read."""
    for message in template:
        for text in message.ids:
            if "%" in DIRECTIVE.sub("", text):
                yield f"{message} is cut within a directive; write %zu, or a macro of <inttypes.h>"


def check_directives(template, catalogue):
    """Translations take the same arguments."""
    for message, original, text in pairs_of(catalogue):
        if directives_of(original) != directives_of(text):
            yield f"{message}: other directives in {text!r}"


def check_punctuation(template, catalogue):
    """Marks beside Chinese characters are full-width, except in syntax."""
    for message, original, text in pairs_of(catalogue):
        prose = re.sub(r"\(_[A-Z]\)", "", text)
        if match := PLACE.match(original):
            prose = prose.removeprefix(match.group(0))
        match = HALF_WIDTH.search(prose)
        if match and not SYNTAX.search(original):
            yield f"{message}: half-width mark in {match.group(0)!r} of {text!r}"


def check_quotes(template, catalogue):
    """Straight quotes are JSON's, which stay; others are paired."""
    for message, original, text in pairs_of(catalogue):
        if original.count('"') != text.count('"'):
            yield f"{message}: other straight quotes in {text!r}"
        if re.sub("[^“”]", "", text).replace("“”", ""):
            yield f"{message}: unpaired quotes in {text!r}"


def check_ends(template, catalogue):
    """Translations begin and end alike: in space, and in a full stop, a colon, an ellipsis."""
    for message, original, text in pairs_of(catalogue):
        if not re.search(r"\w", original):  # a separator: full-width marks bring their own space
            continue
        begin, end = original[:len(original) - len(original.lstrip())], original[len(original.rstrip()):]
        if text[:len(text) - len(text.lstrip())] != begin or text[len(text.rstrip()):] != end:
            yield f"{message}: other space around {text!r}"
        wanted, last = ENDS.get(original.rstrip()[-1:]), text.rstrip()[-1:]
        if last != wanted and (wanted is not None or last in ENDS.values()):
            yield f"{message}: other end of {text!r}"


def check_mnemonics(template, catalogue):
    """A label has the mnemonic of the original, in brackets."""
    # Inside a word the low line may be one of a name; where a label of a menu or dialog has
    # none in Chinese, mnemonic_checks.py says so.
    for message, original, text in pairs_of(catalogue):
        at_start = re.findall(r"(?:^|[ (])_(\w)", original)
        inside = re.findall(r"(?<=[A-Za-z])_([a-z])", original)
        marks = re.findall(r"\(_(\w)\)", text)
        if marks != [letter.upper() for letter in at_start[:1] or (inside[:1] if marks else [])]:
            yield f"{message}: other mnemonic in {text!r}"


CHECKS = {
    "whole": check_whole,
    "complete": check_complete,
    "uncut": check_uncut,
    "directives": check_directives,
    "punctuation": check_punctuation,
    "quotes": check_quotes,
    "ends": check_ends,
    "mnemonics": check_mnemonics,
}
