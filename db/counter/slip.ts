// The slip of a redemption (核销小票), and the list of today's acts at the counter.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { may } from '../contract/permissions.ts';
import type { Context } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { limitsAfter } from '../limits/check.ts';
import { nameMatch, searchWord } from '../domain/name-words.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { pickupOf } from './proxy.ts';
import { signatureOf } from './sign.ts';
import { asFree, deliveryOf, linesOf, vouchersOf } from './slip-parts.ts';

/** Serials of its vouchers, for the search. */
const serialsOf = sql<string>`coalesce((SELECT group_concat(voucher.serial) FROM redemption_voucher AS part
  JOIN voucher ON voucher.id = part.voucher_id WHERE part.redemption_id = redemption.id), '')`.as('serials');

export const slip = async (
  context: Context,
  { redemptionId, paper }: ParsedInput<'counter.printSlip'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const taken = await tx
    .selectFrom('redemption')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .leftJoin('redemption as back', (join) =>
      join.onRef('back.reverses', '=', 'redemption.id').on('back.whole', '=', 1),
    )
    .select([
      'redemption.id',
      'redemption.number',
      'redemption.at',
      'redemption.terminal',
      'redemption.topup_fen',
      'household.head_name',
      'staff.name as served_by',
      'back.at as reversed_at',
    ])
    .where('redemption.id', '=', redemptionId)
    .where('redemption.reverses', 'is', null)
    .executeTakeFirst();
  if (!taken) throw new Refusal('not-found');
  const vouchers = await vouchersOf(context, taken.id);
  const lines = await linesOf(context, taken.id);
  const reprint = await countPrint(context, 'redemption-slip', taken.id);
  context.note(`redemption:${taken.id}`, { reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'redemption-slip',
      paper,
      ...(await paperFrame(context)),
      slipNo: taken.number,
      redeemedAt: taken.at,
      counter: taken.terminal,
      servedBy: taken.served_by,
      holderMasked: maskName(taken.head_name),
      proxy: await pickupOf(tx, taken.id),
      vouchers,
      lines: vouchers.length === 0 ? [] : lines,
      free: vouchers.length === 0 ? lines.map(asFree) : [],
      topUp: taken.topup_fen > 0 ? { fen: taken.topup_fen, paidFen: null } : null,
      limits: await limitsAfter(context, taken.id),
      delivery: await deliveryOf(context, taken.id),
      signature: await signatureOf(tx, taken.id),
      reprint,
      reversedAt: taken.reversed_at,
    },
  };
};

/** Refusal: `not-permitted` for another day. */
export const today = async (
  { tx, day, actor }: Context,
  { search, day: asked }: ParsedInput<'counter.today'>,
): Promise<Output<'counter.today'>> => {
  const shown = asked ?? day;
  if (shown !== day && !may(actor.role, 'counter.reverse')) throw new Refusal('not-permitted');
  const slips = await tx
    .selectFrom('redemption')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .leftJoin('redemption as back', (join) =>
      join.onRef('back.reverses', '=', 'redemption.id').on('back.whole', '=', 1),
    )
    .leftJoin('pickup', 'pickup.redemption_id', 'redemption.id')
    .leftJoin('institution_pickup as act', 'act.id', 'redemption.institution_pickup_id')
    .where('redemption.business_day', '=', shown)
    .where('redemption.reverses', 'is', null)
    .select([
      'redemption.id',
      'redemption.number',
      'redemption.at',
      'household.head_name',
      'redemption.category',
      'redemption.used_fen',
      'redemption.lapsed_fen',
      'staff.name as operator',
      'back.id as back_id',
      serialsOf,
      (read) =>
        read
          .selectFrom('redemption as part')
          .whereRef('part.reverses', '=', 'redemption.id')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as('backs'),
      (read) =>
        read
          .selectFrom('redemption as part')
          .whereRef('part.reverses', '=', 'redemption.id')
          .select(({ fn }) => fn.sum<number | null>('part.used_fen').as('fen'))
          .as('back_fen'),
      'pickup.name as proxy',
      'act.number as institution_number',
    ])
    .orderBy('redemption.id', 'desc')
    .execute();
  // A day has a few hundred slips: picked through here, by the same words as people are found by.
  const [text, word] = [normaliseQuery(search), searchWord(search)];
  const rows = slips.filter(
    ({ number, serials, head_name }) =>
      text === '' ||
      [number, serials].some((printed) => printed.toLowerCase().includes(text)) ||
      nameMatch(head_name, word) !== null,
  );
  const categories = await readCategories(tx, shown);
  return rows.map((row) => ({
    redemptionId: row.id,
    number: row.number,
    at: row.at,
    headName: maskName(row.head_name),
    category: categories.nameOf(row.category),
    usedFen: row.used_fen,
    backFen: 0 - (row.back_fen ?? 0),
    standsFen: row.used_fen + (row.back_fen ?? 0),
    lapsedFen: row.lapsed_fen,
    operator: row.operator,
    reversed: row.back_id !== null,
    partlyReversed: row.back_id === null && Number(row.backs) > 0,
    proxy: row.proxy === null ? '' : maskName(row.proxy),
    institutionNumber: row.institution_number,
  }));
};
