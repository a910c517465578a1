#!/bin/sh
# Runs a test program with a display and a session bus of its own.
# SPDX-License-Identifier: GPL-3.0-or-later
for program in xvfb-run dbus-run-session; do
  if ! command -v "$program" >/dev/null 2>&1; then
    echo "1..0 # SKIP $program is not installed"
    exit 0
  fi
done
exec xvfb-run -a -s '-screen 0 1600x1200x24 -nolisten tcp' dbus-run-session -- "$@"
