-- Made from db/migrations; do not edit. See test/data/schema.test.ts.

CREATE INDEX audit_of_voucher ON audit (object) WHERE object LIKE 'voucher:%';

CREATE INDEX barcode_by_item ON item_barcode (item_id);

CREATE INDEX batch_by_receivers ON batch (receivers);

CREATE INDEX cash_posting_by_day ON cash_posting (source, business_day, id, amount_fen);

CREATE INDEX cash_posting_by_document ON cash_posting (document, document_id);

CREATE INDEX complaint_by_day ON complaint (business_day);

CREATE INDEX complaint_step_by_complaint ON complaint_step (complaint_id);

CREATE INDEX consent_by_household ON consent (household_id);

CREATE INDEX consent_by_person ON consent (person_id, kind);

CREATE INDEX cover_by_begin ON cover (from_day, household_id);

CREATE INDEX cover_by_end ON cover (to_day, household_id);

CREATE INDEX cover_by_household ON cover (household_id, to_day, from_day, category, person_id);

CREATE INDEX cover_by_person ON cover (person_id, category);

CREATE INDEX delivery_out ON delivery (id) WHERE state = 'out';

CREATE INDEX designation_change_by_donation ON designation_change (donation_id);

CREATE INDEX donation_by_day ON donation (day);

CREATE INDEX donation_by_donor ON donation (donor_id, day);

CREATE INDEX donation_end_by_day ON donation_end (day);

CREATE INDEX donation_photo_by_donation ON donation_photo (donation_id);

CREATE UNIQUE INDEX donor_by_credit_code ON donor (credit_code) WHERE credit_code <> '' AND merged_into IS NULL;

CREATE INDEX donor_by_key ON donor (name_key);

