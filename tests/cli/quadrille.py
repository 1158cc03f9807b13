# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line tests share: a scratch folder and the built program in it.

The program is what the environment variable QUADRILLE names. It runs without a display, in the C
locale and with a home of its own, as on a server.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, '..', 'data')
NORTHWIND = os.path.join(DATA, 'northwind-customers.csv')

sys.path.insert(0, os.path.join(HERE, '..', 'tools'))
import taprunner  # noqa: E402,F401 pylint: disable=wrong-import-position,unused-import


class Case(unittest.TestCase):
    """A test with a scratch folder; "book" in it is the book unless a test names another."""

    maxDiff = None

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='quadrille-cli-')
        self.addCleanup(shutil.rmtree, self.folder)
        # apart from it: libraries may make their folders there
        self.home = tempfile.mkdtemp(prefix='quadrille-home-')
        self.addCleanup(shutil.rmtree, self.home)
        self.book = self.path('book.quadrille')

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, encoding='utf-8'):
        with open(self.path(name), 'w', encoding=encoding, newline='') as file:
            file.write(text)
        return self.path(name)

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items()
                if name in ('PATH', 'TMPDIR') or name.endswith('SAN_OPTIONS')}
        kept.update(HOME=self.home, XDG_DATA_HOME=self.path('share'), TZ='UTC', LC_ALL='C')
        kept.update(more)
        return kept

    def start(self, *words, book=True, env=None, **pipes):
        options = ['--book', self.book] if book else []
        return subprocess.Popen([os.environ['QUADRILLE'], *options, *words],
                                cwd=self.folder, env=env or self.environment(), **pipes)

    def run_it(self, *words, book=True, env=None):
        """Runs the program; returns (status, output, errors)."""
        process = self.start(*words, book=book, env=env, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        output, errors = process.communicate()
        return process.returncode, output.decode('utf-8'), errors.decode('utf-8')

    def ok(self, *words, **options):
        """Runs the program, which must succeed without a word on standard error."""
        status, output, errors = self.run_it(*words, **options)
        self.assertEqual((status, errors), (0, ''), words)
        return output

    def json(self, *words, **options):
        return json.loads(self.ok(*words, '--format', 'json', **options))

    def fails(self, status, *words, **options):
        """Runs the program, which must fail with one line on standard error; returns that."""
        got, output, errors = self.run_it(*words, **options)
        self.assertEqual((got, output), (status, ''), (words, errors))
        self.assertRegex(errors, r'\Aquadrille: [^\n]+\n\Z')
        return errors[len('quadrille: '):-1]

    def digest(self, path=None):
        with open(path or self.book, 'rb') as file:
            return hashlib.sha256(file.read()).hexdigest()

    def names(self, **filters):
        """The accounts' names, by tier and profile if given."""
        options = [word for name, value in filters.items() for word in ('--' + name, value)]
        return [account['name'] for account in self.json('list', *options)]

    def account(self, name):
        found = [account for account in self.json('list') if account['name'] == name]
        self.assertEqual(len(found), 1, name)
        return found[0]
