// 近亲属备案及享受情况表: every filing of a period with every benefit of that household while it was on file, and who gave it.
import { sql } from 'kysely';
import { readCategories } from '../categories.ts';
import type { Context, Tx } from '../context.ts';
import type { RelativeAct, RelativesReportModel, RenderRequest } from '../contract/documents.ts';
import type { ParsedInput } from '../contract/index.ts';
import { maskName } from '../domain/mask.ts';
import { paperFrame } from '../shop/paper-frame.ts';

interface Filing {
  readonly id: number;
  readonly staff_id: number;
  readonly staff: string;
  readonly household_id: number;
  readonly number: string;
  readonly head_name: string;
  readonly category: string;
  readonly relation: string;
  readonly from_day: string;
  readonly to_day: string | null;
}
interface Benefit {
  readonly household_id: number;
  readonly day: string;
  readonly what: RelativeAct['what'];
  readonly serial: string;
  readonly batch: string;
  readonly fen: number;
  readonly staff_id: number;
  readonly by: string;
}
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const printRelatives = async (
  context: Context,
  { from, to, format }: ParsedInput<'fairness.printRelatives'>,
): Promise<RenderRequest> => {
  const { tx, now, day } = context;
  const filings = await filingsIn(tx, { from, to });
  const acts = shareOut(filings, await benefitsOf(tx, filings, { from, to }));
  const { nameOf } = await readCategories(tx, day);
  context.note('kinship', { from, to, filings: filings.length, format });
  const model: RelativesReportModel = {
    kind: 'relatives-report',
    ...(await paperFrame(context)),
    mark: null,
    from,
    to,
    asOf: now,
    rows: filings.map((filing) => ({
      staff: filing.staff,
      post: null,
      relation: filing.relation,
      filedOn: filing.from_day,
      endsOn: filing.to_day,
      householdNo: filing.number,
      headMasked: maskName(filing.head_name),
      category: nameOf(filing.category),
      acts: acts.get(filing.id) ?? [],
    })),
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    reprint: 0,
  };
  return { model, format };
};

/** In force on a day of the period. */
const filingsIn = (tx: Tx, { from, to }: Period): Promise<readonly Filing[]> =>
  tx
    .selectFrom('kinship')
    .innerJoin('staff', 'staff.id', 'kinship.staff_id')
    .innerJoin('household', 'household.id', 'kinship.household_id')
    .select([
      'kinship.id',
      'kinship.staff_id',
      'staff.name as staff',
      'kinship.household_id',
      'household.number',
      'household.head_name',
      'household.category',
      'kinship.relation',
      'kinship.from_day',
      'kinship.to_day',
    ])
    .where('kinship.from_day', '<=', to)
    .where((eb) => eb.or([eb('kinship.to_day', 'is', null), eb('kinship.to_day', '>', from)]))
    .orderBy('kinship.id')
    .execute();

/** Vouchers issued and voided, goods redeemed and taken back, in the order they happened. */
const benefitsOf = async (
  tx: Tx,
  filings: readonly Filing[],
  { from, to }: Period,
): Promise<readonly Benefit[]> => {
  if (filings.length === 0) return [];
  const ids = sql.join([...new Set(filings.map(({ household_id }) => household_id))]);
  const { rows } = await sql<Benefit>`
    SELECT voucher.household_id, posting.business_day AS day, posting.kind AS what, voucher.serial, batch.name AS batch,
      posting.amount_fen AS fen, posting.staff_id, staff.name AS "by", posting.at
    FROM voucher JOIN voucher_posting AS posting ON posting.voucher_id = voucher.id JOIN batch ON batch.id = voucher.batch_id
      JOIN staff ON staff.id = posting.staff_id
    WHERE voucher.household_id IN (${ids}) AND posting.kind IN ('issued', 'void') AND posting.business_day BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT taken.household_id, taken.business_day, iif(taken.reverses IS NULL, 'redeemed', 'reversed'), voucher.serial, batch.name,
      taken.goods_fen, taken.staff_id, staff.name, taken.at
    FROM redemption AS taken LEFT JOIN redemption_voucher AS part ON part.redemption_id = taken.id
      LEFT JOIN voucher ON voucher.id = part.voucher_id LEFT JOIN batch ON batch.id = voucher.batch_id JOIN staff ON staff.id = taken.staff_id
    WHERE taken.household_id IN (${ids}) AND taken.business_day BETWEEN ${from} AND ${to}
    ORDER BY 9, 4`.execute(tx);
  return rows;
};

/** Each benefit stands once: under the filing of whoever gave it, if it was that relative, otherwise under the household's first. */
const shareOut = (
  filings: readonly Filing[],
  benefits: readonly Benefit[],
): ReadonlyMap<number, readonly RelativeAct[]> => {
  const acts = new Map<number, RelativeAct[]>();
  for (const { household_id, day, staff_id, what, serial, batch, fen, by } of benefits) {
    const onFile = filings.filter(
      (filing) =>
        filing.household_id === household_id &&
        filing.from_day <= day &&
        (filing.to_day === null || filing.to_day > day),
    );
    const own = onFile.find((filing) => filing.staff_id === staff_id);
    const filing = own ?? onFile[0];
    if (!filing) continue;
    const here = acts.get(filing.id) ?? [];
    acts.set(filing.id, here);
    here.push({ on: day, what, serial, batch, fen, by, secondBy: null, ownAct: own !== undefined });
  }
  return acts;
};
