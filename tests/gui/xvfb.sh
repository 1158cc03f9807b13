#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# xvfb.sh COMMAND...   runs COMMAND on a display, a session bus and in a home of its own, and clears
# all three away afterwards, also when it is told to stop. The exit status is COMMAND's.
#   QUAD_GEOMETRY       size of the screen, 1280x800 unless set
#   QUAD_DPI            resolution of text, 96 unless set; 144 makes text half as large again
#   QUAD_TOUCH          when set, a server that has a touch screen too; QUAD_FINGER is then the
#                       socket that moves fingers on it (onscreen.Finger)
#   GTK_A11Y            none unless set; atspi for tests that look at accessible objects
# Everything that decides how a window looks is pinned: renderer, font, settings, bus.
set -u
scratch=$(mktemp -d "${TMPDIR:-/tmp}/quadrille-xvfb.XXXXXX")
command_pid=
server_pid=

# shellcheck disable=SC2317    # a trap calls it
clear_away () {
  trap - EXIT
  if [ -n "$command_pid" ]; then kill -- "-$command_pid" 2>/dev/null; fi
  if [ -n "$server_pid" ]; then
    kill "$server_pid" 2>/dev/null
    wait "$server_pid" 2>/dev/null
  fi
  rm -rf "$scratch"
}
trap clear_away EXIT
trap 'exit 143' TERM INT HUP

geometry=${QUAD_GEOMETRY:-1280x800}
server=(Xvfb -screen 0 "${geometry}x24")
if [ -n "${QUAD_TOUCH:-}" ]; then
  export QUAD_FINGER=$scratch/finger
  sed -e "s|@FINGER@|$QUAD_FINGER|" -e "s|@GEOMETRY@|$geometry|" \
    -e "s|@SIZE@|${geometry/x/ }|" "$(dirname "$0")/xorg-touch.conf" >"$scratch/xorg.conf"
  server=(Xorg -config "$scratch/xorg.conf" -logfile "$scratch/xorg.log" -novtswitch -sharevts)
fi

mkfifo "$scratch/display"
"${server[@]}" -displayfd 9 -nolisten tcp -noreset \
  9>"$scratch/display" >/dev/null 2>"$scratch/xvfb.log" &
server_pid=$!
if ! read -r display <"$scratch/display"; then
  cat "$scratch/xvfb.log" >&2
  exit 70
fi

mkdir -p "$scratch"/{config/gtk-4.0,data,cache,state,run,services}
chmod 700 "$scratch/run"
printf '[Settings]\ngtk-font-name=Cantarell 11\n' >"$scratch/config/gtk-4.0/settings.ini"

# A bus that can start the accessibility bus and nothing else: with the usual services a portal
# would be started and mount a file system in the home that is cleared away.
a11y=/usr/share/dbus-1/services/org.a11y.Bus.service
if [ -r "$a11y" ]; then cp "$a11y" "$scratch/services"; fi
cat >"$scratch/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$scratch/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$scratch/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

export DISPLAY=:$display HOME=$scratch XDG_RUNTIME_DIR=$scratch/run
export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data
export XDG_CACHE_HOME=$scratch/cache XDG_STATE_HOME=$scratch/state
export GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
# Each version of the toolkit knows one of the two, and complains about the other.
if pkg-config --atleast-version=4.15 gtk4; then
  export GDK_DISABLE=gl
else
  export GDK_DEBUG=gl-disable
fi
export GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 GTK_A11Y="${GTK_A11Y-none}"
unset WAYLAND_DISPLAY GTK_THEME DBUS_SESSION_BUS_ADDRESS

if [ -n "${QUAD_DPI:-}" ]; then
  printf 'Xft.dpi: %s\n' "$QUAD_DPI" | xrdb -merge || exit 70
fi

# What the bus starts says something on its output, which is for the test alone.
# shellcheck disable=SC2016    # the inner shell expands it
setsid dbus-run-session --config-file="$scratch/bus.conf" -- \
  bash -c 'exec "$@" >&3 3>&-' command "$@" 3>&1 >&2 &
command_pid=$!
wait "$command_pid"
status=$?
command_pid=
exit "$status"
