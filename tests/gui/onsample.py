# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with the chart of the sample book, and what the tests of hands ask of it."""
import pathlib
import tempfile
import unittest

import onscreen
import program
from onscreen import wait_for

# Without the panel every account of the sample has its card.
SIZE = {'window-width': 1270, 'window-height': 790, 'show-panel': 'false'}
KEY, SECONDARY, IDEAL, LEAD = ('Key accounts', 'Secondary accounts', 'Ideal clients',
                               'Leads to qualify')


class OnSample(unittest.TestCase):
    environment = onscreen.ENVIRONMENT

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.book = onscreen.Book(self.folder / 'sample.quadrille')
        self.fill()
        window = self.enterContext(program.Window(book=self.book.path, settings=SIZE,
                                                  environment=self.environment))
        self.screen = onscreen.Screen(window)
        self.chart = self.screen.find('Account chart')
        self.card('Cobalt Freight')
        self.entries = self.count_entries()

    def fill(self):
        program.command('sample', self.book.path)

    def card(self, account):
        return self.screen.find(account, 'list item', self.chart)

    def box(self, name):
        return self.screen.find(name, onscreen.GROUP, self.chart)

    def row(self, account):
        return self.screen.find(account, 'label', self.screen.find('Accounts', 'tree table'))

    def switch(self, name):
        """One of linked buttons; newer toolkits call them toggle buttons."""
        return wait_for(name, lambda: self.screen.look(name, 'push button')
                        or self.screen.look(name, 'toggle button'))

    def below(self, box):
        """A point at the lower end of a box."""
        return self.box(box).point(0.5, 0.97)

    def wait_for_tier(self, account, tier):
        wait_for(f'{account} to be in {tier}, now {self.book.tier(account)}',
                 lambda: self.book.tier(account) == tier)

    def wait_for_place(self, account, box):
        wait_for(f'{account} to stand in {box}',
                 lambda: self.screen.look(account, 'list item', self.box(box)))

    def count_entries(self):
        (n,), = self.book.query('SELECT count(*) FROM journal_entry')
        return n
