// One batch: its figures, its two papers, and every voucher in it.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { VOUCHER_STATES } from '../../db/domain/voucher-state.ts';
import type { Output } from '../../db/contract/index.ts';
import { isOpen } from '../../db/domain/voucher-state.ts';
import { useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { RelativeMark } from '../fairness/relative-mark.tsx';
import { count, day, money } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Failed,
  FilterLine,
  Money,
  Notice,
  Page,
  PaperButtons,
  useKeys,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { VoidVoucher } from './void-voucher.tsx';

type Row = Output<'vouchers.list'>['rows'][number];
type State = Row['state'];
const start: { readonly search: string; readonly state: State | '' } = { search: '', state: '' };
const figures = ['issued', 'redeemed', 'void', 'expired', 'outstanding'] as const;

export const BatchPage = () => {
  const { t } = useTranslation('vouchers');
  const navigate = useNavigate();
  const { state: arrived } = useLocation() as {
    state: { readonly issued: number; readonly faceFen: number } | null;
  };
  const batchId = Number(useParams()['batchId']);
  const session = useSession();
  const [filter, setFilter] = useKept(`vouchers/${batchId}`, start);
  const search = useSettled(filter.search.trim());
  const batches = useAct('vouchers.batches', {});
  const batch = batches.data?.find(({ id }) => id === batchId);
  const list = useActPages('vouchers.list', {
    batchId,
    state: filter.state === '' ? null : filter.state,
    search,
  });
  const [ending, setEnding] = useState<Row | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  const mayVoid = session.may('vouchers.void');
  const mayPrint = session.may('vouchers.issue');

  return (
    <Page
      fill
      title={batch?.name ?? t('title')}
      keys={[
        { key: 'F3', does: t('keys.search') },
        ...(mayVoid ? [{ key: 'Enter', does: t('keys.void') }] : []),
        { key: 'Esc', does: t('list.back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('list.back')} Esc
        </Button>
      }
    >
      {arrived && (
        <Notice
          tone="done"
          title={t('issue.done', { n: count(arrived.issued), face: money(arrived.faceFen) })}
        >
          {t('issue.next')}
        </Notice>
      )}
      <Failed failure={batches.failure} />
      {batch && (
        <div className="batch-head">
          <dl className="batch-figures" data-testid="batch-figures">
            <div>
              <dt>{t('batch.face')}</dt>
              <dd className="figure">{money(batch.faceFen)}</dd>
            </div>
            {figures.map((key) => (
              <div key={key} data-testid={`batch-${key}`}>
                <dt>{t(`batch.${key}`)}</dt>
                <dd className="figure">{count(batch[key])}</dd>
              </div>
            ))}
          </dl>
          <p className="batch-facts">
            {t('batch.valid')} {day(batch.validFrom)} – {day(batch.validTo)} · {t('batch.place')}{' '}
            {batch.place}
          </p>
        </div>
      )}
      {mayPrint && (
        <div className="batch-papers" aria-label={t('papers.title')} role="group">
          <PaperButtons
            act="vouchers.printSheet"
            input={{ batchId }}
            primary
            label={t('papers.sheet')}
            testId="voucher-sheet"
          />
          <PaperButtons
            act="vouchers.signOffList"
            input={{ batchId, format: 'pdf' }}
            label={t('papers.signOff')}
            testId="sign-off"
          />
          <PaperButtons
            act="vouchers.signOffList"
            input={{ batchId, format: 'xlsx' }}
            kind="sheet"
            label={t('papers.signOffSheet')}
            testId="sign-off-xlsx"
          />
        </div>
      )}
      {ended !== null && <Notice tone="done" title={t('void.done', { serial: ended })} />}
      <FilterLine
        label={t('list.search')}
        value={filter.search}
        onChange={(text) => setFilter({ ...filter, search: text })}
      >
        <Choice<State | ''>
          label={t('list.state')}
          testId="voucher-state"
          value={filter.state}
          options={[
            { value: '', label: t('list.allStates') },
            ...VOUCHER_STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
          ]}
          onChange={(state) => setFilter({ ...filter, state })}
        />
      </FilterLine>
      <Failed failure={list.failure} />
      <DataTable<Row>
        label={t('title')}
        columns={columns(t, mayVoid ? setEnding : null)}
        rows={list.rows}
        rowKey={(row) => row.id}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.state !== ''}
        onNear={list.more}
        {...(mayVoid ? { onOpen: (row: Row) => isOpen(row.state) && setEnding(row) } : {})}
      />
      {ending && (
        <VoidVoucher
          voucher={ending}
          onClose={() => setEnding(null)}
          onDone={() => {
            setEnded(ending.serial);
            setEnding(null);
          }}
        />
      )}
    </Page>
  );
};

const signs: Readonly<Record<State, string>> = {
  draft: '○',
  issued: '●',
  active: '●',
  'partly-used': '◐',
  used: '✔',
  expired: '▲',
  void: '✖',
  replaced: '✖',
};

const columns = (
  t: ReturnType<typeof useTranslation<'vouchers'>>['t'],
  onVoid: ((row: Row) => void) | null,
): readonly Column<Row>[] => [
  {
    key: 'serial',
    title: t('list.serial'),
    width: 145,
    render: (row) => (
      <span className="figure" data-testid="voucher-row" data-voucher={row.id} data-state={row.state}>
        {row.serial}
      </span>
    ),
  },
  {
    key: 'head',
    title: t('list.head'),
    width: 150,
    render: (row) => (
      <>
        {row.headName}
        <RelativeMark relative={row.relative} />
      </>
    ),
  },
  { key: 'category', title: t('list.category'), width: 130, render: (row) => row.category },
  { key: 'community', title: t('list.community'), width: 120, render: (row) => row.community },
  {
    key: 'state',
    title: t('list.state'),
    width: 175,
    render: (row) => (
      <>
        <span aria-hidden="true">{signs[row.state]}</span> {t(`states.${row.state}`)}
      </>
    ),
  },
  {
    key: 'balance',
    title: t('list.balance'),
    width: 100,
    figure: true,
    render: (row) => <Money fen={row.balanceFen} />,
  },
  {
    key: 'code',
    title: t('list.code'),
    width: 165,
    render: (row) => (
      <span className="figure" data-testid="voucher-code">
        {row.typedCode}
      </span>
    ),
  },
  {
    key: 'validTo',
    title: t('list.validTo'),
    width: 115,
    render: (row) => <span className="figure">{row.validTo}</span>,
  },
  ...(onVoid
    ? [
        {
          key: 'void',
          title: t('list.act'),
          width: 75,
          render: (row: Row) =>
            isOpen(row.state) && (
              <Button size="small" danger data-testid="voucher-void" onClick={() => onVoid(row)}>
                {t('void.action')}
              </Button>
            ),
        },
      ]
    : []),
];
