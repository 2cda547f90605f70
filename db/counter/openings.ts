// Households opened at this window without a voucher in hand. A card holds for half an hour, a yes to a forgotten voucher for ten
// minutes and one redemption; a redemption that claims either and cannot show it is refused. Kept in the session, written nowhere.
import type { Context } from '../context.ts';
import { Refusal } from '../failures.ts';
import type { Entry } from '../schema.ts';

const holdsMs = { card: 30 * 60_000, 'looked-up': 10 * 60_000 } as const;
type Opened = keyof typeof holdsMs;

export const isOpening = (entry: Entry): entry is Opened => entry === 'card' || entry === 'looked-up';

/** Somebody else was served meanwhile: the yes to a forgotten voucher ends with it. */
export const servingNow = ({ session }: Context, householdId: number): void => {
  for (const [id, { entry }] of session.openings)
    if (id !== householdId && entry === 'looked-up') session.openings.delete(id);
};

export const rememberOpening = (
  context: Context,
  householdId: number,
  entry: Opened,
  approvedBy: number | null,
  heldId: number | null = null,
): void => {
  const { session, actor, now } = context;
  servingNow(context, householdId);
  const { staffId } = actor;
  session.openings.set(householdId, { entry, staffId, approvedBy, at: now, usedBy: null, heldId });
};

/** A yes goes aside with its basket: else it would do for another one now and for this one later. */
export const putAside = ({ session }: Context, householdId: number, heldId: number): void => {
  const opening = session.openings.get(householdId);
  if (opening?.entry === 'looked-up') session.openings.set(householdId, { ...opening, heldId });
};

/**
 * Who said yes to it; null where nobody had to. A redemption that failed in the world and is sent again may use what it used before.
 * Refusal: `lookup-not-approved` when it was not opened here, by whoever stands here, not long ago.
 */
export const approvalOf = (
  { session, actor, now, commandId }: Context,
  householdId: number,
  { entry, heldId }: { readonly entry: Entry; readonly heldId: number | null },
  withVouchers: boolean,
): number | null => {
  // A voucher that was scanned is in hand; without any, nothing but card or look-up says whose basket it is.
  if (!isOpening(entry)) {
    if (withVouchers) return null;
    throw new Refusal('lookup-not-approved');
  }
  const opening = session.openings.get(householdId);
  const stands =
    opening !== undefined &&
    opening.staffId === actor.staffId &&
    (opening.entry === entry || (entry === 'card' && opening.entry === 'looked-up')) &&
    (opening.heldId === null || opening.heldId === heldId) &&
    Date.parse(now) - Date.parse(opening.at) < holdsMs[opening.entry] &&
    (opening.usedBy === null || opening.entry === 'card' || opening.usedBy === commandId);
  if (!stands) throw new Refusal('lookup-not-approved');
  return opening.approvedBy;
};

/** One redemption for one yes. */
export const useOpening = ({ session, commandId }: Context, householdId: number): void => {
  const opening = session.openings.get(householdId);
  if (opening) session.openings.set(householdId, { ...opening, usedBy: commandId });
};
