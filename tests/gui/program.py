# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built program for tests: its commands, and its window with a picture of it."""
import os
import pathlib
import re
import subprocess
import tempfile
import time

PROGRAM = os.environ['QUAD_PROGRAM']
DEADLINE = 60       # seconds; only a program that hangs reaches it
# Every message dialog of libadwaita 1.7 on GTK 4.18 says this of its own labels.
OF_THE_TOOLKIT = re.compile(r'\n?\(quadrille:\d+\): Gtk-WARNING \*\*: [\d:.]+: Trying to measure '
                            r'GtkLabel 0x[0-9a-f]+ for width of \d+, but it needs at least \d+\n')


def command(*words, book=None, program=PROGRAM, environment=None):
    """Runs a command and returns what it printed; it must succeed and complain about nothing."""
    line = [program] + (['--book', str(book)] if book else []) + [str(w) for w in words]
    done = subprocess.run(line, capture_output=True, text=True, timeout=DEADLINE,
                          env=dict(os.environ, **(environment or {})))
    assert done.returncode == 0, f'{line}: {done.returncode}\n{done.stderr}'
    return done.stdout


def poll(what, read):
    """Reads until there is an answer."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        answer = read()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f'waited {DEADLINE} s for {what}')


def output(*words):
    return subprocess.run(words, capture_output=True, text=True).stdout


class Window:
    """The program with its window open. To be used in a "with": closed at the end, and the console
    must be empty then."""

    def __init__(self, *words, book=None, environment=None, settings=None, program=PROGRAM):
        self.book = book
        self.line = [program] + (['--book', str(book)] if book else []) + [str(w) for w in words]
        self.environment = dict(os.environ, **(environment or {}))
        self.settings = settings or {}

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='window.')
        home = pathlib.Path(self.folder.name)
        if self.settings:
            keyfile = home / 'glib-2.0' / 'settings' / 'keyfile'
            keyfile.parent.mkdir(parents=True)
            keyfile.write_text('[app/quadrille/Quadrille]\n' + ''.join(
                f'{key}={value}\n' for key, value in self.settings.items()))
            gtk = home / 'gtk-4.0'
            gtk.mkdir()
            fonts = pathlib.Path(self.environment['XDG_CONFIG_HOME'], 'gtk-4.0', 'settings.ini')
            (gtk / 'settings.ini').write_text(fonts.read_text())
            self.environment['GSETTINGS_BACKEND'] = 'keyfile'
            self.environment['XDG_CONFIG_HOME'] = str(home)
        self.console = open(home / 'console', 'w+')
        self.process = subprocess.Popen(self.line, env=self.environment, stdin=subprocess.DEVNULL,
                                        stdout=self.console, stderr=self.console)
        try:
            self.id = poll('the window', self._find)
        except AssertionError as error:
            self._stop()
            raise AssertionError(f'{error}\n{self.said()}') from None
        return self

    def __exit__(self, kind, value, trace):
        try:
            if kind is None:
                self.key('ctrl+q')
                status = self.process.wait(DEADLINE)
                assert status == 0, f'exit status {status}\n{self.said()}'
        finally:
            self._stop()
            said = self.said()
            self.console.close()
            self.folder.cleanup()
        if kind is None:
            assert said == '', f'on the console:\n{said}'

    def _find(self):
        assert self.process.poll() is None, f'the program ended: {self.process.returncode}'
        found = output('xdotool', 'search', '--onlyvisible', '--name', '.').split()
        return found[-1] if found else None

    def _stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def said(self):
        self.console.flush()
        self.console.seek(0)
        return OF_THE_TOOLKIT.sub('', self.console.read())

    def size(self):
        """Width and height of the window in pixels."""
        lines = output('xdotool', 'getwindowgeometry', '--shell', self.id).split()
        values = dict(line.split('=') for line in lines)
        return int(values['WIDTH']), int(values['HEIGHT'])

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '30', *keys], check=True)

    def focus(self):
        """Gives it the keys, which nobody does here when a dialog has closed."""
        subprocess.run(['xdotool', 'windowfocus', '--sync', str(self.id)], check=True)

    def picture(self, path, title=None):
        """Writes what the window shows once it has come to rest; or another one, by its title."""
        shown = self.id
        before = None
        if title is not None:
            shown = poll(title, lambda: output('xdotool', 'search', '--onlyvisible', '--name',
                                               f'^{title}$').split())[-1]

        def shoot():
            nonlocal before
            time.sleep(0.4)     # longer than a frame, and than the blink of nothing at all
            subprocess.run(['import', '-window', shown, '-strip', str(path)], check=True)
            now = output('identify', '-format', '%#', str(path))
            still, before = now == before, now
            return still
        poll('a picture at rest', shoot)
        return path
