#!/bin/sh
# Builds, installs and runs the Flatpak, and exports it as one file.
# usage: build.sh [--devel] [--runtime VERSION] [--no-run] [FILE]
#
# With GNOME's own runtime where it is installed or a remote has it, else with a
# stand-in made of Debian, in an installation of its own in the cache folder.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")
state=${XDG_CACHE_HOME:-$HOME/.cache}/tongbi/flatpak
id=org.tongbi.Tongbi
run=yes
version=

say() { printf '%s\n' "$*" >&2; }
die() { say "flatpak: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

while [ $# -gt 0 ]; do
  case $1 in
    --devel) id=org.tongbi.Tongbi.Devel ;;
    --runtime) [ $# -gt 1 ] || die "--runtime wants a version, such as 48"; version=$2; shift ;;
    --no-run) run=no ;;
    -*) die "no such option: $1" ;;
    *) break ;;
  esac
  shift
done
manifest=$here/$id.json
case $version in
  *[!0-9]*) die "--runtime wants a version, such as 48" ;;
  ?*) [ "$version" -ge 48 ] || die "the program wants GNOME 48 or newer" ;;
esac
for file in "$@"; do
  case $file in *://*) ;; *) [ -e "$file" ] || die "there is no $file" ;; esac
done

# What was on the way is removed. What is killed outright leaves some of it, which the
# next run begins anew.
leave() { # STATUS
  trap - EXIT HUP INT TERM
  [ -z "${bundle:-}" ] || rm -f "$bundle.new"
  [ -z "${work:-}" ] || remove_tree "$work/build"
  [ -z "${stand_in:-}" ] || remove_tree "$stand_in.new"
  [ -z "${installing:-}" ] || remove_unused_origins
  exit "$1"
}
interrupt() {
  if [ -n "${installing:-}" ] && is_installed; then
    say "flatpak: interrupted. $id is installed"
  else
    say "flatpak: interrupted. What was installed before is as it was"
  fi
  leave 130
}
trap 'leave $?' EXIT
trap interrupt HUP INT TERM

# --- what must be here ----------------------------------------------------

package_of() { # COMMAND APT|DNF|PACMAN
  case $1 in
    eu-strip) echo elfutils ;;
    ostree) echo ostree ;;
    python3) [ "$2" = pacman ] && echo python || echo python3 ;;
    *) echo "$1" ;;
  esac
}

need() { # COMMANDS…
  manager=apt
  for other in dnf pacman; do ! has $other || manager=$other; done
  missing=
  for command in "$@"; do
    has "$command" || missing="$missing $(package_of "$command" $manager)"
  done
  [ -n "$missing" ] || return 0
  case $manager in
    apt) install='apt-get install -y --no-install-recommends' ;;
    dnf) install='dnf install -y' ;;
    pacman) install='pacman -S --needed' ;;
  esac
  die "missing:$missing. Please install, then try again:

    $install$missing"
}

need_space() { # MEGABYTES FOLDER
  mkdir -p "$2"
  free=$(df -Pm "$2" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$1" ] || die "$1 MB of free space are needed in $2, and there are $free. Nothing was made"
}

remove_tree() {
  [ -e "$1" ] || return 0
  chmod -R u+w "$1" 2>/dev/null || :
  rm -rf "$1"
}

check_namespaces() {
  bwrap=bwrap
  has bwrap || bwrap=/usr/libexec/flatpak-bwrap
  "$bwrap" --ro-bind / / --proc /proc true 2>/dev/null ||
    die "there are no user namespaces here, which Flatpak needs: run it as root, or allow them (sysctl kernel.unprivileged_userns_clone=1)"
}

# --- the runtime ------------------------------------------------------------

# The real one, from wherever it comes: "" where nothing has it.
find_remote() { # VERSION
  if flatpak info "org.gnome.Sdk//$1" >/dev/null 2>&1 && flatpak info "org.gnome.Platform//$1" >/dev/null 2>&1; then
    echo installed
    return
  fi
  for remote in $(flatpak remotes --columns=name 2>/dev/null); do
    if timeout 60 flatpak remote-info "$remote" "org.gnome.Sdk//$1" >/dev/null 2>&1; then
      echo "$remote"
      return
    fi
  done
}

provide_runtime() {
  case $remote in
    installed) used="GNOME $version, as installed" ;;
    '')
      make_stand_in "$version"
      used="a stand-in for GNOME $version, made of Debian $(stand_in_suite "$version"): for trying it, not for handing on"
      ;;
    *)
      flatpak --user install -y --noninteractive "$remote" "org.gnome.Platform//$version" "org.gnome.Sdk//$version" >&2
      used="GNOME $version from $remote"
      ;;
  esac
  say "flatpak: building with $used"
}

# --- sources, build, file -----------------------------------------------------

# The modules are built from their pinned sources, or left out where these cannot
# be had and the stand-in can have the libraries instead.
get_sources() {
  modules=built
  python3 "$here/manifest.py" fetch "$manifest" "$state/builder/downloads" && return
  [ -z "$remote" ] || die "the sources of the manifest cannot be downloaded"
  modules=left-out
  say "flatpak: the pinned sources cannot be downloaded: the stand-in has Debian's yyjson, libdeflate and libxlsxwriter instead"
}