CREATE INDEX donor_merged ON donor (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX held_basket_open ON held_basket (id) WHERE ended_at IS NULL;

CREATE INDEX household_by_category ON household (category);

CREATE INDEX household_by_community ON household (community, number, category);

CREATE INDEX household_by_end ON household (end_day, grace_to_day) WHERE end_day IS NOT NULL;

CREATE INDEX household_by_institution ON household (institution_id) WHERE institution_id IS NOT NULL;

CREATE INDEX household_by_phone ON household (phone_key, address_key) WHERE phone_key <> '';

CREATE INDEX household_by_phone_tail ON household (substr(phone_key, length(phone_key) - 3)) WHERE phone_key <> '';

CREATE INDEX household_by_review ON household (next_review_day, end_day, start_day, grace_to_day);

CREATE INDEX household_by_run ON household (run_id) WHERE run_id IS NOT NULL;

CREATE UNIQUE INDEX household_card_in_use ON household_card (household_id) WHERE ended_at IS NULL;

CREATE INDEX household_event_by_household ON household_event (household_id);

CREATE INDEX household_phone_by_key ON household_phone (phone_key, address_key);

CREATE INDEX household_phone_by_tail ON household_phone (substr(number, length(number) - 3));

CREATE INDEX institution_pickup_by_day ON institution_pickup (business_day, institution_id);

CREATE INDEX item_by_category ON item (category);

CREATE INDEX kinship_by_household ON kinship (household_id, staff_id);

CREATE UNIQUE INDEX kinship_open_once ON kinship (staff_id, household_id) WHERE to_day IS NULL;

CREATE INDEX loss_by_state ON loss (state);

CREATE INDEX loss_line_by_lot ON loss_line (lot_id);

CREATE INDEX lot_by_batch ON lot (designated_batch_id) WHERE designated_batch_id IS NOT NULL;

CREATE INDEX lot_by_donation_line ON lot (donation_line_id) WHERE donation_line_id IS NOT NULL;

CREATE INDEX lot_by_expiry ON lot (expiry_day) WHERE expiry_day IS NOT NULL;

CREATE INDEX lot_by_item ON lot (item_id);

CREATE INDEX lot_by_purchase_line ON lot (purchase_line_id) WHERE purchase_line_id IS NOT NULL;

CREATE INDEX lot_held ON lot (id) WHERE held_reason IS NOT NULL;

CREATE INDEX lot_hold_by_lot ON lot_hold (lot_id);

CREATE INDEX lot_stock_at_place ON lot_stock (place_id, item_id) WHERE on_hand > 0;

CREATE INDEX lot_stock_of_item ON lot_stock (item_id, place_id) WHERE on_hand > 0;

CREATE INDEX official_receipt_by_donation ON official_receipt (donation_id);

CREATE UNIQUE INDEX package_in_use_by_name ON package (name) WHERE ended_at IS NULL;

CREATE INDEX paper_print_by_document ON paper_print (kind, document_id);

CREATE INDEX person_by_certificate ON person (certificate, household_id) WHERE certificate <> '';

CREATE INDEX person_by_disability ON person (disability, household_id) WHERE disability <> '';

CREATE INDEX person_by_household ON person (household_id, name);

CREATE INDEX person_by_id_tail ON person (substr(id_number, 15), household_id) WHERE id_number IS NOT NULL;

CREATE INDEX person_by_left ON person (left_day, household_id) WHERE left_day IS NOT NULL;

CREATE INDEX pickup_by_document ON pickup (document_key, business_day, household_id) WHERE related = 0;

CREATE INDEX pickup_by_household ON pickup (household_id, business_day);

CREATE INDEX point_exchange_by_day ON point_exchange (business_day);

CREATE INDEX point_posting_by_day ON point_posting (business_day);

CREATE INDEX point_posting_by_volunteer ON point_posting (volunteer_id, points);

CREATE INDEX proxy_by_document ON proxy (document_key);

CREATE INDEX proxy_by_household ON proxy (household_id);

CREATE INDEX proxy_by_phone ON proxy (phone_key) WHERE phone_key <> '';

CREATE INDEX purchase_by_day ON purchase (day);

CREATE INDEX redemption_by_day ON redemption (business_day);

CREATE INDEX redemption_by_household ON redemption (household_id, counted_day);

CREATE INDEX redemption_by_institution_pickup ON redemption (institution_pickup_id) WHERE institution_pickup_id IS NOT NULL;

CREATE UNIQUE INDEX redemption_line_back_once ON redemption_line (back_of, line) WHERE back_of IS NOT NULL;

CREATE INDEX redemption_reversal ON redemption (reverses) WHERE reverses IS NOT NULL;

CREATE UNIQUE INDEX redemption_reversed_once ON redemption (reverses) WHERE reverses IS NOT NULL AND whole = 1;

CREATE INDEX redemption_voucher_by_voucher ON redemption_voucher (voucher_id);

CREATE INDEX roster_run_by_sheet ON roster_run (sha256);

CREATE INDEX shift_by_day ON shift (business_day, terminal);

CREATE UNIQUE INDEX shift_open_by_till ON shift (terminal) WHERE closed_at IS NULL;

CREATE INDEX spot_check_line_by_household ON spot_check_line (household_id);

CREATE INDEX spot_check_line_misfits ON spot_check_line (spot_check_id, household_id) WHERE result = 'misfits';

CREATE INDEX stock_posting_by_day ON stock_posting (business_day);

CREATE INDEX stock_posting_by_document ON stock_posting (document, document_id);

CREATE INDEX stock_posting_by_item ON stock_posting (item_id, business_day, id, place_id, lot_id, kind, quantity, value_fen);

CREATE INDEX stock_posting_by_lot ON stock_posting (lot_id, place_id, business_day, id, quantity, value_fen, kind, document_id);

CREATE UNIQUE INDEX stock_posting_reversed_once ON stock_posting (reverses) WHERE reverses IS NOT NULL;

CREATE INDEX stocktake_by_state ON stocktake (state);

CREATE INDEX stocktake_entry_by_line ON stocktake_entry (line_id, round, id);

CREATE INDEX stocktake_line_by_lot ON stocktake_line (lot_id);

CREATE INDEX voucher_by_batch ON voucher (batch_id, state);

CREATE INDEX voucher_by_household ON voucher (household_id);

CREATE INDEX voucher_open_by_end ON voucher (valid_to, balance_fen) WHERE state IN ('issued', 'active', 'partly-used');

CREATE INDEX voucher_posting_by_day ON voucher_posting (business_day, kind, category, community, pieces, amount_fen);

CREATE INDEX voucher_posting_by_voucher ON voucher_posting (voucher_id, pieces, amount_fen, amount_points);

CREATE INDEX voucher_posting_points ON voucher_posting (business_day, kind, amount_points, pieces) WHERE amount_points <> 0;

CREATE INDEX voucher_posting_reversal ON voucher_posting (reverses) WHERE reverses IS NOT NULL;

CREATE INDEX voucher_with_points ON voucher (balance_points) WHERE balance_points > 0;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL, business_day TEXT NOT NULL,
  staff_id INTEGER, actor TEXT NOT NULL, role TEXT NOT NULL, terminal TEXT NOT NULL,
  act TEXT NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, result TEXT NOT NULL,
  command_id TEXT, hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE backup (
  id INTEGER PRIMARY KEY AUTOINCREMENT, file_name TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
  audit_seq INTEGER NOT NULL, audit_head TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

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

CREATE TABLE category_name (
  code TEXT NOT NULL REFERENCES category (code), from_day TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (code, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE check_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  spot_check_id INTEGER NOT NULL REFERENCES spot_check (id), household_id INTEGER NOT NULL REFERENCES household (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('stays', 'ends')), reason TEXT NOT NULL,
  business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  UNIQUE (spot_check_id, household_id)
) STRICT;

CREATE TABLE command (
  id TEXT PRIMARY KEY, act TEXT NOT NULL, input_hash TEXT NOT NULL, result TEXT NOT NULL,
  at TEXT NOT NULL, staff_id INTEGER REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE complaint_end (
  complaint_id INTEGER PRIMARY KEY REFERENCES complaint (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'partly', 'unfounded', 'referred')),
  finding TEXT NOT NULL, measures TEXT NOT NULL DEFAULT '',
  business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE complaint_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT, complaint_id INTEGER NOT NULL REFERENCES complaint (id),
  words TEXT NOT NULL, business_day TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id), person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'consent', 'sensitive', 'publication')),
  way TEXT NOT NULL CHECK (way IN ('signed', 'spoken', 'message')),
  guardian TEXT NOT NULL DEFAULT '', guardian_relation TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '', day TEXT NOT NULL, withdrawn_day TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

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

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY AUTOINCREMENT, redemption_id INTEGER NOT NULL UNIQUE REFERENCES redemption (id),
  carrier TEXT NOT NULL, address TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'out' CHECK (state IN ('out', 'delivered', 'back')),
  ended_day TEXT, received_by TEXT NOT NULL DEFAULT '', relation TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, ended_by INTEGER REFERENCES staff (id), ended_at TEXT,
  CHECK ((state = 'out') = (ended_at IS NULL))
) STRICT;

CREATE TABLE designation_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  purpose TEXT NOT NULL, category TEXT, place TEXT, batch_id INTEGER REFERENCES batch (id),
  consent_by TEXT NOT NULL, consent_day TEXT NOT NULL, consent_document TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

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

