// An institution collects for its residents (ruling 10, scenario 18): one act, one signature, one redemption a voucher, all of it or
// nothing. Every check is the one of a redemption at the till; here is only the list and what belongs to all of it.
import type { Context, Tx } from '../context.ts';
import type { Reason } from '../contract/act.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { readCategories } from '../categories.ts';
import { maskName } from '../domain/mask.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { institutionPickups } from '../proxies/collections.ts';
import { readCollector } from '../proxies/facts.ts';
import { listInstitutions, openInstitution } from '../proxies/institutions.ts';
import { redeemForInstitution, type Answered } from './redeem.ts';
import { secondPerson } from './second-person.ts';
import { openVouchersOf, stopOf, voucherById, type TillVoucher } from './till-voucher.ts';

const openStates = ['issued', 'active', 'partly-used'] as const;

export const institutions = async (context: Context): Promise<Output<'counter.institutions'>> => {
  const { tx, day } = context;
  const open = await openVouchers(tx);
  const today = await institutionPickups(tx, { first: day, last: day });
  return {
    institutions: (await listInstitutions(context))
      .filter(({ active }) => active)
      .map(({ id, name, residents }) => ({
        institutionId: id,
        name,
        residents,
        openVouchers: open.get(id) ?? 0,
      })),
    today: today.map(
      ({ pickupId, number, at, institution, residents, vouchers, usedFen, operator, reversed }) => ({
        pickupId,
        number,
        at,
        institution,
        residents,
        vouchers,
        usedFen,
        operator,
        reversed,
      }),
    ),
  };
};

const openVouchers = async (tx: Tx): Promise<ReadonlyMap<number, number>> => {
  const rows = await tx
    .selectFrom('household')
    .innerJoin('voucher', 'voucher.household_id', 'household.id')
    .select(({ fn }) => ['household.institution_id', fn.countAll<number>().as('n')])
    .where('household.institution_id', 'is not', null)
    .where('voucher.state', 'in', openStates)
    .groupBy('household.institution_id')
    .execute();
  return new Map(rows.map(({ institution_id, n }) => [institution_id ?? 0, n]));
};

/** Refusals: `not-found`, `institution-closed`. */
export const institution = async (
  context: Context,
  { institutionId }: ParsedInput<'counter.institution'>,
): Promise<Output<'counter.institution'>> => {
  const { tx, day } = context;
  const { name } = await openInstitution(tx, institutionId);
  const categories = await readCategories(tx, day);
  const households = await tx
    .selectFrom('household_here')
    .select(['id', 'number', 'head_name', 'id_tail', 'category', 'members'])
    .where('institution_id', '=', institutionId)
    .orderBy('number')
    .execute();
  const residents: Output<'counter.institution'>['residents'][number][] = [];
  for (const household of households) {
    residents.push({
      householdId: household.id,
      number: household.number,
      headName: maskName(household.head_name),
      idTail: household.id_tail,
      category: categories.nameOf(household.category),
      members: household.members,
      vouchers: await vouchersOf(context, household.id),
    });
  }
  return { institutionId, name, residents };
};

type ShownVoucher = Output<'counter.institution'>['residents'][number]['vouchers'][number];

const vouchersOf = async (context: Context, householdId: number): Promise<ShownVoucher[]> => {
  const shown: ShownVoucher[] = [];
  for (const voucher of await openVouchersOf(context.tx, householdId))
    shown.push({
      voucherId: voucher.id,
      serial: voucher.serial,
      batch: voucher.batch,
      balanceFen: voucher.balance_fen,
      validTo: voucher.valid_to,
      stop: await stopOf(context, voucher),
    });
  return shown;
};

type Collect = ParsedInput<'counter.collectForInstitution'>;

/**
 * Refusals: `not-found`, `institution-closed`, those of the collector's name, `line-twice` (a voucher twice), and of every voucher
 * that fails all its reasons, each with `row` (place in the list) and `field` (serial): those of a scan, of goods and of the basket,
 * `resident-not-here`; those of the approval for more than limits allow.
 */
