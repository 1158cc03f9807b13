#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts moved with the real pointer and the real keyboard in the real window; what the file on
disk says afterwards is what counts."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
from onsample import IDEAL, KEY, LEAD, SECONDARY, OnSample
from onscreen import cancel, click, drag, drop, hover, press, wait_for


class OnChart(OnSample):
    """What only these tests ask of the window."""

    def drag_to_box(self, start, box, words):
        """Drags to a box until that one says what will happen."""
        drag(start, self.below(box))
        hover(words, lambda: self.box(box).description == words)

    def wait_for_end(self, account):
        """Of a drag that came to nothing: until what was dragged has flown back, it takes the
        presses that are meant for what it flies over."""
        wait_for('the end of the drag', lambda: not self.card(account).has('SELECTED')
                 and not onscreen.is_dragging())

    def drag_to_nothing(self, account, end):
        """Drags a card, which is selected while that lasts, and lets go of it."""
        drag(self.card(account).point(), end)
        hover('a drag', lambda: self.card(account).has('SELECTED'))
        drop()
        self.wait_for_end(account)

    def assert_nothing_happened(self):
        """Does something after all, so that what was done before has had its effect if any."""
        self.assertEqual(self.count_entries(), self.entries)
        self.drag_to_box(self.card('Juniper Labs').point(), IDEAL,
                         'Qualified: becomes an Ideal client')
        drop()
        self.wait_for_tier('Juniper Labs', 'ideal')
        self.assertEqual(self.count_entries(), self.entries + 1)


