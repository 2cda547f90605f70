// 代领登记 of a month: who came instead of the holder, for how many households, who approved; and what institutions collected.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { monthOf } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, money } from '../i18n/format.ts';
import {
  DataTable,
  Day,
  ExportButtons,
  ListPage,
  Money,
  MonthChoice,
  PaperButtons,
  ReverseMark,
  useKept,
  useKeys,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { useToday } from './person-fields.tsx';

type Answer = Output<'proxies.collections'>;
type Pickup = Answer['pickups'][number];
type Act = Answer['institutions'][number];

export const Collections = () => {
  const { t } = useTranslation('proxies');
  const { t: tAny } = useTranslation();
  const { may } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('collections', { search: '', month: monthOf(useToday()) });
  const search = useSettled(filter.search.trim());
  const asked = { month: filter.month, search };
  const { data, isPending, failure } = useAct('proxies.collections', asked, { keepPrevious: true });
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  const pickups = data?.pickups ?? [];
  const acts = data?.institutions ?? [];
  return (
    <ListPage
      title={t('collections.title')}
      searchLabel={t('collections.search')}
      search={filter.search}
      onSearch={(search) => setFilter({ ...filter, search })}
      keys={[{ key: 'Esc', does: tAny('back') }]}
      filters={
        <MonthChoice
          label={t('collections.month')}
          testId="collections-month"
          value={filter.month}
          onChange={(month) => setFilter({ ...filter, month })}
        />
      }
      papers={
        <>
          {may('people.export') && (
            <ExportButtons
              act="proxies.printCollections"
              input={asked}
              formats={['xlsx', 'csv', 'pdf']}
              testId="collections-export"
            />
          )}
          <Button data-testid="back" onClick={back}>
            {tAny('back')} Esc
          </Button>
        </>
      }
      failure={failure}
    >
      <p className="secondary">{data && t('collections.limit', { limit: data.limit })}</p>
      <DataTable<Pickup>
        label={t('collections.pickups')}
        height={330}
        columns={pickupColumns(t, data?.limit ?? 0)}
        rows={pickups}
        rowKey={({ redemptionId }) => redemptionId}
        loading={isPending}
        filtered={search !== ''}
        {...(search === '' ? { emptyText: t('collections.empty') } : {})}
      />
      <h2>{t('collections.institutions')}</h2>
      <DataTable<Act>
        label={t('collections.institutions')}
        height={220}
        columns={actColumns(t, acts, may('counter.redeem'))}
        rows={acts}
        rowKey={({ pickupId }) => pickupId}
        loading={isPending}
        filtered={search !== ''}
        {...(search === '' ? { emptyText: t('collections.emptyInstitutions') } : {})}
      />
    </ListPage>
  );
};

const numberColumn = <R extends Pickup | Act>(t: TFunction<'proxies'>): Column<R> => ({
  key: 'number',
  title: t('collections.number'),
  width: 155,
  render: ({ number, reversed }) => (
    <span data-testid="collection">
      {number} <ReverseMark how={reversed ? 'reversed' : null} />
    </span>
  ),
});

const pickupColumns = (t: TFunction<'proxies'>, limit: number): readonly Column<Pickup>[] => [
  { key: 'day', title: t('collections.day'), width: 135, render: ({ day }) => <Day value={day} /> },
  numberColumn(t),
  {
    key: 'name',
    title: t('collections.name'),
    width: 100,
    render: ({ name, documentTail }) => (
      <>
        <b>{name}</b> <span className="figure">{documentTail}</span>
      </>
    ),
  },
  {
    key: 'reach',
    title: t('collections.reach'),
    width: 120,
    render: ({ households, unrelated }) =>
      `${unrelated > limit ? '▲ ' : ''}${t('collections.reachOf', { households, unrelated })}`,
  },
  {
    key: 'household',
    title: t('collections.household'),
    width: 110,
    render: ({ householdNumber, headName }) => (
      <>
        <span className="figure">{householdNumber}</span> {headName}
      </>
    ),
  },
  {
    key: 'relation',
    title: t('collections.relation'),
    width: 95,
    render: ({ relation, related }) => `${relation} · ${t(related ? 'related' : 'unrelated')}`,
  },
  {
    key: 'way',
    title: t('collections.way'),
    width: 65,
    render: ({ standing }) => t(standing ? 'collections.standing' : 'collections.spot'),
  },
  { key: 'reason', title: t('collections.reason'), width: 140, render: ({ reason }) => reason },
  {
    key: 'approved',
    title: t('collections.approvedBy'),
    width: 80,
    render: ({ approvedBy }) => approvedBy ?? '',
  },
  { key: 'operator', title: t('collections.operator'), width: 75, render: ({ operator }) => operator },
];

const actColumns = (
  t: TFunction<'proxies'>,
  acts: readonly Act[],
  mayPrint: boolean,
): readonly Column<Act>[] => {
  const sum = (figure: (act: Act) => number): number =>
    acts.reduce((total, act) => total + (act.reversed ? 0 : figure(act)), 0);
  return [
    { key: 'day', title: t('collections.day'), width: 135, render: ({ day }) => <Day value={day} /> },
    numberColumn(t),
    {
      key: 'institution',
      title: t('collections.institution'),
      width: 170,
      render: ({ institution }) => <b>{institution}</b>,
    },
    {
      key: 'collected',
      title: t('collections.collectedBy'),
      width: 110,
      render: ({ collectedBy, documentTail }) => `${collectedBy} ${documentTail}`,
    },
    {
      key: 'residents',
      title: t('collections.residents'),
      width: 70,
      figure: true,
      render: ({ residents }) => count(residents),
      total: count(sum(({ residents }) => residents)),
    },
    {
      key: 'vouchers',
      title: t('collections.vouchers'),
      width: 80,
      figure: true,
      render: ({ vouchers }) => count(vouchers),
      total: count(sum(({ vouchers }) => vouchers)),
    },
    {
      key: 'used',
      title: t('collections.used'),
      width: 100,
      figure: true,
      render: ({ usedFen }) => <Money fen={usedFen} />,
      total: money(sum(({ usedFen }) => usedFen)),
    },
    { key: 'operator', title: t('collections.operator'), width: 75, render: ({ operator }) => operator },
    ...(mayPrint
      ? [
          {
            key: 'paper',
            title: t('acts'),
            width: 230,
            render: ({ pickupId }: Act) => (
              <PaperButtons act="counter.printInstitution" input={{ pickupId }} testId="collection-paper" />
            ),
          },
        ]
      : []),
  ];
};
