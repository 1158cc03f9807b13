#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation in a folder of its own has every file, and its program runs from there."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import program

APP_ID = 'app.quadrille.Quadrille'
FILES = [
    f'share/applications/{APP_ID}.desktop',
    f'share/metainfo/{APP_ID}.metainfo.xml',
    f'share/mime/packages/{APP_ID}.xml',
    f'share/glib-2.0/schemas/{APP_ID}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APP_ID}.svg',
    f'share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg',
    'share/locale/de/LC_MESSAGES/quadrille.mo',
    'bin/quadrille',
]


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run(['meson', 'install', '--no-rebuild', '--quiet', '-C',
                        os.environ['QUAD_BUILD'], '--destdir', cls.folder.name],
                       check=True, stdout=sys.stderr)
        prefix = os.environ['QUAD_PREFIX']
        cls.prefix = pathlib.Path(cls.folder.name) / prefix.lstrip('/')
        # what the package manager of a distribution does after it laid the files
        schemas = cls.prefix / 'share' / 'glib-2.0' / 'schemas'
        subprocess.run(['glib-compile-schemas', '--strict', str(schemas)], check=True)
        cls.environment = {
            'XDG_DATA_DIRS': f'{cls.prefix}/share:/usr/share',
            'GSETTINGS_SCHEMA_DIR': str(schemas),
        }
        cls.program = str(cls.prefix / 'bin' / 'quadrille')

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def command(self, *words, **options):
        return program.command(*words, program=self.program, environment=self.environment,
                               **options)

    def test_files(self):
        missing = [name for name in FILES if not (self.prefix / name).is_file()]
        self.assertEqual(missing, [])

    def test_nothing_else(self):
        """nothing of the tests, no header and no library is installed"""
        found = {str(p.relative_to(self.prefix)) for p in self.prefix.rglob('*') if p.is_file()}
        self.assertEqual(found - set(FILES), {'share/glib-2.0/schemas/gschemas.compiled'})

    def test_version(self):
        self.assertEqual(self.command('--version'), f'Quadrille {os.environ["QUAD_VERSION"]}\n')

    def test_commands(self):
        book = pathlib.Path(self.folder.name) / 'sample.quadrille'
        self.command('sample', book)
        summary = json.loads(self.command('summary', '--format', 'json', book=book))
        self.assertGreater(summary['accounts'], 40)
        self.assertGreater(summary['tiers']['key']['accounts'], 0)


if __name__ == '__main__':
    taprunner.main()
