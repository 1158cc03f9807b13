#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole book as JSON: what goes out comes back, and nothing else comes in."""

import copy
import json
import os
import sqlite3

from quadrille import Case, taprunner

# Rows that no command of the program makes.
EXTRA = """
INSERT INTO review VALUES (7, '2026-03-31', 'Spring', 'Two days', 1500000, 'computed', 1, 2);
INSERT INTO review VALUES (9, '2026-09-30', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO review_account VALUES
  (3, 7, 1, 'Brightwater', 'key', 'keep', 1, -5, 9000000000000000, NULL),
  (4, 7, NULL, 'Gone & <lost>', 'parked', 'none', 0, NULL, NULL, NULL);
INSERT INTO answer (account_id, trait_id, answer) VALUES (1, 1, 'yes'), (1, 2, 'no');
UPDATE account SET notes = 'a "quoted" line' || char(10) || char(9) || 'קפה 😀 \\ /' WHERE id = 2;
UPDATE step SET guidance = 'Ask. ' || char(10) || 'Then listen.', due = '2027-02-28' WHERE id = 5;
INSERT INTO setting (name, value) VALUES ('of a later version', '');
"""


def data_tables(path):
    """The columns of every table but the journal's own, and SQLite's."""
    with sqlite3.connect(path) as book:
        names = [name for name, in book.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not name.startswith(('journal_', 'sqlite_'))]
        return {name: [column[1] for column in book.execute(f'PRAGMA table_info ({name})')]
                for name in names}


def dump(path):
    """Every row of these tables."""
    with sqlite3.connect(path) as book:
        return {name: book.execute(f'SELECT * FROM {name} ORDER BY id').fetchall()
                for name in data_tables(path)}


