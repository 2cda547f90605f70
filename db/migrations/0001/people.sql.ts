// Households, their members, what each is covered by and since when, and the history of every change.
import { CATEGORIES } from '../../domain/categories.ts';
import { appendOnly } from './append-only.ts';
import { foundByTables } from './found-by.sql.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The table as shipped (domain.md §5.1); a manager adds to it and ends entries, nothing of it is renamed in the past. */
const shippedCategories = CATEGORIES.map(
  (category, position) => `
INSERT INTO category (code, position, rank, institutional, minor_protected, review_months, grace_months)
  VALUES (${quoted(category.code)}, ${position + 1}, ${category.rank}, ${Number(category.institutional)}, ${Number(category.minorProtected)},
    ${category.reviewMonths}, 0);
INSERT INTO category_name (code, from_day, name) VALUES (${quoted(category.code)}, '', ${quoted(category.name)});`,
).join('');

const categories = `
CREATE TABLE category (
  code TEXT PRIMARY KEY,
  -- Order of rows in reports, and among equal ranks.
  position INTEGER NOT NULL UNIQUE,
  -- 就高: the lowest rank in a household wins (rulings.md 7).
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 99),
  institutional INTEGER NOT NULL CHECK (institutional IN (0, 1)),
  -- Only in counts on public lists, at any age (rulings.md 28).
  minor_protected INTEGER NOT NULL CHECK (minor_protected IN (0, 1)),
  -- 年审: months between two reviews.
  review_months INTEGER NOT NULL CHECK (review_months BETWEEN 1 AND 60),
  -- 渐退: months after leaving in which open vouchers still pass; 0: none.
  grace_months INTEGER NOT NULL CHECK (grace_months BETWEEN 0 AND 24),
  -- First and last day on which a cover may begin under it.
  from_day TEXT, to_day TEXT
) STRICT, WITHOUT ROWID;
-- A new name holds from its day on; a report of an earlier month prints the earlier one.
CREATE TABLE category_name (
  code TEXT NOT NULL REFERENCES category (code), from_day TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (code, from_day)
) STRICT, WITHOUT ROWID;
${appendOnly('category_name')}
${shippedCategories}`;

const rosterRuns = `
-- One import of a roster. Its households stay unseen until the whole of it is published in one step.
CREATE TABLE roster_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL, rows INTEGER NOT NULL, published_at TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX roster_run_by_sheet ON roster_run (sha256);
-- What somebody said the headings of a layout mean.
CREATE TABLE import_layout (
  kind TEXT NOT NULL, fingerprint TEXT NOT NULL, mapping TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kind, fingerprint)
) STRICT, WITHOUT ROWID;
`;

const unpublished = 'SELECT id FROM roster_run WHERE published_at IS NULL';

