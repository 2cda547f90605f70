// What the home screen names as needing attention, most urgent first; only what the role can do something about.
import type { Output } from '../../db/contract/index.ts';
import type { Permission } from '../../db/contract/permissions.ts';

export type AttentionName =
  | 'backupNever'
  | 'backupOld'
  | 'lotsExpired'
  | 'lotsHeld'
  | 'lossesWaiting'
  | 'stocktakesWaiting'
  | 'lotsEndingSoon'
  | 'reviewsOverdue'
  | 'misfitsWaiting'
  | 'complaintsOpen'
  | 'deliveriesOut'
  | 'vouchersEndingSoon';
export interface Attention {
  readonly name: AttentionName;
  readonly count: number;
  /** Where something can be done about it; null: on the home screen itself. */
  readonly to: string | null;
}
const places: Readonly<Record<AttentionName, string | null>> = {
  backupNever: null,
  backupOld: null,
  lotsExpired: '/goods/lots?show=expired',
  lotsHeld: '/goods/lots?show=held',
  lossesWaiting: '/goods/losses',
  stocktakesWaiting: '/goods/stocktake',
  lotsEndingSoon: '/goods/lots?show=ending',
  reviewsOverdue: '/people',
  misfitsWaiting: '/people/checks',
  complaintsOpen: '/people/complaints',
  deliveriesOut: '/vouchers/deliveries',
  vouchersEndingSoon: '/vouchers',
};
const backupOldMs = 24 * 3_600_000;

export const attentionOf = (
  today: Output<'shop.today'>,
  now: string,
  may: (verb: Permission) => boolean,
): readonly Attention[] => {
  const list: Attention[] = [];
  const add = (name: AttentionName, needs: Permission, count: number): void => {
    if (count > 0 && may(needs)) list.push({ name, count, to: places[name] });
  };
  add('backupNever', 'backup.make', today.lastBackupAt === null ? 1 : 0);
  add(
    'backupOld',
    'backup.make',
    today.lastBackupAt !== null && Date.parse(now) - Date.parse(today.lastBackupAt) > backupOldMs ? 1 : 0,
  );
  add('lotsExpired', 'goods.view', today.lotsExpired);
  add('lossesWaiting', 'stock.approve', today.lossesWaiting);
  add('stocktakesWaiting', 'stock.approve', today.stocktakesWaiting);
  add('misfitsWaiting', 'fairness.manage', today.misfitsWaiting);
  add('complaintsOpen', 'fairness.manage', today.complaintsOpen);
  add('deliveriesOut', 'counter.redeem', today.deliveriesOut);
  add('lotsHeld', 'stock.move', today.lotsHeld);
  add('lotsEndingSoon', 'goods.view', today.lotsEndingSoon);
  add('reviewsOverdue', 'people.view', today.reviewsOverdue);
  add('vouchersEndingSoon', 'vouchers.view', today.vouchersEndingSoon);
  return list;
};
