// The counter: scan, goods, redeem, slip, reverse.
import type { Handlers } from '../context.ts';
import { findGoods, goods } from './goods.ts';
import { redeem } from './redeem.ts';
import { reverse } from './reverse.ts';
import { scan } from './scan.ts';
import { slip, today } from './slip.ts';

export const counterHandlers: Handlers<'counter'> = {
  'counter.scan': scan,
  'counter.goods': goods,
  'counter.findGoods': findGoods,
  'counter.redeem': redeem,
  'counter.printSlip': slip,
  'counter.reverse': reverse,
  'counter.today': today,
};