const households = `
CREATE TABLE household (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE,
  head_name TEXT NOT NULL, id_tail TEXT NOT NULL,
  -- 12-digit division code (区划), or empty.
  street TEXT NOT NULL, community TEXT NOT NULL, division_code TEXT NOT NULL DEFAULT '', address TEXT NOT NULL, phone TEXT NOT NULL,
  -- Comparing forms of telephones (several parted by blanks) and address; empty: none.
  phone_key TEXT NOT NULL DEFAULT '', address_key TEXT NOT NULL DEFAULT '',
  -- Following from the covers of its members, kept by db/people/standing.ts, as of shop.rolled_day: payee category (the highest, rulings.md 7),
  -- covered members (保障人口), all members (家庭人口), first day and first day without.
  category TEXT NOT NULL REFERENCES category (code),
  members INTEGER NOT NULL CHECK (members >= 0), family INTEGER NOT NULL DEFAULT 0 CHECK (family >= 0),
  start_day TEXT, end_day TEXT, end_reason TEXT NOT NULL DEFAULT '',
  -- 渐退: last day on which open vouchers still pass after the end.
  grace_to_day TEXT,
  next_review_day TEXT,
  -- Found 不符合 and not yet decided: no new voucher, open ones stop at the till (rulings.md 8).
  stopped TEXT NOT NULL DEFAULT '' CHECK (stopped IN ('', 'check-misfits')),
  institution_id INTEGER REFERENCES institution (id),
  merged_into INTEGER REFERENCES household (id),
  run_id INTEGER REFERENCES roster_run (id),
  erased_at TEXT, created_at TEXT NOT NULL
) STRICT;
-- Few different values, so that an import adds to few places of it; a category within a community is found by the next one.
CREATE INDEX household_by_category ON household (category);
CREATE INDEX household_by_community ON household (community, number, category);
-- Also covers every state a list is narrowed to (db/people/filters.ts).
CREATE INDEX household_by_review ON household (next_review_day, end_day, start_day, grace_to_day);
CREATE INDEX household_by_end ON household (end_day, grace_to_day) WHERE end_day IS NOT NULL;
CREATE INDEX household_by_phone ON household (phone_key, address_key) WHERE phone_key <> '';
CREATE INDEX household_by_phone_tail ON household (substr(phone_key, length(phone_key) - 3)) WHERE phone_key <> '';
-- Nearly every household has one telephone without extension and is found by its own row. What a field holds beyond that stands here, a
-- number each, whoever writes the row.
CREATE TABLE household_phone (
  household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  phone_key TEXT NOT NULL CHECK (phone_key <> ''), address_key TEXT NOT NULL,
  -- Without extension, for the search by last digits.
  number TEXT NOT NULL,
  PRIMARY KEY (household_id, phone_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_phone_by_key ON household_phone (phone_key, address_key);
CREATE INDEX household_phone_by_tail ON household_phone (substr(number, length(number) - 3));
CREATE TRIGGER household_phones_entered AFTER INSERT ON household WHEN NEW.phone_key GLOB '*[ #]*' BEGIN
  INSERT INTO household_phone (household_id, phone_key, address_key, number)
    SELECT NEW.id, value, NEW.address_key, substr(value, 1, instr(value || '#', '#') - 1)
    FROM json_each('["' || replace(NEW.phone_key, ' ', '","') || '"]');
END;
CREATE TRIGGER household_phones_changed AFTER UPDATE OF phone_key, address_key ON household
  WHEN OLD.phone_key GLOB '*[ #]*' OR NEW.phone_key GLOB '*[ #]*' BEGIN
  DELETE FROM household_phone WHERE household_id = NEW.id;
  INSERT INTO household_phone (household_id, phone_key, address_key, number)
    SELECT NEW.id, value, NEW.address_key, substr(value, 1, instr(value || '#', '#') - 1)
    FROM json_each('["' || replace(NEW.phone_key, ' ', '","') || '"]') WHERE NEW.phone_key GLOB '*[ #]*';
END;
CREATE INDEX household_by_institution ON household (institution_id) WHERE institution_id IS NOT NULL;
CREATE INDEX household_by_run ON household (run_id) WHERE run_id IS NOT NULL;
-- Every list and count reads this one: rows of an import that is still entering are not there yet.
CREATE VIEW household_here AS SELECT * FROM household WHERE run_id IS NULL OR run_id NOT IN (${unpublished});

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id),
  name TEXT NOT NULL,
  document_kind TEXT NOT NULL DEFAULT 'identity' CHECK (document_kind IN
    ('identity', 'residence-permit', 'household-book', 'birth-certificate', 'passport', 'other', 'none')),
  -- Normal form of GB 11643, residence permits included; one person stands in one household only.
  id_number TEXT UNIQUE,
  -- Any other document as written, its comparing form, and who looked at it (domain.md §5.3).
  document_number TEXT NOT NULL DEFAULT '', document_key TEXT UNIQUE, document_checked_by INTEGER REFERENCES staff (id),
  sex TEXT CHECK (sex IN ('male', 'female')), birth_day TEXT,
  relation TEXT NOT NULL, is_head INTEGER NOT NULL CHECK (is_head IN (0, 1)),
  care TEXT NOT NULL DEFAULT '', flags TEXT NOT NULL DEFAULT '', certificate TEXT NOT NULL DEFAULT '',
  -- 残疾人证, normal form.
  disability TEXT NOT NULL DEFAULT '',
  -- First day no longer in the household.
  left_day TEXT, left_why TEXT NOT NULL DEFAULT '' CHECK (left_why IN ('', 'died', 'moved-out', 'married-out', 'other')),
  created_at TEXT NOT NULL,
  CHECK ((document_kind IN ('identity', 'residence-permit')) = (id_number IS NOT NULL) OR name = '')
) STRICT;
CREATE INDEX person_by_household ON person (household_id, name);
CREATE INDEX person_by_left ON person (left_day, household_id) WHERE left_day IS NOT NULL;
-- Searching (db/people/search.ts): last four digits; certificates. Names: found-by.sql.ts.
CREATE INDEX person_by_id_tail ON person (substr(id_number, 15), household_id) WHERE id_number IS NOT NULL;
CREATE INDEX person_by_certificate ON person (certificate, household_id) WHERE certificate <> '';
CREATE INDEX person_by_disability ON person (disability, household_id) WHERE disability <> '';

-- 保障: one person covered under one category at one place. Who holds several has several. A move or a change of category ends one and
-- begins the next on the same day, so that every month's movement can be counted from here alone.
CREATE TABLE cover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person (id), household_id INTEGER NOT NULL REFERENCES household (id),
  category TEXT NOT NULL REFERENCES category (code), street TEXT NOT NULL, community TEXT NOT NULL,
  -- First day (null: since always) and first day without (null: open).
  from_day TEXT, to_day TEXT,
  -- Document of approval, and why it began and ended.
  document TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', end_reason TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  CHECK (from_day IS NULL OR to_day IS NULL OR to_day >= from_day)
) STRICT;
CREATE INDEX cover_by_household ON cover (household_id, to_day, from_day, category, person_id);
CREATE INDEX cover_by_person ON cover (person_id, category);
CREATE INDEX cover_by_begin ON cover (from_day, household_id);
CREATE INDEX cover_by_end ON cover (to_day, household_id);
CREATE TRIGGER cover_facts_stay BEFORE UPDATE OF id, person_id, household_id, category, street, community, from_day ON cover
  BEGIN SELECT RAISE(ABORT, 'facts of a cover do not change'); END;
CREATE TRIGGER cover_no_delete BEFORE DELETE ON cover
  WHEN NOT EXISTS (SELECT 1 FROM household WHERE id = old.household_id AND run_id IN (${unpublished}))
  BEGIN SELECT RAISE(ABORT, 'a cover is ended, not deleted'); END;
`;

