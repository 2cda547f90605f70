// Who collects and where the goods go, as a held basket (挂单) keeps them. What a proxy showed stays in the books: the till gets the name
// masked, and says `held` when it means the one that is written there. Reads only.
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { addressFor } from '../delivery/book.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal } from '../failures.ts';
import { heldContent, type HeldContent } from './held-shown.ts';
import type { Holder } from './holder.ts';
import { proxyAtTill } from './proxy.ts';

type Recalled = Output<'counter.recall'>;

/** As it was typed or picked. Refusal: `held-gone` when the held basket that names it waits no longer. */
export const proxyMeant = async (
  tx: Tx,
  { proxy, heldId }: Pick<ParsedInput<'counter.hold'>, 'proxy' | 'heldId'>,
): Promise<HeldContent['proxy']> => {
  if (proxy?.kind !== 'held') return proxy;
  const row = await tx
    .selectFrom('held_basket')
    .select('content')
    .where('id', '=', heldId ?? 0)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const held = row && contentOf(row).proxy;
  if (!held) throw new Refusal('held-gone');
  return held;
};

export const contentOf = ({ content }: { readonly content: string }): HeldContent =>
  heldContent.parse(JSON.parse(content));

/** Looked at again: a proxy or an address that no longer will do is left out, and `reasons` says why. */
export const choicesAgain = async (
  context: Context,
  holder: Holder,
  { proxy, delivery }: HeldContent,
): Promise<Pick<Recalled, 'proxy' | 'delivery' | 'reasons'>> => {
  const collects = proxy ? await orReason(() => proxyAtTill(context, holder, proxy)) : null;
  const address = delivery ? await orReason(() => addressFor(context, holder.household_id, delivery)) : null;
  const named = collects && 'found' in collects ? collects.found : null;
  return {
    proxy: named && { name: maskName(named.name), relation: named.relation, related: named.related },
    delivery: address && 'found' in address ? delivery : null,
    reasons: [collects, address].flatMap((asked) => (asked && 'reason' in asked ? [asked.reason] : [])),
  };
};

type Asked<T> = { readonly found: T } | { readonly reason: Recalled['reasons'][number] };
const orReason = async <T>(ask: () => Promise<T>): Promise<Asked<T>> => {
  try {
    return { found: await ask() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: { code: error.code, params: { ...error.params } } };
  }
};
