#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written for other programs, read by other programs."""

import csv
import datetime

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

    def test_spreadsheet(self):
        self.add_hostile()
        self.ok('export', 'list.csv')
        self.ok('export', 'list.xlsx')
        sheet = openpyxl.load_workbook(self.path('list.xlsx')).active
        rows = list(sheet.iter_rows(values_only=True))
        head, body = rows[0], rows[1:]
        expected = self.read_csv('list.csv')
        self.assertEqual(sheet.freeze_panes, 'B2')
        self.assertEqual(list(head), list(expected[0]))
        self.assertEqual(len(body), len(expected))
        words = {'key': 'Key account', 'secondary': 'Secondary account', 'ideal': 'Ideal client',
                 'lead': 'Lead to qualify', 'parked': 'Parked account', 'none': None}
        for row, wanted in zip(body, expected):
            for column, value, text in zip(head, row, wanted.values()):
                with self.subTest(column=column, text=text):
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
                        self.assertEqual(value or '', text[text.startswith("'") and text[1:2] in
                                                           ("=", "@", "+", "-", "'"):])
        for row in sheet.iter_rows():
            for cell in row:
                self.assertNotEqual(cell.data_type, 'f')

    def test_a_file_that_cannot_be_written(self):
        for name in ('nowhere/list.xlsx', 'nowhere/list.csv'):
            self.fails(1, 'export', name)


if __name__ == '__main__':
    taprunner.main()
