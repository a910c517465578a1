#!/bin/sh
# Renders the real window in both languages, light and dark, wide and narrow.
# usage: screenshots.sh BUILD FOLDER
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$here/../.." && pwd)
build=${1:?usage: screenshots.sh BUILD FOLDER}
out=${2:?usage: screenshots.sh BUILD FOLDER}
build=$(CDPATH='' cd -- "$build" && pwd)

mkdir -p "$out"
out=$(CDPATH='' cd -- "$out" && pwd)
export GSETTINGS_SCHEMA_DIR="$build/data" GSETTINGS_BACKEND=memory
export TONGBI_DATA_DIR="$top/data" TONGBI_LOCALE_DIR="$build/po"
export GSK_RENDERER=cairo GIO_USE_VFS=local TZ=UTC
for locale in en_US.UTF-8 zh_CN.UTF-8; do
  mkdir -p "$out/${locale%.*}"
  LC_ALL=$locale LANGUAGE='' "$here/with-display.sh" "$build/tests/app/tb-screenshots" "$out/${locale%.*}"
done
