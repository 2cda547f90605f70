// Tables of db/migrations/0001/fairness.sql.ts as types.
import type { Generated } from 'kysely';

export interface KinshipTable {
  id: Generated<number>;
  staff_id: number;
  household_id: number;
  relation: string;
  document: Generated<string>;
  from_day: string;
  to_day: string | null;
  end_reason: Generated<string>;
  filed_by: number;
  at: string;
}
export interface SpotCheckTable {
  id: Generated<number>;
  number: string;
  title: string;
  basis_points: number;
  category: Generated<string>;
  community: Generated<string>;
  seed: string;
  population: number;
  drawn: number;
  business_day: string;
  closed_at: string | null;
  closed_by: number | null;
  staff_id: number;
  at: string;
}
export type CheckResult = 'fits' | 'misfits' | 'not-seen';
export interface SpotCheckLineTable {
  spot_check_id: number;
  position: number;
  household_id: number;
  why: 'drawn' | 'relative';
  result: CheckResult | null;
  note: Generated<string>;
  visited_day: string | null;
  visitors: Generated<string>;
  staff_id: number | null;
  at: string | null;
}
export interface CheckDecisionTable {
  id: Generated<number>;
  spot_check_id: number;
  household_id: number;
  outcome: 'stays' | 'ends';
  reason: string;
  business_day: string;
  staff_id: number;
  at: string;
}
export interface ComplaintTable {
  id: Generated<number>;
  number: string;
  business_day: string;
  way: 'phone' | 'box' | 'letter' | 'visit' | 'online' | 'other';
  matter: string;
  household_id: number | null;
  about_staff_id: number | null;
  reporter: Generated<string>;
  reporter_phone: Generated<string>;
  staff_id: number;
  at: string;
}
export interface ComplaintStepTable {
  id: Generated<number>;
  complaint_id: number;
  words: string;
  business_day: string;
  staff_id: number;
  at: string;
}
export interface ComplaintEndTable {
  complaint_id: number;
  outcome: 'confirmed' | 'partly' | 'unfounded' | 'referred';
  finding: string;
  measures: Generated<string>;
  business_day: string;
  staff_id: number;
  at: string;
}
export interface LensSeenTable {
  kind: string;
  subject: string;
  reason: string;
  staff_id: number;
  at: string;
}
