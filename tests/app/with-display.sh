#!/bin/sh
# Runs a test program with a display and a session bus of its own.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

for program in Xvfb dbus-run-session; do
  if ! command -v "$program" >/dev/null 2>&1; then
    echo "1..0 # SKIP $program is not installed"
    exit 0
  fi
done

# Xvfb itself finds a free number and tells it: tests run side by side.
folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1600x1200x24 -noreset -nolisten tcp 3>"$folder/number" 2>"$folder/log" &
server=$!
trap 'kill "$server" 2>/dev/null || :; wait "$server" 2>/dev/null || :; rm -rf "$folder"' EXIT
trap 'exit 143' HUP INT TERM
read -r number <"$folder/number" || number=
if [ -z "$number" ]; then
  cat "$folder/log" >&2
  exit 1
fi
export DISPLAY=":$number" GDK_BACKEND=x11
status=0
# What services of the bus print is no result of the test.
dbus-run-session -- sh -c 'exec "$@" >&4 4>&-' sh "$@" 4>&1 >&2 || status=$?
exit "$status"
