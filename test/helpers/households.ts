// Households entered by hand as the form does it; every person is fictional.
import type { Input, Output } from '../../db/contract/index.ts';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import type { OpenShop } from './open-shop.ts';

type Entered = Input<'people.enter'>;
export type Newcomer = Entered['people'][number];

let last = 0;
/** On an address code that no resident card carries. */
export const idNumber = (birth = '19600115', sex: 'male' | 'female' = 'male'): string => {
  last += 1;
  const sequence = String((last * 2 + (sex === 'male' ? 1 : 0)) % 1000).padStart(3, '0');
  const first17 = `450201${birth}${sequence}`;
  return first17 + identityCheckCharacter(first17);
};

const names = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';
export const nextName = (): string =>
  `覃${names.charAt(last % 20)}${names.charAt(Math.floor(last / 20) % 20)}`;

export const covered = (fromDay = '2025-01-01', category = 'urban-minimum-living') => ({ category, fromDay });

export const newcomer = (facts: Partial<Newcomer> = {}): Newcomer => ({
  documentNumber: idNumber(),
  name: nextName(),
  relation: '子',
  covers: [covered()],
  ...facts,
});

export const household = (facts: Partial<Entered> = {}): Entered => ({
  street: '城中街道',
  community: '桂中社区',
  day: '2026-05-04',
  reason: '新申请',
  people: [newcomer({ relation: '户主' })],
  ...facts,
});

export const enter = (shop: OpenShop, facts: Partial<Entered> = {}): Promise<Output<'people.enter'>> =>
  shop.call('people.enter', household(facts), { as: 'manager' });

export type File = Output<'people.household'>;
export const fileOf = (shop: OpenShop, householdId: number): Promise<File> =>
  shop.call('people.household', { householdId }, { as: 'manager' });

/** A family of so many, all covered since 2025; the first is the head. */
export const family = async (
  shop: OpenShop,
  size: number,
  facts: Partial<Entered> = {},
): Promise<{
  readonly householdId: number;
  readonly number: string;
  readonly members: readonly number[];
}> => {
  const people = Array.from({ length: size }, (_, at) => newcomer({ relation: at === 0 ? '户主' : '子' }));
  const entered = await enter(shop, { people, ...facts });
  const { people: listed } = await fileOf(shop, entered.householdId);
  return { ...entered, members: listed.map(({ id }) => id) };
};

/** Everybody but the head, said to be their child. */
export const childrenOf = (members: readonly number[], headId: number) =>
  members.filter((id) => id !== headId).map((personId) => ({ personId, relation: '子' }));

/** Covered people of a household on a day, by its covers alone. */
export const coveredOn = (file: File, on: string): number =>
  new Set(
    file.covers
      .filter(({ fromDay, toDay }) => (fromDay ?? '') <= on && (toDay === null || toDay > on))
      .map(({ personId }) => personId),
  ).size;
