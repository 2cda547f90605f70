// Donors, their gifts with everything that happens to a receipt, purchases, and the money of the shop in its two books.
import { appendOnly } from './append-only.ts';

export const giftTables = `
CREATE TABLE donor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, search TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'company', 'organisation', 'school', 'anonymous')),
  credit_code TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  -- Likely doubles have equal keys (db/domain/donor-key.ts); a hint, never a reason to merge by itself.
  name_key TEXT NOT NULL DEFAULT '',
  -- The donor this one turned out to be; its gifts keep naming it, lists resolve it.
  merged_into INTEGER REFERENCES donor (id), created_at TEXT NOT NULL,
  UNIQUE (name, kind), CHECK (merged_into <> id)
) STRICT;
CREATE INDEX donor_by_key ON donor (name_key);
CREATE INDEX donor_merged ON donor (merged_into) WHERE merged_into IS NOT NULL;
CREATE UNIQUE INDEX donor_by_credit_code ON donor (credit_code) WHERE credit_code <> '' AND merged_into IS NULL;

CREATE TABLE donation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt_number TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL,
  -- The day it belongs to when that one's month was already closed (补录); day is then the day of entry.
  late_for_day TEXT,
  donor_id INTEGER NOT NULL REFERENCES donor (id),
  -- Decided for this gift, not for the donor (慈善法 art. 82).
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  channel TEXT NOT NULL, campaign TEXT NOT NULL, purpose TEXT NOT NULL,
  -- As given; a change of use agreed later is in designation_change and on the lots.
  designated_category TEXT, designated_place TEXT, designated_batch_id INTEGER REFERENCES batch (id),
  stock_class TEXT NOT NULL DEFAULT 'donated' CHECK (stock_class IN ('donated', 'disaster', 'preferential')),
  cash_fen INTEGER CHECK (cash_fen > 0), cash_way TEXT CHECK (cash_way IN ('cash', 'transfer')),
  inspector_1 TEXT NOT NULL DEFAULT '', inspector_2 TEXT NOT NULL DEFAULT '', checker TEXT NOT NULL,
  -- The gift whose receipt this one was written anew for.
  replaces_id INTEGER UNIQUE REFERENCES donation (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
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
  -- What the invoice or agreement says, kept also where the fair value was taken instead.
  evidence_fen INTEGER CHECK (evidence_fen > 0),
  value_fen INTEGER CHECK (value_fen > 0),
  basis TEXT NOT NULL CHECK (basis IN ('evidence', 'fair-value', 'unpriced')), basis_note TEXT NOT NULL,
  production_day TEXT, expiry_day TEXT,
  -- Why goods with too little shelf life left were taken all the same; empty: the rule was kept.
  acceptance_reason TEXT NOT NULL DEFAULT '',
  -- Second-hand: grade and day of disinfection; pieces = 1: every piece is a tagged lot of its own.
  grade TEXT CHECK (grade IN ('new', 'good', 'fair')), disinfected_day TEXT,
  pieces INTEGER NOT NULL DEFAULT 0 CHECK (pieces IN (0, 1)),
  UNIQUE (donation_id, line),
  CHECK ((value_fen IS NULL) = (basis = 'unpriced'))
) STRICT;
${appendOnly('donation_line')}

-- Goods that were offered and not taken, with the reason; they stand on the receipt and never in stock.
CREATE TABLE donation_refused (
  donation_id INTEGER NOT NULL REFERENCES donation (id), line INTEGER NOT NULL,
  description TEXT NOT NULL, quantity TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (donation_id, line)
) STRICT, WITHOUT ROWID;
${appendOnly('donation_refused')}

-- The end of a receipt (domain.md §4.4): void in its open month (day = the gift's), after close a red entry of today.
CREATE TABLE donation_end (
  donation_id INTEGER PRIMARY KEY REFERENCES donation (id),
  kind TEXT NOT NULL CHECK (kind IN ('void', 'red')), day TEXT NOT NULL, reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX donation_end_by_day ON donation_end (day);
${appendOnly('donation_end')}

-- Number of the finance department's own 公益事业捐赠票据, when one is issued elsewhere; the newest row counts.
CREATE TABLE official_receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  code TEXT NOT NULL, number TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX official_receipt_by_donation ON official_receipt (donation_id);
${appendOnly('official_receipt')}

-- Another use than the donor named needs the donor's consent (慈善法 art. 56).
CREATE TABLE designation_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  purpose TEXT NOT NULL, category TEXT, place TEXT, batch_id INTEGER REFERENCES batch (id),
  consent_by TEXT NOT NULL, consent_day TEXT NOT NULL, consent_document TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX designation_change_by_donation ON designation_change (donation_id);
${appendOnly('designation_change')}

CREATE TABLE donation_photo (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')), bytes BLOB NOT NULL CHECK (length(bytes) <= 2000000),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX donation_photo_by_donation ON donation_photo (donation_id);
${appendOnly('donation_photo')}

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, day TEXT NOT NULL, late_for_day TEXT,
  supplier TEXT NOT NULL, invoice_number TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('donated', 'lottery', 'budget')),
  stock_class TEXT NOT NULL DEFAULT 'purchased' CHECK (stock_class IN ('purchased', 'disaster', 'preferential')),
  place_id INTEGER NOT NULL REFERENCES place (id), total_fen INTEGER NOT NULL CHECK (total_fen > 0),
  inspector_1 TEXT NOT NULL, inspector_2 TEXT NOT NULL, note TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX purchase_by_day ON purchase (day);
${appendOnly('purchase')}

CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_id INTEGER NOT NULL REFERENCES purchase (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL CHECK (quantity > 0),
  cost_fen INTEGER NOT NULL CHECK (cost_fen > 0), production_day TEXT, expiry_day TEXT,
  acceptance_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (purchase_id, line)
) STRICT;
${appendOnly('purchase_line')}

-- Money that comes in as no gift: grants of 福彩公益金 or 财政, and what there was when the books began.
CREATE TABLE funding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, day TEXT NOT NULL, late_for_day TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('grant', 'opening')),
  source TEXT NOT NULL CHECK (source IN ('donated', 'lottery', 'budget', 'trading')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), reference TEXT NOT NULL, note TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
${appendOnly('funding')}

CREATE TABLE cash_posting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Aid and trade are two books (收支两条线); nothing moves between them.
  book TEXT NOT NULL CHECK (book IN ('aid', 'trading')),
  source TEXT NOT NULL CHECK (source IN ('donated', 'lottery', 'budget', 'trading')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  business_day TEXT NOT NULL, late_for_day TEXT, at TEXT NOT NULL,
  document TEXT NOT NULL, document_id INTEGER NOT NULL,
  reverses INTEGER UNIQUE REFERENCES cash_posting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  CHECK ((book = 'trading') = (source = 'trading'))
) STRICT;
CREATE INDEX cash_posting_by_day ON cash_posting (source, business_day, id, amount_fen);
CREATE INDEX cash_posting_by_document ON cash_posting (document, document_id);
${appendOnly('cash_posting')}
`;
