// Tables of db/migrations/0001/gifts.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';
import type { Grade } from './stock.ts';

export type DonorKind = 'person' | 'company' | 'organisation' | 'school' | 'anonymous';
export type MoneySource = 'donated' | 'lottery' | 'budget' | 'trading';
export interface DonorTable {
  id: Generated<number>;
  name: string;
  search: string;
  kind: DonorKind;
  credit_code: Generated<string>;
  contact: Generated<string>;
  phone: Generated<string>;
  address: Generated<string>;
  note: Generated<string>;
  name_key: Generated<string>;
  merged_into: number | null;
  created_at: string;
}
export interface DonationTable {
  id: Generated<number>;
  receipt_number: string;
  day: string;
  late_for_day: string | null;
  donor_id: number;
  anonymous: Flag;
  channel: string;
  campaign: string;
  purpose: string;
  designated_category: string | null;
  designated_place: string | null;
  designated_batch_id: number | null;
  stock_class: Generated<'donated' | 'disaster' | 'preferential'>;
  cash_fen: number | null;
  cash_way: 'cash' | 'transfer' | null;
  inspector_1: Generated<string>;
  inspector_2: Generated<string>;
  checker: string;
  replaces_id: number | null;
  staff_id: number;
  at: string;
}
export interface DonationLineTable {
  id: Generated<number>;
  donation_id: number;
  line: number;
  item_id: number;
  quantity: number;
  evidence_fen: number | null;
  value_fen: number | null;
  basis: 'evidence' | 'fair-value' | 'unpriced';
  basis_note: string;
  production_day: string | null;
  expiry_day: string | null;
  acceptance_reason: Generated<string>;
  grade: Grade | null;
  disinfected_day: string | null;
  pieces: Generated<Flag>;
}
export interface DonationRefusedTable {
  donation_id: number;
  line: number;
  description: string;
  quantity: string;
  reason: string;
}
export interface DonationEndTable {
  donation_id: number;
  kind: 'void' | 'red';
  day: string;
  reason: string;
  staff_id: number;
  at: string;
}
export interface OfficialReceiptTable {
  id: Generated<number>;
  donation_id: number;
  code: string;
  number: string;
  staff_id: number;
  at: string;
}
export interface DesignationChangeTable {
  id: Generated<number>;
  donation_id: number;
  purpose: string;
  category: string | null;
  place: string | null;
  batch_id: number | null;
  consent_by: string;
  consent_day: string;
  consent_document: string;
  staff_id: number;
  at: string;
}
export interface DonationPhotoTable {
  id: Generated<number>;
  donation_id: number;
  mime: 'image/jpeg' | 'image/png';
  bytes: Uint8Array;
  staff_id: number;
  at: string;
}
export interface PurchaseTable {
  id: Generated<number>;
  number: string;
  day: string;
  late_for_day: string | null;
  supplier: string;
  invoice_number: string;
  source: 'donated' | 'lottery' | 'budget';
  stock_class: Generated<'purchased' | 'disaster' | 'preferential'>;
  place_id: number;
  total_fen: number;
  inspector_1: string;
  inspector_2: string;
  note: string;
  staff_id: number;
  at: string;
}
export interface PurchaseLineTable {
  id: Generated<number>;
  purchase_id: number;
  line: number;
  item_id: number;
  quantity: number;
  cost_fen: number;
  production_day: string | null;
  expiry_day: string | null;
  acceptance_reason: Generated<string>;
}
export interface FundingTable {
  id: Generated<number>;
  number: string;
  day: string;
  late_for_day: string | null;
  kind: 'grant' | 'opening';
  source: 'donated' | 'lottery' | 'budget' | 'trading';
  amount_fen: number;
  reference: string;
  note: string;
  staff_id: number;
  at: string;
}
export interface CashPostingTable {
  id: Generated<number>;
  book: 'aid' | 'trading';
  source: 'donated' | 'lottery' | 'budget' | 'trading';
  amount_fen: number;
  business_day: string;
  late_for_day: string | null;
  at: string;
  document: string;
  document_id: number;
  reverses: number | null;
  staff_id: number;
}
