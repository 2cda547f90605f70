// One household, masked. Full details are shown only for a reason that is logged, and are gone when the page is left.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { HouseholdCovers } from '../eligibility/covers.tsx';
import { DataTable, Day, Failed, Notice, Page, useKeys, type Column } from '../ui/index.ts';
import { EndEligibility } from './end-eligibility.tsx';
import { Review, State } from './household-list.tsx';
import { Reveal, type Revealed } from './reveal.tsx';

type Household = Output<'people.household'>;
type Person = Household['people'][number];

export const HouseholdPage = () => {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const { may } = useSession();
  const householdId = Number(useParams()['householdId']);
  const { data: household, failure } = useAct('people.household', { householdId });
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [asking, setAsking] = useState<'reveal' | 'end' | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: () => (revealed ? setRevealed(null) : back()) });
  return (
    <Page
      title={household ? t('household.title', { number: household.number }) : t('title')}
      keys={[{ key: 'Esc', does: t('back', { ns: 'common' }) }]}
      acts={
        <>
          {household && may('people.reveal') && !revealed && (
            <Button data-testid="household-reveal" onClick={() => setAsking('reveal')}>
              {t('reveal.action')}
            </Button>
          )}
          {revealed && (
            <Button data-testid="household-mask" onClick={() => setRevealed(null)}>
              {t('reveal.hide')} Esc
            </Button>
          )}
          {household && may('eligibility.manage') && household.endDay === null && (
            <Button data-testid="household-end" danger onClick={() => setAsking('end')}>
              {t('end.action')}
            </Button>
          )}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {household && (
        <>
          {revealed ? (
            <Notice tone="warn" title={t('reveal.shown')} />
          ) : (
            <p className="secondary">{t('household.masked')}</p>
          )}
          <Facts household={household} revealed={revealed} />
          <section>
            <h2>{t('household.memberList')}</h2>
            <DataTable
              label={t('household.memberList')}
              columns={columns(t, revealed)}
              rows={household.people}
              rowKey={(person) => person.id}
              height={Math.min(360, 60 + household.people.length * 48)}
            />
          </section>
          <HouseholdCovers householdId={householdId} people={household.people} />
          <Reveal
            householdId={householdId}
            open={asking === 'reveal'}
            onClose={() => setAsking(null)}
            onRevealed={setRevealed}
          />
          <EndEligibility household={household} open={asking === 'end'} onClose={() => setAsking(null)} />
        </>
      )}
    </Page>
  );
};

const Facts = ({
  household,
  revealed,
}: {
  readonly household: Household;
  readonly revealed: Revealed | null;
}) => {
  const { t } = useTranslation('people');
  return (
    <dl className="facts">
      <div>
        <dt>{t('head')}</dt>
        <dd>{household.headName}</dd>
      </div>
      <div>
        <dt>{t('category')}</dt>
        <dd>{household.category}</dd>
      </div>
      <div>
        <dt>{t('members')}</dt>
        <dd>{t('people', { n: household.members })}</dd>
      </div>
      <div>
        <dt>{t('state')}</dt>
        <dd>
          <State state={household.state} />
        </dd>
      </div>
      <div>
        <dt>{t('street')}</dt>
        <dd>{household.street}</dd>
      </div>
      <div>
        <dt>{t('community')}</dt>
        <dd>{household.community}</dd>
      </div>
      <div>
        <dt>{t('household.address')}</dt>
        <dd data-testid="household-address">{(revealed ?? household).address}</dd>
      </div>
      <div>
        <dt>{t('household.phone')}</dt>
        <dd>{(revealed ?? household).phone}</dd>
      </div>
      <div>
        <dt>{t('household.start')}</dt>
        <dd>
          <Day value={household.startDay} />
        </dd>
      </div>
      <div>
        <dt>{t('household.end')}</dt>
        <dd>{household.endDay === null ? t('household.open') : <Day value={household.endDay} />}</dd>
      </div>
      {household.endReason !== '' && (
        <div>
          <dt>{t('household.endReason')}</dt>
          <dd>{household.endReason}</dd>
        </div>
      )}
      <div>
        <dt>{t('nextReview')}</dt>
        <dd>
          <Review row={household} />
        </dd>
      </div>
    </dl>
  );
};

const columns = (
  t: ReturnType<typeof useTranslation<'people'>>['t'],
  revealed: Revealed | null,
): readonly Column<Person>[] => {
  const full = (person: Person) => revealed?.people.find(({ id }) => id === person.id);
  return [
    {
      key: 'name',
      title: t('household.name'),
      width: 180,
      render: (person) => full(person)?.name ?? person.name,
    },
    { key: 'relation', title: t('household.relation'), width: 120, render: (person) => person.relation },
    {
      key: 'id',
      title: t('household.idNumber'),
      width: 220,
      render: (person) => <span className="figure">{full(person)?.idNumber ?? person.idMasked}</span>,
    },
    {
      key: 'sex',
      title: t('household.sex'),
      width: 70,
      render: (person) => (person.sex === 'male' || person.sex === 'female' ? t(`sexes.${person.sex}`) : ''),
    },
    {
      key: 'birth',
      title: t('household.birthYear'),
      width: 90,
      render: (person) => <span className="figure">{person.birthYear}</span>,
    },
    { key: 'category', title: t('category'), width: 170, render: (person) => person.category },
    { key: 'care', title: t('household.care'), width: 100, render: (person) => person.care },
    {
      key: 'covered',
      title: t('household.covered'),
      width: 100,
      render: (person) => t(person.covered ? 'yes' : 'no', { ns: 'common' }),
    },
  ];
};
