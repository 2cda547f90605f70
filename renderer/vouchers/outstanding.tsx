// 未领清单: the vouchers that are still open, by batch, community and how soon they end; on paper as it stands. And one voucher found by
// its number or code.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import type { ActError } from '../../db/contract/act.ts';
import { actErrorOf, read, useAct, useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, money } from '../i18n/format.ts';
import { Choice, DataTable, Failed, Page, PaperButtons, useKeys, useKept, type Column } from '../ui/index.ts';

type Row = Output<'vouchers.outstanding'>['rows'][number];
/** A community as the choice knows it, so that one without a name is not everything. */
const chosenOf = (community: string): string => `=${community}`;
const start = { batchId: '', community: '', within: '' as '' | '7' | '15' | '30' };

export const Outstanding = () => {
  const { t } = useTranslation('voucherLife');
  const { t: tState } = useTranslation('vouchers');
  const { may } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('outstanding', start);
  const batches = useAct('vouchers.batches', {});
  const of = {
    batchId: filter.batchId === '' ? null : Number(filter.batchId),
    withinDays: filter.within === '' ? null : Number(filter.within),
  };
  const communities = useAct('vouchers.openByCommunity', of, { keepPrevious: true });
  const asked = { ...of, community: filter.community === '' ? null : filter.community.slice(1) };
  const list = useActPages('vouchers.outstanding', asked);
  const openOne = (id: number): void => void navigate(`../voucher/${String(id)}`, { relative: 'path' });
  return (
    <Page
      fill
      title={t('outstanding.title')}
      keys={[
        { key: 'F3', does: t('find.label') },
        { key: 'Enter', does: t('page.open') },
      ]}
      acts={<FindVoucher onFound={openOne} />}
    >
      <div className="filter-line">
        <Choice
          label={t('batch')}
          testId="outstanding-batch"
          value={filter.batchId}
          options={[
            { value: '', label: t('outstanding.allBatches') },
            ...(batches.data ?? [])
              .filter(({ outstanding }) => outstanding > 0)
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(batchId) => setFilter({ ...filter, batchId })}
        />
        <Choice
          label={t('community')}
          testId="outstanding-community"
          value={filter.community}
          options={communityOptions(t, communities.data ?? [], filter.community)}
          onChange={(community) => setFilter({ ...filter, community })}
        />
        <Choice<typeof start.within>
          label={t('outstanding.within')}
          testId="outstanding-within"
          value={filter.within}
          options={[
            { value: '', label: t('outstanding.any') },
            { value: '7', label: t('outstanding.days', { n: 7 }) },
            { value: '15', label: t('outstanding.days', { n: 15 }) },
            { value: '30', label: t('outstanding.days', { n: 30 }) },
          ]}
          onChange={(within) => setFilter({ ...filter, within })}
        />
        <b data-testid="outstanding-sums">
          {t('outstanding.sums', {
            n: count(list.total),
            fen: money(list.first?.fen ?? 0),
            points: count(list.first?.points ?? 0),
          })}
        </b>
      </div>
      {may('vouchers.issue') && list.total > 0 && (
        <div className="batch-papers">
          <PaperButtons
            act="vouchers.printOutstanding"
            input={{ ...asked, format: 'pdf' }}
            label={t(filter.within === '' ? 'outstanding.print' : 'outstanding.printNotice')}
            testId="outstanding"
          />
          <PaperButtons
            act="vouchers.printOutstanding"
            input={{ ...asked, format: 'xlsx' }}
            kind="sheet"
            testId="outstanding-xlsx"
          />
        </div>
      )}
      <Failed failure={list.failure} />
      <DataTable<Row>
        label={t('outstanding.title')}
        columns={columnsOf(t, tState)}
        rows={list.rows}
        rowKey={({ id }) => id}
        loading={list.loading}
        total={list.total}
        filtered={filter.batchId !== '' || filter.community !== '' || filter.within !== ''}
        emptyText={t('outstanding.empty')}
        onNear={list.more}
        onOpen={({ id }) => openOne(id)}
      />
    </Page>
  );
};

type T = ReturnType<typeof useTranslation<'voucherLife'>>['t'];
/** With how many are open in each. The chosen one stays to be seen also when none of its own is left. */
const communityOptions = (
  t: T,
  listed: Output<'vouchers.openByCommunity'>,
  chosen: string,
): readonly { readonly value: string; readonly label: string }[] => {
  const gone = chosen !== '' && !listed.some(({ community }) => chosenOf(community) === chosen);
  const all = gone ? [...listed, { community: chosen.slice(1), open: 0 }] : listed;
  return [
    { value: '', label: t('outstanding.allCommunities') },
    ...all.map(({ community, open }) => ({
      value: chosenOf(community),
      label: t('outstanding.of', { name: community || t('outstanding.noCommunity'), n: count(open) }),
    })),
  ];
};
type TState = ReturnType<typeof useTranslation<'vouchers'>>['t'];

const columnsOf = (t: T, tState: TState): readonly Column<Row>[] => [
  {
    key: 'validTo',
    title: t('outstanding.validTo'),
    width: 115,
    render: ({ validTo }) => <span className="figure">{validTo}</span>,
  },
  {
    key: 'serial',
    title: t('serial'),
    width: 145,
    render: ({ serial }) => (
      <span className="figure" data-testid="outstanding-row">
        {serial}
      </span>
    ),
  },
  { key: 'head', title: t('head'), width: 100, render: ({ headName }) => headName },
  {
    key: 'phone',
    title: t('phone'),
    width: 130,
    render: ({ phone }) => <span className="figure">{phone ?? ''}</span>,
  },
  { key: 'community', title: t('community'), width: 115, render: ({ community }) => community },
  { key: 'category', title: t('category'), width: 120, spare: true, render: ({ category }) => category },
  { key: 'state', title: t('state'), width: 135, render: ({ state }) => tState(`states.${state}`) },
  {
    key: 'balance',
    title: t('balance'),
    width: 100,
    figure: true,
    render: ({ kind, balanceFen, balancePoints }) =>
      kind === 'points' ? t('points', { n: count(balancePoints) }) : money(balanceFen),
  },
  { key: 'batch', title: t('batch'), spare: true, render: ({ batch }) => batch },
];

/** F3 goes here; a scanner types into it as fingers do. */
const FindVoucher = ({ onFound }: { readonly onFound: (id: number) => void }) => {
  const { t } = useTranslation('voucherLife');
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ActError | null>(null);
  useKeys({ F3: () => document.querySelector<HTMLInputElement>('[data-testid="find-voucher"]')?.focus() });
  const find = async (): Promise<void> => {
    if (text.trim() === '') return;
    setFailure(null);
    try {
      onFound((await read('vouchers.find', { text: text.trim() })).voucherId);
    } catch (error) {
      setFailure(actErrorOf(error));
    }
  };
  return (
    <div>
      <Input
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        data-testid="find-voucher"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void find()}
        suffix={
          <Button size="small" onClick={() => void find()}>
            {t('find.verb')}
          </Button>
        }
      />
      <Failed failure={failure} />
    </div>
  );
};
