// The limits of a basket at the till (限领): what speaks against it, said with everything else that does, and who answered for more.
import type { Context } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import { overLimits, reasonOf, type Leaving, type Over } from '../limits/check.ts';
import type { Line } from './basket.ts';
import type { Holder } from './holder.ts';
import type { Proxy } from './proxy.ts';

interface Whose {
  /** Who collects; a relative is the household itself. */
  readonly proxy: Pick<Proxy, 'alike' | 'related'> | null;
  readonly pickupId: number | null;
  /** Somebody is about to answer for more: nothing is refused. */
  readonly answered: boolean;
}
type Judge = (lines: readonly Line[], free: boolean) => Promise<readonly Reason[]>;

/** `judge` is asked once with the goods; `overs` then says which rules they go beyond. */
export const limitsAtTill = (
  context: Context,
  holder: Holder,
  { proxy, pickupId, answered }: Whose,
): { readonly judge: Judge; readonly overs: () => readonly Over[] } => {
  let overs: readonly Over[] = [];
  return {
    overs: () => overs,
    judge: async (lines, free) => {
      const collecting = {
        householdId: holder.household_id,
        category: holder.household_category,
        proxyKeys: proxy && !proxy.related ? proxy.alike : null,
        pickupId,
      };
      overs = await overLimits(
        context,
        collecting,
        lines.map((line) => leavingOf(line, free)),
      );
      return answered ? [] : overs.map(reasonOf);
    },
  };
};

/** More than a rule allows was asked for with a reason, and somebody said yes to it: their password is checked later. */
export const isAnswered = ({
  overrides,
  approval,
}: Pick<ParsedInput<'counter.redeem'>, 'overrides' | 'approval'>): boolean =>
  overrides !== null && approval !== null;

const leavingOf = ({ item, quantity, amountFen, points }: Line, free: boolean): Leaving => ({
  itemId: item.id,
  sort: item.sort,
  quantity,
  unitScale: item.unitScale,
  fen: free ? 0 : (amountFen ?? 0),
  points,
});
