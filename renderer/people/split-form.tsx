// Some members become a household of their own: who goes, who is the head there and here, where they live; asked once in figures.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RELATIONS } from '../../db/domain/categories.ts';
import { useCommand } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, Failed } from '../ui/index.ts';
import { ActPage, useFieldNames } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import { WithHousehold, type Household } from './file-context.tsx';
import { Line } from './line.tsx';
import { emptyPlace, PlaceFields } from './place-fields.tsx';
import { HeadFields, newHeadOf, type Relations } from './relation-fields.tsx';

export const SplitForm = () => (
  <WithHousehold>{(household) => <Split household={household} />}</WithHousehold>
);

const Split = ({ household }: { readonly household: Household }) => {
  const { t } = useTranslation('household');
  const navigate = useNavigate();
  const names = useFieldNames();
  const [going, setGoing] = useState<readonly number[]>([]);
  const [heads, setHeads] = useState<{ readonly there: number | null; readonly here: number | null }>({
    there: null,
    here: null,
  });
  const [relations, setRelations] = useState<Relations>({});
  const [place, setPlace] = useState({
    ...emptyPlace,
    street: household.street,
    community: household.community,
  });
  const [number, setNumber] = useState('');
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const split = useCommand('people.split');
  const goers = household.people.filter(({ id }) => going.includes(id));
  const stay = household.people.filter(({ id }) => !going.includes(id));
  const there = newHeadOf(goers, heads.there, relations);
  const headGoes = goers.some(({ isHead }) => isHead);
  const here = headGoes ? newHeadOf(stay, heads.here, relations) : null;
  const ready =
    read && there && stay.length > 0 && (!headGoes || here) && place.street !== '' && place.community !== '';
  const save = async (): Promise<void> => {
    if (!read || !there) return;
    const made = await split.run({
      householdId: household.id,
      ...place,
      ...read,
      number,
      headId: there.personId,
      members: [{ personId: there.personId, relation: RELATIONS[0].name }, ...there.relations],
      newHead: here,
    });
    if (made) void navigate(`../../${String(made.householdId)}`, { relative: 'path', replace: true });
  };
  return (
    <ActPage
      testId="split"
      title={t('split.title', { number: household.number })}
      failure={null}
      pending={split.pending}
      saveWord={t('acts.split')}
      onSave={() => {
        setTried(true);
        if (ready) setAsking(true);
      }}
    >
      <section className="office-section">
        <h2>{t('split.goers')}</h2>
        <div className="button-row" role="group" aria-label={t('split.goers')}>
          {household.people.map(({ id, name, relation }) => (
            <Checkbox
              key={id}
              data-testid={`split-${id}`}
              checked={going.includes(id)}
              onChange={({ target }) =>
                setGoing(target.checked ? [...going, id] : going.filter((other) => other !== id))
              }
            >
              {name} ({relation})
            </Checkbox>
          ))}
        </div>
        <p data-testid="split-ask">
          {t('split.ask', { goers: count(goers.length), stay: count(stay.length) })}
        </p>
        {goers.length > 0 && (
          <HeadFields
            label={t('split.head')}
            members={goers}
            headId={heads.there}
            onHead={(id) => setHeads({ ...heads, there: id })}
            relations={relations}
            onRelations={setRelations}
            tried={tried}
          />
        )}
        {headGoes && stay.length > 0 && (
          <HeadFields
            label={t('split.oldHead')}
            members={stay}
            headId={heads.here}
            onHead={(id) => setHeads({ ...heads, here: id })}
            relations={relations}
            onRelations={setRelations}
            tried={tried}
          />
        )}
      </section>
      <section className="office-section">
        <h2>{t('split.newPlace')}</h2>
        <PlaceFields place={place} onChange={setPlace} tried={tried} />
        <Line
          label={t('fields.number')}
          testId="split-number"
          most={40}
          hint={t('hints.number')}
          value={number}
          onChange={setNumber}
        />
        <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('split.day')} />
      </section>
      {asking && (
        <ConfirmFinal
          open
          testId="split-confirm"
          title={t('split.title', { number: household.number })}
          verb={t('split.verb')}
          pending={split.pending}
          figures={[
            { label: t('split.goes'), value: count(goers.length) },
            { label: t('split.stays'), value: count(stay.length) },
          ]}
          onConfirm={() => void save()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('split.note')}</p>
          <Failed failure={split.failure} fieldName={names} />
        </ConfirmFinal>
      )}
    </ActPage>
  );
};
