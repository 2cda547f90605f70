// The soft match of people (ruling 14): name, phone and address all equal and none empty. Only says that two may be one; a clerk
// decides, and a "not the same" is kept elsewhere. The hard match is the key of the identity paper.
import { addressKey } from './address-key.ts';
import { donorKey } from './donor-key.ts';
import { phoneKeys } from './phone.ts';

export interface SoftlyKnown {
  readonly name: string;
  /** As typed; may hold several numbers. */
  readonly phone: string;
  readonly address: string;
}

/** A person's name in any writing, as among donors: blanks, interpuncts, width and case say nothing. Empty: no letter in it. */
export const nameKey = (name: string): string => donorKey(name, 'person');

/**
 * One key for each telephone of a person; two people who share a key match softly. None when name, phone or address is empty:
 * an empty one is like every other and would make doubles of strangers.
 */
export function softMatchKeys({ name, phone, address }: SoftlyKnown): readonly string[] {
  const who = nameKey(name);
  const where = addressKey(address);
  if (who === '' || where === '') return [];
  return phoneKeys(phone).map((number) => [who, number, where].join('|'));
}
