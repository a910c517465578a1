#!/bin/sh
# Installs the program, then tests or measures it in its sandbox, with a display, a
# session bus and portals of its own.
# usage: test.sh test.py|bench.py [--runtime VERSION]
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")

script=$1
shift
missing=
for program in bwrap flatpak Xvfb dbus-run-session python3; do
  command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
for portal in xdg-desktop-portal xdg-desktop-portal-gtk xdg-document-portal; do
  [ -x "/usr/libexec/$portal" ] || missing="$missing $portal"
done
# Another Python may stand before the system's, which has the bindings.
for python in python3 /usr/bin/python3; do
  ! "$python" -c 'import gi' 2>/dev/null || break
done
knows() { "$python" -c "import gi; gi.require_version ('$1', '$2')" 2>/dev/null; }
"$python" -c 'import gi' 2>/dev/null || missing="$missing python3-gi"
knows Atspi 2.0 || missing="$missing gir1.2-atspi-2.0"
knows Gtk 3.0 || missing="$missing gir1.2-gtk-3.0"
if [ -n "$missing" ]; then
  echo "flatpak: the tests need$missing" >&2
  exit 1
fi

"$here/build.sh" --no-run "$@"
. "${XDG_CACHE_HOME:-$HOME/.cache}/tongbi/flatpak/last"
[ -z "$installation" ] || export FLATPAK_USER_DIR="$installation"

# The user's settings, files and runtime folder stay out of it; the document
# portal wants the last one at its usual place. To mount that takes root, or a
# namespace in which the user is called so: nobody else's files can be read there.
namespace=
[ "$(id -u)" = 0 ] || namespace='--unshare-user --uid 0 --gid 0'
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 143' HUP INT TERM
mkdir -m 700 "$folder/home"
: "${FLATPAK_USER_DIR:=${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}"
export FLATPAK_USER_DIR HOME="$folder/home" XDG_RUNTIME_DIR=/run/user/0
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export XDG_DATA_DIRS="$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share"
export XDG_CURRENT_DESKTOP=GNOME LC_ALL=C.UTF-8 LANGUAGE=en GTK_A11Y=atspi GSK_RENDERER=cairo GIO_USE_VFS=local
cd "$HOME"
bwrap $namespace --dev-bind / / --tmpfs /run --perms 0700 --dir /run/user/0 --cap-add ALL --die-with-parent \
  "$top/tests/app/with-display.sh" "$python" "$here/$script" "$id" "$top" "$folder" "$work"
