// Recording a gift, made for the keyboard: Enter moves on, a scan counts wherever the cursor stands, F6 goes to the goods,
// Ctrl+Enter saves; then the receipt. The same form writes a wrong receipt anew.
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PickItem } from '../goods/pick-item.tsx';
import { enterMovesOn, Failed, FormField, Notice, Page, useKeys, type KeyHelp } from '../ui/index.ts';
import { draftTotals } from './draft-totals.ts';
import './donations.css';
import { GiftFields } from './gift-fields.tsx';
import { GiftLine } from './gift-lines.tsx';
import { GiftMistakes, GiftTotals } from './gift-totals.tsx';
import { RefusedGoodsRows } from './refused-goods.tsx';
import { SavedGift } from './saved-gift.tsx';
import { useRecording, type Anew } from './use-recording.ts';

type Recording = ReturnType<typeof useRecording>;

export const RecordGift = ({ anew = null }: { readonly anew?: Anew | null }) => {
  const { t } = useTranslation('donations');
  const recording = useRecording(anew);
  const { record, save, again, back, pick } = recording;
  useKeys({
    Escape: back,
    ...(record.data
      ? { F2: again }
      : {
          F6: () => pick.current?.focus(),
          F7: recording.addRefused,
          F8: recording.removeHere,
          'Ctrl+Enter': () => void save(),
        }),
  });
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
        <SavedGift {...record.data} insteadOf={anew?.number ?? null} list={recording.list} onNext={again} />
      ) : (
        <GiftForm recording={recording} anew={anew} />
      )}
    </Page>
  );
};

const GiftForm = ({ recording, anew }: { readonly recording: Recording; readonly anew: Anew | null }) => {
  const { t } = useTranslation('donations');
  const { entry, mistakes, record, goods, save, reason } = recording;
  const { surface, focusField } = goods;
  const { draft, restored } = entry;
  const totals = draftTotals(draft);
  return (
    <div
      ref={surface}
      role="form"
      tabIndex={-1}
      aria-label={t('form.title')}
      className="gift-form"
      onFocus={(event) => {
        if (event.target !== event.currentTarget) event.target.scrollIntoView({ block: 'nearest' });
      }}
      onKeyDown={(event) => enterMovesOn(() => void save())(event)}
    >
      {restored !== null && (
        <Notice tone="info" title={t('form.restored')}>
          {restored === 'without-persons' && <div>{t('form.restoredLeftOut')}</div>}
        </Notice>
      )}
      <Failed failure={record.failure} onRetry={() => void save()} fieldName={fieldName(t)} />
      {mistakes.listed.length > 0 && <GiftMistakes mistakes={mistakes.listed} draft={draft} />}
      {anew && (
        <AnewReason
          value={reason}
          wrong={mistakes.mistakeOf('anewReason') !== undefined}
          anonymous={anew.draft.anonymous}
          onChange={recording.setReason}
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
      <GiftGoods recording={recording} />
      <RefusedGoodsRows
        rows={draft.refused}
        mistakeOf={mistakes.mistakeOf}
        onChange={(refused) => entry.change({ refused })}
        onAdd={recording.addRefused}
        onLeave={mistakes.leave}
      />
      <GiftTotals totals={totals} kept={anew === null} saving={record.pending} onSave={() => void save()} />
    </div>
  );
};

/** The lines, and the field that adds one. */
const GiftGoods = ({ recording }: { readonly recording: Recording }) => {
  const { t } = useTranslation('donations');
  const { entry, mistakes, goods, pick } = recording;
  const { surface, focusField, unknown, failure, add } = goods;
  return (
    <section className="office-section" aria-label={t('form.goods')}>
      <h2>
        {t('form.goods')}{' '}
        {entry.draft.lines.length === 0 && <span className="secondary">{t('form.noLines')}</span>}
      </h2>
      <ol className="gift-lines">
        {entry.draft.lines.map((line, at) => (
          <GiftLine
            key={line.key}
            line={line}
            at={at}
            today={recording.today}
            mistakes={mistakes.ofLine(line.key)}
            answers={recording.answers}
            onChange={entry.changeLine}
            onLeave={mistakes.leave}
            onRemove={entry.removeLine}
            onRefuse={recording.refuse}
            onFocusField={focusField}
          />
        ))}
      </ol>
      {unknown !== '' && <Notice tone="warn" title={t('pick.none', { ns: 'goods', text: unknown })} />}
      <Failed failure={failure} />
      <PickItem
        testId="donation-pick"
        label={t('form.pickLabel')}
        field={pick}
        onPick={add}
        onEmptyEnter={() => surface.current?.querySelector<HTMLElement>('.form-save')?.focus()}
      />
    </section>
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
