// The sections of a place that is too large for one list: their order is their key (Ctrl+1 … Ctrl+9, Ctrl+0), whoever looks.
// Ctrl with a digit is free everywhere: Alt+Shift and Ctrl+Shift switch the keyboard on a Chinese Windows.
import type { Permission } from '../../db/contract/permissions.ts';
import type { frame } from '../i18n/zh-CN/frame.ts';
import { keep, keptValue } from '../ui/use-kept.ts';

export interface Section {
  readonly name: keyof typeof frame.sections;
  /** Under the place; '' is the list one sees first. */
  readonly path: string;
  readonly needs: Permission;
}
export type SectionedPlace = 'vouchers' | 'goods' | 'donations' | 'people';

export const sections: Readonly<Record<SectionedPlace, readonly Section[]>> = {
  vouchers: [
    { name: 'batches', path: '', needs: 'vouchers.view' },
    { name: 'packages', path: 'packages', needs: 'vouchers.view' },
    { name: 'limits', path: 'limits', needs: 'vouchers.view' },
    { name: 'outstanding', path: 'outstanding', needs: 'vouchers.view' },
    { name: 'cards', path: 'cards', needs: 'people.view' },
    { name: 'deliveries', path: 'deliveries', needs: 'counter.redeem' },
    { name: 'shifts', path: 'shifts', needs: 'vouchers.view' },
    { name: 'points', path: 'points', needs: 'signed-in' },
  ],
  goods: [
    { name: 'catalogue', path: '', needs: 'goods.view' },
    { name: 'lots', path: 'lots', needs: 'goods.view' },
    { name: 'transfers', path: 'transfers', needs: 'goods.view' },
    { name: 'stocktake', path: 'stocktake', needs: 'stock.count' },
    { name: 'losses', path: 'losses', needs: 'goods.view' },
    { name: 'purchases', path: 'purchases', needs: 'purchases.view' },
    { name: 'card', path: 'card', needs: 'goods.view' },
    { name: 'labels', path: 'labels', needs: 'goods.view' },
    { name: 'rules', path: 'rules', needs: 'goods.view' },
    { name: 'places', path: 'places', needs: 'goods.view' },
  ],
  donations: [
    { name: 'gifts', path: '', needs: 'donations.view' },
    { name: 'donors', path: 'donors', needs: 'donations.view' },
    { name: 'register', path: 'register', needs: 'donations.view' },
    { name: 'cash', path: 'cash', needs: 'cash.view' },
  ],
  people: [
    { name: 'households', path: '', needs: 'people.view' },
    { name: 'reviews', path: 'reviews', needs: 'people.view' },
    { name: 'movement', path: 'movement', needs: 'people.view' },
    { name: 'categories', path: 'categories', needs: 'people.view' },
    { name: 'institutions', path: 'institutions', needs: 'people.view' },
    { name: 'checks', path: 'checks', needs: 'fairness.view' },
    { name: 'relatives', path: 'relatives', needs: 'fairness.view' },
    { name: 'complaints', path: 'complaints', needs: 'fairness.view' },
    { name: 'lens', path: 'lens', needs: 'fairness.view' },
    { name: 'privacy', path: 'privacy', needs: 'people.export' },
  ],
};

/** The digit of the key beside Ctrl. */
export const digitOf = (at: number): string => String((at + 1) % 10);

/** The section an address below the place belongs to: `lots/5` to lots, `12` and `add` to the first list. */
export const sectionAt = (place: SectionedPlace, below: string): Section | undefined => {
  const [first = ''] = below.replace(/^\//, '').split('/');
  return sections[place].find(({ path }) => path === first) ?? sections[place][0];
};

const nameOf = (place: string): string => `section.${place}`;

/** Where one was last in a place: that is where the main menu leads back to. */
export const rememberSection = (place: SectionedPlace, path: string): void => keep(nameOf(place), path);

/** `/goods` -> `/goods/lots` when one was there before. */
export const lastOf = (placeName: string, placePath: string): string => {
  const path = keptValue(nameOf(placeName));
  return typeof path === 'string' && path !== '' ? `${placePath}/${path}` : placePath;
};
