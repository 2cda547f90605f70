// Says on leaving the field what the books would refuse; the books check again, and they alone know the common ones.
import type { RefusalCode } from '../../db/contract/errors.ts';

export const passwordMistake = (password: string): RefusalCode | null => {
  if (Array.from(password).length < 8) return 'password-too-short';
  return /\p{L}/u.test(password) && /\p{Nd}/u.test(password) ? null : 'password-needs-letter-and-digit';
};
