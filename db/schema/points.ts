// Tables of db/migrations/0001/points.sql.ts as types.
import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

export interface VolunteerTable {
  id: Generated<number>;
  number: string;
  name: string;
  phone: Generated<string>;
  staff_id: number | null;
  active: Generated<Flag>;
  balance: Generated<number>;
  rest: Generated<number>;
  at: string;
}
export interface PointExchangeTable {
  id: Generated<number>;
  number: string;
  volunteer_id: number;
  points: number;
  goods_fen: number;
  business_day: string;
  at: string;
  terminal: string;
  reverses: number | null;
  reason: Generated<string>;
  staff_id: number;
}
export interface PointExchangeLineTable {
  exchange_id: number;
  line: number;
  item_id: number;
  quantity: number;
  points: number;
}
export interface PointPostingTable {
  id: Generated<number>;
  volunteer_id: number;
  kind: 'earned' | 'exchanged';
  minutes: Generated<number>;
  points: number;
  rate: number;
  service_day: string | null;
  exchange_id: number | null;
  about: Generated<string>;
  business_day: string;
  at: string;
  reverses: number | null;
  staff_id: number;
}
