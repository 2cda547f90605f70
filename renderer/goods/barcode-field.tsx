// Barcodes of a kind of goods: every scan is a row that says what one scan of it stands for. Enter (the scanner sends it) adds; on
// an empty field it moves on. What was typed and not yet added is added on saving, never lost.
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/index.ts';
import { addBarcode, scanCount, scanSays, type BarcodeAnswer, type ItemDraft } from './item-draft.ts';

type Rows = ItemDraft['barcodes'];
export interface Barcodes {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly wrong: BarcodeAnswer | null;
  /** Adds a scan or what was typed; the rows afterwards, null when it was refused. */
  readonly add: (text: string) => Rows | null;
}

/** The field's text and the last mistake; the rows live in the form. */
export const useBarcodes = (rows: Rows, onChange: (rows: Rows) => void): Barcodes => {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<BarcodeAnswer | null>(null);
  return {
    text,
    type: setText,
    wrong,
    add: (typed) => {
      const read = addBarcode(typed, rows);
      setWrong(read.ok ? null : read);
      if (!read.ok) return null;
      const next = [...rows, { barcode: read.barcode, packs: '1' }];
      onChange(next);
      setText('');
      return next;
    },
  };
};

interface Props {
  readonly draft: ItemDraft;
  readonly barcodes: Barcodes;
  readonly onChange: (rows: Rows) => void;
  /** Names the mistake of a row whose figure cannot be read. */
  readonly shown: boolean;
  readonly onLeft: () => void;
}

export const BarcodeField = ({ draft, barcodes, onChange, shown, onLeft }: Props) => {
  const { t } = useTranslation('goods');
  const { text, wrong } = barcodes;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    barcodes.add(text);
  };
  const mistake = (): string | undefined => {
    if (wrong === null || wrong.ok) return undefined;
    switch (wrong.why) {
      case 'checkDigit':
        return t('form.checkDigit', { barcode: wrong.barcode, expected: wrong.expected });
      case 'length':
        return t('form.length', { n: wrong.n });
      case 'characters':
      case 'barcodeTwice':
        return t(`form.${wrong.why}`);
    }
  };
  const change = (at: number, packs: string): void =>
    onChange(draft.barcodes.map((row, each) => (each === at ? { ...row, packs } : row)));
  return (
    <>
      <FormField label={t('form.barcode')} hint={t('form.barcodeHint')} mistake={mistake()}>
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="goods-barcode"
            data-takes-scans=""
            inputMode="numeric"
            autoComplete="off"
            maxLength={30}
            value={text}
            onChange={(event) => barcodes.type(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => text.trim() !== '' && barcodes.add(text)}
          />
        )}
      </FormField>
      {draft.barcodes.length > 0 && (
        <ul className="code-rows" aria-label={t('barcodes')}>
          {draft.barcodes.map((row, at) => (
            <li key={row.barcode}>
              <b className="figure">{row.barcode}</b>
              <label htmlFor={`scan-${row.barcode}`}>{t('form.scanCount')}</label>
              <Input
                id={`scan-${row.barcode}`}
                data-testid={`goods-scan-count-${String(at)}`}
                className="figure code-count"
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                aria-label={t('form.scanCountOf', { barcode: row.barcode })}
                aria-invalid={shown && scanCount(row) === null}
                status={shown && scanCount(row) === null ? 'error' : ''}
                value={row.packs}
                onChange={(event) => change(at, event.target.value)}
                onBlur={onLeft}
              />
              <Said row={row} draft={draft} shown={shown} />
              <Button
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={t('form.barcodeRemove', { barcode: row.barcode })}
                onClick={() => onChange(draft.barcodes.filter(({ barcode }) => barcode !== row.barcode))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** 扫一次记 12 袋 (1 箱), or what is wrong with the figure. */
const Said = ({
  row,
  draft,
  shown,
}: {
  readonly row: Rows[number];
  readonly draft: ItemDraft;
  readonly shown: boolean;
}) => {
  const { t } = useTranslation('goods');
  if (scanCount(row) === null)
    return shown ? (
      <span className="form-mistake" role="alert">
        <span aria-hidden="true">✖ </span>
        {t('form.scanCountBad')}
      </span>
    ) : null;
  const says = scanSays(row, draft);
  if (says === null) return null;
  return (
    <span className="secondary">
      {says.packed === null
        ? t('form.scanSays', { own: says.own })
        : t('form.scanSaysPacked', { own: says.own, packed: says.packed })}
    </span>
  );
};
