// Import of a roster: preview, its lists, confirmation, the sheet of refused rows. Between preview and confirmation the rows live in
// memory only; the books are asked again when they changed meanwhile.
import type { Categories } from '../categories.ts';
import { readCategories } from '../categories.ts';
import type { Handlers, Previews, Steps } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { rosterFields, type RosterColumnKey, type RosterField } from '../contract/people-import.ts';
import { businessDay } from '../domain/business-day.ts';
import { Refusal } from '../failures.ts';
import { refusedSheet } from '../imports/refused-sheet.ts';
import { enterFoundBy } from './enter-found-by.ts';
import { enterHouseholds } from './enter-roster.ts';
import type { Judgement } from './judge-roster.ts';
import { refusedTable } from './roster-refused.ts';
import { listOf } from './roster-lists.ts';
import { findMissing, type MissingCover } from './roster-missing.ts';
import { applyExits, refuseExits, settleEnded } from './roster-exits.ts';
import { applyChanges, joinHouseholds, refuseChanges } from './roster-publish.ts';
import {
  categoriesToday,
  judgeAgain,
  layoutKind,
  readRoster,
  rememberedLayouts,
  type ReadRoster,
} from './roster-reading.ts';
import { sheetColumns } from './roster-columns-of-sheet.ts';
import type { RosterRows } from './roster-rows.ts';
import { refreshStanding } from './standing.ts';
import { clearUnpublished } from './unpublished.ts';

interface KeptRoster extends ReadRoster {
  readonly missing: readonly MissingCover[];
  /** What was said about its columns; null: nothing, they were found by meaning. */
  readonly mapping: readonly (RosterColumnKey | null)[] | null;
  /** Acts on people counted when it was judged. */
  readonly version: number;
}
const KIND = 'roster';
/** Reasons the first screen shows; all of them are in the lists. */
const MOST_REASONS = 500;

const keptRoster = (previews: Previews, previewId: string): KeptRoster => {
  const kept = previews.get(KIND, previewId) as KeptRoster | null;
  if (!kept) throw new Refusal('preview-gone');
  return kept;
};
type RosterActs =
  | 'people.sheetColumns'
  | 'people.previewImport'
  | 'people.importRows'
  | 'people.confirmImport'
  | 'people.refusedRows';

