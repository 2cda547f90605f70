// The volunteers with their points; F2 enters one, Enter opens one. Points stand in no total with vouchers or money.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Choice, DataTable, ListPage, useKept, useSettled } from '../ui/index.ts';
import { hoursText } from './point-facts.tsx';
import { VolunteerForm } from './volunteer-form.tsx';

type Row = Output<'points.volunteers'>['rows'][number];
const start: { readonly search: string; readonly which: 'current' | 'all' } = {
  search: '',
  which: 'current',
};

export const VolunteerList = () => {
  const { t } = useTranslation('points');
  const navigate = useNavigate();
  const today = useSession().status.businessDay;
  const [filter, setFilter] = useKept('points', start);
  const [adding, setAdding] = useState(false);
  const search = useSettled(filter.search, 150);
  const { data, failure, isPending } = useAct('points.volunteers', {
    search,
    inactive: filter.which === 'all',
    limit: 500,
  });
  const month = today.slice(0, 7);
  const sums = useAct('points.month', { month }).data;
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={[
        { key: 'F2', label: t('add'), run: () => setAdding(true), testId: 'volunteer-add', primary: true },
      ]}
      keys={[{ key: '↑ ↓ Enter', does: t('entries.title') }]}
      filters={
        <Choice<'current' | 'all'>
          label={t('show')}
          testId="volunteer-which"
          value={filter.which}
          options={[
            { value: 'current', label: t('current') },
            { value: 'all', label: t('all') },
          ]}
          onChange={(which) => setFilter({ ...filter, which })}
        />
      }
      failure={failure}
    >
      {sums && (
        <p data-testid="points-month">
          {t('month', {
            month,
            hours: hoursText(sums.minutes),
            earned: count(sums.earned),
            times: count(sums.exchanges),
            used: count(sums.exchanged),
          })}
        </p>
      )}
      <DataTable<Row>
        label={t('title')}
        rows={data?.rows ?? []}
        rowKey={({ volunteerId }) => volunteerId}
        loading={isPending}
        filtered={filter.search !== ''}
        {...(filter.search === '' ? { emptyText: t('empty') } : {})}
        onOpen={({ volunteerId }) => void navigate(String(volunteerId))}
        columns={[
          {
            key: 'number',
            title: t('number'),
            width: 150,
            render: ({ number }) => <span data-testid="volunteer-row">{number}</span>,
          },
          { key: 'name', title: t('name'), width: 160, render: ({ name }) => <b>{name}</b> },
          { key: 'phone', title: t('phone'), width: 150, render: ({ phone }) => phone },
          { key: 'account', title: t('account'), width: 130, render: ({ account }) => account },
          {
            key: 'hours',
            title: t('hours'),
            width: 120,
            figure: true,
            render: ({ minutes }) => t('hoursOf', { n: hoursText(minutes) }),
          },
          {
            key: 'balance',
            title: t('balance'),
            width: 120,
            figure: true,
            render: ({ balance }) => t('points', { n: count(balance) }),
          },
          {
            key: 'state',
            title: t('state'),
            width: 110,
            render: ({ active }) => (active ? `✔ ${t('active')}` : `✖ ${t('inactive')}`),
          },
        ]}
      />
      {adding && <VolunteerForm known={null} onClose={() => setAdding(false)} />}
    </ListPage>
  );
};
