// The list of labels to print: goods and lots are found by scan or id and added once; asking again for the same one leads back to
// its copies. Reads the books, changes nothing.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { tagCode } from '../../db/domain/goods-tag.ts';
import { actErrorOf, read } from '../api/index.ts';
import { day } from '../i18n/format.ts';
import type { LabelRow } from './label-draft.ts';
import { meantItem } from './pick-item.tsx';
import type { LotRow } from './pick-lot.tsx';

type Listed = 'items' | 'lots';
interface LabelList {
  readonly rows: readonly LabelRow[];
  readonly setRows: (rows: readonly LabelRow[]) => void;
  /** The row added or asked for last, whose copies are to be typed now; a new object each time it is asked for. */
  readonly current: { readonly id: number } | null;
  readonly addItem: (item: GoodsItem) => void;
  readonly addLot: (lot: LotRow) => void;
  readonly scan: (text: string) => void;
  /** Why the last scan added nothing. */
  readonly said: string;
  readonly failure: ActError | null;
}

const itemRow = (item: GoodsItem): LabelRow => ({
  id: item.id,
  name: item.name,
  more: [item.spec, item.code].filter((part) => part !== '').join(' · '),
  copies: '',
});
const lotRow = (lot: LotRow): LabelRow => ({
  id: lot.lotId,
  name: lot.itemName,
  more: [lot.spec, lot.tag, lot.expiryDay === null ? '' : day(lot.expiryDay)]
    .filter((part) => part !== '')
    .join(' · '),
  copies: '',
});

/** One row for each id, those with nothing on hand left out. */
const lotRows = async (ids: readonly number[]): Promise<readonly LabelRow[]> => {
  const found = await Promise.all(
    ids.map((id) => read('stock.lots', { search: tagCode('lot', id), limit: 1 })),
  );
  return found.flatMap(({ rows }) => rows.map(lotRow));
};
const itemRows = async (ids: readonly number[]): Promise<readonly LabelRow[]> =>
  (await Promise.all(ids.map((itemId) => read('goods.read', { itemId })))).map(itemRow);

/** `ids`: what the address asks to begin with. */
export const useLabelList = (of: Listed, ids: readonly number[]): LabelList => {
  const { t } = useTranslation('goods');
  const [rows, setRows] = useState<readonly LabelRow[]>([]);
  const [current, setCurrent] = useState<LabelList['current']>(null);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<ActError | null>(null);
  const first = useRef(ids);

  const add = useCallback((added: readonly LabelRow[]): void => {
    setSaid('');
    setFailure(null);
    setCurrent(added[0] ? { id: added[0].id } : null);
    setRows((now) => [...now, ...added.filter(({ id }) => !now.some((row) => row.id === id))]);
  }, []);
  useEffect(() => {
    if (first.current.length === 0) return;
    const asked = first.current;
    (of === 'items' ? itemRows(asked) : lotRows(asked)).then(add, (thrown: unknown) =>
      setFailure(actErrorOf(thrown)),
    );
  }, [of, add]);

  const scanItem = async (text: string): Promise<void> => {
    const item = meantItem(text, (await read('goods.list', { search: text, limit: 8 })).rows);
    if (item) add([itemRow(item)]);
    else setSaid(t('pick.none', { text }));
  };
  const scanLot = async (text: string): Promise<void> => {
    const { rows: found } = await read('stock.lots', { search: text, limit: 20 });
    const [lot] = found;
    if (lot === undefined) setSaid(t('pick.noLot', { text }));
    else if (found.every(({ lotId }) => lotId === lot.lotId)) add([lotRow(lot)]);
    else setSaid(t('labels.chooseLot', { name: lot.itemName }));
  };
  return {
    rows,
    setRows,
    current,
    addItem: (item) => add([itemRow(item)]),
    addLot: (lot) => add([lotRow(lot)]),
    scan: (typed) => {
      const text = typed.trim().slice(0, 60);
      (of === 'items' ? scanItem(text) : scanLot(text)).catch((thrown: unknown) =>
        setFailure(actErrorOf(thrown)),
      );
    },
    said,
    failure,
  };
};
