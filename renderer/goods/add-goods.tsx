// Adding one kind of goods to the catalogue. Scan first: everything else may follow from the pack in one's hand.
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';
import { BarcodeField } from './barcode-field.tsx';
import {
  emptyItem,
  readItem,
  requiredFields,
  type ItemReading,
  type NewItem,
  type RequiredField,
} from './new-item.ts';

const limits = { name: 60, category: 30, spec: 60, unit: 10, code: 30 } as const;
type TextField = keyof typeof limits;
const fieldOrder: readonly TextField[] = ['name', 'category', 'unit', 'code', 'spec'];
const isRequired = (field: TextField): field is RequiredField & TextField =>
  requiredFields.some((each) => each === field);

export const AddGoods = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const [item, setItem] = useState<NewItem>(emptyItem);
  const [shown, setShown] = useState<ItemReading | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState('');
  const adding = useCommand('goods.add');
  const form = useRef<HTMLDivElement>(null);
  const known = useAct('goods.list', { limit: 1 });
  const focusFirst = (): void => form.current?.querySelector('input')?.focus();
  useEffect(focusFirst, []);

  const save = async (): Promise<void> => {
    const read = readItem(item);
    setShown(read.ok ? null : read);
    if (!read.ok || !(await adding.run(read.input))) return;
    setSaved(item.name);
    setItem({ ...emptyItem, category: item.category, keepsDate: item.keepsDate });
    setLeft(new Set());
    focusFirst();
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, 'Ctrl+Enter': () => void save() });

  const now = readItem(item);
  const missing = (field: TextField): string | undefined => {
    const asked = shown !== null || left.has(field);
    if (!asked || now.ok || !isRequired(field) || !now.missing.includes(field)) return undefined;
    return t('form.missing', { ns: 'common', label: t(field) });
  };
  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {saved !== '' && <Notice tone="done" title={t('form.saved', { name: saved })} />}
      <Failed failure={adding.failure} />
      <div
        ref={form}
        className="office-section"
        role="form"
        aria-label={t('form.title')}
        onKeyDown={(event) => enterMovesOn(() => void save())(event)}
      >
        <div className="field-grid">
          <BarcodeField barcodes={item.barcodes} onChange={(barcodes) => setItem({ ...item, barcodes })} />
          {fieldOrder.map((field) => (
            <FormField
              key={field}
              label={t(field)}
              required={isRequired(field)}
              {...(field === 'unit' ? { hint: t('form.unitHint') } : {})}
              mistake={missing(field)}
            >
              {({ status, ...props }) => (
                <Input
                  {...props}
                  status={status}
                  data-testid={`goods-${field}`}
                  maxLength={limits[field]}
                  value={item[field]}
                  autoComplete="off"
                  {...(field === 'category' ? { list: 'goods-categories' } : {})}
                  onChange={(event) => setItem({ ...item, [field]: event.target.value })}
                  onBlur={() => setLeft(new Set([...left, field]))}
                />
              )}
            </FormField>
          ))}
          <FormField
            label={t('form.price')}
            hint={t('form.priceHint', { unit: item.unit.trim() === '' ? t('unit') : item.unit })}
            mistake={
              !now.ok && now.priceBad && (shown !== null || left.has('price'))
                ? t('form.priceBad')
                : undefined
            }
          >
            {({ status, ...props }) => (
              <Input
                {...props}
                status={status}
                data-testid="goods-price"
                inputMode="decimal"
                autoComplete="off"
                maxLength={16}
                value={item.price}
                onChange={(event) => setItem({ ...item, price: event.target.value })}
                onBlur={() => setLeft(new Set([...left, 'price']))}
              />
            )}
          </FormField>
        </div>
        <Checkbox
          checked={item.keepsDate}
          onChange={(event) => setItem({ ...item, keepsDate: event.target.checked })}
        >
          {t('form.keepsDate')}
        </Checkbox>
        <datalist id="goods-categories">
          {(known.data?.categories ?? []).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div className="button-row">
          <Button
            data-testid="goods-save"
            className="form-save"
            type="primary"
            size="large"
            loading={adding.pending}
            onClick={() => void save()}
          >
            {t('save', { ns: 'common' })} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};
