// Tables of db/migrations/0001/vouchers.sql.ts as types.
import type { Generated } from 'kysely';
import type { VoucherState } from '../domain/voucher-state.ts';
import type { Flag } from './flag.ts';

export type VoucherPostingKind = 'issued' | 'redeemed' | 'lapsed' | 'void' | 'expired' | 'reopened';
export interface BatchTable {
  id: Generated<number>;
  name: string;
  festival: string;
  face_fen: number;
  categories: string;
  highest_only: Flag;
  valid_from: string;
  valid_to: string;
  place: string;
  funding_source: string;
  stock_class: Generated<'ordinary' | 'disaster' | 'preferential'>;
  issued_at: string | null;
  staff_id: number;
  at: string;
}
export interface VoucherTable {
  id: Generated<number>;
  batch_id: number;
  household_id: number;
  serial: string;
  token: Uint8Array;
  typed_code: string;
  key_id: number;
  generation: Generated<number>;
  category: string;
  face_fen: number;
  balance_fen: number;
  valid_from: string;
  valid_to: string;
  state: VoucherState;
}
export interface VoucherPostingTable {
  id: Generated<number>;
  voucher_id: number;
  kind: VoucherPostingKind;
  category: string;
  community: string;
  pieces: -1 | 0 | 1;
  amount_fen: number;
  business_day: string;
  at: string;
  redemption_id: number | null;
  reverses: number | null;
  reason: Generated<string>;
  staff_id: number | null;
}
export interface RedemptionTable {
  id: Generated<number>;
  number: string;
  voucher_id: number;
  household_id: number;
  category: string;
  community: string;
  members: number;
  face_fen: number;
  used_fen: number;
  lapsed_fen: number;
  goods_fen: number;
  entry: 'scanned' | 'typed';
  business_day: string;
  at: string;
  terminal: string;
  reverses: number | null;
  reason: Generated<string>;
  staff_id: number;
  in_grace: Generated<Flag>;
  institution_pickup_id: number | null;
}
export interface RedemptionLineTable {
  redemption_id: number;
  line: number;
  item_id: number;
  quantity: number;
  price_fen: number | null;
  amount_fen: number | null;
}
