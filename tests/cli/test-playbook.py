#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due, and which profiles fit better, by the command line."""

import contextlib
import datetime
import sqlite3

from quadrille import Case, taprunner

GROUPS = ['overdue', 'today', 'this-week', 'later', 'no-date']
ACCOUNTS = 'Name,Revenue\nBell & <b>Sons</b>,5000\nCafé Zürich,9000\nThird,100\n'


class Align(Case):
    def setUp(self):
        super().setUp()
        self.ok('import', self.write('list.csv', ACCOUNTS), '--as', 'clients')

    def test_show(self):
        before = self.digest()
        shown = self.json('align')
        self.assertFalse(shown['applied'])
        self.assertEqual([row['account'] for row in shown['accounts']],
                         ['Café Zürich', 'Bell & <b>Sons</b>', 'Third'])
        for row in shown['accounts']:
            self.assertEqual((row['from'], row['to'], row['cause'], row['tier']),
                             ('none', 'keep', 'missing', 'secondary'))
            self.assertRegex(row['reason'], r'^Fits \d+ of \d+ traits of Keep')
        self.assertEqual(self.digest(), before, 'only shown')
        text = self.ok('align')
        self.assertRegex(text, r'(?m)^Bell & <b>Sons</b> +No profile +Keep +Fits ')
        self.assertIn('3 accounts would get another profile; --apply does it.', text)

    def test_apply(self):
        entries = len(self.json('history'))
        self.assertIn('Aligned 3 accounts.', self.ok('align', '--apply'))
        self.assertEqual(len(self.names(profile='keep')), 3)
        self.assertEqual(len(self.json('history')), entries + 1, 'one operation')
        self.assertEqual(self.ok('align'), 'Every account has the profile that fits it.\n')
        self.assertEqual(self.json('align', '--apply'), {'applied': True, 'accounts': []})
        self.assertEqual(len(self.json('history')), entries + 1, 'nothing was done')
        self.ok('undo')
        self.assertEqual(self.names(profile='keep'), [])

    def test_contradiction(self):
        self.ok('align', '--apply')
        self.ok('move', 'Third', '--to', 'lead')
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            book.execute("UPDATE account SET profile = 'expand' WHERE name = 'Third'")
        row, = self.json('align')['accounts']
        self.assertEqual((row['from'], row['cause']), ('expand', 'contradiction'))
        self.assertNotIn(row['to'], ('keep', 'expand', 'jettison'))


    def test_nothing_to_bring(self):
        """To let a client go is proposed, and left to a person."""
        self.ok('import', self.write('more.csv', 'Name,Revenue\nNone,0\n'), '--as', 'clients')
        row, = (row for row in self.json('align')['accounts'] if row['account'] == 'None')
        self.assertEqual(row['to'], 'jettison')
        text = self.ok('align')
        self.assertIn('3 accounts would get another profile; --apply does it.', text)
        self.assertIn('1 client brings nothing and is left to you', text)
        self.assertIn('Aligned 3 accounts.', self.ok('align', '--apply'))
        self.assertEqual(self.names(profile='none'), ['None'])
        self.assertNotIn('fits it', self.ok('align', '--apply'))
        self.assertEqual(self.json('align', '--apply')['accounts'], [])


class Agenda(Case):
    def setUp(self):
        super().setUp()
        self.ok('import', self.write('list.csv', ACCOUNTS), '--as', 'clients')
        self.ok('align', '--apply')
        self.today = datetime.date.fromisoformat(self.json('agenda')['day'])

    def due(self, *days):
        """Lets one open step be due each so many days from now; None is without a date. No others
        are left."""
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            ids = [row[0] for row in book.execute('SELECT id FROM step ORDER BY id')]
            self.assertGreater(len(ids), len(days))
            for step, day in zip(ids, days):
                due = day if day is None else (self.today + datetime.timedelta(day)).isoformat()
                book.execute('UPDATE step SET due = ?, title = ? WHERE id = ?',
                             (due, f'Step {day}', step))
            book.execute('DELETE FROM step WHERE id > ?', (ids[len(days) - 1],))

    def test_groups(self):
        to_sunday = 6 - self.today.weekday()
        self.due(None, -3, 0, to_sunday + 1, -1)
        agenda = self.json('agenda')
        self.assertEqual(list(agenda), ['day', *GROUPS])
        titles = {group: [item['title'] for item in agenda[group]] for group in GROUPS}
        self.assertEqual(titles, {'overdue': ['Step -3', 'Step -1'], 'today': ['Step 0'],
                                  'this-week': [], 'later': [f'Step {to_sunday + 1}'],
                                  'no-date': ['Step None']})
        item = agenda['overdue'][0]
        self.assertEqual(item['due'], (self.today - datetime.timedelta(3)).isoformat())
        self.assertEqual((item['kind'], item['profile']), ('step', 'keep'))
        self.assertEqual(item['uid'], self.account(item['account'])['uid'])
        self.assertIsNone(agenda['no-date'][0]['due'])

    def test_for_people(self):
        self.due(-1, 0, 0, None)
        lines = self.ok('agenda').splitlines()
        self.assertEqual(len(lines), 5)
        self.assertRegex(lines[1], r'^Overdue +1 day overdue +\S.* Step -1$')
        self.assertRegex(lines[2], r'^Today +today +\S.* Step 0$')
        self.assertRegex(lines[3], r'^ +today +\S.* Step 0$')
        self.assertRegex(lines[4], r'^No Date +no date +\S.* Step None$')

    def test_until(self):
        self.due(-1, 0, 40, None)
        until = (self.today + datetime.timedelta(39)).isoformat()
        agenda = self.json('agenda', '--until', until)
        self.assertEqual([len(agenda[group]) for group in GROUPS], [1, 1, 0, 0, 0])
        agenda = self.json('agenda', '--until', (self.today + datetime.timedelta(40)).isoformat())
        self.assertEqual(len(agenda['later']), 1)
        self.assertEqual(self.ok('agenda', '--until', '2001-01-01'), 'Nothing is due.\n')

    def test_accounts_have_days_too(self):
        self.due(None)
        with contextlib.closing(sqlite3.connect(self.book)) as book, book:
            book.execute("UPDATE account SET tier = 'parked', profile = 'none', revisit_on = ? "
                         "WHERE name = 'Third'", (self.today.isoformat(),))
            book.execute("UPDATE account SET profile = 'jettison', decide_by = ? "
                         "WHERE name = 'Café Zürich'",
                         ((self.today - datetime.timedelta(2)).isoformat(),))
        agenda = self.json('agenda')
        self.assertEqual([(item['kind'], item['account']) for item in agenda['overdue']],
                         [('decide', 'Café Zürich')])
        self.assertEqual([(item['kind'], item['account']) for item in agenda['today']],
                         [('revisit', 'Third')])


if __name__ == '__main__':
    taprunner.main()