CREATE TABLE donation_end (
  donation_id INTEGER PRIMARY KEY REFERENCES donation (id),
  kind TEXT NOT NULL CHECK (kind IN ('void', 'red')), day TEXT NOT NULL, reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

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

CREATE TABLE donation_photo (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')), bytes BLOB NOT NULL CHECK (length(bytes) <= 2000000),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE donation_refused (
  donation_id INTEGER NOT NULL REFERENCES donation (id), line INTEGER NOT NULL,
  description TEXT NOT NULL, quantity TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (donation_id, line)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE door (address_key TEXT NOT NULL, household_id INTEGER NOT NULL, PRIMARY KEY (address_key, household_id)) STRICT, WITHOUT ROWID;

CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT, household_id INTEGER NOT NULL UNIQUE REFERENCES household (id),
  people INTEGER NOT NULL, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE funding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, day TEXT NOT NULL, late_for_day TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('grant', 'opening')),
  source TEXT NOT NULL CHECK (source IN ('donated', 'lottery', 'budget', 'trading')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), reference TEXT NOT NULL, note TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE goods_category (
  name TEXT PRIMARY KEY,
  -- Days before its date on which a lot is alarmed; NULL: the shop's setting.
  alarm_days INTEGER CHECK (alarm_days BETWEEN 1 AND 3650),
  -- What must be left of the shelf life when goods are received; NULL: no such rule.
  min_percent INTEGER CHECK (min_percent BETWEEN 1 AND 100), min_days INTEGER CHECK (min_days BETWEEN 1 AND 3650),
  -- Goods that live no longer than short_life_days in all need only short_min_days.
  short_life_days INTEGER CHECK (short_life_days BETWEEN 1 AND 3650), short_min_days INTEGER CHECK (short_min_days BETWEEN 1 AND 3650),
  CHECK ((short_life_days IS NULL) = (short_min_days IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE held_basket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  terminal TEXT NOT NULL, household_id INTEGER NOT NULL REFERENCES household (id),
  -- JSON of vouchers and lines by id; who collects and the address only while it waits.
  content TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  ended_at TEXT, ended TEXT CHECK (ended IN ('recalled', 'dropped')), ended_by INTEGER REFERENCES staff (id),
  CHECK ((ended_at IS NULL) = (ended IS NULL))
) STRICT;

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

CREATE TABLE household_card (
  id INTEGER PRIMARY KEY AUTOINCREMENT, household_id INTEGER NOT NULL REFERENCES household (id),
  -- Ten random symbols, printed with check characters.
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 10),
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  ended_at TEXT, end_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE household_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id), person_id INTEGER REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('entered', 'corrected', 'joined', 'left', 'head', 'moved', 'split', 'merged', 'began', 'changed',
    'ended', 'renewed', 'stopped', 'decided', 'erased')),
  day TEXT NOT NULL, reason TEXT NOT NULL, document TEXT NOT NULL DEFAULT '', changes TEXT NOT NULL DEFAULT '[]',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE household_phone (
  household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  phone_key TEXT NOT NULL CHECK (phone_key <> ''), address_key TEXT NOT NULL,
  -- Without extension, for the search by last digits.
  number TEXT NOT NULL,
  PRIMARY KEY (household_id, phone_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_layout (
  kind TEXT NOT NULL, fingerprint TEXT NOT NULL, mapping TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kind, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_row (
  kind TEXT NOT NULL, row_key TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kind, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE institution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE, address TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), created_at TEXT NOT NULL
) STRICT;

CREATE TABLE institution_pickup (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE, institution_id INTEGER NOT NULL REFERENCES institution (id),
  collected_by TEXT NOT NULL, document_tail TEXT NOT NULL, residents INTEGER NOT NULL CHECK (residents > 0),
  business_day TEXT NOT NULL, at TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, search TEXT NOT NULL, category TEXT NOT NULL, spec TEXT NOT NULL,
  unit TEXT NOT NULL, unit_scale INTEGER NOT NULL CHECK (unit_scale >= 1),
  list_price_fen INTEGER CHECK (list_price_fen > 0),
  -- Of one unit, for points vouchers and volunteers' points; null: not to be had for points.
  points_price INTEGER CHECK (points_price > 0),
  keeps_date INTEGER NOT NULL CHECK (keeps_date IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE item_barcode (
  barcode TEXT PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item (id),
  -- Units of the item that one scan of this code stands for.
  pack_quantity INTEGER NOT NULL DEFAULT 1 CHECK (pack_quantity >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_pack (
  item_id INTEGER NOT NULL REFERENCES item (id), unit TEXT NOT NULL,
  -- Smallest units of the item in one of it.
  quantity INTEGER NOT NULL CHECK (quantity >= 2), PRIMARY KEY (item_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE kinship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), household_id INTEGER NOT NULL REFERENCES household (id),
  relation TEXT NOT NULL, document TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL,
  -- First day without (an entry made in error, or the kinship ended); null: open.
  to_day TEXT, end_reason TEXT NOT NULL DEFAULT '',
  filed_by INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE lens_seen (
  kind TEXT NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_override (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), rule_id INTEGER NOT NULL REFERENCES limit_rule (id),
  over INTEGER NOT NULL CHECK (over > 0), reason TEXT NOT NULL CHECK (reason <> ''),
  approved_by INTEGER NOT NULL REFERENCES staff (id), PRIMARY KEY (redemption_id, rule_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE loss_line (
  loss_id INTEGER NOT NULL REFERENCES loss (id), line INTEGER NOT NULL,
  lot_id INTEGER NOT NULL REFERENCES lot (id), place_id INTEGER NOT NULL REFERENCES place (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0), PRIMARY KEY (loss_id, line), UNIQUE (loss_id, lot_id, place_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE lot_hold (
  id INTEGER PRIMARY KEY AUTOINCREMENT, lot_id INTEGER NOT NULL REFERENCES lot (id),
  held INTEGER NOT NULL CHECK (held IN (0, 1)), reason TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

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

CREATE TABLE month_close (
  month TEXT PRIMARY KEY, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE name_bearer (name TEXT NOT NULL, household_id INTEGER NOT NULL, PRIMARY KEY (name, household_id)) STRICT, WITHOUT ROWID;

CREATE TABLE name_word (word TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, name)) STRICT, WITHOUT ROWID;

CREATE TABLE not_same (
  person_a INTEGER NOT NULL REFERENCES person (id), person_b INTEGER NOT NULL REFERENCES person (id),
  reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  PRIMARY KEY (person_a, person_b), CHECK (person_a < person_b)
) STRICT, WITHOUT ROWID;

CREATE TABLE number_series (
  series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= 0), PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE official_receipt (
  id INTEGER PRIMARY KEY AUTOINCREMENT, donation_id INTEGER NOT NULL REFERENCES donation (id),
  code TEXT NOT NULL, number TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE package (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL, ended_at TEXT
) STRICT;

CREATE TABLE package_line (
  package_id INTEGER NOT NULL REFERENCES package (id), item_id INTEGER NOT NULL REFERENCES item (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0), PRIMARY KEY (package_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, document_id INTEGER NOT NULL,
  -- The command that printed it: sent again after a crash it is still the same print.
  command_id TEXT UNIQUE REFERENCES command (id) DEFERRABLE INITIALLY DEFERRED,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE paper_reversal (
  document TEXT NOT NULL CHECK (document IN ('transfer', 'loss', 'purchase', 'funding')), document_id INTEGER NOT NULL,
  day TEXT NOT NULL, reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  PRIMARY KEY (document, document_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE pickup (
  redemption_id INTEGER PRIMARY KEY REFERENCES redemption (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  -- Null: on the spot.
  proxy_id INTEGER REFERENCES proxy (id),
  name TEXT NOT NULL, document_kind TEXT NOT NULL CHECK (document_kind IN ('identity', 'residence-permit', 'household-book', 'passport', 'work-card', 'other')), document_key TEXT NOT NULL,
  relation TEXT NOT NULL, related INTEGER NOT NULL CHECK (related IN (0, 1)), reason TEXT NOT NULL DEFAULT '',
  -- Who allowed it beyond the monthly limit.
  approved_by INTEGER REFERENCES staff (id),
  business_day TEXT NOT NULL
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('shop', 'store', 'depot')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE point_exchange (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE,
  volunteer_id INTEGER NOT NULL REFERENCES volunteer (id), points INTEGER NOT NULL, goods_fen INTEGER NOT NULL,
  business_day TEXT NOT NULL, at TEXT NOT NULL, terminal TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES point_exchange (id), reason TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE point_exchange_line (
  exchange_id INTEGER NOT NULL REFERENCES point_exchange (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL, points INTEGER NOT NULL,
  PRIMARY KEY (exchange_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_posting (
  id INTEGER PRIMARY KEY,
  volunteer_id INTEGER NOT NULL REFERENCES volunteer (id),
  kind TEXT NOT NULL CHECK (kind IN ('earned', 'exchanged')),
  -- Of the service, for 'earned': hours redeemed once are gone, they are in the points and nowhere else.
  minutes INTEGER NOT NULL DEFAULT 0, points INTEGER NOT NULL,
  -- Points an hour at the time, and the day of the service; of an exchange 0 and null.
  rate INTEGER NOT NULL, service_day TEXT,
  exchange_id INTEGER REFERENCES point_exchange (id),
  about TEXT NOT NULL DEFAULT '', business_day TEXT NOT NULL, at TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES point_posting (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;

CREATE TABLE proxy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id),
  name TEXT NOT NULL, document_kind TEXT NOT NULL CHECK (document_kind IN ('identity', 'residence-permit', 'household-book', 'passport', 'work-card', 'other')),
  document_number TEXT NOT NULL,
  -- Comparing form: the same person in any written form, here and at the counter.
  document_key TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '', phone_key TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL,
  -- Related by blood or marriage, or living in the same household: outside the monthly limit.
  related INTEGER NOT NULL CHECK (related IN (0, 1)),
  -- 委托书 or other ground.
  document TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL,
  -- Last day; and the first day without, when ended before it.
  to_day TEXT NOT NULL, ended_day TEXT, end_reason TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (to_day >= from_day)
) STRICT;

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

CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_id INTEGER NOT NULL REFERENCES purchase (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL CHECK (quantity > 0),
  cost_fen INTEGER NOT NULL CHECK (cost_fen > 0), production_day TEXT, expiry_day TEXT,
  acceptance_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (purchase_id, line)
) STRICT;

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

CREATE TABLE redemption_line (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL, price_fen INTEGER, amount_fen INTEGER,
  -- What it cost in points, of a points voucher; null: paid for otherwise.
  points INTEGER,
  -- Of a reversal: the act whose line of the same number comes back.
  back_of INTEGER REFERENCES redemption (id),
  PRIMARY KEY (redemption_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE redemption_voucher (
  redemption_id INTEGER NOT NULL REFERENCES redemption (id), voucher_id INTEGER NOT NULL REFERENCES voucher (id),
  before_fen INTEGER NOT NULL, used_fen INTEGER NOT NULL, lapsed_fen INTEGER NOT NULL,
  before_points INTEGER NOT NULL DEFAULT 0, used_points INTEGER NOT NULL DEFAULT 0, lapsed_points INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (redemption_id, voucher_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL, rows INTEGER NOT NULL, published_at TEXT,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

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

CREATE TABLE signature (
  redemption_id INTEGER PRIMARY KEY REFERENCES redemption (id),
  strokes TEXT NOT NULL, width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
  -- SHA-256 of number and lines it was given under: it belongs to these goods and no others.
  seal BLOB NOT NULL CHECK (length(seal) = 32), at TEXT NOT NULL
) STRICT;

CREATE TABLE signing_key (
  key_id INTEGER PRIMARY KEY CHECK (key_id BETWEEN 1 AND 255),
  public_key BLOB NOT NULL, private_key BLOB, created_at TEXT NOT NULL,
  -- Year whose vouchers it signs; a revoked key's vouchers are refused at every till.
  year INTEGER NOT NULL, revoked_at TEXT, revoke_reason TEXT NOT NULL DEFAULT ''
) STRICT;

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

CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('volunteer', 'manager', 'bureau')),
  password TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- To find recipients with the telephone or address of a member of staff.
  phone TEXT NOT NULL DEFAULT '', phone_key TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', address_key TEXT NOT NULL DEFAULT '',
  failures INTEGER NOT NULL DEFAULT 0, blocked_until_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

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

CREATE TABLE stocktake_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id INTEGER NOT NULL REFERENCES stocktake_line (id), round INTEGER NOT NULL CHECK (round BETWEEN 1 AND 3),
  counted INTEGER NOT NULL CHECK (counted >= 0),
  -- What the books said at the moment of entry (ruling 21).
  expected INTEGER NOT NULL CHECK (expected >= 0),
  reason TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;

CREATE TABLE stocktake_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id), item_id INTEGER NOT NULL REFERENCES item (id),
  -- NULL: goods nobody expected here; they become a lot of their own when posted.
  lot_id INTEGER REFERENCES lot (id), expiry_day TEXT,
  -- On hand when the stocktake was opened.
  snapshot INTEGER NOT NULL CHECK (snapshot >= 0),
  UNIQUE (stocktake_id, lot_id)
) STRICT;

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  from_place_id INTEGER NOT NULL REFERENCES place (id), to_place_id INTEGER NOT NULL REFERENCES place (id),
  note TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL,
  CHECK (from_place_id <> to_place_id)
) STRICT;

CREATE TABLE volunteer (
  id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '',
  -- Of this shop's staff; null: helps without an account here.
  staff_id INTEGER UNIQUE REFERENCES staff (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- The fold of the postings, and sixtieths of a point that wait for the next hours.
  balance INTEGER NOT NULL DEFAULT 0 CHECK (balance >= 0), rest INTEGER NOT NULL DEFAULT 0 CHECK (rest BETWEEN 0 AND 59),
  at TEXT NOT NULL
) STRICT;

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

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TRIGGER batch_issued_stays BEFORE UPDATE ON batch WHEN old.issued_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'an issued batch does not change'); END;

CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch WHEN old.issued_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'only a draft batch may be deleted'); END;

CREATE TRIGGER cash_posting_no_delete BEFORE DELETE ON cash_posting BEGIN SELECT RAISE(ABORT, 'cash_posting is append-only'); END;

CREATE TRIGGER cash_posting_no_update BEFORE UPDATE ON cash_posting BEGIN SELECT RAISE(ABORT, 'cash_posting is append-only'); END;

CREATE TRIGGER category_name_no_delete BEFORE DELETE ON category_name BEGIN SELECT RAISE(ABORT, 'category_name is append-only'); END;

CREATE TRIGGER category_name_no_update BEFORE UPDATE ON category_name BEGIN SELECT RAISE(ABORT, 'category_name is append-only'); END;

CREATE TRIGGER check_decision_no_delete BEFORE DELETE ON check_decision BEGIN SELECT RAISE(ABORT, 'check_decision is append-only'); END;

CREATE TRIGGER check_decision_no_update BEFORE UPDATE ON check_decision BEGIN SELECT RAISE(ABORT, 'check_decision is append-only'); END;

CREATE TRIGGER command_no_delete BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'command is append-only'); END;

CREATE TRIGGER command_no_update BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'command is append-only'); END;

CREATE TRIGGER complaint_end_no_delete BEFORE DELETE ON complaint_end BEGIN SELECT RAISE(ABORT, 'complaint_end is append-only'); END;

CREATE TRIGGER complaint_end_no_update BEFORE UPDATE ON complaint_end BEGIN SELECT RAISE(ABORT, 'complaint_end is append-only'); END;

CREATE TRIGGER complaint_no_delete BEFORE DELETE ON complaint BEGIN SELECT RAISE(ABORT, 'complaint is append-only'); END;

CREATE TRIGGER complaint_no_update BEFORE UPDATE ON complaint BEGIN SELECT RAISE(ABORT, 'complaint is append-only'); END;

CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step BEGIN SELECT RAISE(ABORT, 'complaint_step is append-only'); END;

CREATE TRIGGER complaint_step_no_update BEFORE UPDATE ON complaint_step BEGIN SELECT RAISE(ABORT, 'complaint_step is append-only'); END;

CREATE TRIGGER cover_facts_stay BEFORE UPDATE OF id, person_id, household_id, category, street, community, from_day ON cover
  BEGIN SELECT RAISE(ABORT, 'facts of a cover do not change'); END;

CREATE TRIGGER cover_no_delete BEFORE DELETE ON cover
  WHEN NOT EXISTS (SELECT 1 FROM household WHERE id = old.household_id AND run_id IN (SELECT id FROM roster_run WHERE published_at IS NULL))
  BEGIN SELECT RAISE(ABORT, 'a cover is ended, not deleted'); END;

CREATE TRIGGER designation_change_no_delete BEFORE DELETE ON designation_change BEGIN SELECT RAISE(ABORT, 'designation_change is append-only'); END;

CREATE TRIGGER designation_change_no_update BEFORE UPDATE ON designation_change BEGIN SELECT RAISE(ABORT, 'designation_change is append-only'); END;

CREATE TRIGGER donation_end_no_delete BEFORE DELETE ON donation_end BEGIN SELECT RAISE(ABORT, 'donation_end is append-only'); END;

CREATE TRIGGER donation_end_no_update BEFORE UPDATE ON donation_end BEGIN SELECT RAISE(ABORT, 'donation_end is append-only'); END;

CREATE TRIGGER donation_line_no_delete BEFORE DELETE ON donation_line BEGIN SELECT RAISE(ABORT, 'donation_line is append-only'); END;

CREATE TRIGGER donation_line_no_update BEFORE UPDATE ON donation_line BEGIN SELECT RAISE(ABORT, 'donation_line is append-only'); END;

CREATE TRIGGER donation_no_delete BEFORE DELETE ON donation BEGIN SELECT RAISE(ABORT, 'donation is append-only'); END;

CREATE TRIGGER donation_no_update BEFORE UPDATE ON donation BEGIN SELECT RAISE(ABORT, 'donation is append-only'); END;

CREATE TRIGGER donation_photo_no_delete BEFORE DELETE ON donation_photo BEGIN SELECT RAISE(ABORT, 'donation_photo is append-only'); END;

CREATE TRIGGER donation_photo_no_update BEFORE UPDATE ON donation_photo BEGIN SELECT RAISE(ABORT, 'donation_photo is append-only'); END;

CREATE TRIGGER donation_refused_no_delete BEFORE DELETE ON donation_refused BEGIN SELECT RAISE(ABORT, 'donation_refused is append-only'); END;

CREATE TRIGGER donation_refused_no_update BEFORE UPDATE ON donation_refused BEGIN SELECT RAISE(ABORT, 'donation_refused is append-only'); END;

CREATE TRIGGER door_changed AFTER UPDATE OF address_key ON household WHEN new.address_key <> old.address_key BEGIN
  DELETE FROM door WHERE address_key = old.address_key AND household_id = old.id;
  INSERT INTO door SELECT new.address_key, new.id WHERE new.address_key <> '';
END;

CREATE TRIGGER door_entered AFTER INSERT ON household WHEN new.address_key <> '' AND (new.run_id IS NULL OR new.run_id NOT IN (SELECT id FROM roster_run WHERE published_at IS NULL)) BEGIN
  INSERT INTO door VALUES (new.address_key, new.id);
END;

CREATE TRIGGER door_gone AFTER DELETE ON household BEGIN
  DELETE FROM door WHERE address_key = old.address_key AND household_id = old.id;
END;

CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END;

CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure is append-only'); END;

CREATE TRIGGER funding_no_delete BEFORE DELETE ON funding BEGIN SELECT RAISE(ABORT, 'funding is append-only'); END;

CREATE TRIGGER funding_no_update BEFORE UPDATE ON funding BEGIN SELECT RAISE(ABORT, 'funding is append-only'); END;

CREATE TRIGGER household_event_no_delete BEFORE DELETE ON household_event
  WHEN NOT EXISTS (SELECT 1 FROM household WHERE id = old.household_id AND run_id IN (SELECT id FROM roster_run WHERE published_at IS NULL))
  BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END;

CREATE TRIGGER household_event_no_update BEFORE UPDATE ON household_event
  WHEN new.changes <> '[]' OR new.reason NOT IN ('', old.reason) OR new.document NOT IN ('', old.document) OR (new.id, new.household_id, new.person_id,
    new.kind, new.day, new.staff_id, new.at) IS NOT (old.id, old.household_id, old.person_id, old.kind, old.day, old.staff_id, old.at)
  BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END;

CREATE TRIGGER household_phones_changed AFTER UPDATE OF phone_key, address_key ON household
  WHEN OLD.phone_key GLOB '*[ #]*' OR NEW.phone_key GLOB '*[ #]*' BEGIN
  DELETE FROM household_phone WHERE household_id = NEW.id;
  INSERT INTO household_phone (household_id, phone_key, address_key, number)
    SELECT NEW.id, value, NEW.address_key, substr(value, 1, instr(value || '#', '#') - 1)
    FROM json_each('["' || replace(NEW.phone_key, ' ', '","') || '"]') WHERE NEW.phone_key GLOB '*[ #]*';
END;

CREATE TRIGGER household_phones_entered AFTER INSERT ON household WHEN NEW.phone_key GLOB '*[ #]*' BEGIN
  INSERT INTO household_phone (household_id, phone_key, address_key, number)
    SELECT NEW.id, value, NEW.address_key, substr(value, 1, instr(value || '#', '#') - 1)
    FROM json_each('["' || replace(NEW.phone_key, ' ', '","') || '"]');
END;

CREATE TRIGGER institution_pickup_no_delete BEFORE DELETE ON institution_pickup BEGIN SELECT RAISE(ABORT, 'institution_pickup is append-only'); END;

CREATE TRIGGER institution_pickup_no_update BEFORE UPDATE ON institution_pickup BEGIN SELECT RAISE(ABORT, 'institution_pickup is append-only'); END;

CREATE TRIGGER limit_override_no_delete BEFORE DELETE ON limit_override BEGIN SELECT RAISE(ABORT, 'limit_override is append-only'); END;

CREATE TRIGGER limit_override_no_update BEFORE UPDATE ON limit_override BEGIN SELECT RAISE(ABORT, 'limit_override is append-only'); END;

CREATE TRIGGER limit_rule_facts_stay BEFORE UPDATE OF id, name, measure, item_id, sort, subject, amounts, period, every, carry_over, categories,
  from_day, staff_id, at ON limit_rule BEGIN SELECT RAISE(ABORT, 'a rule is ended, not changed'); END;

CREATE TRIGGER limit_rule_no_delete BEFORE DELETE ON limit_rule BEGIN SELECT RAISE(ABORT, 'a rule is ended, not deleted'); END;

CREATE TRIGGER loss_line_no_delete BEFORE DELETE ON loss_line BEGIN SELECT RAISE(ABORT, 'loss_line is append-only'); END;

CREATE TRIGGER loss_line_no_update BEFORE UPDATE ON loss_line BEGIN SELECT RAISE(ABORT, 'loss_line is append-only'); END;

CREATE TRIGGER lot_facts_stay BEFORE UPDATE OF id, item_id, stock_class, purchase_line_id, stocktake_line_id, production_day, expiry_day,
  received_day, received, value_fen, short_dated, grade ON lot BEGIN SELECT RAISE(ABORT, 'facts of a lot do not change'); END;

CREATE TRIGGER lot_hold_no_delete BEFORE DELETE ON lot_hold BEGIN SELECT RAISE(ABORT, 'lot_hold is append-only'); END;

CREATE TRIGGER lot_hold_no_update BEFORE UPDATE ON lot_hold BEGIN SELECT RAISE(ABORT, 'lot_hold is append-only'); END;

CREATE TRIGGER lot_no_delete BEFORE DELETE ON lot BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;

CREATE TRIGGER lot_stock_facts_stay BEFORE UPDATE OF lot_id, place_id, item_id ON lot_stock
  BEGIN SELECT RAISE(ABORT, 'facts of a lot do not change'); END;

CREATE TRIGGER lot_stock_no_delete BEFORE DELETE ON lot_stock BEGIN SELECT RAISE(ABORT, 'lots are never deleted'); END;

CREATE TRIGGER name_bearer_changed AFTER UPDATE OF name, household_id ON person
  WHEN (new.name, new.household_id) <> (old.name, old.household_id) BEGIN
  DELETE FROM name_bearer WHERE name = old.name AND household_id = old.household_id
    AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = old.household_id AND name = old.name);
  INSERT INTO name_bearer SELECT new.name, new.household_id WHERE new.name <> '' ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER name_bearer_entered AFTER INSERT ON person
  WHEN new.name <> '' AND ((SELECT run_id FROM household WHERE id = new.household_id) IS NULL OR (SELECT run_id FROM household WHERE id = new.household_id) NOT IN (SELECT id FROM roster_run WHERE published_at IS NULL)) BEGIN
  INSERT INTO name_bearer VALUES (new.name, new.household_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER name_bearer_gone AFTER DELETE ON person BEGIN
  DELETE FROM name_bearer WHERE name = old.name AND household_id = old.household_id
    AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = old.household_id AND name = old.name);
END;

CREATE TRIGGER official_receipt_no_delete BEFORE DELETE ON official_receipt BEGIN SELECT RAISE(ABORT, 'official_receipt is append-only'); END;

CREATE TRIGGER official_receipt_no_update BEFORE UPDATE ON official_receipt BEGIN SELECT RAISE(ABORT, 'official_receipt is append-only'); END;

CREATE TRIGGER package_line_no_delete BEFORE DELETE ON package_line BEGIN SELECT RAISE(ABORT, 'package_line is append-only'); END;

CREATE TRIGGER package_line_no_update BEFORE UPDATE ON package_line BEGIN SELECT RAISE(ABORT, 'package_line is append-only'); END;

CREATE TRIGGER paper_print_no_delete BEFORE DELETE ON paper_print BEGIN SELECT RAISE(ABORT, 'paper_print is append-only'); END;

CREATE TRIGGER paper_print_no_update BEFORE UPDATE ON paper_print BEGIN SELECT RAISE(ABORT, 'paper_print is append-only'); END;

CREATE TRIGGER paper_reversal_no_delete BEFORE DELETE ON paper_reversal BEGIN SELECT RAISE(ABORT, 'paper_reversal is append-only'); END;

CREATE TRIGGER paper_reversal_no_update BEFORE UPDATE ON paper_reversal BEGIN SELECT RAISE(ABORT, 'paper_reversal is append-only'); END;

CREATE TRIGGER pickup_no_delete BEFORE DELETE ON pickup BEGIN SELECT RAISE(ABORT, 'pickup is append-only'); END;

CREATE TRIGGER pickup_no_update BEFORE UPDATE ON pickup
  WHEN new.name <> '' OR new.document_key <> '' OR new.reason <> '' OR (new.redemption_id, new.household_id, new.proxy_id, new.relation, new.related,
    new.approved_by, new.business_day) IS NOT (old.redemption_id, old.household_id, old.proxy_id, old.relation, old.related, old.approved_by, old.business_day)
  BEGIN SELECT RAISE(ABORT, 'pickup is append-only'); END;

CREATE TRIGGER point_exchange_line_no_delete BEFORE DELETE ON point_exchange_line BEGIN SELECT RAISE(ABORT, 'point_exchange_line is append-only'); END;

CREATE TRIGGER point_exchange_line_no_update BEFORE UPDATE ON point_exchange_line BEGIN SELECT RAISE(ABORT, 'point_exchange_line is append-only'); END;

CREATE TRIGGER point_exchange_no_delete BEFORE DELETE ON point_exchange BEGIN SELECT RAISE(ABORT, 'point_exchange is append-only'); END;

CREATE TRIGGER point_exchange_no_update BEFORE UPDATE ON point_exchange BEGIN SELECT RAISE(ABORT, 'point_exchange is append-only'); END;

CREATE TRIGGER point_posting_no_delete BEFORE DELETE ON point_posting BEGIN SELECT RAISE(ABORT, 'point_posting is append-only'); END;

CREATE TRIGGER point_posting_no_update BEFORE UPDATE ON point_posting BEGIN SELECT RAISE(ABORT, 'point_posting is append-only'); END;

CREATE TRIGGER purchase_line_no_delete BEFORE DELETE ON purchase_line BEGIN SELECT RAISE(ABORT, 'purchase_line is append-only'); END;

CREATE TRIGGER purchase_line_no_update BEFORE UPDATE ON purchase_line BEGIN SELECT RAISE(ABORT, 'purchase_line is append-only'); END;

CREATE TRIGGER purchase_no_delete BEFORE DELETE ON purchase BEGIN SELECT RAISE(ABORT, 'purchase is append-only'); END;

CREATE TRIGGER purchase_no_update BEFORE UPDATE ON purchase BEGIN SELECT RAISE(ABORT, 'purchase is append-only'); END;

CREATE TRIGGER redemption_line_no_delete BEFORE DELETE ON redemption_line BEGIN SELECT RAISE(ABORT, 'redemption_line is append-only'); END;

CREATE TRIGGER redemption_line_no_update BEFORE UPDATE ON redemption_line BEGIN SELECT RAISE(ABORT, 'redemption_line is append-only'); END;

CREATE TRIGGER redemption_no_delete BEFORE DELETE ON redemption BEGIN SELECT RAISE(ABORT, 'redemption is append-only'); END;

CREATE TRIGGER redemption_no_update BEFORE UPDATE ON redemption BEGIN SELECT RAISE(ABORT, 'redemption is append-only'); END;

CREATE TRIGGER redemption_voucher_no_delete BEFORE DELETE ON redemption_voucher BEGIN SELECT RAISE(ABORT, 'redemption_voucher is append-only'); END;

CREATE TRIGGER redemption_voucher_no_update BEFORE UPDATE ON redemption_voucher BEGIN SELECT RAISE(ABORT, 'redemption_voucher is append-only'); END;

CREATE TRIGGER shift_closed_stays BEFORE UPDATE ON shift WHEN old.closed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed shift does not change'); END;

CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'a shift is never deleted'); END;

CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;

CREATE TRIGGER signature_stays BEFORE UPDATE ON signature
  WHEN new.strokes <> '[]' OR new.redemption_id <> old.redemption_id OR new.width <> old.width OR new.height <> old.height
    OR new.seal <> old.seal OR new.at <> old.at
  BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;

CREATE TRIGGER spot_check_line_no_delete BEFORE DELETE ON spot_check_line BEGIN SELECT RAISE(ABORT, 'a drawn household stays on the list'); END;

CREATE TRIGGER spot_check_result_stands BEFORE UPDATE OF result ON spot_check_line WHEN old.result IN ('fits', 'misfits')
  BEGIN SELECT RAISE(ABORT, 'a result stands'); END;

CREATE TRIGGER stock_posting_no_delete BEFORE DELETE ON stock_posting BEGIN SELECT RAISE(ABORT, 'stock_posting is append-only'); END;

CREATE TRIGGER stock_posting_no_update BEFORE UPDATE ON stock_posting BEGIN SELECT RAISE(ABORT, 'stock_posting is append-only'); END;

CREATE TRIGGER stocktake_entry_no_delete BEFORE DELETE ON stocktake_entry BEGIN SELECT RAISE(ABORT, 'stocktake_entry is append-only'); END;

CREATE TRIGGER stocktake_entry_no_update BEFORE UPDATE ON stocktake_entry BEGIN SELECT RAISE(ABORT, 'stocktake_entry is append-only'); END;

CREATE TRIGGER stocktake_line_no_delete BEFORE DELETE ON stocktake_line BEGIN SELECT RAISE(ABORT, 'stocktake_line is append-only'); END;

CREATE TRIGGER stocktake_line_no_update BEFORE UPDATE ON stocktake_line BEGIN SELECT RAISE(ABORT, 'stocktake_line is append-only'); END;

CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'transfer is append-only'); END;

CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT, 'transfer is append-only'); END;

CREATE TRIGGER voucher_facts_stay BEFORE UPDATE OF id, batch_id, household_id, serial, token, typed_code, key_id, generation, replaces, category,
  ordinal, face_fen, face_points, valid_from, valid_to ON voucher WHEN old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'facts of a voucher do not change'); END;

CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher WHEN old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'only a draft voucher may be deleted'); END;

CREATE TRIGGER voucher_no_draft_again BEFORE UPDATE OF state ON voucher WHEN new.state = 'draft' AND old.state <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'an issued voucher is no draft again'); END;

CREATE TRIGGER voucher_posting_no_delete BEFORE DELETE ON voucher_posting BEGIN SELECT RAISE(ABORT, 'voucher_posting is append-only'); END;

CREATE TRIGGER voucher_posting_no_update BEFORE UPDATE ON voucher_posting BEGIN SELECT RAISE(ABORT, 'voucher_posting is append-only'); END;

CREATE VIEW household_here AS SELECT * FROM household WHERE run_id IS NULL OR run_id NOT IN (SELECT id FROM roster_run WHERE published_at IS NULL);
