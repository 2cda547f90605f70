// A stocktake in the real window: opened by the manager, counted by a volunteer with the scanner alone, posted by the manager.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Drive } from '../helpers/drive.ts';
import { addVolunteer, firstRun, manager, signIn, signOut, volunteer } from '../helpers/first-run.ts';

let drive: Drive;
let papers: string;
beforeAll(async () => {
  papers = mkdtempSync(join(tmpdir(), 'papers-'));
  drive = await Drive.start(inject('prepared'));
  await firstRun(drive, papers);
  await addVolunteer(drive);
}, 120_000);
afterAll(async () => {
  await drive.close();
  rmSync(papers, { recursive: true, force: true });
});

const commandId = () => ({ commandId: randomUUID() });
const shot = async (name: string): Promise<void> => {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await drive.screenshot(join(folder, `${name}.png`));
};

const goods = async (
  code: string,
  name: string,
  barcode: string,
  more: {
    unit?: string;
    category?: string;
    keepsDate?: boolean;
    packs?: { unit: string; quantity: number }[];
  } = {},
): Promise<number> =>
  (
    await drive.call(
      'goods.add',
      {
        code,
        name,
        category: '粮油',
        spec: '',
        unit: '袋',
        keepsDate: false,
        listPriceFen: 4_500,
        barcodes: [{ barcode }],
        ...more,
      },
      commandId(),
    )
  ).itemId;
const gift = (itemId: number, quantity: number, valueFen: number, expiryDay: string | null = null) =>
  drive.call(
    'donations.record',
    {
      day: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
      donor: { name: '柳州市某米业有限公司', kind: 'company' },
      anonymous: false,
      purpose: '',
      inspectors: ['韦验收', '覃验收'],
      cash: null,
      checker: '李验收',
      lines: [
        {
          itemId,
          quantity,
          valueFen,
          basis: 'fair-value',
          basisNote: '市场价',
          productionDay: null,
          expiryDay,
        },
      ],
    },
    commandId(),
  );
const toStocktakes = async (): Promise<void> => {
  await drive.go(3);
  await drive.byId('section-stocktake').waitFor();
  await drive.page.keyboard.press('Control+4');
};
const counted = async (code: string, figure: string): Promise<void> => {
  await drive.byId('count-surface').waitFor();
  await drive.scan(code);
  await drive.byId('count-figure').waitFor();
  await drive.page.keyboard.type(figure);
  await drive.page.keyboard.press('Enter');
  await drive.byId('count-last').waitFor();
};

it('goes from the opening to the posted difference by keys and scanner', async () => {
  const { page } = drive;
  const rice = await goods('R1', '东北大米', '6901234567892', {
    packs: [{ unit: '件', quantity: 10 }],
  });
  const milk = await goods('M1', '纯牛奶', '6909876543212', {
    keepsDate: true,
    unit: '盒',
    category: '食品',
  });
  const soap = await goods('S1', '香皂', '6900000000007', {
    unit: '块',
    category: '日用',
  });
  await gift(rice, 100, 470_000);
  await gift(milk, 24, 7_200, '2027-06-01');
  await gift(milk, 12, 3_600, '2027-03-01');
  await gift(soap, 40, 8_000);
  await toStocktakes();
  await page.getByText('还没有盘点单。').waitFor();
  await page.keyboard.press('F2');
  await drive.byId('stocktake-place').waitFor();
  await shot('open');
  await page.keyboard.press('Control+Enter');
  await drive.byId('count-surface').waitFor();
  await signOut(drive);

  await signIn(drive, volunteer);
  await toStocktakes();
  await drive.byId('stocktake-row').waitFor();
  await shot('list');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await drive.byId('count-surface').waitFor();
  await shot('rest');
  await counted('6901234567892', '98');
  await drive.scan('6909876543212');
  await drive.byId('count-choice').first().waitFor();
  await shot('choose');
  await page.keyboard.press('1');
  await drive.byId('count-figure').waitFor();
  await shot('figure');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await drive.byId('count-last').waitFor();
  await shot('counting');
  await drive.scan('6909876543212');
  await drive.byId('count-choice').first().waitFor();
  await page.keyboard.press('2');
  await drive.byId('count-figure').waitFor();
  await page.keyboard.type('25');
  await page.keyboard.press('Enter');
  await drive.byId('count-last').waitFor();
  await page.keyboard.press('F9');
  await drive.byId('finish-leave').waitFor();
  await shot('finish');
  await page.keyboard.press('Space');
  await drive.byId('finish-confirm').click();
  await page.getByText('您参与了点数').waitFor();
  await shot('own');
  await signOut(drive);

  await signIn(drive, manager);
  await toStocktakes();
  await drive.byId('stocktake-row').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await drive.byId('stocktake-post').waitFor();
  await drive.byId('count-line').first().waitFor();
  await shot('review');
  await page.keyboard.press('F9');
  await drive.byId('post-confirm').waitFor();
  await shot('post');
  await page.keyboard.press('Enter');
  await page.getByText(/已入账：盘盈 1 行，盘亏 1 行/).waitFor();
  await shot('posted');
  const { rows } = await drive.call('stocktake.list', {});
  expect(rows).toMatchObject([
    {
      state: 'posted',
      settled: 3,
      lines: 4,
      countedBy: volunteer.name,
      postedBy: manager.name,
    },
  ]);
  expect(drive.complaints).toEqual([]);
}, 120_000);
