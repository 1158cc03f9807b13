#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and changing a book by the command line, and what happens when that cannot be done."""

import csv
import io
import os
import sqlite3
import subprocess

from quadrille import Case, NORTHWIND, taprunner


class Sample(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    def test_it_has_all_tiers_and_profiles(self):
        summary = self.json('summary')
        self.assertEqual({tier: figures['accounts'] for tier, figures in summary['tiers'].items()},
                         {'key': 7, 'secondary': 20, 'ideal': 5, 'lead': 12, 'parked': 6})
        for profile in ('keep', 'attain', 'recapture', 'expand', 'jettison', 'none'):
            self.assertTrue(self.names(profile=profile), profile)
        self.assertAlmostEqual(summary['tiers']['key']['revenue_share'], 0.78, delta=0.005)

    def test_it_does_not_replace_a_file(self):
        before = self.digest()
        self.fails(1, 'sample', self.book, book=False)
        self.assertEqual(self.digest(), before)

    def test_the_same_in_every_run(self):
        self.ok('sample', self.path('again'), book=False)
        first = self.json('list')
        self.book = self.path('again')
        second = self.json('list')
        for account in first + second:
            account.pop('uid')
        self.assertEqual(first, second)

    def test_contacts_and_touches_are_there(self):
        with sqlite3.connect(f'file:{self.book}?mode=ro', uri=True) as database:
            contacts, touches = (database.execute(f'SELECT count(*) FROM {table}').fetchone()[0]
                                 for table in ('contact', 'touch'))
            future = database.execute("SELECT count(*) FROM touch WHERE day > date('now')")
            self.assertEqual(future.fetchone()[0], 0)
        self.assertGreater(contacts, 40)
        self.assertGreater(touches, 100)

    def test_list_filters(self):
        self.assertEqual(self.names(tier='key')[0], 'Brightwater Dairy')
        self.assertEqual(sorted(self.names(profile='jettison')),
                         ['Bellwether Radio', 'Sable Ceramics'])
        self.assertEqual(self.names(tier='secondary', profile='expand'), ['Quayside Hotels'])
        self.assertEqual(len(self.names()), 50)

    def test_list_as_csv(self):
        rows = list(csv.DictReader(io.StringIO(self.ok('list', '--tier', 'key', '--format', 'csv'),
                                               newline='')))
        self.assertEqual(len(rows), 7)
        self.assertIn('Brightwater Dairy', rows[0].values())

    def test_list_for_people(self):
        lines = self.ok('list', '--tier', 'key').splitlines()
        self.assertEqual(len(lines), 8)
        self.assertRegex(lines[1], r'^Brightwater Dairy +key +expand +€412,360\.00 ')

    def test_summary_for_people(self):
        text = self.ok('summary')
        for part in ('50 accounts', 'EUR', 'Key accounts', 'Leads to qualify', 'Cut-off', 'Gini'):
            self.assertIn(part, text)

    def test_move_undo_redo_and_history(self):
        self.ok('move', 'Quayside Hotels', 'Ashdown Print', '--to', 'key')
        self.assertEqual(self.account('Quayside Hotels')['tier'], 'key')
        self.assertEqual(len(self.names(tier='key')), 9)
        self.assertIn('Undone', self.ok('undo'))
        self.assertEqual(len(self.names(tier='key')), 7)
        self.assertTrue(self.json('history')[0]['undone'])
        self.ok('redo')
        history = self.json('history')
        self.assertEqual(len(self.names(tier='key')), 9)
        self.assertEqual(len(history), 2)
        self.assertFalse(history[0]['undone'])
        self.assertLessEqual({'id', 'label', 'time'}, set(history[0]))
        self.assertGreater(history[0]['id'], history[1]['id'])
        self.assertRegex(history[0]['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
        self.assertIn('Key', self.ok('history').splitlines()[1])

    def test_a_lost_and_a_won_client(self):
        self.ok('move', 'Peller Brothers', '--to', 'lead')
        lost = self.account('Peller Brothers')
        self.assertEqual((lost['tier'], lost['profile'], lost['ever_client']),
                         ('lead', 'recapture', True))
        self.assertIsNotNone(lost['lost_on'])
        self.ok('move', 'Solent Renewables', '--to', 'secondary')
        won = self.account('Solent Renewables')
        self.assertEqual((won['tier'], won['profile'], won['ever_client']),
                         ('secondary', 'keep', True))
        self.assertIsNotNone(won['client_since'])

    def test_a_move_to_the_same_place_leaves_no_trace(self):
        before = self.json('history')
        self.ok('move', 'Quayside Hotels', '--to', 'secondary')
        self.assertEqual(self.json('history'), before)

    def test_a_move_of_what_is_not_there(self):
        before = self.json('list')
        self.assertIn('Nobody', self.fails(1, 'move', 'Quayside Hotels', 'Nobody', '--to', 'key'))
        self.assertEqual(self.json('list'), before)

    def test_a_name_that_two_have(self):
        self.ok('import', '--match', 'id', self.write('list.csv', 'Name\nQuayside Hotels\n'))
        self.assertIn('2', self.fails(1, 'move', 'Quayside Hotels', '--to', 'key'))
        for account in self.json('list', '--tier', 'lead'):
            if account['name'] == 'Quayside Hotels':
                self.ok('move', account['uid'], '--to', 'ideal')
        self.assertIn('Quayside Hotels', self.names(tier='ideal'))
        self.assertIn('Quayside Hotels', self.names(tier='secondary'))

    def test_nothing_to_undo(self):
        self.ok('undo')
        self.assertIn('nothing', self.fails(1, 'undo'))
        self.ok('redo')
        self.assertIn('nothing', self.fails(1, 'redo'))

    def test_set_profile(self):
        self.ok('set-profile', 'Peller Brothers', 'Ashdown Print', '--to', 'jettison')
        for name in ('Peller Brothers', 'Ashdown Print'):
            account = self.account(name)
            self.assertEqual((account['tier'], account['profile']), ('secondary', 'jettison'))
            self.assertRegex(account['decide_by'], r'^\d{4}-\d\d-\d\d$')
        self.assertIn('Peller Brothers', self.ok('agenda'))
        self.ok('undo')
        self.assertEqual(self.account('Peller Brothers')['profile'], 'keep')
        self.assertIsNone(self.account('Ashdown Print')['decide_by'])
        before = self.json('history')
        self.assertIn('Nothing', self.ok('set-profile', 'Peller Brothers', '--to', 'keep'))
        self.assertEqual(self.json('history'), before)
        self.fails(2, 'set-profile', 'Peller Brothers')
        self.fails(2, 'set-profile', 'Peller Brothers', '--to', 'key')
        self.fails(1, 'set-profile', 'Nobody', '--to', 'keep')

    def test_outcomes(self):
        self.ok('outcome', 'Bellwether Radio', '--is', 'turned-around', '--reason', 'Pays <now>')
        account = self.account('Bellwether Radio')
        self.assertEqual((account['tier'], account['profile'], account['decide_by']),
                         ('secondary', 'keep', None))
        self.ok('outcome', 'Sable Ceramics', '--is', 'ended', '--reason', 'No margin')
        account = self.account('Sable Ceramics')
        self.assertEqual((account['tier'], account['profile'], account['lost_reason']),
                         ('parked', 'none', 'No margin'))
        self.assertIsNotNone(account['lost_on'])
        self.ok('undo')
        self.assertEqual(self.account('Sable Ceramics')['profile'], 'jettison')
        before = self.json('list')
        self.assertIn('Peller Brothers', self.fails(1, 'outcome', 'Sable Ceramics',
                                                    'Peller Brothers', '--is', 'ended'))
        self.fails(2, 'outcome', 'Sable Ceramics')
        self.fails(2, 'outcome', 'Sable Ceramics', '--is', 'gone')
        self.assertEqual(self.json('list'), before)

    def test_park(self):
        self.ok('park', 'Cobalt Freight', 'Juniper Labs', '--reason', 'Merging',
                '--revisit', '2031-02-28')
        for name in ('Cobalt Freight', 'Juniper Labs'):
            account = self.account(name)
            self.assertEqual((account['tier'], account['parked_reason'], account['revisit_on']),
                             ('parked', 'Merging', '2031-02-28'))
        self.ok('park', 'Cobalt Freight', '--reason', 'Merged')
        account = self.account('Cobalt Freight')
        self.assertEqual((account['parked_reason'], account['revisit_on']), ('Merged', None))
        before = self.json('history')
        self.assertIn('Nothing', self.ok('park', 'Cobalt Freight', '--reason', 'Merged'))
        self.assertEqual(self.json('history'), before)
        self.ok('undo')
        self.ok('undo')
        self.assertEqual(self.account('Juniper Labs')['tier'], 'lead')
        self.fails(2, 'park', 'Cobalt Freight', '--revisit', 'some day')

    def test_check(self):
        self.assertIn('ok, 50 accounts', self.ok('check'))

    def test_recut_shows_before_it_does(self):
        before = self.digest()
        preview = self.json('recut', '--amount', '60000')
        self.assertEqual(self.digest(), before)
        self.assertFalse(preview['applied'])
        self.assertEqual(preview['cut_off']['source'], 'given')
        self.assertEqual([(move['account'], move['from'], move['to']) for move in preview['moves']],
                         [('Mossfield Schools Trust', 'secondary', 'key')])

        done = self.json('recut', '--amount', '60000', '--apply')
        self.assertTrue(done['applied'])
        self.assertEqual(done['moves'], preview['moves'])
        self.assertEqual(len(self.names(tier='key')), 8)
        self.assertEqual(self.json('summary')['cut_off']['amount'], '60000.00')
        self.ok('undo')
        self.assertEqual(len(self.names(tier='key')), 7)
        self.assertEqual(self.json('summary')['cut_off']['source'], 'computed')

    def test_recut_by_percent(self):
        cut_off = self.json('recut', '--percent', '12.5')['cut_off']
        self.assertEqual((cut_off['percent'], cut_off['rank']), (12.5, 4))
        for wrong in ('0', '101', '-5', 'many', '1.234'):
            self.fails(2, 'recut', '--percent=' + wrong)
        for wrong in ('0', '-5', '1,000', 'lots'):
            self.fails(2, 'recut', '--amount=' + wrong)

    def test_export_list(self):
        self.ok('export', self.path('list.csv'))
        with open(self.path('list.csv'), encoding='utf-8', newline='') as file:
            self.assertEqual(len(list(csv.reader(file))), 51)

    def test_export_chart(self):
        for name, start in (('chart.pdf', b'%PDF-'), ('chart.svg', b'<?xml'),
                            ('chart.PNG', b'\x89PNG\r\n\x1a\n')):
            self.ok('export', self.path(name))
            with open(self.path(name), 'rb') as file:
                self.assertTrue(file.read().startswith(start), name)

        words = subprocess.run(['pdftotext', '-layout', self.path('chart.pdf'), '-'],
                               stdout=subprocess.PIPE, check=True).stdout.decode()
        for name in ('Brightwater Dairy', 'Solent Renewables', 'Cobalt Freight'):
            self.assertIn(name, words)
        info = subprocess.run(['pdfinfo', self.path('chart.pdf')],
                              stdout=subprocess.PIPE, check=True).stdout.decode()
        self.assertRegex(info, r'Page size: +841\.\d+ x 595\.\d+ pts \(A4\)')
        fonts = subprocess.run(['pdffonts', self.path('chart.pdf')],
                               stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertEqual(font.split()[-5], 'yes', font)    # embedded

    def test_export_chart_of_profiles(self):
        for lens in ('tiers', 'kare'):
            self.ok('export', f'{lens}.svg', '--lens', lens)
        with open(self.path('tiers.svg'), 'rb') as tiers, open(self.path('kare.svg'), 'rb') as kare:
            self.assertNotEqual(tiers.read(), kare.read())
        self.assertIn('tiers, kare', self.fails(2, 'export', 'x.svg', '--lens', 'boxes'))

    def test_export_where_it_cannot_be_written(self):
        for name in ('chart.pdf', 'chart.png', 'chart.svg', 'list.csv'):
            self.assertIn(name, self.fails(1, 'export', self.path('nowhere/' + name)))


class Backup(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    def copies(self, word='.backup-'):
        return sorted(name for name in os.listdir(self.folder) if word in name)

    def test_backup_and_restore(self):
        self.assertIn('copy', self.ok('backup', 'copy'))
        before = self.json('list')
        self.ok('move', 'Quayside Hotels', '--to', 'key')
        moved = self.json('list')
        told = self.ok('restore', 'copy')
        self.assertEqual(self.json('list'), before)
        kept, = self.copies('.replaced-')
        self.assertIn(kept, told)
        self.assertFalse(self.copies('-wal') + self.copies('.restoring'))
        self.book = self.path(kept)
        self.assertEqual(self.json('list'), moved)

    def test_restore_where_no_book_is(self):
        self.ok('backup', 'copy')
        before = self.json('list')
        os.remove(self.book)
        self.assertNotIn('kept', self.ok('restore', 'copy'))
        self.assertEqual(self.json('list'), before)
        self.assertFalse(self.copies('.replaced-'))

    def test_once_a_day(self):
        self.assertEqual(self.copies(), [])
        self.assertIn('no daily', self.ok('backup'))
        self.ok('move', 'Quayside Hotels', '--to', 'key')
        copy, = self.copies()
        with open(self.path(copy), 'rb') as file:
            first = file.read()
        self.ok('undo')
        self.assertEqual(self.copies(), [copy])
        with open(self.path(copy), 'rb') as file:
            self.assertEqual(file.read(), first)
        self.assertIn(copy, self.ok('backup'))
        self.assertEqual(os.stat(self.path(copy)).st_mode & 0o777, 0o600)

    def test_nothing_is_written_over(self):
        self.write('copy', 'mine')
        self.assertIn('already', self.fails(1, 'backup', 'copy'))
        with open(self.path('copy'), encoding='utf-8') as file:
            self.assertEqual(file.read(), 'mine')

    def test_what_cannot_be_restored(self):
        self.write('list.csv', 'Name\nA\n')
        self.ok('backup', 'damaged')
        with open(self.path('damaged'), 'r+b') as file:
            file.seek(4096)
            file.write(b'\xaa' * 8192)
        os.mkfifo(self.path('fifo'))
        before = self.digest()
        for name in ('list.csv', 'damaged', 'fifo', 'nowhere', '.', self.book):
            with self.subTest(name=name):
                self.fails(1, 'restore', name)
                self.assertEqual(self.digest(), before)
                self.assertFalse(self.copies('.replaced-') + self.copies('.restoring'))


class Errors(Case):
    READING = (('summary',), ('list',), ('history',), ('check',), ('export', 'x.pdf'), ('recut',))
    WRITING = (('undo',), ('redo',), ('move', 'A', '--to', 'key'), ('recut', '--apply'),
               ('import', NORTHWIND))

    def all_fail(self, *parts, commands=READING + WRITING):
        for words in commands:
            with self.subTest(words=words):
                message = self.fails(1, *words)
                for part in parts:
                    self.assertIn(part, message)

    def test_no_book(self):
        self.all_fail(self.book, 'import', commands=self.READING + self.WRITING[:-1])
        self.assertEqual(os.listdir(self.folder), [])

    def test_not_a_database(self):
        self.write('book.quadrille', 'Name,Revenue\n' * 1000)
        before = self.digest()
        self.all_fail(self.book)
        self.assertEqual(self.digest(), before)
        self.assertEqual(os.listdir(self.folder), ['book.quadrille'])

    def test_another_programs_database(self):
        database = sqlite3.connect(self.book)
        database.execute('CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT)')
        database.commit()
        database.close()
        before = self.digest()
        self.all_fail(self.book)
        self.assertEqual(self.digest(), before)

    def test_a_newer_version(self):
        self.ok('sample', self.book, book=False)
        database = sqlite3.connect(self.book)
        database.execute('PRAGMA user_version = 900')
        database.commit()
        database.close()
        before = self.digest()
        self.all_fail(self.book, 'newer')
        self.assertEqual(self.digest(), before)

    def test_a_damaged_book(self):
        self.ok('sample', self.book, book=False)
        with open(self.book, 'r+b') as file:
            size = file.seek(0, os.SEEK_END)
            for place in range(4096, size - 4096, 4096):
                file.seek(place)
                file.write(b'\xaa' * 512)
        before = self.digest()
        self.all_fail(self.book)
        self.assertEqual(self.digest(), before)

    def test_a_damaged_book_with_a_backup(self):
        self.ok('sample', self.book, book=False)
        self.ok('move', 'Quayside Hotels', '--to', 'key')
        copies = [name for name in os.listdir(self.folder) if '.backup-' in name]
        self.assertEqual(len(copies), 1)
        with open(self.book, 'r+b') as file:
            file.seek(4096)
            file.write(b'\xaa' * 8192)
        message = self.fails(1, 'summary')
        self.assertIn(f'quadrille restore {self.path(copies[0])}', message)
        self.assertIn('kept as', self.ok('restore', copies[0]))
        self.assertIn('ok', self.ok('check'))
        self.assertIn('Quayside Hotels', self.names(tier='secondary'))

    def test_a_folder(self):
        os.mkdir(self.book)
        self.all_fail(self.book)
        self.assertEqual(os.listdir(self.book), [])

    def test_a_fifo(self):
        os.mkfifo(self.book)
        self.all_fail(self.book)

    def test_no_permission(self):
        self.ok('sample', self.book, book=False)
        os.chmod(self.book, 0o000)
        # root reads everything, unless it gives up its capabilities
        prefix = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] if os.geteuid() == 0 else []
        for words in self.READING + self.WRITING:
            done = subprocess.run([*prefix, os.environ['QUADRILLE'], '--book', self.book, *words],
                                  cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, b''), done.stderr)
            self.assertRegex(done.stderr.decode(), r'\Aquadrille: [^\n]+\n\Z')


if __name__ == '__main__':
    taprunner.main()
