# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unittest cases of a program and reports them as TAP, one line a test method."""

import sys
import unittest


class TapResult(unittest.TestResult):
    """Writes one TAP line for each finished test, with what went wrong as comments."""

    def __init__(self):
        super().__init__()
        self.number = 0

    def _report(self, good, test, directive='', details=''):
        self.number += 1
        for line in details.splitlines():
            print('#', line)
        print('ok' if good else 'not ok', self.number, test.id().replace('__main__.', ''),
              directive, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._report(True, test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._report(False, test, details=self._exc_info_to_string(err, test))

    def addError(self, test, err):
        super().addError(test, err)
        self._report(False, test, details=self._exc_info_to_string(err, test))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._report(True, test, directive=f'# SKIP {reason}')

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._report(False, subtest, details=self._exc_info_to_string(err, test))


def main():
    """Runs the test cases of the main module; names on the command line choose some of them."""
    loader = unittest.TestLoader()
    module = sys.modules['__main__']
    if len(sys.argv) > 1:
        suite = loader.loadTestsFromNames(sys.argv[1:], module)
    else:
        suite = loader.loadTestsFromModule(module)
    result = TapResult()
    suite.run(result)
    print(f'1..{result.number}')
    sys.exit(0 if result.wasSuccessful() else 1)
