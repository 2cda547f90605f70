// Scans by the thousand in the real window, on the check page of the scanner, and counts what came out: read, not read, and anything
// that came out without having been scanned. One lane is one window; the plan is in scanner-plan.ts.
import type { Drive } from './drive.ts';
import {
  chanceOf,
  gapOf,
  honest,
  makeCodes,
  spoil,
  spoilt,
  type Chance,
  type Codes,
  type Condition,
} from './scanner-plan.ts';
import { ScannerLine, strokesOf, type Stroke } from './scanner-streams.ts';

export interface Row {
  readonly name: string;
  /** Codes that had to come out. */
  readonly scans: number;
  /** Scans left out because this PC itself could not press their keys in time; their pieces are not counted as strange. */
  readonly disturbed: number;
  readonly read: number;
  /** Came out without having been scanned: pieces, glued codes, spoilt ones. Refused by the books unless counted in `accepted`. */
  readonly strange: number;
  /** Came out, was not scanned, and would be served. Must be 0. */
  readonly accepted: number;
}
export interface CampaignResult {
  readonly honest: readonly Row[];
  readonly spoilt: readonly Row[];
  /** From key to key as the window saw them, milliseconds. */
  readonly seenGaps: { readonly p50: number; readonly p99: number; readonly max: number };
}

/** Runs inside the page: every result that stands on the screen is kept under its number, and when keys came. */
const watchInPage = (): void => {
  const heard = new Map<number, string>();
  const times: number[] = [];
  const look = (): void => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-testid^="scanner-"][data-number]'))
      heard.set(Number(element.dataset['number']), element.dataset['text'] ?? '');
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  window.addEventListener('keydown', (event) => void times.push(event.timeStamp), true);
  Object.assign(window, { heardScans: heard, keyTimes: times });
};
interface Watched {
  readonly heardScans: Map<number, string>;
  readonly keyTimes: number[];
}
/** What came out after the result of this number, and the number of the last one. */
const takeInPage = (after: number): { readonly texts: readonly string[]; readonly last: number } => {
  const { heardScans } = window as unknown as Watched;
  const fresh = [...heardScans].filter(([number]) => number > after);
  return {
    texts: fresh.map(([, text]) => text).filter((text) => text !== ''),
    last: Math.max(after, ...fresh.map(([number]) => number)),
  };
};
const timesInPage = (): readonly number[] => (window as unknown as Watched).keyTimes;

const isVoucher = (text: string): boolean => text.length === 130;

/** The strokes of one scan in its trouble, and what has to come out of it. */
const scanOf = (
  text: string,
  condition: Condition,
  chance: Chance,
): { strokes: readonly Stroke[]; expected: readonly string[] } => {
  const { keyboard, suffix, trouble, gap: gapName } = condition;
  const gap = gapOf(gapName, chance);
  const plain = (what: string): readonly Stroke[] => strokesOf(what, { keyboard, suffix, gap });
  switch (trouble) {
    case 'none':
      return { strokes: plain(text), expected: [text] };
    case 'split': {
      const place = 1 + Math.floor(chance() * (text.length - 1));
      const pause = 60 + Math.floor(chance() * 541);
      const split = (at: number): number => (at === place ? pause : gap());
      return { strokes: strokesOf(text, { keyboard, suffix, gap: split }), expected: [text] };
    }
    case 'doubled': {
      const pause = 20 + Math.floor(chance() ** 3 * 1380);
      const [first, ...rest] = plain(text);
      const again = first ? [{ ...first, after: pause }, ...rest] : [];
      // A voucher shown twice is one (ruling 1); goods are as many as were scanned.
      return { strokes: [...plain(text), ...again], expected: isVoucher(text) ? [text] : [text, text] };
    }
    case 'aim-id':
      return { strokes: plain(`]${isVoucher(text) ? 'Q1' : 'E0'}${text}`), expected: [text] };
    case 'changed':
    case 'lost-key':
    case 'key-twice': {
      const wrong = spoil(text, trouble, chance);
      return { strokes: plain(wrong), expected: wrong === text ? [text] : [] };
    }
  }
};

/** How long a hand waits before the next scan, at least; without a suffix the silence is what ends a code. */
const restMs = ({ suffix }: Condition): number => (suffix === 'none' ? 330 : 15);
/** Waits for what the last scan of a condition still has to say. */
const settleMs = ({ suffix }: Condition): number => (suffix === 'none' ? 1300 : 60);

