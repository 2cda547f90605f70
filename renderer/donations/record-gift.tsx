// Recording a gift, made for the keyboard: Enter moves on, a scan counts wherever the cursor stands, F6 goes to the goods,
// Ctrl+Enter saves; then the receipt. The same form writes a wrong receipt anew.
import { Button, Input, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { read, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { play } from '../counter/sounds.ts';
import { meantItem, perScanOf, PickItem } from '../goods/pick-item.tsx';
import { useScanInForm } from '../goods/use-scan-in-form.ts';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys, type KeyHelp } from '../ui/index.ts';
import { draftTotals } from './draft-totals.ts';
import { refuseLine, emptyRefused, type Draft, type PickedItem } from './draft.ts';
import './donations.css';
import { GiftFields } from './gift-fields.tsx';
import { GiftLine } from './gift-lines.tsx';
import { GiftMistakes, GiftTotals } from './gift-totals.tsx';
import { answersOf, noAnswers } from './line-answers.ts';
import { RefusedGoodsRows } from './refused-goods.tsx';
import { SavedGift } from './saved-gift.tsx';
import { useDraft } from './use-draft.ts';
import { useFormFocus } from './use-form-focus.ts';
import { useMistakes } from './use-mistakes.ts';

/** The wrong receipt that is written anew. */
export interface Anew {
  readonly donationId: number;
  readonly number: string;
  readonly draft: Draft;
}

export const RecordGift = ({ anew = null }: { readonly anew?: Anew | null }) => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { status } = useSession();
  const today = status.businessDay;
  const [reason, setReason] = useState('');
  const replaces = useMemo(() => anew && { donationId: anew.donationId, reason }, [anew, reason]);
  const entry = useDraft(status.practice, today, anew?.draft ?? null);
  const { draft, replace, addItem } = entry;
  const mistakes = useMistakes(draft, today, replaces);
  const record = useCommand('donations.record');
  const [sent, setSent] = useState<Draft | null>(null);
  const answers = useMemo(
    () => (record.failure && sent ? answersOf(record.failure, sent) : noAnswers),
    [record.failure, sent],
  );
  const pick = useRef<InputRef>(null);
  const [unknownScan, setUnknownScan] = useState('');
  const add = (item: PickedItem, perScan: number | null): void => {
    setUnknownScan('');
    focusField(`${addItem(item, perScan)}.quantity`);
  };
  const scanned = async (text: string): Promise<void> => {
    const { rows } = await read('goods.list', { search: text.slice(0, 60), limit: 8 });
    const item = meantItem(text, rows);
    if (item) add(item, perScanOf(text, item));
    else {
      setUnknownScan(text);
      play('refused');
    }
  };
  const { surface: form, takeScan } = useScanInForm({
    values: draft,
    restore: replace,
    onScan: (text) => void scanned(text),
  });
  const focusField = useFormFocus(form, anew ? 'anewReason' : 'donorName');

  const save = async (): Promise<void> => {
    if (record.data) return;
    const { reading } = mistakes;
    if (!reading.ok) {
      mistakes.tryAll();
      const [first] = reading.mistakes;
      if (first?.field === 'lines') pick.current?.focus();
      else if (first) focusField(first.field);
      return;
    }
    setSent(draft);
    if (await record.run(reading.input)) entry.clear();
  };
  const list = anew ? '../..' : '..';
  const again = (): void => {
    if (anew) void navigate(`${list}/record`, { relative: 'path' });
    record.reset();
    entry.clear();
    mistakes.reset();
    setUnknownScan('');
    focusField('donorName');
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  const removeHere = (): void => {
    const key = document.activeElement?.closest('[data-line]')?.getAttribute('data-line');
    if (key == null) return;
    entry.removeLine(key);
    pick.current?.focus();
  };
  const refuse = (): void => {
    entry.change({ refused: [...draft.refused, emptyRefused] });
    focusField(`refused.${draft.refused.length}`);
  };
  const onRefuse = useCallback(
    (key: string, why: string) => replace((now) => refuseLine(now, key, why)),
    [replace],
  );
  useKeys({
    Escape: back,
    ...(record.data
      ? { F2: again }
      : { F6: () => pick.current?.focus(), F7: refuse, F8: removeHere, 'Ctrl+Enter': () => void save() }),
  });
  const totals = draftTotals(draft);
  return (
    <Page
      title={anew ? t('form.titleAnew', { number: anew.number }) : t('form.title')}
      keys={keysOf(t)}
      acts={
        <>
          {!record.data && !anew && (
            <Button data-testid="donation-clear" onClick={again}>
              {t('form.clear')}
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      {record.data ? (
        <SavedGift {...record.data} insteadOf={anew?.number ?? null} list={list} onNext={again} />
      ) : (
        <div
          ref={form}
          role="form"
          tabIndex={-1}
          aria-label={t('form.title')}
          className="gift-form"
          onFocus={(event) => {
            if (event.target !== event.currentTarget) event.target.scrollIntoView({ block: 'nearest' });
          }}
          onKeyDownCapture={takeScan}
          onKeyDown={(event) => enterMovesOn(() => void save())(event)}
        >
          {entry.restored !== null && (
            <Notice tone="info" title={t('form.restored')}>
              {entry.restored === 'without-persons' && <div>{t('form.restoredLeftOut')}</div>}
            </Notice>
          )}
          <Failed failure={record.failure} onRetry={() => void save()} fieldName={fieldName(t)} />
          {mistakes.listed.length > 0 && <GiftMistakes mistakes={mistakes.listed} draft={draft} />}
          {anew && (
            <AnewReason
              value={reason}
              wrong={mistakes.mistakeOf('anewReason') !== undefined}
              anonymous={anew.draft.anonymous}
              onChange={setReason}
              onLeave={() => mistakes.leave('anewReason')}
            />
          )}
          <GiftFields
            draft={draft}
            cashFen={totals.cashFen}
            mistakeOf={mistakes.mistakeOf}
            onChange={entry.change}
            onLeave={mistakes.leave}
            onFocusField={focusField}
          />
          <section className="office-section" aria-label={t('form.goods')}>
            <h2>{t('form.goods')}</h2>
            {draft.lines.length === 0 && <p className="secondary">{t('form.noLines')}</p>}
            <ol className="gift-lines">
              {draft.lines.map((line, at) => (
                <GiftLine
                  key={line.key}
                  line={line}
                  at={at}
                  today={today}
                  mistakes={mistakes.ofLine(line.key)}
                  answers={answers}
                  onChange={entry.changeLine}
                  onLeave={mistakes.leave}
                  onRemove={entry.removeLine}
                  onRefuse={onRefuse}
                  onFocusField={focusField}
                />
              ))}
            </ol>
            {unknownScan !== '' && (
              <Notice tone="warn" title={t('pick.none', { ns: 'goods', text: unknownScan })} />
            )}
            <div data-takes-scans="">
              <PickItem
                testId="donation-pick"
                label={t('form.pickLabel')}
                field={pick}
                onPick={add}
                onEmptyEnter={() => form.current?.querySelector<HTMLElement>('.form-save')?.focus()}
              />
            </div>
          </section>
          <RefusedGoodsRows
            rows={draft.refused}
            mistakeOf={mistakes.mistakeOf}
            onChange={(refused) => entry.change({ refused })}
            onAdd={refuse}
            onLeave={mistakes.leave}
          />
          <GiftTotals
            totals={totals}
            kept={anew === null}
            saving={record.pending}
            onSave={() => void save()}
          />
        </div>
      )}
    </Page>
  );
};

type T = ReturnType<typeof useTranslation<'donations'>>['t'];

const keysOf = (t: T): readonly KeyHelp[] => [
  { key: 'F6', does: t('keys.pick') },
  { key: 'F7', does: t('keys.refuse') },
  { key: 'F8', does: t('keys.removeLine') },
  { key: 'Ctrl+Enter', does: t('keys.save') },
  { key: 'F2', does: t('form.next') },
  { key: 'F9', does: t('labels.print') },
  { key: 'Ctrl+P', does: t('gift.printReceipt') },
  { key: 'Esc', does: t('back', { ns: 'common' }) },
];

/** Where a reason of the books belongs; the lines say it themselves too. */
const fieldName =
  (t: T) =>
  (field: string): string => {
    const at = /^lines\.(\d+)\./.exec(field)?.[1];
    return at === undefined ? '' : t('form.lineNumber', { n: Number(at) + 1 });
  };

const AnewReason = ({
  value,
  wrong,
  anonymous,
  onChange,
  onLeave,
}: {
  readonly value: string;
  readonly wrong: boolean;
  readonly anonymous: boolean;
  readonly onChange: (reason: string) => void;
  readonly onLeave: () => void;
}) => {
  const { t } = useTranslation('donations');
  return (
    <section className="office-section" aria-label={t('anew.title')}>
      <p data-testid="anew-effect">
        {t('anew.effect')} {anonymous && t('anew.anonymous')}
      </p>
      <FormField
        label={t('anew.reason')}
        required
        mistake={wrong ? t('mistakes.anew-reason-missing') : undefined}
      >
        {({ status, ...field }) => (
          <Input
            {...field}
            status={status}
            data-testid="donation-anewReason"
            autoComplete="off"
            maxLength={100}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            onBlur={onLeave}
          />
        )}
      </FormField>
    </section>
  );
};
