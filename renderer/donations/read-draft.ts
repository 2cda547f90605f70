// Reads a typed gift into what the books take. Pure. Every mistake is found at once and named by its field; the books check again,
// and only they know rules of shelf life, prices and places.
import type { z } from 'zod';
import type { donationLineInput } from '../../db/contract/donations.ts';
import type { Input } from '../../db/contract/index.ts';
import { parseDay, type Day } from '../../db/domain/business-day.ts';
import { parseYuan } from '../../db/domain/money.ts';
import { readQuantity } from '../goods/quantity-text.ts';
import type { Draft, DraftLine, RefusedGoods } from './draft.ts';

export type MistakeCode =
  | 'day-missing'
  | 'day-bad'
  | 'day-in-future'
  | 'donor-missing'
  | 'empty'
  | 'amount-bad'
  | 'amount-zero'
  | 'quantity-missing'
  | 'quantity-bad'
  | 'quantity-zero'
  | 'quantity-too-large'
  | 'inspectors-two'
  | 'expiry-missing'
  | 'expiry-before-production'
  | 'basis-missing'
  | 'value-missing'
  | 'value-without-basis'
  | 'note-missing'
  | 'keep-note-missing'
  | 'grade-missing'
  | 'refused-missing'
  | 'anew-reason-missing';

export interface Mistake {
  /** `day`, `donorName`, `cash`, `lines`, or `<line key>.quantity` and so on; `refused.0` for refused goods. */
  readonly field: string;
  readonly code: MistakeCode;
}
export type DraftReading =
  | { readonly ok: true; readonly input: Input<'donations.record'> }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

type Note = (field: string, code: MistakeCode) => null;

const readDay = (text: string, field: string, note: Note): Day | null =>
  text.trim() === '' ? null : (parseDay(text) ?? note(field, 'day-bad'));

const readAmount = (text: string, field: string, note: Note): number | null => {
  const read = parseYuan(text);
  if (!read.ok) return note(field, 'amount-bad');
  // 0 would say it is worth nothing; what has no value is 未计价.
  return read.fen === 0 ? note(field, 'amount-zero') : read.fen;
};

const quantityCodes = {
  missing: 'quantity-missing',
  zero: 'quantity-zero',
  tooLarge: 'quantity-too-large',
  bad: 'quantity-bad',
  notWhole: 'quantity-bad',
  unit: 'quantity-bad',
} as const;

const quantityOf = (line: DraftLine, note: Note): number => {
  const read = readQuantity(line.quantity, line.item);
  if (read.ok) return read.quantity;
  note(`${line.key}.quantity`, quantityCodes[read.mistake]);
  return 0;
};

const readValue = (line: DraftLine, note: Note): number | null => {
  const given = line.value.trim() !== '';
  if (line.basis === '') return note(`${line.key}.basis`, 'basis-missing');
  if (line.basis === 'unpriced') return given ? note(`${line.key}.value`, 'value-without-basis') : null;
  return given
    ? readAmount(line.value, `${line.key}.value`, note)
    : note(`${line.key}.value`, 'value-missing');
};

/** A fair value says where it comes from; evidence that is kept against the price list says why. */
const noteFaults = (line: DraftLine, note: Note): void => {
  if (line.basisNote.trim() !== '') return;
  if (line.basis === 'fair-value') note(`${line.key}.basisNote`, 'note-missing');
  if (line.basis === 'evidence' && line.keepEvidence) note(`${line.key}.basisNote`, 'keep-note-missing');
};

