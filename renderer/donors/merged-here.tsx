// Who was merged into a donor, each to be taken out again; refusals are said in words.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { Failed, Notice } from '../ui/index.ts';
import type { Donor } from './donor-words.ts';

export const MergedHere = ({ merged }: { readonly merged: Donor['merged'] }) => {
  const { t } = useTranslation('donors');
  const [out, setOut] = useState('');
  const unmerge = useCommand('donors.unmerge');
  const take = async (donorId: number, name: string): Promise<void> => {
    setOut('');
    if (await unmerge.run({ donorId })) setOut(name);
  };
  if (merged.length === 0 && out === '') return null;
  return (
    <section className="office-section" aria-label={t('merge.merged')} data-testid="donor-merged">
      <h2>{t('merge.merged')}</h2>
      {out !== '' && <Notice tone="done" title={t('merge.unmerged', { name: out })} />}
      <Failed failure={unmerge.failure} />
      <ul className="tag-list">
        {merged.map(({ donorId, name }) => (
          <li key={donorId}>
            {name}{' '}
            <Button
              data-testid="donor-unmerge"
              disabled={unmerge.pending}
              onClick={() => void take(donorId, name)}
              aria-label={`${t('merge.unmerge')} ${name}`}
            >
              {t('merge.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
