// One field to choose a lot for a transfer, a loss, a hold or labels: a scan of the lot's or piece's label chooses it, a barcode
// or a name offers the lots of those goods, as they leave. Every line says expiry, tag and what of it can be moved.
import type { InputRef } from 'antd';
import { useCallback, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { actErrorOf, read, useAct } from '../api/index.ts';
import { day, quantity } from '../i18n/format.ts';
import { PickList, type Meant } from '../ui/pick-list.tsx';

export type LotRow = Output<'stock.lots'>['rows'][number];
type Scanned = Output<'stock.scan'>;

interface Props {
  /** Only lots that stand here; null: anywhere. */
  readonly placeId: number | null;
  readonly field?: Ref<InputRef>;
  /** `perScan`: smallest units one scan stands for; null when it was typed or chosen. */
  readonly onPick: (lot: LotRow, perScan: number | null) => void;
  readonly onEmptyEnter?: () => void;
  readonly label?: string;
  readonly testId?: string;
}
const most = 12;

/** A text that says nothing to a scanner is a name; what the books refuse as a code is then searched. */
const scanned = async (code: string): Promise<Scanned | null> => {
  try {
    return await read('stock.scan', { code });
  } catch (thrown) {
    const error = actErrorOf(thrown);
    if (error.kind === 'refusal' && error.code === 'item-unknown') return null;
    throw thrown;
  }
};
/** Typed names have signs or letters no label and no barcode has. */
const mayBeCode = (text: string): boolean => /^[\x21-\x7e]{4,}$/.test(text);

export interface LotOption {
  readonly lot: LotRow;
  readonly perScan: number | null;
}

/** What a scan means among the lots of its goods: the lot of the label, the only one there, or a choice. */
export const meantLot = (scan: Scanned, lots: readonly LotRow[]): readonly LotOption[] => {
  const fitting = scan.lotId === null ? lots : lots.filter(({ lotId }) => lotId === scan.lotId);
  return fitting.map((lot) => ({ lot, perScan: scan.perScan }));
};

export const PickLot = ({ placeId, field, onPick, onEmptyEnter, label, testId = 'pick-lot' }: Props) => {
  const { t } = useTranslation('goods');
  const [search, setSearch] = useState('');
  const { data } = useAct('stock.lots', { search, placeId, limit: most }, { enabled: search !== '' });
  const lookUp = useCallback(
    async (text: string): Promise<Meant<LotOption>> => {
      const scan = mayBeCode(text) ? await scanned(text) : null;
      const filter =
        scan === null ? { search: text.slice(0, 60), limit: most } : { itemId: scan.itemId, limit: 500 };
      const { rows } = await read('stock.lots', { ...filter, placeId });
      const options =
        scan === null ? rows.map((lot) => ({ lot, perScan: null })) : meantLot(scan, rows).slice(0, most);
      const [only] = options;
      if (only === undefined)
        return {
          none: scan === null ? t('pick.noLot', { text }) : t('pick.notHere', { item: scan.itemName }),
        };
      return options.length === 1 ? { pick: only } : { choose: options };
    },
    [placeId, t],
  );
  return (
    <PickList<LotOption>
      field={field}
      label={label ?? t('pick.lotLabel')}
      placeholder={t('pick.lotPlaceholder')}
      testId={testId}
      found={(data?.rows ?? []).map((lot) => ({ lot, perScan: null }))}
      foundFor={search}
      onSearch={setSearch}
      lookUp={lookUp}
      onPick={({ lot, perScan }) => onPick(lot, perScan)}
      onEmptyEnter={onEmptyEnter}
      rowKey={({ lot }) => `${String(lot.lotId)}-${String(lot.placeId)}`}
      render={({ lot }) => <LotLine lot={lot} withPlace={placeId === null} />}
    />
  );
};

/** A lot in a line of text: name, expiry, tag, what can be given out of what is there. */
export const LotLine = ({
  lot,
  withPlace = false,
}: {
  readonly lot: LotRow;
  readonly withPlace?: boolean;
}) => {
  const { t } = useTranslation('goods');
  const said = [
    lot.expiryDay === null ? t('lots.noDate') : t('pick.expiry', { day: day(lot.expiryDay) }),
    lot.tag,
    ...(withPlace ? [lot.place] : []),
    t('pick.available', {
      available: quantity(lot.available, lot.unitScale, lot.unit),
      onHand: quantity(lot.onHand, lot.unitScale, lot.unit),
    }),
  ];
  return (
    <>
      <b>{lot.itemName}</b> {lot.spec} <span className="secondary">{said.join(' · ')}</span>
      {lot.expired > 0 && <span className="off"> ✖ {t('lots.expired')}</span>}
      {lot.heldReason !== null && <span className="off"> ▲ {t('held')}</span>}
    </>
  );
};
