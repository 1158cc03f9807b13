#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: help, usage errors, output."""

import subprocess

from quadrille import Case, taprunner

COMMANDS = ('import', 'recut', 'summary', 'list', 'move', 'plan', 'agenda', 'align', 'profiles',
            'profile', 'trait', 'play', 'playbook', 'export', 'undo', 'redo', 'history', 'check',
            'sample', 'duplicates', 'merge', 'mapping')


class Usage(Case):
    def test_version(self):
        self.assertRegex(self.ok('--version', book=False), r'\AQuadrille \d+\.\d+\.\d+\n\Z')

    def test_help_names_every_command(self):
        for word in ('--help', '-h'):
            text = self.ok(word, book=False)
            for command in COMMANDS:
                self.assertRegex(text, rf'\n  {command}\b')

    def test_every_command_has_help(self):
        for command in COMMANDS:
            text = self.ok(command, '--help')
            self.assertIn(f'quadrille {command}', text)
            self.assertIn('--book', text)

    def test_wrong_usage(self):
        for words in (('sumary',), ('--bok', 'x'), ('import',), ('summary', 'what'),
                      ('summary', '--fromat', 'json'), ('summary', '--format', 'yaml'),
                      ('list', '--tier', 'gold'), ('list', '--profile', 'love'),
                      ('move', 'x'), ('move', '--to', 'key'), ('move', 'x', '--to', 'moon'),
                      ('mapping', 'what'), ('mapping', 'rename', 'x'), ('mapping', 'forget'),
                      ('export', 'chart.gif'), ('export', 'chart'), ('sample',),
                      ('import', 'x.csv', '--as', 'friends'), ('import', 'x.csv', '--map', 'name'),
                      ('recut', '--percent', '25', '--amount', '5'),
                      ('agenda', '--until', 'soon'), ('agenda', '--until', '03/04/2026'),
                      ('agenda', '--format', 'csv'), ('align', 'x'), ('align', '--format', 'csv'),
                      ('profiles', 'love'), ('profiles', '--format', 'csv'), ('profile', 'keep'),
                      ('profile', 'parked', '--name', 'x'), ('trait',), ('trait', 'burn'),
                      ('trait', 'add', 'keep'), ('trait', 'delete', 'keep', '1', '--weight', '2'),
                      ('play', 'add', 'keep', 'x', '--title', 'y'), ('play', 'archive', 'keep'),
                      ('play', 'edit', 'keep', '1', '--back'), ('playbook',), ('playbook', 'burn'),
                      ('undo', '--format', 'json')):
            with self.subTest(words=words):
                self.fails(2, *words, book=False)

    def test_book_without_a_name(self):
        self.assertIn('--book', self.fails(2, '--book', book=False))

    def test_the_window_needs_a_display(self):
        self.assertIn('display', self.fails(1, book=False))
        self.assertIn('display', self.fails(1, self.write('list.csv', 'Name\nA\n'), book=False))

    def test_book_before_and_after_the_command(self):
        self.ok('sample', self.path('other.quadrille'), book=False)
        for words in (('--book', 'other.quadrille', 'check'),
                      ('--book=other.quadrille', 'check'),
                      ('check', '--book', 'other.quadrille'),
                      ('check', '--book=other.quadrille')):
            self.assertIn('ok', self.ok(*words, book=False))

    def test_the_default_book_is_in_the_data_folder(self):
        self.ok('import', self.write('list.csv', 'Name\nBell & Sons\n'), book=False)
        self.assertEqual(len(self.json('list', book=False)), 1)
        found = subprocess.run(['find', self.path('share'), '-name', '*.quadrille'],
                               stdout=subprocess.PIPE, check=True).stdout.decode().split()
        self.assertEqual(len(found), 1)

    def test_output_that_cannot_be_written(self):
        self.ok('sample', self.book, book=False)
        with open('/dev/full', 'wb') as full:
            process = self.start('summary', stdout=full, stderr=subprocess.PIPE)
            errors = process.communicate()[1].decode()
        self.assertEqual(process.returncode, 1)
        self.assertRegex(errors, r'\Aquadrille: [^\n]+\n\Z')

    def test_utf8_in_and_out_in_the_c_locale(self):
        self.ok('import', self.write('list.csv', 'Name\nCafé “Zürich” 東京\n'))
        for form in ('text', 'json', 'csv'):
            self.assertIn('Café “Zürich” 東京', self.ok('list', '--format', form))
        self.ok('move', 'Café “Zürich” 東京', '--to', 'ideal')
        self.assertEqual(self.names(tier='ideal'), ['Café “Zürich” 東京'])


if __name__ == '__main__':
    taprunner.main()
