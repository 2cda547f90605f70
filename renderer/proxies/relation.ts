// Who somebody is to the holder: the words a volunteer chooses from, and which of them are relatives (outside the monthly limit).
import type { TFunction } from 'i18next';

export const relations = [
  'child',
  'spouse',
  'parent',
  'sibling',
  'grandchild',
  'inLaw',
  'kin',
  'neighbour',
  'friend',
  'cadre',
  'carer',
  'volunteer',
  'other',
] as const;
export type Relation = (typeof relations)[number];

const kin: ReadonlySet<Relation> = new Set([
  'child',
  'spouse',
  'parent',
  'sibling',
  'grandchild',
  'inLaw',
  'kin',
]);

export interface RelationValues {
  readonly relation: Relation;
  /** In words, where none of the list fits. */
  readonly otherRelation: string;
  readonly related: 'yes' | 'no';
}
export const firstRelation: RelationValues = { relation: 'neighbour', otherRelation: '', related: 'no' };

/** As it is written down: the word, and whether it is a relative. */
export const relationOf = (
  t: TFunction<'proxies'>,
  { relation, otherRelation, related }: RelationValues,
): { readonly relation: string; readonly related: boolean } =>
  relation === 'other'
    ? { relation: otherRelation.trim(), related: related === 'yes' }
    : { relation: t(`relations.${relation}`), related: kin.has(relation) };
