// First schema. STRICT tables, foreign keys and checks refuse what code forgets; ledgers refuse UPDATE and DELETE.
// Units: *_fen money, quantity in the item's smallest unit, *_day Beijing business day, *_at ISO UTC instant.

/*
 * Postings, redemptions and audit rows are never deleted, so their ids rise without AUTOINCREMENT and its extra page a sale; a
 * reversal is unique by an index that leaves the many ordinary rows out.
 */
/** Postings, redemptions, commands and the audit log are never edited: a correction is a new row naming the old one. */
const appendOnly = (table: string): string => `
  CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const foundation = `
CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL, district_code TEXT NOT NULL, district_name TEXT NOT NULL, report_phone TEXT NOT NULL,
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  -- Random number of this shop inside voucher codes, so that another shop's voucher is known as such.
  shop_number INTEGER NOT NULL CHECK (shop_number BETWEEN 1 AND 4294967295),
  settings TEXT NOT NULL,
  -- Latest instant ever seen; the clock may not go back behind it (reliability.md §1.5).
  clock_high_at TEXT NOT NULL,
  -- Last business day for which the day change (expiry of vouchers) was carried out.
  rolled_day TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- Ed25519 keys that sign voucher codes; the private half exists only where vouchers are issued.
CREATE TABLE signing_key (
  key_id INTEGER PRIMARY KEY CHECK (key_id BETWEEN 1 AND 255),
  public_key BLOB NOT NULL, private_key BLOB, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('volunteer', 'manager', 'bureau')),
  password TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  failures INTEGER NOT NULL DEFAULT 0, blocked_until_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE command (
  id TEXT PRIMARY KEY, act TEXT NOT NULL, input_hash TEXT NOT NULL, result TEXT NOT NULL,
  at TEXT NOT NULL, staff_id INTEGER REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
${appendOnly('command')}

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL, business_day TEXT NOT NULL,
  staff_id INTEGER, actor TEXT NOT NULL, role TEXT NOT NULL, terminal TEXT NOT NULL,
  act TEXT NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, result TEXT NOT NULL,
  command_id TEXT, hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
${appendOnly('audit')}

-- Numbers without gaps or doubles: taken in the same transaction as the paper they stand on.
CREATE TABLE number_series (
  series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= 0), PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

-- What an import has already entered; a second import of the same row creates nothing.
CREATE TABLE import_row (
  kind TEXT NOT NULL, row_key TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kind, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup (
  id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
  audit_seq INTEGER NOT NULL, audit_head TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

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

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, search TEXT NOT NULL, category TEXT NOT NULL, spec TEXT NOT NULL,
  unit TEXT NOT NULL, unit_scale INTEGER NOT NULL CHECK (unit_scale >= 1),
  list_price_fen INTEGER CHECK (list_price_fen > 0),
  keeps_date INTEGER NOT NULL CHECK (keeps_date IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE item_barcode (
  barcode TEXT PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item (id),
  -- Units of the item that one scan of this code stands for.
  pack_quantity INTEGER NOT NULL DEFAULT 1 CHECK (pack_quantity >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcode_by_item ON item_barcode (item_id);

CREATE TABLE donor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, search TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'company', 'organisation', 'school', 'anonymous')),
  phone TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL,
  UNIQUE (name, kind)
) STRICT;

CREATE TABLE donation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt_number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL, donor_id INTEGER NOT NULL REFERENCES donor (id),
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  channel TEXT NOT NULL, campaign TEXT NOT NULL, purpose TEXT NOT NULL, designated_category TEXT,
  cash_fen INTEGER CHECK (cash_fen > 0), cash_way TEXT CHECK (cash_way IN ('cash', 'transfer')),
  checker TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK ((cash_fen IS NULL) = (cash_way IS NULL))
) STRICT;
CREATE INDEX donation_by_day ON donation (day);
CREATE INDEX donation_by_donor ON donation (donor_id, day);
${appendOnly('donation')}

CREATE TABLE donation_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  donation_id INTEGER NOT NULL REFERENCES donation (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  value_fen INTEGER CHECK (value_fen > 0),
  basis TEXT NOT NULL CHECK (basis IN ('evidence', 'fair-value', 'unpriced')), basis_note TEXT NOT NULL,
  production_day TEXT, expiry_day TEXT,
  UNIQUE (donation_id, line),
  CHECK ((value_fen IS NULL) = (basis = 'unpriced'))
) STRICT;
${appendOnly('donation_line')}

-- Every print of a paper that carries a number: the first is the original, later ones are marked 补打第n次.
CREATE TABLE paper_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, document_id INTEGER NOT NULL,
  -- The command that printed it: sent again after a crash it is still the same print.
  command_id TEXT UNIQUE REFERENCES command (id) DEFERRABLE INITIALLY DEFERRED,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX paper_print_by_document ON paper_print (kind, document_id);
${appendOnly('paper_print')}

-- A lot: what came in together. on_hand and on_hand_fen are the fold of its postings, kept in the same transaction.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  stock_class TEXT NOT NULL CHECK (stock_class IN ('donated', 'purchased', 'disaster', 'preferential')),
  donation_line_id INTEGER REFERENCES donation_line (id),
  designated_category TEXT,
  production_day TEXT, expiry_day TEXT, received_day TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received > 0),
  -- NULL: came without a value and stays without one.
  value_fen INTEGER CHECK (value_fen > 0),
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  on_hand_fen INTEGER CHECK (on_hand_fen >= 0),
  CHECK ((value_fen IS NULL) = (on_hand_fen IS NULL))
) STRICT;
-- First expiry first, then earlier receipt, lots without a date last (rulings.md 20); only lots with something left.
CREATE INDEX lot_to_issue ON lot (item_id, expiry_day, received_day, id) WHERE on_hand > 0;
CREATE INDEX lot_by_expiry ON lot (expiry_day) WHERE on_hand > 0;
CREATE INDEX lot_by_item ON lot (item_id);
CREATE TRIGGER lot_facts_stay BEFORE UPDATE OF id, item_id, stock_class, donation_line_id, designated_category, production_day, expiry_day,
  received_day, received, value_fen ON lot BEGIN SELECT RAISE(ABORT, 'facts of a lot do not change'); END;
