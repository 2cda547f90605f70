// A household entered by hand: where it lives, its people with their papers and covers; the first of them is the head.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { parseDay } from '../../db/domain/business-day.ts';
import { RELATIONS } from '../../db/domain/categories.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { DayField } from '../eligibility/day-field.tsx';
import { Notice, Page, useKeys } from '../ui/index.ts';
import { ActPage } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { CoverFields } from './cover-fields.tsx';
import { Line } from './line.tsx';
import { newcomerOf, newPerson, type PersonDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { emptyPlace, PlaceFields } from './place-fields.tsx';

export const EnterHousehold = () => {
  const [entered, setEntered] = useState<{ readonly householdId: number; readonly number: string } | null>(
    null,
  );
  const [round, setRound] = useState(0);
  return entered ? (
    <Entered
      entered={entered}
      onAgain={() => {
        setEntered(null);
        setRound(round + 1);
      }}
    />
  ) : (
    <EnterForm key={round} onEntered={setEntered} />
  );
};

const Entered = ({
  entered,
  onAgain,
}: {
  readonly entered: { readonly householdId: number; readonly number: string };
  readonly onAgain: () => void;
}) => {
  const { t } = useTranslation('household');
  const navigate = useNavigate();
  const open = (): void => void navigate(`../${String(entered.householdId)}`, { relative: 'path' });
  useKeys({ F2: onAgain, Enter: open });
  return (
    <Page title={t('addTitle')} keys={[{ key: 'F2', does: t('next') }]}>
      <Notice tone="done" title={t('added', { number: entered.number })} />
      <div className="button-row">
        <Button data-testid="entered-open" type="primary" autoFocus onClick={open}>
          {t('open')} Enter
        </Button>
        <Button data-testid="entered-again" onClick={onAgain}>
          {t('next')} F2
        </Button>
      </div>
    </Page>
  );
};

const EnterForm = ({
  onEntered,
}: {
  readonly onEntered: (entered: { readonly householdId: number; readonly number: string }) => void;
}) => {
  const { t } = useTranslation('household');
  const today = useSession().status.businessDay;
  const institutions = useAct('proxies.institutions', {});
  const [place, setPlace] = useState(emptyPlace);
  const [facts, setFacts] = useState({ number: '', institutionId: '', nextReviewDay: '' });
  const [people, setPeople] = useState<readonly PersonDraft[]>(() => [newPerson(RELATIONS[0].name)]);
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const enter = useCommand('people.enter');
  const add = (): void => setPeople([...people, newPerson()]);
  useKeys({ F7: add });
  const nextReviewDay = facts.nextReviewDay.trim() === '' ? null : parseDay(facts.nextReviewDay);
  const save = async (): Promise<void> => {
    setTried(true);
    const newcomers = people.map(newcomerOf);
    const ready = newcomers.filter((each) => each !== null);
    const noReview = facts.nextReviewDay.trim() !== '' && nextReviewDay === null;
    const nowhere = place.street.trim() === '' || place.community.trim() === '';
    if (!read || noReview || nowhere || ready.length < newcomers.length) return;
    const done = await enter.run({
      ...place,
      ...read,
      number: facts.number,
      nextReviewDay,
      institutionId: facts.institutionId === '' ? null : Number(facts.institutionId),
      people: ready,
    });
    if (done) onEntered(done);
  };
  return (
    <ActPage
      testId="enter"
      title={t('addTitle')}
      failure={enter.failure}
      pending={enter.pending}
      onSave={() => void save()}
    >
      <section className="office-section">
        <h2>{t('household')}</h2>
        <PlaceFields
          place={place}
          onChange={setPlace}
          tried={tried}
          autoFocus
          institutions={institutions.data ?? []}
          institutionId={facts.institutionId}
          onInstitution={(institutionId) => setFacts({ ...facts, institutionId })}
        />
        <div className="field-grid">
          <Line
            label={t('fields.number')}
            testId="enter-number"
            most={40}
            hint={t('hints.number')}
            value={facts.number}
            onChange={(number) => setFacts({ ...facts, number })}
          />
          <DayField
            label={t('fields.nextReviewDay')}
            hint={t('hints.nextReviewDay')}
            testId="enter-review"
            optional
            tried={tried}
            value={facts.nextReviewDay}
            onChange={(day) => setFacts({ ...facts, nextReviewDay: day })}
          />
        </div>
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('fields.day')} />
      </section>
      {people.map((person, at) => (
        <section key={person.key} className="office-section" data-testid={`enter-person-${at + 1}`}>
          <h2>
            {at === 0 ? `${t('personNo', { n: 1 })} · ${t('fields.head')}` : t('personNo', { n: at + 1 })}
          </h2>
          <PersonFields
            draft={person}
            tried={tried}
            living={place}
            isHead={at === 0}
            onChange={(draft_) => setPeople(people.with(at, draft_))}
          />
          <CoverFields
            covers={person.covers}
            tried={tried}
            today={today}
            onChange={(covers) => setPeople(people.with(at, { ...person, covers }))}
          />
          {at > 0 && (
            <Button
              data-testid={`enter-remove-${at + 1}`}
              onClick={() => setPeople(people.filter(({ key }) => key !== person.key))}
            >
              {t('removePerson')}
            </Button>
          )}
        </section>
      ))}
      <div className="button-row">
        <Button data-testid="enter-add" onClick={add}>
          {t('addPerson')} F7
        </Button>
      </div>
    </ActPage>
  );
};
