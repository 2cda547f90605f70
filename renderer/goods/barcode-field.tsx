// Barcodes of a new kind of goods, one scan each. Enter (the scanner sends it) adds; on an empty field it moves on.
import { CloseOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/index.ts';
import { addBarcode, type BarcodeAnswer } from './new-item.ts';

interface Props {
  readonly barcodes: readonly string[];
  readonly onChange: (barcodes: readonly string[]) => void;
}

export const BarcodeField = ({ barcodes, onChange }: Props) => {
  const { t } = useTranslation('goods');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<BarcodeAnswer | null>(null);
  const add = (): void => {
    const read = addBarcode(text, barcodes);
    setWrong(read.ok ? null : read);
    if (!read.ok) return;
    onChange([...barcodes, read.barcode]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    add();
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
  return (
    <FormField label={t('form.barcode')} hint={t('form.barcodeHint')} mistake={mistake()}>
      {({ status, ...field }) => (
        <>
          <Input
            {...field}
            status={status}
            data-testid="goods-barcode"
            inputMode="numeric"
            autoComplete="off"
            maxLength={30}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => text.trim() !== '' && add()}
          />
          <ul className="tag-list">
            {barcodes.map((barcode) => (
              <li key={barcode}>
                <Button
                  size="small"
                  icon={<CloseOutlined aria-hidden="true" />}
                  aria-label={t('form.barcodeRemove', { barcode })}
                  onClick={() => onChange(barcodes.filter((each) => each !== barcode))}
                >
                  {barcode}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </FormField>
  );
};