const history = `
-- Every change of a file: what, from when, why, by whom. \`changes\` holds [{field, before, after}] and is emptied when the household is erased.
CREATE TABLE household_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id), person_id INTEGER REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'corrected', 'joined', 'left', 'head', 'moved', 'split', 'merged', 'began', 'changed',
    'ended', 'renewed', 'stopped', 'decided', 'erased')),
  day TEXT NOT NULL, reason TEXT NOT NULL, document TEXT NOT NULL DEFAULT '', changes TEXT NOT NULL DEFAULT '[]',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX household_event_by_household ON household_event (household_id);
CREATE TRIGGER household_event_no_update BEFORE UPDATE ON household_event
  WHEN new.changes <> '[]' OR new.reason NOT IN ('', old.reason) OR new.document NOT IN ('', old.document) OR (new.id, new.household_id, new.person_id,
    new.kind, new.day, new.staff_id, new.at) IS NOT (old.id, old.household_id, old.person_id, old.kind, old.day, old.staff_id, old.at)
  BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END;
CREATE TRIGGER household_event_no_delete BEFORE DELETE ON household_event
  WHEN NOT EXISTS (SELECT 1 FROM household WHERE id = old.household_id AND run_id IN (${unpublished}))
  BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END;

-- Two people who look alike and are not the same (lessons.md 12).
CREATE TABLE not_same (
  person_a INTEGER NOT NULL REFERENCES person (id), person_b INTEGER NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  PRIMARY KEY (person_a, person_b), CHECK (person_a < person_b)
) STRICT, WITHOUT ROWID;

-- 告知与同意 (domain.md §6): who was told or agreed, how; the guardian for under 14.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id), person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'consent', 'sensitive', 'publication')),
  way TEXT NOT NULL CHECK (way IN ('signed', 'spoken', 'message')),
  guardian TEXT NOT NULL DEFAULT '', guardian_relation TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '', day TEXT NOT NULL, withdrawn_day TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX consent_by_household ON consent (household_id);
-- Whoever moves to another household was told all the same.
CREATE INDEX consent_by_person ON consent (person_id, kind);

-- Files whose personal data was erased; their figures stay.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT, household_id INTEGER NOT NULL UNIQUE REFERENCES household (id),
  people INTEGER NOT NULL, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
${appendOnly('erasure')}
`;

export const peopleTables = [categories, rosterRuns, households, foundByTables, history].join('\n');
