// What tests of donors share: a body that does not exist, and its gifts.
import { creditCodeCheckCharacter, organisationCheckCharacter } from '../../db/domain/credit-code.ts';
import type { OpenShop } from './open-shop.ts';
import { seedGift, type SeedGift } from './seed.ts';

/** A code with both check characters right. */
export const creditCode = (at: number): string => {
  const first8 = `MA5KX${String(at).padStart(3, '0')}`;
  const first17 = `91450202${first8}${organisationCheckCharacter(first8)}`;
  return first17 + creditCodeCheckCharacter(first17);
};

export const company = { name: '柳州市某某被服有限公司', kind: 'company' as const, phone: '0772-1234567' };

/** Gifts of ten of `itemId` worth ¥500.00, of the company unless said otherwise. */
export const giver =
  (shop: OpenShop, itemId: number) =>
  (more: SeedGift['more'] = {}, rest: Partial<SeedGift> = {}): Promise<number> =>
    seedGift(shop, { itemId, quantity: 10, valueFen: 50_000, ...rest, more: { donor: company, ...more } });