class BookJson(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)
        self.ok('plan', 'add', 'Cobalt Freight', '--to', 'ideal')
        with sqlite3.connect(self.book) as book:
            book.executescript(EXTRA)
        self.other = self.path('other.quadrille')

    def export(self, name='book.json'):
        self.ok('export', name)
        with open(self.path(name), encoding='utf-8') as file:
            return json.load(file)

    def into_other(self, name, **how):
        return self.run_it('--book', self.other, 'import', name, book=False, **how)

    def assert_comes_back(self, name='book.json'):
        self.ok('--book', self.other, 'import', name, book=False)
        self.assertEqual(dump(self.other), dump(self.book))
        self.ok('--book', self.other, 'check', book=False)

    def test_everything_is_in_it(self):
        document = self.export()
        tables = data_tables(self.book)
        self.assertEqual((document['format'], document['version']), ('quadrille-book', 1))
        self.assertEqual(set(document['tables']), set(tables))
        for name, columns in tables.items():
            with self.subTest(table=name):
                rows = document['tables'][name]
                self.assertTrue(rows, 'the test has no row of it')
                for row in rows:
                    self.assertEqual(list(row), columns)
                self.assertEqual([tuple(row.values()) for row in rows], dump(self.book)[name])

    def test_it_comes_back(self):
        self.export()
        self.assert_comes_back()
        self.ok('--book', self.other, 'export', 'again.json', book=False)
        self.assertEqual(self.digest(self.path('again.json')), self.digest(self.path('book.json')))
        summaries = [json.loads(self.ok('--book', book, 'summary', '--format', 'json', book=False))
                     for book in (self.book, self.other)]
        for summary in summaries:
            summary.pop('book', None)
        self.assertEqual(*summaries)

    def test_order_and_form_do_not_matter(self):
        document = self.export()
        document = {name: document[name] for name in ('tables', 'version', 'format')}
        # What is null may as well be left out.
        document['tables'] = {
            name: [{column: value for column, value in sorted(row.items(), reverse=True)
                    if value is not None} for row in rows]
            for name, rows in sorted(document['tables'].items(), reverse=True)}
        self.write('other.json', '\ufeff' + json.dumps(document, indent=1))
        self.assert_comes_back('other.json')

    def test_one_operation(self):
        self.export()
        self.ok('import', self.write('one.csv', 'Name\nOne\n'), '--book', self.other, book=False)
        self.ok('undo', '--book', self.other, book=False)
        before = dump(self.other)
        self.assertEqual(before['account'], [])
        self.ok('import', 'book.json', '--book', self.other, book=False)
        after = dump(self.other)
        entry = json.loads(self.ok('history', '--format', 'json', '--book', self.other,
                                   book=False))[0]
        self.assertEqual(entry['label'], 'Import the book book.json')
        self.ok('undo', '--book', self.other, book=False)
        self.assertEqual(dump(self.other), before)
        self.ok('redo', '--book', self.other, book=False)
        self.assertEqual(dump(self.other), after)
        self.ok('undo', '--book', self.other, book=False)

    def test_a_book_that_is_not_empty(self):
        self.export()
        digest = self.digest()
        for more in ((), ('--dry-run',)):
            message = self.fails(1, 'import', 'book.json', *more)
            self.assertIn('50 accounts', message)
            self.assertIn('Choose a book that does not exist yet', message)
        self.assertEqual(self.digest(), digest)

    def test_dry_run(self):
        self.export()
        files = sorted(os.listdir(self.folder))
        self.assertIn('50 accounts', self.ok('--book', self.other, 'import', '-n', 'book.json',
                                             book=False))
        found = json.loads(self.ok('--book', self.other, 'import', '-n', '-f', 'json', 'book.json',
                                   book=False))
        self.assertEqual(found, {'dry_run': True, 'created': 50, 'updated': 0, 'unchanged': 0})
        self.assertEqual(sorted(os.listdir(self.folder)), files)

    def refuse(self, text, *words):
        """A file is refused with a sentence that has these words; nothing is left of the try."""
        if isinstance(text, dict):
            text = json.dumps(text)
        with open(self.path('bad.json'), 'wb') as file:
            file.write(text if isinstance(text, bytes) else text.encode('utf-8', 'surrogatepass'))
        status, output, errors = self.into_other('bad.json')
        self.assertEqual((status, output), (1, ''), errors)
        self.assertRegex(errors, r'\Aquadrille: [^\n]+\.\n\Z')
        for word in words:
            self.assertIn(word, errors)
        self.assertFalse(os.path.exists(self.other))
        self.assertFalse([name for name in os.listdir(self.folder) if name.startswith('.')])

    def test_no_book(self):
        for text, word in (
                ('', 'ends in the middle'),
                ('{', 'ends in the middle'),
                ('{}', 'not a book'),
                ('[]', 'not a book'),
                ('17', 'not a book'),
                ('{"format": "quadrille-book"}', 'not a book'),
                ('{"format": "geojson", "version": 1, "tables": {}}', 'not a book'),
                ('{"format": "quadrille-book", "version": 1, "tables": []}', 'not a book'),
                ('{"format": "quadrille-book", "version": 1, "tables": {"account": {}}}',
                 'not a book'),
                ('{"format": "quadrille-book", "version": 0, "tables": {"account": []}}',
                 'not a book'),
                ('{"format": "quadrille-book", "version": "1", "tables": {"account": []}}',
                 'not a book'),
                ('{"format": "quadrille-book", "version": 2, "tables": {"deal": []}}', 'newer'),
                ('{"format": "quadrille-book", "version": 1, "tables": {"deal": []}}', 'deal'),
                ('{"format": "quadrille-book", "version": 1, "more": 1, "tables": {}}',
                 'not a book'),
                ('{"format": "quadrille-book", "version": 1, "tables": '
                 '{"account": [], "account": []}}', 'not a book')):
            with self.subTest(text=text):
                self.refuse(text, word)

    def test_damaged(self):
        self.export()
        with open(self.path('book.json'), 'rb') as file:
            whole = file.read()
        for length in (1, 40, 70, 1000, len(whole) // 2, len(whole) - 3):
            with self.subTest(length=length):
                self.refuse(whole[:length], 'bad.json')
        for old, new in ((b'"version": 1,', b'"version": 1'), (b'": [', b'" ['),
                         (b'null', b'nul'), (b'{"id"', b"{'id'"), (b'"id": 1,', b'"id": 01,'),
                         (b'}\n    ]', b'},\n    ]'), (b'"Brightwater', b'"Bright\nwater'),
                         (b'"Brightwater', b'"\\ud800'), (b'"Brightwater', b'"\\u0000'),
                         (b'"Brightwater', b'"\\x'), (b'"Brightwater', b'"\xff\xfe'),
                         (b'"Brightwater', b'"\0'), (b'{\n', b'{} {\n')):
            with self.subTest(old=old, new=new):
                self.assertIn(old, whole)
                self.refuse(whole.replace(old, new, 1))
        self.refuse(whole + b'{}', 'damaged')
        self.refuse(b'[' * 1000000, 'bad.json')
        self.refuse(whole.replace(b'null', b'[' * 1000000, 1), 'too deeply')
        self.refuse(whole.replace(b'"Brightwater', b'"' + b'x' * 1000000, 1), 'longer')

    def test_rows_that_are_not_right(self):
        good = self.export()

        def changed(table, index, **values):
            document = copy.deepcopy(good)
            row = document['tables'][table][index]
            for name, value in values.items():
                if value is ...:
                    del row[name]
                else:
                    row[name] = value
            return document

        for table, index, values, word in (
                ('account', 0, {'name': 5}, 'name'),
                ('account', 0, {'name': None}, 'name'),
                ('account', 0, {'name': ''}, 'row 1'),
                ('account', 0, {'uid': ...}, 'uid'),
                ('account', 3, {'tier': 'gold'}, 'row 4'),
                ('account', 0, {'revenue': 'much'}, 'revenue'),
                ('account', 0, {'revenue': 10 ** 18}, 'revenue'),
                ('account', 0, {'revenue': 10 ** 30}, 'whole number'),
                ('account', 0, {'revenue': 1.5}, 'whole number'),
                ('account', 0, {'ever_client': True}, 'null'),
                ('account', 0, {'ever_client': 2}, 'ever_client'),
                ('account', 0, {'notes': ['a']}, 'null'),
                ('account', 0, {'notes': {'a': 1}}, 'null'),
                ('account', 0, {'notes': 'x' * 100001}, 'row 1'),
                ('account', 0, {'lost_on': '2026-02-30'}, 'lost_on'),
                ('account', 0, {'id': 0}, 'id'),
                ('account', 0, {'id': -3}, 'id'),
                ('account', 1, {'id': 1}, 'same identity'),
                ('account', 1, {'uid': good['tables']['account'][0]['uid']}, 'same identity'),
                ('account', 0, {'shoe_size': 44}, 'shoe_size'),
                ('contact', 0, {'account_id': 4711}, 'belongs'),
                ('step', 0, {'play_id': 4711}, 'belongs'),
                ('review', 0, {'held_on': 'in spring'}, 'review'),
                ('review_account', 1, {'tier': 'gold'}, 'review_account'),
                ('setting', 0, {'value': None}, 'value')):
            with self.subTest(table=table, values=str(values)[:60]):
                self.refuse(changed(table, index, **values), word, f'“{table}”'
                            if word not in ('whole number',) else word)

        settings = good['tables']['setting']
        for name, value in (('currency', 'XYZW'), ('cut-off-basis-points', 'a lot')):
            index = [row['name'] for row in settings].index(name)
            with self.subTest(setting=name):
                self.refuse(changed('setting', index, value=value), 'settings')

        document = copy.deepcopy(good)
        document['tables']['account'].insert(2, 'not a row')
        self.refuse(document, 'row 3')
        self.refuse(json.dumps(good).replace('"uid": ', '"id": 3, "uid": ', 1), 'twice')

    def test_no_file(self):
        for name, make in (('folder.json', os.mkdir), ('pipe.json', os.mkfifo)):
            make(self.path(name))
            status, _, errors = self.into_other(name)
            self.assertEqual(status, 1)
            self.assertIn('not a file', errors)
        self.assertIn('no file', self.into_other('nowhere.json')[2])
        self.assertFalse(os.path.exists(self.other))

    def test_json_by_its_beginning(self):
        self.export()
        os.rename(self.path('book.json'), self.path('letter'))
        self.assert_comes_back('letter')

    def test_a_file_that_cannot_be_written(self):
        self.fails(1, 'export', 'nowhere/book.json')


if __name__ == '__main__':
    taprunner.main()
