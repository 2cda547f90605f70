// A person as typed into a form, and what it says to the books. Whether papers and days are right, the books say.
import { careCodes, documentKinds } from '../../db/contract/household-acts.ts';
import type { Input } from '../../db/contract/index.ts';
import { parseDay } from '../../db/domain/business-day.ts';

export interface CoverDraft {
  readonly category: string;
  readonly fromDay: string;
}
export interface PersonDraft {
  readonly key: number;
  readonly name: string;
  readonly documentKind: (typeof documentKinds)[number];
  readonly documentNumber: string;
  readonly documentChecked: boolean;
  readonly sex: '' | 'male' | 'female';
  readonly birthDay: string;
  readonly relation: string;
  readonly care: (typeof careCodes)[number];
  readonly flags: string;
  readonly certificate: string;
  readonly disability: string;
  readonly covers: readonly CoverDraft[];
}

let last = 0;
export const newPerson = (relation = '', covers: readonly CoverDraft[] = []): PersonDraft => ({
  key: (last += 1),
  name: '',
  documentKind: 'identity',
  documentNumber: '',
  documentChecked: false,
  sex: '',
  birthDay: '',
  relation,
  care: '',
  flags: '',
  certificate: '',
  disability: '',
  covers,
});

type Facts = Omit<Input<'people.correctPerson'>, 'personId' | 'reason' | 'document'>;

/** Null while something is missing or no day. */
export const factsOf = ({ key: _, covers: __, sex, birthDay, ...draft }: PersonDraft): Facts | null => {
  const day = birthDay.trim() === '' ? null : parseDay(birthDay);
  const badDay = birthDay.trim() !== '' && day === null;
  if (badDay || draft.name.trim() === '' || draft.relation.trim() === '') return null;
  return { ...draft, sex: sex === '' ? null : sex, birthDay: day };
};

/** With their covers; null while something is missing or no day. */
export const newcomerOf = (draft: PersonDraft): Input<'people.join'>['person'] | null => {
  const facts = factsOf(draft);
  const covers = draft.covers.map(({ category, fromDay }) => ({ category, fromDay: parseDay(fromDay) }));
  if (!facts || covers.some(({ category, fromDay }) => category === '' || fromDay === null)) return null;
  return { ...facts, covers: covers.map(({ category, fromDay }) => ({ category, fromDay: fromDay ?? '' })) };
};
