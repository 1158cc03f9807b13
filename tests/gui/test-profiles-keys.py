#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbook edited with the real keyboard and the real pointer; what the file on disk says afterwards
is what counts. Leaves pictures of the window in screens/ of the build folder."""
import os
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner
import onscreen
import program
from onscreen import press, wait_for, xdotool

SCREENS = pathlib.Path(os.environ['QUAD_SCREENS'])
WIDE = {'window-width': 1270, 'window-height': 790}
NARROW = {'window-width': 360, 'window-height': 720}
FIRST, SECOND, THIRD = 'Is or was a client', 'Revenue holds steady', 'Is content with what we deliver'
HOSTILE = 'Smith & <b>Co</b> “q” \'r\' שלום 🎉'
LONG = ('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde and all that '
        'belongs to it in the north, the south and everywhere between')


class Case(unittest.TestCase):
    settings = WIDE

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.book = onscreen.Book(pathlib.Path(folder.name) / 'book.quadrille')
        program.command('sample', self.book.path)
        SCREENS.mkdir(exist_ok=True)

    def start(self, first='Keep', **environment):
        """Opens the program, and in it the window by its key in the menu."""
        self.window = self.enterContext(program.Window(
            book=self.book.path, settings=self.settings,
            environment=dict(onscreen.ENVIRONMENT, **environment)))
        self.screen = onscreen.Screen(self.window)
        press('F10')
        self.screen.wait_for_menu()
        press('f')
        self.profiles = wait_for('the window', lambda: self.find_window('Profiles'))
        self.focused(first)

    def find_window(self, title):
        application = self.screen.frame.accessible.get_parent()
        for i in range(application.get_child_count()):
            node = onscreen.Node(self.screen, application.get_child_at_index(i))
            if node.name == title:
                return node
        return None

    def item(self, name, inside=None):
        return self.screen.look(name, 'list item', inside or self.profiles)

    def focused(self, name, role='list item'):
        """Waits until the object of this name has the focus."""
        def has_focus():
            node = self.screen.look(name, role, self.profiles)
            return node if node is not None and node.has('FOCUSED') else None
        return wait_for(f'the focus on {name}', has_focus)

    def tab_to(self, name, role='list item'):
        """Presses Tab until it is there, as a person does who has no mouse."""
        for _ in range(30):
            press('Tab')
            node = self.screen.find(name, role, self.profiles)
            if node.has('FOCUSED'):
                return node
        raise AssertionError(f'Tab does not lead to {name}')

    def traits(self, owner='keep'):
        return [label for label, in self.book.query(
            'SELECT label FROM trait WHERE owner = ? ORDER BY position, id', owner)]

    def ordered(self, *labels):
        wait_for(f'the order {labels}', lambda: self.traits()[:len(labels)] == list(labels))

    def picture(self, name, title='Profiles'):
        path = self.window.picture(SCREENS / f'profiles-{name}.png', title)
        colours = int(program.output('identify', '-format', '%k', str(path)))
        self.assertGreater(colours, 100, 'an empty picture')
        return path


class Keys(Case):
    def setUp(self):
        super().setUp()
        self.start()

    def count_entries(self):
        (n,), = self.book.query('SELECT count(*) FROM journal_entry')
        return n

    def test_traits(self):
        """reordered, deleted and edited by the keyboard, and taken back"""
        self.tab_to(FIRST)
        press('alt+Down')
        self.ordered(SECOND, FIRST, THIRD)
        press('alt+Down')
        self.ordered(SECOND, THIRD, FIRST)
        self.focused(FIRST)
        press('alt+Up')
        self.ordered(SECOND, FIRST, THIRD)
        press('ctrl+z', 'ctrl+z', 'ctrl+z')
        self.ordered(FIRST, SECOND, THIRD)
        press('ctrl+shift+z')
        self.ordered(SECOND, FIRST, THIRD)
        press('ctrl+z')
        self.ordered(FIRST, SECOND, THIRD)

        press('Delete')
        self.ordered(SECOND, THIRD)
        self.screen.find('The trait is deleted, with its answers', 'label', self.profiles)
        self.focused(SECOND)
        press('ctrl+z')
        self.ordered(FIRST, SECOND, THIRD)

        press('Return')
        wait_for('the dialog', lambda: self.find_window('Edit Trait'))
        press('ctrl+a')
        xdotool('type', '--delay', 12, 'Stays with us & <b>pays</b>')
        press('ctrl+s')
        self.ordered(FIRST, 'Stays with us & <b>pays</b>', THIRD)
        wait_for('the dialog to close', lambda: self.find_window('Edit Trait') is None)
        press('alt+Up')
        self.ordered('Stays with us & <b>pays</b>', FIRST, THIRD)

        press('Menu')
        self.screen.wait_for_menu(self.profiles)
        self.assertIsNone(self.screen.look('Move Up', 'menu item', self.profiles), 'it is the first')
        press('d')
        self.ordered(FIRST, 'Stays with us & <b>pays</b>', THIRD)

    def test_texts(self):
        """an entry keeps its own undo, and what was typed is saved by closing"""
        entries = self.count_entries()
        onscreen.click(self.screen.find('Name', 'text', self.profiles).point())
        press('End')
        xdotool('type', '--delay', 12, 'er')
        press('ctrl+z', 'Tab')
        self.focused('Description', 'text')
        self.assertEqual(self.count_entries(), entries)
        press('shift+Tab', 'ctrl+a')
        xdotool('type', '--delay', 12, 'Hold & <i>care</i>')
        press('Escape')
        wait_for('the window to close', lambda: self.find_window('Profiles') is None)
        wait_for('the name', lambda: self.book.query(
            "SELECT name FROM profile_text WHERE owner = 'keep'") == [('Hold & <i>care</i>',)])
        self.assertEqual(self.count_entries(), entries + 1, 'one operation')

    def test_names_and_another_profile(self):
        for name, role in (('Keep', 'list item'), ('Leads to qualify', 'list item'),
                           ('Traits', 'list'), ('Plays', 'list'), (FIRST, 'list item'),
                           (f'Menu of {FIRST}', 'push button'), ('Add Trait…', 'push button'),
                           ('Add Play…', 'push button'), ('Undo', 'push button'),
                           ('Redo', 'push button'), ('Description', 'text')):
            self.assertIsNotNone(self.screen.look(name, role, self.profiles), (name, role))
        self.assertEqual(self.item(FIRST).description, 'Weight 4 · knock-out · Ever a client: yes')
        for node in self.profiles.walk():
            if node.role in ('push button', 'text', 'toggle button'):
                self.assertNotRegex(node.name, r'^(Gtk|Adw|_|$)', node.role)
        handle = self.screen.find('Drag to Reorder (Alt+Up, Alt+Down)', None, self.item(FIRST))
        onscreen.drag(handle.point(), self.item(THIRD).point(down=0.8))
        onscreen.drop()
        self.ordered(SECOND, THIRD, FIRST)
        press('ctrl+z')
        self.ordered(FIRST, SECOND, THIRD)
        press('Down', 'Down')
        self.focused('Recapture')
        wait_for('its traits', lambda: self.item('We know why they left'))
        self.assertIsNone(self.item(FIRST))
        self.tab_to('We know why they left')
        press('alt+Up')
        wait_for('the order', lambda: self.traits('recapture')[0] == 'We know why they left')


class Pictures(Case):
    def fill(self):
        program.command('profile', 'keep', '--name', LONG, '--description', LONG * 20,
                        book=self.book.path)
        program.command('profile', 'attain', '--name', HOSTILE, book=self.book.path)
        program.command('trait', 'add', 'keep', LONG * 3, '--rule', 'region one-of ' + LONG,
                        book=self.book.path)
        program.command('trait', 'add', 'keep', HOSTILE, book=self.book.path)
        program.command('play', 'add', 'keep', LONG * 2, '--guidance', LONG * 50,
                        book=self.book.path)
        program.command('play', 'archive', 'keep', 'Say thank you for the year',
                        book=self.book.path)

    def test_light(self):
        self.start()
        self.picture('light')
        self.tab_to(SECOND)
        press('Return')
        wait_for('the dialog', lambda: self.find_window('Edit Trait'))
        self.picture('trait', 'Edit Trait')
        press('Escape')
        wait_for('the dialog to close', lambda: self.find_window('Edit Trait') is None)
        self.tab_to('Quarterly review call')
        press('Return')
        wait_for('the dialog', lambda: self.find_window('Edit Play'))
        self.picture('play', 'Edit Play')
        press('Escape')
        wait_for('the dialog to close', lambda: self.find_window('Edit Play') is None)

    def test_dark(self):
        self.start(ADW_DEBUG_COLOR_SCHEME='prefer-dark')
        self.picture('dark')

    def test_long(self):
        self.fill()
        self.start(first=LONG)
        self.assertIsNotNone(self.item(HOSTILE), 'shown as it is, not as markup')
        self.picture('long')

    def test_narrow(self):
        """one pane at a time, and a way back"""
        self.settings = NARROW      # of this test only
        self.fill()
        self.start(first=LONG)
        self.picture('narrow-list')
        press('Return')
        wait_for('the traits', lambda: self.item(HOSTILE))
        self.picture('narrow')
        self.screen.find('Back', 'push button', self.profiles)
        press('alt+Left')
        self.focused(LONG)


if __name__ == '__main__':
    taprunner.main()
