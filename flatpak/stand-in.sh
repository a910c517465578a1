# Makes a stand-in for GNOME's runtime out of Debian, where no remote has the
# real one. Read by build.sh.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# GNOME 48 is what Debian 13 has; Debian testing has what is newer.
stand_in_suite() { # VERSION
  case $1 in 48) echo trixie ;; *) echo testing ;; esac
}

stand_in_packages() {
  sed -e "$([ "$modules" = built ] && echo '/^# instead of modules/,$d' || :)" -e '/^#/d' -e '/^ *$/d' "$here/stand-in.list" |
    paste -sd,
}

stand_in_stamp() { # VERSION
  { stand_in_suite "$1"; stand_in_packages; echo "layout 1"; } | sha256sum | cut -c1-16
}

# A mirror of testing may lag beyond the date that its index is good for; what
# it hands out is still signed.
make_debian_root() { # SUITE FOLDER
  mode=unshare
  [ "$(id -u)" != 0 ] || mode=root
  { mmdebstrap --quiet --mode=$mode --variant=apt --format=tar \
      --aptopt='Apt::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --include="$(stand_in_packages)" \
      --customize-hook='chroot "$1" localedef -i zh_CN -f UTF-8 zh_CN.UTF-8' \
      --customize-hook='chroot "$1" localedef -i en_US -f UTF-8 en_US.UTF-8' \
      "$1" - || touch "$2/failed"; } |
    tar -x -C "$2" --exclude='./dev/*' --delay-directory-restore
  [ ! -e "$2/failed" ] && [ -x "$2/usr/bin/meson" ]
}

check_is_gnome() { # FOLDER VERSION: libadwaita 1.7 came with GNOME 48, 1.10 with 51
  adwaita=$(sed -n 's/^Version: 1\.\([0-9]*\)\..*/\1/p' "$1"/usr/lib/*/pkgconfig/libadwaita-1.pc)
  [ "$((adwaita + 41))" = "$2" ] ||
    die "Debian $(stand_in_suite "$2") has GNOME $((adwaita + 41)), not $2: try ./dev flatpak --runtime $((adwaita + 41))"
}

# What a runtime has beyond a Debian root: the fonts of the host, and no users.
shape_runtime() { # ROOT FOLDER
  mkdir -p "$2/files" "$2/var"
  mv "$1/usr" "$2/usr"
  mv "$1/etc" "$2/usr/etc"
  rm -f "$2/usr/etc/shadow"* "$2/usr/etc/gshadow"* "$2/usr/etc/resolv.conf" "$2/usr/etc/machine-id"
  cat >"$2/usr/etc/fonts/conf.d/50-flatpak.conf" <<'FONTS'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/run/host/fonts</dir>
  <dir>/run/host/user-fonts</dir>
</fontconfig>
FONTS
}

export_runtime() { # FOLDER VERSION REPO
  arch=$(flatpak --default-arch)
  ostree init --repo="$3" --mode=bare-user-only # as installations are: its files are linked there, not copied
  for name in org.gnome.Sdk org.gnome.Platform; do
    cat >"$1/metadata" <<METADATA
[Runtime]
name=$name
runtime=org.gnome.Platform/$arch/$2
sdk=org.gnome.Sdk/$arch/$2
METADATA
    flatpak build-export --runtime --disable-sandbox "$3" "$1" "$2" >/dev/null
  done
}

# Each step is made beside its place and renamed when whole.
make_stand_in() { # VERSION
  stand_in=$state/stand-in-$1
  [ "$modules" = built ] || stand_in=$stand_in-with-libraries
  stamp=$(stand_in_stamp "$1")
  if [ "$(cat "$stand_in/stamp" 2>/dev/null)" != "$stamp" ]; then
    need mmdebstrap ostree
    need_space 4000 "$state"
    suite=$(stand_in_suite "$1")
    say "flatpak: making a stand-in for GNOME $1 out of Debian $suite (once, 1.3 GB, some minutes)"
    remove_tree "$stand_in.new"
    mkdir -p "$stand_in.new/root"
    make_debian_root "$suite" "$stand_in.new/root" ||
      die "the Debian root could not be made; see above. The next try begins anew"
    check_is_gnome "$stand_in.new/root" "$1"
    shape_runtime "$stand_in.new/root" "$stand_in.new/runtime"
    export_runtime "$stand_in.new/runtime" "$1" "$stand_in.new/repo"
    remove_tree "$stand_in.new/root"
    remove_tree "$stand_in.new/runtime"
    echo "$stamp" >"$stand_in.new/stamp"
    remove_tree "$stand_in"
    mv "$stand_in.new" "$stand_in"
  fi
  # In an installation of its own: GNOME's name is not taken in the user's.
  export FLATPAK_USER_DIR="$stand_in/installation"
  if [ "$(cat "$FLATPAK_USER_DIR/stamp" 2>/dev/null)" != "$stamp" ]; then
    remove_tree "$FLATPAK_USER_DIR"
    flatpak --user remote-add --no-gpg-verify stand-in "$stand_in/repo"
    flatpak --user install -y --noninteractive stand-in "org.gnome.Platform//$1" "org.gnome.Sdk//$1" >/dev/null
    echo "$stamp" >"$FLATPAK_USER_DIR/stamp"
  fi
}
