// Acts that find goods in the store room: the list of lots, and what a scan means there.
import type { Handlers } from '../context.ts';
import { readBarcode } from '../domain/barcode.ts';
import { Refusal } from '../failures.ts';
import { lotPage, lotTotals } from './find-lots.ts';
import { scannedGoods, smallestOf } from './scan.ts';

/** Shorter numbers are codes of goods. */
const shortestBarcode = 8;

/** An unknown number that is no right barcode is most likely a misread one: then its check digit is named. */
const misread = (code: string, unknown: unknown): unknown => {
  if (!(unknown instanceof Refusal) || unknown.code !== 'item-unknown') return unknown;
  const reading = readBarcode(code);
  if (reading.kind === 'ok') return unknown;
  if (reading.code === 'barcode-check')
    return new Refusal('barcode-check', { barcode: code, expected: reading.expected ?? '' });
  const isLong = reading.code === 'barcode-length' && code.length > shortestBarcode;
  return isLong ? new Refusal('barcode-length', { barcode: code }) : unknown;
};

export const findHandlers: Pick<Handlers<'stock'>, 'stock.lots' | 'stock.scan'> = {
  async 'stock.lots'(context, { offset, limit, ...filter }) {
    return { ...(await lotTotals(context, filter)), rows: await lotPage(context, filter, { offset, limit }) };
  },

  async 'stock.scan'({ tx }, { code }) {
    const meant = await scannedGoods(tx, code).catch((error: unknown) => {
      throw misread(code, error);
    });
    const item = await tx
      .selectFrom('item')
      .select(['id', 'code', 'name', 'spec', 'unit', 'unit_scale'])
      .where('id', '=', meant.itemId)
      .executeTakeFirstOrThrow();
    return {
      itemId: item.id,
      itemCode: item.code,
      itemName: item.name,
      spec: item.spec,
      unit: item.unit,
      unitScale: item.unit_scale,
      lotId: meant.lotId,
      perScan: smallestOf(meant, item.unit_scale),
    };
  },
};
