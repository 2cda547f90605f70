// All English words, one namespace an area.
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { cards } from './cards.ts';
import { cash } from './cash.ts';
import { common } from './common.ts';
import { counter } from './counter.ts';
import { delivery } from './delivery.ts';
import { donations } from './donations.ts';
import { donors } from './donors.ts';
import { eligibility } from './eligibility.ts';
import { errors } from './errors.ts';
import { fairness } from './fairness.ts';
import { frame } from './frame.ts';
import { goods } from './goods.ts';
import { home } from './home.ts';
import { household } from './household.ts';
import { importing } from './importing.ts';
import { keys } from './keys.ts';
import { limits } from './limits.ts';
import { losses } from './losses.ts';
import { packages } from './packages.ts';
import { people } from './people.ts';
import { proxies } from './proxies.ts';
import { points } from './points.ts';
import { privacy } from './privacy.ts';
import { purchases } from './purchases.ts';
import { reports } from './reports.ts';
import { roster } from './roster.ts';
import { scanner } from './scanner.ts';
import { shift } from './shift.ts';
import { shop } from './shop.ts';
import { staff } from './staff.ts';
import { stock } from './stock.ts';
import { stocktake } from './stocktake.ts';
import { voucherLife } from './voucher-life.ts';
import { vouchers } from './vouchers.ts';
import type { SameKeys } from '../same-keys.ts';
import type { zh } from '../zh-CN/index.ts';

export const en = {
  audit,
  backup,
  cards,
  cash,
  common,
  counter,
  delivery,
  donations,
  donors,
  eligibility,
  errors,
  fairness,
  frame,
  goods,
  home,
  household,
  importing,
  keys,
  limits,
  losses,
  packages,
  people,
  proxies,
  points,
  privacy,
  purchases,
  reports,
  roster,
  scanner,
  shift,
  shop,
  staff,
  stock,
  stocktake,
  voucherLife,
  vouchers,
} satisfies SameKeys<typeof zh>;
