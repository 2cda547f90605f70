// Packages, batches, vouchers and the ledger of their value.
import { appendOnly } from './append-only.ts';

export const voucherTables = `
-- 套餐. A package that changes becomes a new row of the same name; what was promised on paper stays as it was.
CREATE TABLE package (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX package_in_use_by_name ON package (name) WHERE ended_at IS NULL;
CREATE TABLE package_line (
  package_id INTEGER NOT NULL REFERENCES package (id), item_id INTEGER NOT NULL REFERENCES item (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0), PRIMARY KEY (package_id, item_id)
) STRICT, WITHOUT ROWID;
${appendOnly('package_line')}

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, festival TEXT NOT NULL,
  -- What a voucher of it is good for: goods of a value, one package, goods priced in points. The three never mix in a total.
  kind TEXT NOT NULL DEFAULT 'value' CHECK (kind IN ('value', 'package', 'points')),
  -- One voucher a household, one a covered member, or one a household worth more the larger it is.
  basis TEXT NOT NULL DEFAULT 'household' CHECK (basis IN ('household', 'person', 'size')),
  -- Of one voucher; of a package: its goods at list price on the day of issue. By size: see size_faces.
  face_fen INTEGER NOT NULL DEFAULT 0 CHECK (face_fen >= 0), face_points INTEGER NOT NULL DEFAULT 0 CHECK (face_points >= 0),
  -- JSON [[covered members from, face], …] rising, only with basis 'size'.
  size_faces TEXT NOT NULL DEFAULT '[]',
  package_id INTEGER REFERENCES package (id),
  -- JSON lists; no communities: all.
  categories TEXT NOT NULL, communities TEXT NOT NULL DEFAULT '[]',
  highest_only INTEGER NOT NULL CHECK (highest_only IN (0, 1)),
  -- 分次使用: the rest stays on the voucher; otherwise what is not taken lapses (rulings.md 4).
  in_parts INTEGER NOT NULL DEFAULT 0 CHECK (in_parts IN (0, 1)),
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, place TEXT NOT NULL, funding_source TEXT NOT NULL,
  stock_class TEXT NOT NULL DEFAULT 'ordinary' CHECK (stock_class IN ('ordinary', 'disaster', 'preferential')),
  -- Stands for who receives what: the same list in two batches is noticed.
  receivers TEXT NOT NULL,
  -- Who prepared it; who approved it by its totals, which issued it. The same person only where the shop allows that.
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  approved_by INTEGER REFERENCES staff (id), issued_at TEXT,
  CHECK (valid_to >= valid_from), CHECK ((kind = 'package') = (package_id IS NOT NULL)),
  CHECK (kind <> 'package' OR basis <> 'size'), CHECK (kind <> 'package' OR in_parts = 0),
  CHECK ((kind = 'points') = (face_points > 0)), CHECK ((approved_by IS NULL) = (issued_at IS NULL))
) STRICT;
CREATE INDEX batch_by_receivers ON batch (receivers);
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch WHEN old.issued_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'only a draft batch may be deleted'); END;
CREATE TRIGGER batch_issued_stays BEFORE UPDATE ON batch WHEN old.issued_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an issued batch does not change'); END;

CREATE TABLE voucher (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batch (id), household_id INTEGER NOT NULL REFERENCES household (id),
  -- A draft has none yet and carries its token here, so that a deleted draft leaves no gap in the numbers.
  serial TEXT NOT NULL UNIQUE,
  -- 80 random bits inside the signed QR code, and the ten random symbols of the typed one (without check characters).
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 10), typed_code TEXT NOT NULL UNIQUE CHECK (length(typed_code) = 10),
  key_id INTEGER NOT NULL REFERENCES signing_key (key_id), generation INTEGER NOT NULL DEFAULT 1 CHECK (generation BETWEEN 1 AND 255),
  -- The lost or damaged one it stands for; face and issue count there (rulings.md 5).
  replaces INTEGER UNIQUE REFERENCES voucher (id),
  -- As on the day of issue: a later change of category does not move it in the reports.
  category TEXT NOT NULL,
  -- Counts the vouchers of one household and category in the batch, where each covered member gets one.
  ordinal INTEGER NOT NULL DEFAULT 1 CHECK (ordinal >= 1),
  face_fen INTEGER NOT NULL CHECK (face_fen >= 0), balance_fen INTEGER NOT NULL CHECK (balance_fen BETWEEN 0 AND face_fen),
  face_points INTEGER NOT NULL DEFAULT 0 CHECK (face_points >= 0),
  balance_points INTEGER NOT NULL DEFAULT 0 CHECK (balance_points BETWEEN 0 AND face_points),
  valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'issued', 'active', 'partly-used', 'used', 'expired', 'void', 'replaced')),
  -- With 就高 the issue sees to one a household (rulings.md 7).
  UNIQUE (batch_id, household_id, category, ordinal, generation)
) STRICT;
CREATE INDEX voucher_by_batch ON voucher (batch_id, state);
CREATE INDEX voucher_by_household ON voucher (household_id);
-- What the day change looks for: open vouchers past their end; with the balance for the home screen's sum.
CREATE INDEX voucher_open_by_end ON voucher (valid_to, balance_fen) WHERE state IN ('issued', 'active', 'partly-used');
CREATE INDEX voucher_with_points ON voucher (balance_points) WHERE balance_points > 0;
CREATE TRIGGER voucher_facts_stay BEFORE UPDATE OF id, batch_id, household_id, serial, token, typed_code, key_id, generation, replaces, category,
  ordinal, face_fen, face_points, valid_from, valid_to ON voucher WHEN old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'facts of a voucher do not change'); END;
CREATE TRIGGER voucher_no_draft_again BEFORE UPDATE OF state ON voucher WHEN new.state = 'draft' AND old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'an issued voucher is no draft again'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher WHEN old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'only a draft voucher may be deleted'); END;

CREATE TABLE voucher_posting (
  id INTEGER PRIMARY KEY,
  voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  -- 'handed-over' moves no value. A lost voucher is 'replaced' and its successor 'reissued' with the same value: together nothing.
  kind TEXT NOT NULL CHECK (kind IN ('issued', 'handed-over', 'redeemed', 'lapsed', 'void', 'expired', 'replaced', 'reissued')),
  category TEXT NOT NULL, community TEXT NOT NULL,
  -- Vouchers that become open (+1) or stop being open (-1); 0 where only value moves.
  pieces INTEGER NOT NULL CHECK (pieces BETWEEN -1 AND 1),
  -- Value that enters (+) or leaves (-) the voucher; points apart from money.
  amount_fen INTEGER NOT NULL, amount_points INTEGER NOT NULL DEFAULT 0,
  business_day TEXT NOT NULL, at TEXT NOT NULL, redemption_id INTEGER,
  -- A reversal names what it takes back, wholly or in part, and carries the same kind with the opposite signs.
  reverses INTEGER REFERENCES voucher_posting (id),
  -- Why, where a person decided it: a void voucher says so at the till.
  reason TEXT NOT NULL DEFAULT '',
  -- NULL: the program itself, at the change of day.
  staff_id INTEGER REFERENCES staff (id)
) STRICT;
-- With the figures, so that checking every voucher against its ledger reads the index alone.
CREATE INDEX voucher_posting_by_voucher ON voucher_posting (voucher_id, pieces, amount_fen, amount_points);
CREATE INDEX voucher_posting_by_day ON voucher_posting (business_day, kind, category, community, pieces, amount_fen);
-- Points are few beside money: their figures of a month without the whole ledger.
CREATE INDEX voucher_posting_points ON voucher_posting (business_day, kind, amount_points, pieces) WHERE amount_points <> 0;
CREATE INDEX voucher_posting_reversal ON voucher_posting (reverses) WHERE reverses IS NOT NULL;
${appendOnly('voucher_posting')}
`;
