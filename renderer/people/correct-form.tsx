// Corrections: of the household's own facts, and of a person. What is corrected has to be seen whole first, for a reason that is logged.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { Page } from '../ui/index.ts';
import { ActPage } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { useBackToFile, WithHousehold, type Household, type Member } from './file-context.tsx';
import { Line, Pick } from './line.tsx';
import { factsOf, newPerson, type PersonDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { Reveal, type Revealed } from './reveal.tsx';

export const CorrectForm = () => (
  <WithHousehold>
    {(household) => (
      <AfterReveal household={household}>
        {(full) => <Correct household={household} full={full} />}
      </AfterReveal>
    )}
  </WithHousehold>
);

export const CorrectPersonForm = () => {
  const personId = Number(useParams()['personId']);
  return (
    <WithHousehold>
      {(household) => (
        <AfterReveal household={household} to="../..">
          {(full) => {
            const member = [...household.people, ...household.former].find(({ id }) => id === personId);
            const facts = full.people.find(({ id }) => id === personId);
            return member && facts && <CorrectPerson household={household} member={member} facts={facts} />;
          }}
        </AfterReveal>
      )}
    </WithHousehold>
  );
};

const AfterReveal = ({
  household,
  to = '..',
  children,
}: {
  readonly household: Household;
  readonly to?: string;
  readonly children: (full: Revealed) => ReactNode;
}) => {
  const { t } = useTranslation('people');
  const back = useBackToFile(to);
  const [full, setFull] = useState<Revealed | null>(null);
  if (full) return children(full);
  return (
    <Page title={t('household.title', { number: household.number })}>
      <Reveal
        householdId={household.id}
        open
        onClose={() => undefined}
        onGiveUp={back}
        onRevealed={setFull}
      />
    </Page>
  );
};

const Correct = ({ household, full }: { readonly household: Household; readonly full: Revealed }) => {
  const { t } = useTranslation('household');
  const back = useBackToFile();
  const institutions = useAct('proxies.institutions', {}).data ?? [];
  const [facts, setFacts] = useState({
    address: full.address,
    phone: full.phone,
    divisionCode: household.divisionCode,
    institutionId: household.institutionId === null ? '' : String(household.institutionId),
  });
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const correct = useCommand('people.correct');
  const save = async (): Promise<void> => {
    setTried(true);
    if (!read) return;
    const { reason, document } = read;
    const institutionId = facts.institutionId === '' ? null : Number(facts.institutionId);
    if (await correct.run({ householdId: household.id, ...facts, institutionId, reason, document })) back();
  };
  return (
    <ActPage
      testId="correct"
      title={t('correct.title', { number: household.number })}
      failure={correct.failure}
      pending={correct.pending}
      onSave={() => void save()}
    >
      <section className="office-section">
        <p className="secondary">{t('correct.note')}</p>
        <div className="field-grid">
          {(['address', 'phone', 'divisionCode'] as const).map((field) => (
            <Line
              key={field}
              label={t(`fields.${field}`)}
              testId={`correct-${field}`}
              most={field === 'address' ? 200 : 40}
              autoFocus={field === 'address'}
              value={facts[field]}
              onChange={(text) => setFacts({ ...facts, [field]: text })}
            />
          ))}
          <Pick
            label={t('fields.institution')}
            testId="correct-institution"
            value={facts.institutionId}
            options={[
              { value: '', label: t('correct.noInstitution') },
              ...institutions.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(institutionId) => setFacts({ ...facts, institutionId })}
          />
        </div>
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} />
      </section>
    </ActPage>
  );
};

type Whole = Revealed['people'][number];

/** As the books have it; a number of an identity paper and any other stand in one field. */
const draftOf = (member: Member, facts: Whole): PersonDraft => ({
  ...newPerson(member.relation),
  name: facts.name,
  documentKind: member.documentKind,
  documentNumber: facts.idNumber === '' ? facts.documentNumber : facts.idNumber,
  documentChecked: member.documentChecked,
  sex: member.sex === 'male' || member.sex === 'female' ? member.sex : '',
  birthDay: facts.birthDay ?? '',
  care: member.careCode,
  flags: facts.flags,
  certificate: facts.certificate,
  disability: facts.disability,
});

const CorrectPerson = ({
  household,
  member,
  facts,
}: {
  readonly household: Household;
  readonly member: Member;
  readonly facts: Whole;
}) => {
  const { t } = useTranslation('household');
  const navigateBack = useBackToFile('../..');
  const [person, setPerson] = useState(() => draftOf(member, facts));
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const correct = useCommand('people.correctPerson');
  const save = async (): Promise<void> => {
    setTried(true);
    const said = factsOf(person);
    if (!read || !said) return;
    const { reason, document } = read;
    if (await correct.run({ personId: member.id, ...said, reason, document })) navigateBack();
  };
  return (
    <ActPage
      testId="correct-person"
      title={t('correctPerson.title', { number: household.number })}
      failure={correct.failure}
      pending={correct.pending}
      onSave={() => void save()}
      onBack={navigateBack}
    >
      <section className="office-section">
        <PersonFields
          draft={person}
          tried={tried}
          living={{ street: household.street, community: household.community, address: '', phone: '' }}
          personId={member.id}
          isHead={member.isHead}
          onChange={setPerson}
        />
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} />
      </section>
    </ActPage>
  );
};
