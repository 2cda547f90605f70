// Books to break: a shop filled once through its acts and kept as bytes, so that every round begins with the same file.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityCheckCharacter } from '../../db/domain/identity-number.ts';
import type { ChildStep } from './child-run.ts';
import { openShop, type OpenShop } from './open-shop.ts';
import { seedBatch, seedGift, seedHouseholds, seedItem, type ListedVoucher } from './seed.ts';

/** The key openShop uses when none is given. */
export const testKey = new Uint8Array(32).fill(0x5a);

export interface Books {
  readonly folder: string;
  readonly vouchers: readonly ListedVoucher[];
  readonly items: readonly number[];
  /** A fresh copy under a name of its own. */
  copy(name: string): string;
  /** Redemption of the voucher at `at`, with an id that says which one it is. */
  redeem(at: number, by?: string): ChildStep;
  remove(): void;
}

export const makeBooks = async (households: number): Promise<Books> => {
  const folder = mkdtempSync(join(tmpdir(), 'books-'));
  const file = join(folder, 'kept.db');
  const shop = await openShop({ file });
  const numbers = Array.from({ length: households }, (_, at) => ({
    number: String(at + 1),
    members: 1 + (at % 3),
  }));
  await seedHouseholds(shop, numbers);
  const { vouchers } = await seedBatch(shop);
  const items: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    const itemId = await seedItem(shop, { code: `G${at}`, name: `物品${at}`, listPriceFen: 1_000 });
    items.push(itemId);
    await seedGift(shop, { itemId, quantity: households * 2, expiryDay: '2027-01-01' });
    await seedGift(shop, { itemId, quantity: households * 2 });
  }
  await shop.close();
  let copies = 0;
  return {
    folder,
    vouchers,
    items,
    copy(name) {
      // Never over an earlier one: its log would still lie beside it.
      const copied = join(folder, `${name}-${(copies += 1)}.db`);
      copyFileSync(file, copied);
      return copied;
    },
    redeem: (at, by = '') => ({
      act: 'counter.redeem',
      as: 'volunteer',
      commandId: `redeem-${at}${by}`,
      input: {
        voucherIds: [vouchers[at]?.id],
        entry: 'scanned',
        lines: items.map((itemId) => ({ itemId, quantity: 1 })),
      },
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** A roster of households of one; `number` keeps the people of two rosters apart. */
export const rosterCsv = (number: number, households: number, start = '2025-01-01'): string => {
  const rows = Array.from({ length: households }, (_, at) => {
    const born = new Date(Date.UTC(1930, 0, 1 + number)).toISOString().slice(0, 10).replaceAll('-', '');
    const first17 = `450201${born}${String(at + 1).padStart(3, '0')}`;
    const idNumber = first17 + identityCheckCharacter(first17);
    return `${number}号${at},覃芳,户主,${idNumber},城市低保,城中街道,桂中社区,${start}`;
  });
  return ['户编号,姓名,与户主关系,身份证号码,救助类别,街道(乡镇),社区(村),享受起始', ...rows].join('\r\n');
};

/** Opens what a child left behind, in this process and without faults. */
export const reopened = async <T>(file: string, work: (shop: OpenShop) => Promise<T>): Promise<T> => {
  const shop = await openShop({ file });
  try {
    return await work(shop);
  } finally {
    await shop.close();
  }
};
