// What every paper carries whatever its kind: whose it is, when and by whom it was printed.
import type { Context } from '../context.ts';
import { paperShop, readShop } from './shop.ts';

export const paperFrame = async ({ tx, now, actor }: Pick<Context, 'tx' | 'now' | 'actor'>) => {
  const shop = await readShop(tx);
  return { shop: paperShop(shop), practice: shop.practice, printedAt: now, operator: actor.name };
};