write_manifest() {
  set -- "$manifest" "$version" "$work/manifest.json"
  [ -n "$remote" ] || set -- "$@" stand-in
  [ "$modules" = built ] || set -- "$@" without-modules
  python3 "$here/manifest.py" write "$@"
}

# A build that was killed leaves a file system of its own mounted.
unmount_left() {
  for left in "$state"/builder/rofiles/rofiles-*; do
    [ ! -d "$left" ] || fusermount3 -uz "$left" 2>/dev/null || fusermount -uz "$left" 2>/dev/null || :
  done
}

build() {
  unmount_left
  options=
  { [ -r /dev/fuse ] && { has fusermount3 || has fusermount; }; } || options=--disable-rofiles-fuse
  flatpak-builder --user --force-clean --disable-updates --disable-download $options --state-dir="$state/builder" \
    --default-branch=stable --repo="$work/repo" "$work/build" "$work/manifest.json" >&2 ||
    die "the build failed; see above. What was installed before is as it was"
  remove_tree "$work/build"
}

# What it is built from, the runtime too.
get_stamp() {
  python3 "$here/manifest.py" stamp "$work/manifest.json"
  flatpak info --show-commit "org.gnome.Sdk//$version" 2>/dev/null || :
}

build_if_changed() {
  stamp=$(get_stamp)
  if [ -d "$work/repo" ] && [ "$(cat "$work/stamp" 2>/dev/null)" = "$stamp" ]; then
    say "flatpak: nothing changed since it was built"
    return
  fi
  rm -f "$work/stamp"
  build
  echo "$stamp" >"$work/stamp"
}

# Written beside its place: an old bundle stays until the new one is whole. Where the
# runtime is to be had is looked up whenever the file is installed, also where it is
# there already: it is told only where that remote is within reach.
export_bundle() {
  bundle=$top/build/flatpak/$id.flatpak
  mkdir -p "$top/build/flatpak"
  options=
  case $remote in flathub*) options=--runtime-repo=https://flathub.org/repo/flathub.flatpakrepo ;; esac
  flatpak build-bundle $options "$work/repo" "$bundle.new" "$id" stable ||
    die "the file could not be written; see above. What was installed before is as it was"
  mv "$bundle.new" "$bundle"
}

# Flatpak refuses to install the same once more.
is_installed() {
  commit=$(cat "$work/repo/refs/heads/app/$id/$(flatpak --default-arch)/stable" 2>/dev/null || :)
  [ -n "$commit" ] && [ "$(flatpak --user info --show-commit "$id" 2>/dev/null || :)" = "$commit" ]
}

# Flatpak makes a remote for a file that it installs, and leaves it behind where it
# cannot, or is killed. It refuses to remove one that something was installed from.
remove_unused_origins() {
  name=$(printf '%s' "${id##*.}" | tr '[:upper:]' '[:lower:]')
  used=$(flatpak --user info --show-origin "$id" 2>/dev/null || :)
  for origin in $(flatpak --user remotes --show-disabled --columns=name 2>/dev/null); do
    case $origin in
      "$used") ;;
      "$name"-origin | "$name"[0-9]-origin | "$name"[0-9][0-9]-origin)
        flatpak --user remote-delete "$origin" </dev/null >/dev/null 2>&1 || :
        ;;
    esac
  done
}

install_bundle() {
  installing=yes
  ! is_installed || return 0
  flatpak --user install -y --noninteractive --or-update --bundle "$bundle" >&2 ||
    flatpak --user install -y --noninteractive --reinstall --bundle "$bundle" >&2 ||
    die "it was built and could not be installed; see above. The file of it is $bundle"
}

with_bus() {
  if [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || ! has dbus-run-session; then "$@"; else dbus-run-session -- "$@"; fi
}

run_it() {
  with_bus flatpak run --user --command=tongbi-cli "$id" info "/app/share/tongbi/samples/digital-qingdao.tongbi.json" \
    >/dev/null || die "it is installed and does not run"
  [ "$run" = yes ] || return 0
  if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "flatpak: there is no display; the command line of it runs"
    return
  fi
  exec 9>&- # what is built next does not wait for the window
  with_bus flatpak run --user --file-forwarding "$id" @@u "$@" @@
}

. "$here/stand-in.sh"
need flatpak flatpak-builder eu-strip python3
check_namespaces
need_space 1500 "$state"
exec 9>"$state/lock"
! has flock || flock -n 9 || die "another ./dev flatpak is at work; try again when it is done"
version=${version:-$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$manifest")}
remote=$(find_remote "$version")
get_sources
provide_runtime
# Flatpak leaves 500 of them free whatever it installs.
need_space 600 "${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/flatpak}"
work=$state/$id-$version
mkdir -p "$work"
write_manifest
build_if_changed
export_bundle
install_bundle
say "flatpak: $id is installed, built with $used"
say "flatpak: the file of it is $bundle ($(du -h "$bundle" | cut -f1))"
printf 'id=%s\nwork=%s\ninstallation=%s\n' "$id" "'$work'" "'${FLATPAK_USER_DIR:-}'" >"$state/last"
[ -z "${FLATPAK_USER_DIR:-}" ] || say "flatpak: run it by FLATPAK_USER_DIR=$FLATPAK_USER_DIR flatpak run $id"
run_it "$@"
