#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program started with a file: a list of each kind opens the assistant and comes in by keys
alone, a whole book comes in at once, and a book opens."""
import contextlib
import pathlib
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program

LISTS = pathlib.Path(__file__).resolve().parent.parent / 'data' / 'lists'


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.sample = cls.folder / 'sample.quadrille'
        program.command('sample', cls.sample)
        for name in ('list.xlsx', 'whole.json'):
            program.command('export', cls.folder / name, book=cls.sample)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def names(self, book):
        with contextlib.suppress(sqlite3.OperationalError):     # it is not made yet
            return {name for name, in onscreen.Book(book).query('SELECT name FROM account')}
        return set()

    def assistant(self):
        return program.output('xdotool', 'search', '--onlyvisible', '--name',
                              '^Import a List$').split()

    def go_through(self):
        """Every page of the assistant by a key, to its end."""
        program.poll('the assistant', self.assistant)

        def is_gone():
            onscreen.press('alt+Right')
            return not self.assistant()
        onscreen.wait_for('the end of the assistant', is_gone)

    def assert_comes_in(self, file, names, steps=True):
        """The file comes into a new book."""
        book = self.folder / (file.name + '.quadrille')
        with program.Window(file, book=book):
            if steps:
                self.go_through()
            onscreen.wait_for(f'{names} from {file.name}', lambda: names <= self.names(book))

    def test_csv(self):
        self.assert_comes_in(LISTS / 'salesforce-contacts.csv', {'Larkfield Optics'})

    def test_xlsx(self):
        self.assert_comes_in(self.folder / 'list.xlsx', self.names(self.sample))

    def test_vcf(self):
        self.assert_comes_in(LISTS / 'vcard-3.0.vcf', {'Fjord Shipping', 'Glen Motors'})

    def test_json(self):
        self.assert_comes_in(self.folder / 'whole.json', self.names(self.sample), steps=False)

    def test_book(self):
        """a book that is handed over is opened, not read as a list"""
        with program.Window(self.sample, book=self.folder / 'own.quadrille',
                            environment=onscreen.ENVIRONMENT) as window:
            onscreen.Screen(window).find('Brightwater Dairy', 'list item')


if __name__ == '__main__':
    taprunner.main()
