// The demo's day at the till, in the window: what the households on the first page of the printed sheet meet there, one each, by codes an
// independent decoder read from it. Goods are picked from what the books say may be taken, so that any folder of sheets will do.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Input } from '../../db/contract/index.ts';
import * as till from './counter-job.ts';
import { savePaper } from './desk.ts';
import type { Drive } from './drive.ts';
import { bureau, changeTo, manager, volunteer } from './first-run.ts';
import { serve, type Look } from './main-job.ts';
import * as month from './month-job.ts';
import { codesOnPage } from './read-codes.ts';
import { endShift, openShift, replaceLost } from './voucher-job.ts';

interface Goods {
  readonly barcode: string;
  readonly priceFen: number;
}
/** Who comes, by place on the sheet. */
const families = ['several', 'packaged', 'home', 'held', 'lost', 'over', 'cash', 'plain'] as const;
export interface Day {
  readonly code: Readonly<Record<(typeof families)[number], string>>;
  /** Dearest first. */
  readonly goods: readonly Goods[];
  /** Typed code of the package of the household that has one beside its voucher; a volunteer sees only the end of it. */
  readonly packageCode: string;
}

/** Before the till opens, as the manager: a package and its batch, a limit, a volunteer's points, cash beside a voucher allowed. */
export const makeReady = async (drive: Drive, papers: string, look: Look): Promise<Day> => {
  const codes = await codesOnPage(join(papers, 'voucher-sheet.pdf'), 1);
  const code = Object.fromEntries(families.map((family, at) => [family, codes[at] ?? ''])) as Day['code'];
  const goods = await onShelf(drive, code.plain);
  const [limited, thanks, next] = [goods.at(-1), goods.at(-2), goods.at(-3)];
  if (goods.length < 6 || !limited || !thanks || !next)
    throw new Error('the shelves hold too little for a day');
  const packageId = await month.makePackage(
    drive,
    { name: '节日套餐', codes: [next.barcode, thanks.barcode] },
    look,
  );
  const packageCode = await issuePackage(drive, code.packaged, packageId);
  await month.makeLimit(drive, { code: limited.barcode, pieces: 1 }, look);
  await month.thankVolunteer(drive, { code: thanks.barcode, name: '覃小兰' }, papers, look);
  const { name, districtName, reportPhone, settings } = await drive.call('shop.read', {});
  await drive.call(
    'shop.change',
    { name, districtName, reportPhone, settings: { ...settings, topUpAllowed: true } },
    { commandId: randomUUID() },
  );
  return { code, goods, packageCode };
};

/** Goods of up to ¥40 of which there is enough for everybody here, dearest first. */
const onShelf = async (drive: Drive, code: string): Promise<readonly Goods[]> => {
  const { vouchers } = await drive.call('counter.scan', { code, entry: 'scanned' });
  const voucherIds = vouchers.map(({ voucherId }) => voucherId);
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const found: Goods[] = [];
  for (const { barcodes, listPriceFen, unitScale } of rows) {
    const barcode = barcodes[0]?.barcode;
    if (barcode === undefined || listPriceFen === null || listPriceFen > 4_000 || unitScale !== 1) continue;
    const enough = await drive.call('counter.goods', { voucherIds, code: barcode }).then(
      ({ available }) => available >= 30,
      () => false,
    );
    if (enough) found.push({ barcode, priceFen: listPriceFen });
  }
  return found.toSorted((a, b) => b.priceFen - a.priceFen);
};

/** For the community of this voucher's household, answered for by the bureau. */
const issuePackage = async (drive: Drive, code: string, packageId: number): Promise<string> => {
  const { voucherId } = await drive.call('vouchers.find', { text: code });
  const voucher = await drive.call('vouchers.read', { voucherId });
  const categories = await drive.call('eligibility.categories', {});
  const spec: Input<'vouchers.previewBatch'>['spec'] = {
    name: '节日套餐',
    kind: 'package',
    packageId,
    faceFen: 0,
    categories: categories.map(({ code: each }) => each),
    communities: [voucher.community],
    validFrom: voucher.validFrom,
    validTo: voucher.validTo,
    place: '城中区慈善超市',
  };
  const { households } = await drive.call('vouchers.previewBatch', { spec });
  await drive.call(
    'vouchers.issueBatch',
    {
      spec,
      expectHouseholds: households,
      approval: { login: bureau.login, password: bureau.password },
    },
    { commandId: randomUUID() },
  );
  const { rows } = await drive.call('vouchers.list', {
    batchId: null,
    search: voucher.householdNumber,
    limit: 50,
  });
  const other = rows.find(({ id, kind }) => id !== voucherId && kind === 'package');
  if (!other) throw new Error('the household has no package');
  return other.typedCode.replaceAll(' ', '');
};

/** The volunteer's day, from the first household to the counted drawer; the manager comes once, for a lost paper. */
export const dayAtTheTill = async (drive: Drive, papers: string, day: Day, look: Look): Promise<void> => {
  const { code, goods } = day;
  const limited = goods.at(-1)?.barcode ?? '';
  const others = goods.slice(0, -1).map(({ barcode }) => barcode);
  const last = others.slice(-3) as [string, string, string];
  await openShift(drive, '200', look);
  await till.toTill(drive);
  await look('counter-idle');
  await serve(drive, code.several, look, 5);
  await savePaper(drive, papers, 'slip.pdf', 'slip-save');
  await drive.page.keyboard.press('Escape');
  await withPackage(drive, day, last[2], look);
  await till.sendHome(drive, code.home, { carrier: '李师傅', goods: others.slice(-2) }, look);
  await till.putAside(drive, code.held, look, last);
  await till.takeUp(drive, look);
  await till.payInCash(drive, code.cash, look, { goods: goods[0]?.barcode ?? '', pieces: beyond(goods[0]) });
  await serve(drive, code.plain, undefined, 2);
  await drive.page.keyboard.press('Escape');
  await till.beyondLimit(drive, code.over, look, limited);
  await month.signDelivery(drive, '韦收货', papers, look);

  const { voucherId } = await drive.call('vouchers.find', { text: code.lost });
  await changeTo(drive, manager);
  const { serial } = await drive.call('vouchers.read', { voucherId });
  await replaceLost(drive, serial, papers, look);
  const [newPaper = ''] = await codesOnPage(join(papers, 'replacement.pdf'), 1);
  await changeTo(drive, volunteer);
  await till.toTill(drive);
  await till.refusedOn(drive, code.lost, 'counter-lost-paper', look);
  await serve(drive, newPaper, undefined, 2);
  await drive.page.keyboard.press('Escape');
  await till.refusedOn(drive, code.several, 'counter-refused', look);
  // As much as the household put down.
  const shift = await drive.call('shift.current', {});
  await endShift(drive, String((shift.shift?.expectedFen ?? 0) / 100), papers, look);
};

/** So many of it that ¥100 do not pay for them. */
const beyond = (goods: Goods | undefined): number => Math.floor(10_000 / (goods?.priceFen ?? 10_000)) + 1;

const withPackage = async (
  drive: Drive,
  { code, packageCode }: Day,
  goods: string,
  look: Look,
): Promise<void> => {
  await till.openVoucher(drive, code.packaged);
  await drive.scan(packageCode);
  await drive.byId('basket-voucher').nth(1).waitFor();
  await till.scanGoods(drive, goods);
  await look('counter-package');
  await till.confirm(drive);
  await look('counter-package-done');
  await drive.page.keyboard.press('Escape');
  await drive.byId('counter-idle').waitFor();
};
