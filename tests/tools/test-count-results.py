#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of tests/count-results.py on logs as meson writes them."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

import taprunner

COUNTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'count-results.py')


def count(*logs):
    """Counts logs, each a list of (result, returncode, stdout); returns (status, last line)."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, tests in enumerate(logs):
            path = os.path.join(folder, f'{number}.json')
            paths.append(path)
            if tests is None:
                continue
            with open(path, 'w', encoding='utf-8') as file:
                for result, returncode, stdout in tests:
                    json.dump({'name': 'a test', 'result': result, 'returncode': returncode,
                               'stdout': stdout}, file)
                    file.write('\n')
        done = subprocess.run([sys.executable, COUNTER, *paths], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, encoding='utf-8', check=False)
        return done.returncode, done.stdout.splitlines()[-1]


class CountResults(unittest.TestCase):
    def test_every_case_of_a_tap_program_counts(self):
        tap = 'TAP version 13\n# random seed\n1..3\nok 1 /a\nok 2 /b # SKIP no such thing\nok 3 /c\n'
        self.assertEqual(count([('OK', 0, tap)]), (0, '2 passed, 0 failed, 1 skipped'))

    def test_indented_cases_belong_to_the_one_that_holds_them(self):
        tap = '# Subtest: x\n    ok 1 /x/a\n    ok 2 /x/b\nok 1 /x\n1..1\n'
        self.assertEqual(count([('OK', 0, tap)]), (0, '1 passed, 0 failed, 0 skipped'))

    def test_a_program_without_tap_counts_once(self):
        self.assertEqual(count([('OK', 0, 'fine\n'), ('FAIL', 1, '')]),
                         (1, '1 passed, 1 failed, 0 skipped'))

    def test_a_failed_case(self):
        self.assertEqual(count([('FAIL', 1, '1..2\nok 1 /a\nnot ok 2 /b\n')]),
                         (1, '1 passed, 1 failed, 0 skipped'))

    def test_an_expected_failure_passes(self):
        self.assertEqual(count([('OK', 0, '1..1\nnot ok 1 /a # TODO one day\n')]),
                         (0, '1 passed, 0 failed, 0 skipped'))

    def test_a_crash_after_passed_cases_fails(self):
        self.assertEqual(count([('ERROR', -11, '1..3\nok 1 /a\n')]),
                         (1, '1 passed, 1 failed, 0 skipped'))

    def test_a_time_out_fails(self):
        self.assertEqual(count([('TIMEOUT', -15, '1..2\nok 1 /a\nok 2 /b\n')]),
                         (1, '2 passed, 1 failed, 0 skipped'))

    def test_a_program_that_ran_nothing_fails(self):
        self.assertEqual(count([('SKIP', 0, '')]), (1, '0 passed, 1 failed, 0 skipped'))

    def test_a_program_skipped_as_a_whole(self):
        self.assertEqual(count([('SKIP', 0, '1..0 # SKIP no such system\n'), ('SKIP', 77, '')]),
                         (0, '0 passed, 0 failed, 2 skipped'))

    def test_several_logs_add_up_and_a_missing_one_fails(self):
        one = [('OK', 0, '1..1\nok 1 /a\n')]
        self.assertEqual(count(one, one), (0, '2 passed, 0 failed, 0 skipped'))
        self.assertEqual(count(one, None), (1, '1 passed, 1 failed, 0 skipped'))

    def test_no_test_at_all_fails(self):
        self.assertEqual(count([]), (1, '0 passed, 1 failed, 0 skipped'))


if __name__ == '__main__':
    taprunner.main()
