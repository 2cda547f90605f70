// Tables of db/migrations/0001/people.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export interface HouseholdTable {
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
export interface PersonTable {
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
export interface EligibilityEventTable {
  id: Generated<number>;
  household_id: number;
  kind: 'start' | 'end';
  day: string;
  reason: string;
  staff_id: number;
  at: string;
}
