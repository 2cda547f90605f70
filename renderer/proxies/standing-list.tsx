// All standing proxies, those valid today first asked for; one is ended with F6, never changed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useActPages } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Choice, ListPage, useKept, useSettled, type ListAct } from '../ui/index.ts';
import { EndProxy } from './end-proxy.tsx';
import { ProxyTable, type StandingRow } from './proxy-table.tsx';

const start: { readonly search: string; readonly which: 'valid' | 'all' } = { search: '', which: 'valid' };

export const StandingList = () => {
  const { t } = useTranslation('proxies');
  const { may } = useSession();
  const navigate = useNavigate();
  const [filter, setFilter] = useKept('proxies', start);
  const [ending, setEnding] = useState<StandingRow | null>(null);
  const search = useSettled(filter.search);
  const list = useActPages('proxies.list', { search, valid: filter.which === 'valid' });
  const go = (path: string) => () => void navigate(path);
  const acts: ListAct[] = [
    { key: 'F9', label: t('standing.collections'), run: go('month'), testId: 'proxy-month' },
    { key: 'F7', label: t('standing.institutions'), run: go('homes'), testId: 'proxy-homes' },
    ...(may('proxies.manage')
      ? [{ key: 'F2', label: t('standing.add'), run: go('add'), testId: 'proxy-add', primary: true }]
      : []),
  ];
  return (
    <ListPage
      title={t('standing.title')}
      searchLabel={t('standing.search')}
      search={filter.search}
      onSearch={(text) => setFilter({ ...filter, search: text })}
      acts={acts}
      keys={may('proxies.manage') ? [{ key: '↑ ↓ Enter', does: t('standing.keys.end') }] : []}
      filters={
        <Choice<'valid' | 'all'>
          label={t('standing.show')}
          testId="proxy-which"
          value={filter.which}
          options={[
            { value: 'valid', label: t('standing.onlyValid') },
            { value: 'all', label: t('standing.all') },
          ]}
          onChange={(which) => setFilter({ ...filter, which })}
        />
      }
      failure={list.failure}
    >
      <ProxyTable
        rows={list.rows}
        total={list.total}
        loading={list.loading}
        filtered={filter.search !== ''}
        emptyText={t('standing.empty')}
        onNear={list.more}
        onEnd={may('proxies.manage') ? setEnding : null}
      />
      {ending && <EndProxy proxy={ending} onClose={() => setEnding(null)} />}
    </ListPage>
  );
};
