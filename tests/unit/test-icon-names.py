#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon that the program names exists: inside GTK, in the Adwaita icon theme, or of our own.

A name that nobody has shows as a broken picture, without a warning on the console."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner

SOURCE = pathlib.Path(__file__).resolve().parents[2]
GTK = pathlib.Path(os.environ['QUAD_GTK_LIBDIR']) / 'libgtk-4.so.1'
IN_C = re.compile(r'"([A-Za-z0-9.-]+-symbolic)"')
IN_UI = re.compile(r'<(?:property|attribute) name="(?:icon|[\w-]*icon[-_]name)">([^<]+)<')


def names_used():
    used = {}
    for path in sorted((SOURCE / 'ui').glob('*.ui')):
        for name in IN_UI.findall(path.read_text()):
            used.setdefault(name, path)
    for path in sorted((SOURCE / 'src' / 'app').glob('*.[ch]')):
        for name in IN_C.findall(path.read_text()):
            used.setdefault(name, path)
    return used


def names_of_gtk():
    assert shutil.which('gresource'), 'gresource is not installed'
    assert GTK.exists(), f'{GTK} is not there'
    listed = subprocess.run(['gresource', 'list', str(GTK)], capture_output=True, text=True,
                            check=True).stdout.split()
    return {pathlib.PurePath(p).stem.removesuffix('.symbolic') for p in listed
            if p.startswith('/org/gtk/libgtk/icons/')}


def names_of_theme():
    return {p.name.split('.symbolic.')[0] if '.symbolic.' in p.name else p.stem
            for p in pathlib.Path('/usr/share/icons/Adwaita').rglob('*.*')}


def names_of_ours():
    return {p.stem for p in (SOURCE / 'data' / 'icons').rglob('*.svg')}


class IconNames(unittest.TestCase):
    def test_lists_are_there(self):
        """GTK and our own icons were found"""
        assert 'go-next-symbolic' in names_of_gtk()
        assert 'app.quadrille.Quadrille-symbolic' in names_of_ours()

    def test_names_exist(self):
        """every icon named in ui/ and src/app exists"""
        have = names_of_gtk() | names_of_theme() | names_of_ours()
        missing = [f'{name} ({path.relative_to(SOURCE)})' for name, path in names_used().items()
                   if name not in have]
        assert not missing, '\n'.join(missing)

    def test_ours_are_used(self):
        """every icon of our own that is not the program's is used"""
        ours = {n for n in names_of_ours() if not n.startswith('app.quadrille.Quadrille')}
        unused = ours - set(names_used())
        assert not unused, ', '.join(sorted(unused))


if __name__ == '__main__':
    taprunner.main()
