// A batch while it is being typed, and how it is read into what the books take. Pure; the books check again.
import type { Input } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { parseYuan } from '../../db/domain/money.ts';

export interface BatchDraft {
  readonly name: string;
  readonly festival: string;
  readonly face: string;
  readonly categories: readonly string[];
  readonly highestOnly: boolean;
  readonly validFrom: string;
  readonly validTo: string;
  readonly place: string;
  readonly fundingSource: string;
}
export type BatchSpec = Input<'vouchers.previewBatch'>['spec'];
export type BatchMistake = 'missing' | 'face' | 'categories' | 'day' | 'to-before-from' | 'over';

export const emptyDraft = (today: string, place: string): BatchDraft => ({
  name: '',
  festival: '',
  face: '',
  categories: [],
  highestOnly: true,
  validFrom: today,
  validTo: '',
  place,
  fundingSource: '',
});

const dayMistake = (text: string): BatchMistake | undefined =>
  text.trim() === '' ? 'missing' : parseDay(text) === null ? 'day' : undefined;

/** What is wrong with each field; nothing for a field that is right. */
export const mistakesOf = (
  draft: BatchDraft,
  today: string,
): { readonly [K in keyof BatchDraft]?: BatchMistake | undefined } => {
  const face = parseYuan(draft.face);
  const [from, to] = [parseDay(draft.validFrom), parseDay(draft.validTo)];
  return {
    name: draft.name.trim() === '' ? 'missing' : undefined,
    face: face.ok && face.fen > 0 ? undefined : 'face',
    categories: draft.categories.length === 0 ? 'categories' : undefined,
    validFrom: dayMistake(draft.validFrom),
    validTo:
      dayMistake(draft.validTo) ??
      (from && to && to < from ? 'to-before-from' : to && to < today ? 'over' : undefined),
    place: draft.place.trim() === '' ? 'missing' : undefined,
  };
};

/** What the books take; null while something is wrong. */
export const specOf = (draft: BatchDraft, today: string): BatchSpec | null => {
  const face = parseYuan(draft.face);
  const [validFrom, validTo] = [parseDay(draft.validFrom), parseDay(draft.validTo)];
  if (
    !face.ok ||
    !validFrom ||
    !validTo ||
    Object.values(mistakesOf(draft, today)).some((mistake) => mistake !== undefined)
  )
    return null;
  return {
    name: draft.name.trim(),
    festival: draft.festival.trim(),
    faceFen: face.fen,
    categories: [...draft.categories],
    highestOnly: draft.highestOnly,
    validFrom,
    validTo,
    place: draft.place.trim(),
    fundingSource: draft.fundingSource.trim(),
  };
};
