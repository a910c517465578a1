"""Reads the corpus of real files with tongbi-cli, and compares with what is expected of it.

The corpus lies beside the project where it is built for a release; its files
are not ours to give away, so that without it this is skipped. What the fields
of expectations.json mean is told in EXPECTATIONS.md beside it.

Usage: check-corpus.py TONGBI-CLI SOURCE-ROOT [FILE-PREFIX]

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import csv
import io
import json
import math
import os
import subprocess
import sys

TOLERANCE = 1e-12  # relative, formats.md section 11
SECONDS = 60       # a file that takes longer hangs
SKIPPED = 77       # what Meson takes for a skipped test


class Row:
    """One figure of the tidy csv, by the codes of its file."""

    def __init__(self, cells):
        self.indicator = cells["indicator"]
        self.place = cells["place"]
        self.unit = cells["unit"]
        self.breakdown = dict(part.split("=", 1) for part in split_breakdown(cells["breakdown"]))
        self.period = cells["period"]
        self.status = cells["status"]
        self.note = cells["note"]
        multiplier = float(cells["multiplier"] or 1)
        self.value = float(cells["value"]) / multiplier if cells["value"] else None

    def codes(self):
        return {self.indicator, self.place, self.unit, *self.breakdown.values()}

    def series(self):
        return (self.indicator, self.place, self.unit, tuple(sorted(self.breakdown.items())))


def split_breakdown(text):
    parts = []
    for part in text.split(";") if text else []:
        if "=" in part or not parts:
            parts.append(part)
        else:  # a semicolon within a code
            parts[-1] += ";" + part
    return parts


def run(program, *arguments):
    return subprocess.run([program, *arguments], capture_output=True, timeout=SECONDS, check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})


def near(a, b):
    return a == b or math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=0)


def day_of(period):
    """A date with a time is read as the day that is written."""
    return period[:10] if period[10:11] == "T" and period[4:5] == "-" else period


class Reading:
    """What came of one file."""

    def __init__(self, program, path):
        done = run(program, "convert", path, "--to", "csv", "-o", "-")
        self.status = done.returncode
        self.message = done.stderr.decode("utf-8", "replace")
        self.rows = []
        if done.returncode == 0:
            self.rows = [Row(cells) for cells in csv.DictReader(io.StringIO(done.stdout.decode()))]
        self.by_code = None

    def find(self, dimensions, sizes, periods):
        """The rows with all of these codes, and one of the spellings of the period."""
        if self.by_code is None:
            self.by_code = collections.defaultdict(list)
            for row in self.rows:
                for code in row.codes():
                    self.by_code[code].append(row)
        wanted = {key: code for key, code in dimensions.items() if sizes.get(key) != 1}
        found = None
        for key, code in wanted.items():
            rows = self.by_code.get(str(code), [])
            if key == "<column>":
                rows = rows or [row for row in self.rows if row.indicator.endswith("/" + code)]
            found = rows if found is None else [row for row in found if str(code) in row.codes() or row in rows]
        found = self.rows if found is None else found
        return [row for row in found if periods is None or row.period in periods]


class Check:
    """Compares a reading with one entry, and gathers what differs."""

    def __init__(self, entry, reading):
        self.entry = entry
        self.reading = reading
        self.faults = []
        self.sizes = {d["id"]: d["size"] for d in self.series_part().get("dimensions") or []}

    def series_part(self):
        return self.entry["series"] if "series" in self.entry else self.entry

    def fault(self, text, *arguments):
        if len(self.faults) < 5:
            self.faults.append(text % arguments)

    def rows_of_part(self):
        """A file with several data sets is read as one: those of this entry."""
        entry, rows = self.entry, self.reading.rows
        if "variable" in entry:
            return [row for row in rows if row.indicator == entry["variable"]]
        resource = entry.get("resource")
        if resource and "part" in entry:
            mine = [row for row in rows if row.indicator.startswith(resource + "/")
                    or resource in row.breakdown.values()]
            if mine:
                return mine
        names = {column["name"] for column in entry.get("columns", [])}
        if resource and names:
            return [row for row in rows if row.indicator in names]
        return rows

    def periods_of(self, check):
        if "period" not in check:
            return None
        found = {str(check.get(key)) for key in ("period", "period_canonical", "period_label") if check.get(key)}
        return found | {day_of(period) for period in found}

    def check_values(self):
        for check in self.series_part().get("checks", []):
            found = [row for row in self.reading.find(check["dimensions"], self.sizes, self.periods_of(check))
                     if row.value is not None]
            if not any(near(row.value, float(check["value"])) for row in found):
                self.fault("%s %s: %r expected, found %s", check["dimensions"], check.get("period"), check["value"],
                           [row.value for row in found][:3])
            if check.get("status"):
                self.check_status(check)

    def check_status(self, check):
        found = self.reading.find(check["dimensions"], self.sizes, self.periods_of(check))
        code = str(check["status"])
        if not any(set(code.upper()) <= set(row.status) or code in row.note for row in found):
            self.fault("%s %s: status %s expected, found %s", check["dimensions"], check.get("period"), code,
                       [(row.status, row.note) for row in found][:3])

    def check_missing(self):
        for check in self.series_part().get("missing_checks", []) + self.series_part().get("nonnumeric_checks", []):
            for row in self.reading.find(check["dimensions"], self.sizes, self.periods_of(check)):
                if row.value is not None:
                    self.fault("%s %s: no number expected, found %r", check["dimensions"], check.get("period"),
                               row.value)
        for check in self.series_part().get("status_checks", []):
            self.check_status(check)

    def check_sums(self):
        part = self.series_part()
        rows = self.rows_of_part()
        values = [row.value for row in rows if row.value is not None]
        if "mapping" in self.entry:
            wanted = set(self.entry["mapping"]["values"])
            rows = [row for row in rows if row.indicator in wanted] or rows
            values = [row.value for row in rows if row.value is not None]
        if part.get("n_observations") is not None and len(values) != part["n_observations"]:
            self.fault("%d numbers expected, found %d", part["n_observations"], len(values))
        if part.get("sum") is not None and not math.isclose(math.fsum(values), part["sum"], rel_tol=1e-12,
                                                            abs_tol=1e-9 * max(1, max(map(abs, values), default=1))):
            self.fault("sum %r expected, found %r", part["sum"], math.fsum(values))
        for name, function in (("min", min), ("max", max)):
            if part.get(name) is not None and values and not near(function(values), float(part[name])):
                self.fault("%s %r expected, found %r", name, part[name], function(values))
        if part.get("n_series") is not None:
            n = len({row.series() for row in rows if row.value is not None})
            if n != part["n_series"]:
                self.fault("%d series expected, found %d", part["n_series"], n)

    def check_periods(self):
        periods = self.series_part().get("periods")
        if not periods or not periods.get("min") or self.series_part().get("n_observations") == 0:
            return
        found = {row.period for row in self.rows_of_part() if row.period}
        if len(found) > periods["n"]:
            self.fault("at most %d periods expected, found %d", periods["n"], len(found))
        if periods["recognised"] == periods["n"] == len(found):
            if day_of(periods["min"]) not in found or day_of(periods["max"]) not in found:
                self.fault("periods %s to %s expected, found %s to %s", periods["min"], periods["max"], min(found),
                           max(found))

    def check_columns(self):
        """Columns that were taken for figures have all their numbers."""
        rows = self.rows_of_part()
        by_indicator = collections.defaultdict(list)
        for row in rows:
            if row.value is not None:
                by_indicator[row.indicator.split("/")[-1]].append(row.value)
        for column in self.entry.get("columns", []):
            values = by_indicator.get(column["name"])
            if not values:
                continue
            if len(values) != column["n_numeric"]:
                self.fault("column %s: %d numbers expected, found %d", column["name"], column["n_numeric"], len(values))
            elif not math.isclose(math.fsum(values), column["sum"], rel_tol=1e-12, abs_tol=1e-9):
                self.fault("column %s: sum %r expected, found %r", column["name"], column["sum"], math.fsum(values))

    def check_spellings(self):
        kept = {row.period for row in self.reading.rows}
        for spelling, canonical in (self.entry.get("period_canonical") or {}).items():
            if (canonical or spelling) not in kept and not (canonical is None and spelling == "2021-T1"):
                self.fault("period %s: %s expected", spelling, canonical or spelling)

    def check_doubles(self):
        wanted = self.entry.get("values_as_double")
        if wanted and sorted(wanted) != sorted(row.value for row in self.reading.rows if row.value is not None):
            self.fault("the numbers %s expected", wanted)

    def check_accepted(self):
        if self.reading.status != 0:
            self.fault("refused: %s", self.reading.message.strip()[:300])
            return
        self.check_values()
        self.check_missing()
        self.check_sums()
        self.check_periods()
        self.check_columns()
        self.check_spellings()
        self.check_doubles()

    def check_refused(self):
        if self.reading.status != 1 or not self.reading.message.strip():
            self.fault("a refusal with a reason expected, found exit status %d", self.reading.status)

    def check_told(self):
        if not self.reading.message.strip():
            self.fault("a message expected")

    def check_empty(self):
        if any(row.value is not None for row in self.reading.rows):
            self.fault("no number expected, found %d", len(self.reading.rows))
        self.check_told()

    def check_sound(self):
        """Either way, but never wrong in silence."""
        if self.reading.status == 0 and "n_observations" in self.entry:
            self.check_accepted()
        elif self.reading.status == 0 and "n_observations_max" in self.entry:
            for row in self.reading.rows:
                if row.value in (1, 1.234, 12):
                    self.fault("a part of a number was read: %r", row.value)
        elif self.reading.status != 0:
            self.check_told()

    def check(self):
        {"accept": self.check_accepted, "reject": self.check_refused, "report": self.check_told,
         "reject-or-report": self.check_told, "accept-or-report": self.check_sound, "no-data": self.check_empty,
         "accept-empty": self.check_empty, "no-numbers": self.check_missing,
         "metadata": lambda: None}[self.entry["expect"]]()
        if self.reading.status not in (0, 1):
            self.fault("exit status %d: %s", self.reading.status, self.reading.message[:300])
        return self.faults


def check_syntax(program, path, expect):
    done = run(program, "check", "--syntax", path)
    accepted = {"accept": (0,), "reject": (1,)}.get(expect, (0, 1))
    return [] if done.returncode in accepted else ["check --syntax: exit status %d: %s"
                                                   % (done.returncode, done.stderr.decode("utf-8", "replace")[:200])]


def main():
    program, root = sys.argv[1:3]
    prefix = sys.argv[3] if len(sys.argv) > 3 else ""
    corpus = os.path.join(root, "..", "shared", "data", "corpus")
    if not os.path.exists(os.path.join(corpus, "expectations.json")):
        print("the corpus is not here")
        return SKIPPED
    with open(os.path.join(corpus, "expectations.json"), encoding="utf-8") as file:
        entries = [entry for entry in json.load(file) if entry["file"].startswith(prefix)]

    readings, n_failed = {}, 0
    for entry in entries:
        path = os.path.join(corpus, entry["file"])
        if entry["format"] == "json-suite":
            faults = check_syntax(program, path, entry["expect"])
        else:
            if path not in readings:
                readings[path] = Reading(program, path)
            faults = Check(entry, readings[path]).check()
        n_failed += bool(faults)
        for fault in faults:
            print("%s %s: %s" % (entry["file"], entry.get("resource", entry.get("part", "")), fault))
    print("%d entries of the corpus hold, %d do not" % (len(entries) - n_failed, n_failed))
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
