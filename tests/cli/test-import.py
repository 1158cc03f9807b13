#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists into the book by the command line."""

import os
import re
import signal
import subprocess
import time

from quadrille import Case, NORTHWIND, taprunner


class Northwind(Case):
    def test_figures(self):
        result = self.json('import', NORTHWIND, '--as', 'clients')
        self.assertEqual((result['created'], result['updated'], result['unchanged']), (91, 0, 0))
        self.assertEqual(result['rejected'], [])

        summary = self.json('summary')
        self.assertEqual(summary['accounts'], 91)
        self.assertEqual(summary['tiers']['secondary']['accounts'], 91)
        cut_off = summary['cut_off']
        share = cut_off.pop('revenue_share')
        self.assertEqual(cut_off, {'percent': 25, 'source': 'computed', 'clients': 91, 'rank': 23,
                                   'amount': '16817.10', 'at_or_above': 23})
        self.assertAlmostEqual(share, 0.673619, delta=5e-7)
        self.assertAlmostEqual(summary['concentration']['gini'], 0.584784, delta=5e-7)

    def test_the_summary_has_its_keys(self):
        self.ok('import', NORTHWIND)
        summary = self.json('summary')
        self.assertLessEqual({'accounts', 'currency', 'tiers', 'cut_off', 'concentration',
                              'exceptions'}, set(summary))
        self.assertEqual(set(summary['tiers']), {'key', 'secondary', 'ideal', 'lead', 'parked'})
        for tier in summary['tiers'].values():
            self.assertLessEqual({'accounts', 'revenue', 'potential', 'revenue_share'}, set(tier))
        self.assertEqual(set(summary['concentration']), {'gini', 'clients_for_80_percent'})
        self.assertEqual(len(summary['exceptions']), 23)
        for exception in summary['exceptions']:
            self.assertEqual(set(exception), {'account', 'tier', 'suggested', 'reason'})
            self.assertEqual((exception['tier'], exception['suggested']), ('secondary', 'key'))

    def test_undo_and_redo(self):
        self.ok('import', self.write('first.csv', 'Name,Revenue\nOne,5\n'))
        before = self.json('list')
        self.ok('import', NORTHWIND)
        after = self.json('list')
        self.assertEqual(len(after), 92)
        self.assertIn('northwind-customers.csv', self.ok('undo'))
        self.assertEqual(self.json('list'), before)
        self.ok('redo')
        self.assertEqual(self.json('list'), after)

    def test_undo_of_an_import_later(self):
        path = self.write('list.csv', 'Name,Revenue\nAsh,5\nBay,6\nCub & Co,7\n')
        self.ok('import', path)
        entry = self.json('history')[0]
        self.ok('move', 'Cub & Co', '--to', 'key')
        told = self.ok('undo', str(entry['id']))
        self.assertIn('1 account changed since', told)
        self.assertIn('  Cub & Co\n', told)
        self.assertEqual(self.names(), ['Cub & Co'])
        self.assertIn('list.csv', self.json('history')[0]['label'])
        self.ok('undo')
        self.assertEqual(sorted(self.names()), ['Ash', 'Bay', 'Cub & Co'])

    def test_people_without_a_company(self):
        path = self.write('people.csv', 'First Name,Last Name,Company,Position,E-mail Address\n'
                                        'Ana,Ruiz,Larkfield Optics,Head,\n'
                                        'Cleo,Marsh,,Engineer,\n'
                                        ',,,,kim@vale.example\n'
                                        ',,,Nobody,\n')
        told = self.ok('import', path, '--dry-run')
        self.assertIn('Cleo Marsh has no company.', told)
        self.assertIn('2 people have no company and stay out. --lone-people', told)
        result = self.json('import', path, '--lone-people', '--source', 'Fair')
        self.assertEqual((result['created'], result['lone_people']), (3, 2))
        self.assertEqual([row['row'] for row in result['rejected']], [5])
        self.assertEqual(sorted(self.names(tier='lead')),
                         ['Cleo Marsh', 'Larkfield Optics', 'kim@vale.example'])
        result = self.json('import', path, '--lone-people')
        self.assertEqual((result['created'], result['updated'], result['unchanged']), (0, 0, 3))

    def test_undo_of_what_is_not_there(self):
        self.ok('import', self.write('list.csv', 'Name,Revenue\nAsh,5\n'))
        self.assertIn('no such entry', self.fails(1, 'undo', '999'))
        self.assertIn('number', self.fails(2, 'undo', 'x'))

    def test_a_preview_counts_the_recut(self):
        self.ok('import', self.write('first.csv', 'Name,Tier,Revenue\nUnknown,key,\nOne,key,5\n'))
        chart = self.json('import', NORTHWIND, '--recut', '--dry-run')['chart']
        self.ok('import', NORTHWIND, '--recut')
        self.assertEqual(chart['after']['tiers'],
                         {tier: figures['accounts']
                          for tier, figures in self.json('summary')['tiers'].items()})

    def test_recut_in_the_same_step(self):
        self.ok('import', NORTHWIND, '--recut')
        self.assertEqual(len(self.names(tier='key')), 23)
        self.assertEqual(self.json('summary')['exceptions'], [])
        self.assertEqual(len(self.json('history')), 1)
        self.ok('undo')
        self.assertEqual(self.names(), [])


