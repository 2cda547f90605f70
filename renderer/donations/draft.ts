// A gift while it is being typed: texts as they stand in the fields, and how they are read into what the books take.
// Pure: no screen, no storage. Every mistake is found at once and named by its field; the books check again.
import type { z } from 'zod';
import type { Input } from '../../db/contract/index.ts';
import type { donationLineInput, donorKinds, valueBases } from '../../db/contract/donations.ts';
import { parseDay, type Day } from '../../db/domain/business-day.ts';
import { multiplyPrice, parseYuan, sumFen } from '../../db/domain/money.ts';
import { parseQuantity } from '../../db/domain/quantity.ts';

export type DonorKind = (typeof donorKinds)[number];
export type ValueBasis = (typeof valueBases)[number];

/** What the form must know of an item to ask the right things. */
export interface PickedItem {
  readonly id: number;
  readonly name: string;
  readonly spec: string;
  readonly unit: string;
  readonly unitScale: number;
  readonly listPriceFen: number | null;
  readonly keepsDate: boolean;
}

export interface DraftLine {
  /** Names the line on the screen; never stored with the books. */
  readonly key: string;
  readonly item: PickedItem;
  /** Starts empty, never 1: a scan says what it is, not how many (lessons.md 6). */
  readonly quantity: string;
  readonly production: string;
  readonly expiry: string;
  readonly value: string;
  readonly basis: ValueBasis | '';
  readonly basisNote: string;
}

export interface Draft {
  readonly day: string;
  readonly anonymous: boolean;
  readonly donorName: string;
  readonly donorKind: DonorKind;
  readonly donorPhone: string;
  readonly channel: string;
  readonly campaign: string;
  readonly purpose: string;
  readonly designatedCategory: string;
  readonly cash: string;
  readonly cashWay: 'cash' | 'transfer';
  readonly checker: string;
  /** 验收人: two different people as soon as goods come in. */
  readonly inspectorA: string;
  readonly inspectorB: string;
  readonly lines: readonly DraftLine[];
}

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
  | 'value-without-basis';

export interface Mistake {
  /** `day`, `donorName`, `cash`, `lines`, or `<line key>.quantity` and so on. */
  readonly field: string;
  readonly code: MistakeCode;
}
export type DraftReading =
  | { readonly ok: true; readonly input: Input<'donations.record'> }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const emptyDraft = (day: Day): Draft => ({
  day,
  anonymous: false,
  donorName: '',
  donorKind: 'person',
  donorPhone: '',
  channel: '',
  campaign: '',
  purpose: '',
  designatedCategory: '',
  cash: '',
  cashWay: 'cash',
  checker: '',
  inspectorA: '',
  inspectorB: '',
  lines: [],
});

export const emptyLine = (key: string, item: PickedItem): DraftLine => ({
  key,
  item,
  quantity: '',
  production: '',
  expiry: '',
  value: '',
  basis: '',
  basisNote: '',
});

/** True when nothing that costs work was typed. */
export const isUntouched = (draft: Draft): boolean =>
  draft.lines.length === 0 &&
  [draft.donorName, draft.donorPhone, draft.cash, draft.campaign, draft.purpose].every(
    (text) => text.trim() === '',
  );

type Note = (field: string, code: MistakeCode) => null;

const readDay = (text: string, field: string, note: Note): Day | null =>
  text.trim() === '' ? null : (parseDay(text) ?? note(field, 'day-bad'));

const readAmount = (text: string, field: string, note: Note): number | null => {
  const read = parseYuan(text);
  if (!read.ok) return note(field, 'amount-bad');
  // 0 would say it is worth nothing; what has no value is 未计价.
  return read.fen === 0 ? note(field, 'amount-zero') : read.fen;
};

const readQuantity = (line: DraftLine, note: Note): number | null => {
  const field = `${line.key}.quantity`;
  const read = parseQuantity(line.quantity, line.item.unit);
  if (read.ok) return read.quantity === 0 ? note(field, 'quantity-zero') : read.quantity;
  if (read.reason === 'quantity-missing') return note(field, 'quantity-missing');
  return note(field, read.reason === 'quantity-too-large' ? 'quantity-too-large' : 'quantity-bad');
};

const readValue = (line: DraftLine, note: Note): number | null => {
  const given = line.value.trim() !== '';
  if (line.basis === '') return note(`${line.key}.basis`, 'basis-missing');
  if (line.basis === 'unpriced') return given ? note(`${line.key}.value`, 'value-without-basis') : null;
  return given
    ? readAmount(line.value, `${line.key}.value`, note)
    : note(`${line.key}.value`, 'value-missing');
};

