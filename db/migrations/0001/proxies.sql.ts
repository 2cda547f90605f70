// Who collects for others: institutions for their residents, standing proxies, and who came to the counter instead of the holder.
import { appendOnly } from './append-only.ts';

const documentKinds = `('identity', 'residence-permit', 'household-book', 'passport', 'work-card', 'other')`;

export const institutionTables = `
-- 供养服务机构、敬老院: collects for its residents on one roster (scenario 18).
CREATE TABLE institution (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE, address TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), created_at TEXT NOT NULL
) STRICT;
`;

export const proxyTables = `
CREATE TABLE proxy (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  household_id INTEGER NOT NULL REFERENCES household (id),
  name TEXT NOT NULL, document_kind TEXT NOT NULL CHECK (document_kind IN ${documentKinds}),
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
CREATE INDEX proxy_by_household ON proxy (household_id);
CREATE INDEX proxy_by_document ON proxy (document_key);
CREATE INDEX proxy_by_phone ON proxy (phone_key) WHERE phone_key <> '';

-- 代领: who stood at the counter for the holder. Name and document are emptied when the household is erased.
CREATE TABLE pickup (
  redemption_id INTEGER PRIMARY KEY REFERENCES redemption (id),
  household_id INTEGER NOT NULL REFERENCES household (id),
  -- Null: on the spot.
  proxy_id INTEGER REFERENCES proxy (id),
  name TEXT NOT NULL, document_kind TEXT NOT NULL CHECK (document_kind IN ${documentKinds}), document_key TEXT NOT NULL,
  relation TEXT NOT NULL, related INTEGER NOT NULL CHECK (related IN (0, 1)), reason TEXT NOT NULL DEFAULT '',
  -- Who allowed it beyond the monthly limit.
  approved_by INTEGER REFERENCES staff (id),
  business_day TEXT NOT NULL
) STRICT;
CREATE INDEX pickup_by_document ON pickup (document_key, business_day, household_id) WHERE related = 0;
CREATE INDEX pickup_by_household ON pickup (household_id, business_day);
CREATE TRIGGER pickup_no_update BEFORE UPDATE ON pickup
  WHEN new.name <> '' OR new.document_key <> '' OR new.reason <> '' OR (new.redemption_id, new.household_id, new.proxy_id, new.relation, new.related,
    new.approved_by, new.business_day) IS NOT (old.redemption_id, old.household_id, old.proxy_id, old.relation, old.related, old.approved_by, old.business_day)
  BEGIN SELECT RAISE(ABORT, 'pickup is append-only'); END;
CREATE TRIGGER pickup_no_delete BEFORE DELETE ON pickup BEGIN SELECT RAISE(ABORT, 'pickup is append-only'); END;

-- One act of an institution: many vouchers, one signature (rulings.md 10).
CREATE TABLE institution_pickup (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE, institution_id INTEGER NOT NULL REFERENCES institution (id),
  collected_by TEXT NOT NULL, document_tail TEXT NOT NULL, residents INTEGER NOT NULL CHECK (residents > 0),
  business_day TEXT NOT NULL, at TEXT NOT NULL, staff_id INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX institution_pickup_by_day ON institution_pickup (business_day, institution_id);
${appendOnly('institution_pickup')}
`;
