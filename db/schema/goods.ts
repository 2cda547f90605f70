// Tables of db/migrations/0001/goods.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export interface PlaceTable {
  id: Generated<number>;
  name: string;
  kind: 'shop' | 'store' | 'depot';
  active: Generated<Flag>;
}
export interface GoodsCategoryTable {
  name: string;
  alarm_days: number | null;
  min_percent: number | null;
  min_days: number | null;
  short_life_days: number | null;
  short_min_days: number | null;
}
export interface ItemTable {
  id: Generated<number>;
  code: string;
  name: string;
  search: string;
  category: string;
  spec: string;
  unit: string;
  unit_scale: number;
  list_price_fen: number | null;
  points_price: number | null;
  keeps_date: Flag;
  created_at: string;
}
export interface ItemPackTable {
  item_id: number;
  unit: string;
  quantity: number;
}
export interface ItemBarcodeTable {
  barcode: string;
  item_id: number;
  pack_quantity: Generated<number>;
}
