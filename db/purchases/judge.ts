// Whether a purchase may be recorded as typed; every fault at once. Reads only.
import type { Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { judgeIncoming, type Judged } from '../stock/incoming.ts';

export type Form = ParsedInput<'purchases.record'>;

export const judgePurchase = async (context: Context, form: Form): Promise<Judged> => {
  const { tx, day: today } = context;
  const reasons: Reason[] = [];
  if (form.day > today)
    reasons.push({
      code: 'donation-day-in-future',
      field: 'day',
      params: { day: form.day, todayDay: today },
    });
  reasons.push(...(await faultsOfPlace(context, form.placeId)));
  const [first, second] = form.inspectors;
  if (first === '' || second === '' || first === second)
    reasons.push({ code: 'inspectors-two', field: first === '' ? 'inspectors.0' : 'inspectors.1' });
  if (form.lines.length === 0) reasons.push({ code: 'lines-empty' });
  const judged = await judgeIncoming(tx, { day: form.day, today }, form.lines);
  return { ...judged, reasons: [...reasons, ...judged.reasons] };
};

const faultsOfPlace = async ({ tx }: Context, placeId: number): Promise<readonly Reason[]> => {
  const place = await tx
    .selectFrom('place')
    .select(['name', 'active'])
    .where('id', '=', placeId)
    .executeTakeFirst();
  if (!place) return [{ code: 'not-found', field: 'placeId' }];
  return place.active === 1
    ? []
    : [{ code: 'place-closed', field: 'placeId', params: { place: place.name } }];
};
