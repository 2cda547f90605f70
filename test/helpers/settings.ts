// A shop under other settings than it begins with.
import type { Settings } from '../../db/shop/shop.ts';
import type { OpenShop } from './open-shop.ts';

export type { Settings };

/** The others stay as they are. */
export const changeSettings = async (shop: OpenShop, changes: Partial<Settings>): Promise<void> => {
  const as = { as: 'manager' } as const;
  const { settings, name, districtName, reportPhone } = await shop.call('shop.read', {}, as);
  const changed = { ...settings, ...changes };
  await shop.call('shop.change', { name, districtName, reportPhone, settings: changed }, as);
};
