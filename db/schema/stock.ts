// Tables of db/migrations/0001/stock.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export type StockClass = 'donated' | 'purchased' | 'disaster' | 'preferential';
export type Grade = 'new' | 'good' | 'fair';
export type StockKind =
  'donated' | 'purchased' | 'issued' | 'moved' | 'scrapped' | 'sold' | 'found' | 'missing';
export interface LotTable {
  id: Generated<number>;
  item_id: number;
  stock_class: StockClass;
  donation_line_id: number | null;
  purchase_line_id: number | null;
  stocktake_line_id: number | null;
  designated_category: string | null;
  designated_place: string | null;
  designated_batch_id: number | null;
  production_day: string | null;
  expiry_day: string | null;
  received_day: string;
  received: number;
  value_fen: number | null;
  short_dated: Generated<Flag>;
  grade: Grade | null;
  disinfected_day: string | null;
  held_reason: string | null;
}
export interface LotStockTable {
  lot_id: number;
  place_id: number;
  item_id: number;
  on_hand: number;
  on_hand_fen: number | null;
  reserved: Generated<number>;
  postings: number;
}
export interface LotHoldTable {
  id: Generated<number>;
  lot_id: number;
  held: Flag;
  reason: string;
  staff_id: number;
  at: string;
}
export interface StockPostingTable {
  id: Generated<number>;
  lot_id: number;
  place_id: number;
  item_id: number;
  kind: StockKind;
  quantity: number;
  value_fen: number | null;
  business_day: string;
  late_for_day: string | null;
  at: string;
  document: string;
  document_id: number;
  reverses: number | null;
  staff_id: number;
}
export interface TransferTable {
  id: Generated<number>;
  number: string;
  day: string;
  from_place_id: number;
  to_place_id: number;
  note: string;
  staff_id: number;
  at: string;
}
export interface PaperReversalTable {
  document: 'transfer' | 'loss' | 'purchase' | 'funding';
  document_id: number;
  day: string;
  reason: string;
  staff_id: number;
  at: string;
}
export interface LossTable {
  id: Generated<number>;
  number: string;
  kind: 'scrap' | 'sale';
  day: string;
  reason: 'expired' | 'spoiled' | 'damaged' | 'unsafe' | 'unusable' | 'other';
  reason_note: string;
  method: string;
  witness: string;
  proceeds_fen: number | null;
  proceeds_way: 'cash' | 'transfer' | null;
  buyer: string;
  purpose: string;
  state: 'proposed' | 'approved' | 'withdrawn' | 'reversed';
  staff_id: number;
  at: string;
  decided_by: number | null;
  decided_at: string | null;
  decided_day: string | null;
  decided_reason: Generated<string>;
}
export interface LossLineTable {
  loss_id: number;
  line: number;
  lot_id: number;
  place_id: number;
  quantity: number;
}
export interface StocktakeTable {
  id: Generated<number>;
  number: string;
  place_id: number;
  categories: string | null;
  blind: Flag;
  twice: Flag;
  state: 'open' | 'counted' | 'posted' | 'cancelled';
  day: string;
  note: string;
  staff_id: number;
  at: string;
  counted_by: number | null;
  counted_at: string | null;
  posted_by: number | null;
  posted_at: string | null;
  posted_day: string | null;
}
export interface StocktakeLineTable {
  id: Generated<number>;
  stocktake_id: number;
  item_id: number;
  lot_id: number | null;
  expiry_day: string | null;
  snapshot: number;
}
export interface StocktakeEntryTable {
  id: Generated<number>;
  line_id: number;
  round: number;
  counted: number;
  expected: number;
  reason: string;
  staff_id: number;
  at: string;
}
