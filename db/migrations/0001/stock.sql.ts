// Lots, what stands where, the ledger of every movement, and the papers goods move by: transfers, losses, stocktakes.
import { appendOnly } from './append-only.ts';

export const stockTables = `
-- A lot: what came in together. What is on hand is in lot_stock.
CREATE TABLE lot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  stock_class TEXT NOT NULL CHECK (stock_class IN ('donated', 'purchased', 'disaster', 'preferential')),
  -- Where it came from: one of three, all NULL never.
  donation_line_id INTEGER REFERENCES donation_line (id), purchase_line_id INTEGER REFERENCES purchase_line (id),
  stocktake_line_id INTEGER REFERENCES stocktake_line (id),
  designated_category TEXT, designated_place TEXT, designated_batch_id INTEGER REFERENCES batch (id),
  production_day TEXT, expiry_day TEXT, received_day TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received > 0),
  -- NULL: came without a value and stays without one.
  value_fen INTEGER CHECK (value_fen > 0),
  -- Taken although little of its life was left (临期): one a covered member and day.
  short_dated INTEGER NOT NULL DEFAULT 0 CHECK (short_dated IN (0, 1)),
  -- A tagged second-hand piece has a grade and is one.
  grade TEXT CHECK (grade IN ('new', 'good', 'fair')), disinfected_day TEXT,
  -- Not to be given out until released, and why; NULL: free.
  held_reason TEXT CHECK (held_reason <> '')
) STRICT;
CREATE INDEX lot_by_expiry ON lot (expiry_day) WHERE expiry_day IS NOT NULL;
CREATE INDEX lot_held ON lot (id) WHERE held_reason IS NOT NULL;
CREATE INDEX lot_by_item ON lot (item_id);
CREATE INDEX lot_by_donation_line ON lot (donation_line_id) WHERE donation_line_id IS NOT NULL;
CREATE INDEX lot_by_purchase_line ON lot (purchase_line_id) WHERE purchase_line_id IS NOT NULL;
CREATE INDEX lot_by_batch ON lot (designated_batch_id) WHERE designated_batch_id IS NOT NULL;
-- A receipt written anew takes its lots along, a consent changes the designation; nothing else of a lot changes.
CREATE TRIGGER lot_facts_stay BEFORE UPDATE OF id, item_id, stock_class, purchase_line_id, stocktake_line_id, production_day, expiry_day,
  received_day, received, value_fen, short_dated, grade ON lot BEGIN SELECT RAISE(ABORT, 'facts of a lot do not change'); END;
CREATE TRIGGER lot_no_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;

-- What stands of a lot at a place: the fold of its postings there, kept in the same transaction.
CREATE TABLE lot_stock (
  lot_id INTEGER NOT NULL REFERENCES lot (id), place_id INTEGER NOT NULL REFERENCES place (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  -- Lot cost of it; NULL for lots without a value.
  on_hand_fen INTEGER CHECK (on_hand_fen >= 0),
  -- Spoken for by papers that wait for their second signature.
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand),
  -- How many postings made it, so that a stock card knows its length without reading them.
  postings INTEGER NOT NULL CHECK (postings > 0),
  PRIMARY KEY (lot_id, place_id)
) STRICT, WITHOUT ROWID;
-- Only where something is left: what the counter asks.
CREATE INDEX lot_stock_of_item ON lot_stock (item_id, place_id) WHERE on_hand > 0;
CREATE INDEX lot_stock_at_place ON lot_stock (place_id, item_id) WHERE on_hand > 0;
CREATE TRIGGER lot_stock_facts_stay BEFORE UPDATE OF lot_id, place_id, item_id ON lot_stock
  BEGIN SELECT RAISE(ABORT, 'facts of a lot do not change'); END;
CREATE TRIGGER lot_stock_no_delete BEFORE DELETE ON lot_stock BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;

CREATE TABLE lot_hold (
  id INTEGER PRIMARY KEY AUTOINCREMENT, lot_id INTEGER NOT NULL REFERENCES lot (id),
  held INTEGER NOT NULL CHECK (held IN (0, 1)), reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX lot_hold_by_lot ON lot_hold (lot_id);
${appendOnly('lot_hold')}

CREATE TABLE stock_posting (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id), place_id INTEGER NOT NULL REFERENCES place (id),
  item_id INTEGER NOT NULL REFERENCES item (id),
  kind TEXT NOT NULL CHECK (kind IN ('donated', 'purchased', 'issued', 'moved', 'scrapped', 'sold', 'found', 'missing')),
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  -- Lot cost that moves with the quantity, same sign; NULL for lots without a value.
  value_fen INTEGER,
  -- late_for_day: the day it belongs to when that one's month was already closed (补录).
  business_day TEXT NOT NULL, late_for_day TEXT, at TEXT NOT NULL,
  document TEXT NOT NULL, document_id INTEGER NOT NULL,
  reverses INTEGER REFERENCES stock_posting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX stock_posting_by_day ON stock_posting (business_day);
-- Stock card and balance table read this index alone.
CREATE INDEX stock_posting_by_item ON stock_posting (item_id, business_day, id, place_id, lot_id, kind, quantity, value_fen);
-- Donors ask what became of all their lots, a lot to whom it went: this index alone answers, for a tenth of the shop in 0.1 s.
CREATE INDEX stock_posting_by_lot ON stock_posting (lot_id, place_id, business_day, id, quantity, value_fen, kind, document_id);
CREATE INDEX stock_posting_by_document ON stock_posting (document, document_id);
CREATE UNIQUE INDEX stock_posting_reversed_once ON stock_posting (reverses) WHERE reverses IS NOT NULL;
${appendOnly('stock_posting')}

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  from_place_id INTEGER NOT NULL REFERENCES place (id), to_place_id INTEGER NOT NULL REFERENCES place (id),
  note TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (from_place_id <> to_place_id)
) STRICT;
${appendOnly('transfer')}

-- A paper that was taken back, once, and why; its postings name the ones they undo. A loss keeps who approved it beside.
CREATE TABLE paper_reversal (
  document TEXT NOT NULL CHECK (document IN ('transfer', 'loss', 'purchase', 'funding')), document_id INTEGER NOT NULL,
  day TEXT NOT NULL, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  PRIMARY KEY (document, document_id)
) STRICT, WITHOUT ROWID;
${appendOnly('paper_reversal')}

-- Goods that leave as a loss: scrapped (报废) or, unusable here, sold for charity (义卖). Posted when a second person approves.
CREATE TABLE loss (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('scrap', 'sale')),
  day TEXT NOT NULL, method TEXT NOT NULL, witness TEXT NOT NULL,
  -- Code of the reason (db/contract/losses.ts), and what else is to say of it.
  reason TEXT NOT NULL, reason_note TEXT NOT NULL,
  -- A sale only: what it brought, how, from whom, and for what it will be used.
  proceeds_fen INTEGER CHECK (proceeds_fen > 0), proceeds_way TEXT CHECK (proceeds_way IN ('cash', 'transfer')),
  buyer TEXT NOT NULL, purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'withdrawn', 'reversed')),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  decided_by INTEGER REFERENCES staff (id), decided_at TEXT, decided_day TEXT, decided_reason TEXT NOT NULL DEFAULT '',
  CHECK ((kind = 'sale') = (proceeds_fen IS NOT NULL)),
  -- Two people: who proposed never approves.
  CHECK (state NOT IN ('approved', 'reversed') OR decided_by <> staff_id)
) STRICT;
CREATE INDEX loss_by_state ON loss (state);
CREATE TABLE loss_line (
  loss_id INTEGER NOT NULL REFERENCES loss (id), line INTEGER NOT NULL,
  lot_id INTEGER NOT NULL REFERENCES lot (id), place_id INTEGER NOT NULL REFERENCES place (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0), PRIMARY KEY (loss_id, line), UNIQUE (loss_id, lot_id, place_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX loss_line_by_lot ON loss_line (lot_id);
${appendOnly('loss_line')}

CREATE TABLE stocktake (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, place_id INTEGER NOT NULL REFERENCES place (id),
  -- Categories of goods counted, as a JSON list; NULL: everything at the place.
  categories TEXT,
  blind INTEGER NOT NULL CHECK (blind IN (0, 1)), twice INTEGER NOT NULL CHECK (twice IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('open', 'counted', 'posted', 'cancelled')),
  day TEXT NOT NULL, note TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  counted_by INTEGER REFERENCES staff (id), counted_at TEXT,
  posted_by INTEGER REFERENCES staff (id), posted_at TEXT, posted_day TEXT
) STRICT;
CREATE INDEX stocktake_by_state ON stocktake (state);
CREATE TABLE stocktake_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id), item_id INTEGER NOT NULL REFERENCES item (id),
  -- NULL: goods nobody expected here; they become a lot of their own when posted.
  lot_id INTEGER REFERENCES lot (id), expiry_day TEXT,
  -- On hand when the stocktake was opened.
  snapshot INTEGER NOT NULL CHECK (snapshot >= 0),
  UNIQUE (stocktake_id, lot_id)
) STRICT;
CREATE INDEX stocktake_line_by_lot ON stocktake_line (lot_id);
${appendOnly('stocktake_line')}
-- Every figure somebody counted; a later one of the same round takes the place of the earlier, which stays readable.
CREATE TABLE stocktake_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES stocktake_line (id), round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 3),
  counted INTEGER NOT NULL CHECK (counted >= 0),
  -- What the books said at the moment of entry (ruling 21).
  expected INTEGER NOT NULL CHECK (expected >= 0),
  reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX stocktake_entry_by_line ON stocktake_entry (line_id, round, id);
${appendOnly('stocktake_entry')}
`;
