// The name in the soft match of people (ruling 14): name, phone and address all equal and none empty. Telephones and doors have keys of
// their own (phone.ts, address-key.ts). The hard match is the key of the identity paper.
import { donorKey } from './donor-key.ts';

/** A person's name in any writing, as among donors: blanks, interpuncts, width and case say nothing. Empty: no letter in it. */
export const nameKey = (name: string): string => donorKey(name, 'person');
