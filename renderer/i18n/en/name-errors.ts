// Words for what is wrong with a person's name or identity number, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { nameErrors as source } from '../zh-CN/name-errors.ts';

export const nameErrors = {
  'name-missing': { title: 'No name', detail: '', next: 'Fill in the name.' },
  'name-too-long': {
    title: 'The name is too long',
    detail: 'At most {{most}} characters',
    next: 'Check whether something else stands in the name.',
  },
  'name-control-character': {
    title: 'The name has an invisible control character',
    detail: '',
    next: 'Delete the name and type it again.',
  },
  'name-bidi': {
    title: 'The name has a hidden character that turns the writing direction',
    detail: '',
    next: 'Delete the name and type it again.',
  },
  'name-formula': {
    title: 'The name starts with a formula sign',
    detail: '',
    next: 'Remove the = + - @ at its beginning.',
  },
  'name-ill-formed': {
    title: 'The name has a character that cannot be read',
    detail: '',
    next: 'Type it again from the original.',
  },
  'name-full-stop': {
    title: 'The name has a full stop in it',
    detail: '',
    next: 'Names in parts are joined by the middle dot “·”.',
  },
  'id-missing': { title: 'No identity number', detail: '', next: 'Fill in the identity number.' },
  'id-length': {
    title: 'The identity number has the wrong length',
    detail: '{{length}} characters',
    next: 'It has 18 digits (old cards 15); check the original.',
  },
  'id-characters': {
    title: 'The identity number has characters that do not belong there',
    detail: '',
    next: 'Digits only; the last may be X.',
  },
  'id-as-number': {
    title: 'The spreadsheet turned the identity number into a number',
    detail: 'Its last digits are lost and cannot be guessed.',
    next: 'Format the column as text and type it again from the original.',
  },
  'id-impossible-date': {
    title: 'The birth date in the identity number does not exist',
    detail: '',
    next: 'Check the original.',
  },
  'id-birth-in-future': {
    title: 'The birth date in the identity number lies ahead',
    detail: '',
    next: 'Check the original.',
  },
  'id-check-digit': {
    title: 'The identity number fails its check',
    detail: '',
    next: 'Most likely one digit is wrong; check the original.',
  },
  'id-birth-contradiction': {
    title: 'Birth date and identity number disagree',
    detail: '',
    next: 'Check the original and mend one of them.',
  },
  'id-duplicate-in-sheet': {
    title: 'The identity number stands twice in the sheet',
    detail: 'See also row {{otherRow}}',
    next: 'Delete the double row.',
  },
  'id-already-here': {
    title: 'This person is already here',
    detail: 'Household {{household}}',
    next: 'No import is needed; change the household itself.',
  },
} satisfies SameKeys<typeof source>;
