// Tables of db/migrations/0001/shop.sql.ts as types.
import type { Generated } from 'kysely';
import type { Role } from '../contract/permissions.ts';
import type { Flag } from './flag.ts';

export interface ShopTable {
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
export interface SigningKeyTable {
  key_id: number;
  public_key: Uint8Array;
  private_key: Uint8Array | null;
  created_at: string;
  year: number;
  revoked_at: string | null;
  revoke_reason: Generated<string>;
}
export interface StaffTable {
  id: Generated<number>;
  login: string;
  name: string;
  role: Role;
  password: string;
  active: Generated<Flag>;
  failures: Generated<number>;
  blocked_until_at: string | null;
  created_at: string;
  phone: Generated<string>;
  phone_key: Generated<string>;
  address: Generated<string>;
  address_key: Generated<string>;
}
export interface CommandTable {
  id: string;
  act: string;
  input_hash: string;
  result: string;
  at: string;
  staff_id: number | null;
}
export interface AuditTable {
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
export interface NumberSeriesTable {
  series: string;
  year: number;
  last: number;
}
export interface ImportRowTable {
  kind: string;
  row_key: string;
  at: string;
}
export interface BackupTable {
  id: Generated<number>;
  file_name: string;
  bytes: number;
  sha256: string;
  audit_seq: number;
  audit_head: string;
  at: string;
}
export interface PaperPrintTable {
  id: Generated<number>;
  kind: string;
  document_id: number;
  command_id: string | null;
  staff_id: number;
  at: string;
}
export interface MonthCloseTable {
  month: string;
  staff_id: number;
  at: string;
}
