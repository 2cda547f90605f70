// What I earned and took, for whoever has an account: to read only.
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { Failed, Page } from '../ui/index.ts';
import { Entries } from './entries.tsx';
import { PointFacts } from './point-facts.tsx';

export const OwnPoints = () => {
  const { t } = useTranslation('points');
  const { data, failure, refetch } = useAct('points.own', {});
  return (
    <Page fill title={t('own.title')} keys={[]}>
      <Failed failure={failure} onRetry={() => void refetch()} />
      {data === null && <p data-testid="points-none">{t('own.none')}</p>}
      {data && (
        <>
          <PointFacts volunteer={data} />
          <Entries entries={data.entries} onReverse={null} />
        </>
      )}
    </Page>
  );
};
