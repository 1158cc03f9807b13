#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# po/update.sh [--check]   bring every translation up to date with the sources; says what is left to
# translate. --check changes nothing and fails when a translation is not complete.
set -eu
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
export GETTEXTDATADIRS="$here"   # its/: what of our own XML is translated
top=$(dirname "$here")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

version=$(sed -n "s/^  version: '\(.*\)',/\1/p" "$top/meson.build")
# the keywords are those of meson's preset "glib", which makes quadrille-pot
xgettext --directory="$top" --files-from="$here/POTFILES.in" --output="$tmp/quadrille.pot" \
  --from-code=UTF-8 --add-comments=Translators --add-location=file --sort-by-file \
  --package-name=quadrille --package-version="$version" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
  --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format 2>"$tmp/warnings"
# a string that xgettext cannot read whole, as with G_GINT64_FORMAT in its middle, is never translated
if [ -s "$tmp/warnings" ]; then
  cat "$tmp/warnings" >&2
  exit 1
fi

rc=0
languages=$(grep -v '^#' "$here/LINGUAS")
for language in $languages; do
  msgmerge --quiet --previous --sort-by-file --add-location=file --output-file="$tmp/$language.po" \
    "$here/$language.po" "$tmp/quadrille.pot"
  # what the sources no longer have is not kept
  msgattrib --no-obsolete --sort-by-file --output-file="$tmp/$language.po" "$tmp/$language.po"
  printf '%s: ' "$language"
  msgfmt --check --statistics --output-file=/dev/null "$tmp/$language.po" || rc=1
  if [ "${1:-}" != --check ]; then
    cp "$tmp/$language.po" "$here/$language.po"
  elif msgattrib --untranslated "$tmp/$language.po" | grep -q '^msgid' ||
       msgattrib --only-fuzzy "$tmp/$language.po" | grep -q '^msgid'; then
    { msgattrib --untranslated "$tmp/$language.po"; msgattrib --only-fuzzy "$tmp/$language.po"; } >&2
    rc=1
  fi
done
exit $rc
