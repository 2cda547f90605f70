// A purchase while it is being typed: texts as they stand in the fields, and how they are read into what the books take. Pure; the
// books check again.
import type { GoodsItem } from '../../db/contract/goods.ts';
import type { Input } from '../../db/contract/index.ts';
import { judgeAcceptance, NO_ACCEPTANCE_RULE, type AcceptanceRule } from '../../db/domain/acceptance.ts';
import { parseDay, type Day } from '../../db/domain/business-day.ts';
import { parseYuan, sumFen } from '../../db/domain/money.ts';
import { addScan, emptyQuantity, readQuantity, type TypedQuantity } from '../goods/quantity-text.ts';

type Record_ = Input<'purchases.record'>;
export type Rules = ReadonlyMap<string, AcceptanceRule>;

export interface DraftLine {
  /** Names the line on the screen; never stored with the books. */
  readonly key: string;
  readonly item: GoodsItem;
  /** Starts empty, never 1. */
  readonly typed: TypedQuantity;
  readonly cost: string;
  readonly production: string;
  readonly expiry: string;
  readonly acceptance: string;
}
export interface Draft {
  readonly day: string;
  readonly supplier: string;
  readonly invoice: string;
  readonly source: Record_['source'];
  readonly stockClass: NonNullable<Record_['stockClass']>;
  readonly placeId: number;
  readonly inspectorA: string;
  readonly inspectorB: string;
  readonly note: string;
  readonly lines: readonly DraftLine[];
}
export const emptyDraft = (today: Day): Draft => ({
  day: today,
  supplier: '',
  invoice: '',
  source: 'lottery',
  stockClass: 'purchased',
  placeId: 1,
  inspectorA: '',
  inspectorB: '',
  note: '',
  lines: [],
});

const nextKey = (lines: readonly DraftLine[]): string =>
  `P${Math.max(0, ...lines.map(({ key }) => Number(key.slice(1)))) + 1}`;

/** The item's line that still waits for its quantity, or a new one; a scanned pack adds what it stands for. */
export const withItem = (
  lines: readonly DraftLine[],
  item: GoodsItem,
  perScan: number | null,
): readonly DraftLine[] => {
  const found = lines.find(
    (line) => line.item.id === item.id && (perScan !== null || line.typed.text === ''),
  );
  const line = found ?? {
    key: nextKey(lines),
    item,
    typed: emptyQuantity(item),
    cost: '',
    production: '',
    expiry: '',
    acceptance: '',
  };
  const next = perScan === null ? line : { ...line, typed: addScan(line.typed, item, perScan) };
  return found ? lines.map((other) => (other === found ? next : other)) : [...lines, next];
};

export type LineMistake =
  'cost' | 'dayBad' | 'expiryMissing' | 'expiryBefore' | 'productionAfter' | 'acceptance' | 'expired';
export type HeadMistake = 'day' | 'supplier' | 'inspectors' | 'lines';
export type LineMistakes = Readonly<
  Partial<Record<'cost' | 'production' | 'expiry' | 'acceptance', LineMistake>>
>;

const fenOf = (text: string): number | null => {
  const read = parseYuan(text);
  return read.ok && read.fen > 0 ? read.fen : null;
};
/** Null: nothing typed; undefined: no day. */
const dayOf = (text: string): Day | null | undefined =>
  text.trim() === '' ? null : (parseDay(text) ?? undefined);

/** How the books will judge the line's dates: good, short (a reason lets it in) or over. */
export const lifeOf = (line: DraftLine, day: string, rules: Rules): 'good' | 'short' | 'over' => {
  const [production, expiry] = [parseDay(line.production), parseDay(line.expiry)];
  const offered = parseDay(day);
  if (expiry === null || offered === null || (production !== null && production > expiry)) return 'good';
  const rule = rules.get(line.item.category) ?? NO_ACCEPTANCE_RULE;
  const verdict = judgeAcceptance(rule, { production, expiry, day: offered });
  if (verdict.ok) return 'good';
  return verdict.reason === 'shelf-life-over' ? 'over' : 'short';
};

export const lineMistakes = (line: DraftLine, draft: Draft, today: Day, rules: Rules): LineMistakes => {
  const [production, expiry] = [dayOf(line.production), dayOf(line.expiry)];
  const life = lifeOf(line, draft.day, rules);
  const expiryWrong = (): LineMistake | undefined => {
    if (expiry === undefined) return 'dayBad';
    if (expiry === null) return line.item.keepsDate ? 'expiryMissing' : undefined;
    if (typeof production === 'string' && expiry < production) return 'expiryBefore';
    return life === 'over' ? 'expired' : undefined;
  };
  const productionWrong = (): LineMistake | undefined => {
    if (production === undefined) return 'dayBad';
    return production !== null && production > today ? 'productionAfter' : undefined;
  };
  const found = {
    cost: fenOf(line.cost) === null ? ('cost' as const) : undefined,
    production: productionWrong(),
    expiry: expiryWrong(),
    acceptance: life === 'short' && line.acceptance.trim() === '' ? ('acceptance' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, mistake]) => mistake !== undefined));
};

export const headMistakes = (draft: Draft, today: Day): ReadonlySet<HeadMistake> => {
  const day = parseDay(draft.day);
  const [one, two] = [draft.inspectorA.trim(), draft.inspectorB.trim()];
  const found: readonly (readonly [HeadMistake, boolean])[] = [
    ['day', day === null || day > today],
    ['supplier', draft.supplier.trim() === ''],
    ['inspectors', one === '' || two === '' || one === two],
    ['lines', draft.lines.length === 0],
  ];
  return new Set(found.flatMap(([mistake, is]) => (is ? [mistake] : [])));
};

/** What the books take; null while anything is wrong. */
export const readDraft = (draft: Draft, today: Day, rules: Rules): Record_ | null => {
  const day = parseDay(draft.day);
  const wrong =
    headMistakes(draft, today).size > 0 ||
    draft.lines.some((line) => Object.keys(lineMistakes(line, draft, today, rules)).length > 0);
  const lines = draft.lines.flatMap((line) => {
    const read = readQuantity(line.typed, line.item);
    const costFen = fenOf(line.cost);
    return read.ok && costFen !== null
      ? [
          {
            itemId: line.item.id,
            quantity: read.quantity,
            costFen,
            productionDay: parseDay(line.production),
            expiryDay: parseDay(line.expiry),
            acceptanceReason: lifeOf(line, draft.day, rules) === 'short' ? line.acceptance : '',
          },
        ]
      : [];
  });
  if (wrong || day === null || lines.length !== draft.lines.length) return null;
  return {
    day,
    supplier: draft.supplier,
    invoiceNumber: draft.invoice,
    source: draft.source,
    stockClass: draft.stockClass,
    placeId: draft.placeId,
    inspectors: [draft.inspectorA, draft.inspectorB],
    note: draft.note,
    lines,
  };
};

/** Running total: grows with what can be read and says what it leaves out. */
export const totalOf = (lines: readonly DraftLine[]): { readonly fen: number; readonly without: number } => {
  const costs = lines.map(({ cost }) => fenOf(cost));
  const known = costs.filter((fen) => fen !== null);
  return { fen: sumFen(known), without: costs.length - known.length };
};
