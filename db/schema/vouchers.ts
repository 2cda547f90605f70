// Tables of db/migrations/0001/vouchers.sql.ts as types.
import type { Generated } from 'kysely';
import type { VoucherState } from '../domain/voucher-state.ts';
import type { Flag } from './flag.ts';

export type VoucherPostingKind =
  'issued' | 'handed-over' | 'redeemed' | 'lapsed' | 'void' | 'expired' | 'replaced' | 'reissued';
export interface PackageTable {
  id: Generated<number>;
  name: string;
  note: Generated<string>;
  staff_id: number;
  at: string;
  ended_at: string | null;
}
export interface PackageLineTable {
  package_id: number;
  item_id: number;
  quantity: number;
}
export interface BatchTable {
  id: Generated<number>;
  name: string;
  festival: string;
  kind: Generated<'value' | 'package' | 'points'>;
  basis: Generated<'household' | 'person' | 'size'>;
  face_fen: Generated<number>;
  face_points: Generated<number>;
  size_faces: Generated<string>;
  package_id: number | null;
  categories: string;
  communities: Generated<string>;
  highest_only: Flag;
  in_parts: Generated<Flag>;
  valid_from: string;
  valid_to: string;
  place: string;
  funding_source: string;
  stock_class: Generated<'ordinary' | 'disaster' | 'preferential'>;
  receivers: string;
  staff_id: number;
  at: string;
  approved_by: number | null;
  issued_at: string | null;
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
  replaces: number | null;
  category: string;
  ordinal: Generated<number>;
  face_fen: number;
  balance_fen: number;
  face_points: Generated<number>;
  balance_points: Generated<number>;
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
  amount_points: Generated<number>;
  business_day: string;
  at: string;
  redemption_id: number | null;
  reverses: number | null;
  reason: Generated<string>;
  staff_id: number | null;
}