export const collectForInstitution = async (
  context: Context,
  input: Collect,
): Promise<Output<'counter.collectForInstitution'>> => {
  const { tx, day, now, actor } = context;
  context.note(`institution:${input.institutionId}`);
  await openInstitution(tx, input.institutionId);
  const collectedBy = readCollector(input.collectedBy);
  if (new Set(input.vouchers.map(({ voucherId }) => voucherId)).size < input.vouchers.length)
    throw new Refusal('line-twice');
  const found = await Promise.all(input.vouchers.map(({ voucherId }) => voucherById(tx, voucherId)));
  const residents = peopleOf(found);
  const answered = await answeredBy(context, input, found);
  const number = await nextNumber(tx, 'institution', day);
  const { id: pickupId } = await tx
    .insertInto('institution_pickup')
    .values({
      number,
      institution_id: input.institutionId,
      collected_by: collectedBy,
      document_tail: input.documentTail,
      // A list all of which is refused leaves nothing of this behind.
      residents: Math.max(1, residents),
      business_day: day,
      at: now,
      staff_id: actor.staffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const living = await residentIds(tx, input.institutionId);
  const { over, ...sums } = await redeemAll(context, input, { found, living, pickupId, answered });
  context.note(`institution-pickup:${pickupId}`, {
    vouchers: found.length,
    residents,
    usedFen: sums.usedFen,
    ...(over.length > 0 && { overLimits: over.length, overridden: answered?.second.staffId ?? null }),
  });
  const overLimits = over.length > 0 && answered ? { rules: over, approvedBy: answered.second.name } : null;
  return { pickupId, number, residents, vouchers: found.length, ...sums, overLimits };
};

/**
 * Somebody else answers for more than limits allow, for all of the list; asked before anything is written, because a wrong password is
 * counted although the act is refused.
 */
const answeredBy = async (
  context: Context,
  { overrides, approval }: Collect,
  found: readonly (TillVoucher | null)[],
): Promise<Answered | null> => {
  if (!overrides || !approval) return null;
  const holders = found.filter((voucher) => voucher !== null);
  const second = await secondPerson(context, holders, approval, ['limits.override']);
  return { reason: overrides.reason, second };
};

/** Covered members of the households on the list, each household once. */
const peopleOf = (vouchers: readonly (TillVoucher | null)[]): number =>
  [
    ...new Map(
      vouchers.flatMap((voucher) => (voucher ? [[voucher.household_id, voucher.members] as const] : [])),
    ).values(),
  ].reduce((sum, members) => sum + members, 0);

const residentIds = async (tx: Tx, institutionId: number): Promise<ReadonlySet<number>> => {
  const rows = await tx
    .selectFrom('household')
    .select('id')
    .where('institution_id', '=', institutionId)
    .execute();
  return new Set(rows.map(({ id }) => id));
};

interface Asked {
  readonly found: readonly (TillVoucher | null)[];
  readonly living: ReadonlySet<number>;
  readonly pickupId: number;
  readonly answered: Answered | null;
}

/** One after another, so that each finds the goods the one before left; with one failure nothing of it stays. */
const redeemAll = async (
  context: Context,
  { lines, vouchers }: Collect,
  { found, living, pickupId, answered }: Asked,
) => {
  const reasons: Reason[] = [];
  let [usedFen, lapsedFen] = [0, 0];
  const over = new Set<string>();
  for (const [at, voucher] of found.entries()) {
    const place = { row: at + 1, field: voucher?.serial ?? '' };
    if (!voucher) reasons.push({ code: 'code-unknown', ...place });
    else if (!living.has(voucher.household_id))
      reasons.push({ code: 'resident-not-here', params: { serial: voucher.serial }, ...place });
    else
      try {
        const taken = { voucher, lines: vouchers[at]?.lines ?? lines, pickupId, answered };
        const done = await redeemForInstitution(context, taken);
        usedFen += done.usedFen;
        lapsedFen += done.lapsedFen;
        for (const rule of done.over) over.add(rule);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, params } = error;
        const all = error.reasons ?? [{ code, ...(params && { params }) }];
        reasons.push(...all.map((reason) => ({ ...reason, ...place })));
      }
  }
  refuseAll(reasons);
  return { usedFen, lapsedFen, over: [...over] };
};
