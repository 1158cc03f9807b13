#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the window that a person looks at before a release, in every look.

They are left in screens/ of the build folder. What a program can tell, it checks: the window keeps to its
size, something is in the picture, the looks differ, and the console stays empty.
"""
import contextlib
import datetime
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import program

SCREENS = pathlib.Path(os.environ['QUAD_SCREENS'])
WIDE = {'window-width': 1270, 'window-height': 790}
NARROW = {'window-width': 360, 'window-height': 720}
LIST = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'import-screens.csv'
ROOMS = {'': WIDE, '-narrow': NARROW}
LOOKS = {'': 'prefer-light', '-dark': 'prefer-dark'}
BORDER = 10         # both sides of the frame that GTK draws where there is no window manager


LONG = ('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '
        '& Co. KG <b>')
NAMES = {'expand': 'Ausbauwürdige Geschäftsbeziehungen mit Entwicklungspotenzial',
         'key': 'Schlüsselkunden & Großabnehmer'}
TITLES = ['Map every buying division', 'Ask for two referrals & <i>write them down</i>',
          'Vierteljährliches Geschäftsführungsgespräch mit der Einkaufsleitung und der '
          'Qualitätssicherungsabteilung vorbereiten']


class Screens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        SCREENS.mkdir(exist_ok=True)
        cls.folder = tempfile.TemporaryDirectory()
        cls.book = pathlib.Path(cls.folder.name) / 'sample.quadrille'
        program.command('sample', cls.book)
        cls.light = cls.shoot(cls('shoot'), 'light')

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def shoot(self, name, settings=None, book=None, keys=(), **environment):
        settings = dict(WIDE if settings is None else settings)
        path = SCREENS / f'{name}.png'
        with program.Window(book=book or self.book, settings=settings,
                            environment=environment) as window:
            width, height = window.size()
            self.assertLessEqual(width, settings['window-width'] + BORDER)
            self.assertLessEqual(height, settings['window-height'] + BORDER)
            window.picture(path)
            if keys:
                window.key(*keys)
                window.picture(path)
        colours = int(program.output('identify', '-format', '%k', str(path)))
        self.assertGreater(colours, 100, 'an empty picture')
        return path

    def differs(self, one, other):
        self.assertNotEqual(program.output('identify', '-format', '%#', str(one)),
                            program.output('identify', '-format', '%#', str(other)))

    def brightness(self, path):
        return float(program.output('convert', str(path), '-format', '%[fx:mean]', 'info:'))

    def test_dark(self):
        dark = self.shoot('dark', ADW_DEBUG_COLOR_SCHEME='prefer-dark')
        self.assertGreater(self.brightness(self.light), 0.7)
        self.assertLess(self.brightness(dark), 0.4)

    def test_high_contrast(self):
        self.differs(self.shoot('high-contrast', ADW_DEBUG_HIGH_CONTRAST='1'), self.light)

    def test_panel(self):
        self.differs(self.shoot('panel', keys=['F9']), self.light)
        self.shoot('panel-narrow', settings=NARROW, keys=['F9'])

    def make_agenda(self):
        """A book with steps of many days, long titles and a long name."""
        book = pathlib.Path(self.folder.name) / 'agenda.quadrille'
        program.command('sample', book)
        today = datetime.date.today()
        with contextlib.closing(sqlite3.connect(book)) as file, file:
            accounts = [row[0] for row in file.execute('SELECT id FROM account ORDER BY id')]
            for i, days in enumerate([-12, -1, 0, 0, 1, 3, 9, 33, None]):
                due = None if days is None else (today + datetime.timedelta(days)).isoformat()
                file.execute(
                    "INSERT INTO step (account_id, title, due, anchor, status, customised, "
                    "minutes, created_at, changed_at) VALUES (?, ?, ?, ?, 'open', 1, 0, 0, 0)",
                    (accounts[i * 4], TITLES[i % len(TITLES)], due, due))
            file.execute('UPDATE account SET name = ? WHERE id = ?', (LONG, accounts[4]))
        return book

    def test_agenda(self):
        book = self.make_agenda()
        light = self.shoot('agenda', book=book, keys=['alt+2', 'Down'])
        dark = self.shoot('agenda-dark', book=book, keys=['alt+2', 'Down'],
                          ADW_DEBUG_COLOR_SCHEME='prefer-dark')
        self.assertGreater(self.brightness(light), 0.7)
        self.assertLess(self.brightness(dark), 0.4)
        self.shoot('agenda-narrow', book=book, settings=NARROW, keys=['alt+2'])
        self.shoot('agenda-narrow-german', book=book, settings=NARROW, keys=['alt+2', 'Down'],
                   LANGUAGE='de')

    def make_playbook(self):
        """A book with an account to look at, accounts to align, and long names of everything."""
        book = pathlib.Path(self.folder.name) / 'playbook.quadrille'
        rows = pathlib.Path(self.folder.name) / 'list.csv'
        rows.write_text('Name;Revenue;Revenue Before;Tier;Profile\n'
                        f'{LONG};412000;300000;key;expand\nOhne Ertrag;0;;secondary;keep\n')
        program.command('sample', book)
        for owner, name in NAMES.items():
            program.command('profile', owner, '--name', name, book=book)
        program.command('import', rows, book=book)
        return book

    def shoot_playbook(self, name, book, settings, **environment):
        """The panel of one account, and the window that aligns, in one go."""
        settings = dict(settings, **{'show-panel': 'false'})
        with program.Window(book=book, settings=settings, environment=environment) as window:
            window.key('ctrl+f')
            subprocess.run(['xdotool', 'type', '--delay', '20', 'donau'], check=True)
            window.picture(SCREENS / f'panel-{name}.png')       # when what is found is shown
            window.key('Down', 'space', 'F9')
            panel = window.picture(SCREENS / f'panel-{name}.png')
            window.key('F10', 'l')
            align = window.picture(SCREENS / f'align-{name}.png', 'Align Accounts')
            width, height = window.size()
            self.assertLessEqual(width, settings['window-width'] + BORDER)
            self.assertLessEqual(height, settings['window-height'] + BORDER)
        return panel, align

    def test_playbook(self):
        book = self.make_playbook()
        light = self.shoot_playbook('long-narrow', book, NARROW)
        dark = self.shoot_playbook('dark', book, WIDE, ADW_DEBUG_COLOR_SCHEME='prefer-dark')
        for one, other in zip(light, dark):
            self.assertGreater(self.brightness(one), 0.7)
            self.assertLess(self.brightness(other), 0.4)
        self.shoot_playbook('right-to-left', book, NARROW, **self.make_arabic())

    def in_all_looks(self, book, *words):
        """Opens the window in each room and look; gives it and how pictures of it end."""
        for room, settings in ROOMS.items():
            for look, scheme in LOOKS.items():
                own = pathlib.Path(self.folder.name) / f'{book.stem}{room}{look}-own.quadrille'
                shutil.copy(book, own)
                with program.Window(*words, book=own, settings=settings,
                                    environment={'ADW_DEBUG_COLOR_SCHEME': scheme}) as window:
                    yield window, room + look

    def shoot_part(self, window, name, title=None):
        """A picture of another window than the main one, or of a dialog."""
        path = SCREENS / f'{name}.png'
        window.picture(path, title)
        width, colours = program.output('identify', '-format', '%w %k', str(path)).split()
        self.assertGreater(int(colours), 60, 'an empty picture')
        if '-narrow' in name:
            self.assertLessEqual(int(width), NARROW['window-width'] + BORDER)
        if '-dark' in name:
            self.assertLess(self.brightness(path), 0.4)
        else:
            self.assertGreater(self.brightness(path), 0.6)
        return path

    def test_duplicates(self):
        """The list of them; where there is no room for that, the two of a pair."""
        book = pathlib.Path(self.folder.name) / 'duplicates.quadrille'
        program.command('sample', book)
        with contextlib.closing(sqlite3.connect(book)) as file, file:
            file.execute("UPDATE account SET name = 'Aldermere Rail GmbH', notes = ? "
                         "WHERE name = 'Cobalt Freight'", (LONG,))
            file.execute("UPDATE account SET name = 'Brightwater Diary', revenue = 4500000, "
                         "website = NULL, email = NULL WHERE name = 'Ashdown Print'")
        for window, look in self.in_all_looks(book):
            window.key('F10', 'd')
            self.shoot_part(window, f'duplicates{look}', 'Duplicates')
            if look.startswith('-narrow'):
                window.key('Return')
                self.shoot_part(window, f'duplicates-pair{look}', 'Duplicates')

    def test_import(self):
        """Every page of the assistant, with a list that has something of everything."""
        for window, look in self.in_all_looks(self.book, LIST):
            before = None
            for page in 'file', 'columns', 'match', 'preview', 'result':
                if before is not None:
                    window.key('alt+Right')
                path = self.shoot_part(window, f'import-{page}{look}', 'Import a List')
                if before is not None:
                    self.differs(before, path)
                before = path

    def test_backup_and_export(self):
        """The copies of the book to choose from, and what can be written."""
        for window, look in self.in_all_looks(self.book):
            for day in 3, 4, 5:
                shutil.copy(self.book, f'{window.book}.backup-2026-11-{day:02}')
            for keys, name, title in ((('F10', 'u'), 'restore', 'Restore a Backup'),
                                      (('F10', 'e'), 'export', 'Export')):
                window.key(*keys)
                self.shoot_part(window, f'{name}{look}', title)
                window.key('Escape')
                window.focus()

    def test_narrow(self):
        self.shoot('narrow', settings=NARROW)
        self.shoot('list-narrow', settings=NARROW, keys=['F8'])
        self.shoot('narrow-german', settings=NARROW, LANGUAGE='de')

    def make_arabic(self):
        translations = pathlib.Path(self.folder.name) / 'translations'
        catalog = translations / 'ar' / 'LC_MESSAGES' / 'quadrille.mo'
        catalog.parent.mkdir(parents=True, exist_ok=True)
        # The toolkit takes the direction of a language only in a program that knows the language.
        subprocess.run(['msgfmt', '--output-file', str(catalog), '-'], check=True, text=True,
                       input='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
        return {'LANGUAGE': 'ar', 'QUAD_LOCALEDIR': str(translations)}

    def test_right_to_left(self):
        arabic = self.make_arabic()
        self.differs(self.shoot('right-to-left', **arabic), self.light)
        self.shoot('right-to-left-narrow', settings=NARROW, **arabic)

    def test_german(self):
        self.differs(self.shoot('german', LANGUAGE='de'), self.light)

    def test_empty_book(self):
        empty = pathlib.Path(self.folder.name) / 'empty.quadrille'
        self.shoot('empty', book=empty)
        self.shoot('empty-narrow', book=empty, settings=NARROW)

    def test_large_text(self):
        subprocess.run(['xrdb', '-merge'], input='Xft.dpi: 144\n', text=True, check=True)
        try:
            self.differs(self.shoot('large-text'), self.light)
            self.shoot('large-text-narrow', settings=NARROW)
        finally:
            subprocess.run(['xrdb', '-merge'], input='Xft.dpi: 96\n', text=True, check=True)


if __name__ == '__main__':
    taprunner.main()
