// Volunteers' points (志愿者积分): hours earn them, goods are had for them. A currency of its own: in no total with vouchers.
import { appendOnly } from './append-only.ts';

export const pointTables = `
CREATE TABLE volunteer (
  id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, name TEXT NOT NULL, phone TEXT NOT NULL DEFAULT '',
  -- Of this shop's staff; null: helps without an account here.
  staff_id INTEGER UNIQUE REFERENCES staff (id),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- The fold of the postings, and sixtieths of a point that wait for the next hours.
  balance INTEGER NOT NULL DEFAULT 0 CHECK (balance >= 0), rest INTEGER NOT NULL DEFAULT 0 CHECK (rest BETWEEN 0 AND 59),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE point_exchange (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE,
  volunteer_id INTEGER NOT NULL REFERENCES volunteer (id), points INTEGER NOT NULL, goods_fen INTEGER NOT NULL,
  business_day TEXT NOT NULL, at TEXT NOT NULL, terminal TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES point_exchange (id), reason TEXT NOT NULL DEFAULT '',
  staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX point_exchange_by_day ON point_exchange (business_day);
${appendOnly('point_exchange')}
CREATE TABLE point_exchange_line (
  exchange_id INTEGER NOT NULL REFERENCES point_exchange (id), line INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id), quantity INTEGER NOT NULL, points INTEGER NOT NULL,
  PRIMARY KEY (exchange_id, line)
) STRICT, WITHOUT ROWID;
${appendOnly('point_exchange_line')}
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
CREATE INDEX point_posting_by_volunteer ON point_posting (volunteer_id, points);
CREATE INDEX point_posting_by_day ON point_posting (business_day);
${appendOnly('point_posting')}
`;
