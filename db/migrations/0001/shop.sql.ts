// The shop itself, who works in it, what was done (commands, audit), numbers, prints, closed months, backups.
import { appendOnly } from './append-only.ts';

export const shopTables = `
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
  public_key BLOB NOT NULL, private_key BLOB, created_at TEXT NOT NULL,
  -- Year whose vouchers it signs; a revoked key's vouchers are refused at every till.
  year INTEGER NOT NULL, revoked_at TEXT, revoke_reason TEXT NOT NULL DEFAULT ''
) STRICT;

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
-- What was tried with one voucher, refusals too: for its story and its papers of a dispute.
CREATE INDEX audit_of_voucher ON audit (object) WHERE object LIKE 'voucher:%';
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

-- Every print of a paper that carries a number: the first is the original, later ones are marked 补打第n次.
CREATE TABLE paper_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, document_id INTEGER NOT NULL,
  -- The command that printed it: sent again after a crash it is still the same print.
  command_id TEXT UNIQUE REFERENCES command (id) DEFERRABLE INITIALLY DEFERRED,
  staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX paper_print_by_document ON paper_print (kind, document_id);
${appendOnly('paper_print')}

-- A closed month takes no more entries (ruling 22); what belongs to it is booked in the current one, marked 补录.
CREATE TABLE month_close (
  month TEXT PRIMARY KEY, staff_id INTEGER NOT NULL REFERENCES staff (id), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
