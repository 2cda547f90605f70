// Look-alikes, pair by pair: a clerk looks at both files and says when they are two. Nothing is merged here.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { ConfirmFinal, Failed, Page, useKeys } from '../ui/index.ts';
import { Line } from './line.tsx';

type Pair = Output<'people.matches'>[number];

export const Matches = () => {
  const { t } = useTranslation('household');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const { data: pairs, failure } = useAct('people.matches', {});
  const [asked, setAsked] = useState<Pair | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={t('matches.title')}
      keys={[{ key: 'Esc', does: common('back') }]}
      acts={
        <Button data-testid="back" onClick={back}>
          {common('back')} Esc
        </Button>
      }
    >
      <p>{t('matches.about')}</p>
      <p>{t('matches.same')}</p>
      <Failed failure={failure} />
      {pairs?.length === 0 && <p data-testid="matches-none">{t('matches.none')}</p>}
      {pairs && pairs.length > 0 && (
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{t('fields.name')}</th>
              <th scope="col">{t('household')}</th>
              <th scope="col">{t('household')}</th>
              <th scope="col">{t('fields.phone')}</th>
              <th scope="col">{t('fields.community')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <tr key={`${pair.a.personId} ${pair.b.personId}`} data-testid="match">
                <td>{pair.a.name}</td>
                {[pair.a, pair.b].map(({ personId, household, householdId }) => (
                  <td key={personId}>
                    <Button onClick={() => void navigate(`../${String(householdId)}`, { relative: 'path' })}>
                      {household}
                    </Button>
                  </td>
                ))}
                <td className="figure">{pair.phone}</td>
                <td>{pair.community}</td>
                <td>
                  <Button data-testid="match-two" onClick={() => setAsked(pair)}>
                    {t('matches.notSame')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked && <NotSame pair={asked} onClose={() => setAsked(null)} />}
    </Page>
  );
};

const NotSame = ({ pair, onClose }: { readonly pair: Pair; readonly onClose: () => void }) => {
  const { t } = useTranslation('household');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const notSame = useCommand('people.notSame');
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    const input = { personA: pair.a.personId, personB: pair.b.personId, reason };
    if (await notSame.run(input)) onClose();
  };
  return (
    <ConfirmFinal
      open
      testId="not-same-confirm"
      title={t('matches.notSame')}
      verb={t('matches.confirm')}
      pending={notSame.pending}
      figures={[]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>
        {pair.a.name}: {pair.a.household} / {pair.b.household}
      </p>
      <Line
        label={t('matches.reason')}
        testId="not-same-reason"
        required
        most={200}
        autoFocus
        hint={t('matches.reasonHint')}
        value={reason}
        mistake={tried && reason.trim() === '' ? t('missing') : undefined}
        onChange={setReason}
      />
      <Failed failure={notSame.failure} />
    </ConfirmFinal>
  );
};
