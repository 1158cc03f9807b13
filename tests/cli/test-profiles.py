#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles, traits and plays by the command line: shown, edited, restored."""

import contextlib
import csv
import sqlite3

import openpyxl

from quadrille import Case, taprunner

HOSTILE = 'Smith & <b>Co</b> “q” \'r\' שלום 🎉'
OWNERS = ['keep', 'attain', 'recapture', 'expand', 'jettison', 'key', 'secondary', 'ideal', 'lead']


class Profiles(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    def profile(self, word):
        found, = self.json('profiles', word)
        return found

    def traits(self, word='keep'):
        return [trait['label'] for trait in self.profile(word)['traits']]

    def plays(self, word='keep'):
        return [play['title'] for play in self.profile(word)['plays']]

    def trait(self, label, word='keep'):
        found, = [trait for trait in self.profile(word)['traits'] if trait['label'] == label]
        return found

    def play(self, title, word='keep'):
        found, = [play for play in self.profile(word)['plays'] if play['title'] == title]
        return found

    def count_steps(self, title, status='open'):
        with contextlib.closing(sqlite3.connect(f'file:{self.book}?mode=ro', uri=True)) as file:
            (n,), = file.execute('SELECT count(*) FROM step WHERE title = ? AND status = ?',
                                 (title, status))
        return n

    def test_show(self):
        before = self.digest()
        shown = self.json('profiles')
        self.assertEqual([profile['profile'] for profile in shown], OWNERS)
        for profile in shown:
            self.assertTrue(profile['description'])
            self.assertGreaterEqual(len(profile['plays']), 2)
            self.assertEqual([play['number'] for play in profile['plays']],
                             list(range(1, len(profile['plays']) + 1)))
        text = self.ok('profiles')
        self.assertIn('Keep (keep)\nTypical clients', text)
        self.assertRegex(text, r'(?m)^ +1  Is or was a client +4  Yes +Ever a client: yes$')
        self.assertRegex(text, r'(?m)^ +1  Quarterly review call +45  after 14 days · every 3 months$')
        self.assertNotIn('Attain (attain)', self.ok('profiles', 'keep'))
        self.assertEqual(self.digest(), before)

    def test_texts(self):
        done = self.ok('profile', 'keep', '--name', HOSTILE)
        self.assertEqual(done, 'Change text of Keep\n')
        self.assertEqual(self.profile('keep')['name'], HOSTILE)
        self.assertIn('Typical clients', self.profile('keep')['description'])
        self.ok('profile', 'keep', '--description', 'One\n' + HOSTILE + '\n' + 'w' * 10000)
        self.assertEqual(self.profile('keep')['name'], HOSTILE)
        self.assertEqual(len(self.profile('keep')['description']), 4 + len(HOSTILE) + 1 + 10000)
        self.assertIn('Nothing to change', self.ok('profile', 'keep', '--name', HOSTILE))
        self.fails(1, 'profile', 'keep', '--name', 'w' * 10000)
        self.ok('profile', 'keep', '--name', '')
        self.assertEqual(self.profile('keep')['name'], 'Keep')
        self.ok('undo')
        self.assertEqual(self.profile('keep')['name'], HOSTILE)

    def test_traits(self):
        before = self.traits()
        self.ok('trait', 'add', 'keep', HOSTILE, '--weight', '5', '--knock-out', 'yes',
                '--rule', 'growth at-least -12.5')
        added = self.trait(HOSTILE)
        self.assertEqual((added['weight'], added['knock_out'], added['rule_field'],
                          added['rule_test'], added['rule_value']),
                         (5, True, 'growth', 'at-least', '-12.5'))
        self.assertIn(HOSTILE, self.ok('profiles', 'keep'))
        self.ok('trait', 'edit', 'keep', HOSTILE, '--label', 'Lies in the North', '--weight', '1',
                '--rule', 'region one-of North; Far & away')
        edited = self.trait('Lies in the North')
        self.assertEqual((edited['weight'], edited['knock_out'], edited['rule_value']),
                         (1, True, 'North; Far & away'))
        self.assertIn('Nothing to change', self.ok('trait', 'edit', 'keep', '7', '--weight', '1'))
        self.ok('trait', 'edit', 'keep', '7', '--rule', 'none', '--knock-out', 'no')
        self.assertEqual(self.trait('Lies in the North')['rule_field'], 'none')

        self.ok('trait', 'move', 'keep', 'Lies in the North', '--to', '1')
        self.assertEqual(self.traits(), ['Lies in the North'] + before)
        self.assertIn('Delete trait “Lies in the North”', self.ok('trait', 'delete', 'keep', '1'))
        self.assertEqual(self.traits(), before)
        self.ok('undo')
        self.assertEqual(self.traits(), ['Lies in the North'] + before)

    def test_traits_that_make_no_sense(self):
        before = self.json('profiles')
        for words in (('--weight', '6'), ('--weight', 'x'), ('--rule', 'mood is good'),
                      ('--rule', 'growth'), ('--rule', 'growth near 5'), ('--knock-out', 'maybe')):
            with self.subTest(words=words):
                self.fails(2, 'trait', 'add', 'keep', 'x', *words)
        for words in (('--rule', 'growth at-least much'), ('--rule', 'region at-least 5'),
                      ('--rule', 'growth at-least'), ('--rule', 'client-since is 2025-02-30')):
            with self.subTest(words=words):
                self.fails(1, 'trait', 'add', 'keep', 'x', *words)
        self.fails(1, 'trait', 'add', 'keep', ' ')
        self.fails(1, 'trait', 'add', 'jettison', 'Wastes our time')
        self.fails(2, 'trait', 'edit', 'keep', '1')
        self.fails(2, 'trait', 'move', 'keep', '1')
        self.fails(1, 'trait', 'delete', 'keep', '7')
        self.fails(1, 'trait', 'delete', 'keep', 'Nothing of the kind')
        self.assertEqual(self.json('profiles'), before)

    def test_two_of_one_name(self):
        self.ok('trait', 'add', 'keep', 'Pays on time')
        self.assertIn('number', self.fails(1, 'trait', 'delete', 'keep', 'Pays on time'))
        self.ok('trait', 'delete', 'keep', '7')
        self.ok('trait', 'delete', 'keep', 'Pays on time')
        self.assertNotIn('Pays on time', self.traits())

    def test_plays(self):
        n = len(self.names(profile='keep'))
        self.ok('play', 'add', 'keep', HOSTILE, '--due', '12-06', '--minutes', '5', '--give',
                '--guidance', 'First & <i>last</i>\n' + 'w' * 10000)
        added = self.play(HOSTILE)
        self.assertEqual((added['due_kind'], added['due_month'], added['due_day']),
                         ('yearly', 12, 6))
        self.assertEqual((added['repeat_kind'], added['repeat_every'], added['repeat_from']),
                         ('months', 12, 'calendar'), 'a day of the year comes every year')
        self.assertEqual(self.count_steps(HOSTILE), n)
        self.assertIn('every year on 6 Dec', self.ok('profiles', 'keep'))

        done = self.ok('play', 'edit', 'keep', HOSTILE, '--title', 'Send a card', '--due', '10',
                       '--repeat', '2 weeks', '--from', 'done')
        self.assertIn(f'{n} open steps follow it.', done)
        self.assertEqual(self.count_steps('Send a card'), n)
        edited = self.play('Send a card')
        self.assertEqual((edited['due_kind'], edited['due_days'], edited['repeat_kind'],
                          edited['repeat_every'], edited['repeat_from'], edited['minutes']),
                         ('after', 10, 'weeks', 2, 'done', 5))

        self.ok('play', 'move', 'keep', 'Send a card', '--to', '2')
        self.assertEqual(self.plays()[1], 'Send a card')
        self.assertIn(f'{n} open steps of it are gone.',
                      self.ok('play', 'archive', 'keep', 'Send a card'))
        self.assertTrue(self.play('Send a card')['archived'])
        self.assertIn('(archived)', self.ok('profiles', 'keep'))
        self.assertIn('Nothing to change', self.ok('play', 'archive', 'keep', '2'))
        self.assertIn('Take back', self.ok('play', 'archive', 'keep', '2', '--back'))
        self.assertFalse(self.play('Send a card')['archived'])
        self.ok('play', 'delete', 'keep', 'Send a card')
        self.assertNotIn('Send a card', self.plays())
        for _ in range(4):
            self.ok('undo')
        self.assertEqual(self.plays()[-1], 'Send a card')
        self.assertEqual(self.count_steps('Send a card'), n)

    def test_a_play_for_later(self):
        self.ok('play', 'add', 'key', 'Think', '--due', 'none', '--repeat', 'once')
        self.assertEqual(self.play('Think', 'key')['due_kind'], 'none')
        self.assertEqual(self.count_steps('Think'), 0)

    def test_plays_that_make_no_sense(self):
        before = self.json('profiles')
        for words in (('--due', '02-30'), ('--due', 'soon'), ('--due', '-3'), ('--due', '36501'),
                      ('--repeat', '0 days'), ('--repeat', 'often'), ('--repeat', '3 years'),
                      ('--repeat', '3 none'), ('--from', 'start'), ('--minutes', 'x')):
            with self.subTest(words=words):
                self.fails(2, 'play', 'add', 'keep', 'x', *words)
        self.fails(1, 'play', 'add', 'keep', '\n')
        self.fails(1, 'play', 'edit', 'keep', '99', '--minutes', '5')
        self.assertEqual(self.json('profiles'), before)

    def test_restore(self):
        before = self.json('profiles')
        self.ok('trait', 'delete', 'expand', '1')
        self.ok('play', 'add', 'lead', 'Ours')
        self.ok('profile', 'ideal', '--name', 'Dream client', '--description', '')
        self.assertIn('Restore', self.ok('playbook', 'restore'))
        self.assertEqual(self.json('profiles'), before)
        self.ok('undo')
        self.assertEqual(self.profile('ideal')['name'], 'Dream client')
        self.assertIsNone(self.profile('ideal')['description'])
        self.assertIn('Ours', self.plays('lead'))

    def test_own_names(self):
        """On screen and on paper as the organisation says, for programs as before."""
        self.ok('profile', 'ideal', '--name', HOSTILE)
        self.ok('profile', 'attain', '--name', 'Win')
        self.assertIn(HOSTILE, self.ok('summary'))
        self.assertNotIn('Ideal clients', self.ok('summary'))
        self.assertIn('ideal', self.json('summary')['tiers'])
        account = self.names(tier='lead')[0]
        self.assertIn(f'Move {account} to {HOSTILE}', self.ok('move', account, '--to', 'ideal'))
        self.assertIn(account, self.names(tier='ideal'))
        self.ok('export', 'list.xlsx')
        cells = {cell.value for row in openpyxl.load_workbook(self.path('list.xlsx')).active.rows
                 for cell in row}
        self.assertIn(HOSTILE, cells)
        self.assertIn('Win', cells)
        self.assertFalse(cells & {'Ideal client', 'Attain'})
        self.ok('export', 'list.csv')
        with open(self.path('list.csv'), encoding='utf-8') as file:
            self.assertNotIn('Win', {row['Profile'] for row in csv.DictReader(file)})

    def test_help_names_the_actions(self):
        self.assertIn('quadrille trait move PROFILE TRAIT --to NUMBER', self.ok('trait', '--help'))
        self.assertIn('quadrille play archive PROFILE PLAY', self.ok('play', '--help'))


if __name__ == '__main__':
    taprunner.main()
