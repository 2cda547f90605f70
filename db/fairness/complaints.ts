// 举报: recorded, followed step by step, closed with what was found. Nothing of it is edited or deleted. Whom it is about never handles it,
// and who reported is told only by an act of its own.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { ComplaintRegisterModel, RenderRequest } from '../contract/documents.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { nextNumber } from '../numbers.ts';
import { paperFrame } from '../shop/paper-frame.ts';
import { householdNumber } from './households.ts';
import { ownRelatives, refuseOwnRelative } from './relatives.ts';

type Done = Record<string, never>;

const found = (tx: Tx) =>
  tx
    .selectFrom('complaint')
    .innerJoin('staff as recorder', 'recorder.id', 'complaint.staff_id')
    .leftJoin('household', 'household.id', 'complaint.household_id')
    .leftJoin('staff as about', 'about.id', 'complaint.about_staff_id')
    .leftJoin('complaint_end as ended', 'ended.complaint_id', 'complaint.id')
    .leftJoin('staff as closer', 'closer.id', 'ended.staff_id');

/** Everything but who reported. */
const shown = (tx: Tx) =>
  found(tx).select([
    'complaint.id',
    'complaint.number',
    'complaint.business_day',
    'complaint.way',
    'complaint.matter',
    'complaint.household_id',
    'complaint.about_staff_id',
    'complaint.at',
    'household.number as household_number',
    'about.name as about_staff',
    'recorder.name as recorded_by',
    'ended.outcome',
    'ended.finding',
    'ended.measures',
    'ended.business_day as ended_day',
    'closer.name as closed_by',
  ]);
type Complaint = Awaited<ReturnType<typeof complaintOf>>;

const complaintOf = async (tx: Tx, complaintId: number) => {
  const complaint = await shown(tx)
    .select(sql<0 | 1>`complaint.reporter <> '' OR complaint.reporter_phone <> ''`.as('named'))
    .where('complaint.id', '=', complaintId)
    .executeTakeFirst();
  if (!complaint) throw new Refusal('not-found');
  return complaint;
};

const rowOf = (row: Omit<Complaint, 'named'>) => ({
  complaintId: row.id,
  number: row.number,
  day: row.business_day,
  way: row.way,
  matter: row.matter,
  householdId: row.household_id,
  householdNumber: row.household_number ?? '',
  aboutStaff: row.about_staff ?? '',
  outcome: row.outcome,
});

