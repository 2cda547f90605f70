// The section 标签 of the place 物资: labels for shelves, goods and lots, on sheets (begun ones too) or on a label printer's roll.
// Which paper is in use is remembered on this PC, not in the books.
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { labelSheets } from '../../db/contract/goods.ts';
import { readBarcode } from '../../db/domain/barcode.ts';
import { readTag } from '../../db/domain/goods-tag.ts';
import { useScannerListening } from '../app/scanner.ts';
import { useScanner } from '../scanner/index.ts';
import { Choice, Failed, FormField, Notice, Page, PaperButtons, useKeys } from '../ui/index.ts';
import './goods.css';
import {
  copiesOf,
  idsIn,
  lay,
  perSheet,
  sheetGrid,
  startOf,
  totalOf,
  type LabelKind,
  type LabelRow,
  type LabelSheet,
} from './label-draft.ts';
import { LabelRows } from './label-rows.tsx';
import { DrawnSheet } from './label-sheet.tsx';
import { PickItem } from './pick-item.tsx';
import { PickLot } from './pick-lot.tsx';
import { useLabelList } from './use-label-list.ts';

const kinds: readonly LabelKind[] = ['shelf', 'item', 'lot'];
const storageKey = 'label-sheet';
const remembered = (): LabelSheet =>
  labelSheets.find((sheet) => sheet === localStorage.getItem(storageKey)) ?? labelSheets[0];
const isCode = (text: string): boolean => readBarcode(text).kind === 'ok' || readTag(text)?.kind === 'ok';

const Labels = () => {
  const { t } = useTranslation('goods');
  const [asked] = useSearchParams();
  const [kind, setKind] = useState<LabelKind>(asked.has('lots') ? 'lot' : 'shelf');
  const [sheet, setSheet] = useState(remembered);
  const [start, setStart] = useState('1');
  const items = useLabelList('items', idsIn(asked.get('items')));
  const lots = useLabelList('lots', idsIn(asked.get('lots')));
  const list = kind === 'lot' ? lots : items;
  const pick = useRef<InputRef>(null);
  const toPick = (): void => pick.current?.focus();
  const { surface, ready } = useScanner({
    onScan: ({ text }) => list.scan(text),
    inFields: ({ text }) => isCode(text),
  });
  useScannerListening(ready);
  useEffect(() => pick.current?.focus(), [kind]);
  useKeys({ F3: toPick });
  const choose = (next: LabelSheet): void => {
    localStorage.setItem(storageKey, next);
    setSheet(next);
    setStart('1');
  };
  return (
    <Page
      title={t('labels.title')}
      keys={[
        { key: 'F3', does: t('labels.keys.pick') },
        { key: 'Ctrl+P', does: t('labels.keys.print') },
      ]}
    >
      <div className="label-columns" ref={surface} tabIndex={-1}>
        <section className="office-section">
          <FormField label={t('labels.kind')}>
            {(field) => (
              <Choice
                field={field}
                testId="label-kind"
                value={kind}
                options={kinds.map((value) => ({ value, label: t(`labels.kinds.${value}`) }))}
                onChange={setKind}
              />
            )}
          </FormField>
          {kind === 'lot' ? (
            <PickLot placeId={null} field={pick} onPick={lots.addLot} />
          ) : (
            <PickItem field={pick} onPick={items.addItem} />
          )}
          {list.said !== '' && <Notice tone="warn" title={list.said} />}
          <Failed failure={list.failure} />
          <LabelRows rows={list.rows} onChange={list.setRows} current={list.current} onTyped={toPick} />
        </section>
        <section className="office-section">
          <FormField label={t('labels.sheet')} hint={t('labels.sheetHint')}>
            {(field) => (
              <Choice
                field={field}
                testId="label-sheet"
                value={sheet}
                options={labelSheets.map((value) => ({ value, label: t(`labels.sheets.${value}`) }))}
                onChange={choose}
              />
            )}
          </FormField>
          <Printing kind={kind} sheet={sheet} rows={list.rows} start={start} onStart={setStart} />
        </section>
      </div>
    </Page>
  );
};
export default Labels;

interface PrintingProps {
  readonly kind: LabelKind;
  readonly sheet: LabelSheet;
  readonly rows: readonly LabelRow[];
  /** First free label of the sheet, as typed. */
  readonly start: string;
  readonly onStart: (start: string) => void;
}

/** Where the labels come to lie, how much paper that takes, and the paper itself. */
const Printing = ({ kind, sheet, rows, start, onStart }: PrintingProps) => {
  const { t } = useTranslation('goods');
  const total = totalOf(rows);
  const begin = startOf(start, sheet);
  const copies = rows.map((row) => ({ id: row.id, copies: copiesOf(row) ?? 1 }));
  return (
    <>
      {sheetGrid[sheet] !== null && (
        <FormField
          label={t('labels.start')}
          hint={t('labels.startHint')}
          mistake={begin === null ? t('labels.startBad', { most: perSheet(sheet) }) : undefined}
        >
          {({ status, ...field }) => (
            <Input
              {...field}
              status={status}
              data-testid="label-start"
              className="figure"
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              value={start}
              onChange={({ target }) => onStart(target.value)}
            />
          )}
        </FormField>
      )}
      <DrawnSheet
        sheet={sheet}
        start={begin ?? 1}
        total={total ?? 0}
        onStart={(place) => onStart(String(place))}
      />
      <Summary sheet={sheet} rows={rows} total={total} begin={begin} onStart={onStart} />
      <PaperButtons
        act="goods.printLabels"
        input={{
          kind,
          sheet,
          startAt: begin ?? 1,
          items: kind === 'lot' ? [] : copies.map(({ id, copies: n }) => ({ itemId: id, copies: n })),
          lots: kind === 'lot' ? copies.map(({ id, copies: n }) => ({ lotId: id, copies: n })) : [],
        }}
        disabled={total === null || total === 0 || begin === null}
        primary
        printKey="Ctrl+P"
        testId="labels"
      />
    </>
  );
};

interface SummaryProps extends Pick<PrintingProps, 'sheet' | 'rows' | 'onStart'> {
  readonly total: number | null;
  readonly begin: number | null;
}
const Summary = ({ sheet, rows, total, begin, onStart }: SummaryProps) => {
  const { t } = useTranslation('goods');
  if (rows.length === 0 || begin === null) return null;
  if (total === null)
    return (
      <p data-testid="label-sum" role="status">
        {t('labels.open', { count: rows.filter((row) => copiesOf(row) === null).length })}
      </p>
    );
  const laid = lay(total, begin, sheet);
  const said: string[] = [t('labels.sum', { total })];
  if (sheetGrid[sheet] !== null)
    said.push(
      t('labels.sheetsNeeded', { sheets: laid.sheets }),
      laid.nextStart === null ? t('labels.usedUp') : t('labels.nextStart', { n: laid.nextStart }),
    );
  return (
    <>
      <p data-testid="label-sum" role="status">
        {said.join(' ')}
      </p>
      {laid.nextStart !== null && sheetGrid[sheet] !== null && (
        <Button data-testid="label-next-start" onClick={() => onStart(String(laid.nextStart))}>
          {t('labels.takeNext', { n: laid.nextStart })}
        </Button>
      )}
    </>
  );
};
