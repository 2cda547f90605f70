// The section 分类规则 of the place 物资: every category with what it asks on receipt and when it alarms, said in words.
import { useTranslation } from 'react-i18next';
import { Route, Routes, useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { DataTable, ListPage, useKept, type Column } from '../ui/index.ts';
import { RulePage } from './rule-page.tsx';

type Row = Output<'goods.rules'>[number];
type T = ReturnType<typeof useTranslation<'goods'>>['t'];

const Rules = () => (
  <Routes>
    <Route index element={<RuleList />} />
    <Route path="edit" element={<RulePage />} />
  </Routes>
);
export default Rules;

const RuleList = () => {
  const { t } = useTranslation('goods');
  const navigate = useNavigate();
  const mayManage = useSession().may('goods.manage');
  const [search, setSearch] = useKept('goods.rules', '');
  const { data, failure, isPending } = useAct('goods.rules', {});
  const shop = useAct('shop.read', {});
  const rows = (data ?? []).filter(({ category }) => category.includes(search.trim()));
  const open = (row: Row): void => void navigate(`edit?category=${encodeURIComponent(row.category)}`);
  return (
    <ListPage
      title={t('rules.title')}
      searchLabel={t('rules.search')}
      search={search}
      onSearch={setSearch}
      acts={
        mayManage
          ? [
              {
                key: 'F2',
                label: t('rules.add'),
                run: () => void navigate('edit'),
                testId: 'rule-add',
                primary: true,
              },
            ]
          : []
      }
      keys={mayManage ? [{ key: 'Enter', does: t('rules.change') }] : []}
      failure={failure ?? shop.failure}
    >
      <DataTable<Row>
        label={t('rules.title')}
        columns={columns(t, shop.data?.settings.expiryAlarmDays ?? 0)}
        rows={rows}
        rowKey={(row) => row.category}
        loading={isPending || shop.data === undefined}
        filtered={search !== ''}
        {...(search === '' ? { emptyText: t('rules.none') } : {})}
        {...(mayManage ? { onOpen: open } : {})}
      />
    </ListPage>
  );
};

/** All that must hold, in a line. */
const acceptanceWords = (t: T, row: Row): string => {
  const { minPercent: percent, minDays, shortLifeDays: life, shortMinDays } = row;
  const parts = [
    ...(percent === null ? [] : [t('rules.listSays.percent', { percent })]),
    ...(minDays === null ? [] : [t('rules.listSays.days', { days: minDays })]),
    ...(life === null || shortMinDays === null
      ? []
      : [t('rules.listSays.short', { life, days: shortMinDays })]),
  ];
  return parts.length === 0 ? t('rules.listSays.any') : parts.join(' · ');
};

const columns = (t: T, shopAlarmDays: number): readonly Column<Row>[] => [
  { key: 'category', title: t('rules.category'), width: 180, render: (row) => row.category },
  { key: 'items', title: t('rules.items'), width: 120, figure: true, render: (row) => count(row.items) },
  {
    key: 'alarm',
    title: t('rules.alarm'),
    width: 200,
    render: ({ alarmDays }) =>
      alarmDays === null
        ? t('rules.listSays.alarmShop', { days: shopAlarmDays })
        : t('rules.listSays.alarm', { days: alarmDays }),
  },
  {
    key: 'acceptance',
    title: t('rules.acceptance'),
    width: 560,
    render: (row) => acceptanceWords(t, row),
  },
];
