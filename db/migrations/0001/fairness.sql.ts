// What keeps it fair: relatives of staff on file, spot checks with their results, decisions, complaints, and what was looked into.
import { appendOnly } from './append-only.ts';

export const fairnessTables = `
-- 近亲属备案 (domain.md §1.4): who of the staff is related to which household, from when to when.
CREATE TABLE kinship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), household_id INTEGER NOT NULL REFERENCES household (id),
  relation TEXT NOT NULL, document TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL,
  -- First day without (an entry made in error, or the kinship ended); null: open.
  to_day TEXT, end_reason TEXT NOT NULL DEFAULT '',
  filed_by INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX kinship_by_household ON kinship (household_id, staff_id);
CREATE UNIQUE INDEX kinship_open_once ON kinship (staff_id, household_id) WHERE to_day IS NULL;

-- 抽查: the same seed gives the same list (scenario 20).
CREATE TABLE spot_check (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
  -- Hundredths of a percent.
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 1 AND 10000),
  -- Empty: all.
  category TEXT NOT NULL DEFAULT '', community TEXT NOT NULL DEFAULT '',
  seed TEXT NOT NULL, population INTEGER NOT NULL CHECK (population >= 0), drawn INTEGER NOT NULL CHECK (drawn >= 0),
  business_day TEXT NOT NULL, closed_at TEXT, closed_by INTEGER REFERENCES staff (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE TABLE spot_check_line (
  spot_check_id INTEGER NOT NULL REFERENCES spot_check (id), position INTEGER NOT NULL,
  household_id INTEGER NOT NULL REFERENCES household (id),
  why TEXT NOT NULL CHECK (why IN ('drawn', 'relative')),
  result TEXT CHECK (result IN ('fits', 'misfits', 'not-seen')), note TEXT NOT NULL DEFAULT '',
  visited_day TEXT, visitors TEXT NOT NULL DEFAULT '', staff_id INTEGER REFERENCES staff (id), at TEXT,
  PRIMARY KEY (spot_check_id, position), UNIQUE (spot_check_id, household_id),
  CHECK ((result IS NULL) = (at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX spot_check_line_by_household ON spot_check_line (household_id);
CREATE INDEX spot_check_line_misfits ON spot_check_line (spot_check_id, household_id) WHERE result = 'misfits';
-- A result is binding: 未见人 may still be visited, the other two stand.
CREATE TRIGGER spot_check_result_stands BEFORE UPDATE OF result ON spot_check_line WHEN old.result IN ('fits', 'misfits')
  BEGIN SELECT RAISE(ABORT, 'a result stands'); END;
CREATE TRIGGER spot_check_line_no_delete BEFORE DELETE ON spot_check_line BEGIN SELECT RAISE(ABORT, 'a drawn household stays on the list'); END;

-- What was decided about a household found 不符合 (rulings.md 8).
CREATE TABLE check_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  spot_check_id INTEGER NOT NULL REFERENCES spot_check (id), household_id INTEGER NOT NULL REFERENCES household (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('stays', 'ends')), reason TEXT NOT NULL,
  business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  UNIQUE (spot_check_id, household_id)
) STRICT;
${appendOnly('check_decision')}

-- 举报: entries and their ends are never edited.
CREATE TABLE complaint (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, business_day TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('phone', 'box', 'letter', 'visit', 'online', 'other')),
  matter TEXT NOT NULL,
  household_id INTEGER REFERENCES household (id), about_staff_id INTEGER REFERENCES staff (id),
  -- Protected; both empty: anonymous.
  reporter TEXT NOT NULL DEFAULT '', reporter_phone TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX complaint_by_day ON complaint (business_day);
${appendOnly('complaint')}
CREATE TABLE complaint_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT, complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  words TEXT NOT NULL, business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX complaint_step_by_complaint ON complaint_step (complaint_id);
${appendOnly('complaint_step')}
CREATE TABLE complaint_end (
  complaint_id INTEGER PRIMARY KEY REFERENCES complaint (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'partly', 'unfounded', 'referred')),
  finding TEXT NOT NULL, measures TEXT NOT NULL DEFAULT '',
  business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
${appendOnly('complaint_end')}

-- Coincidences (same telephone, address or proxy) that somebody looked into and found in order; \`subject\` names the households by id.
CREATE TABLE lens_seen (
  kind TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
`;