class Import(Case):
    def test_as(self):
        plain = self.write('plain.csv', 'Name\nA\n')
        for word, tier in (('clients', 'secondary'), ('ideal', 'ideal'), ('leads', 'lead')):
            self.book = self.path(word)
            self.ok('import', plain, '--as', word)
            self.assertEqual(self.names(tier=tier), ['A'])

    def test_as_left_out(self):
        self.ok('import', self.write('leads.csv', 'Name,City\nA,Rome\n'))
        self.ok('import', self.write('clients.csv', 'Name,Revenue\nB,5\n'))
        self.assertEqual(self.names(tier='lead'), ['A'])
        self.assertEqual(self.names(tier='secondary'), ['B'])

    def test_a_tier_column_wins(self):
        self.ok('import', self.write('list.csv', 'Name,Tier\nA,key\nB,\n'), '--as', 'ideal')
        self.assertEqual(self.names(tier='key'), ['A'])
        self.assertEqual(self.names(tier='ideal'), ['B'])

    def test_map(self):
        path = self.write('list.csv', 'Betrieb X,Was\nA & B,"1.234,50"\n')
        result = self.json('import', path, '--map', 'name=Betrieb X', '--map', 'revenue=Was')
        self.assertEqual({column['column']: column['field'] for column in result['columns']},
                         {'Betrieb X': 'name', 'Was': 'revenue'})
        self.assertEqual(self.account('A & B')['revenue'], '1234.50')

    def test_map_to_what_is_not_there(self):
        path = self.write('list.csv', 'Name,Sales\nA,5\n')
        self.fails(1, 'import', path, '--map', 'revenue=Turnover')
        self.fails(1, 'import', path, '--map', 'colour=Sales')
        self.assertFalse(os.path.exists(self.book))

    def test_rejected_rows(self):
        path = self.write('list.csv', 'Name,Revenue\nGood,5\nBad,n/k 7 or 8\n,9\nFine,6\n')
        result = self.json('import', path, '--rejects', self.path('rejects.csv'))
        self.assertEqual(result['created'], 2)
        rows = {reject['row']: reject for reject in result['rejected']}
        self.assertEqual(set(rows), {3, 4})
        self.assertEqual((rows[3]['column'], rows[3]['value']), ('Revenue', 'n/k 7 or 8'))
        for reject in result['rejected']:
            self.assertTrue(reject['reason'])
        with open(self.path('rejects.csv'), encoding='utf-8-sig') as file:
            text = file.read()
        self.assertIn('Bad', text)
        self.assertNotIn('Good', text)
        self.assertEqual(sorted(self.names()), ['Fine', 'Good'])

    def test_rejects_never_over_the_list_or_the_book(self):
        path = self.write('list.csv', 'Name,Revenue\nA,5\nB,x\n')
        before = self.digest(path)
        self.assertIn('list itself', self.fails(1, 'import', path, '--rejects', path))
        self.assertFalse(os.path.exists(self.book))
        self.ok('import', path)
        book = self.digest()
        self.assertIn('database', self.fails(1, 'import', path, '--rejects', self.book))
        self.assertEqual((self.digest(path), self.digest()), (before, book))

    def test_rejects_are_told_in_words_too(self):
        text = self.ok('import', self.write('list.csv', 'Name,Revenue\nA,5\nB,x\n'))
        self.assertIn('Row 3', text)

    def test_again_changes_nothing_and_an_edit_updates(self):
        header = 'Account ID,Account Name,Annual Revenue\n'
        path = self.write('list.csv', header + '1,A,5\n2,B,6\n')
        self.ok('import', path)
        result = self.json('import', path)
        self.assertEqual((result['created'], result['updated'], result['unchanged']), (0, 0, 2))
        self.write('list.csv', header + '1,A,5\n2,B,7\n3,C,8\n')
        dry = self.json('import', path, '--dry-run')
        result = self.json('import', path)
        for counts in (dry, result):
            self.assertEqual((counts['created'], counts['updated'], counts['unchanged']),
                             (1, 1, 1))
        self.assertEqual(self.account('B')['revenue'], '7.00')

    def test_dry_run_writes_nothing(self):
        result = self.json('import', NORTHWIND, '--dry-run')
        self.assertEqual((result['created'], result['dry_run']), (91, True))
        self.assertEqual(os.listdir(self.folder), [])

        self.ok('sample', self.book, book=False)
        before, files = self.digest(), sorted(os.listdir(self.folder))
        self.assertIn('91', self.ok('import', NORTHWIND, '--dry-run'))
        self.assertEqual((self.digest(), sorted(os.listdir(self.folder))), (before, files))

    def test_a_file_that_is_not_there_makes_no_book(self):
        self.assertIn('nowhere.csv', self.fails(1, 'import', 'nowhere.csv'))
        self.assertFalse(os.path.exists(self.book))


