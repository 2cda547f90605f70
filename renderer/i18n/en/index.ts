// All English words, one namespace an area.
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { common } from './common.ts';
import { counter } from './counter.ts';
import { donations } from './donations.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { goods } from './goods.ts';
import { home } from './home.ts';
import { importing } from './importing.ts';
import { people } from './people.ts';
import { reports } from './reports.ts';
import { shop } from './shop.ts';
import { staff } from './staff.ts';
import { vouchers } from './vouchers.ts';
import type { SameKeys } from '../same-keys.ts';
import type { zh } from '../zh-CN/index.ts';

export const en = {
  audit,
  backup,
  common,
  counter,
  donations,
  errors,
  frame,
  goods,
  home,
  importing,
  people,
  reports,
  shop,
  staff,
  vouchers,
} satisfies SameKeys<typeof zh>;
