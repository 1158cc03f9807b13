#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that no list is, or not an honest one: a clear answer, little memory, the book unchanged."""

import os
import subprocess
import zipfile

from quadrille import Case, taprunner

MEGABYTE = 1024 * 1024
# A sanitizer keeps what was freed for a while.
MOST_MEMORY = (1000 if 'ASAN_OPTIONS' in os.environ else 200) * MEGABYTE
RELATIONSHIPS = '<Relationships><Relationship Id="1" Type="/officeDocument" Target="w"/>' \
                '</Relationships>'


class Hostile(Case):
    def fill(self, name, *parts):
        """Writes a file of parts, each bytes, or bytes and how often they stand there."""
        with open(self.path(name), 'wb') as file:
            for part in parts:
                if isinstance(part, bytes):
                    file.write(part)
                    continue
                data, times = part
                block = max(1, min(times, MEGABYTE // len(data)))
                for _ in range(times // block):
                    file.write(data * block)
                file.write(data * (times % block))
        return self.path(name)

    def take(self, path, *words):
        """Imports a file; returns (status, output, errors) when memory stayed within bounds."""
        process = self.start('import', path, *words, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, errors = process.stdout.read(), process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertLess(usage.ru_maxrss * 1024, MOST_MEMORY, path)
        return process.returncode, output.decode(), errors.decode()

    def refused(self, path, said):
        before = self.digest()
        status, output, errors = self.take(path)
        self.assertEqual((status, output), (1, ''), errors[:500])
        self.assertRegex(errors, r'\Aquadrille: [^\n]+\n\Z')
        self.assertIn(said, errors)
        self.assertEqual(self.digest(), before)

    def taken(self, path, created, rejected):
        status, output, errors = self.take(path, '--dry-run')
        self.assertEqual((status, errors), (0, ''))
        self.assertIn(f'Would create {created}, update 0, leave 0 as they are, reject {rejected}.',
                      output)

    def setUp(self):
        super().setUp()
        self.ok('import', self.write('first.csv', 'Name\nFirst\n'))

    def test_long_lines(self):
        self.taken(self.fill('line.csv', b'Name,Phone\nAlder,1\n', (b'a', 64 * MEGABYTE),
                             b'\nBirch,2\n'), 2, 1)
        self.taken(self.fill('line.vcf', b'BEGIN:VCARD\nFN:A\nORG:Alder\nPHOTO:',
                             (b'QUFB', 16 * MEGABYTE), b'\nEND:VCARD\nBEGIN:VCARD\nORG:B\nNOTE:',
                             (b'a', 8 * MEGABYTE), b'\nEND:VCARD\n'), 1, 1)

    def test_quotes(self):
        self.taken(self.fill('breaks.csv', b'Name,Notes\nAlder,"', (b'x\n', 300000),
                             b'"\nBirch,2\n'), 1, 1)
        self.taken(self.fill('open.csv', b'Name,Notes,Phone\nAlder,"', (b'x\n', 2000000)), 0,
                   2000000)

    def test_columns(self):
        self.refused(self.fill('wide.csv', b'Name', (b',x', 100000), b'\nA\n'),
                     'more than 2000 columns')
        self.taken(self.fill('commas.csv', b'Name\nAlder\n', (b',', 20 * MEGABYTE), b'\n'), 1, 1)

    def test_other_kinds(self):
        for start, said in ((b'%PDF-1.7\n', 'PDF'), (b'\x89PNG\r\n\x1a\n', 'picture'),
                            (b'\x7fELF\2\1\1\0', 'program'), (b'\0' * 100, 'not a text file'),
                            (bytes(range(256)), 'not a text file'), (b'<html>', 'web page'),
                            (b'PK\3\4', 'damaged')):
            self.refused(self.fill('list.csv', start, (b'\1\0\2\3', 100000)), said)

    def test_zip_bombs(self):
        with zipfile.ZipFile(self.path('bomb.xlsx'), 'w', zipfile.ZIP_DEFLATED) as file:
            file.writestr('_rels/.rels', RELATIONSHIPS)
            with file.open('w', 'w') as part:
                for _ in range(80):
                    part.write(b' ' * MEGABYTE)
        self.assertLess(os.path.getsize(self.path('bomb.xlsx')), MEGABYTE)
        self.refused(self.path('bomb.xlsx'), 'damaged')

        with zipfile.ZipFile(self.path('bomb.xlsx'), 'w', zipfile.ZIP_DEFLATED) as file:
            file.writestr('_rels/.rels', RELATIONSHIPS)
            file.writestr('_rels/w.rels', '<Relationships/>')
            with file.open('w', 'w') as part:
                part.write(b'<workbook>')
                for _ in range(80):
                    part.write(b' ' * MEGABYTE)
        self.refused(self.path('bomb.xlsx'), 'unpacks to far more')

    def test_many_entries(self):
        with zipfile.ZipFile(self.path('many.xlsx'), 'w') as file:
            for i in range(20000):
                file.writestr(f'../{i}', '')
        self.refused(self.path('many.xlsx'), 'damaged')


if __name__ == '__main__':
    taprunner.main()
