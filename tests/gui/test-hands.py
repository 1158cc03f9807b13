#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hands do with the chart beyond moving one card: the rubber band, the search by typing, a box
zoomed to the whole chart, the popover of a figure. Real pointer, real keyboard."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import program
from onsample import IDEAL, KEY, LEAD, SECONDARY, OnSample
from onscreen import (GROUP, cancel, click, drag, drop, hover, press, wait_for,
                      xdotool)


class OnChart(OnSample):
    """What only these tests ask of the window."""

    def header(self, name):
        return self.screen.find(name, 'push button', self.box(name))

    def selected(self, *accounts):
        chosen = {node.name.split(',')[0] for node in self.chart.walk()
                  if node.role == 'list item' and node.has('SELECTED')}
        return chosen == set(accounts)

    def wait_for_selected(self, *accounts):
        wait_for(f'{accounts} selected', lambda: self.selected(*accounts))

    def zoom(self, box, other):
        """Has a box fill the chart, so that the other boxes' accounts are gone."""
        x, y, width, height = self.header(box).rect()
        click((x + 40, y + 16), times=2)
        wait_for('no other cards', lambda: self.screen.look(other, 'list item', self.chart) is None)


class Crowded(OnChart):
    """With more leads than a window shows."""

    def fill(self):
        super().fill()
        leads = self.folder / 'leads.csv'
        leads.write_text('Name,Potential\n' + ''.join(f'Lead {n:03},{900 - n}\n'
                                                      for n in range(300)))
        program.command('import', leads, '--as', 'leads', book=self.book.path)

    def test_autoscroll(self):
        """A card dragged to the lower edge of a zoomed box has it scroll, and goes on from there."""
        self.zoom(LEAD, 'Brightwater Dairy')
        first = self.card('Cobalt Freight')
        x, y, width, height = self.box(LEAD).rect()
        top = first.rect()[1]
        parked = self.screen.find('Parked', 'push button', self.screen.find('Shelf'))
        drag(first.point(), (x + width // 2, parked.rect()[1] - 20))
        hover('it to scroll', lambda: first.rect()[1] < top - 100)
        words = 'Parked: leaves the chart'
        xdotool('mousemove', *parked.point())
        hover(words, lambda: parked.description == words)
        drop()
        wait_for('the move', lambda: self.book.tier('Cobalt Freight') == 'parked')


class Hands(OnChart):
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
        self.zoom(SECONDARY, 'Brightwater Dairy')
        click(self.screen.find('All Boxes', 'push button').point())
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

    def choose(self, name):
        click(self.switch(name).point())

    def wait_for_value(self, account, field, value):
        def read():
            (found,), = self.book.query(f'SELECT {field} FROM account WHERE name = ?', account)
            return found
        wait_for(f'{field} of {account} to be {value}, now {read()}', lambda: read() == value)

    def drag_to_box(self, account, box, words):
        drag(self.card(account).point(), self.box(box).point(0.5, 0.95))
        hover(words, lambda: self.box(box).description == words)
        drop()

    def test_kare_by_pointer(self):
        """Across the middle is a win or a loss as well, in one step that is undone in one."""
        self.choose('KARE')
        self.screen.find('Expand', 'panel', self.chart)
        self.drag_to_box('Cobalt Freight', 'Expand',
                         'Won: becomes a Secondary account with the profile Expand')
        self.wait_for_value('Cobalt Freight', 'profile', 'expand')
        self.assertEqual(self.book.tier('Cobalt Freight'), 'secondary')
        self.drag_to_box('Cobalt Freight', 'Keep', 'Gets the profile Keep')
        self.wait_for_value('Cobalt Freight', 'profile', 'keep')
        press('ctrl+z', 'ctrl+z')
        self.wait_for_value('Cobalt Freight', 'profile', 'attain')
        self.assertEqual(self.book.tier('Cobalt Freight'), 'lead')

    def test_kare_by_key(self):
        self.choose('KARE')
        self.screen.find('Expand', 'panel', self.chart)
        click(self.card('Halden Medical Supply').point())
        wait_for('the focus', lambda: self.card('Halden Medical Supply').has('FOCUSED'))
        press('k')
        self.wait_for_value('Halden Medical Supply', 'profile', 'keep')
        wait_for('the focus to follow', lambda: self.card('Halden Medical Supply').has('FOCUSED'))
        press('1')
        self.wait_for_value('Halden Medical Supply', 'profile', 'expand')
        press('slash', 'k')
        wait_for('a name', lambda: self.card('Kingsway Pharma').has('FOCUSED'))
        self.assertEqual(self.book.tier('Kingsway Pharma'), 'ideal')

    def choose_cards(self, *accounts):
        for i, account in enumerate(accounts):
            click(self.card(account).point(), *['ctrl'][:i])
        self.wait_for_selected(*accounts)

    def drag_several_to_box(self, accounts, box, words):
        self.choose_cards(*accounts)
        self.drag_to_box(accounts[0], box, words)

    def drag_row_to_box(self, account, box, words):
        drag(self.row(account).point(0.3), self.box(box).point(0.5, 0.95))
        hover(words, lambda: self.box(box).description == words)

    def cancel_drag(self, box):
        """Gives up the drag that is on, and lets go of the button."""
        cancel()
        wait_for('no words', lambda: self.box(box).description == '')
        drop()

    def test_kare_from_the_list(self):
        self.choose('KARE')
        self.screen.find('Expand', 'panel', self.chart)
        self.drag_row_to_box('Peller Brothers', 'Expand', 'Gets the profile Expand')
        self.cancel_drag('Expand')
        self.drag_row_to_box('Peller Brothers', 'Expand', 'Gets the profile Expand')
        drop()
        self.wait_for_value('Peller Brothers', 'profile', 'expand')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_kare_several(self):
        self.choose('KARE')
        self.screen.find('Expand', 'panel', self.chart)
        self.drag_several_to_box(('Northgate Logistics', 'Castellan Insurance'), 'Expand',
                                 '2 accounts get the profile Expand')
        for account in ('Northgate Logistics', 'Castellan Insurance'):
            self.wait_for_value(account, 'profile', 'expand')
        self.assertEqual(self.count_entries(), self.entries + 1)
        press('k')
        for account in ('Northgate Logistics', 'Castellan Insurance'):
            self.wait_for_value(account, 'profile', 'keep')
        self.assertEqual(self.count_entries(), self.entries + 2)

    def planned(self):
        return dict(self.book.query('SELECT account.name, planned_move.tier FROM planned_move '
                                    'JOIN account ON account.id = planned_move.account_id'))

    def test_plan_by_pointer(self):
        self.choose('Plan')
        self.drag_to_box('Kingsway Pharma', KEY, 'Plan: 1 account to Key accounts')
        wait_for('the plan', lambda: self.planned() == {'Kingsway Pharma': 'key'})
        self.assertEqual(self.book.tier('Kingsway Pharma'), 'ideal')
        wait_for('its old place empty', lambda: not self.screen.look('Kingsway Pharma', 'list item',
                                                                     self.box(IDEAL)))
        self.choose('Now')
        wait_for('its place now', lambda: self.screen.look('Kingsway Pharma', 'list item',
                                                           self.box(IDEAL)))

    def test_plan_by_key(self):
        self.choose('Plan')
        click(self.card('Cobalt Freight').point())
        press('2')
        wait_for('the plan', lambda: self.planned() == {'Cobalt Freight': 'secondary'})
        press('4')
        wait_for('no plan', lambda: self.planned() == {})

    def test_plan_several(self):
        both = ('Kingsway Pharma', 'Aldermere Rail')
        self.choose('Plan')
        self.drag_several_to_box(both, KEY, 'Plan: 2 accounts to Key accounts')
        wait_for('the plan', lambda: self.planned() == dict.fromkeys(both, 'key'))
        self.assertEqual(self.count_entries(), self.entries + 1)
        press('2')
        wait_for('another plan', lambda: self.planned() == dict.fromkeys(both, 'secondary'))
        press('ctrl+z', 'ctrl+z')
        wait_for('no plan', lambda: self.planned() == {})

    def test_plan_from_the_list(self):
        self.choose('Plan')
        self.drag_row_to_box('Peller Brothers', IDEAL, 'Plan: 1 account to Ideal clients')
        self.cancel_drag(IDEAL)
        self.drag_row_to_box('Peller Brothers', IDEAL, 'Plan: 1 account to Ideal clients')
        drop()
        wait_for('the plan', lambda: self.planned() == {'Peller Brothers': 'ideal'})
        self.assertEqual(self.book.tier('Peller Brothers'), 'secondary')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_bubbles(self):
        self.choose('Bubbles')
        click(self.card('Cobalt Freight').point())
        self.wait_for_selected('Cobalt Freight')
        press('3')
        self.wait_for_value('Cobalt Freight', 'tier', 'ideal')
        self.drag_to_box('Cobalt Freight', KEY, 'Won: becomes a Key account')
        self.wait_for_value('Cobalt Freight', 'tier', 'key')

    def tree(self):
        """Each box with the accounts in it, as anybody sees them from outside."""
        boxes = {}
        for box in self.chart.children():
            if box.role in GROUP and box.name:
                boxes[box.name.split(',')[0]] = [node.name.split(',')[0] for node in box.children()
                                                 if node.role == 'list item']
        return boxes

    def test_tree(self):
        before = self.tree()
        for box, tier in ((KEY, 'key'), (SECONDARY, 'secondary'), (IDEAL, 'ideal'),
                          (LEAD, 'lead')):
            names = {name for name, in self.book.query('SELECT name FROM account WHERE tier = ?',
                                                       tier)}
            self.assertEqual(set(before[box]), names)
        click(self.card('Cobalt Freight').point())
        press('1')
        wait_for('another tree', lambda: 'Cobalt Freight' in self.tree()[KEY])
        self.assertNotIn('Cobalt Freight', self.tree()[LEAD])

    def test_copy_by_key(self):
        """the chart and the list copy the chosen accounts; a text field keeps its own copy"""
        search = self.screen.find('Search Accounts', ('entry', 'text'))

        def holds(text):
            wait_for(f'“{text}” in the search', lambda: text in search.text())

        click(self.card('Cobalt Freight').point())
        self.wait_for_selected('Cobalt Freight')
        press('ctrl+c')
        self.screen.find('1 account copied')
        press('ctrl+f', 'ctrl+v')
        holds('Cobalt Freight')

        press('ctrl+a', 'BackSpace')
        xdotool('type', 'brightwater')
        holds('brightwater')
        press('ctrl+a', 'ctrl+c', 'BackSpace')
        wait_for('no text', lambda: search.text() == '')
        press('ctrl+v')
        holds('brightwater')
        press('Return')
        self.wait_for_selected('Brightwater Dairy')
        press('ctrl+c', 'ctrl+f', 'ctrl+a', 'ctrl+v')
        holds('Brightwater Dairy')

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
