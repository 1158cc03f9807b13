#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda with the real keyboard in the real window; what the file on disk says afterwards is
what counts."""
import contextlib
import datetime
import pathlib
import sqlite3
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program
from onscreen import press, wait_for, xdotool

ACCOUNTS = 'Name;Revenue\nAble & <b>Baker</b>;900000\nBest Bricks;800000\nCold Comfort;700000\n'
# account, title, days from today; None for no date
STEPS = [('Able & <b>Baker</b>', 'Call <i>about</i> the order', -2),
         ('Best Bricks', 'Send the offer', 0), ('Cold Comfort', 'Ask for a referral', 0), ('Best Bricks', 'Map the divisions', 40),
         ('Able & <b>Baker</b>', 'Find the owner', None)]
SIZE = {'window-width': 1270, 'window-height': 790, 'show-panel': 'false'}


class Agenda(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        folder = pathlib.Path(folder.name)
        self.book = onscreen.Book(folder / 'agenda.quadrille')
        (folder / 'list.csv').write_text(ACCOUNTS)
        program.command('import', folder / 'list.csv', book=self.book.path)
        self.write_steps()
        self.entries = self.count_entries()
        self.window = self.enterContext(program.Window(book=self.book.path, settings=SIZE,
                                                       environment=onscreen.ENVIRONMENT))
        self.screen = onscreen.Screen(self.window)
        self.screen.find('Account chart')
        press('alt+2')
        self.list = self.screen.find('Agenda', 'list')

    def write_steps(self):
        today = datetime.date.today()
        with contextlib.closing(sqlite3.connect(self.book.path)) as file, file:
            for account, title, days in STEPS:
                due = None if days is None else (today + datetime.timedelta(days)).isoformat()
                file.execute(
                    "INSERT INTO step (account_id, title, due, anchor, status, customised, "
                    "minutes, created_at, changed_at) SELECT id, ?, ?, ?, 'open', 1, 0, 0, 0 FROM account "
                    "WHERE name = ?", (title, due, due, account))

    def count_entries(self):
        (n,), = self.book.query('SELECT count(*) FROM journal_entry')
        return n

    def status(self, title):
        (status,), = self.book.query('SELECT status FROM step WHERE title = ?', title)
        return status

    def focused(self, title):
        """Waits until the row of this step has the focus."""
        def row():
            node = self.screen.look(title, 'list item', self.list)
            return node if node is not None and node.has('FOCUSED') else None
        return wait_for(f'the focus on {title}', row)

    def find_dialog(self, text):
        application = self.screen.frame.accessible.get_parent()
        for i in range(application.get_child_count()):
            node = onscreen.Node(self.screen, application.get_child_at_index(i))
            if node.accessible != self.screen.frame.accessible and any(
                    child.name == text for child in node.walk()):
                return node
        return None

    def closed(self, text, row):
        """Waits until the dialog is gone, and the focus back on this row. Nobody is told of that as
        long as no window manager gives the window the focus, so Down tells of the row before."""
        wait_for('the dialog to close', lambda: self.find_dialog(text) is None)
        press('Down')
        self.focused(row)

    def test_names(self):
        button = self.screen.find('Agenda', 'page tab')
        self.assertEqual(button.description, '1 overdue, 2 due today')
        row = self.focused('Call <i>about</i> the order')
        self.assertEqual(row.name,
                         'Call <i>about</i> the order, Able & <b>Baker</b>, 2 days overdue')
        for name, role in (('Done: Send the offer', 'check box'),
                           ('Menu of Send the offer', 'push button'), ('Overdue', 'heading')):
            self.screen.find(name, role, self.list)
        self.screen.find('Filter the Agenda')

    def test_tick(self):
        self.focused('Call <i>about</i> the order')
        press('Down')
        self.focused('Send the offer')
        press('space')
        self.focused('Ask for a referral')
        wait_for('the step to be done', lambda: self.status('Send the offer') == 'done')
        self.assertEqual(self.count_entries(), self.entries + 1)
        self.screen.find('Done: Send the offer', 'label')
        press('space')
        self.focused('Map the divisions')
        wait_for('the step to be done', lambda: self.status('Ask for a referral') == 'done')
        press('ctrl+z')
        wait_for('the undo', lambda: self.status('Ask for a referral') == 'open')
        self.focused('Map the divisions')
        press('Up')
        self.focused('Ask for a referral')

    def test_several(self):
        self.focused('Call <i>about</i> the order')
        press('Down', 'shift+Down', 'shift+Down')
        self.focused('Map the divisions')
        press('space')
        wait_for('the steps to be done', lambda: self.status('Map the divisions') == 'done')
        self.assertEqual(self.status('Send the offer'), 'done')
        self.assertEqual(self.status('Ask for a referral'), 'done')
        self.assertEqual(self.status('Find the owner'), 'open')
        self.assertEqual(self.count_entries(), self.entries + 1, 'one operation')
        self.focused('Find the owner')

    def test_put_off(self):
        self.focused('Call <i>about</i> the order')
        press('s')
        self.screen.wait_for_menu()
        press('m')
        self.focused('Send the offer')
        tomorrow = (datetime.date.today() + datetime.timedelta(1)).isoformat()
        wait_for('the day', lambda: self.book.query(
            'SELECT 1 FROM step WHERE title = ? AND due = ?', 'Call <i>about</i> the order',
            tomorrow))
        self.assertEqual(self.count_entries(), self.entries + 1)

        press('s')
        self.screen.wait_for_menu()
        press('c')
        wait_for('the dialog', lambda: self.find_dialog('Put Off Until'))
        press('ctrl+a')
        xdotool('type', '--delay', 12, '2030-12-24')
        press('Return')
        wait_for('the day', lambda: self.book.query(
            "SELECT 1 FROM step WHERE title = 'Send the offer' AND due = '2030-12-24'"))
        self.closed('Put Off Until', 'Call <i>about</i> the order')

    def test_skip(self):
        self.focused('Call <i>about</i> the order')
        press('Delete')
        wait_for('the dialog', lambda: self.find_dialog('Why Is It Skipped?'))
        xdotool('type', '--delay', 12, 'They called')
        press('Return')
        wait_for('the step to be skipped', lambda: self.book.query(
            "SELECT 1 FROM step WHERE status = 'skipped' AND reason = 'They called'"))
        self.closed('Why Is It Skipped?', 'Ask for a referral')

    def test_menu_and_account(self):
        self.focused('Call <i>about</i> the order')
        press('Down', 'shift+F10')
        self.screen.wait_for_menu()
        press('Escape')
        self.focused('Send the offer')
        press('Return')             # shows the account in the panel
        wait_for('the panel', self.panel_shows)
        self.focused('Send the offer')
        press('F2')
        wait_for('the dialog', lambda: self.find_dialog('Save'))
        press('Escape')
        self.closed('Save', 'Ask for a referral')
        self.assertEqual(self.count_entries(), self.entries)

    def panel_shows(self):
        """Whether the panel tells of an account: its row of facts is on screen."""
        node = self.screen.look('Share of Revenue', 'label')
        return node is not None and node.rect()[2] > 0

    def test_leaving(self):
        self.focused('Call <i>about</i> the order')
        press('Tab')
        wait_for('the focus to leave', lambda: not any(
            node.has('FOCUSED') for node in self.list.walk()))
        press('alt+1')
        chart = self.screen.find('Account chart')
        wait_for('the focus on the chart', lambda: any(
            node.has('FOCUSED') for node in chart.walk()))
        press('alt+2')
        self.focused('Call <i>about</i> the order')


if __name__ == '__main__':
    taprunner.main()
