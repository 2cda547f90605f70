// The contract: every act of the program as data. Handlers, client, caches, permissions and docs all follow from it.
import type { z } from 'zod';
import type { Act } from './act.ts';
import { batchActs } from './batches.ts';
import { cardActs } from './cards.ts';
import { cashActs } from './cash.ts';
import { counterActs } from './counter.ts';
import { deliveryActs } from './delivery.ts';
import { donationActs } from './donations.ts';
import { donorActs } from './donors.ts';
import { eligibilityActs } from './eligibility.ts';
import { fairnessActs } from './fairness.ts';
import { goodsActs } from './goods.ts';
import { householdActs } from './household-acts.ts';
import { householdFileActs } from './household-file.ts';
import { auditActs, backupActs } from './keeping.ts';
import { keyActs } from './keys.ts';
import { limitActs } from './limits.ts';
import { lossActs } from './losses.ts';
import { packageActs } from './packages.ts';
import { peopleActs } from './people.ts';
import { pointsActs } from './points.ts';
import { privacyActs } from './privacy.ts';
import { proxyActs } from './proxies.ts';
import { purchaseActs } from './purchases.ts';
import { reportActs } from './reports.ts';
import { samePersonActs } from './same-person.ts';
import { shiftActs } from './shift.ts';
import { shopActs } from './shop.ts';
import { staffActs } from './staff.ts';
import { stockActs } from './stock.ts';
import { stocktakeActs } from './stocktake.ts';
import { voucherLifeActs } from './voucher-life.ts';
import { voucherActs } from './vouchers.ts';
import type { Paper } from './common.ts';

export const contract = {
  ...shopActs,
  ...staffActs,
  ...goodsActs,
  ...stockActs,
  ...lossActs,
  ...stocktakeActs,
  ...donorActs,
  ...donationActs,
  ...purchaseActs,
  ...cashActs,
  ...peopleActs,
  ...householdActs,
  ...samePersonActs,
  ...householdFileActs,
  ...eligibilityActs,
  ...fairnessActs,
  ...proxyActs,
  ...privacyActs,
  ...packageActs,
  ...batchActs,
  ...voucherActs,
  ...voucherLifeActs,
  ...cardActs,
  ...keyActs,
  ...counterActs,
  ...limitActs,
  ...pointsActs,
  ...shiftActs,
  ...deliveryActs,
  ...reportActs,
  ...auditActs,
  ...backupActs,
} as const satisfies Readonly<Record<string, Act>>;

export type Contract = typeof contract;
export type ActName = keyof Contract;
/** What a caller may send (defaults may be left out). */
export type Input<A extends ActName> = z.input<Contract[A]['input']>;
/** What a handler receives. */
export type ParsedInput<A extends ActName> = z.output<Contract[A]['input']>;
/** What the caller gets; acts of kind `document` answer with the finished paper. */
export type Output<A extends ActName> = Contract[A]['kind'] extends 'document'
  ? Paper
  : z.output<Contract[A]['output']>;
export type QueryName = { [A in ActName]: Contract[A]['kind'] extends 'query' ? A : never }[ActName];
export type CommandName = Exclude<ActName, QueryName>;
export type DocumentName = { [A in ActName]: Contract[A]['kind'] extends 'document' ? A : never }[ActName];

export const isActName = (name: string): name is ActName => Object.hasOwn(contract, name);
