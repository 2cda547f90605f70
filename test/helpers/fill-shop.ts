// Fills a shop in the window quickly, through the page's own line: sample goods, gifts and people, one batch of vouchers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../db/domain/categories.ts';
import type { Drive } from './drive.ts';
import { sampleFolder } from './sample.ts';

const imports = [
  ['goods', 'goods.xlsx'],
  ['donations', 'donations.xlsx'],
  ['people', 'roster.xlsx'],
] as const;

/** Ends with one voucher of ¥100 for every household of the sample. Somebody who may do all this must be signed in. */
export const fillShop = async (drive: Drive): Promise<void> => {
  for (const [area, name] of imports) {
    const bytes = readFileSync(join(sampleFolder, name)).toString('base64');
    await drive.page.evaluate(
      async ([act, text, commandId]) => {
        const sheet = { name: 'sheet', bytes: Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0)) };
        const preview = await window.shop.call(`${act}.previewImport`, { sheet });
        if (!preview.ok) throw new Error(JSON.stringify(preview.error));
        const { previewId } = preview.data as { previewId: string };
        const done = await window.shop.call(`${act}.confirmImport`, { previewId }, { commandId });
        if (!done.ok) throw new Error(JSON.stringify(done.error));
      },
      [area, bytes, `fill-${area}`] as const,
    );
  }
  const { businessDay } = await drive.call('shop.status', {});
  const spec = {
    name: '元旦春节慰问',
    faceFen: 10_000,
    categories: CATEGORIES.map(({ code }) => code),
    validFrom: businessDay,
    validTo: `${String(Number(businessDay.slice(0, 4)) + 1)}-02-28`,
    place: '城中区慈善超市',
  };
  await letOneIssue(drive);
  const draft = await drive.call('vouchers.prepareBatch', { spec }, { commandId: 'fill-batch' });
  const { batchId, drafts, faceFen, facePoints } = draft;
  await drive.call(
    'vouchers.approveBatch',
    { batchId, expectPieces: drafts, expectFaceFen: faceFen, expectFacePoints: facePoints },
    { commandId: 'fill-approve' },
  );
};

/** A shop of one: no second person approves a batch. Whoever may change the settings must be signed in. */
export const letOneIssue = async (drive: Drive): Promise<void> => {
  const { name, districtName, reportPhone, settings } = await drive.call('shop.read', {});
  await drive.call(
    'shop.change',
    { name, districtName, reportPhone, settings: { ...settings, issueNeedsSecond: false } },
    { commandId: 'let-one-issue' },
  );
};
