// The standing proxies of one household, for its file: seen, entered, ended there.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Failed } from '../ui/index.ts';
import { EndProxy } from './end-proxy.tsx';
import { ProxyTable, type StandingRow } from './proxy-table.tsx';

interface Props {
  readonly householdId: number;
  /** Leads to the form with this household chosen. */
  readonly onAdd: () => void;
}

export const HouseholdProxies = ({ householdId, onAdd }: Props) => {
  const { t } = useTranslation('proxies');
  const { may } = useSession();
  const [ending, setEnding] = useState<StandingRow | null>(null);
  const { data, isPending, failure } = useAct('proxies.list', { householdId, limit: 500 });
  return (
    <section className="office-section" data-testid="household-proxies">
      <h2>{t('standing.title')}</h2>
      <Failed failure={failure} />
      <ProxyTable
        ofOneHousehold
        height={200}
        rows={data?.rows ?? []}
        loading={isPending}
        emptyText={t('standing.emptyHere')}
        onEnd={may('proxies.manage') ? setEnding : null}
      />
      {may('proxies.manage') && (
        <Button data-testid="household-proxy-add" onClick={onAdd}>
          {t('standing.add')}
        </Button>
      )}
      {ending && <EndProxy proxy={ending} onClose={() => setEnding(null)} />}
    </section>
  );
};
