// Recording a gift, made for the keyboard: Enter moves on, F6 goes to the goods, Ctrl+Enter saves; then the receipt.
import { Button, type InputRef } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { PickItem } from '../goods/pick-item.tsx';
import { money } from '../i18n/format.ts';
import { enterMovesOn, Failed, Notice, Page, useKeys } from '../ui/index.ts';
import {
  draftTotals,
  readDraft,
  type Draft,
  type DraftTotals,
  type Mistake,
  type MistakeCode,
} from './draft.ts';
import './donations.css';
import { GiftFields } from './gift-fields.tsx';
import { GiftLine } from './gift-lines.tsx';
import { Receipt } from './read-gift.tsx';
import { useDraft } from './use-draft.ts';

/** Mistakes are named beside a field once it was left, and all together once saving was tried. */
const useMistakes = (draft: Draft, today: string) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const reading = useMemo(() => readDraft(draft, today), [draft, today]);
  const byField = useMemo(
    () =>
      new Map<string, MistakeCode>(
        reading.ok ? [] : reading.mistakes.map(({ field, code }) => [field, code]),
      ),
    [reading],
  );
  const mistakeOf = useCallback(
    (field: string) => (left.has(field) ? byField.get(field) : undefined),
    [left, byField],
  );
  const leave = useCallback(
    (field: string) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
    [],
  );
  const reset = (): void => {
    setLeft(new Set());
    setTried(false);
  };
  /** Names every mistake there is now; a line added afterwards is blank, not wrong. */
  const tryAll = (): void => {
    setTried(true);
    setLeft(new Set([...left, ...byField.keys()]));
  };
  const listed = reading.ok || !tried ? [] : reading.mistakes.filter(({ field }) => left.has(field));
  return { reading, listed, tryAll, mistakeOf, leave, reset };
};

