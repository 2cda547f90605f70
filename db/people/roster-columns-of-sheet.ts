// The columns of a sheet whose headings nobody could read: shown to somebody who says what they mean.
import type { RosterColumnKey } from '../contract/people-import.ts';
import type { SheetCell } from '../contract/documents.ts';
import type { Steps } from '../context.ts';
import type { Output } from '../contract/index.ts';
import { Refusal } from '../failures.ts';
import { columnsAt } from '../imports/headings.ts';
import { DEEPEST_HEADING, fingerprintOf } from '../imports/locate.ts';
import { rowsOfChunk } from '../imports/whole-tables.ts';
import { rosterColumns } from './roster-columns.ts';

interface Candidate {
  readonly sheet: string;
  readonly headingRow: number;
  readonly heading: readonly SheetCell[];
  readonly keys: readonly (RosterColumnKey | null)[];
}

/** The row that looks most like a heading: most columns known by name, then most words. Refuses `sheet-empty`. */
export const sheetColumns = async (steps: Steps): Promise<Output<'people.sheetColumns'>> => {
  const candidates: Candidate[] = [];
  await steps.readSheet(async (chunk) => {
    await steps.progress(chunk.done, chunk.total);
    if (chunk.from >= DEEPEST_HEADING) return;
    for (const [at, heading] of rowsOfChunk(chunk)
      .slice(0, DEEPEST_HEADING - chunk.from)
      .entries()) {
      const keys = columnsAt(heading, rosterColumns).map((column) => column?.key ?? null);
      candidates.push({ sheet: chunk.sheet, headingRow: chunk.from + at + 1, heading, keys });
    }
  });
  const [best] = candidates.sort((a, b) => weight(b) - weight(a));
  if (!best) throw new Refusal('sheet-empty');
  const { sheet, headingRow, heading, keys } = best;
  return {
    sheet,
    headingRow,
    fingerprint: fingerprintOf(heading),
    columns: heading.map(({ text }, at) => ({ heading: text.trim(), key: keys[at] ?? null })),
  };
};

const weight = ({ heading, keys }: Candidate): number => {
  const words = heading.filter(({ text, numeric }) => text.trim() !== '' && !numeric && !/\d{6}/.test(text));
  return keys.filter((key) => key !== null).length * 1_000 + words.length;
};
