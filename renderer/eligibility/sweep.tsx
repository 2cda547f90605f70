// A sweep (应退尽退): the numbers of the households that leave, found and shown first, then ended together with one day and reason.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day as dayWords, money } from '../i18n/format.ts';
import {
  ConfirmFinal,
  DataTable,
  Failed,
  FormField,
  Notice,
  Page,
  ProgressPanel,
  useKeys,
  type Column,
} from '../ui/index.ts';
import { LeaveFields, newLeave, readLeave } from './leave-fields.tsx';
import { takeSweep } from './sweep-kept.ts';

type Found = Output<'eligibility.byNumbers'>;
type Row = Found['rows'][number];
type T = ReturnType<typeof useTranslation<'eligibility'>>['t'];
/** So many numbers are looked up at once. */
const most = 5_000;
const numbersIn = (text: string): readonly string[] =>
  [...new Set(text.split(/[\s,;，；、]+/).filter((word) => word !== ''))].slice(0, most);

export const Sweep = () => {
  const { t } = useTranslation('eligibility');
  const navigate = useNavigate();
  const [text, setText] = useState(() => takeSweep().join('\n'));
  const [wanted, setWanted] = useState<readonly string[]>(() => numbersIn(text));
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Output<'eligibility.endMany'> | null>(null);
  const found = useAct('eligibility.byNumbers', { numbers: [...wanted] }, { enabled: wanted.length > 0 });
  const shown = wanted.length > 0 ? found.data : undefined;
  const leaving = (shown?.rows ?? []).filter(({ endDay }) => endDay === null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const look = (): void => {
    setDone(null);
    setWanted(numbersIn(text));
  };
  const ask = (): void => {
    if (leaving.length > 0) setAsking(true);
  };
  useKeys({ Escape: back, F6: look, F9: ask });
  return (
    <Page
      title={t('leave.sweepTitle')}
      keys={[
        { key: 'F6', does: t('leave.find') },
        { key: 'F9', does: t('leave.verb') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <section className="office-section" aria-label={t('leave.numbers')}>
        <p>{t('leave.sweepAbout')}</p>
        <FormField label={t('leave.numbers')}>
          {({ status, ...field }) => (
            <Input.TextArea
              {...field}
              status={status}
              data-testid="sweep-numbers"
              autoFocus
              rows={4}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </FormField>
        <div className="button-row">
          <Button data-testid="sweep-find" onClick={look}>
            {t('leave.find')} F6
          </Button>
          <Button data-testid="sweep-end" danger type="primary" disabled={leaving.length === 0} onClick={ask}>
            {t('leave.endAll', { n: count(leaving.length) })} F9
          </Button>
        </div>
      </section>
      <Failed failure={found.failure} />
      {done && (
        <Notice
          tone="done"
          title={t('leave.done', {
            n: count(done.ended),
            people: count(done.people),
            voided: count(done.voided),
          })}
        />
      )}
      {shown && <Missing found={shown} leaving={leaving.length} />}
      {shown && (
        <DataTable
          label={t('leave.sweepTitle')}
          columns={columns(t)}
          rows={shown.rows}
          rowKey={(row) => row.id}
          height={360}
        />
      )}
      {asking && (
        <SweepDialog
          households={leaving}
          onClose={() => setAsking(false)}
          onDone={(ended) => {
            setAsking(false);
            setDone(ended);
          }}
        />
      )}
    </Page>
  );
};

/** What of the pasted numbers cannot leave. */
const Missing = ({ found, leaving }: { readonly found: Found; readonly leaving: number }) => {
  const { t } = useTranslation('eligibility');
  const ended = found.rows.length - leaving;
  return (
    <>
      {found.unknown.length > 0 && (
        <Notice
          tone="warn"
          title={t('leave.unknown', {
            numbers: `${found.unknown.slice(0, 20).join(' ')}${found.unknown.length > 20 ? ' …' : ''}`,
          })}
        />
      )}
      {ended > 0 && <Notice tone="info" title={t('leave.endedAlready', { n: count(ended) })} />}
    </>
  );
};

interface DialogProps {
  readonly households: readonly Row[];
  readonly onClose: () => void;
  readonly onDone: (ended: Output<'eligibility.endMany'>) => void;
}

const SweepDialog = ({ households, onClose, onDone }: DialogProps) => {
  const { t } = useTranslation('eligibility');
  const [draft, setDraft] = useState(newLeave(useSession().status.businessDay));
  const [tried, setTried] = useState(false);
  const end = useCommand('eligibility.endMany');
  const householdIds = households.map(({ id }) => id);
  const figures = useAct('eligibility.endFigures', { householdIds });
  const confirm = async (): Promise<void> => {
    setTried(true);
    const leaving = readLeave(draft);
    const ended = leaving ? await end.run({ householdIds, ...leaving }) : null;
    if (ended) onDone(ended);
  };
  const { data } = figures;
  return (
    <ConfirmFinal
      open
      stops
      testId="end-confirm"
      title={t('leave.sweepTitle')}
      verb={t('leave.verb')}
      pending={end.pending}
      figures={[
        { label: t('households'), value: count(households.length) },
        { label: t('persons'), value: data ? count(data.people) : '…' },
        {
          label: t('leave.openNow'),
          value: data
            ? t('leave.openFigures', { n: count(data.openVouchers), fen: money(data.openFen) })
            : '…',
        },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <LeaveFields draft={draft} tried={tried} onChange={setDraft} />
      {end.pending && (
        <ProgressPanel what={t('leave.running')} progress={end.progress} onCancel={end.cancel} />
      )}
      <Failed failure={end.failure ?? figures.failure} />
    </ConfirmFinal>
  );
};

const columns = (t: T): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('number'),
    width: 120,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'head', title: t('head'), width: 110, render: (row) => row.headName },
  { key: 'category', title: t('category'), width: 180, render: (row) => row.category },
  { key: 'community', title: t('community'), width: 160, render: (row) => row.community },
  { key: 'members', title: t('members'), width: 100, figure: true, render: (row) => count(row.members) },
  {
    key: 'state',
    title: t('leave.state'),
    width: 220,
    render: ({ endDay }) => (
      <span className={endDay === null ? 'ok' : 'off'}>
        {endDay === null ? t('leave.stillIn') : t('leave.leftOn', { day: dayWords(endDay) })}
      </span>
    ),
  },
];
