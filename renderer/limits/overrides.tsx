// 超限登记 of a month: who got more than a rule allows, by how much, why, and who answers for it.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { monthOf } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { DataTable, Day, ListPage, MonthChoice, useKept, useKeys, type Column } from '../ui/index.ts';
import { amountWords } from './limit-words.ts';

type Row = Output<'limits.overrides'>[number];

export const Overrides = () => {
  const { t } = useTranslation('limits');
  const { t: tAny } = useTranslation();
  const navigate = useNavigate();
  const { status } = useSession();
  const [filter, setFilter] = useKept('limits.overrides', {
    search: '',
    month: monthOf(status.businessDay),
  });
  const { data, failure, isPending } = useAct('limits.overrides', { month: filter.month });
  const word = filter.search.trim();
  const rows = (data ?? []).filter(({ number, householdNumber, rule }) =>
    [number, householdNumber, rule].some((text) => text.includes(word)),
  );
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <ListPage
      title={t('overrides.title')}
      searchLabel={t('overrides.search')}
      search={filter.search}
      onSearch={(search) => setFilter({ ...filter, search })}
      keys={[{ key: 'Esc', does: tAny('back') }]}
      filters={
        <MonthChoice
          label={t('overrides.month')}
          testId="overrides-month"
          value={filter.month}
          onChange={(month) => setFilter({ ...filter, month })}
        />
      }
      papers={
        <Button data-testid="back" onClick={back}>
          {tAny('back')} Esc
        </Button>
      }
      failure={failure}
    >
      <DataTable<Row>
        label={t('overrides.title')}
        columns={columns(t)}
        rows={rows}
        rowKey={({ redemptionId, ruleId }) => `${redemptionId} ${ruleId}`}
        loading={isPending}
        filtered={word !== ''}
        {...(word === '' ? { emptyText: t('overrides.empty') } : {})}
      />
    </ListPage>
  );
};

const columns = (t: TFunction<'limits'>): readonly Column<Row>[] => [
  { key: 'day', title: t('overrides.day'), width: 130, render: (row) => <Day value={row.day} /> },
  {
    key: 'number',
    title: t('overrides.number'),
    width: 150,
    render: ({ number, reversed }) => (
      <>
        <span className="figure">{number}</span> {reversed && <span>✖ {t('overrides.reversed')}</span>}
      </>
    ),
  },
  {
    key: 'household',
    title: t('overrides.household'),
    width: 150,
    render: (row) => `${row.householdNumber} ${row.headName}`,
  },
  { key: 'rule', title: t('overrides.rule'), width: 150, render: ({ rule }) => <b>{rule}</b> },
  {
    key: 'over',
    title: t('overrides.over'),
    width: 110,
    figure: true,
    render: (row) => <span data-testid="override-over">{amountWords(t, row, row.over)}</span>,
  },
  { key: 'reason', title: t('overrides.reason'), width: 220, render: ({ reason }) => reason },
  { key: 'approved', title: t('overrides.approvedBy'), width: 120, render: (row) => row.approvedBy },
  { key: 'operator', title: t('overrides.operator'), width: 120, render: (row) => row.operator },
];
