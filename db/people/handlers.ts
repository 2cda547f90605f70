// Acts on households in need. Import and queries have files of their own; here is what changes or uncovers one household.
import type { Handlers } from '../context.ts';
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
      people: people.map(({ id, name, id_number }) => ({ id, name, idNumber: id_number ?? '' })),
    };
  },
};
