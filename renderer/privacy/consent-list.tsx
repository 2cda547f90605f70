// Households with people nobody told yet; any other household is opened by name or number.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useActPages } from '../api/index.ts';
import { PickHousehold } from '../fairness/pick-household.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, ListPage, useKept, useSettled, type Column } from '../ui/index.ts';

type Row = Output<'privacy.withoutNotice'>['rows'][number];

export const ConsentList = () => {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('without-notice', { community: '' });
  const community = useSettled(filter.community).trim();
  const list = useActPages('privacy.withoutNotice', { community });
  const [finding, setFinding] = useState(false);
  const open = (householdId: number): void => void navigate(String(householdId));
  return (
    <ListPage
      title={t('consents.title')}
      searchLabel={t('community')}
      search={filter.community}
      onSearch={(text) => setFilter({ community: text })}
      acts={[
        { key: 'F6', label: t('consents.find'), run: () => setFinding(!finding), testId: 'consent-find' },
      ]}
      failure={list.failure}
    >
      {finding && (
        <PickHousehold
          label={t('consents.openHousehold')}
          picked={null}
          onPick={(household) => {
            if (household) open(household.id);
          }}
        />
      )}
      {list.first && (
        <p data-testid="consent-about">
          {list.first.people === 0
            ? t('consents.noneLeft')
            : t('consents.about', { people: count(list.first.people), households: count(list.total) })}
        </p>
      )}
      <DataTable
        label={t('consents.withoutNotice')}
        columns={columns(t)}
        rows={list.rows}
        rowKey={(row) => row.householdId}
        loading={list.loading}
        total={list.total}
        filtered={filter.community !== ''}
        {...(filter.community === '' ? { emptyText: t('consents.noneLeft') } : {})}
        onNear={list.more}
        onOpen={(row) => open(row.householdId)}
      />
    </ListPage>
  );
};

const columns = (t: ReturnType<typeof useTranslation<'privacy'>>['t']): readonly Column<Row>[] => [
  {
    key: 'number',
    title: t('number'),
    width: 140,
    render: (row) => <span className="figure">{row.number}</span>,
  },
  { key: 'head', title: t('head'), width: 120, render: (row) => row.headName },
  { key: 'community', title: t('community'), width: 180, render: (row) => row.community },
  {
    key: 'people',
    title: t('consents.family'),
    width: 110,
    figure: true,
    render: (row) => count(row.people),
  },
  {
    key: 'untold',
    title: t('consents.withoutNotice'),
    width: 110,
    figure: true,
    render: (row) => count(row.withoutNotice),
  },
];
