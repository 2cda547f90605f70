// The demo: the whole main job in the real window on a folder of sheets, with its papers, screenshots and a summary that is read
// back from the program. Nothing in the summary is typed in.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../db/contract/index.ts';
import type { Prepared } from '../../scripts/lib/prepare.mjs';
import { Drive } from './drive.ts';
import { dayAtTheTill, makeReady } from './demo-day.ts';
import { addBureau, addVolunteer, changeTo, firstRun, manager, volunteer } from './first-run.ts';
import * as job from './main-job.ts';
import { issueByTwo, printAndHandOver } from './voucher-job.ts';

export interface DemoOptions {
  /** Folder for papers, screenshots and summary.json. */
  readonly out: string;
  /** Folder with goods.xlsx, donations.xlsx and a roster. */
  readonly data: string;
  readonly say: (line: string) => void;
}

/** One refused row of the roster, counted from 1 under the heading. */
interface RefusedRow {
  readonly row: number;
  readonly reason: string;
}
type ReportRow = { readonly category: string } & Omit<
  Output<'reports.distribution'>['total']['month'],
  'opening'
>;

const files = {
  receipt: 'receipt.pdf',
  voucherSheet: 'voucher-sheet.pdf',
  slip: 'slip.pdf',
  reportPdf: 'report.pdf',
  reportXlsx: 'report.xlsx',
  signOff: 'sign-off.pdf',
  pointsSlip: 'points-slip.pdf',
  deliveryNote: 'delivery-note.pdf',
  replacement: 'replacement.pdf',
  shiftSheet: 'shift.pdf',
  daySheet: 'day.pdf',
} as const;

export interface DemoSummary {
  readonly runtime: string;
  readonly people: Output<'people.summary'> & {
    readonly imported: number;
    readonly refused: readonly RefusedRow[];
    readonly warned: readonly RefusedRow[];
  };
  readonly goods: { readonly imported: number };
  readonly donations: {
    readonly imported: number;
    readonly cashFen: number;
    readonly receipts: readonly string[];
    readonly typedIn: { readonly receipt: string };
  };
  readonly vouchers: {
    readonly issued: number;
    readonly faceFen: number;
    readonly batches: readonly { readonly name: string; readonly issued: number; readonly faceFen: number }[];
  };
  readonly redemptions: { readonly count: number; readonly faceFen: number; readonly goodsFen: number };
  readonly report: {
    readonly month: string;
    readonly rows: readonly ReportRow[];
    readonly apart: Output<'reports.distribution'>['apart']['month'];
    readonly ties: boolean;
    readonly stockTies: boolean;
  };
  readonly files: Readonly<Record<keyof typeof files, string>> & {
    readonly screenshots: readonly string[];
  };
  readonly steps: readonly { readonly name: string; readonly ms: number }[];
}

/** Several reasons of one row become one line. */
const byRow = (reasons: Output<'people.previewImport'>['refused']): readonly RefusedRow[] =>
  [...Map.groupBy(reasons, ({ row }) => row)].map(([row, each]) => ({
    row,
    reason: each.map(({ code }) => code).join(' '),
  }));

const reportRow = ({
  name,
  month: { opening: _, ...figures },
}: Output<'reports.distribution'>['total']): ReportRow => ({ category: name, ...figures });

export const runDemo = async (
  prepared: Prepared,
  { out, data, say }: DemoOptions,
): Promise<{ summary: DemoSummary; complaints: readonly string[] }> => {
  mkdirSync(join(out, 'screenshots'), { recursive: true });
  const drive = await Drive.start(prepared);
  const screenshots: string[] = [];
  const steps: { name: string; ms: number }[] = [];
  const look = async (name: string): Promise<void> => {
    const file = `screenshots/${String(screenshots.length + 1).padStart(2, '0')}-${name}.png`;
    await drive.screenshot(join(out, file));
    screenshots.push(file);
  };
  const total = 10;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    const ms = Math.round(performance.now() - from);
    steps.push({ name, ms });
    say(`[${String(steps.length)}/${String(total)}] ${name} … ${(ms / 1000).toFixed(1)} s`);
    return done;
  };
  try {
    await step('first run', () => firstRun(drive, out, look));
    await step('goods', () => job.importGoods(drive, data, look));
    await step('gifts', () => job.importGifts(drive, data, look));
    const imported = await drive.call('donations.list', { limit: 500 });
    await step('receipt', () => job.printReceipt(drive, out, files.receipt, look));
    const typedIn = await step('gift typed in', () => job.recordGift(drive, out, look));
    const preview = await step('people', () => job.importPeople(drive, data, look));
    await step('vouchers', () => issueToAll(drive, out, look));
    const day = await step('package, limit, points', () => makeReady(drive, out, look));
    await step('a day at the till', async () => {
      await addVolunteer(drive);
      await changeTo(drive, volunteer);
      await dayAtTheTill(drive, out, day, look);
      await changeTo(drive, manager);
    });
    await step('reports', () => job.reports(drive, out, look));
    await job.lookAround(drive, look);

    const people = await drive.call('people.summary', {});
    const goods = await drive.call('goods.list', { limit: 1 });
    const batches = await drive.call('vouchers.batches', {});
    const today = await drive.call('shop.today', {});
    const month = today.businessDay.slice(0, 7);
    const distribution = await drive.call('reports.distribution', { month });
    const balance = await drive.call('reports.balance', { month });
    const { runtime } = await drive.desktop('desktop.state', {});
    const summary: DemoSummary = {
      runtime: `Electron ${runtime.electron} (${prepared.runtime.source}), Chrome ${runtime.chrome}, Node ${runtime.node}`,
      people: {
        imported: people.people,
        ...people,
        refused: byRow(preview.refused),
        warned: byRow(preview.warned),
      },
      goods: { imported: goods.total },
      donations: {
        imported: imported.total,
        cashFen: imported.cashFen,
        receipts: imported.rows.map(({ receiptNumber }) => receiptNumber).toSorted(),
        typedIn: { receipt: typedIn },
      },
      vouchers: {
        issued: distribution.total.month.issued,
        faceFen: distribution.total.month.issuedFen,
        batches: batches.map(({ name, issued, faceFen }) => ({ name, issued, faceFen })),
      },
      redemptions: { count: today.redemptions, faceFen: today.faceFen, goodsFen: today.goodsFen },
      report: {
        month,
        rows: [...distribution.rows, distribution.total].map(reportRow),
        apart: distribution.apart.month,
        ties: distribution.ties,
        stockTies: balance.ties,
      },
      files: { ...files, screenshots },
      steps,
    };
    writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return { summary, complaints: drive.complaints };
  } catch (error) {
    await drive.screenshot(join(out, 'screenshots', 'where-it-stopped.png')).catch(() => undefined);
    throw error;
  } finally {
    await drive.close();
  }
};

/** Prepared by the manager, approved by the bureau, printed, and the signed sheet entered. */
const issueToAll = async (drive: Drive, out: string, look: job.Look): Promise<void> => {
  await addBureau(drive);
  const { businessDay } = await drive.call('shop.status', {});
  const to = `${String(Number(businessDay.slice(0, 4)) + 1)}-02-28`;
  await issueByTwo(drive, { name: '元旦春节慰问', festival: '元旦春节', faceYuan: '100', to }, look);
  await printAndHandOver(drive, out, look, files.voucherSheet);
};
