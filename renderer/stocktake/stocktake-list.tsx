// All stocktakes, those that wait for somebody first.
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { DataTable, Day, Failed, Page, useKeys, type Column } from '../ui/index.ts';
import type { Summary } from './lines.ts';
import { scopeWords, StateOf, wayWords } from './state-of.tsx';

export const StocktakeList = () => {
  const { t } = useTranslation('stocktake');
  const navigate = useNavigate();
  const mayOpen = useSession().may('stock.move');
  const { rows, total, loading, failure, more } = useActPages('stocktake.list', {});
  const create = (): void => void navigate('new');
  useKeys(mayOpen ? { F2: create } : {});
  useEffect(() => document.querySelector<HTMLElement>('.data-table')?.focus(), []);
  const columns: readonly Column<Summary>[] = [
    {
      key: 'number',
      title: t('number'),
      width: 170,
      render: ({ number, stocktakeId }) => (
        <b data-testid="stocktake-row" data-stocktake={stocktakeId}>
          {number}
        </b>
      ),
    },
    { key: 'state', title: t('state'), width: 130, render: ({ state }) => <StateOf state={state} /> },
    {
      key: 'progress',
      title: t('progress'),
      width: 130,
      figure: true,
      render: ({ settled, lines }) => t('progressOf', { settled, lines }),
    },
    { key: 'place', title: t('place'), width: 130, render: ({ place }) => place },
    { key: 'scope', title: t('scope'), width: 200, render: (row) => scopeWords(t, row) },
    { key: 'way', title: t('way'), width: 130, render: (row) => wayWords(t, row) },
    { key: 'day', title: t('day'), width: 140, render: ({ day }) => <Day value={day} /> },
    { key: 'openedBy', title: t('openedBy'), width: 110, render: ({ openedBy }) => openedBy },
    { key: 'countedBy', title: t('countedBy'), width: 160, render: ({ countedBy }) => countedBy },
    { key: 'postedBy', title: t('postedBy'), width: 110, render: ({ postedBy }) => postedBy },
    { key: 'note', title: t('note'), width: 180, render: ({ note }) => note },
  ];
  return (
    <Page
      fill
      title={t('title')}
      keys={[
        ...(mayOpen ? [{ key: 'F2', does: t('new') }] : []),
        { key: '↑ ↓ Enter', does: t('keys.rows', { ns: 'common' }) },
      ]}
      acts={
        mayOpen && (
          <Button type="primary" data-testid="stocktake-new" onClick={create}>
            {t('new')} F2
          </Button>
        )
      }
    >
      <Failed failure={failure} />
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ stocktakeId }) => stocktakeId}
        loading={loading}
        total={total}
        onNear={more}
        onOpen={({ stocktakeId }) => void navigate(String(stocktakeId))}
        emptyText={t('none')}
      />
    </Page>
  );
};
