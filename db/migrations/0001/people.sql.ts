// Households, their members, and the history of their eligibility.
import { appendOnly } from './append-only.ts';

export const peopleTables = `
CREATE TABLE household (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE,
  head_name TEXT NOT NULL, search TEXT NOT NULL,
  -- Payee category: the highest of its members (rulings.md 7).
  category TEXT NOT NULL,
  -- Covered members (保障人口) today; the history is in person.covered_from_day / covered_to_day.
  members INTEGER NOT NULL CHECK (members >= 0),
  id_tail TEXT NOT NULL,
  street TEXT NOT NULL, community TEXT NOT NULL, address TEXT NOT NULL, phone TEXT NOT NULL,
  start_day TEXT, end_day TEXT, end_reason TEXT NOT NULL DEFAULT '', next_review_day TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX household_by_category ON household (category, community);
CREATE INDEX household_by_community ON household (community, number);
CREATE INDEX household_by_review ON household (next_review_day, end_day);

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id),
  name TEXT NOT NULL, search TEXT NOT NULL,
  -- Normal form of GB 11643; one person stands in one household only.
  id_number TEXT NOT NULL UNIQUE,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female')), birth_day TEXT NOT NULL,
  relation TEXT NOT NULL, is_head INTEGER NOT NULL CHECK (is_head IN (0, 1)),
  category TEXT NOT NULL, care TEXT NOT NULL DEFAULT '', flags TEXT NOT NULL DEFAULT '',
  certificate TEXT NOT NULL DEFAULT '',
  covered_from_day TEXT, covered_to_day TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_by_household ON person (household_id);
-- Searching by name, spelling or last four reads this narrow index from end to end instead of the table.
CREATE INDEX person_by_search ON person (search, household_id);

-- History of eligibility: who was covered as what, from when to when, and why it ended.
CREATE TABLE eligibility_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id),
  kind TEXT NOT NULL CHECK (kind IN ('start', 'end')),
  day TEXT NOT NULL, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX eligibility_by_household ON eligibility_event (household_id);
${appendOnly('eligibility_event')}
`;
