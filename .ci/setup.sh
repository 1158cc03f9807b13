# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./run and tests/run share: installing packages and setting up a build folder. Sourced; the
# caller has set "root" to the project's folder. Everything said here goes to standard error, so
# that the output of the program itself stays clean.

root=${root:?}

say () { printf '%s\n' "$*" >&2; }

# packages_of SECTION...: the names that .ci/packages lists there
packages_of () {
  local section
  for section in "$@"; do
    awk -v wanted="[$section]" '
      /^\[/ { inside = ($1 == wanted); next }
      inside && NF && $1 !~ /^#/ { print $1 }' "$root/.ci/packages"
  done
}

# Is this a system whose packages are Debian's, and new enough for GTK 4.8?
debian_suits () {
  local ID='' ID_LIKE='' VERSION_ID=''
  [ -r /etc/os-release ] || return 1
  # shellcheck source=/dev/null
  . /etc/os-release
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
  case $ID in
    debian) [ -z "$VERSION_ID" ] || [ "${VERSION_ID%%.*}" -ge 12 ] ;;
    ubuntu) [ "${VERSION_ID%%.*}" -ge 23 ] ;;
    *) case " $ID_LIKE " in *' debian '* | *' ubuntu '*) true ;; *) false ;; esac ;;
  esac
}

# missing_packages SECTION...: those of them that are not installed
missing_packages () {
  local -a wanted
  mapfile -t wanted < <(packages_of "$@")
  comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
           <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
             sed -n 's/^installed //p' | sort -u)
}

# install_packages SECTION...: installs what is missing, says what, asks nothing
install_packages () {
  local -a missing as_root=()
  if ! debian_suits; then
    if [ -n "${QUAD_PACKAGES_READY:-}" ]; then return; fi
    say 'Packages are installed for you on Debian 12 and newer, and on systems made from them.'
    say 'This is another system. Install what these Debian packages hold, then start again with'
    say 'QUAD_PACKAGES_READY=1 in the environment:'
    packages_of "$@" | sort -u | paste -sd ' ' | fold -s -w 90 | sed 's/^/  /' >&2
    exit 1
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  local -a apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq)
  local -a install=("${apt[@]}" -y --no-install-recommends -o Dpkg::Use-Pty=0 install)
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say 'Some packages are missing, and there is no sudo to install them with. As root, run:'
      say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" "${apt[@]}" update >&2 </dev/null ||
    say 'The list of packages could not be brought up to date; going on with the one that is there.'
  if ! "${as_root[@]}" "${install[@]}" "${missing[@]}" >&2 </dev/null; then
    say 'Installing failed. Once the cause above is mended, start again, or run as root:'
    say "  apt-get install --no-install-recommends ${missing[*]}"
    exit 1
  fi
}

# set_up_build DIR OPTION...: meson setup, unless it was done there in just this way before
set_up_build () {
  local dir=$1 stamp made
  shift
  stamp=$dir/quadrille-setup
  made=$(printf '%s\n' "$root" "$(stat -c '%Y %s' "$(command -v meson)")" "$@")
  if [ -f "$dir/build.ninja" ] && [ -f "$stamp" ] && [ "$(<"$stamp")" = "$made" ]; then
    return
  fi
  rm -rf "$dir"
  meson setup "$@" "$dir" "$root" >&2
  printf '%s\n' "$made" >"$stamp"
}

# build_all DIR: builds what is not current; shows how far it is on a terminal, and elsewhere only
# what goes wrong
build_all () {
  local nothing='ninja: no work to do.'
  if [ "$(ninja -C "$1" --quiet -n 2>&1)" = "$nothing" ]; then
    return
  elif [ -t 2 ]; then
    ninja -C "$1" >&2
  else
    ninja -C "$1" --quiet >&2
  fi
}
