#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts aligned with the real keyboard in the real window; what the file on disk says afterwards is
what counts."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program
from onscreen import press, wait_for

# The largest first: this is the order in which they are asked for.
ACCOUNTS = [('Able & <b>Baker</b>', 900000), ('Best Bricks', 800000), ('Cold Comfort', 700000),
            ('Dry Dock', 600000)]
SIZE = {'window-width': 1270, 'window-height': 790, 'show-panel': 'false'}


class Align(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        folder = pathlib.Path(folder.name)
        self.book = onscreen.Book(folder / 'align.quadrille')
        (folder / 'list.csv').write_text('Name;Revenue\n' + ''.join(
            f'{name};{revenue}\n' for name, revenue in ACCOUNTS))
        program.command('import', folder / 'list.csv', book=self.book.path)
        self.entries = self.count_entries()
        self.window = self.enterContext(program.Window(book=self.book.path, settings=SIZE,
                                                       environment=onscreen.ENVIRONMENT))
        self.screen = onscreen.Screen(self.window)
        self.screen.find('Account chart')
        self.open()

    def open(self):
        press('F10')
        self.screen.wait_for_menu()
        press('l')
        self.dialog = wait_for('the window', self.find_dialog)
        self.asked('Able & <b>Baker</b>')

    def find_dialog(self):
        application = self.screen.frame.accessible.get_parent()
        for i in range(application.get_child_count()):
            node = onscreen.Node(self.screen, application.get_child_at_index(i))
            if node.name == 'Align Accounts':
                return node
        return None

    def asked(self, account):
        """Waits until this account is asked for, and has the focus."""
        def shown():
            node = self.screen.look(account, onscreen.GROUP, self.dialog)
            return node if node is not None and node.has('FOCUSED') else None
        return wait_for(f'{account} to be asked for', shown)

    def closed(self):
        wait_for('the window to close', lambda: self.find_dialog() is None)

    def count_entries(self):
        (n,), = self.book.query('SELECT count(*) FROM journal_entry')
        return n

    def profiles(self):
        """The letters of the accounts in their order; - for none."""
        rows = dict(self.book.query('SELECT name, profile FROM account'))
        return ''.join((rows[name] or '-')[0] if rows[name] != 'none' else '-'
                       for name, _ in ACCOUNTS)

    def test_walk(self):
        first = self.asked('Able & <b>Baker</b>')
        self.assertIn('without a profile', first.description)
        press('k')
        self.asked('Best Bricks')
        press('Return')             # the proposal, whatever it is
        self.asked('Cold Comfort')
        press('BackSpace')          # thinks again
        self.asked('Best Bricks')
        press('e')
        self.asked('Cold Comfort')
        press('space')
        self.asked('Dry Dock')
        self.assertEqual(self.profiles(), '----', 'nothing is written before the end')
        press('j')
        self.closed()
        wait_for('the profiles', lambda: self.profiles() == 'ke-j')
        self.assertEqual(self.count_entries(), self.entries + 1, 'one operation')
        press('ctrl+z')
        wait_for('the undo', lambda: self.profiles() == '----')

    def test_stop(self):
        press('Right')
        self.asked('Best Bricks')
        press('a')
        self.asked('Cold Comfort')
        press('Escape')
        self.closed()
        wait_for('the profile', lambda: self.profiles() == '-a--')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_undo(self):
        """Takes decisions back and takes them again, before anything is written."""
        press('k')
        self.asked('Best Bricks')
        press('e')
        self.asked('Cold Comfort')
        press('ctrl+z')
        self.asked('Best Bricks')
        press('ctrl+z')
        self.asked('Able & <b>Baker</b>')
        press('ctrl+shift+z')
        self.asked('Best Bricks')
        press('Escape')
        self.closed()
        wait_for('the profile', lambda: self.profiles() == 'k---')
        self.assertEqual(self.count_entries(), self.entries + 1)

    def test_quit(self):
        """The program ends, and what was decided is in the book."""
        press('k')
        self.asked('Best Bricks')
        press('ctrl+q')
        wait_for('the end', lambda: self.window.process.poll() is not None)
        self.assertEqual(self.window.process.poll(), 0)
        self.assertEqual(self.profiles(), 'k---')

    def test_nothing_decided(self):
        press('Right', 'Escape')
        self.closed()
        self.assertEqual(self.count_entries(), self.entries)

    def test_buttons_keep_their_keys(self):
        """With the focus on a profile, Enter takes that one and not the proposal."""
        press('Tab', 'Down', 'Down')
        wait_for('the focus', lambda: self.screen.find('Recapture', 'list item',
                                                       self.dialog).has('FOCUSED'))
        press('Return')
        self.asked('Best Bricks')
        press('Escape')
        self.closed()
        wait_for('the profile', lambda: self.profiles() == 'r---')


if __name__ == '__main__':
    taprunner.main()
