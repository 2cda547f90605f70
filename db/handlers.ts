// All handlers; an act without one does not compile.
import { auditHandlers } from './audit/handlers.ts';
import { backupHandlers } from './backup/handlers.ts';
import type { ActName } from './contract/index.ts';
import type { Handler } from './context.ts';
import { cardHandlers } from './cards/handlers.ts';
import { cashHandlers } from './cash/handlers.ts';
import { counterHandlers } from './counter/handlers.ts';
import { deliveryHandlers } from './delivery/handlers.ts';
import { donationHandlers } from './donations/handlers.ts';
import { donorHandlers } from './donors/handlers.ts';
import { eligibilityHandlers } from './eligibility/handlers.ts';
import { fairnessHandlers } from './fairness/handlers.ts';
import { goodsHandlers } from './goods/handlers.ts';
import { keyHandlers } from './keys/handlers.ts';
import { limitHandlers } from './limits/handlers.ts';
import { pointsHandlers } from './points/handlers.ts';
import { lossHandlers } from './losses/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { privacyHandlers } from './privacy/handlers.ts';
import { proxyHandlers } from './proxies/handlers.ts';
import { purchaseHandlers } from './purchases/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { shiftHandlers } from './shift/handlers.ts';
import { shopHandlers } from './shop/handlers.ts';
import { staffHandlers } from './staff/handlers.ts';
import { stockHandlers } from './stock/handlers.ts';
import { stocktakeHandlers } from './stocktake/handlers.ts';
import { packageHandlers } from './vouchers/packages.ts';
import { voucherHandlers } from './vouchers/handlers.ts';

export const handlers: { readonly [A in ActName]: Handler<A> } = {
  ...shopHandlers,
  ...staffHandlers,
  ...goodsHandlers,
  ...stockHandlers,
  ...lossHandlers,
  ...stocktakeHandlers,
  ...donorHandlers,
  ...donationHandlers,
  ...purchaseHandlers,
  ...cashHandlers,
  ...peopleHandlers,
  ...eligibilityHandlers,
  ...fairnessHandlers,
  ...proxyHandlers,
  ...privacyHandlers,
  ...packageHandlers,
  ...voucherHandlers,
  ...cardHandlers,
  ...keyHandlers,
  ...counterHandlers,
  ...limitHandlers,
  ...pointsHandlers,
  ...shiftHandlers,
  ...deliveryHandlers,
  ...reportHandlers,
  ...auditHandlers,
  ...backupHandlers,
};