const readLine = (line: DraftLine, note: Note): z.input<typeof donationLineInput> => {
  const quantity = readQuantity(line, note);
  const productionDay = readDay(line.production, `${line.key}.production`, note);
  const expiryDay = readDay(line.expiry, `${line.key}.expiry`, note);
  if (line.item.keepsDate && line.expiry.trim() === '') note(`${line.key}.expiry`, 'expiry-missing');
  if (productionDay !== null && expiryDay !== null && expiryDay < productionDay)
    note(`${line.key}.expiry`, 'expiry-before-production');
  return {
    itemId: line.item.id,
    quantity: quantity ?? 0,
    valueFen: readValue(line, note),
    basis: line.basis === '' ? 'unpriced' : line.basis,
    basisNote: line.basisNote,
    productionDay,
    expiryDay,
  };
};

/** Reads the whole gift; `today` is the business day. All mistakes at once, in the order of the fields. */
export const readDraft = (draft: Draft, today: Day): DraftReading => {
  const mistakes: Mistake[] = [];
  const note: Note = (field, code) => {
    mistakes.push({ field, code });
    return null;
  };
  if (draft.day.trim() === '') note('day', 'day-missing');
  const day = readDay(draft.day, 'day', note);
  if (day !== null && day > today) note('day', 'day-in-future');
  if (!draft.anonymous && draft.donorName.trim() === '') note('donorName', 'donor-missing');
  const cashFen = draft.cash.trim() === '' ? null : readAmount(draft.cash, 'cash', note);
  const [one, two] = [draft.inspectorA.trim(), draft.inspectorB.trim()];
  if (draft.lines.length > 0 && (one === '' || two === '' || one === two))
    note(one === '' ? 'inspectorA' : 'inspectorB', 'inspectors-two');
  const lines = draft.lines.map((line) => readLine(line, note));
  if (draft.cash.trim() === '' && lines.length === 0) note('lines', 'empty');
  if (mistakes.length > 0 || day === null) return { ok: false, mistakes };
  return {
    ok: true,
    input: {
      day,
      donor: {
        name: draft.donorName.trim(),
        kind: draft.donorName.trim() === '' ? 'anonymous' : draft.donorKind,
        phone: draft.donorPhone,
      },
      anonymous: draft.anonymous,
      channel: draft.channel,
      campaign: draft.campaign,
      purpose: draft.purpose,
      designation: { category: draft.designatedCategory === '' ? null : draft.designatedCategory },
      cash: cashFen === null ? null : { fen: cashFen, way: draft.cashWay },
      lines,
      checker: draft.checker,
      inspectors: [one, two],
    },
  };
};

export interface DraftTotals {
  /** Null: no cash typed, or not readable yet. */
  readonly cashFen: number | null;
  /** Sum of the lines with a readable value; null when there is none. */
  readonly goodsFen: number | null;
  readonly lines: number;
  /** Lines that are in no sum: 未计价 or not valued yet. */
  readonly withoutValue: number;
}

const fenOf = (text: string): number | null => {
  const read = parseYuan(text);
  return read.ok && read.fen > 0 ? read.fen : null;
};

/** Running totals: they grow with what can be read and say what they leave out. */
export const draftTotals = (draft: Draft): DraftTotals => {
  const values = draft.lines.map((line) => (line.basis === 'unpriced' ? null : fenOf(line.value)));
  const priced = values.filter((fen) => fen !== null);
  return {
    cashFen: fenOf(draft.cash),
    goodsFen: priced.length === 0 ? null : sumFen(priced),
    lines: draft.lines.length,
    withoutValue: values.length - priced.length,
  };
};

/** A name for a new line that no line has. */
export const nextKey = (lines: readonly DraftLine[]): string =>
  `L${Math.max(0, ...lines.map((line) => Number(line.key.slice(1)))) + 1}`;

/** What the line would be worth at the reference price; null when price or quantity is not known. A proposal, never filled in unasked. */
export const byListPrice = (line: DraftLine): number | null => {
  const read = parseQuantity(line.quantity, line.item.unit);
  if (line.item.listPriceFen === null || !read.ok || read.quantity === 0) return null;
  return multiplyPrice(line.item.listPriceFen, read.quantity, line.item.unitScale);
};
