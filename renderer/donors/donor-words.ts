// What the screens of donors share: kinds in their order, the address of 匿名.
import type { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../db/contract/index.ts';

export type Words = ReturnType<typeof useTranslation<'donors'>>['t'];
export type Donor = Output<'donors.read'>;
export type DonorKind = Donor['kind'];
export type NamedKind = Input<'donors.add'>['kind'];
export const namedKinds: readonly NamedKind[] = ['person', 'company', 'organisation', 'school'];

/** In the place of an id: all anonymous gifts together have none. */
export const ANONYMOUS_PATH = 'anonymous';
/** From the address; null: 匿名. */
export const donorIdIn = (text: string | undefined): number | null =>
  text === ANONYMOUS_PATH ? null : Number(text);
