// Acts on households in need. Import and queries have files of their own; here is what changes or uncovers one household.
import type { Handlers } from '../context.ts';
import { Refusal } from '../failures.ts';
import { householdOf, householdQueries, peopleOf } from './households.ts';
import { rosterImport } from './import.ts';

export const peopleHandlers: Handlers<'people'> = {
  ...rosterImport,
  ...householdQueries,

  async 'people.reveal'(context, { householdId, reason }) {
    const { tx } = context;
    const household = await householdOf(tx, householdId);
    const people = await peopleOf(tx, householdId);
    context.note(`household:${householdId}`, { reason });
    return {
      address: household.address,
      phone: household.phone,
      people: people.map(({ id, name, id_number }) => ({ id, name, idNumber: id_number })),
    };
  },

  async 'people.endEligibility'(context, { householdId, day, reason }) {
    const { tx, now, actor } = context;
    const { end_day: endDay } = await householdOf(tx, householdId);
    // A second end would move the first one and let the household back in between.
    if (endDay !== null) throw new Refusal('eligibility-ended', { endDay });
    await tx
      .updateTable('household')
      .set({ end_day: day, end_reason: reason })
      .where('id', '=', householdId)
      .execute();
    await tx
      .insertInto('eligibility_event')
      .values({ household_id: householdId, kind: 'end', day, reason, staff_id: actor.staffId, at: now })
      .execute();
    context.note(`household:${householdId}`, { endDay: day });
    return {};
  },
};
