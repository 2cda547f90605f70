// Somebody comes into the household: who they are, since when, and what they are covered by.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinWays } from '../../db/contract/household-acts.ts';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { ActPage } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { CoverFields } from './cover-fields.tsx';
import { useBackToFile, WithHousehold, type Household } from './file-context.tsx';
import { Pick } from './line.tsx';
import { newcomerOf, newPerson } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';

export const JoinForm = () => <WithHousehold>{(household) => <Join household={household} />}</WithHousehold>;

const Join = ({ household }: { readonly household: Household }) => {
  const { t } = useTranslation('household');
  const today = useSession().status.businessDay;
  const back = useBackToFile();
  const [person, setPerson] = useState(() => newPerson());
  const [how, setHow] = useState<(typeof joinWays)[number]>('born');
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const join = useCommand('people.join');
  const save = async (): Promise<void> => {
    setTried(true);
    const newcomer = newcomerOf(person);
    if (!read || !newcomer) return;
    if (await join.run({ householdId: household.id, how, person: newcomer, ...read })) back();
  };
  return (
    <ActPage
      testId="join"
      title={t('join.title', { number: household.number })}
      failure={join.failure}
      pending={join.pending}
      saveWord={t('acts.join')}
      onSave={() => void save()}
    >
      <section className="office-section">
        <PersonFields
          draft={person}
          tried={tried}
          // The door is not shown here; who lives behind it is compared by the books.
          living={{ street: household.street, community: household.community, address: '', phone: '' }}
          onChange={setPerson}
        />
        <CoverFields
          covers={person.covers}
          tried={tried}
          today={draft.day}
          onChange={(covers) => setPerson({ ...person, covers })}
        />
      </section>
      <section className="office-section">
        <Pick
          label={t('join.how')}
          testId="join-how"
          required
          value={how}
          options={joinWays.map((value) => ({ value, label: t(`join.ways.${value}`) }))}
          onChange={setHow}
        />
        <BecauseFields
          draft={draft.day === '' ? { ...draft, day: today } : draft}
          onChange={setDraft}
          tried={tried}
          dayLabel={t('join.day')}
        />
      </section>
    </ActPage>
  );
};