export const listComplaints = async (
  { tx, actor }: Context,
  { search, openOnly, offset, limit }: ParsedInput<'fairness.complaints'>,
): Promise<Output<'fairness.complaints'>> => {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const fits = sql<boolean>`(complaint.number LIKE ${like} ESCAPE '\\' OR complaint.matter LIKE ${like} ESCAPE '\\'
    OR household.number LIKE ${like} ESCAPE '\\') AND (${openOnly ? 1 : 0} = 0 OR ended.complaint_id IS NULL)`;
  const { total } = await found(tx)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(fits)
    .executeTakeFirstOrThrow();
  const rows = await shown(tx)
    .where(fits)
    .orderBy('complaint.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const concerns = (row: (typeof rows)[number]): boolean => row.about_staff_id === actor.staffId;
  return { total, rows: rows.map((row) => ({ ...rowOf(row), ...(concerns(row) && { matter: '' }) })) };
};

export const readComplaint = async (
  context: Context,
  { complaintId }: ParsedInput<'fairness.complaint'>,
): Promise<Output<'fairness.complaint'>> => {
  const { tx } = context;
  const complaint = await complaintOf(tx, complaintId);
  refuseAbout(context, complaint);
  const steps = await tx
    .selectFrom('complaint_step as step')
    .innerJoin('staff', 'staff.id', 'step.staff_id')
    .select(['step.words', 'step.business_day as day', 'staff.name as by'])
    .where('step.complaint_id', '=', complaintId)
    .orderBy('step.id')
    .execute();
  const relatives = await ownRelatives(context);
  return {
    ...rowOf(complaint),
    recordedBy: complaint.recorded_by,
    at: complaint.at,
    named: complaint.named === 1,
    own: relatives.some(({ householdId }) => householdId === complaint.household_id),
    steps,
    end: endOf(complaint),
  };
};

const endOf = ({ outcome, finding, measures, ended_day, closed_by }: Omit<Complaint, 'named'>) =>
  outcome === null
    ? null
    : {
        outcome,
        finding: finding ?? '',
        measures: measures ?? '',
        day: ended_day ?? '',
        by: closed_by ?? '',
      };

/** Refusal: `not-found` for a household or member of staff that is not there. */
export const recordComplaint = async (
  context: Context,
  input: ParsedInput<'fairness.recordComplaint'>,
): Promise<Output<'fairness.recordComplaint'>> => {
  const { tx, now, day, actor } = context;
  if (input.householdId !== null) await householdNumber(tx, input.householdId);
  if (input.aboutStaffId !== null) {
    const about = await tx
      .selectFrom('staff')
      .select('id')
      .where('id', '=', input.aboutStaffId)
      .executeTakeFirst();
    if (!about) throw new Refusal('not-found');
  }
  const number = await nextNumber(tx, 'complaint', day);
  const { id } = await tx
    .insertInto('complaint')
    .values({
      number,
      business_day: day,
      way: input.way,
      matter: input.matter,
      household_id: input.householdId,
      about_staff_id: input.aboutStaffId,
      reporter: input.reporter,
      reporter_phone: input.reporterPhone,
      staff_id: actor.staffId,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  context.note(`complaint:${id}`, { way: input.way, named: input.reporter !== '' });
  return { complaintId: id, number };
};

/** Words of a complaint may give away who reported: whom it is about does not read them. */
const refuseAbout = ({ actor }: Context, { about_staff_id }: Pick<Complaint, 'about_staff_id'>): void => {
  if (about_staff_id === actor.staffId) throw new Refusal('concerns-yourself');
};

/** Refusals: `concerns-yourself`, `own-relative`. */
const refuseConcerned = async (context: Context, complaint: Complaint): Promise<void> => {
  refuseAbout(context, complaint);
  if (complaint.household_id !== null) await refuseOwnRelative(context, complaint.household_id);
};

/** Refusals: `not-found`, `complaint-closed`, `concerns-yourself`, `own-relative`. */
const openComplaint = async (context: Context, complaintId: number): Promise<void> => {
  context.note(`complaint:${complaintId}`);
  const complaint = await complaintOf(context.tx, complaintId);
  await refuseConcerned(context, complaint);
  if (complaint.outcome !== null) throw new Refusal('complaint-closed', { number: complaint.number });
};

/** Refusals: `not-found`, `concerns-yourself`, `own-relative`. */
export const uncoverReporter = async (
  context: Context,
  { complaintId, reason }: ParsedInput<'fairness.reporter'>,
): Promise<Output<'fairness.reporter'>> => {
  context.note(`complaint:${complaintId}`);
  await refuseConcerned(context, await complaintOf(context.tx, complaintId));
  context.note(`complaint:${complaintId}`, { reason });
  return context.tx
    .selectFrom('complaint')
    .select(['reporter', 'reporter_phone as reporterPhone'])
    .where('id', '=', complaintId)
    .executeTakeFirstOrThrow();
};

export const addStep = async (
  context: Context,
  { complaintId, words }: ParsedInput<'fairness.addStep'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  await openComplaint(context, complaintId);
  await tx
    .insertInto('complaint_step')
    .values({ complaint_id: complaintId, words, business_day: day, staff_id: actor.staffId, at: now })
    .execute();
  return {};
};

export const closeComplaint = async (
  context: Context,
  { complaintId, outcome, finding, measures }: ParsedInput<'fairness.closeComplaint'>,
): Promise<Done> => {
  const { tx, now, day, actor } = context;
  await openComplaint(context, complaintId);
  await tx
    .insertInto('complaint_end')
    .values({
      complaint_id: complaintId,
      outcome,
      finding,
      measures,
      business_day: day,
      staff_id: actor.staffId,
      at: now,
    })
    .execute();
  context.note(`complaint:${complaintId}`, { outcome });
  return {};
};

/**
 * 举报登记表 of a period; an empty one is a zero report. Who reported has no place on it. Refusal: `concerns-yourself` when one of the
 * complaints is about whoever prints.
 */
export const printComplaints = async (
  context: Context,
  { from, to, format }: ParsedInput<'fairness.printComplaints'>,
): Promise<RenderRequest> => {
  const rows = await shown(context.tx)
    .where('complaint.business_day', '>=', from)
    .where('complaint.business_day', '<=', to)
    .orderBy('complaint.id')
    .execute();
  for (const row of rows) refuseAbout(context, row);
  context.note('complaints', { from, to, complaints: rows.length, format });
  const model: ComplaintRegisterModel = {
    kind: 'complaint-register',
    ...(await paperFrame(context)),
    from,
    to,
    asOf: context.now,
    rows: rows.map((row) => {
      const end = endOf(row);
      return {
        number: row.number,
        receivedOn: row.business_day,
        way: row.way,
        matter: row.matter,
        end: end && { ...end, on: end.day, measures: end.measures === '' ? null : end.measures },
      };
    }),
    signatures: { head: null, statistician: null, preparer: null, reportedOn: null },
    reprint: 0,
  };
  return { model, format };
};
