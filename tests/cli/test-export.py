#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for other programs, read by other programs."""

import csv
import datetime
import os

import openpyxl

from quadrille import Case, taprunner

HOSTILE = ['=HYPERLINK("http://x","y")', '@SUM(A1)', '+1+cmd|x', '-2+3', "'=1", "o'Neill & <b>",
           '+49 (40) 123', 'two\nlines', 'קפה 😀', '"quoted", and; more']


class Export(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    def add_hostile(self):
        with open(self.path('hostile.csv'), 'w', encoding='utf-8', newline='') as file:
            writer = csv.writer(file)
            writer.writerow(['Name', 'Notes', 'Phone', 'Revenue', 'Client Since'])
            for number, text in enumerate(HOSTILE):
                writer.writerow([f'H{number} ' + text.replace('\n', ' '), text, text,
                                 f'{number}.5', f'20{number + 10}-02-28'])
        self.ok('import', 'hostile.csv')

    def read_csv(self, name, **how):
        with open(self.path(name), encoding=how.pop('encoding', 'utf-8'), newline='') as file:
            return list(csv.DictReader(file, **how))

    def test_csv_of_every_kind_says_the_same(self):
        self.add_hostile()
        self.ok('export', 'plain.csv')
        self.ok('export', 'other.csv', '--bom', '--separator', 'semicolon')
        with open(self.path('other.csv'), 'rb') as file:
            self.assertEqual(file.read(3), b'\xef\xbb\xbf')
        self.assertEqual(self.read_csv('plain.csv'),
                         self.read_csv('other.csv', encoding='utf-8-sig', delimiter=';'))
        self.ok('export', 'local.csv', '--separator', 'local')
        self.assertEqual(self.read_csv('plain.csv'), self.read_csv('local.csv'))
        self.assertIn('semicolon', self.fails(2, 'export', 'x.csv', '--separator', 'dot'))

    def test_no_cell_runs(self):
        self.add_hostile()
        self.ok('export', 'list.csv')
        for row in self.read_csv('list.csv'):
            for column, value in row.items():
                rest = value.lstrip('+-0123456789 ()./,')
                self.assertFalse(value[:1] in ('=', '@') or value[:1] in ('+', '-') and rest,
                                 (column, value))

    def test_csv_comes_back(self):
        self.add_hostile()
        self.ok('export', 'list.csv')
        before = self.json('list')
        self.book = self.path('again')
        self.ok('import', 'list.csv')
        drop = ('uid',)
        key = {name: [{k: v for k, v in account.items() if k not in drop} for account in accounts]
               for name, accounts in (('before', before), ('after', self.json('list')))}
        order = sorted(key['before'], key=str)
        self.assertEqual(order, sorted(key['after'], key=str))

    def read_sheet(self, name):
        """The rows of a spreadsheet; none of its cells may hold a formula."""
        sheet = openpyxl.load_workbook(self.path(name)).active
        self.assertEqual(sheet.freeze_panes, 'B2')
        for row in sheet.iter_rows():
            for cell in row:
                self.assertNotEqual(cell.data_type, 'f')
        return [list(row) for row in sheet.iter_rows(values_only=True)]

    def assert_cell(self, column, value, text):
        """A typed cell of a spreadsheet says what the text of the CSV says."""
        words = {'key': 'Key account', 'secondary': 'Secondary account', 'ideal': 'Ideal client',
                 'lead': 'Lead to qualify', 'parked': 'Parked account', 'none': None}
        if column in ('Revenue', 'Revenue Before', 'Potential') and text:
            self.assertIsInstance(value, (int, float))
            self.assertEqual(f'{value:.2f}', text)
        elif column in ('Client Since', 'Lost On', 'Revisit On', 'Decide By') and text:
            self.assertIsInstance(value, datetime.datetime)
            self.assertEqual(value.date().isoformat(), text)
        elif column == 'Ever Client':
            self.assertEqual(value, text == 'yes')
        elif column in ('Tier', 'Profile'):
            self.assertEqual(value, words.get(text, text.capitalize()))
        else:
            defused = text.startswith("'") and text[1:2] in ("=", "@", "+", "-", "'")
            self.assertEqual(value or '', text[1:] if defused else text)

    def assert_same_list(self, sheet, text):
        """A spreadsheet and a CSV agree cell by cell; returns the header row."""
        head, *body = self.read_sheet(sheet)
        expected = self.read_csv(text)
        self.assertEqual(head, list(expected[0]))
        # A sheet ends with its last row that is not empty.
        body += [[None] * len(head)] * (len(expected) - len(body))
        self.assertEqual(len(body), len(expected))
        for row, wanted in zip(body, expected):
            for column, value, cell in zip(head, row, wanted.values()):
                with self.subTest(column=column, text=cell):
                    self.assert_cell(column, value, cell)
        return head

    def test_spreadsheet(self):
        self.add_hostile()
        self.ok('export', 'list.csv')
        self.ok('export', 'list.xlsx')
        self.assertEqual(len(self.assert_same_list('list.xlsx', 'list.csv')), 25)

    def test_chosen_columns(self):
        self.add_hostile()
        self.ok('export', 'all.csv')
        everything = self.read_csv('all.csv')
        for choice, head in (
                ('name,tier,revenue', ['Name', 'Tier', 'Revenue']),
                ('Phone,NAME, client_since ,Revisit On,currency',
                 ['Phone', 'Name', 'Client Since', 'Revisit On', 'Currency']),
                ('notes', ['Notes'])):
            with self.subTest(choice=choice):
                self.ok('export', 'some.csv', '--columns', choice)
                self.ok('export', 'some.xlsx', '--columns', choice)
                self.assertEqual(self.assert_same_list('some.xlsx', 'some.csv'), head)
                self.assertEqual(self.read_csv('some.csv'),
                                 [{name: row[name] for name in head} for row in everything])

    def test_columns_that_there_are_not(self):
        for choice, word in (('name,turnover', 'turnover'), ('name,,tier', '“”'), ('', '“”'),
                             ('name,tier,Name', 'twice'), ('name\xff', 'revenue-before')):
            with self.subTest(choice=choice):
                self.assertIn(word, self.fails(2, 'export', 'list.csv', '--columns', choice))
                self.assertFalse(os.path.exists(self.path('list.csv')))

    def test_a_file_that_cannot_be_written(self):
        for name in ('nowhere/list.xlsx', 'nowhere/list.csv'):
            self.fails(1, 'export', name)


if __name__ == '__main__':
    taprunner.main()
