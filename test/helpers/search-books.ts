// Fresh books with people in them, for tests of the search below the acts: so that a test sets what no act lets it set (an import
// that is still entering, a given telephone key), in a transaction of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Tx } from '../../db/context.ts';
import { openBooks, type Books } from '../../db/open.ts';
import type { HouseholdFilters } from '../../db/people/search.ts';
import { writeWords } from '../../db/people/search-words.ts';
import { fictionalNumber } from './sheet.ts';

export const at = '2026-05-04T02:12:00.000Z';
export const everywhere: HouseholdFilters = { category: '', community: '', condition: null };
export const firstPage = { offset: 0, limit: 500 };

export const openFresh = (): { books: Books; close: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  const books = openBooks({ path: join(folder, 'shop.db'), key: new Uint8Array(32), create: true });
  return {
    books,
    close: () => {
      books.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export interface Person {
  readonly name: string;
  readonly idNumber?: string;
  readonly certificate?: string;
  readonly disability?: string;
}
export interface Household {
  readonly number: string;
  readonly community?: string;
  readonly category?: string;
  readonly phone?: string;
  readonly people: readonly Person[];
}

let lastNumber = 0;
/** Enters households with the ids 1, 2, 3 … as the acts do: rows, then words. */
export const enter = async (
  tx: Tx,
  households: readonly Household[],
  runId: number | null = null,
): Promise<void> => {
  for (const { number, community, category, phone = '', people } of households) {
    const { id } = await tx
      .insertInto('household')
      .values({
        number,
        head_name: people[0]?.name ?? '',
        id_tail: '',
        street: '城中街道',
        community: community ?? '桂中社区',
        address: '',
        phone,
        phone_key: phone,
        category: category ?? 'urban-minimum-living',
        members: people.length,
        start_day: '2025-01-01',
        run_id: runId,
        created_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const { name, idNumber, certificate = '', disability = '' } of people)
      await tx
        .insertInto('person')
        .values({
          household_id: id,
          name,
          id_number: idNumber ?? fictionalNumber((lastNumber += 1)),
          relation: '',
          is_head: 0,
          certificate,
          disability,
          created_at: at,
        })
        .execute();
  }
  await writeWords(
    tx,
    households.flatMap(({ people }) => people),
  );
  // As an import does with the people it is still entering; those of others are written by the tables themselves.
  await sql`INSERT INTO name_bearer SELECT name, household_id FROM person WHERE true ON CONFLICT DO NOTHING`.execute(
    tx,
  );
};