export const rosterImport: Pick<Handlers<'people'>, RosterActs> = {
  'people.sheetColumns': sheetColumns,

  async 'people.previewImport'(steps, { mapping }) {
    const version = steps.changesOf('people');
    const categories = await categoriesToday(steps);
    const layouts = await rememberedLayouts(steps);
    if (mapping) layouts.set(mapping.fingerprint, mapping.columns);
    const read = await readRoster(steps, layouts, categories);
    const missing = await findMissing(steps, read.judgement);
    const kept: KeptRoster = { ...read, missing, mapping: mapping?.columns ?? null, version };
    return previewOf(steps, kept, categories);
  },

  async 'people.importRows'({ tx, day, previews }, { previewId, list, ...page }) {
    return listOf(keptRoster(previews, previewId), list, await readCategories(tx, day), page);
  },

  async 'people.confirmImport'(steps, { previewId, take, changeDay, exits }) {
    const kept = keptRoster(steps.previews, previewId);
    const categories = await categoriesToday(steps);
    const version = steps.changesOf('people');
    const { judgement, missing } =
      version === kept.version ? kept : await judgedNow(steps, kept.rows, categories);
    const taken = new Set<RosterField>(take);
    const changes = judgement.changes.filter(({ differences }) =>
      differences.some(({ field }) => taken.has(field)),
    );
    const taking = ({ day }: { readonly day: string }) => ({
      changes,
      take: taken,
      changeDay: changeDay ?? day,
    });
    const leaving = exits ? missing : [];
    if (judgement.good + changes.length + leaving.length === 0) throw new Refusal('import-nothing-to-do');

    /** Whoever changes people meanwhile may have changed what was judged. */
    const steady: Steps['turn'] = (work) =>
      steps.turn((context) => {
        if (steps.changesOf('people') !== version) throw new Refusal('import-books-changed');
        return work(context);
      });
    const { joining, good } = judgement;
    const people = judgement.indexes.joining.length;
    const progress = progressOf(steps, people);
    // Asked again at the end; nobody waits minutes for a refusal that is known now.
    await steady(async (context) => {
      await refuseChanges(context, judgement, taking(context));
      if (exits) await refuseExits(context, leaving, exits);
    });
    try {
      const runId = await steady(({ tx, now, actor }) =>
        tx
          .insertInto('roster_run')
          .values({
            sha256: kept.sha256,
            rows: kept.rows.length,
            published_at: null,
            staff_id: actor.staffId,
            at: now,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
          .then(({ id }) => id),
      );
      const entered = await enterHouseholds(
        { turn: steady, goesOn: steps.goesOn },
        runId,
        joining,
        { compare: categories.compare, categoriesOf: judgement.categoriesOf },
        progress,
      );
      await enterFoundBy({ turn: steady, pause: () => progress.add(0) }, entered);
      return await steps.finish(async (context) => {
        if (steps.changesOf('people') !== version) throw new Refusal('import-books-changed');
        const { tx, now, day } = context;
        await tx.updateTable('roster_run').set({ published_at: now }).where('id', '=', runId).execute();
        await refuseChanges(context, judgement, taking(context));
        const grown = await joinHouseholds(context, judgement);
        const changed = await applyChanges(context, taking(context));
        const left = exits ? await applyExits(context, leaving, exits) : [];
        await refreshStanding(tx, day, [...grown, ...changed, ...left]);
        const voided = exits ? await settleEnded(context, left, exits) : 0;
        if (kept.mapping) await rememberLayout(context, kept.fingerprint, kept.mapping);
        const households = joining.fresh().length;
        const ended = new Set(leaving.map(({ personId }) => personId)).size;
        context.note('roster', { people, households, changed: changes.length, ended, voided });
        return { imported: good, households, changed: changes.length, ended, voided };
      });
    } catch (error) {
      // What cannot be taken away now (the disk is gone) goes at the next opening; it is seen by nobody.
      await clearUnpublished((work) => steps.turn(({ tx }) => work(tx))).catch(() => undefined);
      throw error;
    }
  },

  async 'people.refusedRows'(context, { previewId }) {
    const kept = keptRoster(context.previews, previewId);
    const { faults, indexes } = kept.judgement;
    context.note('roster', { refused: faults.length });
    const categories = await readCategories(context.tx, context.day);
    const table = refusedTable(kept.heading, kept.rows, indexes.refused, categories);
    return refusedSheet(context, '花名册', table, faults);
  },
};

const judgedNow = async (
  steps: Steps,
  rows: RosterRows,
  categories: Categories,
): Promise<{ judgement: Judgement; missing: readonly MissingCover[] }> => {
  const judgement = await judgeAgain(steps, rows, categories);
  return { judgement, missing: await findMissing(steps, judgement) };
};

const progressOf = (steps: Steps, total: number) => {
  let done = 0;
  return {
    add: async (rows: number): Promise<void> => {
      done += rows;
      await steps.progress(done, total);
    },
  };
};

const rememberLayout = async (
  { tx, now }: Parameters<Parameters<Steps['finish']>[0]>[0],
  fingerprint: string,
  mapping: readonly (RosterColumnKey | null)[],
): Promise<void> => {
  const said = { mapping: JSON.stringify(mapping), at: now };
  await tx
    .insertInto('import_layout')
    .values({ kind: layoutKind, fingerprint, ...said })
    .onConflict((conflict) => conflict.columns(['kind', 'fingerprint']).doUpdateSet(said))
    .execute();
};

const previewOf = async (
  steps: Steps,
  kept: KeptRoster,
  categories: Categories,
): Promise<Output<'people.previewImport'>> => {
  const { heading, rows, judgement, missing } = kept;
  const { good, alreadyHere, faults, warnings, joining, changes, scope } = judgement;
  const rowsIn = (reasons: readonly { readonly row: number }[]): number =>
    new Set(reasons.map(({ row }) => row)).size;
  return {
    previewId: steps.previews.put(KIND, kept),
    sheet: heading.sheet,
    headingRow: heading.headingRow,
    fingerprint: kept.fingerprint,
    columns: heading.columns.map(({ cell, key }) => ({ heading: cell.text.trim(), key })),
    dataRows: rows.length,
    good,
    alreadyHere,
    refused: faults.slice(0, MOST_REASONS),
    warned: warnings.slice(0, MOST_REASONS),
    leftOut: [...heading.leftOut],
    households: joining.fresh().length,
    byCategory: countByCategory(judgement, categories),
    counts: {
      new: good,
      changed: changes.length,
      unchanged: alreadyHere - rowsIn(changes),
      missing: new Set(missing.map(({ personId }) => personId)).size,
      refused: rowsIn(faults),
      warned: rowsIn(warnings),
    },
    changedFields: countFields(judgement),
    scope: {
      categories: categories.list.filter(({ code }) => scope.categories.has(code)).map(({ name }) => name),
      communities: [...scope.places].map((place) => place.replace('\n', '')).sort(),
    },
    importedBefore: await importedBefore(steps, kept.sha256),
  };
};

const countFields = ({ changes }: Judgement): Partial<Record<RosterField, number>> =>
  Object.fromEntries(
    rosterFields
      .map((field) => [
        field,
        changes.filter(({ differences }) => differences.some((each) => each.field === field)).length,
      ])
      .filter(([, count]) => count !== 0),
  ) as Partial<Record<RosterField, number>>;

const importedBefore = (steps: Steps, sha256: string): Promise<string | null> =>
  steps.turn(async ({ tx }) => {
    const run = await tx
      .selectFrom('roster_run')
      .select('published_at')
      .where('sha256', '=', sha256)
      .where('published_at', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return run?.published_at ? businessDay(run.published_at) : null;
  });

/** New households and people by payee category, in the order of the category table. */
const countByCategory = (
  { joining }: Judgement,
  { list, compare }: Categories,
): Record<string, { households: number; people: number }> => {
  const counts = new Map<string, { households: number; people: number }>();
  for (const { isNew, people, categories } of joining.sizes()) {
    const [category] = [...categories].sort(compare);
    const count = counts.get(category ?? '') ?? { households: 0, people: 0 };
    counts.set(category ?? '', {
      households: count.households + (isNew ? 1 : 0),
      people: count.people + people,
    });
  }
  return Object.fromEntries(
    list.flatMap(({ code, name }) => {
      const count = counts.get(code);
      return count ? [[name, count] as const] : [];
    }),
  );
};
