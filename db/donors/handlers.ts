// Acts on donors: listed, read, recorded, doubles merged, letters written.
import type { Handlers } from '../context.ts';
import { duplicatesOf, likelyDoubles } from './duplicates.ts';
import { exportDonors } from './export.ts';
import { lettersOf, letterOf } from './letters.ts';
import { listDonors } from './list.ts';
import { mergeDonors, unmergeDonor } from './merge.ts';
import { readDonor } from './read.ts';
import { addDonor, changeDonor } from './record.ts';

export const donorHandlers: Handlers<'donors'> = {
  async 'donors.list'({ tx }, wish) {
    return { ...(await listDonors(tx, wish)), duplicates: (await likelyDoubles(tx)).length };
  },
  'donors.read': ({ tx }, { donorId }) => readDonor(tx, donorId),
  'donors.add': addDonor,
  'donors.change': changeDonor,
  'donors.duplicates': ({ tx }) => duplicatesOf(tx),
  'donors.merge': mergeDonors,
  'donors.unmerge': unmergeDonor,
  'donors.letter': letterOf,
  'donors.letters': lettersOf,
  'donors.export': exportDonors,
};
