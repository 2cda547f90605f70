// Files whose time is over: chosen by keys, erased for ever after one question that says what it means.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useActPages, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day } from '../i18n/format.ts';
import { ConfirmFinal, DataTable, Day, Failed, Notice, Page, useKeys, type Column } from '../ui/index.ts';
import { TextLine } from './public-scope.tsx';

type Row = Output<'privacy.due'>['rows'][number];
/** As many as one act takes. */
const most = 200;

export const Due = () => {
  const { t } = useTranslation('privacy');
  return useSession().may('people.erase') ? (
    <DueList />
  ) : (
    <Page title={t('due.title')}>
      <Notice tone="warn" title={t('due.notYours')} />
    </Page>
  );
};

const DueList = () => {
  const { t } = useTranslation('privacy');
  const list = useActPages('privacy.due', {});
  const erase = useCommand('privacy.erase');
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [asking, setAsking] = useState(false);
  const chosen = list.rows.filter(({ householdId }) => marked.has(householdId));
  const toggle = ({ householdId }: Row): void => {
    const next = new Set(marked);
    if (!next.delete(householdId) && next.size < most) next.add(householdId);
    setMarked(next);
  };
  const markAll = (): void =>
    setMarked(new Set(list.rows.slice(0, most).map(({ householdId }) => householdId)));
  const ask = (): void => {
    if (chosen.length > 0) setAsking(true);
  };
  useKeys({ F7: markAll, F8: ask });
  return (
    <Page
      fill
      title={t('due.title')}
      keys={[
        { key: 'Enter', does: t('due.markKey') },
        { key: 'F7', does: t('due.markAll') },
        { key: 'F8', does: t('due.erase') },
      ]}
      acts={
        <>
          <Button data-testid="due-all" disabled={list.rows.length === 0} onClick={markAll}>
            {t('due.markAll')} F7
          </Button>
          <Button data-testid="due-erase" danger disabled={chosen.length === 0} onClick={ask}>
            {t('due.erase')} F8
          </Button>
        </>
      }
    >
      {list.first && (
        <p className="secondary" data-testid="due-about">
          {t('due.about', { years: list.first.retentionYears, day: day(list.first.leftBefore) })}
        </p>
      )}
      <Failed failure={list.failure} />
      {erase.data && (
        <Notice
          tone="done"
          title={t('due.done', {
            households: count(erase.data.households),
            people: count(erase.data.people),
          })}
        />
      )}
      <DataTable
        label={t('due.title')}
        columns={columns(t, marked, toggle)}
        rows={list.rows}
        rowKey={(row) => row.householdId}
        loading={list.loading}
        total={list.total}
        emptyText={t('due.empty')}
        onNear={list.more}
        onOpen={toggle}
      />
      {asking && (
        <AskErase
          chosen={chosen}
          erase={erase}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setMarked(new Set());
          }}
        />
      )}
    </Page>
  );
};

interface AskProps {
  readonly chosen: readonly Row[];
  readonly erase: ReturnType<typeof useCommand<'privacy.erase'>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const AskErase = ({ chosen, erase, onClose, onDone }: AskProps) => {
  const { t } = useTranslation('privacy');
  const [reason, setReason] = useState('');
  const confirm = async (): Promise<void> => {
    const householdIds = chosen.map(({ householdId }) => householdId);
    if (await erase.run({ householdIds, reason })) onDone();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="due-confirm"
      title={t('due.eraseTitle')}
      verb={t('due.verb')}
      figures={[
        { label: t('number'), value: t('households', { n: count(chosen.length) }) },
        {
          label: t('due.familyPeople'),
          value: t('people', { n: count(chosen.reduce((sum, { people }) => sum + people, 0)) }),
        },
      ]}
      pending={erase.pending}
      confirmDisabled={reason.trim() === ''}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Notice tone="warn" title={t('due.final')} />
      <TextLine
        label={t('due.reason')}
        hint={t('due.reasonHint')}
        required
        autoFocus
        most={200}
        testId="due-reason"
        value={reason}
        onChange={setReason}
      />
      <Failed failure={erase.failure} />
    </ConfirmFinal>
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'privacy'>>['t'],
  marked: ReadonlySet<number>,
  toggle: (row: Row) => void,
): readonly Column<Row>[] => [
  {
    key: 'mark',
    title: t('due.mark'),
    width: 80,
    render: (row) => (
      <Checkbox
        tabIndex={-1}
        aria-label={`${t('due.mark')} ${row.number}`}
        checked={marked.has(row.householdId)}
        onChange={() => toggle(row)}
      />
    ),
  },
  {
    key: 'number',
    title: t('number'),
    width: 140,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'category', title: t('category'), width: 160, render: (row) => row.category },
  { key: 'community', title: t('community'), width: 160, render: (row) => row.community },
  {
    key: 'people',
    title: t('due.familyPeople'),
    width: 90,
    figure: true,
    render: (row) => count(row.people),
  },
  { key: 'end', title: t('due.endDay'), width: 160, render: (row) => <Day value={row.endDay} /> },
  { key: 'why', title: t('due.endReason'), width: 220, render: (row) => row.endReason },
];
