// What the books said about single lines when a gift was saved, kept beside the line until what they spoke of is changed. Pure.
import type { ActError, Reason } from '../../db/contract/act.ts';
import type { Draft, DraftLine } from './draft.ts';

export interface LineAnswer {
  readonly reason: Reason;
  /** The line as it was when they answered. */
  readonly line: DraftLine;
}
export type Answers = ReadonlyMap<string, readonly LineAnswer[]>;

export const noAnswers: Answers = new Map();

const valueParts = ['basis', 'value', 'quantity', 'keepEvidence'] as const;
/** What of the line a reason speaks of; anything else may change without mending it. */
const spokenOf: Readonly<Partial<Record<string, readonly (keyof DraftLine)[]>>> = {
  'value-far-from-fair': valueParts,
  'value-not-evidence': valueParts,
  'value-reference-missing': ['basis', 'basisNote'],
  'amount-not-positive': valueParts,
  'shelf-life-short': ['production', 'expiry'],
  'shelf-life-over': ['expiry'],
  'pieces-too-many': ['quantity', 'pieces'],
  'row-quantity-fraction': ['quantity', 'pieces'],
  'expiry-missing': ['expiry'],
  'expiry-before-production': ['production', 'expiry'],
};

const at = (field: string | undefined): number | null => {
  const found = /^lines\.(\d+)\./.exec(field ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/** The answer to a gift that was refused, sorted to the lines it was about. */
export const answersOf = (failure: ActError | null, draft: Draft): Answers => {
  const answers = new Map<string, LineAnswer[]>();
  if (failure?.kind !== 'refusal') return answers;
  for (const reason of failure.reasons ?? []) {
    const line = draft.lines[at(reason.field) ?? -1];
    if (line) answers.set(line.key, [...(answers.get(line.key) ?? []), { reason, line }]);
  }
  return answers;
};

/** Those that still hold: nothing they spoke of was changed since. */
export const standing = (answers: Answers, line: DraftLine): readonly Reason[] =>
  (answers.get(line.key) ?? [])
    .filter(({ reason, line: before }) => {
      const parts = spokenOf[reason.code] ?? (Object.keys(line) as (keyof DraftLine)[]);
      return parts.every((part) => before[part] === line[part]);
    })
    .map(({ reason }) => reason);

const solves: Readonly<Partial<Record<string, string>>> = {
  'value-far-from-fair': 'take-fair',
  'shelf-life-short': 'acceptanceReason',
  'shelf-life-over': 'refuse',
};

/** Where the cursor belongs after an answer: the field or button that solves its first reason; null without one. */
export const solvingField = (answers: Answers): string | null => {
  const [first] = answers;
  const code = first?.[1][0]?.reason.code;
  return first === undefined || code === undefined ? null : `${first[0]}.${solves[code] ?? 'quantity'}`;
};
