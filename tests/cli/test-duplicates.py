#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Duplicates by the command line: list them, merge them, take it back."""

from quadrille import Case, taprunner

LIST = '''Name,Website,Phone,Revenue,Region,Tier
Quayside Hotels Ltd,https://www.quayside.com/en,020 7946 0018,49000,North,key
Quayside Hotels,quayside.com,,1000,South,lead
Peller Brothers,,+44 20 7946 0011,58000,,key
Paller Brothers,,,,,lead
Ashdown Print,,,52000,,key
'''


class Duplicates(Case):
    def setUp(self):
        super().setUp()
        self.ok('import', self.write('list.csv', LIST))

    def pairs(self):
        return [(pair['account']['name'], pair['other']['name'])
                for pair in self.json('duplicates')]

    def test_json(self):
        first, second = self.json('duplicates')
        self.assertEqual(first['account'], {'uid': self.account('Quayside Hotels Ltd')['uid'],
                                            'name': 'Quayside Hotels Ltd'})
        self.assertEqual(first['other']['name'], 'Quayside Hotels')
        self.assertEqual(first['signs'], ['name', 'domain'])
        self.assertEqual(first['domain'], 'quayside.com')
        self.assertEqual((second['signs'], second['letters']), (['spelling'], 1))
        self.assertGreater(first['confidence'], second['confidence'])

    def test_text(self):
        text = self.ok('duplicates')
        self.assertRegex(text, r'Quayside Hotels Ltd +Quayside Hotels +Very likely +Same name; '
                               r'Same web domain: quayside\.com')
        self.assertIn('Names differ by one letter', text)
        self.ok('merge', 'Quayside Hotels Ltd', self.account('Quayside Hotels')['uid'])
        self.ok('merge', 'Peller Brothers', 'Paller Brothers')
        self.assertEqual(self.ok('duplicates'), 'No account looks like another one.\n')

    def test_merge_and_take_back(self):
        before = self.json('list')
        label = self.ok('merge', 'Quayside Hotels Ltd', self.account('Quayside Hotels')['uid'],
                        '--take', 'revenue=both', '--take', 'region=other', '--take', 'name=other')
        self.assertEqual(label, 'Merge Quayside Hotels into Quayside Hotels Ltd\n')
        account = self.account('Quayside Hotels')
        self.assertEqual(account['revenue'], '50000.00')
        self.assertEqual(account['region'], 'South')
        self.assertEqual(account['tier'], 'key')
        self.assertEqual(account['phone'], '020 7946 0018')
        self.assertEqual(self.pairs(), [('Peller Brothers', 'Paller Brothers')])
        self.assertEqual(self.json('history')[0]['label'], label.strip())
        self.ok('undo')
        self.assertEqual(self.json('list'), before)

    def test_errors(self):
        before = self.digest()
        for words in (('merge', 'Ashdown Print'), ('merge', 'a', 'b', 'c'),
                      ('merge', 'a', 'b', '--take', 'phone'),
                      ('merge', 'a', 'b', '--take', 'uid=other'),
                      ('merge', 'a', 'b', '--take', 'phone=mine'),
                      ('merge', 'a', 'b', '--take', 'phone=both'),
                      ('duplicates', 'x'), ('duplicates', '--format', 'csv')):
            with self.subTest(words=words):
                self.fails(2, *words)
        self.assertIn('itself', self.fails(1, 'merge', 'Ashdown Print', 'Ashdown Print'))
        self.assertIn('no account', self.fails(1, 'merge', 'Ashdown Print', 'Nobody'))
        self.assertEqual(self.digest(), before)


if __name__ == '__main__':
    taprunner.main()