/** A key this late could fall into another part of the code than the condition says. */
const mostLateMs = 150;

const tally = (all: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of all) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

const runCondition = async (
  drive: Drive,
  line: ScannerLine,
  condition: Condition,
  scans: number,
  chance: Chance,
  codes: Codes,
  log: (line: string) => void,
): Promise<Row> => {
  const { last } = await drive.page.evaluate(takeInPage, 0);
  const slow = ['20 ms', '50 ms', '1–50 ms'].includes(condition.gap) || condition.keyboard === 'alt-mode';
  const expected: string[] = [];
  const disturbed: string[] = [];
  for (let n = 0; n < scans; n += 1) {
    const text = codes.next(slow);
    const scan = scanOf(text, condition, chance);
    // The books lock a session in which nobody asks them anything, and this page never does.
    if (n % 50 === 0) await drive.call('goods.list', { limit: 1 });
    const late = await line.press(scan.strokes);
    if (late > mostLateMs) disturbed.push(text);
    else expected.push(...scan.expected);
    // Another scanner than before: its first code is waited for a little longer, because it may still go on.
    await line.pause(n === 0 && condition.suffix === 'none' ? settleMs(condition) : restMs(condition));
  }
  await line.pause(settleMs(condition));
  // Any key tells the page that no line feed follows any more.
  await line.press([{ after: 0, code: 'F13', key: 'F13', keyCode: 124 }]);
  await line.pause(40);
  const out = tally((await drive.page.evaluate(takeInPage, last)).texts);
  const wanted = tally(expected);
  let read = 0;
  let strange = 0;
  let accepted = 0;
  for (const [text, count] of wanted) read += Math.min(count, out.get(text) ?? 0);
  for (const [text, count] of out) {
    const more = count - (wanted.get(text) ?? 0);
    if (more <= 0) continue;
    const isPiece = disturbed.some((whole) => whole.includes(text));
    if (isPiece && !codes.accepted(text)) continue;
    if (disturbed.includes(text)) continue;
    strange += more;
    if (codes.accepted(text)) accepted += more;
    // Codes of the campaign's own make: nobody's voucher.
    if (wanted.size > 0) log(`  not scanned: ${text.slice(0, 20)} (${String(text.length)} characters)`);
  }
  return {
    name: condition.name,
    scans: wanted.size === 0 ? scans - disturbed.length : expected.length,
    disturbed: disturbed.length,
    read,
    strange,
    accepted,
  };
};

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;

export interface CampaignWishes {
  /** Honest scans over all conditions. */
  readonly scans: number;
  readonly spoiltScans: number;
  readonly seed: number;
  /** Barcodes of goods that are in the books. */
  readonly catalogue: readonly string[];
  readonly log?: (line: string) => void;
}

/** The window must show the check page. */
export const scannerCampaign = async (
  drive: Drive,
  { scans, spoiltScans, seed, catalogue, log = () => undefined }: CampaignWishes,
): Promise<CampaignResult> => {
  const chance = chanceOf(seed);
  const codes = makeCodes(chance, catalogue);
  await drive.page.evaluate(watchInPage);
  const line = await ScannerLine.open(drive.page);
  const run = async (all: readonly Condition[], total: number): Promise<readonly Row[]> => {
    const shares = all.reduce((sum, { share }) => sum + share, 0);
    const rows: Row[] = [];
    for (const condition of all) {
      const row = await runCondition(
        drive,
        line,
        condition,
        Math.max(2, Math.round((condition.share * total) / shares)),
        chance,
        codes,
        log,
      );
      rows.push(row);
      log(
        `${row.name}: ${String(row.read)} of ${String(row.scans)}, strange ${String(row.strange)}, accepted ${String(row.accepted)}`,
      );
    }
    return rows;
  };
  const honestRows = await run(honest, scans);
  const spoiltRows = await run(spoilt, spoiltScans);
  const times = await drive.page.evaluate(timesInPage);
  const seen = times
    .slice(1)
    .map((at, n) => at - (times[n] ?? at))
    .filter((gap) => gap < 60)
    .sort((a, b) => a - b);
  return {
    honest: honestRows,
    spoilt: spoiltRows,
    seenGaps: { p50: percentile(seen, 0.5), p99: percentile(seen, 0.99), max: seen.at(-1) ?? 0 },
  };
};
