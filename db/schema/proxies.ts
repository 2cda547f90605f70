// Tables of db/migrations/0001/proxies.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export type ProxyDocumentKind =
  'identity' | 'residence-permit' | 'household-book' | 'passport' | 'work-card' | 'other';

export interface InstitutionTable {
  id: Generated<number>;
  name: string;
  address: Generated<string>;
  contact: Generated<string>;
  phone: Generated<string>;
  active: Generated<Flag>;
  created_at: string;
}
export interface ProxyTable {
  id: Generated<number>;
  household_id: number;
  name: string;
  document_kind: ProxyDocumentKind;
  document_number: string;
  document_key: string;
  phone: Generated<string>;
  phone_key: Generated<string>;
  relation: string;
  related: Flag;
  document: Generated<string>;
  from_day: string;
  to_day: string;
  ended_day: string | null;
  end_reason: Generated<string>;
  staff_id: number;
  at: string;
}
export interface PickupTable {
  redemption_id: number;
  household_id: number;
  proxy_id: number | null;
  name: string;
  document_kind: ProxyDocumentKind;
  document_key: string;
  relation: string;
  related: Flag;
  reason: Generated<string>;
  approved_by: number | null;
  business_day: string;
}
export interface InstitutionPickupTable {
  id: Generated<number>;
  number: string;
  institution_id: number;
  collected_by: string;
  document_tail: string;
  residents: number;
  business_day: string;
  at: string;
  staff_id: number;
}
