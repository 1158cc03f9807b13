#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning by the command line: list, add, apply, discard."""

from quadrille import Case, taprunner


class Plan(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    def add(self, *words):
        return self.ok('plan', 'add', *words)

    def moves(self):
        return self.json('plan', 'list')['moves']

    def test_add_changes_nothing_but_the_plan(self):
        before = self.json('list')
        label = self.add('Quayside Hotels', '--to', 'key', '--by', '2027-06-30', '--why',
                         'two new houses & a “hotel”', '--revenue', '90000.50')
        self.assertEqual(label, 'Plan to move Quayside Hotels to Key accounts\n')
        self.assertEqual(self.json('list'), before)
        self.assertEqual(self.json('history')[0]['label'], label.strip())
        move = self.moves()[0]
        self.assertEqual(move.pop('uid'), self.account('Quayside Hotels')['uid'])
        self.assertEqual(move, {
            'account': 'Quayside Hotels', 'from': 'secondary', 'to': 'key', 'by': '2027-06-30',
            'why': 'two new houses & a “hotel”', 'expected_revenue': '90000.50'})

    def test_replace_and_take_back(self):
        self.add('Quayside Hotels', 'Ashdown Print', '--to', 'key', '--why', 'grows')
        self.add('Quayside Hotels', '--to', 'ideal')
        self.assertEqual([(move['account'], move['to'], move['why']) for move in self.moves()],
                         [('Quayside Hotels', 'ideal', 'grows'), ('Ashdown Print', 'key', 'grows')])
        self.assertIn('planned so', self.add('Quayside Hotels', '--to', 'ideal'))
        self.assertIn('Discard', self.add('Quayside Hotels', '--to', 'secondary'))
        self.assertEqual([move['account'] for move in self.moves()], ['Ashdown Print'])
        self.ok('undo')
        self.assertEqual(len(self.moves()), 2)

    def test_the_earliest_comes_first(self):
        self.add('Ashdown Print', '--to', 'key')
        self.add('Peller Brothers', '--to', 'lead', '--by', '2027-02-01')
        self.add('Solent Renewables', '--to', 'key', '--by', '2027-01-01')
        self.assertEqual([move['account'] for move in self.moves()],
                         ['Solent Renewables', 'Peller Brothers', 'Ashdown Print'])

    def test_effect(self):
        self.add('Solent Renewables', '--to', 'key', '--revenue', '1000000')
        self.add('Kingsway Pharma', '--to', 'secondary')
        plan = self.json('plan', 'list')
        summary = self.json('summary')
        self.assertEqual(plan['now'], {'tiers': summary['tiers'], 'cut_off': summary['cut_off']})
        self.assertEqual(plan['without_known_revenue'], 1)
        now, planned = plan['now']['tiers'], plan['planned']['tiers']
        self.assertEqual(planned['key']['accounts'], now['key']['accounts'] + 1)
        self.assertEqual(float(planned['key']['revenue']), float(now['key']['revenue']) + 1e6)
        self.assertEqual(planned['secondary']['accounts'], now['secondary']['accounts'] + 1)
        self.assertEqual(planned['secondary']['revenue'], now['secondary']['revenue'])

        text = self.ok('plan', 'list')
        for part in ('Solent Renewables', 'Ideal client', '€1,000,000.00', '7 → 8', '5 → 3',
                     'Cut-off: €', '1 planned client has no'):
            self.assertIn(part, text)

    def test_apply_one_and_the_rest(self):
        self.add('Solent Renewables', '--to', 'key', '--revenue', '70000', '--why', 'signed')
        self.add('Peller Brothers', '--to', 'lead', '--why', 'closes the site')
        self.add('Ashdown Print', '--to', 'key')
        self.assertEqual(self.ok('plan', 'apply', 'Solent Renewables'),
                         'Move Solent Renewables to Key accounts as planned\n')
        won = self.account('Solent Renewables')
        self.assertEqual((won['tier'], won['profile'], won['revenue']), ('key', 'keep', None))
        self.assertEqual(self.ok('plan', 'apply'), 'Apply 2 planned moves\n')
        self.assertEqual(self.account('Peller Brothers')['lost_reason'], 'closes the site')
        self.assertEqual(self.moves(), [])
        self.assertIn('Nothing', self.ok('plan', 'apply'))
        self.ok('undo')
        self.assertEqual(len(self.moves()), 2)
        self.assertEqual(self.account('Peller Brothers')['tier'], 'secondary')

    def test_discard(self):
        self.add('Solent Renewables', 'Ashdown Print', 'Peller Brothers', '--to', 'key')
        self.assertEqual(self.ok('plan', 'discard', 'Ashdown Print'),
                         'Discard the planned move of Ashdown Print\n')
        self.assertEqual(self.ok('plan', 'discard'), 'Discard 2 planned moves\n')
        self.assertEqual(self.ok('plan', 'list'), 'Nothing is planned.\n')

    def test_a_real_move_reaches_the_plan(self):
        self.add('Ashdown Print', 'Peller Brothers', '--to', 'key')
        self.assertNotIn('planned', self.ok('move', 'Ashdown Print', '--to', 'ideal'))
        self.assertEqual(len(self.moves()), 2)
        self.assertIn('That was planned for 1 account.',
                      self.ok('move', 'Ashdown Print', '--to', 'key'))
        self.assertEqual([move['account'] for move in self.moves()], ['Peller Brothers'])

    def test_what_cannot_be_done(self):
        before = self.digest()
        self.assertIn('Nobody', self.fails(1, 'plan', 'add', 'Nobody', '--to', 'key'))
        self.assertIn('Ashdown', self.fails(1, 'plan', 'apply', 'Ashdown Print'))
        self.assertIn('Ashdown', self.fails(1, 'plan', 'discard', 'Ashdown Print'))
        self.assertEqual(self.digest(), before)

    def test_wrong_usage(self):
        for words in ((), ('what',), ('add', 'Ashdown Print'), ('add', '--to', 'key'),
                      ('add', 'Ashdown Print', '--to', 'moon'),
                      ('add', 'Ashdown Print', '--to', 'key', '--by', 'soon'),
                      ('add', 'Ashdown Print', '--to', 'key', '--by', '2027-02-30'),
                      ('add', 'Ashdown Print', '--to', 'key', '--revenue', 'much'),
                      ('add', 'Ashdown Print', '--to', 'key', '--revenue', '-1'),
                      ('add', 'Ashdown Print', '--to', 'key', '--format', 'json'),
                      ('apply', '--to', 'key'), ('discard', '--why', 'x'),
                      ('list', 'Ashdown Print'), ('list', '--format', 'csv')):
            with self.subTest(words=words):
                self.assertIn('plan --help', self.fails(2, 'plan', *words))

    def test_the_book_may_be_named_anywhere(self):
        for words in (('plan', '--book', self.book, 'list'), ('plan', 'list', '--book', self.book)):
            self.assertIn('Nothing is planned', self.ok(*words, book=False))


if __name__ == '__main__':
    taprunner.main()
