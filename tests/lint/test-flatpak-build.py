#!/usr/bin/env python3
"""What flatpak/build.sh does where something is missing, fails or is interrupted.

The programs that it calls are stand-ins here, which write down what they are asked:
nothing is built, and no Flatpak is needed.

Usage: test-flatpak-build.py SOURCE-FOLDER

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the sources stay as they are

from tap import Tap

DEADLINE = 60
ID = "org.tongbi.Tongbi"
# What a system has beside Flatpak.
TOOLS = ["awk", "cat", "chmod", "cp", "df", "dirname", "du", "env", "flock", "head", "id", "ls", "mkdir", "mktemp", "mv", "paste",
         "printf", "rm", "sed", "sh", "sha256sum", "sleep", "tar", "timeout", "touch", "tr", "uname"]
# The runtime is installed; a bundle is a line. Installing leaves a remote, as Flatpak does.
FLATPAK = """
echo "$*" >>"$LOG"
case "$*" in
  --default-arch) echo x86_64 ;;
  "--user info --show-commit"*) cat "$WORK/installed" ;;
  "--user info --show-origin"*) [ ! -e "$WORK/installed" ] || echo tongbi-origin ;;
  "--user remotes"*) printf '%s\\n' flathub tongbi-origin tongbi3-origin tongbird-origin ;;
  "--user install"* | "run "*) if [ -e "$PIPE" ]; then echo >"$PIPE"; exec sleep 600; fi; [ ! -e "$BROKEN" ] || exit 1 ;;
  build-bundle*) while [ $# -gt 3 ]; do shift; done; [ ! -e "$FULL" ] || exit 1; echo new >"$1" ;;
esac
"""
BUILDER = 'echo "flatpak-builder" >>"$LOG"; ref=$WORK/repo/refs/heads/app/' + ID + '/x86_64\n' \
    'mkdir -p "$ref"; echo 1 >"$ref/stable"\n'
# It says that it is at work by closing the pipe, and then takes as long as one likes.
SLOW_BUILDER = BUILDER + 'mkdir -p "$WORK/build"; echo half >"$WORK/build/half"; echo >"$PIPE"; exec sleep 600\n'


class Machine:
    """A checkout, a cache and a PATH of its own."""

    def __init__(self, source, folder):
        self.folder = folder
        self.top = os.path.join(folder, "checkout")
        self.bin = os.path.join(folder, "bin")
        self.cache = os.path.join(folder, "cache")
        self.log = os.path.join(folder, "log")
        self.state = os.path.join(self.cache, "tongbi", "flatpak")
        self.bundle = os.path.join(self.top, "build", "flatpak", ID + ".flatpak")
        os.mkdir(self.bin)
        shutil.copytree(os.path.join(source, "flatpak"), os.path.join(self.top, "flatpak"))
        for tool in TOOLS:
            path = shutil.which(tool)
            if path is not None:
                os.symlink(path, os.path.join(self.bin, tool))
        os.symlink(sys.executable, os.path.join(self.bin, "python3"))
        for name, script in (("flatpak", FLATPAK), ("flatpak-builder", BUILDER), ("eu-strip", ""), ("bwrap", ""),
                             ("apt-get", ""), ("dbus-run-session", 'shift\nexec "$@"\n')):
            self.put(name, script)
        self.have_sources()

    def put(self, name, script):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + script)
        os.chmod(path, 0o755)

    def have_sources(self):
        """As if they had been downloaded before."""
        with open(os.path.join(self.top, "flatpak", ID + ".json"), encoding="utf-8") as file:
            modules = json.load(file)["modules"]
        for source in (source for module in modules for source in module["sources"] if source["type"] == "archive"):
            path = os.path.join(self.state, "builder", "downloads", source["sha256"], os.path.basename(source["url"]))
            os.makedirs(os.path.dirname(path))
            with open(path, "w", encoding="utf-8"):
                pass

    def have_bundle(self):
        os.makedirs(os.path.dirname(self.bundle))
        with open(self.bundle, "w", encoding="utf-8") as file:
            file.write("old\n")

    def have_installed(self, there=True):
        """What the builder stands for, or nothing."""
        path = os.path.join(self.state, f"{ID}-51", "installed")
        if there:
            with open(path, "w", encoding="utf-8") as file:
                file.write("1\n")
        else:
            os.remove(path)

    def start(self, *arguments, **more):
        environment = {"PATH": self.bin, "HOME": self.folder, "XDG_CACHE_HOME": self.cache, "LOG": self.log, "LC_ALL": "C",
                       "WORK": os.path.join(self.state, f"{ID}-51"), "FULL": os.path.join(self.folder, "full"),
                       "BROKEN": os.path.join(self.folder, "broken"), "PIPE": os.path.join(self.folder, "pipe"), **more}
        return subprocess.Popen([os.path.join(self.top, "flatpak", "build.sh"), "--no-run", *arguments], env=environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                start_new_session=True)

    def run(self, *arguments):
        child = self.start(*arguments)
        said = child.communicate(timeout=DEADLINE)[0]
        return child.returncode, said

    def asked(self, beginning):
        if not os.path.exists(self.log):
            return False
        with open(self.log, encoding="utf-8") as file:
            return any(line.startswith(beginning) for line in file)

    def is_as_it_was(self):
        """No installation was asked for, the old file is there, and nothing half-made beside it."""
        with open(self.bundle, encoding="utf-8") as file:
            old = file.read()
        return old == "old\n" and not self.asked("--user install") and os.listdir(os.path.dirname(self.bundle)) == [ID + ".flatpak"]


def test_success(machine, check):
    status, said = machine.run()
    check("it builds, writes the file and installs it", status == 0 and machine.asked("flatpak-builder")
          and machine.asked("--user install") and "is installed" in said)
    with open(machine.bundle, encoding="utf-8") as file:
        check("the file is the new one", file.read() == "new\n")
    check("it tells the tests where", os.path.exists(os.path.join(machine.state, "last")))


def test_unchanged(machine, check):
    """The builder takes a folder as changed whenever it is asked."""
    machine.run()
    os.remove(machine.log)
    status, said = machine.run()
    check("what did not change is not built again, but installed", status == 0 and "nothing changed" in said
          and not machine.asked("flatpak-builder") and machine.asked("--user install"))
    os.remove(machine.log)
    machine.have_installed()
    status, _ = machine.run()
    check("nor installed, where it is", status == 0 and not machine.asked("--user install"))
    with open(os.path.join(machine.top, "new.c"), "w", encoding="utf-8"):
        pass
    machine.run()
    check("a new file is built", machine.asked("flatpak-builder"))
    os.remove(machine.log)
    with open(os.path.join(machine.top, "new.c"), "w", encoding="utf-8") as file:
        file.write("int a;\n")
    machine.run()
    check("and a changed one", machine.asked("flatpak-builder"))


def test_missing(machine, check):
    for name in ("flatpak", "flatpak-builder", "eu-strip"):
        os.remove(os.path.join(machine.bin, name))
    machine.have_bundle()
    status, said = machine.run()
    check("without Flatpak it names what is missing, and the command that installs it",
          status == 1 and "apt-get install -y --no-install-recommends flatpak flatpak-builder elfutils" in said)
    check("and makes nothing", machine.is_as_it_was())


def test_arguments(machine, check):
    machine.have_bundle()
    for arguments, told in ((("--runtime",), "wants a version"), (("--runtime", "new"), "wants a version"),
                            (("--runtime", "47"), "48 or newer"), (("--colour",), "no such option: --colour"),
                            ((os.path.join(machine.folder, "none.json"),), "there is no " + machine.folder)):
        status, said = machine.run(*arguments)
        check(f"{arguments[0]} … is refused at once", status == 1 and told in said and machine.is_as_it_was()
              and not os.path.exists(machine.log))


def test_namespaces(machine, check):
    machine.put("bwrap", "exit 1\n")
    machine.have_bundle()
    status, said = machine.run()
    check("without user namespaces it says so, and what helps", status == 1 and "user namespaces" in said and "as root" in said)
    check("and builds nothing", machine.is_as_it_was() and not machine.asked("flatpak-builder"))


def test_full(machine, check):
    os.remove(os.path.join(machine.bin, "df"))
    machine.have_bundle()
    for full, needed, where in (("*", 1500, machine.state), ("*/.local/share/flatpak", 600, ".local/share/flatpak")):
        machine.put("df", f"echo Filesystem; case $2 in {full}) echo disk 100 90 10 90% / ;; *) echo disk 9000 0 9000 0% / ;; esac\n")
        status, said = machine.run()
        check("a full disk is told before anything is made", status == 1 and f"{needed} MB of free space" in said
              and "are 10" in said and where in said)
        check("and nothing is", machine.is_as_it_was() and not machine.asked("flatpak-builder"))


def test_full_later(machine, check):
    with open(os.path.join(machine.folder, "full"), "w", encoding="utf-8"):
        pass
    machine.have_bundle()
    status, said = machine.run()
    check("a disk that fills up while the file is written is told", status == 1 and "could not be written" in said)
    check("and the old file stays", machine.is_as_it_was())


def test_failure(machine, check):
    machine.put("flatpak-builder", "exit 1\n")
    machine.have_bundle()
    status, said = machine.run()
    check("a build that fails is told", status == 1 and "the build failed" in said and "is as it was" in said)
    check("and nothing is installed", machine.is_as_it_was())


def removed_origins(machine):
    with open(machine.log, encoding="utf-8") as file:
        return [line.split()[-1] for line in file if line.startswith("--user remote-delete")]


def test_not_installed(machine, check):
    with open(os.path.join(machine.folder, "broken"), "w", encoding="utf-8"):
        pass
    status, said = machine.run()
    check("what cannot be installed is told, and where the file is", status == 1 and "could not be installed" in said
          and machine.bundle in said)
    check("what Flatpak leaves of it is removed, and nothing of others",
          removed_origins(machine) == ["tongbi-origin", "tongbi3-origin"])


def start_and_interrupt(machine, number):
    """As soon as what it calls opens the pipe and closes it; to the whole group, as a terminal does."""
    child = machine.start()
    with open(os.path.join(machine.folder, "pipe"), encoding="utf-8") as pipe:
        pipe.read()
    os.killpg(child.pid, number)
    return child, child.communicate(timeout=DEADLINE)[0]


def test_interrupted_installation(machine, check):
    os.mkfifo(os.path.join(machine.folder, "pipe"))
    child, said = start_and_interrupt(machine, signal.SIGINT)
    check("interrupted while it is installed: it says that nothing has changed", child.returncode != 0 and "is as it was" in said)
    check("and leaves no remote", removed_origins(machine) == ["tongbi-origin", "tongbi3-origin"])
    machine.have_installed()
    child, said = start_and_interrupt(machine, signal.SIGINT)
    check("interrupted while it is tried: it says that it is installed", child.returncode != 0 and "is installed" in said
          and "is as it was" not in said)
    machine.have_installed(False)
    os.remove(os.path.join(machine.folder, "pipe"))
    os.remove(machine.log)
    status, _ = machine.run()
    check("and the next run installs it", status == 0 and machine.asked("--user install"))


def test_no_fuse(machine, check):
    """The stand-in has no fusermount."""
    machine.put("flatpak-builder", 'echo "flatpak-builder" "$@" >>"$LOG"\n')
    machine.run()
    with open(machine.log, encoding="utf-8") as file:
        check("without FUSE it is built without it", "--disable-rofiles-fuse" in file.read())


def interrupt(machine, number):
    """While it builds."""
    os.mkfifo(os.path.join(machine.folder, "pipe"))
    machine.put("flatpak-builder", SLOW_BUILDER)
    machine.have_bundle()
    child, said = start_and_interrupt(machine, number)
    os.remove(os.path.join(machine.folder, "pipe"))
    return child.returncode, said


def test_interrupted(machine, check, number):
    name = signal.Signals(number).name
    status, said = interrupt(machine, number)
    if number != signal.SIGKILL:
        check(f"{name}: it says that nothing has changed", status != 0 and "is as it was" in said)
        check(f"{name}: what was on the way is gone", not os.path.exists(os.path.join(machine.state, f"{ID}-51", "build")))
    check(f"{name}: nothing is half-installed", machine.is_as_it_was())
    machine.put("flatpak-builder", BUILDER)
    if os.path.exists(machine.log):
        os.remove(machine.log)
    status, _ = machine.run()
    with open(machine.bundle, encoding="utf-8") as file:
        check(f"{name}: the next run succeeds", status == 0 and file.read() == "new\n" and machine.asked("--user install")
              and machine.asked("flatpak-builder"))


def main():
    source, = sys.argv[1:]
    tap = Tap()
    check = tap.result

    for test, *arguments in ((test_success,), (test_unchanged,), (test_missing,), (test_arguments,), (test_namespaces,), (test_full,), (test_full_later,),
                             (test_failure,), (test_not_installed,), (test_interrupted_installation,), (test_no_fuse,),
                             (test_interrupted, signal.SIGINT), (test_interrupted, signal.SIGTERM), (test_interrupted, signal.SIGKILL)):
        with tempfile.TemporaryDirectory() as folder:
            test(Machine(source, folder), check, *arguments)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
