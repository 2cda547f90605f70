// A person as a form gives them, read into what the books keep, or every reason why not. Pure: who else has the same paper is asked
// of the books by same-person.ts.
import type { Params, Reason } from '../contract/act.ts';
import type { RefusalCode } from '../contract/errors.ts';
import type { Day } from '../domain/business-day.ts';
import { readDisabilityCertificate } from '../domain/disability-certificate.ts';
import {
  documentKey,
  identifiesOnePerson,
  needsManualCheck,
  readIdentityDocument,
  type DocumentReading,
} from '../domain/identity-document.ts';
import { identityContradictions, readIdentityNumber, type Sex } from '../domain/identity-number.ts';
import { readName } from '../domain/person-name.ts';
import type { DocumentKind } from '../schema.ts';

export interface TypedPerson {
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly documentChecked: boolean;
  readonly sex: Sex | null;
  readonly birthDay: Day | null;
  readonly disability: string;
}
/** What the columns of `person` take of it. */
export interface PersonPapers {
  readonly name: string;
  readonly document_kind: DocumentKind;
  readonly id_number: string | null;
  readonly document_number: string;
  readonly document_key: string | null;
  readonly sex: Sex | null;
  readonly birth_day: Day | null;
  readonly disability: string;
}
export interface Warning {
  readonly code: RefusalCode;
  readonly field: string;
}
export interface PersonReading {
  /** As far as it could be read; to be stored only when `reasons` is empty. */
  readonly papers: PersonPapers;
  readonly disabilityWords: string;
  /** The number of 18 that 15 typed digits mean; the form refuses them (rulings.md 17). */
  readonly oldForm: string | null;
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

export const readPerson = (typed: TypedPerson, today: Day): PersonReading => {
  const reasons: Reason[] = [];
  const warnings: Warning[] = [];
  const refuse = (field: string, code: RefusalCode, params?: Params): void =>
    void reasons.push(params ? { code, field, params } : { code, field });
  const warn = (field: string, code: RefusalCode): void => void warnings.push({ field, code });

  const name = readTypedName(typed.name, refuse, warn);
  const oldForm = oldFormOf(typed, today);
  const paper = readPaper(typed, today, oldForm, refuse, warn);
  const identity = paper?.identity ?? null;
  if (identity)
    for (const what of identityContradictions(identity, { sex: typed.sex, birth: typed.birthDay }))
      warn(
        what === 'sex' ? 'sex' : 'birthDay',
        what === 'sex' ? 'warn-sex-contradicts-id' : 'warn-birth-contradicts-id',
      );
  if (!identity && typed.birthDay !== null && typed.birthDay > today) refuse('birthDay', 'day-in-future');
  const disability = readDisability(typed.disability, identity?.number ?? null, refuse);
  return {
    papers: {
      name,
      document_kind: paper?.document ?? typed.documentKind,
      id_number: identity?.number ?? null,
      document_number: identity ? '' : (paper?.number ?? ''),
      document_key: identity || !paper || !identifiesOnePerson(paper.document) ? null : keyOf(paper),
      // The number decides (rulings.md 17).
      sex: identity?.sex ?? typed.sex,
      birth_day: identity?.birth ?? typed.birthDay,
      disability: disability.number,
    },
    disabilityWords: disability.words,
    oldForm,
    reasons,
    warnings,
  };
};

type Refuse = (field: string, code: RefusalCode, params?: Params) => void;
type Warn = (field: string, code: RefusalCode) => void;
type Paper = Extract<DocumentReading<DocumentKind>, { kind: 'ok' }>;

const keyOf = ({ document, number }: Paper): string | null => {
  const key = documentKey(document, number);
  return key === '' ? null : key;
};

const readTypedName = (raw: string, refuse: Refuse, warn: Warn): string => {
  const read = readName(raw, { roster: false });
  if (read.kind === 'ok') {
    if (read.mended.length > 0) warn('name', 'warn-name-mended');
    return read.name;
  }
  // A roster rule; at the form such a name is stored as typed (rulings.md 16).
  if (read.code === 'name-formula') throw new Error('formula refused outside a roster');
  refuse('name', read.code === 'name-unknown-character' ? 'name-ill-formed' : read.code);
  return '';
};

const isNumbered = (kind: DocumentKind): boolean => kind === 'identity' || kind === 'residence-permit';

const oldFormOf = ({ documentKind, documentNumber }: TypedPerson, today: Day): string | null => {
  if (!isNumbered(documentKind)) return null;
  const read = readIdentityNumber(documentNumber, today);
  return read.kind === 'ok' && read.converted ? read.number : null;
};

const readPaper = (
  { documentKind, documentNumber, documentChecked }: TypedPerson,
  today: Day,
  oldForm: string | null,
  refuse: Refuse,
  warn: Warn,
): Paper | null => {
  // Who has the number of 18 is added by whoever asks the books.
  if (oldForm !== null) return null;
  const read = readIdentityDocument(documentKind, documentNumber, today);
  if (read.kind === 'refused') {
    refuse('documentNumber', read.code);
    return null;
  }
  if (read.document !== documentKind) warn('documentKind', 'warn-document-is-number');
  if (read.warnings.includes('document-unusual')) warn('documentNumber', 'warn-document-unusual');
  for (const code of read.identity?.warnings ?? [])
    if (code !== 'id-converted')
      warn('documentNumber', code === 'id-prefix-unknown' ? 'warn-id-prefix-unknown' : 'warn-age-unlikely');
  if (needsManualCheck(read.document) && !documentChecked) refuse('documentChecked', 'document-unchecked');
  return read;
};

const readDisability = (
  raw: string,
  holder: string | null,
  refuse: Refuse,
): { readonly number: string; readonly words: string } => {
  if (raw.trim() === '') return { number: '', words: '' };
  const read = readDisabilityCertificate(raw, holder);
  if (read.kind === 'ok') return { number: read.number, words: read.words };
  refuse('disability', read.code);
  return { number: '', words: '' };
};
