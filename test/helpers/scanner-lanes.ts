// The scanner campaign in several windows at once, each its own program with its own books, and the figures of all of them together.
import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Prepared } from '../../scripts/lib/prepare.mjs';
import { Drive } from './drive.ts';
import { firstRun } from './first-run.ts';
import { scannerCampaign, type CampaignResult, type Row } from './scanner-campaign.ts';
import { chanceOf, makeBarcode } from './scanner-plan.ts';

export interface LanesWishes {
  readonly scans: number;
  readonly spoilt: number;
  readonly lanes: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

type Figures = Omit<Row, 'name'>;
export const sumOf = (rows: readonly Row[]): Figures =>
  rows.reduce<Figures>(
    (sum, { scans, disturbed, read, strange, accepted }) => ({
      scans: sum.scans + scans,
      disturbed: sum.disturbed + disturbed,
      read: sum.read + read,
      strange: sum.strange + strange,
      accepted: sum.accepted + accepted,
    }),
    { scans: 0, disturbed: 0, read: 0, strange: 0, accepted: 0 },
  );

const together = (all: readonly (readonly Row[])[]): readonly Row[] =>
  (all[0] ?? []).map(({ name }, at) => ({ name, ...sumOf(all.flatMap((rows) => rows[at] ?? [])) }));

/** Goods with these barcodes in the books of the shop that is open in the window. */
export const stockCatalogue = async (
  drive: Drive,
  seed: number,
  kinds: number,
): Promise<readonly string[]> => {
  const chance = chanceOf(seed);
  const catalogue = [...new Set(Array.from({ length: kinds }, () => makeBarcode(chance)))];
  for (const [at, barcode] of catalogue.entries())
    await drive.call(
      'goods.add',
      {
        code: `S${String(at)}`,
        name: `试扫物资 ${String(at)}`,
        category: '粮油',
        spec: '',
        unit: '袋',
        keepsDate: false,
        listPriceFen: 4_500,
        barcodes: [{ barcode }],
      },
      { commandId: randomUUID() },
    );
  return catalogue;
};

export const toCheckPage = async (drive: Drive): Promise<void> => {
  await drive.page.keyboard.press('Alt+8');
  await drive.byId('scanner-check').waitFor();
};

const lane = async (prepared: Prepared, wishes: LanesWishes, at: number): Promise<CampaignResult> => {
  const papers = mkdtempSync(join(tmpdir(), 'papers-'));
  const drive = await Drive.start(prepared);
  try {
    await firstRun(drive, papers);
    const catalogue = await stockCatalogue(drive, wishes.seed + at, 300);
    await toCheckPage(drive);
    return await scannerCampaign(drive, {
      scans: Math.ceil(wishes.scans / wishes.lanes),
      spoiltScans: Math.ceil(wishes.spoilt / wishes.lanes),
      seed: wishes.seed + at,
      catalogue,
      log: (line) => wishes.log(`${String(at + 1)}: ${line}`),
    });
  } finally {
    await drive.close();
    rmSync(papers, { recursive: true, force: true });
  }
};

export const scannerLanes = async (prepared: Prepared, wishes: LanesWishes): Promise<CampaignResult> => {
  const all = await Promise.all(Array.from({ length: wishes.lanes }, (_, at) => lane(prepared, wishes, at)));
  const seen = all.map(({ seenGaps }) => seenGaps);
  return {
    honest: together(all.map(({ honest }) => honest)),
    spoilt: together(all.map(({ spoilt }) => spoilt)),
    // Of lanes that ran side by side the worst is told.
    seenGaps: {
      p50: Math.max(...seen.map(({ p50 }) => p50)),
      p99: Math.max(...seen.map(({ p99 }) => p99)),
      max: Math.max(...seen.map(({ max }) => max)),
    },
  };
};
