// What the shop knows about goods: places, categories with their rules, kinds of goods, packing units, barcodes.

export const goodsTables = `
-- Where goods stand. Place 1 is the shop floor (门店): the counter hands out from there alone.
CREATE TABLE place (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('shop', 'store', 'depot')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Rules of a category of goods (domain.md §4.6); a category without a row follows the shop's settings.
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
CREATE INDEX item_by_category ON item (category);

-- Packing units: a bag (袋) of 50 pieces (件), a case (箱) of 12 boxes (盒).
CREATE TABLE item_pack (
  item_id INTEGER NOT NULL REFERENCES item (id), unit TEXT NOT NULL,
  -- Smallest units of the item in one of it.
  quantity INTEGER NOT NULL CHECK (quantity >= 2), PRIMARY KEY (item_id, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_barcode (
  barcode TEXT PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item (id),
  -- Units of the item that one scan of this code stands for.
  pack_quantity INTEGER NOT NULL DEFAULT 1 CHECK (pack_quantity >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcode_by_item ON item_barcode (item_id);
`;
