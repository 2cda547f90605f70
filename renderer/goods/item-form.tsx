// The form of a kind of goods, to add and to change one. Scan first: everything else may follow from the pack in one's hand, and a
// scan counts wherever the cursor stands. Code and unit stay once the ledger counts by them.
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { useAct } from '../api/index.ts';
import { useScannerListening } from '../app/scanner.ts';
import { useScanner } from '../scanner/index.ts';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys } from '../ui/index.ts';
import { useForm, type Mistakes } from '../ui/use-form.ts';
import { BarcodeField, useBarcodes } from './barcode-field.tsx';
import './goods.css';
import { packMistakes, readPoints, readPrice, scanCount, type ItemDraft } from './item-draft.ts';
import { PackField } from './pack-field.tsx';

const limits = { name: 60, category: 30, spec: 60, unit: 10, code: 30 } as const;
type TextName = keyof typeof limits;
const fieldOrder: readonly TextName[] = ['name', 'category', 'unit', 'code', 'spec'];
const isRequired = (name: TextName): boolean => name !== 'spec';

interface Props {
  readonly title: string;
  readonly initial: ItemDraft;
  /** The item is in the books: code and unit stay. */
  readonly fixed: boolean;
  readonly pending: boolean;
  readonly failure: ActError | null;
  /** True when it was saved: the form is then empty again, or left. */
  readonly onSave: (draft: ItemDraft) => Promise<boolean>;
  /** What the form starts with after saving. */
  readonly next?: (saved: ItemDraft) => ItemDraft;
  readonly onBack: () => void;
  /** What was saved last. */
  readonly children?: ReactNode;
}

