// The counter: shifts, what was redeemed and taken back, what is held, signed and delivered, cards of households, limits.
import { appendOnly } from './append-only.ts';

export const counterTables = `
-- 当班: from opening a till to closing it; whoever serves meanwhile, the drawer is one.
CREATE TABLE shift (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  terminal TEXT NOT NULL, business_day TEXT NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES staff (id), opened_at TEXT NOT NULL,
  -- Cash of the trading book in the drawer at the start; counted at the end. Not counted: null, never 0.
  float_fen INTEGER CHECK (float_fen >= 0), counted_fen INTEGER CHECK (counted_fen >= 0),
  closed_by INTEGER REFERENCES staff (id), closed_at TEXT,
  -- 'day-end': nobody closed it and the day changed.
  ended TEXT CHECK (ended IN ('closed', 'handed-over', 'day-end')),
  note TEXT NOT NULL DEFAULT '',
  CHECK ((closed_at IS NULL) = (ended IS NULL))
) STRICT;
CREATE UNIQUE INDEX shift_open_by_till ON shift (terminal) WHERE closed_at IS NULL;
CREATE INDEX shift_by_day ON shift (business_day, terminal);
CREATE TRIGGER shift_closed_stays BEFORE UPDATE ON shift WHEN old.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed shift does not change'); END;
CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'a shift is never deleted'); END;

-- One act of collecting (户次, rulings.md 10), whatever the number of vouchers; none where goods are free.
CREATE TABLE redemption (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  household_id INTEGER NOT NULL REFERENCES household (id),
  category TEXT NOT NULL, community TEXT NOT NULL,
  -- Covered members on the day (rulings.md 9).
  members INTEGER NOT NULL CHECK (members >= 0),
  -- face: value that left its vouchers, taken and lapsed. goods: at list price = taken + topup + free, packages and points aside.
  face_fen INTEGER NOT NULL CHECK (face_fen = used_fen + lapsed_fen), used_fen INTEGER NOT NULL, lapsed_fen INTEGER NOT NULL, goods_fen INTEGER NOT NULL,
  -- Cash the household added, in the trading book; goods given without any voucher.
  topup_fen INTEGER NOT NULL DEFAULT 0, free_fen INTEGER NOT NULL DEFAULT 0,
  used_points INTEGER NOT NULL DEFAULT 0, lapsed_points INTEGER NOT NULL DEFAULT 0,
  entry TEXT NOT NULL CHECK (entry IN ('scanned', 'typed', 'card', 'looked-up')),
  channel TEXT NOT NULL DEFAULT 'counter' CHECK (channel IN ('counter', 'delivery')),
  -- counted_day: the day whose limits it counts in; of a reversal that of the act it takes back.
  business_day TEXT NOT NULL, counted_day TEXT NOT NULL, at TEXT NOT NULL, terminal TEXT NOT NULL,
  shift_id INTEGER REFERENCES shift (id),
  -- A reversal is a row of its own with negative figures (rulings.md 11); whole: nothing of the act is left after it.
  reverses INTEGER REFERENCES redemption (id), whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  -- Taken after the household had left, in its 渐退 period (scenario 4).
  in_grace INTEGER NOT NULL DEFAULT 0 CHECK (in_grace IN (0, 1)),
  -- Part of one act of an institution (rulings.md 10).
  institution_pickup_id INTEGER REFERENCES institution_pickup (id),
  -- Who said yes to a voucher looked up by name.
  approved_by INTEGER REFERENCES staff (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX redemption_by_institution_pickup ON redemption (institution_pickup_id) WHERE institution_pickup_id IS NOT NULL;
CREATE INDEX redemption_by_day ON redemption (business_day);
CREATE INDEX redemption_by_household ON redemption (household_id, counted_day);
CREATE INDEX redemption_reversal ON redemption (reverses) WHERE reverses IS NOT NULL;
CREATE UNIQUE INDEX redemption_reversed_once ON redemption (reverses) WHERE reverses IS NOT NULL AND whole = 1;
${appendOnly('redemption')}

-- What each voucher of the basket gave; before: its balance. A reversal's row carries the opposite signs.
CREATE TABLE redemption_voucher (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  before_fen INTEGER NOT NULL, used_fen INTEGER NOT NULL, lapsed_fen INTEGER NOT NULL,
  before_points INTEGER NOT NULL DEFAULT 0, used_points INTEGER NOT NULL DEFAULT 0, lapsed_points INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (redemption_id, voucher_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX redemption_voucher_by_voucher ON redemption_voucher (voucher_id);
${appendOnly('redemption_voucher')}

CREATE TABLE redemption_line (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL, price_fen INTEGER, amount_fen INTEGER,
  -- What it cost in points, of a points voucher; null: paid for otherwise.
  points INTEGER,
  -- Of a reversal: the act whose line of the same number comes back.
  back_of INTEGER REFERENCES redemption (id),
  PRIMARY KEY (redemption_id, line)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX redemption_line_back_once ON redemption_line (back_of, line) WHERE back_of IS NOT NULL;
${appendOnly('redemption_line')}

-- 挂单: put aside until it is taken up again or dropped; nothing is reserved, everything is checked again.
CREATE TABLE held_basket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  terminal TEXT NOT NULL, household_id INTEGER NOT NULL REFERENCES household (id),
  -- JSON of vouchers and lines by id; who collects and the address only while it waits.
  content TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  ended_at TEXT, ended TEXT CHECK (ended IN ('recalled', 'dropped')), ended_by INTEGER REFERENCES staff (id),
  CHECK ((ended_at IS NULL) = (ended IS NULL))
) STRICT;
CREATE INDEX held_basket_open ON held_basket (id) WHERE ended_at IS NULL;

-- Drawn on pad or by mouse; a redemption without one is signed on the printed line. strokes: JSON of lines of points.
CREATE TABLE signature (
  redemption_id INTEGER PRIMARY KEY REFERENCES redemption (id),
  strokes TEXT NOT NULL, width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
  -- SHA-256 of number and lines it was given under: it belongs to these goods and no others.
  seal BLOB NOT NULL CHECK (length(seal) = 32), at TEXT NOT NULL
) STRICT;
-- A handwriting is personal: the erasure of a file empties it and leaves that somebody signed. Nothing else ever changes.
CREATE TRIGGER signature_stays BEFORE UPDATE ON signature
  WHEN new.strokes <> '[]' OR new.redemption_id <> old.redemption_id OR new.width <> old.width OR new.height <> old.height
    OR new.seal <> old.seal OR new.at <> old.at
  BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;

-- 送货上门: goods that left with a carrier and are signed for at the door.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT, redemption_id INTEGER NOT NULL UNIQUE REFERENCES redemption (id),
  carrier TEXT NOT NULL, address TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'out' CHECK (state IN ('out', 'delivered', 'back')),
  ended_day TEXT, received_by TEXT NOT NULL DEFAULT '', relation TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, ended_by INTEGER REFERENCES staff (id), ended_at TEXT,
  CHECK ((state = 'out') = (ended_at IS NULL))
) STRICT;
CREATE INDEX delivery_out ON delivery (id) WHERE state = 'out';

-- 领物卡 of a household: opens its basket without a voucher in hand. A lost one is ended and a new one made.
CREATE TABLE household_card (
  id INTEGER PRIMARY KEY AUTOINCREMENT, household_id INTEGER NOT NULL REFERENCES household (id),
  -- Ten random symbols, printed with check characters.
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 10),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  ended_at TEXT, end_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX household_card_in_use ON household_card (household_id) WHERE ended_at IS NULL;

-- 限领: how much of what in which time. One engine (db/domain/limits.ts); Beijing days; carry-over does not cross the year.
CREATE TABLE limit_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
  -- What is counted: value at list price, pieces (smallest units of one item, or units of any), acts of collecting, or points.
  measure TEXT NOT NULL CHECK (measure IN ('fen', 'pieces', 'times', 'points')),
  -- Of what: one item, one sort of goods, or anything.
  item_id INTEGER REFERENCES item (id), sort TEXT,
  -- Whose: the household's, times its covered members, or of the unrelated person who collects for others.
  subject TEXT NOT NULL CHECK (subject IN ('household', 'person', 'proxy')),
  -- JSON [[covered members from, amount], …] rising; one pair from 1: the same for all.
  amounts TEXT NOT NULL,
  -- Calendar periods; 'days' and 'years' roll: taken on D, again on D + n (rulings.md 12).
  period TEXT NOT NULL CHECK (period IN ('day', 'week', 'month', 'quarter', 'year', 'days', 'years')),
  every INTEGER NOT NULL DEFAULT 1 CHECK (every >= 1),
  carry_over INTEGER NOT NULL DEFAULT 0 CHECK (carry_over IN (0, 1)),
  -- JSON list of category codes it holds for; none: all.
  categories TEXT NOT NULL DEFAULT '[]',
  -- Last day; the day before its first: it never held. Nothing else of a rule is ever changed.
  from_day TEXT NOT NULL, to_day TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  ended_by INTEGER REFERENCES staff (id), ended_at TEXT, end_reason TEXT NOT NULL DEFAULT '',
  CHECK (item_id IS NULL OR sort IS NULL), CHECK (to_day IS NULL OR to_day >= date(from_day, '-1 day')),
  CHECK (carry_over = 0 OR period IN ('month', 'quarter'))
) STRICT;
CREATE TRIGGER limit_rule_facts_stay BEFORE UPDATE OF id, name, measure, item_id, sort, subject, amounts, period, every, carry_over, categories,
  from_day, staff_id, at ON limit_rule BEGIN SELECT RAISE(ABORT, 'a rule is ended, not changed'); END;
CREATE TRIGGER limit_rule_no_delete BEFORE DELETE ON limit_rule BEGIN SELECT RAISE(ABORT, 'a rule is ended, not deleted'); END;
-- 超限: somebody answered for it; listed in the month's report.
CREATE TABLE limit_override (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), rule_id INTEGER NOT NULL REFERENCES limit_rule (id),
  over INTEGER NOT NULL CHECK (over > 0), reason TEXT NOT NULL CHECK (reason <> ''),
  approved_by INTEGER NOT NULL REFERENCES staff (id), PRIMARY KEY (redemption_id, rule_id)
) STRICT, WITHOUT ROWID;
${appendOnly('limit_override')}
`;
