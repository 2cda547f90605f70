// The household moves: the whole new address is typed, nothing of the old one is shown.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { ActPage } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { useBackToFile, WithHousehold, type Household } from './file-context.tsx';
import { emptyPlace, PlaceFields } from './place-fields.tsx';

export const MoveForm = () => <WithHousehold>{(household) => <Move household={household} />}</WithHousehold>;

const Move = ({ household }: { readonly household: Household }) => {
  const { t } = useTranslation('household');
  const back = useBackToFile();
  const [place, setPlace] = useState(emptyPlace);
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const move = useCommand('people.move');
  const save = async (): Promise<void> => {
    setTried(true);
    if (!read || place.street.trim() === '' || place.community.trim() === '') return;
    if (await move.run({ householdId: household.id, ...place, ...read })) back();
  };
  return (
    <ActPage
      testId="move"
      title={t('move.title', { number: household.number })}
      failure={move.failure}
      pending={move.pending}
      saveWord={t('acts.move')}
      onSave={() => void save()}
    >
      <section className="office-section">
        <p className="secondary">{t('move.note')}</p>
        <PlaceFields place={place} onChange={setPlace} tried={tried} autoFocus />
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('move.day')} />
      </section>
    </ActPage>
  );
};
