// A batch while it is being typed, and how it is read into what the books take. Pure; the books check again.
import { batchBases, batchKinds } from '../../db/contract/batches.ts';
import type { Input } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';
import { BATCH_CLASSES, type BatchClass } from '../../db/domain/designation.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { wholeIn } from '../../db/domain/whole-number.ts';

export const kinds = batchKinds;
export const bases = batchBases;
export const classes = BATCH_CLASSES;
export type Kind = (typeof batchKinds)[number];
export type Basis = (typeof batchBases)[number];

export interface SizeLine {
  readonly members: string;
  readonly face: string;
}
export interface BatchDraft {
  readonly name: string;
  readonly festival: string;
  readonly kind: Kind;
  readonly basis: Basis;
  /** Yuan, or whole points. */
  readonly face: string;
  readonly sizes: readonly SizeLine[];
  readonly packageId: number | null;
  readonly categories: readonly string[];
  /** None: all. */
  readonly communities: readonly string[];
  readonly highestOnly: boolean;
  readonly inParts: boolean;
  readonly stockClass: BatchClass;
  readonly validFrom: string;
  readonly validTo: string;
  readonly place: string;
  readonly fundingSource: string;
}
export type BatchSpec = Input<'vouchers.previewBatch'>['spec'];
export type BatchMistake =
  | 'missing'
  | 'face'
  | 'points'
  | 'package'
  | 'sizes'
  | 'sizes-from-one'
  | 'sizes-rising'
  | 'categories'
  | 'day'
  | 'to-before-from'
  | 'over';

const emptySizes: readonly SizeLine[] = [
  { members: '1', face: '' },
  { members: '2', face: '' },
  { members: '4', face: '' },
];

export const emptyDraft = (today: string, place: string): BatchDraft => ({
  name: '',
  festival: '',
  kind: 'value',
  basis: 'household',
  face: '',
  sizes: emptySizes,
  packageId: null,
  categories: [],
  communities: [],
  highestOnly: true,
  inParts: false,
  stockClass: 'ordinary',
  validFrom: today,
  validTo: '',
  place,
  fundingSource: '',
});

/** A package is taken whole and has no face by size; by size each household receives one. */
export const fitting = (draft: BatchDraft): BatchDraft => ({
  ...draft,
  ...(draft.kind === 'package' && { inParts: false }),
  ...(draft.kind === 'package' && draft.basis === 'size' && { basis: 'household' as const }),
  ...(draft.kind !== 'package' && draft.basis === 'size' && { highestOnly: true }),
});

/** Fen or points, more than nothing; null: cannot be read. */
const readFace = (kind: Kind, text: string): number | null => {
  if (kind === 'points') return wholeIn(text, 1, 9_999_999);
  const face = parseYuan(text);
  return face.ok && face.fen > 0 ? face.fen : null;
};

const linesOf = ({ sizes }: BatchDraft): readonly SizeLine[] =>
  sizes.filter(({ members, face }) => members.trim() !== '' && face.trim() !== '');

const readSizes = (draft: BatchDraft): BatchSpec['sizeFaces'] | null => {
  const lines = linesOf(draft).map(({ members, face }) => ({
    members: wholeIn(members, 1, 99) ?? 0,
    face: readFace(draft.kind, face),
  }));
  return lines.every((line) => line.members > 0 && line.face !== null)
    ? lines.map(({ members, face }) => ({ members, face: face ?? 0 }))
    : null;
};

const sizesMistake = (draft: BatchDraft): BatchMistake | undefined => {
  const sizes = readSizes(draft);
  if (!sizes || sizes.length === 0) return 'sizes';
  if (sizes[0]?.members !== 1) return 'sizes-from-one';
  const falls = sizes.some((line, at) => {
    const before = sizes[at - 1];
    return before !== undefined && (line.members <= before.members || line.face < before.face);
  });
  return falls ? 'sizes-rising' : undefined;
};

const faceMistake = (draft: BatchDraft): BatchMistake | undefined =>
  readFace(draft.kind, draft.face) !== null ? undefined : draft.kind === 'points' ? 'points' : 'face';

const dayMistake = (text: string): BatchMistake | undefined =>
  text.trim() === '' ? 'missing' : parseDay(text) === null ? 'day' : undefined;

/** What is wrong with each field; nothing for a field that is right or not asked for. */
export const mistakesOf = (
  draft: BatchDraft,
  today: string,
): { readonly [K in keyof BatchDraft]?: BatchMistake | undefined } => {
  const [from, to] = [parseDay(draft.validFrom), parseDay(draft.validTo)];
  const isPackage = draft.kind === 'package';
  const bySize = !isPackage && draft.basis === 'size';
  return {
    name: draft.name.trim() === '' ? 'missing' : undefined,
    face: isPackage || bySize ? undefined : faceMistake(draft),
    sizes: bySize ? sizesMistake(draft) : undefined,
    packageId: isPackage && draft.packageId === null ? 'package' : undefined,
    categories: draft.categories.length === 0 ? 'categories' : undefined,
    validFrom: dayMistake(draft.validFrom),
    validTo:
      dayMistake(draft.validTo) ??
      (from && to && to < from ? 'to-before-from' : to && to < today ? 'over' : undefined),
    place: draft.place.trim() === '' ? 'missing' : undefined,
  };
};

/** What the books take; null while something is wrong. */
export const specOf = (typed: BatchDraft, today: string): BatchSpec | null => {
  const draft = fitting(typed);
  const [validFrom, validTo] = [parseDay(draft.validFrom), parseDay(draft.validTo)];
  if (!validFrom || !validTo) return null;
  if (Object.values(mistakesOf(draft, today)).some((mistake) => mistake !== undefined)) return null;
  const { kind, basis, inParts, stockClass, highestOnly } = draft;
  const bySize = basis === 'size';
  const face = kind === 'package' || bySize ? 0 : (readFace(kind, draft.face) ?? 0);
  return {
    name: draft.name.trim(),
    festival: draft.festival.trim(),
    ...{ kind, basis, inParts, stockClass, highestOnly },
    faceFen: kind === 'value' ? face : 0,
    facePoints: kind === 'points' ? face : 0,
    sizeFaces: bySize ? (readSizes(draft) ?? []) : [],
    packageId: kind === 'package' ? draft.packageId : null,
    categories: [...draft.categories],
    communities: [...draft.communities],
    validFrom,
    validTo,
    place: draft.place.trim(),
    fundingSource: draft.fundingSource.trim(),
  };
};
