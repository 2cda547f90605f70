// A batch of vouchers made into a PDF by the documents process while the till goes on scanning: how long the paper takes, and how long
// the longest scan waited meanwhile. Asked through the same `window.shop` as the screens.
import type { Page } from 'playwright-core';
import type { Output } from '../../db/contract/index.ts';
import { CATEGORIES } from '../../db/domain/categories.ts';
import { password } from '../helpers/open-shop.ts';

export interface PaperSample {
  readonly vouchers: number;
  readonly bytes: number;
  /** Milliseconds until the window has the whole paper. */
  readonly took: number;
  /** Milliseconds of every scan meanwhile. */
  readonly scans: readonly number[];
}
type Ask = (act: string, input: unknown, commandId?: string) => Promise<unknown>;

/** The households of a year's distribution in the district (issue 5). */
const least = 1_272;

/** Issues the smallest batch that is large enough, by two persons; all there are in a small shop. */
const issue = async (ask: Ask): Promise<number> => {
  const { businessDay } = (await ask('shop.status', {})) as Output<'shop.status'>;
  const codes = CATEGORIES.map(({ code }) => code);
  const specOf = (communities: readonly string[], categories: readonly string[]) => ({
    ...{ name: '券面计时', faceFen: 10_000, place: '城中区慈善超市', communities, categories },
    ...{ validFrom: businessDay, validTo: `${String(Number(businessDay.slice(0, 4)) + 1)}-12-31` },
  });
  const households = (spec: unknown): Promise<number> =>
    ask('vouchers.previewBatch', { spec }).then(
      (preview) => (preview as Output<'vouchers.previewBatch'>).households,
      (error: unknown) => {
        if (String(error).includes('batch-nobody')) return 0;
        throw error;
      },
    );
  for (const communities of [['第1社区'], []]) {
    const all = await households(specOf(communities, codes));
    if (all < least && communities.length > 0) continue;
    for (let some = 1; some <= codes.length; some += 1) {
      const spec = specOf(communities, codes.slice(0, some));
      const expectHouseholds = some === codes.length ? all : await households(spec);
      if (expectHouseholds < least && some < codes.length) continue;
      const approval = { login: 'minzhengju', password };
      const made = await ask(
        'vouchers.issueBatch',
        { spec, expectHouseholds, approval, again: true },
        'bench-issue',
      );
      return (made as Output<'vouchers.issueBatch'>).batchId;
    }
  }
  throw new Error('nobody to issue to');
};

/** Runs inside the page; only what stands in this function is known there. */
const makeInPage = async ({ batchId, codes }: { batchId: number; codes: readonly string[] }) => {
  const started = performance.now();
  const made = { yet: false, bytes: 0 };
  const paper = window.shop
    .call('vouchers.printSheet', { batchId, layout: 'a4-8' }, { commandId: 'bench-sheet' })
    .then((reply) => {
      if (!reply.ok) throw new Error(`vouchers.printSheet: ${JSON.stringify(reply.error)}`);
      made.bytes = (reply.data as { bytes: Uint8Array }).bytes.length;
      made.yet = true;
      return performance.now() - started;
    });
  const scans: number[] = [];
  for (let at = 0; !made.yet; at += 1) {
    const from = performance.now();
    const reply = await window.shop.call('counter.scan', {
      code: codes[at % codes.length],
      entry: 'scanned',
    });
    scans.push(performance.now() - from);
    if (!reply.ok) throw new Error(`counter.scan: ${JSON.stringify(reply.error)}`);
    // A till that never pauses would not leave the paper its half of the PC.
    await new Promise((go) => setTimeout(go, 20));
  }
  return { took: await paper, bytes: made.bytes, scans };
};

/** Signs the manager in, as the papers are the manager's; `codes` are printed ones that may be scanned. */
export const measurePaper = async (page: Page, ask: Ask, codes: readonly string[]): Promise<PaperSample> => {
  await ask('staff.signIn', { login: 'dianzhang', password }, 'bench-manager');
  const batchId = await issue(ask);
  const { rows } = (await ask('vouchers.batches', {}).then((all) => ({ rows: all }))) as {
    rows: Output<'vouchers.batches'>;
  };
  const vouchers = rows.find(({ id }) => id === batchId)?.issued ?? 0;
  return { vouchers, ...(await page.evaluate(makeInPage, { batchId, codes })) };
};
