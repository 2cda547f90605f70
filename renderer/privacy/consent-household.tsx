// Notice and consent of one household: who was told and agreed, what is entered now, what is withdrawn.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { day } from '../i18n/format.ts';
import { ConfirmFinal, Failed, Notice, Page, StateTag, useKeys } from '../ui/index.ts';
import { ConsentForm } from './consent-form.tsx';

type Answer = Output<'privacy.consents'>;
export type ConsentPerson = Answer['people'][number];
type Given = ConsentPerson['consents'][number];
interface Withdrawing {
  readonly person: ConsentPerson;
  readonly consent: Given;
}

export const ConsentHousehold = () => {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const mayManage = useSession().may('people.manage');
  const householdId = Number(useParams()['householdId']);
  const { data, failure } = useAct('privacy.consents', { householdId });
  const [withdrawing, setWithdrawing] = useState<Withdrawing | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={data ? t('consents.householdTitle', { number: data.number }) : t('consents.title')}
      keys={[
        ...(mayManage ? [{ key: 'Ctrl+Enter', does: t('consents.save') }] : []),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <Failed failure={failure} />
      {data && (
        <>
          {data.withoutNotice > 0 ? (
            <Notice tone="warn" title={t('consents.stillUntold', { n: data.withoutNotice })} />
          ) : (
            <Notice tone="done" title={t('consents.allTold')} />
          )}
          <PeopleTable data={data} mayManage={mayManage} onWithdraw={setWithdrawing} />
          {mayManage && <ConsentForm people={data.people} />}
        </>
      )}
      {withdrawing && <Withdraw {...withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  );
};

interface TableProps {
  readonly data: Answer;
  readonly mayManage: boolean;
  readonly onWithdraw: (what: Withdrawing) => void;
}

const PeopleTable = ({ data, mayManage, onWithdraw }: TableProps) => {
  const { t } = useTranslation('privacy');
  return (
    <section className="office-section">
      <table className="small-table" data-testid="consent-people">
        <thead>
          <tr>
            <th scope="col">{t('consents.name')}</th>
            <th scope="col">{t('consents.relation')}</th>
            <th scope="col">{t('consents.state')}</th>
            <th scope="col">{t('consents.given')}</th>
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <tr key={person.personId}>
              <td>{person.name}</td>
              <td>
                {person.relation}
                {person.needsGuardian && ` · ${t('consents.child')}`}
              </td>
              <td>
                <StateTag
                  tone={person.informed ? 'done' : 'warn'}
                  word={t(person.informed ? 'consents.told' : 'consents.untold')}
                />
              </td>
              <td>
                {person.consents.map((consent) => (
                  <div key={consent.id}>
                    <GivenLine consent={consent} />{' '}
                    {mayManage && consent.kind !== 'notice' && consent.withdrawnDay === null && (
                      <Button
                        size="small"
                        data-testid={`consent-withdraw-${consent.id}`}
                        onClick={() => onWithdraw({ person, consent })}
                      >
                        {t('consents.withdraw')}
                      </Button>
                    )}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const GivenLine = ({ consent }: { readonly consent: Given }) => {
  const { t } = useTranslation('privacy');
  const parts = [
    t(`consents.kinds.${consent.kind}`),
    day(consent.day),
    t(`consents.ways.${consent.way}`),
    consent.guardianRelation === '' ? '' : t('consents.byGuardian', { relation: consent.guardianRelation }),
    consent.document,
    consent.withdrawnDay === null ? '' : t('consents.withdrawn', { day: day(consent.withdrawnDay) }),
  ];
  return <span>{parts.filter((part) => part !== '').join(' · ')}</span>;
};

const Withdraw = ({ person, consent, onClose }: Withdrawing & { readonly onClose: () => void }) => {
  const { t } = useTranslation('privacy');
  const withdraw = useCommand('privacy.withdrawConsent');
  return (
    <ConfirmFinal
      open
      stops
      testId="consent-withdraw-confirm"
      title={t('consents.withdrawTitle')}
      verb={t('consents.withdraw')}
      figures={[]}
      pending={withdraw.pending}
      onConfirm={() => void withdraw.run({ consentId: consent.id }).then((done) => done && onClose())}
      onCancel={onClose}
    >
      <p>{t('consents.withdrawAsk', { name: person.name, kind: t(`consents.kinds.${consent.kind}`) })}</p>
      <Failed failure={withdraw.failure} />
    </ConfirmFinal>
  );
};