CREATE TRIGGER lot_no_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;

CREATE TABLE stock_posting (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id), item_id INTEGER NOT NULL REFERENCES item (id),
  kind TEXT NOT NULL CHECK (kind IN ('donated', 'purchased', 'issued', 'moved', 'scrapped', 'found', 'missing')),
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  -- Lot cost that moves with the quantity, same sign; NULL for lots without a value.
  value_fen INTEGER,
  business_day TEXT NOT NULL, at TEXT NOT NULL,
  document TEXT NOT NULL, document_id INTEGER NOT NULL,
  reverses INTEGER REFERENCES stock_posting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX stock_posting_by_day ON stock_posting (business_day);
CREATE INDEX stock_posting_by_lot ON stock_posting (lot_id, id);
CREATE INDEX stock_posting_by_document ON stock_posting (document, document_id);
CREATE UNIQUE INDEX stock_posting_reversed_once ON stock_posting (reverses) WHERE reverses IS NOT NULL;
${appendOnly('stock_posting')}

CREATE TABLE cash_posting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Gifts and trade are two books (收支两条线); nothing moves between them.
  book TEXT NOT NULL CHECK (book IN ('donation', 'trading')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  business_day TEXT NOT NULL, at TEXT NOT NULL,
  document TEXT NOT NULL, document_id INTEGER NOT NULL,
  reverses INTEGER UNIQUE REFERENCES cash_posting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX cash_posting_by_day ON cash_posting (book, business_day);
${appendOnly('cash_posting')}

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
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
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
