#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hands do with the chart beyond moving one card: the rubber band, the search by typing, a box
zoomed to the whole chart, the popover of a figure. Real pointer, real keyboard."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program
from onscreen import click, drag, drop, hover, press, wait_for, xdotool

SIZE = {'window-width': 1270, 'window-height': 790, 'show-panel': 'false'}
KEY, SECONDARY, IDEAL, LEAD = ('Key accounts', 'Secondary accounts', 'Ideal clients',
                               'Leads to qualify')


class Hands(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.book = onscreen.Book(pathlib.Path(folder.name) / 'sample.quadrille')
        program.command('sample', self.book.path)
        window = self.enterContext(program.Window(book=self.book.path, settings=SIZE,
                                                  environment=onscreen.ENVIRONMENT))
        self.screen = onscreen.Screen(window)
        self.chart = self.screen.find('Account chart')
        self.card('Cobalt Freight')

    def card(self, account):
        return self.screen.find(account, 'list item', self.chart)

    def box(self, name):
        return self.screen.find(name, 'panel', self.chart)

    def header(self, name):
        return self.screen.find(name, 'push button', self.box(name))

    def selected(self, *accounts):
        chosen = {node.name.split(',')[0] for node in self.chart.walk()
                  if node.role == 'list item' and node.has('SELECTED')}
        return chosen == set(accounts)

    def wait_for_selected(self, *accounts):
        wait_for(f'{accounts} selected', lambda: self.selected(*accounts))

    def stretch(self, box):
        """Drags a band over a whole box, from its lower end to its header."""
        drag(self.box(box).point(0.98, 0.98), self.header(box).point(0.02, 0.5))

    def test_band(self):
        self.stretch(IDEAL)
        drop()
        self.wait_for_selected('Solent Renewables', 'Kingsway Pharma', 'Aldermere Rail',
                               'Fairholt Grocers', 'Penrose Shipping')
        start, end = self.card('Ridgeline Outdoor').point(1.2), self.card('Ridgeline Outdoor').point()
        xdotool('keydown', 'ctrl')
        drag(start, end)
        drop()
        xdotool('keyup', 'ctrl')
        self.wait_for_selected('Solent Renewables', 'Kingsway Pharma', 'Aldermere Rail',
                               'Fairholt Grocers', 'Penrose Shipping', 'Ridgeline Outdoor')

    def test_band_escape(self):
        click(self.card('Cobalt Freight').point())
        self.wait_for_selected('Cobalt Freight')
        self.stretch(IDEAL)
        press('Escape')
        drop()
        # what comes after has its effect, and so had what came before
        click(self.card('Brightwater Dairy').point(), 'ctrl')
        self.wait_for_selected('Cobalt Freight', 'Brightwater Dairy')

    def test_middle_button(self):
        click(self.card('Cobalt Freight').point())
        self.wait_for_selected('Cobalt Freight')
        xdotool('mousemove', *self.card('Juniper Labs').point(), 'click', 2)
        click(self.card('Brightwater Dairy').point(), 'ctrl')
        self.wait_for_selected('Cobalt Freight', 'Brightwater Dairy')

    def test_find(self):
        click(self.card('Brightwater Dairy').point())
        wait_for('the focus', lambda: self.card('Brightwater Dairy').has('FOCUSED'))
        press('c', 'o', 'b')
        wait_for('Cobalt Freight found', lambda: self.card('Cobalt Freight').has('FOCUSED'))
        press('Escape', 's', 'o', 'l')
        wait_for('Solent found', lambda: self.card('Solent Renewables').has('FOCUSED'))

    def test_zoom_by_pointer(self):
        x, y, width, height = self.header(SECONDARY).rect()
        click((x + 40, y + 16), times=2)
        wait_for('no other cards', lambda: self.screen.look('Brightwater Dairy', 'list item',
                                                           self.chart) is None)
        # the others are headers still: one is dropped on, one is clicked
        end = self.header(KEY).point()
        drag(self.card('Peller Brothers').point(), end)
        hover('words', lambda: self.box(KEY).description == 'Promoted to Key account')
        drop()
        wait_for('the move', lambda: self.book.tier('Peller Brothers') == 'key')
        click(self.header(KEY).point())
        wait_for('the other box', lambda: self.screen.look('Brightwater Dairy', 'list item',
                                                           self.chart))
        press('Escape')
        wait_for('all boxes', lambda: self.screen.look('Cobalt Freight', 'list item', self.chart))

    def test_zoom_by_key(self):
        click(self.card('Mossfield Schools Trust').point())
        press('Up')
        wait_for('the header', lambda: self.header(SECONDARY).has('FOCUSED'))
        press('Return')
        wait_for('no other cards', lambda: self.screen.look('Brightwater Dairy', 'list item',
                                                           self.chart) is None)
        press('Down')
        wait_for('the card', lambda: self.card('Mossfield Schools Trust').has('FOCUSED'))
        press('1')
        wait_for('the move', lambda: self.book.tier('Mossfield Schools Trust') == 'key')
        press('Escape')
        wait_for('all boxes', lambda: self.screen.look('Cobalt Freight', 'list item', self.chart))

    def test_explain(self):
        x, y, width, height = self.header(KEY).rect()
        click((x + width - 30, y + 16))
        listed = self.screen.find('Accounts behind the figures', 'list')
        wait_for('the accounts', lambda: self.screen.look('Ridgeline Outdoor', None, listed))
        press('Escape')
        wait_for('it to close', lambda: self.screen.look('Accounts behind the figures') is None)
        wait_for('the focus', lambda: self.header(KEY).has('FOCUSED'))


if __name__ == '__main__':
    taprunner.main()