export const RecordGift = () => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { status } = useSession();
  const today = status.businessDay;
  const entry = useDraft(status.practice, today);
  const mistakes = useMistakes(entry.draft, today);
  const record = useCommand('donations.record');
  const form = useRef<HTMLDivElement>(null);
  const pick = useRef<InputRef>(null);
  // A new object each time: the same field may be wanted twice.
  const [focusOn, setFocusOn] = useState({ field: 'donorName' });
  const focusField = (field: string): void =>
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"], [id="${field}"]`)?.focus();
  useEffect(() => focusField(focusOn.field), [focusOn]);

  const save = async (): Promise<void> => {
    if (record.data) return;
    const { reading } = mistakes;
    if (!reading.ok) {
      mistakes.tryAll();
      const [first] = reading.mistakes;
      if (first?.field === 'lines') pick.current?.focus();
      else if (first) setFocusOn({ field: first.field });
    } else if (await record.run(reading.input)) entry.clear();
  };
  const again = (): void => {
    record.reset();
    entry.clear();
    mistakes.reset();
    setFocusOn({ field: 'donorName' });
  };
  const back = (): void => void navigate('..', { relative: 'path' });
  const removeHere = (): void => {
    const key = document.activeElement?.getAttribute('id')?.split('.')[0];
    if (key !== undefined && entry.draft.lines.some((line) => line.key === key)) {
      entry.removeLine(key);
      pick.current?.focus();
    }
  };
  useKeys({
    F6: () => pick.current?.focus(),
    F8: removeHere,
    'Ctrl+Enter': () => void save(),
    Escape: back,
    ...(record.data ? { F2: again } : {}),
  });

  const totals = draftTotals(entry.draft);
  return (
    <Page
      title={t('form.title')}
      keys={[
        { key: 'F6', does: t('keys.pick') },
        { key: 'Ctrl+Enter', does: t('keys.save') },
        { key: 'F8', does: t('keys.removeLine') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {!record.data && (
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
        <Saved donationId={record.data.donationId} receiptNumber={record.data.receiptNumber} onNext={again} />
      ) : (
        <div
          ref={form}
          role="form"
          aria-label={t('form.title')}
          className="gift-form"
          onFocus={(event) => event.target.scrollIntoView({ block: 'nearest' })}
          onKeyDown={(event) => enterMovesOn(() => void save())(event)}
        >
          {entry.restored !== null && (
            <Notice tone="info" title={t('form.restored')}>
              {entry.restored === 'without-persons' && <div>{t('form.restoredLeftOut')}</div>}
            </Notice>
          )}
          <Failed failure={record.failure} onRetry={() => void save()} fieldName={() => ''} />
          {mistakes.listed.length > 0 && <Mistakes mistakes={mistakes.listed} draft={entry.draft} />}
          <GiftFields
            draft={entry.draft}
            cashFen={totals.cashFen}
            mistakeOf={mistakes.mistakeOf}
            onChange={entry.change}
            onLeave={mistakes.leave}
          />
          <section className="office-section" aria-label={t('form.goods')}>
            <h2>{t('form.goods')}</h2>
            {entry.draft.lines.length === 0 && <p className="secondary">{t('form.noLines')}</p>}
            <ol className="gift-lines">
              {entry.draft.lines.map((line, at) => (
                <GiftLine
                  key={line.key}
                  line={line}
                  at={at}
                  today={today}
                  mistakeOf={mistakes.mistakeOf}
                  onChange={entry.changeLine}
                  onLeave={mistakes.leave}
                  onRemove={entry.removeLine}
                />
              ))}
            </ol>
            <PickItem
              testId="donation-pick"
              label={t('form.pickLabel')}
              field={pick}
              onPick={(item) => setFocusOn({ field: `${entry.addItem(item)}.quantity` })}
              onEmptyEnter={() => form.current?.querySelector<HTMLElement>('.form-save')?.focus()}
            />
          </section>
          <Totals totals={totals} saving={record.pending} onSave={() => void save()} />
        </div>
      )}
    </Page>
  );
};

const Totals = ({
  totals,
  saving,
  onSave,
}: {
  readonly totals: DraftTotals;
  readonly saving: boolean;
  readonly onSave: () => void;
}) => {
  const { t } = useTranslation('donations');
  return (
    <div className="gift-totals">
      <div data-testid="donation-running">
        {t('form.running')}: {t('cash')}{' '}
        <b className="figure">{totals.cashFen === null ? t('noCash') : money(totals.cashFen)}</b>
        {' · '}
        {totals.lines === 0
          ? `${t('form.goods')} ${t('noCash')}`
          : t('form.runningGoods', { lines: totals.lines, goods: money(totals.goodsFen) })}
        {totals.withoutValue > 0 && ` · ${t('form.runningWithout', { n: totals.withoutValue })}`}
        <div className="secondary">{t('form.draftNote')}</div>
      </div>
      <Button
        className="form-save"
        data-testid="donation-save"
        type="primary"
        size="large"
        loading={saving}
        onClick={onSave}
      >
        {t('form.save')} Ctrl+Enter
      </Button>
    </div>
  );
};

const Mistakes = ({ mistakes, draft }: { readonly mistakes: readonly Mistake[]; readonly draft: Draft }) => {
  const { t } = useTranslation('donations');
  const where = (field: string): string => {
    const at = draft.lines.findIndex((line) => field.startsWith(`${line.key}.`));
    const line = draft.lines[at];
    return line ? `${t('form.line', { n: at + 1, name: line.item.name })}: ` : '';
  };
  return (
    <Notice tone="warn" title={t('form.mistakes', { ns: 'common', count: mistakes.length })}>
      <ul>
        {mistakes.map(({ field, code }) => (
          <li key={field}>
            {where(field)}
            {t(`mistakes.${code}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Saved = ({
  donationId,
  receiptNumber,
  onNext,
}: {
  readonly donationId: number;
  readonly receiptNumber: string;
  readonly onNext: () => void;
}) => {
  const { t } = useTranslation('donations');
  const navigate = useNavigate();
  const { data } = useAct('donations.read', { donationId });
  return (
    <>
      <Notice tone="done" title={t('form.saved', { number: receiptNumber })}>
        {t('form.savedNote')}
      </Notice>
      <Receipt donationId={donationId} prints={data?.prints ?? 0} />
      <div className="button-row">
        <Button data-testid="donation-next" autoFocus onClick={onNext}>
          {t('form.next')} F2
        </Button>
        <Button
          data-testid="donation-open"
          onClick={() => void navigate(`../${String(donationId)}`, { relative: 'path' })}
        >
          {t('form.open')}
        </Button>
      </div>
    </>
  );
};
