// The counter: scan, goods, redeem (for the household, for a proxy, for an institution), slip, reverse.
import type { Handlers } from '../context.ts';
import { redemption } from './back-shown.ts';
import { findGoods, goods } from './goods.ts';
import { dropHeld, held, hold, recall } from './hold.ts';
import { printInstitution } from './institution-paper.ts';
import { collectForInstitution, institution, institutions } from './institution.ts';
import { findHolder, openForgotten } from './lookup.ts';
import { proxies } from './proxy.ts';
import { redeem } from './redeem.ts';
import { reverse, reverseInstitution } from './reverse.ts';
import { scan } from './scan.ts';
import { printReversal } from './reversal-slip.ts';
import { sign } from './sign.ts';
import { slip, today } from './slip.ts';

export const counterHandlers: Handlers<'counter'> = {
  'counter.scan': scan,
  'counter.goods': goods,
  'counter.findGoods': findGoods,
  'counter.proxies': proxies,
  'counter.redeem': redeem,
  'counter.printSlip': slip,
  'counter.printReversal': printReversal,
  'counter.sign': sign,
  'counter.reverse': reverse,
  'counter.today': today,
  'counter.redemption': redemption,
  'counter.findHolder': findHolder,
  'counter.openForgotten': openForgotten,
  'counter.hold': hold,
  'counter.held': (context) => held(context),
  'counter.recall': recall,
  'counter.dropHeld': dropHeld,
  'counter.institutions': institutions,
  'counter.institution': institution,
  'counter.collectForInstitution': collectForInstitution,
  'counter.reverseInstitution': reverseInstitution,
  'counter.printInstitution': printInstitution,
};