class Pointer(OnChart):
    def test_box_to_box(self):
        self.drag_to_box(self.card('Cobalt Freight').point(), KEY, 'Won: becomes a Key account')
        drop()
        self.wait_for_tier('Cobalt Freight', 'key')
        self.wait_for_place('Cobalt Freight', KEY)
        wait_for('the selection', lambda: self.card('Cobalt Freight').has('SELECTED'))
        self.assertEqual(self.card('Cobalt Freight').description,
                         'Moved from Leads to qualify to Key accounts')
        press('ctrl+z')
        self.wait_for_tier('Cobalt Freight', 'lead')
        self.wait_for_place('Cobalt Freight', LEAD)

    def test_list_to_box(self):
        self.drag_to_box(self.row('Peller Brothers').point(0.3), IDEAL,
                         'Lost client: becomes an Ideal client')
        drop()
        self.wait_for_tier('Peller Brothers', 'ideal')
        self.wait_for_place('Peller Brothers', IDEAL)
        press('ctrl+z')
        self.wait_for_tier('Peller Brothers', 'secondary')

    def test_several(self):
        click(self.card('Cobalt Freight').point())
        click(self.card('Kingsway Pharma').point(), 'ctrl')
        wait_for('two selected', lambda: self.card('Cobalt Freight').has('SELECTED')
                 and self.card('Kingsway Pharma').has('SELECTED'))
        self.drag_to_box(self.card('Cobalt Freight').point(), SECONDARY,
                         '2 accounts won: become Secondary accounts')
        drop()
        self.wait_for_tier('Cobalt Freight', 'secondary')
        self.assertEqual(self.book.tier('Kingsway Pharma'), 'secondary')
        self.assertEqual(self.count_entries(), self.entries + 1)
        press('ctrl+z')
        self.wait_for_tier('Cobalt Freight', 'lead')
        self.assertEqual(self.book.tier('Kingsway Pharma'), 'ideal')

    def test_range(self):
        click(self.card('Hartwell Dairies').point())
        click(self.card('Old Mill Paper').point(), 'shift')
        between = ('Hartwell Dairies', 'Westmoor Plastics', 'Cobalt Freight', 'Old Mill Paper')
        wait_for('four selected', lambda: all(self.card(name).has('SELECTED') for name in between))
        self.assertFalse(self.card('Juniper Labs').has('SELECTED'))
        click(self.below(IDEAL))
        wait_for('none selected',
                 lambda: not any(self.card(name).has('SELECTED') for name in between))

    def test_escape(self):
        self.drag_to_box(self.card('Cobalt Freight').point(), KEY, 'Won: becomes a Key account')
        cancel()
        wait_for('no words', lambda: self.box(KEY).description == '')
        wait_for('no selection', lambda: not self.card('Cobalt Freight').has('SELECTED'))
        drop()
        self.assert_nothing_happened()

    def test_escape_from_the_list(self):
        self.drag_to_box(self.row('Peller Brothers').point(0.3), LEAD,
                         'Lost client: becomes a Lead to qualify')
        cancel()
        wait_for('no words', lambda: self.box(LEAD).description == '')
        drop()
        self.assert_nothing_happened()

    def test_same_box(self):
        self.drag_to_nothing('Cobalt Freight', self.card('Old Mill Paper').point())
        self.assert_nothing_happened()

    def shelf(self, name):
        return self.screen.find(name, 'push button', self.screen.find('Shelf'))

    def drag_to_shelf(self, start, name, words):
        """Drags to a half of the shelf until that one says what will happen."""
        drag(start, self.shelf(name).point())
        hover(words, lambda: self.shelf(name).description == words)

    def test_card_to_jettison(self):
        self.drag_to_shelf(self.card('Peller Brothers').point(), 'Jettison',
                           'Let go: turn around or end soon')
        drop()
        wait_for('the profile', lambda: self.book.query(
            "SELECT profile FROM account WHERE name = 'Peller Brothers'") == [('jettison',)])
        self.assertEqual(self.book.tier('Peller Brothers'), 'secondary')
        wait_for('the figures', lambda: self.shelf('Jettison').name.startswith(
            'Jettison, 3 accounts'))
        press('ctrl+z')
        wait_for('the figures', lambda: self.shelf('Jettison').name.startswith(
            'Jettison, 2 accounts'))

    def test_row_to_parked(self):
        self.drag_to_shelf(self.row('Peller Brothers').point(0.3), 'Parked',
                           'Parked: leaves the chart')
        drop()
        self.wait_for_tier('Peller Brothers', 'parked')
        wait_for('the figures', lambda: self.shelf('Parked').name.startswith('Parked, 7 accounts'))

    def test_prospect_to_jettison(self):
        self.drag_to_shelf(self.card('Cobalt Freight').point(), 'Jettison',
                           'Only clients can be let go')
        drop()
        wait_for('no words', lambda: self.shelf('Jettison').description == '')
        self.wait_for_end('Cobalt Freight')
        self.assert_nothing_happened()

    def test_open_shelf(self):
        """By keys alone, from the last card of the chart."""
        self.shelf('Jettison').act('click')
        wait_for('the accounts', lambda: self.screen.look('Bellwether Radio', 'push button'))
        self.assertTrue(self.screen.look('Sable Ceramics: Ended', 'push button'))
        press('Escape')
        wait_for('the end of it', lambda: not self.screen.look('Bellwether Radio', 'push button'))

    def test_divider(self):
        x, y, width, height = self.box(KEY).rect()
        self.drag_to_nothing('Cobalt Freight', (x + width // 2, y + height + 4))
        self.assert_nothing_happened()

    def test_keys(self):
        click(self.card('Castellan Insurance').point())
        wait_for('the focus', lambda: self.card('Castellan Insurance').has('FOCUSED'))
        press('shift+Down')
        self.wait_for_tier('Castellan Insurance', 'secondary')
        wait_for('the focus to follow', lambda: self.card('Castellan Insurance').has('FOCUSED'))
        press('shift+Right')
        self.wait_for_tier('Castellan Insurance', 'lead')
        press('1')
        self.wait_for_tier('Castellan Insurance', 'key')
        press('1', '2')
        self.wait_for_tier('Castellan Insurance', 'secondary')
        self.assertEqual(self.count_entries(), self.entries + 4)
        press('ctrl+z', 'ctrl+z')
        self.wait_for_tier('Castellan Insurance', 'lead')

    def test_walk(self):
        click(self.card('Brightwater Dairy').point())
        for key, name in (('Right', 'Northgate Logistics'), ('Down', 'Castellan Insurance'),
                          ('Right', 'Aldermere Rail'), ('Home', 'Solent Renewables'),
                          ('End', 'Penrose Shipping'), ('Tab', 'Mossfield Schools Trust'),
                          ('Tab', 'Hartwell Dairies'), ('shift+Tab', 'Mossfield Schools Trust')):
            press(key)
            wait_for(f'{key} to lead to {name}', lambda: self.card(name).has('FOCUSED'))
        press('space')
        wait_for('two selected', lambda: self.card('Mossfield Schools Trust').has('SELECTED')
                 and self.card('Brightwater Dairy').has('SELECTED'))
        self.assertEqual(self.count_entries(), self.entries)

    def test_menu(self):
        click(self.card('Brightwater Dairy').point())
        press('Menu')
        self.screen.wait_for_menu()
        press('Escape')
        wait_for('the focus back', lambda: self.card('Brightwater Dairy').has('FOCUSED'))


class Actions(OnChart):
    # GTK loses the list of actions that it gives to a screen reader: only a whole stack tells.
    environment = dict(onscreen.ENVIRONMENT,
                       ASAN_OPTIONS='detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=8')

    def test_actions(self):
        """What a screen reader can do without any key."""
        self.card('Cobalt Freight').act('card.select')
        wait_for('the selection', lambda: self.card('Cobalt Freight').has('SELECTED'))
        self.assertTrue(self.card('Cobalt Freight').has('FOCUSED'))


if __name__ == '__main__':
    taprunner.main()
