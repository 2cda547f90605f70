// Batches, vouchers with the ledger of their value, and what was redeemed.
import { appendOnly } from './append-only.ts';

export const voucherTables = `
CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, festival TEXT NOT NULL, face_fen INTEGER NOT NULL CHECK (face_fen > 0),
  categories TEXT NOT NULL, highest_only INTEGER NOT NULL CHECK (highest_only IN (0, 1)),
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, place TEXT NOT NULL, funding_source TEXT NOT NULL,
  stock_class TEXT NOT NULL DEFAULT 'ordinary' CHECK (stock_class IN ('ordinary', 'disaster', 'preferential')),
  issued_at TEXT, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (valid_to >= valid_from)
) STRICT;

CREATE TABLE voucher (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id), household_id INTEGER NOT NULL REFERENCES household (id),
  serial TEXT NOT NULL UNIQUE,
  -- 80 random bits inside the signed QR code, and the ten random symbols of the typed one (without check characters).
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 10), typed_code TEXT NOT NULL UNIQUE CHECK (length(typed_code) = 10),
  key_id INTEGER NOT NULL REFERENCES signing_key (key_id), generation INTEGER NOT NULL DEFAULT 1 CHECK (generation BETWEEN 1 AND 255),
  -- As on the day of issue: a later change of category does not move it in the reports.
  category TEXT NOT NULL,
  face_fen INTEGER NOT NULL CHECK (face_fen > 0), balance_fen INTEGER NOT NULL CHECK (balance_fen BETWEEN 0 AND face_fen),
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'active', 'partly-used', 'used', 'expired', 'void', 'replaced')),
  -- One a household and category; with 就高 the issue sees to one a household (rulings.md 7).
  UNIQUE (batch_id, household_id, category, generation)
) STRICT;
CREATE INDEX voucher_by_batch ON voucher (batch_id, state);
CREATE INDEX voucher_by_household ON voucher (household_id);
-- What the day change looks for: open vouchers past their end; with the balance for the home screen's sum.
CREATE INDEX voucher_open_by_end ON voucher (valid_to, balance_fen) WHERE state IN ('issued', 'active', 'partly-used');
CREATE TRIGGER voucher_facts_stay BEFORE UPDATE OF id, batch_id, household_id, serial, token, typed_code, key_id, generation, category, face_fen,
  valid_from, valid_to ON voucher BEGIN SELECT RAISE(ABORT, 'facts of a voucher do not change'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher WHEN old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'only a draft voucher may be deleted'); END;

CREATE TABLE voucher_posting (
  id INTEGER PRIMARY KEY,
  voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  kind TEXT NOT NULL CHECK (kind IN ('issued', 'redeemed', 'lapsed', 'void', 'expired', 'reopened')),
  category TEXT NOT NULL, community TEXT NOT NULL,
  -- Vouchers that become open (+1) or stop being open (-1); 0 where only value moves.
  pieces INTEGER NOT NULL CHECK (pieces BETWEEN -1 AND 1),
  -- Value that enters (+) or leaves (-) the voucher.
  amount_fen INTEGER NOT NULL,
  business_day TEXT NOT NULL, at TEXT NOT NULL, redemption_id INTEGER,
  -- A reversal names what it takes back and carries the same kind with the opposite signs.
  reverses INTEGER REFERENCES voucher_posting (id),
  -- Why, where a person decided it: a void voucher says so at the till.
  reason TEXT NOT NULL DEFAULT '',
  -- NULL: the program itself, at the change of day.
  staff_id INTEGER REFERENCES staff (id)
) STRICT;
-- With the figures, so that checking every voucher against its ledger reads the index alone.
CREATE INDEX voucher_posting_by_voucher ON voucher_posting (voucher_id, pieces, amount_fen);
CREATE INDEX voucher_posting_by_day ON voucher_posting (business_day, kind, category, community, pieces, amount_fen);
CREATE UNIQUE INDEX voucher_posting_reversed_once ON voucher_posting (reverses) WHERE reverses IS NOT NULL;
${appendOnly('voucher_posting')}

CREATE TABLE redemption (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  voucher_id INTEGER NOT NULL REFERENCES voucher (id), household_id INTEGER NOT NULL REFERENCES household (id),
  category TEXT NOT NULL, community TEXT NOT NULL,
  -- Covered members on the day (rulings.md 9).
  members INTEGER NOT NULL CHECK (members >= 0),
  face_fen INTEGER NOT NULL, used_fen INTEGER NOT NULL, lapsed_fen INTEGER NOT NULL, goods_fen INTEGER NOT NULL,
  entry TEXT NOT NULL CHECK (entry IN ('scanned', 'typed')),
  business_day TEXT NOT NULL, at TEXT NOT NULL, terminal TEXT NOT NULL,
  -- A reversal is a row of its own with negative figures (rulings.md 11).
  reverses INTEGER REFERENCES redemption (id), reason TEXT NOT NULL DEFAULT '',
  -- Taken after the household had left, in its 渐退 period (scenario 4).
  in_grace INTEGER NOT NULL DEFAULT 0 CHECK (in_grace IN (0, 1)),
  -- Part of one act of an institution (rulings.md 10).
  institution_pickup_id INTEGER REFERENCES institution_pickup (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX redemption_by_institution_pickup ON redemption (institution_pickup_id) WHERE institution_pickup_id IS NOT NULL;
CREATE INDEX redemption_by_day ON redemption (business_day);
CREATE INDEX redemption_by_voucher ON redemption (voucher_id);
CREATE INDEX redemption_by_household ON redemption (household_id, business_day);
CREATE UNIQUE INDEX redemption_reversed_once ON redemption (reverses) WHERE reverses IS NOT NULL;
${appendOnly('redemption')}

CREATE TABLE redemption_line (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL, price_fen INTEGER, amount_fen INTEGER,
  PRIMARY KEY (redemption_id, line)
) STRICT, WITHOUT ROWID;
${appendOnly('redemption_line')}
`;
