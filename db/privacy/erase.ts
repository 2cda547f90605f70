// Erasing files whose time is over: every name, number, telephone, address and paper of the household goes for ever, with the words it was
// found by. What counts stays: covers, vouchers, redemptions and the log, so that every report of every month reads as before.
import { sql } from 'kysely';
import type { Context, Tx } from '../context.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { Refusal, refuseAll } from '../failures.ts';
import { refuseOwnRelatives } from '../fairness/relatives.ts';
import { recordEvents } from '../people/events.ts';
import { eraseWords } from '../people/search-words.ts';
import { erasedTogether, reasonsAgainst, retentionOf } from './due.ts';

/** All or nothing; every household that does not fit is named. Refusals: see reasonsAgainst in due.ts. */
export const eraseHouseholds = async (
  context: Context,
  { householdIds, reason }: ParsedInput<'privacy.erase'>,
): Promise<Output<'privacy.erase'>> => {
  const { tx } = context;
  const retention = await retentionOf(context);
  const reasons = [];
  for (const id of householdIds) reasons.push(...(await reasonsAgainst(context, retention, id)));
  if (reasons.some(({ code }) => code === 'not-found')) throw new Refusal('not-found');
  refuseAll(reasons);
  await refuseOwnRelatives(context, householdIds);
  let people = 0;
  for (const id of householdIds)
    for (const one of await erasedTogether(tx, id)) people += await eraseOne(context, one, reason);
  context.note(householdIds.length === 1 ? `household:${householdIds[0] ?? 0}` : 'households', {
    households: householdIds.length,
    people,
    reason,
  });
  return { households: householdIds.length, people };
};

const eraseOne = async (context: Context, householdId: number, reason: string): Promise<number> => {
  const { tx, day, now, actor } = context;
  const personIds = await peopleOf(tx, householdId);
  await eraseWords(tx, personIds);
  await emptyPeople(tx, householdId);
  await emptyProxies(tx, householdId);
  await emptyPapers(tx, householdId, personIds);
  await emptyHistory(tx, householdId, personIds);
  await emptyCounter(tx, householdId);
  await tx
    .updateTable('household')
    .set({
      head_name: '',
      id_tail: '',
      address: '',
      address_key: '',
      phone: '',
      phone_key: '',
      erased_at: now,
    })
    .where('id', '=', householdId)
    .execute();
  await tx
    .insertInto('erasure')
    .values({ household_id: householdId, people: personIds.length, reason, staff_id: actor.staffId, at: now })
    .execute();
  await recordEvents(context, [{ householdId, kind: 'erased', day, reason }]);
  return personIds.length;
};

const peopleOf = async (tx: Tx, householdId: number): Promise<readonly number[]> => {
  const rows = await tx.selectFrom('person').select('id').where('household_id', '=', householdId).execute();
  return rows.map(({ id }) => id);
};

/** Who stood in the household: that there was somebody stays, who it was does not. */
const emptyPeople = async (tx: Tx, householdId: number): Promise<void> => {
  await tx
    .updateTable('person')
    .set({
      name: '',
      document_kind: 'none',
      id_number: null,
      document_number: '',
      document_key: null,
      document_checked_by: null,
      sex: null,
      birth_day: null,
      care: '',
      flags: '',
      certificate: '',
      disability: '',
    })
    .where('household_id', '=', householdId)
    .execute();
};

/** Who collected for them. The relation and whether it counted to the monthly limit stay: they are figures of the counter. */
const emptyProxies = async (tx: Tx, householdId: number): Promise<void> => {
  await tx
    .updateTable('proxy')
    .set({
      name: '',
      document_number: '',
      document_key: '',
      phone: '',
      phone_key: '',
      document: '',
      end_reason: '',
    })
    .where('household_id', '=', householdId)
    .execute();
  await tx
    .updateTable('pickup')
    .set({ name: '', document_key: '', reason: '' })
    .where('household_id', '=', householdId)
    .execute();
};

/** Papers, guardians and notes about them, wherever somebody typed one. Why a cover ended is a row of a report and stays. */
const emptyPapers = async (tx: Tx, householdId: number, personIds: readonly number[]): Promise<void> => {
  const ids = personIds.length === 0 ? [0] : personIds;
  await tx
    .updateTable('consent')
    .set({ guardian: '', guardian_relation: '', document: '' })
    .where((eb) => eb.or([eb('household_id', '=', householdId), eb('person_id', 'in', ids)]))
    .execute();
  await tx
    .updateTable('cover')
    .set({ document: '', reason: '' })
    .where((eb) => eb.or([eb('household_id', '=', householdId), eb('person_id', 'in', ids)]))
    .execute();
  await tx
    .updateTable('kinship')
    .set({ document: '', end_reason: '' })
    .where('household_id', '=', householdId)
    .execute();
  await tx.updateTable('spot_check_line').set({ note: '' }).where('household_id', '=', householdId).execute();
  await tx
    .updateTable('not_same')
    .set({ reason: '' })
    .where((eb) => eb.or([eb('person_a', 'in', ids), eb('person_b', 'in', ids)]))
    .execute();
};

/** Where goods were or are to be brought to, who signed for them, who was to collect, and the handwriting; that it was delivered and signed stays. */
const emptyCounter = async (tx: Tx, householdId: number): Promise<void> => {
  const acts = tx.selectFrom('redemption').select('id').where('household_id', '=', householdId);
  await tx
    .updateTable('delivery')
    .set({ address: '', received_by: '', note: '' })
    .where('redemption_id', 'in', acts)
    .execute();
  await tx.updateTable('signature').set({ strokes: '[]' }).where('redemption_id', 'in', acts).execute();
  await tx
    .updateTable('held_basket')
    .set({ content: sql`json_set(content, '$.proxy', NULL, '$.delivery', NULL)`, note: '' })
    .where('household_id', '=', householdId)
    .execute();
};

/** What happened and when stays; what was written about it goes, also where another household's file tells of these people. */
const emptyHistory = async (tx: Tx, householdId: number, personIds: readonly number[]): Promise<void> => {
  await tx
    .updateTable('household_event')
    .set({ changes: '[]', reason: '', document: '' })
    .where((eb) =>
      eb.or([
        eb('household_id', '=', householdId),
        eb('person_id', 'in', personIds.length === 0 ? [0] : personIds),
      ]),
    )
    .execute();
};
