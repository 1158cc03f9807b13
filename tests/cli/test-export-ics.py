#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due as a calendar, read by another program."""

import datetime
import sqlite3
import time

import icalendar

from quadrille import Case, taprunner

# For a person to read: folded, escaped and beyond ASCII.
# (The reader takes a backslash before an n for a new line, even where it is one of a pair.)
GUIDANCE = 'Ask; then, listen.\nC:\\plans "new"\n' + 'Ä long line, 日本語 😀; ' * 20
TITLE = 'Läuft, immer; weiter \\ BEGIN:VEVENT' + ' é' * 60


class ExportIcs(Case):
    def setUp(self):
        super().setUp()
        self.ok('sample', self.book, book=False)
        self.change('UPDATE step SET title = ?, guidance = ? WHERE id = '
                    "(SELECT min(id) FROM step WHERE status = 'open' AND due IS NOT NULL)",
                    TITLE, GUIDANCE)

    def change(self, sql, *values):
        with sqlite3.connect(self.book) as book:
            book.execute(sql, values)

    def query(self, sql):
        with sqlite3.connect(self.book) as book:
            return book.execute(sql).fetchall()

    def export(self, name='dates.ics'):
        self.ok('export', name)
        with open(self.path(name), 'rb') as file:
            text = file.read()
        for line in text.split(b'\r\n'):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b'\n', line)
            line.decode('utf-8')
        calendar = icalendar.Calendar.from_ical(text)
        self.assertEqual((calendar['VERSION'], bool(calendar['PRODID'])), ('2.0', True))
        self.assertFalse(calendar.errors)
        events = calendar.subcomponents
        found = {str(event['UID']): event for event in events}
        self.assertEqual(len(found), len(events))
        return found

    def days(self, events):
        """What stands on which day."""
        return sorted((event['DTSTART'].dt.isoformat(), str(event['SUMMARY']),
                       str(event.get('DESCRIPTION', ''))) for event in events.values())

    def test_all_that_is_due(self):
        events = self.export()
        steps = self.query("SELECT s.due, a.name || ': ' || s.title, coalesce(s.guidance, '') "
                           "FROM step AS s JOIN account AS a ON a.id = s.account_id "
                           "WHERE s.status = 'open' AND s.due IS NOT NULL")
        revisits = self.query("SELECT revisit_on, name || ': Look at the account again', "
                              "coalesce(parked_reason, '') FROM account "
                              "WHERE tier = 'parked' AND revisit_on IS NOT NULL")
        decisions = self.query("SELECT decide_by, name || ': Decide: turned around, or ended', '' "
                               "FROM account WHERE profile = 'jettison' AND decide_by IS NOT NULL")
        for rows in (steps, revisits, decisions):
            self.assertTrue(rows)
        self.assertEqual(self.days(events), sorted(steps + revisits + decisions))
        self.assertIn(GUIDANCE, [str(event.get('DESCRIPTION')) for event in events.values()])

    def test_whole_days_with_a_reminder(self):
        for event in self.export().values():
            start, end = event['DTSTART'], event['DTEND']
            self.assertEqual((event.name, start.params['VALUE'], end.params['VALUE']),
                             ('VEVENT', 'DATE', 'DATE'))
            self.assertEqual(type(start.dt), datetime.date)
            self.assertEqual(end.dt - start.dt, datetime.timedelta(days=1))
            self.assertEqual(event['TRANSP'], 'TRANSPARENT')
            self.assertEqual(event['DTSTAMP'].dt.tzinfo.utcoffset(None), datetime.timedelta())
            self.assertGreaterEqual(event['DTSTAMP'].dt, event['LAST-MODIFIED'].dt)
            alarm, = event.subcomponents
            self.assertEqual((alarm.name, alarm['ACTION'], alarm['DESCRIPTION']),
                             ('VALARM', 'DISPLAY', event['SUMMARY']))
            self.assertEqual(alarm['TRIGGER'].dt, datetime.timedelta(hours=-15))

    def contents(self, events):
        """Of each event, without which version of it this is."""
        return {uid: [line for line in event.to_ical().splitlines()
                      if not line.startswith((b'DTSTAMP', b'SEQUENCE'))]
                for uid, event in events.items()}

    def test_a_second_import_updates(self):
        first = self.export()
        number, account, due = self.query(
            "SELECT id, account_id, due FROM step WHERE status = 'open' AND due IS NOT NULL "
            'ORDER BY id DESC')[0]
        # The clock of the test is too fast to see a difference.
        self.change('UPDATE step SET due = ?, changed_at = changed_at + 60 WHERE id = ?',
                    '2031-05-09', number)
        second = self.export()
        self.assertEqual(set(second), set(first))
        old, new = self.contents(first), self.contents(second)
        changed = [uid for uid in first if old[uid] != new[uid]]
        self.assertEqual(len(changed), 1)
        before, after = first[changed[0]], second[changed[0]]
        self.assertEqual((before['DTSTART'].dt.isoformat(), after['DTSTART'].dt.isoformat()),
                         (due, '2031-05-09'))
        self.assertGreaterEqual(after['SEQUENCE'] - before['SEQUENCE'], 58)
        self.assertEqual(after['LAST-MODIFIED'].dt - before['LAST-MODIFIED'].dt,
                         datetime.timedelta(minutes=1))

        # A new name of the account changes everything that shows it.
        self.change("UPDATE account SET name = 'Renamed', changed_at = changed_at + 600 "
                    'WHERE id = ?', account)
        third = self.export()
        renamed = [uid for uid in third if str(third[uid]['SUMMARY']).startswith('Renamed: ')]
        self.assertIn(changed[0], renamed)
        for uid in renamed:
            self.assertGreater(third[uid]['SEQUENCE'], second[uid]['SEQUENCE'])

    def test_what_is_undone_is_newer(self):
        """Also where the book is as it was before: the calendar has what came between."""
        self.change('UPDATE step SET created_at = created_at - 9, changed_at = created_at - 8')
        self.ok('move', 'Brightwater Dairy', '--to', 'secondary')
        moved = self.export()
        self.ok('undo')
        time.sleep(1.1)
        undone = self.export()
        self.assertTrue(set(moved) & set(undone))
        for uid in set(moved) & set(undone):
            self.assertGreater(undone[uid]['SEQUENCE'], moved[uid]['SEQUENCE'])
            self.assertGreater(undone[uid]['DTSTAMP'].dt, moved[uid]['DTSTAMP'].dt)

    def test_a_copy_of_the_book_has_the_same_events(self):
        first = self.export()
        self.ok('export', 'book.json')
        self.book = self.path('copy.quadrille')
        self.ok('import', 'book.json')
        self.assertEqual(self.contents(self.export('copy.ics')), self.contents(first))
        self.book = self.path('other.quadrille')
        self.ok('sample', self.book, book=False)
        self.assertFalse(set(self.export('other.ics')) & set(first))

    def test_done_is_gone(self):
        first = self.export()
        step = self.query("SELECT id FROM step WHERE status = 'open' AND due IS NOT NULL")[0]
        self.change("UPDATE step SET status = 'done', done_on = due WHERE id = ?", *step)
        self.assertEqual(len(set(first) - set(self.export())), 1)

    def test_nothing_due(self):
        self.book = self.path('empty.quadrille')
        self.write('one.csv', 'Name\nOne\n')
        self.ok('import', 'one.csv')
        self.assertEqual(self.export(), {})

    def test_a_file_that_cannot_be_written(self):
        self.fails(1, 'export', 'nowhere/dates.ics')


if __name__ == '__main__':
    taprunner.main()
