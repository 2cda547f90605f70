// Tables of db/migrations/0001/people.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export interface CategoryTable {
  code: string;
  position: number;
  rank: number;
  institutional: Flag;
  minor_protected: Flag;
  review_months: number;
  grace_months: number;
  from_day: string | null;
  to_day: string | null;
}
export interface CategoryNameTable {
  code: string;
  from_day: string;
  name: string;
}
export interface RosterRunTable {
  id: Generated<number>;
  sha256: string;
  rows: number;
  published_at: string | null;
  staff_id: number;
  at: string;
}
export interface ImportLayoutTable {
  kind: string;
  fingerprint: string;
  mapping: string;
  at: string;
}
export interface HouseholdTable {
  id: Generated<number>;
  number: string;
  head_name: string;
  id_tail: string;
  street: string;
  community: string;
  division_code: Generated<string>;
  address: string;
  phone: string;
  phone_key: Generated<string>;
  address_key: Generated<string>;
  category: string;
  members: number;
  family: Generated<number>;
  start_day: string | null;
  end_day: string | null;
  end_reason: Generated<string>;
  grace_to_day: string | null;
  next_review_day: string | null;
  stopped: Generated<'' | 'check-misfits'>;
  institution_id: number | null;
  merged_into: number | null;
  run_id: number | null;
  erased_at: string | null;
  created_at: string;
}
export interface HouseholdPhoneTable {
  household_id: number;
  phone_key: string;
  address_key: string;
  number: string;
}
export type DocumentKind =
  'identity' | 'residence-permit' | 'household-book' | 'birth-certificate' | 'passport' | 'other' | 'none';
export type LeftWhy = 'died' | 'moved-out' | 'married-out' | 'other';
export interface PersonTable {
  id: Generated<number>;
  household_id: number;
  name: string;
  document_kind: Generated<DocumentKind>;
  id_number: string | null;
  document_number: Generated<string>;
  document_key: string | null;
  document_checked_by: number | null;
  sex: 'male' | 'female' | null;
  birth_day: string | null;
  relation: string;
  is_head: Flag;
  care: Generated<string>;
  flags: Generated<string>;
  certificate: Generated<string>;
  disability: Generated<string>;
  left_day: string | null;
  left_why: Generated<'' | LeftWhy>;
  created_at: string;
}
export interface NameWordTable {
  word: string;
  name: string;
}
export interface NameBearerTable {
  name: string;
  household_id: number;
}
export interface DoorTable {
  address_key: string;
  household_id: number;
}
export interface CoverTable {
  id: Generated<number>;
  person_id: number;
  household_id: number;
  category: string;
  street: string;
  community: string;
  from_day: string | null;
  to_day: string | null;
  document: Generated<string>;
  reason: Generated<string>;
  end_reason: Generated<string>;
  created_at: string;
}
export type HouseholdEventKind =
  | 'entered'
  | 'corrected'
  | 'joined'
  | 'left'
  | 'head'
  | 'moved'
  | 'split'
  | 'merged'
  | 'began'
  | 'changed'
  | 'ended'
  | 'renewed'
  | 'stopped'
  | 'decided'
  | 'erased';
export interface HouseholdEventTable {
  id: Generated<number>;
  household_id: number;
  person_id: number | null;
  kind: HouseholdEventKind;
  day: string;
  reason: string;
  document: Generated<string>;
  changes: Generated<string>;
  staff_id: number;
  at: string;
}
export interface NotSameTable {
  person_a: number;
  person_b: number;
  reason: string;
  staff_id: number;
  at: string;
}
export interface ConsentTable {
  id: Generated<number>;
  household_id: number;
  person_id: number;
  kind: 'notice' | 'consent' | 'sensitive' | 'publication';
  way: 'signed' | 'spoken' | 'message';
  guardian: Generated<string>;
  guardian_relation: Generated<string>;
  document: Generated<string>;
  day: string;
  withdrawn_day: string | null;
  staff_id: number;
  at: string;
}
export interface ErasureTable {
  id: Generated<number>;
  household_id: number;
  people: number;
  reason: string;
  staff_id: number;
  at: string;
}
