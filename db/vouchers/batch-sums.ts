// Totals of who receives what: by category, by community, altogether. Pure sums over grants.
import type { Categories } from '../categories.ts';
import type { Grant } from './receivers.ts';

export interface Sums {
  readonly households: number;
  readonly people: number;
  readonly vouchers: number;
  readonly faceFen: number;
  readonly facePoints: number;
}
export type Summed = Pick<
  Grant,
  'householdId' | 'category' | 'community' | 'members' | 'pieces' | 'faceFen' | 'facePoints'
>;

/** Households and their people once each, however many vouchers they receive. */
export const sumsOf = (grants: readonly Summed[]): Sums => {
  const households = new Map(grants.map(({ householdId, members }) => [householdId, members]));
  return {
    households: households.size,
    people: total([...households.values()], (members) => members),
    vouchers: total(grants, ({ pieces }) => pieces),
    faceFen: total(grants, ({ pieces, faceFen }) => pieces * faceFen),
    facePoints: total(grants, ({ pieces, facePoints }) => pieces * facePoints),
  };
};

const total = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

/** In the order of the categories given, also those nobody receives under. */
export const byCategoryOf = (grants: readonly Summed[], codes: readonly string[], { nameOf }: Categories) => {
  const groups = groupsOf(grants, ({ category }) => category);
  return codes.map((code) => ({ code, category: nameOf(code), ...sumsOf(groups.get(code) ?? []) }));
};

export const byCommunityOf = (grants: readonly Summed[]) =>
  [...groupsOf(grants, ({ community }) => community)].map(([community, of]) => ({
    community,
    ...sumsOf(of),
  }));

const groupsOf = <T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const of = groups.get(key(one));
    if (of) of.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};
