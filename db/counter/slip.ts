// The slip of a redemption, and the list of today's acts at the counter.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context } from '../context.ts';
import { maskName } from '../domain/mask.ts';
import { nameMatch, searchWord } from '../domain/name-words.ts';
import { normaliseQuery } from '../domain/search-text.ts';
import { Refusal } from '../failures.ts';
import { countPrint } from '../prints.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { pickupOf } from './proxy.ts';

export const slip = async (
  context: Context,
  { redemptionId }: ParsedInput<'counter.printSlip'>,
): Promise<RenderRequest> => {
  const { tx } = context;
  const taken = await tx
    .selectFrom('redemption')
    .innerJoin('voucher', 'voucher.id', 'redemption.voucher_id')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .leftJoin('redemption as back', 'back.reverses', 'redemption.id')
    .select([
      'redemption.id',
      'redemption.number',
      'redemption.at',
      'redemption.terminal',
      'redemption.used_fen',
      'redemption.lapsed_fen',
      'redemption.voucher_id',
      'voucher.serial',
      'voucher.valid_to',
      'household.head_name',
      'staff.name as served_by',
      'back.at as reversed_at',
    ])
    .where('redemption.id', '=', redemptionId)
    .where('redemption.reverses', 'is', null)
    .executeTakeFirst();
  if (!taken) throw new Refusal('not-found');
  const beforeFen = await balanceBefore(context, taken.voucher_id, taken.id);
  const lines = await linesOf(context, taken.id);
  const reprint = await countPrint(context, 'redemption-slip', taken.id);
  context.note(`redemption:${taken.id}`, { reprint });
  return {
    format: 'pdf',
    model: {
      kind: 'redemption-slip',
      paper: 'roll-80',
      ...(await paperFrame(context)),
      slipNo: taken.number,
      redeemedAt: taken.at,
      counter: taken.terminal,
      servedBy: taken.served_by,
      holderMasked: maskName(taken.head_name),
      proxy: await pickupOf(tx, taken.id),
      vouchers: [
        {
          serial: taken.serial,
          balance: {
            is: 'fen',
            before: beforeFen,
            used: taken.used_fen,
            lapsed: taken.lapsed_fen,
            after: beforeFen - taken.used_fen - taken.lapsed_fen,
          },
          validTo: taken.valid_to,
        },
      ],
      lines,
      free: [],
      topUp: null,
      limits: [],
      delivery: null,
      signature: null,
      reprint,
      reversedAt: taken.reversed_at,
    },
  };
};

/** The fold of the voucher's postings up to this act: what the slip printed then it prints again. */
const balanceBefore = async ({ tx }: Context, voucherId: number, redemptionId: number): Promise<number> => {
  const { fen } = await tx
    .selectFrom('voucher_posting')
    .select(sql<number>`coalesce(sum(amount_fen), 0)`.as('fen'))
    .where('voucher_id', '=', voucherId)
    .where('id', '<', (eb) =>
      eb
        .selectFrom('voucher_posting as first')
        .select((of) => of.fn.min('first.id').as('id'))
        .where('first.voucher_id', '=', voucherId)
        .where('first.redemption_id', '=', redemptionId),
    )
    .executeTakeFirstOrThrow();
  return fen;
};

const linesOf = async ({ tx }: Context, redemptionId: number) => {
  const lines = await tx
    .selectFrom('redemption_line')
    .innerJoin('item', 'item.id', 'redemption_line.item_id')
    .select([
      'item.name',
      'item.spec',
      'item.unit',
      'item.unit_scale',
      'redemption_line.quantity',
      'redemption_line.price_fen',
      'redemption_line.amount_fen',
    ])
    .where('redemption_id', '=', redemptionId)
    .orderBy('line')
    .execute();
  return lines.map((line) => ({
    name: line.name,
    spec: line.spec === '' ? null : line.spec,
    measure: { quantity: line.quantity, scale: line.unit_scale, unit: line.unit },
    unitPriceFen: line.price_fen,
    amountFen: line.amount_fen,
    points: null,
  }));
};

export const today = async (
  { tx, day }: Context,
  { search }: ParsedInput<'counter.today'>,
): Promise<Output<'counter.today'>> => {
  const slips = await tx
    .selectFrom('redemption')
    .innerJoin('household', 'household.id', 'redemption.household_id')
    .innerJoin('voucher', 'voucher.id', 'redemption.voucher_id')
    .innerJoin('staff', 'staff.id', 'redemption.staff_id')
    .leftJoin('redemption as back', 'back.reverses', 'redemption.id')
    .leftJoin('pickup', 'pickup.redemption_id', 'redemption.id')
    .leftJoin('institution_pickup as act', 'act.id', 'redemption.institution_pickup_id')
    .where('redemption.business_day', '=', day)
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
      'voucher.serial',
      'pickup.name as proxy',
      'act.number as institution_number',
    ])
    .orderBy('redemption.id', 'desc')
    .execute();
  // A day has a few hundred slips: picked through here, by the same words as people are found by.
  const [text, word] = [normaliseQuery(search), searchWord(search)];
  const rows = slips.filter(
    ({ number, serial, head_name }) =>
      text === '' ||
      [number, serial].some((printed) => printed.toLowerCase().includes(text)) ||
      nameMatch(head_name, word) !== null,
  );
  const categories = await readCategories(tx, day);
  return rows.map((row) => ({
    redemptionId: row.id,
    number: row.number,
    at: row.at,
    headName: maskName(row.head_name),
    category: categories.nameOf(row.category),
    usedFen: row.used_fen,
    lapsedFen: row.lapsed_fen,
    operator: row.operator,
    reversed: row.back_id !== null,
    proxy: row.proxy === null ? '' : maskName(row.proxy),
    institutionNumber: row.institution_number,
  }));
};