const readLine = (line: DraftLine, note: Note): z.input<typeof donationLineInput> => {
  const at = (part: string): string => `${line.key}.${part}`;
  const quantity = quantityOf(line, note);
  const productionDay = readDay(line.production, at('production'), note);
  const expiryDay = readDay(line.expiry, at('expiry'), note);
  if (line.item.keepsDate && line.expiry.trim() === '') note(at('expiry'), 'expiry-missing');
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    note(at('expiry'), 'expiry-before-production');
  const valueFen = readValue(line, note);
  noteFaults(line, note);
  const evidenceFen =
    line.basis === 'fair-value' && line.evidence.trim() !== ''
      ? readAmount(line.evidence, at('evidence'), note)
      : null;
  const disinfectedDay = readDay(line.disinfected, at('disinfected'), note);
  if (line.grade === '' && (line.pieces || disinfectedDay !== null)) note(at('grade'), 'grade-missing');
  return {
    itemId: line.item.id,
    quantity,
    evidenceFen,
    valueFen,
    basis: line.basis === '' ? 'unpriced' : line.basis,
    basisNote: line.basisNote,
    keepEvidence: line.basis === 'evidence' && line.keepEvidence,
    productionDay,
    expiryDay,
    acceptanceReason: line.acceptanceReason,
    grade: line.grade === '' ? null : line.grade,
    disinfectedDay,
    pieces: line.pieces,
  };
};

const isBlankRefused = ({ description, quantity, reason }: RefusedGoods): boolean =>
  [description, quantity, reason].every((text) => text.trim() === '');

/** Refused goods: what and why; a row left blank is none. */
const readRefused = (rows: readonly RefusedGoods[], note: Note): readonly RefusedGoods[] =>
  rows.flatMap((row, at) => {
    if (isBlankRefused(row)) return [];
    if (row.description.trim() === '' || row.reason.trim() === '') note(`refused.${at}`, 'refused-missing');
    return [row];
  });

/** The wrong receipt the gift is written for anew. */
export interface Replaces {
  readonly donationId: number;
  readonly reason: string;
}

const headFaults = (draft: Draft, day: Day | null, today: Day, note: Note): void => {
  if (draft.day.trim() === '') note('day', 'day-missing');
  if (day !== null && day > today) note('day', 'day-in-future');
  if (!draft.anonymous && draft.donorName.trim() === '') note('donorName', 'donor-missing');
  const [one, two] = [draft.inspectorA.trim(), draft.inspectorB.trim()];
  if (draft.lines.length > 0 && (one === '' || two === '' || one === two))
    note(one === '' ? 'inspectorA' : 'inspectorB', 'inspectors-two');
};

/** Reads the whole gift; `today` is the business day. All mistakes at once, in the order of the fields. */
export const readDraft = (draft: Draft, today: Day, replaces: Replaces | null = null): DraftReading => {
  const mistakes: Mistake[] = [];
  const note: Note = (field, code) => {
    mistakes.push({ field, code });
    return null;
  };
  if (replaces?.reason.trim() === '') note('anewReason', 'anew-reason-missing');
  const day = readDay(draft.day, 'day', note);
  headFaults(draft, day, today, note);
  const cashFen = draft.cash.trim() === '' ? null : readAmount(draft.cash, 'cash', note);
  const lines = draft.lines.map((line) => readLine(line, note));
  const refused = readRefused(draft.refused, note);
  if (draft.cash.trim() === '' && lines.length === 0) note('lines', 'empty');
  if (mistakes.length > 0 || day === null) return { ok: false, mistakes };
  const nobody = draft.donorName.trim() === '';
  return {
    ok: true,
    input: {
      day,
      donor: {
        name: draft.donorName.trim(),
        kind: nobody ? 'anonymous' : draft.donorKind,
        phone: draft.donorPhone,
      },
      anonymous: draft.anonymous,
      channel: draft.channel,
      campaign: draft.campaign,
      purpose: draft.purpose,
      designation: draft.designation,
      stockClass: draft.stockClass,
      placeId: draft.placeId,
      cash: cashFen === null ? null : { fen: cashFen, way: draft.cashWay },
      lines,
      refused: [...refused],
      checker: draft.checker,
      inspectors: [draft.inspectorA.trim(), draft.inspectorB.trim()],
      replaces: replaces && { donationId: replaces.donationId, reason: replaces.reason.trim() },
    },
  };
};
