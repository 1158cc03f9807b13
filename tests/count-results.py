#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums what "meson test" ran: count-results.py TESTLOG.JSON...

Every test case that a TAP program reports counts as one; a program without TAP counts as one. The
last line is "N passed, N failed, N skipped". The exit status is 1 when something failed, when a log
is missing, and when nothing ran at all. The JUnit file that meson writes is no good for this:
version 1.0.1 counts time-outs as passed there.
"""

import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b[^#]*(?:#\s*(SKIP|TODO)\b)?', re.IGNORECASE)
SKIPPED_WHOLE = re.compile(r'^1\.\.0\s*#\s*SKIP', re.IGNORECASE | re.MULTILINE)
GOOD = ('OK', 'EXPECTEDFAIL')


def count_cases(text):
    """Counts the cases in TAP output: (passed, failed, skipped)."""
    passed = failed = skipped = 0
    for line in text.splitlines():
        match = CASE.match(line)
        if match is None:
            continue
        directive = (match.group(2) or '').upper()
        if directive == 'SKIP':
            skipped += 1
        elif match.group(1) and directive != 'TODO':
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """Counts one line of the log: (passed, failed, skipped)."""
    text = test.get('stdout') or ''
    passed, failed, skipped = count_cases(text)
    if test['result'] == 'SKIP':
        # Meson calls a program that reports no case at all "skipped". Only one that says so, or
        # exits with 77, really was.
        if passed == failed == skipped == 0:
            if test.get('returncode') == 77 or SKIPPED_WHOLE.search(text):
                skipped = 1
            else:
                failed = 1
    elif test['result'] in GOOD:
        if passed == failed == skipped == 0:
            passed = 1
    elif failed == 0:
        failed = 1      # a crash, a time-out, a plan that was not kept
    return passed, failed, skipped


def count_log(path):
    """Counts a whole log; prints the tests that failed."""
    total = [0, 0, 0]
    try:
        with open(path, encoding='utf-8') as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError) as error:
        print(f'{path}: {error}', file=sys.stderr)
        return [0, 1, 0]
    for test in tests:
        counts = count_test(test)
        if counts[1] > 0:
            print(f'FAILED: {test["name"]} ({test["result"].lower()})')
        total = [a + b for a, b in zip(total, counts)]
    return total


def main(paths):
    passed, failed, skipped = (sum(column) for column in zip(*map(count_log, paths)))
    if passed + failed + skipped == 0:
        failed = 1
        print('no test ran', file=sys.stderr)
    sys.stderr.flush()
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed > 0 else 0


if __name__ == '__main__':
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
