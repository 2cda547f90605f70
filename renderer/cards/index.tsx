// 领物卡: which households have a card; making the missing ones, one lost and made anew, the cards on paper.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useActPages, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { categoryOptions, useCategories, type ListedCategory } from '../eligibility/use-categories.ts';
import { count, instant } from '../i18n/format.ts';
import {
  Choice,
  ConfirmFinal,
  DataTable,
  Failed,
  ListPage,
  Notice,
  PaperButtons,
  ProgressPanel,
  useKept,
  useSettled,
  type Column,
} from '../ui/index.ts';
import { EndCard } from './end-card.tsx';

type T = ReturnType<typeof useTranslation<'cards'>>['t'];
export type CardRow = Output<'cards.list'>['rows'][number];
type Which = 'all' | 'with' | 'without';
interface Whose {
  readonly community: string | null;
  readonly category: string | null;
}
const start: Readonly<Record<'search' | 'community' | 'category', string>> & { readonly which: Which } = {
  search: '',
  which: 'all',
  community: '',
  category: '',
};

const Cards = () => {
  const { t } = useTranslation('cards');
  const { may } = useSession();
  const [filter, setFilter] = useKept('cards', start);
  const search = useSettled(filter.search.trim());
  const categories = useCategories();
  const communities = useAct('vouchers.communities', {});
  const whose: Whose = { community: filter.community || null, category: filter.category || null };
  const narrowed = whose.community !== null || whose.category !== null;
  const list = useActPages('cards.list', { ...whose, search, which: filter.which });
  const make = useCommand('cards.make');
  const [ending, setEnding] = useState<CardRow | null>(null);
  const [making, setMaking] = useState(false);
  const mine = may('people.manage');
  const open = (row: CardRow): void => {
    if (!mine || make.pending) return;
    if (row.cardId === null) void make.run({ householdId: row.householdId });
    else setEnding(row);
  };
  return (
    <ListPage
      title={t('title')}
      searchLabel={t('search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={
        mine ? [{ key: 'F2', label: t('makeAll'), run: () => setMaking(true), testId: 'cards-make-all' }] : []
      }
      keys={mine ? [{ key: 'Enter', does: t('enter') }] : []}
      filters={
        <>
          <Choice
            label={t('community')}
            testId="cards-community"
            value={filter.community}
            options={[
              { value: '', label: t('allCommunities') },
              ...(communities.data ?? []).map(({ community }) => ({ value: community, label: community })),
            ]}
            onChange={(community) => setFilter({ ...filter, community })}
          />
          <Choice
            label={t('category')}
            testId="cards-category"
            value={filter.category}
            options={[{ value: '', label: t('allCategories') }, ...categoryOptions(categories)]}
            onChange={(category) => setFilter({ ...filter, category })}
          />
          <Choice<Which>
            label={t('which')}
            testId="cards-which"
            value={filter.which}
            options={(['all', 'with', 'without'] as const).map((which) => ({
              value: which,
              label: t(`whiches.${which}`),
            }))}
            onChange={(which) => setFilter({ ...filter, which })}
          />
        </>
      }
      failure={list.failure ?? make.failure}
    >
      {mine && (
        <PaperButtons
          act="cards.print"
          input={whose}
          label={t(narrowed ? 'printThese' : 'printAll')}
          testId="cards"
        />
      )}
      <DataTable<CardRow>
        label={t('title')}
        columns={columnsOf(t, mine ? open : null)}
        rows={list.rows}
        rowKey={({ householdId }) => householdId}
        loading={list.loading}
        total={list.total}
        filtered={filter.search !== '' || filter.which !== 'all' || narrowed}
        emptyText={t('empty')}
        onNear={list.more}
        {...(mine ? { onOpen: open } : {})}
      />
      {ending && <EndCard row={ending} onClose={() => setEnding(null)} />}
      {making && (
        <MakeAll whose={whose} what={whoseWords(t, whose, categories)} onClose={() => setMaking(false)} />
      )}
    </ListPage>
  );
};
export default Cards;

const whoseWords = (t: T, { community, category }: Whose, categories: readonly ListedCategory[]): string =>
  [
    community ?? t('allCommunities'),
    categories.find(({ code }) => code === category)?.name ?? t('allCategories'),
  ].join(' · ');

interface MakeAllProps {
  readonly whose: Whose;
  /** In words, because a filter is easily forgotten. */
  readonly what: string;
  readonly onClose: () => void;
}

const MakeAll = ({ whose, what, onClose }: MakeAllProps) => {
  const { t } = useTranslation('cards');
  const missing = useActPages('cards.list', { ...whose, which: 'without' });
  const make = useCommand('cards.makeAll');
  const confirm = (): void => {
    if (make.pending || missing.loading) return;
    void make.run({ ...whose, expect: missing.total }).then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      testId="cards-make-confirm"
      title={t('makeAll')}
      verb={t('makeVerb', { n: count(missing.total) })}
      pending={make.pending}
      confirmDisabled={missing.total === 0}
      figures={[
        { label: t('whose'), value: what },
        { label: t('missing'), value: count(missing.total) },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {missing.total === 0 && !missing.loading && <Notice tone="info" title={t('allHave')} />}
      {make.pending && <ProgressPanel what={t('making')} progress={make.progress} onCancel={make.cancel} />}
      <Failed failure={make.failure} />
    </ConfirmFinal>
  );
};

const columnsOf = (t: T, onOpen: ((row: CardRow) => void) | null): readonly Column<CardRow>[] => [
  {
    key: 'number',
    title: t('number'),
    width: 120,
    render: ({ number, cardId }) => (
      <span className="figure" data-testid="card-row" data-card={cardId ?? ''}>
        {number}
      </span>
    ),
  },
  { key: 'head', title: t('head'), width: 110, render: ({ headName }) => headName },
  { key: 'community', title: t('community'), width: 150, render: ({ community }) => community },
  { key: 'category', title: t('category'), width: 150, render: ({ category }) => category },
  {
    key: 'card',
    title: t('card'),
    width: 230,
    render: ({ madeAt }) => (madeAt === null ? `○ ${t('none')}` : `✔ ${instant(madeAt)}`),
  },
  { key: 'prints', title: t('prints'), width: 90, figure: true, render: ({ prints }) => count(prints) },
  { key: 'ended', title: t('ended'), width: 100, figure: true, render: ({ ended }) => count(ended) },
  ...(onOpen
    ? [
        {
          key: 'act',
          title: t('act'),
          width: 100,
          render: (row: CardRow) => (
            <Button size="small" data-testid="card-act" onClick={() => onOpen(row)}>
              {row.cardId === null ? t('make') : t('lost')}
            </Button>
          ),
        },
      ]
    : []),
];
