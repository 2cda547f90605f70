// Whom a public list may name (domain.md §6, ruling 28). Everybody else stands there as a count only. How a name is then written
// is the matter of mask.ts.
import { isMinorOn, type Day } from './business-day.ts';

export interface PersonForList {
  /** Null: not known. */
  readonly birthDay: Day | null;
  /** In 孤儿, 事实无人抚养儿童 or 困境儿童 now, or listed under such a category: at any age. */
  readonly minorProtected: boolean;
  /** Somebody of the household withdrew the consent to be published (PIPL art. 15). */
  readonly withdrawn: boolean;
}

/**
 * False for persons under 18 (the 18th birthday still counts as under), for those in protected categories at any age, where
 * no day of birth is known (it may be a child), and after a withdrawn consent. `day` is the day the list is posted.
 */
export function mayBeNamedInPublic(
  { birthDay, minorProtected, withdrawn }: PersonForList,
  day: Day,
): boolean {
  return !minorProtected && !withdrawn && birthDay !== null && !isMinorOn(birthDay, day);
}
