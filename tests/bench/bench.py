#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Quadrille on a large book, as ratios and times of one run on one machine.

Wall time on a shared machine is noisy, so what is compared runs in turns and the median counts.
With --callgrind the same steps are counted in instructions, which repeat exactly.
"""

import argparse
import contextlib
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time


class Bench:
    def __init__(self, build, folder, accounts, times):
        self.program = os.path.join(build, 'src', 'quadrille')
        self.steps = os.path.join(build, 'tests', 'bench', 'quad-bench')
        self.folder = folder
        self.accounts = accounts
        self.times = times
        self.list = self.path('list.csv')
        self.book = self.path('book.quadrille')
        self.misses = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def step(self, *words):
        """Runs a step of quad-bench; returns what it measured, in seconds."""
        done = subprocess.run([self.steps, *map(str, words)], stdout=subprocess.PIPE,
                              encoding='utf-8', check=True)
        return {name: float(value) / 1e6 for name, value in
                (line.split() for line in done.stdout.splitlines())}

    def frames(self):
        """What a frame costs the processor, on a display of its own."""
        wrapper = os.path.join(os.path.dirname(__file__), '..', 'gui', 'xvfb.sh')
        program = os.path.join(os.path.dirname(self.steps), 'quad-bench-frames')
        done = subprocess.run([wrapper, program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              encoding='utf-8', check=True)
        return {name: float(value) / 1e6 for name, value in
                (line.split() for line in done.stdout.splitlines() if not line.startswith('#'))}

    def report(self, what, value, aim=None, unit='ms'):
        shown = f'{value * 1e3:10.2f} ms' if unit == 'ms' else f'{value:10.2f} x '
        limit = ''
        if aim is not None:
            reached = value <= aim
            limit = f'   aim {aim * 1e3:g} ms' if unit == 'ms' else f'   aim {aim:g} x'
            limit += '' if reached else '   MISSED'
            if not reached:
                self.misses.append(what)
        print(f'{what:<52}{shown}{limit}', flush=True)

    def remove(self, *names):
        for name in names:
            for ending in ('', '-wal', '-shm', '-journal', '.lock'):
                if os.path.exists(self.path(name) + ending):
                    os.unlink(self.path(name) + ending)

    def timed(self, command):
        begin = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.monotonic() - begin

    def import_commands(self):
        """What imports the list here, and into one plain table."""
        return ([self.program, '--book', self.book, 'import', self.list],
                ['sqlite3', self.path('plain.db'), '.mode csv', f'.import {self.list} account'])

    def measure_import(self):
        ours, plain, again = [], [], []
        for _ in range(self.times):
            self.remove('book.quadrille', 'plain.db')
            commands = self.import_commands()
            plain.append(self.timed(commands[1]))
            ours.append(self.timed(commands[0]))
            again.append(self.timed(commands[0]))
        self.report('import', statistics.median(ours))
        self.report('import it again, every row an account', statistics.median(again))
        self.report('sqlite3 .import of the same file', statistics.median(plain))
        self.report('import against sqlite3 .import',
                    statistics.median(ours) / statistics.median(plain), 4, 'x')

    def add_steps(self):
        """Two open steps for each account, due over the year."""
        with contextlib.closing(sqlite3.connect(self.book)) as database, database:
            database.execute(
                "INSERT INTO step (account_id, title, due, status, customised, minutes) "
                "SELECT a.id, 'Step ' || n.value, date('2026-06-01', (a.id % 365) || ' days'), "
                "'open', 0, 15 FROM account AS a, json_each('[1, 2]') AS n")
            return database.execute('SELECT count(*) FROM step').fetchone()[0]

    def measure_open(self, what='the book'):
        ours, plain = [], []
        for _ in range(self.times):
            plain.append(self.step('plain', self.book, 3)['plain'])
            ours.append(self.step('open', self.book, 3)['open'])
        self.report(f'open {what}', statistics.median(ours))
        self.report('step the same rows with plain SQLite', statistics.median(plain))
        self.report(f'open {what} against plain SQLite',
                    statistics.median(ours) / statistics.median(plain), 3, 'x')

    def measure_rest(self):
        view = self.step('view', self.book, self.times * 3)
        self.report('sort the list by revenue', view['sort-revenue'])
        self.report('sort the list by name', view['sort-name'])
        self.report('group the list by vertical', view['group'])
        self.report('a key in the search', view['search'], 0.030)
        self.report('a key in the search, the slowest', view['search-worst'])
        move = self.step('move', self.book, 100)
        self.report('move an account, with all notifications', move['move'], 0.005)
        self.report('move an account, the slowest of 100', move['move-worst'])
        self.report('undo a move', move['undo'])
        self.measure_chart()
        self.measure_frames()

    def measure_chart(self):
        full = self.step('chart', 5000, 20, 500)
        cards = round(full['cards'] * 1e6)
        self.report(f'paint a chart of {cards} visible cards', full['cards-paint'], 0.016)
        chart = self.step('chart', 5000, 20)
        for mode, aim in (('cards', 0.010), ('bubbles', 0.150)):
            shown = round(chart[mode] * 1e6)
            self.report(f'lay out 5000 accounts as {mode}', chart[f'{mode}-layout'], aim)
            self.report(f'paint the {shown} {mode} that are seen', chart[f'{mode}-paint'])
            self.report('paint them against the bare cairo calls',
                        chart[f'{mode}-paint'] / chart[f'{mode}-bare'], 1.5, 'x')

    def measure_frames(self):
        frames = self.frames()
        for mode in ('cards', 'bubbles'):
            for n in (50, 5000):
                self.report(f'a frame under the pointer, {n} as {mode}',
                            frames[f'hover-{mode}-{n}'], 0.004)
                self.report(f'a frame with a box lit up, {n} as {mode}',
                            frames[f'drag-{mode}-{n}'], 0.004)
        self.report('from cards to bubbles, 5000 accounts', frames['to-bubbles-5000'], 0.15)

    def run(self):
        self.step('generate', self.list, self.accounts)
        print(f'{self.accounts} accounts, {os.path.getsize(self.list) / 1e6:.1f} MB of CSV, '
              f'medians of {self.times} turns')
        self.measure_import()
        self.measure_open()
        self.measure_rest()
        self.measure_open(f'it with {self.add_steps()} steps')

    def count(self, what, command):
        """Counts the instructions of a command by callgrind."""
        output = self.path('callgrind.out')
        inside = ['--collect-atstart=no', '--toggle-collect=quad_bench_measured']
        done = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={output}',
                               *(inside if command[0] == self.steps else []), *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              encoding='utf-8', check=False)
        match = re.search(r'Collected : (\d+)', done.stderr)
        if done.returncode != 0 or match is None:
            sys.exit(f'{" ".join(command)}: {done.stderr}')
        count = int(match.group(1))
        print(f'{what:<52}{count / 1e6:12.1f} M instructions', flush=True)
        return count

    def run_callgrind(self):
        self.step('generate', self.list, self.accounts)
        self.remove('book.quadrille', 'plain.db')
        commands = self.import_commands()
        plain = self.count('sqlite3 .import', commands[1])
        ours = self.count('import', commands[0])
        self.report('import against sqlite3 .import', ours / plain, 4, 'x')
        plain = self.count('step the rows with plain SQLite', [self.steps, 'plain', self.book, '1'])
        ours = self.count('open the book', [self.steps, 'open', self.book, '1'])
        self.report('open against plain SQLite', ours / plain, 3, 'x')
        self.count('two sorts and 14 keys in the search', [self.steps, 'view', self.book, '1'])
        self.count('a move and its undo', [self.steps, 'move', self.book, '1'])
        self.count('5000 accounts laid out and painted twice, and bare',
                   [self.steps, 'chart', '5000', '1'])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('build', help='the build folder')
    parser.add_argument('--accounts', type=int, default=100000)
    parser.add_argument('--times', type=int, default=5, help='turns of what is compared')
    parser.add_argument('--callgrind', action='store_true', help='count instructions instead')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix='quadrille-bench-') as folder:
        bench = Bench(arguments.build, folder, arguments.accounts, arguments.times)
        if arguments.callgrind:
            bench.run_callgrind()
        else:
            bench.run()
    if bench.misses:
        print('missed: ' + ', '.join(bench.misses))
    return 1 if bench.misses else 0


if __name__ == '__main__':
    sys.exit(main())
