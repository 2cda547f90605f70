// One field to choose a kind of goods: a scan, a code, a name, pinyin or initials, then Enter. For gifts, purchases, stocktakes
// and labels. A scanned barcode also says how much one scan stands for; it never says that one is meant where nothing was scanned.
import type { InputRef } from 'antd';
import { useCallback, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { readTag } from '../../db/domain/goods-tag.ts';
import { read, useAct } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';

interface Props {
  readonly field?: Ref<InputRef>;
  /** `perScan`: smallest units one scan of the barcode stands for; null when it was typed or chosen. */
  readonly onPick: (item: GoodsItem, perScan: number | null, lot: LabelledLot | null) => void;
  /** Labels of lots and of the scale are meant too, as at the till; the books say what a code is. */
  readonly labels?: boolean;
  /** Enter on an empty field: nothing more to add. */
  readonly onEmptyEnter?: () => void;
  readonly label?: string;
  readonly testId?: string;
}
/** Its own label was scanned: exactly this lot. */
export interface LabelledLot {
  readonly lotId: number;
  readonly label: string;
}
const most = 8;

/** Smallest units that a scan of this text stands for; null when it is no barcode of the item. */
export const perScanOf = (text: string, item: GoodsItem): number | null => {
  const code = readBarcode(text);
  const known = code.kind === 'ok' && item.barcodes.find(({ barcode }) => barcode === code.barcode);
  return known ? known.packs * item.unitScale : null;
};

/** The one item a text means beyond doubt: its barcode, its code, or the only one found. */
export const meantItem = (text: string, found: readonly GoodsItem[]): GoodsItem | null => {
  if (readBarcode(text).kind === 'ok') return found.find((item) => perScanOf(text, item) !== null) ?? null;
  return found.find((item) => item.code === text) ?? (found.length === 1 ? (found[0] ?? null) : null);
};

interface Option {
  readonly item: GoodsItem;
  readonly perScan: number | null;
  readonly lot: LabelledLot | null;
}
const chosen = (item: GoodsItem): Option => ({ item, perScan: null, lot: null });

const isScan = (text: string): boolean => readTag(text) !== null || readBarcode(text).kind === 'ok';

const scannedOf = async (text: string): Promise<Option> => {
  const { itemId, lotId, perScan } = await read('stock.scan', { code: text.slice(0, 200) });
  const item = await read('goods.read', { itemId });
  return { item, perScan, lot: lotId === null ? null : { lotId, label: text.toUpperCase() } };
};

export const PickItem = ({
  field,
  onPick,
  onEmptyEnter,
  label,
  labels = false,
  testId = 'pick-item',
}: Props) => {
  const { t } = useTranslation('goods');
  const [search, setSearch] = useState('');
  const { data } = useAct('goods.list', { search, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<Option>> => {
      if (labels && isScan(text)) return { pick: await scannedOf(text) };
      const { rows } = await read('goods.list', { search: text.slice(0, 60), limit: most });
      const item = meantItem(text, rows);
      if (item) return { pick: { item, perScan: perScanOf(text, item), lot: null } };
      if (rows.length === 0 || readBarcode(text).kind === 'ok') return { none: t('pick.none', { text }) };
      return { choose: rows.map(chosen) };
    },
    [t, labels],
  );
  return (
    <PickList<Option>
      field={field}
      label={label ?? t('pick.label')}
      placeholder={t('pick.placeholder')}
      testId={testId}
      found={(data?.rows ?? []).map(chosen)}
      foundFor={search}
      onSearch={setSearch}
      lookUp={lookUp}
      onPick={({ item, perScan, lot }) => onPick(item, perScan, lot)}
      onEmptyEnter={onEmptyEnter}
      rowKey={({ item }) => item.id}
      render={({ item }) => (
        <>
          <b>{item.name}</b> {item.spec}{' '}
          <span className="secondary">
            {item.code} · {money(item.listPriceFen)} / {item.unit}
          </span>
        </>
      )}
    />
  );
};
