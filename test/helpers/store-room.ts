// The whole store room once through in the window, after the main job: what a manager, a volunteer and the bureau do in a month.
// Answers what the program said, so that screens and papers can be held against it. Used by the end-to-end test and the manual.
import { join } from 'node:path';
import type { Output } from '../../db/contract/index.ts';
import type { Drive } from './drive.ts';
import { addBureau, changeTo, manager, volunteer } from './first-run.ts';
import type { Look } from './main-job.ts';
import { codesOnPage } from './read-codes.ts';
import { countShelf, writeOffExpired, type Stocktake } from './store-count.ts';
import { giveSecondHand, readDonor, readRegister, redEntry, voidReceipt, writeAnew } from './store-gifts.ts';
import * as store from './store-job.ts';

export interface StoreRoom {
  readonly grant: string;
  readonly bought: store.Bought;
  readonly secondHand: string;
  readonly voided: string;
  readonly anew: { readonly wrong: string; readonly right: string };
  readonly transfers: readonly string[];
  readonly labels: readonly string[];
  readonly loss: Output<'losses.read'>;
  readonly stocktake: Stocktake;
  /** The lot that was traced. */
  readonly traced: store.Lot;
  readonly closed: string;
  readonly red: string;
}

/** Signed in as manager before and after. `papers` holds the printed voucher sheet. */
export const storeRoom = async (drive: Drive, papers: string, look: Look): Promise<StoreRoom> => {
  await addBureau(drive);
  await store.addDepot(drive, look);
  const grant = await store.bookGrant(drive, look);
  const bought = await store.buy(drive, papers, look);
  const secondHand = await giveSecondHand(drive, papers, look);
  const voided = await voidReceipt(drive, look);
  const anew = await writeAnew(drive, papers, look);
  await refuseExpired(drive, papers, look);
  const milk = await lotOf(drive, (lot) => lot.itemName === '纯牛奶' && lot.available >= 8);
  const there = await store.transfer(
    drive,
    papers,
    { lot: milk, from: '门店', to: '库房', quantity: '8' },
    look,
  );
  const back = await store.transfer(drive, papers, { lot: milk, from: '库房', to: '门店', quantity: '8' });
  const { rows: goods } = await drive.call('goods.list', { limit: 500 });
  const labels = goods
    .flatMap(({ barcodes }) => barcodes.slice(0, 1).map(({ barcode }) => barcode))
    .slice(0, 3);
  await store.printLabels(drive, papers, labels, look);
  const loss = await writeOffExpired(drive, papers, look);
  const stocktake = await countShelf(drive, papers, look);
  const traced = await issuedLot(drive);
  await store.traceLot(drive, papers, traced, look);
  await store.readCard(drive, papers, traced.tag, look);
  await readDonor(drive, papers, look);
  await store.readCash(drive, papers, look);
  const closed = await store.closeFirstMonth(drive, look);
  const red = await redEntry(drive, papers, closed, look);
  await readRegister(drive, papers, look);
  return {
    grant,
    bought,
    secondHand,
    voided,
    anew,
    transfers: [there, back],
    labels,
    loss,
    stocktake,
    traced,
    closed,
    red,
  };
};

const lotOf = async (drive: Drive, fits: (lot: store.Lot) => boolean): Promise<store.Lot> => {
  const { rows } = await drive.call('stock.lots', { limit: 500 });
  const lot = rows.find(fits);
  if (lot === undefined) throw new Error('no such lot stands anywhere');
  return lot;
};

/** The lot that went to the most households. */
const issuedLot = async (drive: Drive): Promise<store.Lot> => {
  const { rows } = await drive.call('stock.lots', { limit: 500 });
  let most: { readonly lot: store.Lot; readonly households: number } | null = null;
  for (const lot of rows) {
    const { households } = await drive.call('stock.trace', { lotId: lot.lotId, limit: 1 });
    if (most === null || households > most.households) most = { lot, households };
  }
  if (most === null || most.households === 0) throw new Error('nothing was issued');
  return most.lot;
};

/** A household that is still to come wants goods of which only expired ones are left. */
const refuseExpired = async (drive: Drive, papers: string, look: Look): Promise<void> => {
  const { rows } = await drive.call('goods.list', { limit: 500 });
  const gone = rows.find(
    ({ onHand, expired, barcodes }) => onHand > 0 && expired === onHand && barcodes.length > 0,
  );
  const [code] = await codesOnPage(join(papers, 'voucher-sheet.pdf'), 3);
  if (gone === undefined || code === undefined) throw new Error('no expired goods, or no voucher');
  await changeTo(drive, volunteer);
  await store.scanExpired(drive, code, gone.barcodes[0]?.barcode ?? '', look);
  await changeTo(drive, manager);
};
