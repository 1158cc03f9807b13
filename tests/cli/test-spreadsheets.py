#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spreadsheets into the book, written by openpyxl as other programs write them."""

import datetime
import os
import zipfile

import openpyxl

from quadrille import Case, taprunner

DYNAMICS = ['(Do Not Modify) Account', '(Do Not Modify) Row Checksum',
            '(Do Not Modify) Modified On', 'Account Name', 'Main Phone', 'Address 1: City',
            'Primary Contact', 'Email (Primary Contact)', 'Relationship Type', 'Annual Revenue',
            'Number of Employees']


class Spreadsheets(Case):
    def save(self, workbook, name='list.xlsx'):
        workbook.save(self.path(name))
        return self.path(name)

    def accounts(self):
        return {account['name']: account for account in self.json('list')}

    def test_dynamics(self):
        """the export of Dynamics 365: a hidden sheet first, hidden columns with the record id"""
        workbook = openpyxl.Workbook()
        workbook.active.title = 'hiddenSheet'
        workbook.active['A1'] = 'account:checksum'
        workbook.active.sheet_state = 'veryHidden'
        sheet = workbook.create_sheet('Active Accounts')
        workbook.active = 1
        sheet.append(DYNAMICS)
        changed = datetime.datetime(2024, 3, 4, 11, 12)
        sheet.append(['7a2b1c00-1111-4222-8333-0123456789ab', 'kP3Q==', changed, 'Fjord Shipping',
                      '+47 555 01 100', 'Oslo', 'Kari Nilsen', 'kari@fjord.example', 'Customer',
                      1500000.125, 60])
        sheet.append(['7a2b1c00-1111-4222-8333-0123456789ac', 'kP3R==', changed, 'Glen Motors',
                      None, 'Perth', None, None, 'Prospect', None, None])
        for letter in 'ABC':
            sheet.column_dimensions[letter].hidden = True

        path = self.save(workbook)
        result = self.json('import', path)
        self.assertEqual((result['created'], result['n_rejected']), (2, 0))
        self.assertEqual((result['sheet'], result['sheets']),
                         ('Active Accounts', ['Active Accounts']))
        self.assertEqual([c['column'] for c in result['columns']], [DYNAMICS[0]] + DYNAMICS[3:])
        accounts = self.accounts()
        fjord = accounts['Fjord Shipping']
        self.assertEqual((fjord['tier'], fjord['revenue'], fjord['size']),
                         ('secondary', '1500000.13', '60'))
        self.assertEqual(accounts['Glen Motors']['tier'], 'lead')

        # the record id is what it is known by
        again = self.json('import', path)
        self.assertEqual((again['created'], again['updated'], again['unchanged']), (0, 0, 2))

    def test_typed_cells(self):
        """dates, amounts, codes and errors say one thing"""
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        sheet.append(['Our clients', None, None])
        sheet.append([])
        sheet.append(['Name', 'Client Since', 'Revenue', 'Postal Code', 'City', 'Notes'])
        sheet.append(['Alder', datetime.date(2019, 4, 3), 12.345, 1234, 'Bern', 'a;b\n"c"'])
        sheet.append(['Birch', datetime.datetime(2020, 5, 6, 7, 8), -1e-7, 99, None, True])
        sheet.append(['Cedar', '#REF!', 1, None, None, None])
        for row in (4, 5):
            sheet.cell(row=row, column=4).number_format = '0000'
        sheet.cell(row=4, column=2).number_format = 'd. mmmm yyyy'

        result = self.json('import', self.save(workbook), '--as', 'clients')
        self.assertEqual((result['created'], result['header_row']), (2, 3))
        self.assertEqual([(r['row'], r['column'], r['value']) for r in result['rejected']],
                         [(6, 'Client Since', '#REF!')])
        alder, birch = (self.accounts()[name] for name in ('Alder', 'Birch'))
        self.assertEqual((alder['client_since'], alder['revenue']), ('2019-04-03', '12.35'))
        self.assertEqual(alder['address'], '1234 Bern')
        self.assertEqual(alder['notes'], 'a;b\n"c"')
        self.assertEqual((birch['client_since'], birch['revenue'], birch['notes']),
                         ('2020-05-06', '0.00', 'TRUE'))

    def test_the_other_day_count(self):
        workbook = openpyxl.Workbook()
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        workbook.active.append(['Name', 'Client Since'])
        workbook.active.append(['Alder', datetime.date(2019, 4, 3)])
        self.json('import', self.save(workbook))
        self.assertEqual(self.accounts()['Alder']['client_since'], '2019-04-03')

    def test_sheets(self):
        workbook = openpyxl.Workbook()
        workbook.active.title = 'Cover'
        path = self.save(workbook)
        self.assertIn('There are no rows in “list.xlsx”', self.fails(1, 'import', path))
        for title in ('Kunden', 'Partner'):
            workbook.create_sheet(title).append(['Name', 'Umsatz'])
            workbook[title].append([title, 1])
        path = self.save(workbook)
        for name in ('Nobody', 'Cover'):
            self.assertIn(name if name == 'Nobody' else 'There are no rows',
                          self.fails(1, 'import', path, '--sheet', name))
        self.assertFalse(os.path.exists(self.book))
        for words, sheet in (([], 'Kunden'), (['--sheet', 'PARTNER'], 'Partner')):
            result = self.json('import', path, *words)
            self.assertEqual((result['created'], result['sheet'], result['sheets']),
                             (1, sheet, ['Cover', 'Kunden', 'Partner']))
            self.assertIn(sheet, self.accounts())
        self.assertIn('no sheets', self.fails(1, 'import', self.write('a.csv', 'Name\nA\n'),
                                              '--sheet', 'A'))

    def test_own_export(self):
        """what is exported comes back"""
        self.ok('import', self.write('a.csv', 'Name,Revenue,Tier\nAlder,12.5,key\nBirch,,lead\n'))
        self.ok('export', 'list.xlsx')
        before = self.accounts()
        self.book = self.path('other.quadrille')
        result = self.json('import', self.path('list.xlsx'))
        self.assertEqual((result['created'], result['n_rejected']), (2, 0))
        for name, account in self.accounts().items():
            self.assertEqual((account['tier'], account['revenue']),
                             (before[name]['tier'], before[name]['revenue']))

    def test_damaged(self):
        """a file that is cut or not what it says leaves the book as it was"""
        self.ok('import', self.write('a.csv', 'Name\nAlder\n'))
        before = self.digest()
        workbook = openpyxl.Workbook()
        workbook.active.append(['Name'])
        for i in range(2000):
            workbook.active.append([f'Account {i}'])
        with open(self.save(workbook), 'rb') as file:
            data = file.read()
        with open(self.path('list.xlsx'), 'wb') as file:
            file.write(data[:len(data) // 2])
        self.assertIn('damaged', self.fails(1, 'import', self.path('list.xlsx')))
        with zipfile.ZipFile(self.path('other.xlsx'), 'w') as file:
            file.writestr('../../evil.txt', 'x')
        self.assertIn('archive', self.fails(1, 'import', self.path('other.xlsx')))
        self.assertEqual(self.digest(), before)
        self.assertFalse([name for name in os.listdir(self.folder) if 'evil' in name])


if __name__ == '__main__':
    taprunner.main()
