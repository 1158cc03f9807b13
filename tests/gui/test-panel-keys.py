#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbook panel with the real keyboard in the real window; what the file on disk says afterwards is
what counts, and what a screen reader is told."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program
from onscreen import press, wait_for, xdotool

NAME = 'Able & <b>Baker</b>'
# The panel comes over the chart, and takes the focus.
SIZE = {'window-width': 1100, 'window-height': 790}


class Panel(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        folder = pathlib.Path(folder.name)
        self.book = onscreen.Book(folder / 'panel.quadrille')
        (folder / 'list.csv').write_text(
            f'Name;Revenue;Tier;Profile\n{NAME};900000;key;expand\nBest Bricks;800;secondary;keep\n')
        program.command('import', folder / 'list.csv', book=self.book.path)
        self.window = self.enterContext(program.Window(book=self.book.path, settings=SIZE,
                                                       environment=onscreen.ENVIRONMENT))
        self.screen = onscreen.Screen(self.window)
        self.screen.find('Account chart')
        press('ctrl+f')
        xdotool('type', '--delay', 20, 'able')
        wait_for('the search', lambda: self.screen.look('Best Bricks', 'table cell') is None)
        press('Down', 'space', 'F9')
        self.panel = self.screen.find('Playbook')
        self.find('Profile: Expand')
        self.entries = self.count_entries()

    def count_entries(self):
        (n,), = self.book.query('SELECT count(*) FROM journal_entry WHERE undone = 0')
        return n

    def steps(self, status):
        return [title for title, in self.book.query(
            'SELECT title FROM step WHERE status = ? ORDER BY due, id', status)]

    def find(self, name, role=None):
        """What the panel shows: the rest of the window is not searched for it."""
        return self.screen.find(name, role, self.panel)

    def dialog(self, name):
        """The window with this title, once it is there."""
        def look():
            application = self.screen.frame.accessible.get_parent()
            for i in range(application.get_child_count()):
                node = onscreen.Node(self.screen, application.get_child_at_index(i))
                if node.name == name:
                    return node
            return None
        return wait_for(name, look)

    def tab_to(self, name, role):
        """Goes with Tab to what is named so, as a person without a pointer does."""
        node = self.find(name, role)
        for _ in range(80):
            if node.has('FOCUSED'):
                return node
            press('Tab')
            onscreen.time.sleep(onscreen.TICK)
        self.fail(f'{name} is not reached by Tab')

    def focused(self, name, role):
        wait_for(f'the focus on {name}',
                 lambda: self.find(name, role).has('FOCUSED'))

    def add_plays(self):
        self.tab_to('Add Its Plays', 'push button')
        press('space')
        wait_for('the steps', lambda: len(self.steps('open')) > 3)
        return self.steps('open')

    def undo_all(self):
        while self.count_entries() > self.entries:
            before = self.count_entries()
            press('ctrl+z')
            wait_for('the undo', lambda: self.count_entries() == before - 1)

    def test_steps(self):
        titles = self.add_plays()
        first = self.tab_to(titles[0], 'check box')
        self.assertIn('Due ', first.description)
        press('space')
        wait_for('the tick', lambda: titles[0] in self.steps('done'))
        self.focused(titles[1], 'check box')

        press('Delete')
        self.dialog('Skip This Step?')
        xdotool('type', '--delay', 20, 'They <moved>')
        press('Return')
        wait_for('the skip', lambda: titles[1] in self.steps('skipped'))
        (reason,), = self.book.query("SELECT reason FROM step WHERE status = 'skipped'")
        self.assertEqual(reason, 'They <moved>')
        self.focused(titles[2], 'check box')

        press('s')
        self.dialog('Another Day')
        press('ctrl+a')
        xdotool('type', '--delay', 20, '2031-03-04')
        press('Return')
        wait_for('the day', lambda: self.book.query(
            "SELECT 1 FROM step WHERE due = '2031-03-04' AND title = ? AND customised = 1",
            titles[2]))
        self.focused(titles[2], 'check box')

        press('F2')
        self.dialog('Edit Step')
        press('ctrl+a')
        xdotool('type', '--delay', 20, 'Ask about <spring> & more')
        press('Return')
        wait_for('the words', lambda: 'Ask about <spring> & more' in self.steps('open'))
        self.focused('Ask about <spring> & more', 'check box')
        self.undo_all()
        self.assertEqual(self.book.query('SELECT count(*) FROM step'), [(0,)])

    def test_traits(self):
        trait, label = self.book.query(
            "SELECT id, label FROM trait WHERE owner = 'expand' AND rule_field = 'none'"
            ' ORDER BY position')[0]

        def answers():
            return self.book.query('SELECT answer FROM answer WHERE trait_id = ?', trait)
        check = self.tab_to(label, 'check box')
        self.assertIn('Unknown', check.description)
        press('space')
        wait_for('a yes', lambda: answers() == [('yes',)])
        wait_for('the tick', lambda: check.has('CHECKED'))
        press('minus')
        wait_for('a no', lambda: answers() == [('no',)])
        wait_for('the word', lambda: check.description.startswith('No'))
        press('Delete')
        wait_for('no answer', lambda: answers() == [])
        press('plus')
        wait_for('a yes', lambda: answers() == [('yes',)])
        self.undo_all()
        self.assertEqual(answers(), [])

    def test_touches_and_contacts(self):
        self.tab_to('Log Call', 'push button')
        press('space')
        wait_for('the touch', lambda: self.book.query('SELECT kind, minutes FROM touch')
                 == [('call', 15)])
        self.find('Call, 15 min', 'push button')

        self.tab_to('Add Contact…', 'push button')
        press('space')
        self.dialog('Add Contact')
        xdotool('type', '--delay', 20, 'Ann & <Bo>')
        press('ctrl+s')
        wait_for('the contact', lambda: self.book.query('SELECT name FROM contact')
                 == [('Ann & <Bo>',)])
        self.tab_to('Edit Ann & <Bo>', 'push button')
        press('space')
        self.dialog('Edit Contact')
        press('Tab')
        xdotool('type', '--delay', 20, 'Buyer')
        press('ctrl+s')
        wait_for('the role', lambda: self.book.query('SELECT role FROM contact') == [('Buyer',)])
        self.undo_all()
        self.assertEqual(self.book.query('SELECT count(*) FROM contact'), [(0,)])
        self.assertEqual(self.book.query('SELECT count(*) FROM touch'), [(0,)])

    def test_names(self):
        """What can be pressed has a name of its own."""
        self.add_plays()
        names = [(node.role, node.name) for node in self.panel.walk()
                 if node.role in ('push button', 'toggle button', 'check box', 'spin button')]
        self.assertEqual([n for n in names if n[1] == '' or n[1].startswith(('Gtk', 'Quad', '_'))],
                         [])
        for name in ('Log Fire', 'Add Step…', 'Add Contact…', 'Expand', 'Profile: Expand',
                     'Tier: Key'):
            self.assertIn(name, [n[1] for n in names])


if __name__ == '__main__':
    taprunner.main()
