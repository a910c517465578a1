#!/bin/sh
# Compiles the program against all that the runtime's headers offer, and takes what they
# deprecate for an error: the build itself asks for the oldest libraries and so is told
# nothing of what came later.
# usage: newest.sh MANIFEST STATE-FOLDER NAME     as build.sh has them; into build/flatpak/NAME
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=build/flatpak/$3
inside=/run/tongbi

# The modules as they were built, and no program yet.
rm -rf "${top:?}/$folder/app"
mkdir -p "$top/$folder"
flatpak-builder --user --disable-updates --disable-download --disable-rofiles-fuse --state-dir="$2" \
  --stop-at=tongbi "$top/$folder/app" "$1" >&2

# Without these the headers take the newest version for the one that is asked for.
newest='-Werror=cpp -Werror=deprecated'
for library in GLIB GDK ADW; do
  newest="$newest -U${library}_VERSION_MIN_REQUIRED -U${library}_VERSION_MAX_ALLOWED"
done
status=0
flatpak build --bind-mount=$inside="$top" "$top/$folder/app" sh -euc '
  cd "$1"
  [ -f "$2/build.ninja" ] ||
    meson setup "$2" --prefix=/app --libdir=lib --buildtype=plain -Dtests=false -Dc_args="$3" >&2
  exec ninja -k 0 -C "$2"' sh $inside "$folder/build" "$newest" >"$top/$folder/log" || status=$?
grep -v '^\[' "$top/$folder/log" >&2 || :
# Blueprint warns only, and only when it compiles.
if [ "$status" = 0 ] && grep -q ' is deprecated' "$top/$folder/log"; then
  rm -rf "${top:?}/$folder/build"
  status=1
fi
exit "$status"
