// The store room in the window, as its manager works in it with keys and a scanner: places, purchases, transfers, losses, labels,
// cards, traces, money books, the end of a month. Each function is one stage and ends on a screen that shows its result. The main
// job (main-job.ts) has run before: there are goods, gifts, vouchers. Gifts and counting stand in store-gifts.ts, store-count.ts.
import type { Output } from '../../db/contract/index.ts';
import { digitOf, sections, type SectionedPlace } from '../../renderer/app/sections.ts';
import { openFirstRow, savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { place, type Look } from './main-job.ts';

type SectionName = (typeof sections)[SectionedPlace][number]['name'];
export type Lot = Output<'stock.lots'>['rows'][number];

/** Alt + place, Ctrl + section: the list one sees first there. */
export const openSection = async (drive: Drive, name: SectionName): Promise<void> => {
  const of = (Object.keys(sections) as SectionedPlace[]).find((each) =>
    sections[each].some((section) => section.name === name),
  );
  if (of === undefined) throw new Error(`no place has the section ${name}`);
  await drive.go(place[of]);
  await drive.byId(`section-${name}`).waitFor();
  await drive.page.keyboard.press(
    `Control+${digitOf(sections[of].findIndex((section) => section.name === name))}`,
  );
  await drive.page.locator(`[data-testid="section-${name}"][aria-current="page"]`).waitFor();
};

/** A depot in the home for the aged, beside shop floor and store room. */
export const addDepot = async (drive: Drive, look: Look): Promise<void> => {
  await openSection(drive, 'places');
  await drive.page.keyboard.press('F2');
  await drive.byId('place-name').fill('敬老院');
  await drive.byId('place-kind').selectOption('depot');
  await drive.byId('place-save').click();
  await drive.byId('place-save').waitFor({ state: 'detached' });
  await look('places');
};

export interface Bought {
  readonly number: string;
  readonly costFen: number;
}

/** Milk powder bought with 福彩公益金, inspected by two. */
export const buy = async (drive: Drive, papers: string, look: Look): Promise<Bought> => {
  const { businessDay } = await drive.call('shop.status', {});
  const year = Number(businessDay.slice(0, 4));
  await openSection(drive, 'purchases');
  await drive.page.keyboard.press('F2');
  await drive.byId('purchase-supplier').fill('柳州市某某食品商行');
  await drive.byId('purchase-invoice').fill('25452000000012345678');
  await drive.byId('purchase-money').selectOption('lottery');
  await drive.byId('purchase-inspectorA').fill('韦店长');
  await drive.byId('purchase-inspectorB').fill('王芳');
  await drive.page.keyboard.press('F6');
  await drive.scan('6900001002222');
  await drive.byId('line-quantity').fill('20');
  await drive.byId('line-cost').fill('1100');
  await drive.byId('line-production').fill(`${String(year)}0101`);
  await drive.byId('line-expiry').fill(`${String(year + 2)}0101`);
  await look('purchase-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('purchase-open').click();
  await drive.byId('purchase-facts').waitFor();
  await savePaper(drive, papers, 'purchase.pdf', 'purchase-paper-save');
  await look('purchase');
  const { rows } = await drive.call('purchases.list', { limit: 1 });
  return { number: rows[0]?.number ?? '', costFen: rows[0]?.totalFen ?? 0 };
};

/** A lot by its label: all of what may move, or so much, from one place to another. */
export const transfer = async (
  drive: Drive,
  papers: string,
  {
    lot,
    from,
    to,
    quantity,
  }: { readonly lot: Lot; readonly from: string; readonly to: string; readonly quantity: string },
  look: Look = () => Promise.resolve(),
): Promise<string> => {
  await openSection(drive, 'transfers');
  await drive.page.keyboard.press('F2');
  await drive.byId('transfer-from').selectOption({ label: from });
  await drive.byId('transfer-to').selectOption({ label: to });
  await drive.page.keyboard.press('F6');
  await drive.scan(lot.tag);
  await drive.byId('loss-quantity').fill(quantity);
  await look('transfer-form');
  await drive.page.keyboard.press('Control+Enter');
  await drive.byId('transfer-open').click();
  await savePaper(drive, papers, 'transfer.pdf', 'transfer-paper-save');
  await look('transfer');
  const { rows } = await drive.call('stock.transfers', { limit: 1 });
  return rows[0]?.number ?? '';
};

/** 福彩公益金 comes in by the bureau's letter. */
export const bookGrant = async (drive: Drive, look: Look): Promise<string> => {
  await openSection(drive, 'cash');
  await drive.page.keyboard.press('F2');
  await drive.byId('fund-amount').fill('20000');
  await drive.byId('fund-reference').fill('柳民发〔2026〕12号');
  await look('cash-grant');
  await drive.page.keyboard.press('Control+Enter');
  await drive.page.locator('.notice.done').waitFor();
  await drive.page.keyboard.press('Escape');
  await drive.byId('cash-sources').waitFor();
  const { businessDay } = await drive.call('shop.status', {});
  const { rows } = await drive.call('cash.book', { source: 'lottery', month: businessDay.slice(0, 7) });
  return rows.at(-1)?.number ?? '';
};

/** What every source has, and the book of the lottery money line by line. */
export const readCash = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  await openSection(drive, 'cash');
  await drive.byId('cash-of-lottery').waitFor();
  await drive.byId('cash-lottery').click();
  await drive.page.locator('.ant-table-row').first().filter({ hasText: '拨款' }).waitFor();
  await look('cash');
  await savePaper(drive, papers, 'cash.pdf', 'cash-pdf-save');
};

/** Labels for shelves, and for lots, on one begun sheet of 24. */
export const printLabels = async (
  drive: Drive,
  papers: string,
  barcodes: readonly string[],
  look: Look,
): Promise<void> => {
  await openSection(drive, 'labels');
  await drive.byId('label-kind').selectOption('item');
  for (const barcode of barcodes) {
    await drive.page.keyboard.press('F3');
    await drive.scan(barcode);
    await drive.page.locator('[data-testid^="label-copies-"]:focus').waitFor();
    await drive.page.keyboard.type('2');
    await drive.page.keyboard.press('Enter');
  }
  await drive.byId('label-start').fill('4');
  await look('labels');
  await savePaper(drive, papers, 'labels.pdf', 'labels-save');
};

/** Every movement of one kind of goods with its running balance. */
export const readCard = async (drive: Drive, papers: string, barcode: string, look: Look): Promise<void> => {
  await openSection(drive, 'card');
  await drive.byId('card-pick').click();
  await drive.scan(barcode);
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('card');
  await savePaper(drive, papers, 'card.pdf', 'card-pdf');
};

/** From the list of lots to the one of this label: who gave it, which households got it; F4 leads back to the gift. */
export const traceLot = async (drive: Drive, papers: string, lot: Lot, look: Look): Promise<void> => {
  await openSection(drive, 'lots');
  await drive.byId('list-search').fill(lot.tag);
  await drive.page.locator('.ant-table-row').first().filter({ hasText: lot.tag }).waitFor();
  await openFirstRow(drive);
  await drive.byId('lot-households').waitFor();
  await drive.page.locator('.ant-table-row').first().waitFor();
  await look('lot');
  await savePaper(drive, papers, 'trace.pdf', 'lot-trace-save');
  await drive.page.keyboard.press('F4');
  await drive.byId('receipt-prints').waitFor();
  await look('lot-origin');
};

/** At the counter: goods of which only an expired lot stands on the shelf. The counter is open and the voucher unused. */
export const scanExpired = async (
  drive: Drive,
  voucher: string,
  barcode: string,
  look: Look,
): Promise<void> => {
  await drive.go(place.counter);
  await drive.byId('counter-idle').waitFor();
  await drive.scan(voucher);
  await drive.byId('counter-basket').waitFor();
  await drive.scan(barcode);
  await drive.byId('counter-refused').waitFor();
  await look('counter-expired');
  await drive.page.keyboard.press('Escape');
  await drive.byId('counter-basket').waitFor();
  await drive.page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
};

/** Closes the first month with any movement; answers it. */
export const closeFirstMonth = async (drive: Drive, look: Look): Promise<string> => {
  const { first } = await drive.call('reports.span', {});
  if (first === null) throw new Error('nothing was ever booked');
  const month = first.slice(0, 7);
  await drive.go(place.reports);
  await drive.byId('report-month').selectOption(month);
  await drive.page.keyboard.press('F9');
  await drive.byId('month-close').click();
  await drive.byId('month-confirm').waitFor();
  await look('month-close');
  await drive.byId('month-confirm').click();
  await drive.byId('month-confirm').waitFor({ state: 'detached' });
  await look('month-closed');
  return month;
};
