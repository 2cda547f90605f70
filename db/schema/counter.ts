// Tables of db/migrations/0001/counter.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export type Entry = 'scanned' | 'typed' | 'card' | 'looked-up';
export interface ShiftTable {
  id: Generated<number>;
  terminal: string;
  business_day: string;
  opened_by: number;
  opened_at: string;
  float_fen: number | null;
  counted_fen: number | null;
  closed_by: number | null;
  closed_at: string | null;
  ended: 'closed' | 'handed-over' | 'day-end' | null;
  note: Generated<string>;
}
export interface RedemptionTable {
  id: Generated<number>;
  number: string;
  household_id: number;
  category: string;
  community: string;
  members: number;
  face_fen: number;
  used_fen: number;
  lapsed_fen: number;
  goods_fen: number;
  topup_fen: Generated<number>;
  free_fen: Generated<number>;
  used_points: Generated<number>;
  lapsed_points: Generated<number>;
  entry: Entry;
  channel: Generated<'counter' | 'delivery'>;
  business_day: string;
  counted_day: string;
  at: string;
  terminal: string;
  shift_id: number | null;
  reverses: number | null;
  whole: Generated<Flag>;
  reason: Generated<string>;
  in_grace: Generated<Flag>;
  institution_pickup_id: number | null;
  approved_by: number | null;
  staff_id: number;
}
export interface RedemptionVoucherTable {
  redemption_id: number;
  voucher_id: number;
  before_fen: number;
  used_fen: number;
  lapsed_fen: number;
  before_points: Generated<number>;
  used_points: Generated<number>;
  lapsed_points: Generated<number>;
}
export interface RedemptionLineTable {
  redemption_id: number;
  line: number;
  item_id: number;
  quantity: number;
  price_fen: number | null;
  amount_fen: number | null;
  points: number | null;
  back_of: number | null;
}
export interface HeldBasketTable {
  id: Generated<number>;
  terminal: string;
  household_id: number;
  content: string;
  note: Generated<string>;
  staff_id: number;
  at: string;
  ended_at: string | null;
  ended: 'recalled' | 'dropped' | null;
  ended_by: number | null;
}
export interface SignatureTable {
  redemption_id: number;
  strokes: string;
  width: number;
  height: number;
  seal: Uint8Array;
  at: string;
}
export interface DeliveryTable {
  id: Generated<number>;
  redemption_id: number;
  carrier: string;
  address: string;
  state: Generated<'out' | 'delivered' | 'back'>;
  ended_day: string | null;
  received_by: Generated<string>;
  relation: Generated<string>;
  note: Generated<string>;
  staff_id: number;
  at: string;
  ended_by: number | null;
  ended_at: string | null;
}
export interface HouseholdCardTable {
  id: Generated<number>;
  household_id: number;
  code: string;
  staff_id: number;
  at: string;
  ended_at: string | null;
  end_reason: Generated<string>;
}
export interface LimitRuleTable {
  id: Generated<number>;
  name: string;
  measure: 'fen' | 'pieces' | 'times' | 'points';
  item_id: number | null;
  sort: string | null;
  subject: 'household' | 'person' | 'proxy';
  amounts: string;
  period: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days' | 'years';
  every: Generated<number>;
  carry_over: Generated<Flag>;
  categories: Generated<string>;
  from_day: string;
  to_day: string | null;
  staff_id: number;
  at: string;
  ended_by: number | null;
  ended_at: string | null;
  end_reason: Generated<string>;
}
export interface LimitOverrideTable {
  redemption_id: number;
  rule_id: number;
  over: number;
  reason: string;
  approved_by: number;
}
