// The section 类别: the table of recipient categories in the order of reports; F6 and F7 move a row, Enter opens it, F2 adds one.
import { useTranslation } from 'react-i18next';
import { Route, Routes, useNavigate } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day as dayWords } from '../i18n/format.ts';
import { DataTable, Failed, ListPage, useKept, type Column } from '../ui/index.ts';
import { CategoryPage } from './category-page.tsx';
import type { ListedCategory } from './use-categories.ts';

type T = ReturnType<typeof useTranslation<'eligibility'>>['t'];

const CategoryPages = () => (
  <Routes>
    <Route index element={<CategoryList />} />
    <Route path="edit" element={<CategoryPage />} />
  </Routes>
);
export default CategoryPages;

const CategoryList = () => {
  const { t } = useTranslation('eligibility');
  const navigate = useNavigate();
  const { may, status } = useSession();
  const mayManage = may('eligibility.manage');
  const [search, setSearch] = useKept('eligibility.categories', '');
  const { data = [], failure, isPending } = useAct('eligibility.categories', {});
  const use = useAct('eligibility.categoryUse', {});
  const ordering = useCommand('eligibility.orderCategories');
  const households = new Map((use.data ?? []).map((row) => [row.code, row.households]));
  const rows = data.filter(({ name }) => name.includes(search.trim()));
  const move = (by: -1 | 1) => (row: ListedCategory) => {
    const codes = data.map(({ code }) => code);
    const from = codes.indexOf(row.code);
    const other = codes[from + by];
    if (other === undefined || ordering.pending) return;
    codes[from + by] = row.code;
    codes[from] = other;
    void ordering.run({ codes });
  };
  return (
    <ListPage
      title={t('categories.title')}
      searchLabel={t('categories.search')}
      search={search}
      onSearch={setSearch}
      acts={
        mayManage
          ? [
              {
                key: 'F2',
                label: t('categories.add'),
                run: () => void navigate('edit'),
                testId: 'category-add',
                primary: true,
              },
            ]
          : []
      }
      keys={
        mayManage
          ? [
              { key: 'Enter', does: t('categories.change') },
              { key: 'F6', does: t('categories.up') },
              { key: 'F7', does: t('categories.down') },
            ]
          : []
      }
      failure={failure ?? use.failure}
    >
      <p className="secondary">{t('categories.about')}</p>
      <Failed failure={ordering.failure} />
      <DataTable
        label={t('categories.title')}
        columns={columns(t, status.businessDay, households)}
        rows={rows}
        rowKey={(row) => row.code}
        loading={isPending}
        filtered={search !== ''}
        {...(mayManage
          ? {
              onOpen: (row: ListedCategory) => void navigate(`edit?code=${encodeURIComponent(row.code)}`),
              rowKeys: { F6: move(-1), F7: move(1) },
            }
          : {})}
      />
    </ListPage>
  );
};

/** One year and half a year have words of their own. */
export const reviewWords = (t: T, months: number): string =>
  months === 12
    ? t('categories.yearly')
    : months === 6
      ? t('categories.halfYearly')
      : t('categories.months', { n: months });

export const stateWords = (t: T, { fromDay, toDay }: ListedCategory, today: string): string => {
  if (toDay !== null)
    return t(toDay < today ? 'categories.stopped' : 'categories.until', { day: dayWords(toDay) });
  return fromDay !== null && fromDay > today
    ? t('categories.from', { day: dayWords(fromDay) })
    : t('categories.inUse');
};

const columns = (
  t: T,
  today: string,
  households: ReadonlyMap<string, number>,
): readonly Column<ListedCategory>[] => [
  { key: 'name', title: t('categories.name'), width: 200, render: (row) => row.name },
  { key: 'rank', title: t('categories.rank'), width: 100, figure: true, render: (row) => count(row.rank) },
  {
    key: 'review',
    title: t('categories.review'),
    width: 120,
    render: (row) => reviewWords(t, row.reviewMonths),
  },
  {
    key: 'grace',
    title: t('categories.grace'),
    width: 110,
    render: ({ graceMonths }) =>
      graceMonths === 0 ? t('categories.none') : t('categories.months', { n: graceMonths }),
  },
  {
    key: 'flags',
    title: t('categories.flags'),
    width: 150,
    render: ({ institutional, minorProtected }) =>
      [
        ...(institutional ? [t('categories.flagInstitutional')] : []),
        ...(minorProtected ? [t('categories.flagProtected')] : []),
      ].join(' · '),
  },
  {
    key: 'use',
    title: t('categories.use'),
    width: 110,
    figure: true,
    render: ({ code }) => t('categories.households', { n: count(households.get(code) ?? 0) }),
  },
  { key: 'state', title: t('categories.state'), width: 240, render: (row) => stateWords(t, row, today) },
];
