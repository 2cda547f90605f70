// What is in a package (套餐): the goods that one voucher of it stands for, all of them or none.
import { compiled } from '../compiled.ts';
import type { Tx } from '../context.ts';
import type { WantedLine } from './basket.ts';
import type { TillVoucher } from './till-voucher.ts';

const linesOf = compiled((tx, { ids }: { ids: readonly number[] }) =>
  tx
    .selectFrom('package_line')
    .select(['package_id', 'item_id', 'quantity'])
    .where('package_id', 'in', ids)
    .orderBy('item_id')
    .compile(),
);

/** Quantities in smallest units, each package as often as it lies there. */
export const packageLines = async (
  tx: Tx,
  vouchers: readonly TillVoucher[],
): Promise<readonly WantedLine[]> => {
  const ids = vouchers.flatMap(({ package_id }) => (package_id === null ? [] : [package_id]));
  if (ids.length === 0) return [];
  const { rows } = await linesOf(tx, { ids: [...new Set(ids)] });
  return ids.flatMap((id) =>
    rows
      .filter(({ package_id }) => package_id === id)
      .map(({ item_id, quantity }) => ({ itemId: item_id, quantity, lotId: null })),
  );
};