class Cancel(Case):
    def big_list(self):
        lines = ['Name,Revenue,Notes\n']
        lines += [f'Account {number},{number}.50,{"x" * 100}\n' for number in range(300000)]
        return self.write('big.csv', ''.join(lines))

    def wait_for_handler(self, process):
        """Waits until the signal would no longer just end the program, which has begun by then."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with open(f'/proc/{process.pid}/status', encoding='ascii') as status:
                caught = re.search(r'^SigCgt:\s*([0-9a-f]+)', status.read(), re.MULTILINE)
            if caught and int(caught.group(1), 16) & 1 << signal.SIGINT - 1:
                return
            time.sleep(0.01)
        self.fail('the import never began')

    def interrupt(self, path, seconds):
        process = self.start('import', path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.wait_for_handler(process)
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        errors = process.communicate()[1].decode()
        return process.returncode, errors

    def test_ctrl_c_leaves_the_book_as_it_was(self):
        path = self.big_list()
        self.ok('sample', self.book, book=False)
        before = self.json('list'), self.json('history')
        for seconds in (0.15, 0.6):
            status, errors = self.interrupt(path, seconds)
            self.assertEqual(status, 130, errors)
            self.assertRegex(errors, r'\Aquadrille: [^\n]+\n\Z')
            self.assertEqual((self.json('list'), self.json('history')), before)
            self.ok('check')

    def test_ctrl_c_leaves_no_new_book(self):
        status, errors = self.interrupt(self.big_list(), 0.3)
        self.assertEqual(status, 130, errors)
        self.assertEqual(os.listdir(self.folder), ['big.csv'])


if __name__ == '__main__':
    taprunner.main()
