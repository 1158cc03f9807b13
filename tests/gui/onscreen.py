# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses a window as a person does: finds what it shows by accessible name, and acts on it with the
real pointer and the real keyboard. Every wait is for an effect: a busy machine is slow, not wrong."""
import contextlib
import sqlite3
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

import program

# Of a drag: fewer or faster steps are lost by the drag protocol of X.
STEPS, STEP, HOLD = 10, 0.015, 0.04
TICK = 0.02
ENVIRONMENT = {'GTK_A11Y': 'atspi'}
GROUP = ('grouping', 'panel')       # how versions of the toolkit call a group
OLD_ROLES = {'button': 'push button'}   # what newer ones call otherwise


def wait_for(what, effect):
    """Returns the first true value of effect()."""
    end = time.monotonic() + program.DEADLINE
    while time.monotonic() < end:
        value = effect()
        if value:
            return value
        time.sleep(TICK)
    raise AssertionError(f'waited {program.DEADLINE} s for {what}')


def xdotool(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def press(*keys):
    xdotool('key', '--delay', 20, *keys)


def drag(start, end):
    """Drags from one point to another and holds there; to be ended by drop() or cancel()."""
    words = ['mousemove', *start, 'sleep', HOLD, 'mousedown', 1, 'sleep', HOLD]
    for i in range(1, STEPS + 1):
        words += ['mousemove', *(start[k] + (end[k] - start[k]) * i // STEPS for k in (0, 1)),
                  'sleep', STEP]
    xdotool(*words, 'sleep', HOLD)


def hover(what, effect):
    """Moves the pointer a little to and fro until the drag that is on has had its effect."""
    def nudge():
        xdotool('mousemove_relative', '--', 1, 0, 'sleep', STEP,
                'mousemove_relative', '--', -1, 0, 'sleep', STEP)
        return effect()
    wait_for(what, nudge)


def drop():
    xdotool('mouseup', 1)


def is_dragging():
    """Whether a drag is on, or what was dragged still flies back; by the window of one pixel that
    the toolkit keeps off the screen for that long."""
    return '1x1+-99+-99' in program.output('xwininfo', '-root', '-children')


def cancel():
    xdotool('key', 'Escape')


def click(point, *keys, times=1):
    words = ['mousemove', *point]
    for key in keys:
        words += ['keydown', key]
    words += ['click', '--repeat', times, '--delay', 40, 1]
    for key in keys:
        words += ['keyup', key]
    xdotool(*words)


class Node:
    """One accessible object."""

    def __init__(self, screen, accessible):
        self.screen = screen
        self.accessible = accessible

    name = property(lambda self: self.accessible.get_name() or '')
    role = property(lambda self: OLD_ROLES.get(self.accessible.get_role_name(),
                                               self.accessible.get_role_name()))
    description = property(lambda self: self.accessible.get_description() or '')

    def has(self, state):
        """Whether it is in this state now: 'SELECTED', 'FOCUSED' and so on."""
        self.accessible.clear_cache()
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state))

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(self.screen, child)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def text(self):
        """What stands in it."""
        return Atspi.Text.get_text(self.accessible, 0,
                                   Atspi.Text.get_character_count(self.accessible))

    def act(self, action):
        """Does the action of this name, as a screen reader does."""
        names = [Atspi.Action.get_action_name(self.accessible, i)
                 for i in range(Atspi.Action.get_n_actions(self.accessible))]
        Atspi.Action.do_action(self.accessible, names.index(action))

    def rect(self):
        """x, y, width, height on the screen."""
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        left, top = self.screen.origin
        return left + box.x, top + box.y, box.width, box.height

    def point(self, across=0.5, down=0.5):
        """A point of it once it stands still."""
        def still():
            before = self.rect()
            time.sleep(2 * TICK)
            return before if before == self.rect() and before[2] > 0 else None
        x, y, width, height = wait_for(f'{self.name} to stand still', still)
        return x + int(width * across), y + int(height * down)


class Screen:
    """What a program.Window shows."""

    def __init__(self, window):
        self.window = window
        Atspi.init()
        self.frame = wait_for('an accessible window', self._find_frame)
        self.origin = self._find_origin()

    def _find_frame(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            with contextlib.suppress(GLib.Error):
                application = desktop.get_child_at_index(i)
                if application.get_process_id() == self.window.process.pid:
                    return next((node for node in Node(self, application).children()
                                 if node.role == 'frame'), None)
        return None

    def _find_origin(self):
        """Where accessible coordinates begin: inside the border that the toolkit draws."""
        lines = program.output('xdotool', 'getwindowgeometry', '--shell', self.window.id).split()
        values = dict(line.split('=') for line in lines)
        box = Atspi.Component.get_extents(self.frame.accessible, Atspi.CoordType.WINDOW)
        border = (int(values['WIDTH']) - box.width) // 2
        return int(values['X']) + border, int(values['Y']) + border

    def look(self, name, role=None, inside=None):
        """The object whose name is or begins with this, None when there is none. The role may be
        one of several."""
        roles = (role,) if isinstance(role, str) else role
        with contextlib.suppress(GLib.Error):       # it may go while it is looked at
            for node in (inside or self.frame).walk():
                if ((roles is None or node.role in roles)
                        and (node.name == name or node.name.startswith(name + ','))):
                    return node
        return None

    def wait_for_menu(self, inside=None):
        """Waits for an open menu, of which an item has the focus; not every version of the toolkit
        tells the names of items."""
        def open_item():
            with contextlib.suppress(GLib.Error):
                return next((node for node in (inside or self.frame).walk()
                             if node.role == 'menu item' and node.has('FOCUSED')), None)
        return wait_for('a menu', open_item)

    def find(self, name, role=None, inside=None):
        """As look(), waited for."""
        return wait_for(name, lambda: self.look(name, role, inside))


class Book:
    """The file of a book, read as any other program can."""

    def __init__(self, path):
        self.path = path

    def query(self, statement, *values):
        with contextlib.closing(sqlite3.connect(f'file:{self.path}?mode=ro', uri=True)) as file:
            return file.execute(statement, values).fetchall()

    def tier(self, account):
        (tier,), = self.query('SELECT tier FROM account WHERE name = ?', account)
        return tier
