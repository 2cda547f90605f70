// One field to choose a kind of goods: a scan, a code, a name, pinyin or initials, then Enter. For gifts, purchases, stocktakes
// and labels. A scanned barcode also says how much one scan stands for; it never says that one is meant where nothing was scanned.
import type { InputRef } from 'antd';
import { useCallback, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsItem } from '../../db/contract/goods.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { read, useAct } from '../api/index.ts';
import { money } from '../i18n/format.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';

interface Props {
  readonly field?: Ref<InputRef>;
  /** `perScan`: smallest units one scan of the barcode stands for; null when it was typed or chosen. */
  readonly onPick: (item: GoodsItem, perScan: number | null) => void;
  /** Enter on an empty field: nothing more to add. */
  readonly onEmptyEnter?: () => void;
  readonly label?: string;
  readonly testId?: string;
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
}
const chosen = (item: GoodsItem): Option => ({ item, perScan: null });

export const PickItem = ({ field, onPick, onEmptyEnter, label, testId = 'pick-item' }: Props) => {
  const { t } = useTranslation('goods');
  const [search, setSearch] = useState('');
  const { data } = useAct('goods.list', { search, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<Option>> => {
      const { rows } = await read('goods.list', { search: text.slice(0, 60), limit: most });
      const item = meantItem(text, rows);
      if (item) return { pick: { item, perScan: perScanOf(text, item) } };
      if (rows.length === 0 || readBarcode(text).kind === 'ok') return { none: t('pick.none', { text }) };
      return { choose: rows.map(chosen) };
    },
    [t],
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
      onPick={({ item, perScan }) => onPick(item, perScan)}
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
