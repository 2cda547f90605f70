// A loss as somebody proposes it: the goods are spoken for from now on, and stay where they are until a second person decides.
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { reserveStock } from '../stock/reserve.ts';

type Form = ParsedInput<'losses.propose'>;

/** Refusals: everything wrong with the form at once; then every line that wants more than is free (`stock-short`). */
export const proposeLoss = async (context: Context, form: Form): Promise<Output<'losses.propose'>> => {
  const { tx, now, day, actor } = context;
  refuseAll([...faultsOf(form), ...linesTwice(form.lines)]);
  await reserveStock(tx, form.lines);
  const number = await nextNumber(tx, 'loss', day);
  const { id: lossId } = await tx
    .insertInto('loss')
    .values({
      number,
      kind: form.kind,
      day,
      reason: form.reason,
      reason_note: form.reasonNote,
      method: form.method,
      witness: form.witness,
      proceeds_fen: form.proceeds?.fen ?? null,
      proceeds_way: form.proceeds?.way ?? null,
      buyer: form.proceeds?.buyer ?? '',
      purpose: form.proceeds?.purpose ?? '',
      state: 'proposed',
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('loss_line')
    .values(
      form.lines.map(({ lotId, placeId, quantity }, at) => ({
        loss_id: lossId,
        line: at + 1,
        lot_id: lotId,
        place_id: placeId,
        quantity,
      })),
    )
    .execute();
  context.note(`loss:${lossId}`, { number });
  return { lossId, number };
};

/** Destroyed goods need a method and a witness (domain.md §8); sold ones what they brought and what it is for. */
const faultsOf = (form: Form): readonly Reason[] => {
  const reasons: Reason[] = [];
  if (form.reason === 'other' && form.reasonNote === '')
    reasons.push({ code: 'reason-missing', field: 'reasonNote' });
  if (form.kind === 'scrap') {
    if (form.method === '') reasons.push({ code: 'method-missing', field: 'method' });
    if (form.witness === '') reasons.push({ code: 'witness-missing', field: 'witness' });
    // No screen sends it, and money that came in for destroyed goods would be nobody's.
    if (form.proceeds !== null) throw new Refusal('input-invalid');
  } else if (form.proceeds === null) reasons.push({ code: 'proceeds-missing', field: 'proceeds' });
  if (form.lines.length === 0) reasons.push({ code: 'lines-empty' });
  return reasons;
};

const linesTwice = (lines: Form['lines']): readonly Reason[] => {
  const seen = new Set<string>();
  return lines.flatMap(({ lotId, placeId }, at): readonly Reason[] => {
    const key = `${lotId} ${placeId}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [{ code: 'line-twice', row: at + 1, params: { row: at + 1 } }] : [];
  });
};
