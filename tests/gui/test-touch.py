#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts moved with a finger, on a server that has a touch screen; what the file on disk says
afterwards is what counts."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
from finger import Finger
from onsample import IDEAL, KEY, LEAD, SECONDARY, OnSample
from onscreen import click, press, wait_for

SCREEN = 1280, 800


class Touch(OnSample):
    @classmethod
    def setUpClass(cls):
        cls.finger = Finger(*SCREEN)

    def hold(self, account):
        """Rests on a card until it is lifted off."""
        self.finger.press(self.card(account).point())
        wait_for('the card to be lifted', lambda: self.card(account).has('SELECTED'))

    def slide_to_box(self, box, words):
        """Slides to a box until that one says what will happen."""
        self.finger.slide(self.below(box))
        wait_for(words, lambda: self.box(box).description == words)

    def test_tap(self):
        self.finger.tap(self.card('Cobalt Freight').point())
        wait_for('the card to be selected', lambda: self.card('Cobalt Freight').has('SELECTED'))
        self.assertEqual(self.count_entries(), self.entries)

    def test_targets(self):
        """What is to be hit is 44 pixels high; cards and rows with half of the gaps around them."""
        rows = sorted(row.rect()[1] for row in (self.row('Brightwater Dairy'),
                                                self.row('Northgate Logistics')))
        self.assertGreaterEqual(rows[1] - rows[0], 44)
        self.assertGreaterEqual(self.card('Cobalt Freight').rect()[3] + 6, 44)
        for name, edge in ('KARE', -21), ('Tiers', 21):
            switch = self.switch(name)
            x, y = switch.point()
            self.finger.tap((x, y + edge))
            wait_for(name, lambda: switch.has('PRESSED'))
        self.hold('Cobalt Freight')
        parked = self.screen.find('Parked', 'push button')
        x, y = parked.point()
        for edge in -21, 21:
            self.finger.slide((x, y + edge))
            wait_for('what the shelf says', lambda: parked.description != '')
            self.finger.slide(self.below(KEY))
            wait_for('the end of what it says', lambda: parked.description == '')
        press('Escape')
        self.finger.up()

    def test_box_to_box(self):
        self.hold('Cobalt Freight')
        self.slide_to_box(KEY, 'Won: becomes a Key account')
        self.finger.up()
        self.wait_for_tier('Cobalt Freight', 'key')
        self.wait_for_place('Cobalt Freight', KEY)
        press('ctrl+z')
        self.wait_for_tier('Cobalt Freight', 'lead')

    def test_list_to_box(self):
        self.finger.press(self.row('Peller Brothers').point(0.3))
        self.slide_to_box(IDEAL, 'Lost client: becomes an Ideal client')
        self.finger.up()
        self.wait_for_tier('Peller Brothers', 'ideal')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_several(self):
        click(self.card('Cobalt Freight').point())
        click(self.card('Kingsway Pharma').point(), 'ctrl')
        wait_for('two selected', lambda: self.card('Cobalt Freight').has('SELECTED')
                 and self.card('Kingsway Pharma').has('SELECTED'))
        self.hold('Cobalt Freight')
        self.slide_to_box(SECONDARY, '2 accounts won: become Secondary accounts')
        self.finger.up()
        self.wait_for_tier('Cobalt Freight', 'secondary')
        self.wait_for_tier('Kingsway Pharma', 'secondary')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_to_shelf(self):
        self.hold('Cobalt Freight')
        parked = self.screen.find('Parked', 'push button')
        self.finger.slide(parked.point())
        wait_for('what the shelf says', lambda: parked.description == 'Parked: leaves the chart')
        self.finger.up()
        self.wait_for_tier('Cobalt Freight', 'parked')

    def test_rest(self):
        """Lifted where it rested: the menu, and no move."""
        self.finger.press(self.card('Cobalt Freight').point())
        self.finger.up()
        self.screen.wait_for_menu()
        press('Escape')
        self.assertEqual(self.count_entries(), self.entries)

    def test_rest_in_list(self):
        self.finger.press(self.row('Peller Brothers').point(0.3))
        self.finger.up()
        self.screen.wait_for_menu()
        press('Escape')
        wait_for('the account to be chosen', lambda: self.card('Peller Brothers').has('SELECTED'))

    def test_nowhere(self):
        """Dropped where nothing is, or given up with Escape: as if it had not been, and the next
        drag works."""
        self.hold('Cobalt Freight')
        self.slide_to_box(KEY, 'Won: becomes a Key account')
        press('Escape')
        wait_for('the end of the drag', lambda: not self.card('Cobalt Freight').has('SELECTED')
                 and self.box(KEY).description == '')
        self.finger.up()
        self.hold('Cobalt Freight')
        self.slide_to_box(KEY, 'Won: becomes a Key account')
        self.finger.slide(self.screen.find('Undo', 'push button').point())
        wait_for('the end of the hint', lambda: self.box(KEY).description == '')
        self.finger.up()
        wait_for('the end of the drag', lambda: not self.card('Cobalt Freight').has('SELECTED'))
        self.assertEqual(self.count_entries(), self.entries)
        self.hold('Juniper Labs')
        self.slide_to_box(IDEAL, 'Qualified: becomes an Ideal client')
        self.finger.up()
        self.wait_for_tier('Juniper Labs', 'ideal')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_slide_moves_nothing(self):
        """Without resting first a finger does not take a card along."""
        self.finger.down(self.card('Cobalt Freight').point())
        self.finger.slide(self.card('Kingsway Pharma').point())
        self.finger.up()
        self.hold('Juniper Labs')
        self.assertFalse(self.card('Kingsway Pharma').has('SELECTED'))
        self.slide_to_box(IDEAL, 'Qualified: becomes an Ideal client')
        self.finger.up()
        self.wait_for_tier('Juniper Labs', 'ideal')
        self.assertEqual(self.book.tier('Cobalt Freight'), 'lead')
        self.assertEqual(self.count_entries(), self.entries + 1)
        wait_for('nothing else to be chosen', lambda: self.card('Juniper Labs').has('SELECTED')
                 and not self.card('Cobalt Freight').has('SELECTED'))


if __name__ == '__main__':
    taprunner.main()
