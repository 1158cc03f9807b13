-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 1: the nouns of a book.
--
-- Words are lower-case nicks, money is whole minor units of the book's currency, dates are ISO
-- days, times are seconds since 1970 in UTC. NULL is "unknown" or "not set"; an empty text is NULL.
-- Every table has an integer id, so that the journal can name any row. Words are compared one by
-- one, because SQLite would build a temporary index for each IN with more than two. Released: never
-- edit this file, add the next one.

CREATE TABLE account (
  id             INTEGER PRIMARY KEY,
  uid            TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
  name           TEXT    NOT NULL CHECK (name <> ''),
  tier           TEXT    NOT NULL
                         CHECK (tier = 'key' OR tier = 'secondary' OR tier = 'ideal' OR
                                tier = 'lead' OR tier = 'parked'),
  profile        TEXT    NOT NULL
                         CHECK (profile = 'none' OR profile = 'keep' OR profile = 'attain' OR
                                profile = 'recapture' OR profile = 'expand' OR
                                profile = 'jettison'),
  ever_client    INTEGER NOT NULL CHECK (ever_client IN (0, 1)),
  revenue        INTEGER,
  revenue_before INTEGER,
  potential      INTEGER,
  vertical       TEXT    CHECK (vertical <> ''),
  region         TEXT    CHECK (region <> ''),
  size           TEXT    CHECK (size <> ''),
  source         TEXT    CHECK (source <> ''),
  website        TEXT    CHECK (website <> ''),
  phone          TEXT    CHECK (phone <> ''),
  email          TEXT    CHECK (email <> ''),
  address        TEXT    CHECK (address <> ''),
  notes          TEXT    CHECK (notes <> ''),
  client_since   TEXT    CHECK (client_since GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  lost_on        TEXT    CHECK (lost_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  lost_reason    TEXT    CHECK (lost_reason <> ''),
  parked_reason  TEXT    CHECK (parked_reason <> ''),
  revisit_on     TEXT    CHECK (revisit_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  decide_by      TEXT    CHECK (decide_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  external_id    TEXT    CHECK (external_id <> ''),
  created_at     INTEGER,
  changed_at     INTEGER,
  name_folded    TEXT    CHECK (name_folded <> '')
) STRICT;

CREATE INDEX account_external_id ON account (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE contact (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name           TEXT    NOT NULL CHECK (name <> ''),
  role           TEXT    CHECK (role <> ''),
  phone          TEXT    CHECK (phone <> ''),
  email          TEXT    CHECK (email <> ''),
  website        TEXT    CHECK (website <> ''),
  notes          TEXT    CHECK (notes <> ''),
  external_id    TEXT    CHECK (external_id <> ''),
  created_at     INTEGER,
  changed_at     INTEGER
) STRICT;

CREATE INDEX contact_account ON contact (account_id);

-- The name on screen and the description that an organisation gives a profile or a tier.
CREATE TABLE profile_text (
  id             INTEGER PRIMARY KEY,
  owner          TEXT    NOT NULL UNIQUE
                         CHECK (owner = 'keep' OR owner = 'attain' OR owner = 'recapture' OR
                                owner = 'expand' OR owner = 'jettison' OR owner = 'key' OR
                                owner = 'secondary' OR owner = 'ideal' OR owner = 'lead'),
  name           TEXT    CHECK (name <> ''),
  description    TEXT    CHECK (description <> '')
) STRICT;

-- "owner" is a profile, or the ideal client whose traits are the marks. Without a rule a trait is
-- answered by hand. New facts may come: what a rule looks at is not listed here.
CREATE TABLE trait (
  id             INTEGER PRIMARY KEY,
  owner          TEXT    NOT NULL
                         CHECK (owner = 'keep' OR owner = 'attain' OR owner = 'recapture' OR
                                owner = 'expand' OR owner = 'jettison' OR owner = 'ideal'),
  label          TEXT    NOT NULL CHECK (label <> ''),
  weight         INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 5),
  knock_out      INTEGER NOT NULL CHECK (knock_out IN (0, 1)),
  rule_field     TEXT    NOT NULL CHECK (rule_field <> ''),
  rule_test      TEXT    NOT NULL
                         CHECK (rule_test = 'none' OR rule_test = 'is' OR rule_test = 'is-not' OR
                                rule_test = 'at-least' OR rule_test = 'at-most' OR
                                rule_test = 'one-of' OR rule_test = 'known'),
  rule_value     TEXT    CHECK (rule_value <> ''),
  position       INTEGER NOT NULL CHECK (position >= 0),
  CHECK ((rule_field = 'none') = (rule_test = 'none')),
  CHECK (rule_value IS NULL OR rule_test <> 'none')
) STRICT;

-- No row: unknown.
CREATE TABLE answer (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  trait_id       INTEGER NOT NULL REFERENCES trait (id) ON DELETE CASCADE,
  answer         TEXT    NOT NULL CHECK (answer IN ('yes', 'no')),
  UNIQUE (account_id, trait_id)
) STRICT;

CREATE INDEX answer_trait ON answer (trait_id);

-- "owner" is a profile or a tier. A play is due some days after it begins, or on a day of the year.
CREATE TABLE play (
  id             INTEGER PRIMARY KEY,
  owner          TEXT    NOT NULL
                         CHECK (owner = 'keep' OR owner = 'attain' OR owner = 'recapture' OR
                                owner = 'expand' OR owner = 'jettison' OR owner = 'key' OR
                                owner = 'secondary' OR owner = 'ideal' OR owner = 'lead'),
  title          TEXT    NOT NULL CHECK (title <> ''),
  guidance       TEXT    CHECK (guidance <> ''),
  due_kind       TEXT    NOT NULL
                         CHECK (due_kind = 'none' OR due_kind = 'after' OR due_kind = 'yearly'),
  due_days       INTEGER NOT NULL CHECK (due_days >= 0),
  due_month      INTEGER NOT NULL CHECK (due_month BETWEEN 0 AND 12),
  due_day        INTEGER NOT NULL CHECK (due_day BETWEEN 0 AND 31),
  repeat_kind    TEXT    NOT NULL
                         CHECK (repeat_kind = 'none' OR repeat_kind = 'days' OR
                                repeat_kind = 'weeks' OR repeat_kind = 'months'),
  repeat_every   INTEGER NOT NULL CHECK (repeat_every >= 0),
  repeat_from    TEXT    NOT NULL CHECK (repeat_from IN ('done', 'calendar')),
  minutes        INTEGER NOT NULL CHECK (minutes >= 0),
  archived       INTEGER NOT NULL CHECK (archived IN (0, 1)),
  position       INTEGER NOT NULL CHECK (position >= 0),
  CHECK (due_kind <> 'yearly' OR (due_month >= 1 AND due_day >= 1)),
  CHECK (repeat_kind = 'none' OR repeat_every >= 1)
) STRICT;

-- A step without a play is one of the account's own. "anchor" is where a beat began.
CREATE TABLE step (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  play_id        INTEGER REFERENCES play (id) ON DELETE SET NULL,
  title          TEXT    NOT NULL CHECK (title <> ''),
  guidance       TEXT    CHECK (guidance <> ''),
  due            TEXT    CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  anchor         TEXT    CHECK (anchor GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  status         TEXT    NOT NULL
                         CHECK (status = 'open' OR status = 'done' OR status = 'skipped'),
  reason         TEXT    CHECK (reason <> ''),
  customised     INTEGER NOT NULL CHECK (customised IN (0, 1)),
  done_on        TEXT    CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  minutes        INTEGER NOT NULL CHECK (minutes >= 0),
  created_at     INTEGER,
  changed_at     INTEGER
) STRICT;

CREATE INDEX step_account ON step (account_id);
CREATE INDEX step_due ON step (due) WHERE status = 'open';
CREATE INDEX step_play ON step (play_id) WHERE play_id IS NOT NULL;

CREATE TABLE touch (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  contact_id     INTEGER REFERENCES contact (id) ON DELETE SET NULL,
  kind           TEXT    NOT NULL
                         CHECK (kind = 'call' OR kind = 'meeting' OR kind = 'email' OR
                                kind = 'visit' OR kind = 'fire'),
  day            TEXT    NOT NULL
                         CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  minutes        INTEGER NOT NULL CHECK (minutes >= 0),
  note           TEXT    CHECK (note <> ''),
  logged_at      INTEGER
) STRICT;

CREATE INDEX touch_account ON touch (account_id, day);
CREATE INDEX touch_contact ON touch (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE review (
  id             INTEGER PRIMARY KEY,
  held_on        TEXT    NOT NULL
                         CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  title          TEXT    CHECK (title <> ''),
  note           TEXT    CHECK (note <> ''),
  cut_off        INTEGER,
  cut_off_source TEXT    CHECK (cut_off_source IN ('computed', 'given')),
  finished_at    INTEGER,
  created_at     INTEGER
) STRICT;

-- The list as it was at a review. It outlives the accounts, so it keeps their names.
CREATE TABLE review_account (
  id             INTEGER PRIMARY KEY,
  review_id      INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  account_id     INTEGER REFERENCES account (id) ON DELETE SET NULL,
  name           TEXT    NOT NULL CHECK (name <> ''),
  tier           TEXT    NOT NULL
                         CHECK (tier = 'key' OR tier = 'secondary' OR tier = 'ideal' OR
                                tier = 'lead' OR tier = 'parked'),
  profile        TEXT    NOT NULL
                         CHECK (profile = 'none' OR profile = 'keep' OR profile = 'attain' OR
                                profile = 'recapture' OR profile = 'expand' OR
                                profile = 'jettison'),
  ever_client    INTEGER NOT NULL CHECK (ever_client IN (0, 1)),
  revenue        INTEGER,
  revenue_before INTEGER,
  potential      INTEGER,
  UNIQUE (review_id, account_id)
) STRICT;

CREATE INDEX review_account_account ON review_account (account_id) WHERE account_id IS NOT NULL;

-- A move that is intended, not made: one place in the plan per account.
CREATE TABLE planned_move (
  id               INTEGER PRIMARY KEY,
  account_id       INTEGER NOT NULL UNIQUE REFERENCES account (id) ON DELETE CASCADE,
  tier             TEXT    NOT NULL
                         CHECK (tier = 'key' OR tier = 'secondary' OR tier = 'ideal' OR
                                tier = 'lead' OR tier = 'parked'),
  by_date          TEXT    CHECK (by_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  why              TEXT    CHECK (why <> ''),
  expected_revenue INTEGER,
  created_at       INTEGER,
  changed_at       INTEGER
) STRICT;

-- What happened to an account and must last, whatever becomes of the journal.
CREATE TABLE account_event (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind           TEXT    NOT NULL
                         CHECK (kind = 'created' OR kind = 'imported' OR kind = 'tier' OR
                                kind = 'profile' OR kind = 'won' OR kind = 'lost' OR
                                kind = 'parked' OR kind = 'jettisoned' OR kind = 'turned-around' OR
                                kind = 'ended' OR kind = 'step-done' OR kind = 'step-skipped' OR
                                kind = 'merged'),
  was            TEXT    CHECK (was <> ''),
  became         TEXT    CHECK (became <> ''),
  revenue        INTEGER,
  note           TEXT    CHECK (note <> ''),
  day            TEXT    NOT NULL
                         CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  happened_at    INTEGER
) STRICT;

CREATE INDEX account_event_account ON account_event (account_id);

CREATE TABLE setting (
  id             INTEGER PRIMARY KEY,
  name           TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  value          TEXT    NOT NULL
) STRICT;

-- The journal: what reverses each operation. An entry that was taken back holds what repeats it.
CREATE TABLE journal_entry (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  label          TEXT    NOT NULL,
  at             INTEGER NOT NULL,
  undone         INTEGER NOT NULL CHECK (undone IN (0, 1)),
  bytes          INTEGER NOT NULL
) STRICT;

CREATE INDEX journal_entry_undone ON journal_entry (id) WHERE undone = 1;

-- "op" is what happened to the row: 'i', 'u' or 'd'; "old" its values before, a JSON array in the
-- order of the columns. No foreign key to the entry: it would cost a look-up for each of a hundred
-- thousand rows.
CREATE TABLE journal_change (
  entry          INTEGER NOT NULL,
  seq            INTEGER NOT NULL,
  tbl            TEXT    NOT NULL,
  row            INTEGER NOT NULL,
  op             TEXT    NOT NULL,
  old            TEXT,
  PRIMARY KEY (entry, seq)
) STRICT, WITHOUT ROWID;
