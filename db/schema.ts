// The tables as types for Kysely. Must say what db/migrations say; a test compares both.
import type { Generated } from 'kysely';
import type { Role } from './contract/permissions.ts';
import type { VoucherState } from './domain/voucher-state.ts';

type Flag = 0 | 1;

interface ShopTable {
  id: number;
  name: string;
  district_code: string;
  district_name: string;
  report_phone: string;
  practice: Flag;
  shop_number: number;
  settings: string;
  clock_high_at: string;
  rolled_day: string;
  created_at: string;
}
interface SigningKeyTable {
  key_id: number;
  public_key: Uint8Array;
  private_key: Uint8Array | null;
  created_at: string;
}
interface StaffTable {
  id: Generated<number>;
  login: string;
  name: string;
  role: Role;
  password: string;
  active: Generated<Flag>;
  failures: Generated<number>;
  blocked_until_at: string | null;
  created_at: string;
}
interface CommandTable {
  id: string;
  act: string;
  input_hash: string;
  result: string;
  at: string;
  staff_id: number | null;
}
interface AuditTable {
  seq: Generated<number>;
  at: string;
  business_day: string;
  staff_id: number | null;
  actor: string;
  role: string;
  terminal: string;
  act: string;
  object: string;
  detail: string;
  result: string;
  command_id: string | null;
  hash: Uint8Array;
}
interface NumberSeriesTable {
  series: string;
  year: number;
  last: number;
}
interface ImportRowTable {
  kind: string;
  row_key: string;
  at: string;
}
interface BackupTable {
  id: Generated<number>;
  file_name: string;
  bytes: number;
  sha256: string;
  audit_seq: number;
  audit_head: string;
  at: string;
}
interface HouseholdTable {
  id: Generated<number>;
  number: string;
  head_name: string;
  search: string;
  category: string;
  members: number;
  id_tail: string;
  street: string;
  community: string;
  address: string;
  phone: string;
  start_day: string | null;
  end_day: string | null;
  end_reason: Generated<string>;
  next_review_day: string | null;
  created_at: string;
}
interface PersonTable {
  id: Generated<number>;
  household_id: number;
  name: string;
  search: string;
  id_number: string;
  sex: 'male' | 'female';
  birth_day: string;
  relation: string;
  is_head: Flag;
  category: string;
  care: Generated<string>;
  flags: Generated<string>;
  certificate: Generated<string>;
  covered_from_day: string | null;
  covered_to_day: string | null;
  created_at: string;
}
interface EligibilityEventTable {
  id: Generated<number>;
  household_id: number;
  kind: 'start' | 'end';
  day: string;
  reason: string;
  staff_id: number;
  at: string;
}
interface ItemTable {
  id: Generated<number>;
  code: string;
  name: string;
  search: string;
  category: string;
  spec: string;
  unit: string;
  unit_scale: number;
  list_price_fen: number | null;
  keeps_date: Flag;
  created_at: string;
}
interface ItemBarcodeTable {
  barcode: string;
  item_id: number;
  pack_quantity: Generated<number>;
}
export type DonorKind = 'person' | 'company' | 'organisation' | 'school' | 'anonymous';
interface DonorTable {
  id: Generated<number>;
  name: string;
  search: string;
  kind: DonorKind;
  phone: Generated<string>;
  created_at: string;
}
interface DonationTable {
  id: Generated<number>;
  receipt_number: string;
  day: string;
  donor_id: number;
  anonymous: Flag;
  channel: string;
  campaign: string;
  purpose: string;
  designated_category: string | null;
  cash_fen: number | null;
  cash_way: 'cash' | 'transfer' | null;
  checker: string;
  staff_id: number;
  at: string;
}
interface DonationLineTable {
  id: Generated<number>;
  donation_id: number;
  line: number;
  item_id: number;
  quantity: number;
  value_fen: number | null;
  basis: 'evidence' | 'fair-value' | 'unpriced';
  basis_note: string;
  production_day: string | null;
  expiry_day: string | null;
}
interface PaperPrintTable {
  id: Generated<number>;
  kind: string;
  document_id: number;
  command_id: string | null;
  staff_id: number;
  at: string;
}
export type StockClass = 'donated' | 'purchased' | 'disaster' | 'preferential';
interface LotTable {
  id: Generated<number>;
  item_id: number;
  stock_class: StockClass;
  donation_line_id: number | null;
  designated_category: string | null;
  production_day: string | null;
  expiry_day: string | null;
  received_day: string;
  received: number;
  value_fen: number | null;
  on_hand: number;
  on_hand_fen: number | null;
}
export type StockKind = 'donated' | 'purchased' | 'issued' | 'moved' | 'scrapped' | 'found' | 'missing';
interface StockPostingTable {
  id: Generated<number>;
  lot_id: number;
  item_id: number;
  kind: StockKind;
  quantity: number;
  value_fen: number | null;
  business_day: string;
  at: string;
  document: string;
  document_id: number;
  reverses: number | null;
  staff_id: number;
}
interface CashPostingTable {
  id: Generated<number>;
  book: 'donation' | 'trading';
  amount_fen: number;
  business_day: string;
  at: string;
  document: string;
  document_id: number;
  reverses: number | null;
  staff_id: number;
}
interface BatchTable {
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
interface VoucherTable {
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
export type VoucherPostingKind = 'issued' | 'redeemed' | 'lapsed' | 'void' | 'expired' | 'reopened';
interface VoucherPostingTable {
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
interface RedemptionTable {
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
}
interface RedemptionLineTable {
  redemption_id: number;
  line: number;
  item_id: number;
  quantity: number;
  price_fen: number | null;
  amount_fen: number | null;
}

export interface Schema {
  shop: ShopTable;
  signing_key: SigningKeyTable;
  staff: StaffTable;
  command: CommandTable;
  audit: AuditTable;
  number_series: NumberSeriesTable;
  import_row: ImportRowTable;
  backup: BackupTable;
  household: HouseholdTable;
  person: PersonTable;
  eligibility_event: EligibilityEventTable;
  item: ItemTable;
  item_barcode: ItemBarcodeTable;
  donor: DonorTable;
  donation: DonationTable;
  donation_line: DonationLineTable;
  paper_print: PaperPrintTable;
  lot: LotTable;
  stock_posting: StockPostingTable;
  cash_posting: CashPostingTable;
  batch: BatchTable;
  voucher: VoucherTable;
  voucher_posting: VoucherPostingTable;
  redemption: RedemptionTable;
  redemption_line: RedemptionLineTable;
}
