// Lines of goods typed at the form: what they are worth (domain.md §4.3), pieces, second-hand goods. Dates and remaining life are the
// same for gifts and purchases (db/stock/incoming.ts).
import type { Reason } from '../contract/act.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Tx } from '../context.ts';
import { judgeValue, valueRefusal } from '../domain/valuation.ts';
import { judgeIncoming } from '../stock/incoming.ts';
import { MOST_PIECES } from './enter-lots.ts';
import type { GiftLine } from './gift.ts';
import type { StayingLine } from './staying-goods.ts';

type FormLine = ParsedInput<'donations.record'>['lines'][number];
interface Item {
  readonly name: string;
  readonly unitScale: number;
  readonly listPriceFen: number | null;
}
interface JudgedLines {
  readonly reasons: readonly Reason[];
  /** As they will be written, where there is no reason against it. */
  readonly lines: readonly GiftLine[];
  /** Lines (from 1) whose evidence was kept though far from fair value. */
  readonly keptEvidence: readonly number[];
}
interface Circumstances {
  /** On which the goods were offered. */
  readonly day: string;
  readonly today: string;
  readonly farFactor: number;
  /** Goods that were accepted before and stay where they are. */
  readonly staying: readonly StayingLine[] | null;
}

export const judgeLines = async (
  tx: Tx,
  lines: readonly FormLine[],
  { day, today, farFactor, staying }: Circumstances,
): Promise<JudgedLines> => {
  const items = await itemsOf(tx, lines);
  const { reasons, shortDated } = staying
    ? { reasons: [], shortDated: staying.map((line) => line.shortDated) }
    : await judgeIncoming(tx, { day, today }, lines);
  const far = lines.map((line) => keepsFarEvidence(line, items.get(line.itemId), farFactor));
  const own = lines.flatMap((line, at) =>
    faultsOf(line, items.get(line.itemId), { today, farFactor }).map((reason) => ({
      ...reason,
      field: `lines.${at}.${reason.field}`,
      row: at + 1,
    })),
  );
  return {
    reasons: [...reasons, ...own].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    lines: lines.map((line, at) => written(line, items.get(line.itemId), shortDated[at] ?? false)),
    keptEvidence: far.flatMap((kept, at) => (kept ? [at + 1] : [])),
  };
};

const itemsOf = async (tx: Tx, lines: readonly FormLine[]): Promise<ReadonlyMap<number, Item>> => {
  const ids = [...new Set(lines.map(({ itemId }) => itemId))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('item')
    .select(['id', 'name', 'unit_scale as unitScale', 'list_price_fen as listPriceFen'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...item }) => [id, item]));
};

type LineReason = Reason & { readonly field: string };

const faultsOf = (
  line: FormLine,
  item: Item | undefined,
  { today, farFactor }: Pick<Circumstances, 'today' | 'farFactor'>,
): readonly LineReason[] => [
  ...valueFaults(line, item, farFactor),
  ...(item && line.pieces ? pieceFaults(line, item) : []),
  ...(line.disinfectedDay !== null && line.disinfectedDay > today
    ? [
        {
          code: 'row-day-in-future',
          field: 'disinfectedDay',
          params: { found: line.disinfectedDay },
        } as const,
      ]
    : []),
];

const valuesOf = (line: FormLine, item: Item | undefined) => ({
  ...line,
  note: line.basisNote,
  listPriceFen: item?.listPriceFen ?? null,
  unitScale: item?.unitScale ?? 1,
});

/** True when the manager insists on evidence that may not stand by itself. */
const keepsFarEvidence = (line: FormLine, item: Item | undefined, farFactor: number): boolean =>
  line.keepEvidence && valueRefusal(valuesOf(line, item), farFactor) === 'value-far-from-fair';

const valueFields = {
  'value-without-basis': 'basis',
  'amount-not-positive': 'valueFen',
  'value-not-evidence': 'valueFen',
  'value-far-from-fair': 'basis',
  'value-reference-missing': 'basisNote',
} as const;

const valueFaults = (line: FormLine, item: Item | undefined, farFactor: number): readonly LineReason[] => {
  const values = valuesOf(line, item);
  const refusal = valueRefusal(values, farFactor);
  if (refusal === null) return [];
  if (refusal === 'value-far-from-fair' && line.keepEvidence)
    return line.basisNote === ''
      ? [{ code: 'value-reference-missing', field: 'basisNote', params: { item: item?.name ?? '' } }]
      : [];
  const evidenceFen = line.evidenceFen ?? line.valueFen;
  const params = {
    item: item?.name ?? '',
    evidenceFen,
    valueFen: line.valueFen,
    listFen: judgeValue(values).listValueFen,
  };
  return [{ code: refusal, field: valueFields[refusal], params }];
};

const pieceFaults = (line: FormLine, { unitScale }: Item): readonly LineReason[] => {
  const count = line.quantity / unitScale;
  if (!Number.isInteger(count))
    return [{ code: 'row-quantity-fraction', field: 'quantity', params: { found: String(count) } }];
  if (count > MOST_PIECES)
    return [{ code: 'pieces-too-many', field: 'quantity', params: { most: MOST_PIECES } }];
  // Less than a fen a piece is no value.
  return line.valueFen !== null && line.valueFen < count
    ? [{ code: 'amount-not-positive', field: 'valueFen' }]
    : [];
};

/** The evidence is the amount itself where only that was given; a reason for short life is kept only where one was needed. */
const written = (line: FormLine, item: Item | undefined, shortDated: boolean): GiftLine => ({
  ...line,
  unitScale: item?.unitScale ?? 1,
  evidenceFen: line.basis === 'evidence' ? (line.evidenceFen ?? line.valueFen) : line.evidenceFen,
  acceptanceReason: shortDated ? line.acceptanceReason : '',
  shortDated,
});
