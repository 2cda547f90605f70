// Another member becomes the head; what everybody is to them is said anew.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { ActPage } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { useBackToFile, WithHousehold, type Household } from './file-context.tsx';
import { HeadFields, newHeadOf, type Relations } from './relation-fields.tsx';

export const HeadForm = () => <WithHousehold>{(household) => <Head household={household} />}</WithHousehold>;

const Head = ({ household }: { readonly household: Household }) => {
  const { t } = useTranslation('household');
  const back = useBackToFile();
  const [headId, setHeadId] = useState<number | null>(null);
  const [relations, setRelations] = useState<Relations>({});
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const change = useCommand('people.changeHead');
  const save = async (): Promise<void> => {
    setTried(true);
    const newHead = newHeadOf(household.people, headId, relations);
    if (!read || !newHead) return;
    if (await change.run({ householdId: household.id, ...newHead, ...read })) back();
  };
  return (
    <ActPage
      testId="head"
      title={t('head.title', { number: household.number })}
      failure={change.failure}
      pending={change.pending}
      saveWord={t('acts.head')}
      onSave={() => void save()}
    >
      <section className="office-section">
        <HeadFields
          label={t('head.who')}
          members={household.people}
          headId={headId}
          onHead={setHeadId}
          relations={relations}
          onRelations={setRelations}
          tried={tried}
        />
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('fields.day')} />
      </section>
    </ActPage>
  );
};
