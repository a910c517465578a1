#!/bin/sh
# Renders the real window in both languages, light and dark, wide and narrow.
# usage: screenshots.sh BUILD FOLDER             all of them
#        screenshots.sh BUILD FOLDER pictures    those of the README and of software centres
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(CDPATH='' cd -- "$here/../.." && pwd)
build=${1:?usage: screenshots.sh BUILD FOLDER [pictures]}
out=${2:?usage: screenshots.sh BUILD FOLDER [pictures]}
which=${3:-all}
build=$(CDPATH='' cd -- "$build" && pwd)

mkdir -p "$out"
out=$(CDPATH='' cd -- "$out" && pwd)
export GSETTINGS_SCHEMA_DIR="$build/data" GSETTINGS_BACKEND=memory
export TONGBI_DATA_DIR="$top/data" TONGBI_LOCALE_DIR="$build/po"
export GSK_RENDERER=cairo GIO_USE_VFS=local TZ=UTC
# What is announced is not seen, and the stand-in of tests cannot announce.
export GTK_A11Y=none
export FONTCONFIG_FILE="$top/tests/fonts/screenshots.conf"

# usage: take LOCALE FOLDER [NAME]
take() {
  locale=$1
  shift
  mkdir -p "$1"
  LC_ALL=$locale LANGUAGE='' "$here/with-display.sh" "$build/tests/app/tb-screenshots" "$@"
}

if [ "$which" = pictures ]; then
  # Software centres show those of the language of their user.
  for name in chart overview jobs; do
    take zh_CN.UTF-8 "$out" "picture-$name"
    mv "$out/$name.png" "$out/$name-zh.png"
    take en_US.UTF-8 "$out" "picture-$name"
  done
  take zh_CN.UTF-8 "$out" picture-table
  # Smaller files where the tool is there.
  if command -v optipng >/dev/null 2>&1; then
    for name in chart overview jobs table chart-zh overview-zh jobs-zh; do
      optipng -quiet "$out/$name.png"
    done
  fi
  exit
fi
for locale in en_US.UTF-8 zh_CN.UTF-8; do
  take "$locale" "$out/${locale%.*}"
  (
    export ADW_DEBUG_HIGH_CONTRAST=1
    take "$locale" "$out/${locale%.*}/high-contrast" chart
    take "$locale" "$out/${locale%.*}/high-contrast" table
    take "$locale" "$out/${locale%.*}/high-contrast" overview
  )
done