export const ItemForm = ({
  title,
  initial,
  fixed,
  pending,
  failure,
  onSave,
  next,
  onBack,
  children,
}: Props) => {
  const { t } = useTranslation('goods');
  const known = useAct('goods.list', { limit: 1 });
  const [tried, setTried] = useState(false);
  const check = useCheck();
  const form = useForm(initial, check);
  const { values: draft } = form;
  const barcodes = useBarcodes(draft.barcodes, (rows) => form.set('barcodes', rows));
  const fill = (values: ItemDraft): void => {
    for (const name of Object.keys(values) as (keyof ItemDraft)[]) form.set(name, values[name]);
  };
  const { surface, ready } = useScanner({
    onScan: ({ text }) => void barcodes.add(text),
    inFields: ({ text }) => readBarcode(text).kind === 'ok',
  });
  useScannerListening(ready);
  const focusFirst = (): void => surface.current?.querySelector('input')?.focus();
  useEffect(() => surface.current?.querySelector('input')?.focus(), [surface]);

  const save = async (): Promise<void> => {
    const rows = barcodes.text.trim() === '' ? draft.barcodes : barcodes.add(barcodes.text);
    const ready = form.ready();
    setTried(!ready);
    if (rows === null || !ready || !(await onSave({ ...draft, barcodes: rows })) || next === undefined)
      return;
    form.reset();
    fill(next(draft));
    focusFirst();
  };
  useKeys({ Escape: onBack, 'Ctrl+Enter': () => void save() });
  const wrong = Object.values(check(draft)).filter((mistake) => mistake !== undefined).length;
  return (
    <Page
      title={title}
      keys={[
        { key: 'Ctrl+Enter', does: t('keys.save', { ns: 'common' }) },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={onBack}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      {children}
      {tried && wrong > 0 && (
        <Notice tone="warn" title={t('form.mistakes', { ns: 'common', count: wrong })} />
      )}
      <Failed failure={failure} fieldName={(name) => (isNamed(name) ? t(`fields.${name}`) : '')} />
      <div
        ref={surface}
        className="item-form"
        role="form"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => enterMovesOn(() => void save())(event)}
      >
        <section className="office-section">
          <BarcodeField
            draft={draft}
            barcodes={barcodes}
            shown={form.mistake('barcodes') !== undefined}
            onChange={(rows) => form.set('barcodes', rows)}
            onLeft={() => form.left('barcodes')}
          />
        </section>
        <section className="office-section">
          <div className="field-grid">
            {fieldOrder.map((name) => (
              <FormField
                key={name}
                label={t(name)}
                required={isRequired(name)}
                {...hintOf(t, name, fixed)}
                mistake={form.mistake(name)}
              >
                {({ status, ...field }) => (
                  <Input
                    {...field}
                    status={status}
                    data-testid={`goods-${name}`}
                    maxLength={limits[name]}
                    value={draft[name]}
                    autoComplete="off"
                    readOnly={fixed && isFixed(name)}
                    {...(name === 'category' ? { list: 'goods-categories' } : {})}
                    onChange={(event) => form.set(name, event.target.value)}
                    onBlur={() => form.left(name)}
                  />
                )}
              </FormField>
            ))}
            <FormField
              label={t('form.price')}
              hint={
                draft.price.trim() === ''
                  ? t('form.unpriced')
                  : t('form.priceHint', { unit: draft.unit.trim() === '' ? t('unit') : draft.unit })
              }
              mistake={form.mistake('price')}
            >
              {({ status, ...field }) => (
                <Input
                  {...field}
                  status={status}
                  data-testid="goods-price"
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={16}
                  value={draft.price}
                  onChange={(event) => form.set('price', event.target.value)}
                  onBlur={() => form.left('price')}
                />
              )}
            </FormField>
            <FormField label={t('form.points')} hint={t('form.pointsHint')} mistake={form.mistake('points')}>
              {({ status, ...field }) => (
                <Input
                  {...field}
                  status={status}
                  data-testid="goods-points"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={6}
                  value={draft.points}
                  onChange={(event) => form.set('points', event.target.value)}
                  onBlur={() => form.left('points')}
                />
              )}
            </FormField>
          </div>
          <Checkbox
            checked={draft.keepsDate}
            onChange={(event) => form.set('keepsDate', event.target.checked)}
          >
            {t('form.keepsDate')}
          </Checkbox>
        </section>
        <section className="office-section">
          <PackField
            draft={draft}
            shown={form.mistake('packs') !== undefined}
            onChange={(rows) => form.set('packs', rows)}
            onLeft={() => form.left('packs')}
          />
        </section>
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
            loading={pending}
            onClick={() => void save()}
          >
            {t('save', { ns: 'common' })} Ctrl+Enter
          </Button>
        </div>
      </div>
    </Page>
  );
};

const isFixed = (name: TextName): boolean => name === 'code' || name === 'unit';

/** The books name these fields in what they refuse. */
const named = ['code', 'name', 'category', 'spec', 'unit', 'barcodes', 'packs'] as const;
const isNamed = (name: string): name is (typeof named)[number] => named.some((each) => each === name);

const hintOf = (
  t: ReturnType<typeof useTranslation<'goods'>>['t'],
  name: TextName,
  fixed: boolean,
): { readonly hint?: string } => {
  if (fixed && isFixed(name)) return { hint: t(name === 'unit' ? 'form.unitFixed' : 'form.codeFixed') };
  return name === 'unit' ? { hint: t('form.unitHint') } : {};
};

/** What is wrong with a draft, in words of the present language. */
const useCheck = (): ((draft: ItemDraft) => Mistakes<ItemDraft>) => {
  const { t } = useTranslation('goods');
  return (draft) => {
    const missing = (name: TextName): string | undefined =>
      draft[name].trim() === '' ? t('form.missing', { ns: 'common', label: t(name) }) : undefined;
    return {
      name: missing('name'),
      category: missing('category'),
      unit: missing('unit'),
      code: missing('code'),
      price: readPrice(draft.price) === 'bad' ? t('form.priceBad') : undefined,
      points: readPoints(draft.points) === 'bad' ? t('form.pointsBad') : undefined,
      barcodes: draft.barcodes.some((row) => scanCount(row) === null) ? t('form.scanCountBad') : undefined,
      packs: packMistakes(draft).some((mistake) => mistake !== null) ? t('form.packsBad') : undefined,
    };
  };
};
