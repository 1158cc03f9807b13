# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program from outside: finds what it shows by accessible name, and acts on it with the
real pointer and the real keyboard. Every wait is for an effect."""

import os
import sqlite3
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0         # seconds until an effect that does not come is a failure
STEPS, STEP = 10, 0.015  # of a drag: fewer or faster ones are lost by the X drag protocol
HOLD = 0.04


class Missing(AssertionError):
    """Something did not come about in time."""


def wait_for(effect, what):
    """Returns the first true value of effect()."""
    end = time.monotonic() + PATIENCE
    while True:
        value = effect()
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f'{what}, after {PATIENCE:.0f} s')
        time.sleep(0.01)


def xdotool(*words):
    subprocess.run(['xdotool', *(str(word) for word in words)], check=True,
                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Node:
    """One accessible object."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def description(self):
        return self.accessible.get_description()

    def has(self, state):
        """state: a member of Atspi.StateType"""
        self.accessible.clear_cache()
        return self.accessible.get_state_set().contains(state)

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(self.program, child)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def act(self, action):
        """Does the action of this name, as a screen reader does."""
        for i in range(Atspi.Action.get_n_actions(self.accessible)):
            if Atspi.Action.get_action_name(self.accessible, i) == action:
                Atspi.Action.do_action(self.accessible, i)
                return
        raise Missing(f'action {action} of {self.name}')

    def rect(self):
        """x, y, width, height on the screen"""
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        left, top = self.program.origin()
        return left + box.x, top + box.y, box.width, box.height

    def middle(self):
        x, y, width, height = self.rect()
        return x + width // 2, y + height // 2


class Program:
    """A program under test, with its accessible tree."""

    def __init__(self, command, env=None, name=None):
        Atspi.init()
        self.process = subprocess.Popen(command, env={**os.environ, **(env or {})},
                                        stderr=subprocess.PIPE, text=True)
        self.name = name or os.path.basename(command[0])
        self.application = wait_for(self._find_application, f'{self.name} to appear')
        self.frame = wait_for(self._find_frame, f'a window of {self.name}')

    def _find_application(self):
        if self.process.poll() is not None:
            raise Missing(f'{self.name} ended with {self.process.returncode}: '
                          f'{self.process.stderr.read()}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            try:
                if child is not None and child.get_process_id() == self.process.pid:
                    return Node(self, child)
            except GLib.Error:
                continue
        return None

    def _find_frame(self):
        for child in self.application.children():
            if child.role == 'frame':
                return child
        return None

    def window(self):
        """id, x, y, width, height of the window on the screen"""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid',
                                str(self.process.pid)], stdout=subprocess.PIPE, text=True,
                               check=False).stdout.split()
        for window in found:
            shown = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window],
                                   stdout=subprocess.PIPE, text=True, check=False).stdout
            values = dict(line.split('=') for line in shown.split() if '=' in line)
            if int(values.get('WIDTH', 0)) > 100:
                return (window, *(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT')))
        return None

    def origin(self):
        """Where the accessible coordinates begin: inside the border that the toolkit draws."""
        _, x, y, width, _ = wait_for(self.window, 'the window')
        box = Atspi.Component.get_extents(self.frame.accessible, Atspi.CoordType.WINDOW)
        border = (width - box.width) // 2
        return x + border, y + border

    def find(self, name, role=None):
        """The object of this accessible name, waited for; name may also be a test of names."""
        matches = name if callable(name) else lambda candidate: candidate == name
        return wait_for(lambda: self.look(matches, role), f'{role or "object"} {name}')

    def look(self, matches, role=None):
        """As find(), without waiting."""
        try:
            for node in self.frame.walk():
                if (role is None or node.role == role) and matches(node.name or ''):
                    return node
        except GLib.Error:
            pass    # it went while it was looked at
        return None

    def settle(self, node):
        """Waits until an object stands still, and returns the middle of it."""
        def still():
            before = node.middle()
            time.sleep(0.03)
            return before if before == node.middle() and node.rect()[2] > 0 else None
        return wait_for(still, f'{node.name} to stand still')

    def close(self):
        """Ends the program as its window's close button does, and returns what it said."""
        if self.process.poll() is None:
            self.frame.act('window.close')
        try:
            _, said = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise Missing(f'{self.name} to end') from None
        return self.process.returncode, said


def drag(start, end, then='mouseup'):
    """Drags from a point to another; then: 'mouseup', 'escape' (and let go), or 'hold'."""
    words = ['mousemove', *start, 'sleep', HOLD, 'mousedown', 1, 'sleep', HOLD]
    for i in range(1, STEPS + 1):
        words += ['mousemove', *(start[k] + (end[k] - start[k]) * i // STEPS for k in (0, 1)),
                  'sleep', STEP]
    words += ['sleep', HOLD]
    if then == 'mouseup':
        words += ['mouseup', 1]
    elif then == 'escape':
        words += ['key', 'Escape', 'sleep', HOLD, 'mouseup', 1]
    xdotool(*words)


def key(*keys):
    xdotool('key', '--delay', 10, *keys)


def query(book, statement, *values):
    """Reads the file as any other program can."""
    with sqlite3.connect(f'file:{book}?mode=ro', uri=True) as connection:
        return connection.execute(statement, values).fetchall()


def tier_on_disk(book, account):
    (tier,), = query(book, 'SELECT tier FROM account WHERE name = ?', account)
    return tier
