"""The results of a test program, as meson reads them: a line each, and their number.

SPDX-License-Identifier: GPL-3.0-or-later
"""


class Tap:
    def __init__(self):
        self.n, self.failed = 0, 0

    def result(self, name, holds, details=()):
        self.n += 1
        self.failed += not holds
        print("ok" if holds else "not ok", self.n, "-", name)
        for line in details if not holds else ():
            print("#", line)

    def rule(self, name, check, breaking, keeping):
        """A rule that can no longer fail is found out: it is shown what breaks it, and what does not."""
        silent = [sample for sample in breaking if not list(check(sample))]
        self.result(f"{name} finds what breaks it", not silent, map(repr, silent))
        wrong = [(sample, finding) for sample in keeping for finding in check(sample)]
        self.result(f"{name} leaves the rest alone", not wrong, map(repr, wrong))

    def finish(self):
        """The exit status of the program."""
        print(f"1..{self.n}")
        return 1 if self.failed else 0
