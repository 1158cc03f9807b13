#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews by the command line: what moved since the last one, and noting a new one."""

import datetime

from quadrille import Case, taprunner


class Review(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)

    @staticmethod
    def today():
        return datetime.datetime.now(datetime.timezone.utc).date().isoformat()

    def test_before_the_first(self):
        self.assertEqual(self.ok('review'), 'There was no review of this book yet.\n')
        self.assertEqual(self.json('review'), {'done': False, 'last_review': None, 'accounts': 50,
                                               'new': 50, 'moved': []})

    def test_done_and_moved(self):
        days = [self.today()]
        self.assertIn('Review 50 accounts\n', self.ok('review', '--done'))
        self.assertEqual(self.json('history')[0]['label'], 'Review 50 accounts')
        self.ok('move', 'Quayside Hotels', '--to', 'key')
        self.ok('set-profile', 'Ashdown Print', '--to', 'expand')
        days.append(self.today())
        review = self.json('review')
        self.assertIn(review['last_review'], days)
        self.assertEqual(review['new'], 0)
        moved = {move['account']: (move['from'], move['to']) for move in review['moved']}
        self.assertEqual(set(moved), {'Ashdown Print', 'Quayside Hotels'})
        was, now = moved['Quayside Hotels']
        self.assertEqual((was['tier'], now['tier']), ('secondary', 'key'))
        self.assertEqual(moved['Ashdown Print'][1]['profile'], 'expand')
        text = self.ok('review')
        self.assertRegex(text, r'Quayside Hotels +Secondary account, Expand +Key account, Expand\n')
        self.assertIn('\n2 accounts moved since the review of ', text)
        self.ok('undo')
        self.assertEqual([move['account'] for move in self.json('review')['moved']],
                         ['Quayside Hotels'])

    def test_done_tells_of_the_time_before(self):
        self.ok('review', '--done')
        self.ok('move', 'Quayside Hotels', '--to', 'key')
        done = self.json('review', '--done')
        self.assertEqual((done['done'], len(done['moved'])), (True, 1))
        self.assertEqual(self.json('review')['moved'], [])

    def test_nothing_to_review(self):
        empty = self.path('empty.quadrille')
        self.ok('--book', empty, 'import', self.write('list.csv', 'Name\nOne\n'), book=False)
        self.ok('--book', empty, 'undo', book=False)
        status, output, errors = self.run_it('--book', empty, 'review', '--done', book=False)
        self.assertEqual((status, output), (1, ''))
        self.assertIn('There is no account to review.', errors)


if __name__ == '__main__':
    taprunner.main()
