// One complaint: what was reported, what was done, how it ended. F6 adds a step, F9 closes it; who reported is uncovered apart.
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Output } from '../../../db/contract/index.ts';
import { useAct } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import { day } from '../../i18n/format.ts';
import { Day, FactList, Failed, Notice, Page, useKeys } from '../../ui/index.ts';
import { AddStep } from './add-step.tsx';
import { CloseComplaint } from './close-complaint.tsx';
import { ComplaintState } from './complaint-list.tsx';
import { Reporter, type Uncovered } from './reporter.tsx';

export type Complaint = Output<'fairness.complaint'>;
type Asking = 'step' | 'close' | 'reporter';

export const ComplaintPage = () => {
  const { t } = useTranslation('fairness');
  const navigate = useNavigate();
  const { may } = useSession();
  const complaintId = Number(useParams()['complaintId']);
  const { data: complaint, failure } = useAct('fairness.complaint', { complaintId });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [uncovered, setUncovered] = useState<Uncovered | null>(null);
  const back = (): void => void navigate('..', { relative: 'path' });
  const handles = complaint !== undefined && !complaint.own && may('fairness.manage');
  const open = handles && complaint.end === null;
  const acts: readonly (readonly [Asking, string, string])[] = [
    ...(handles && complaint.named ? ([['reporter', 'F7', t('complaints.reveal')]] as const) : []),
    ...(open
      ? ([
          ['step', 'F6', t('complaints.addStep')],
          ['close', 'F9', t('complaints.close')],
        ] as const)
      : []),
  ];
  useKeys({
    Escape: () => (uncovered ? setUncovered(null) : back()),
    ...Object.fromEntries(acts.map(([what, key]) => [key, () => setAsking(what)])),
  });
  const done = (): void => setAsking(null);
  return (
    <Page
      title={complaint ? t('complaints.page', { number: complaint.number }) : t('complaints.title')}
      keys={[
        ...acts.map(([, key, does]) => ({ key, does })),
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {acts.map(([what, key, label]) => (
            <Button
              key={what}
              data-testid={`complaint-${what}`}
              type={what === 'close' ? 'primary' : 'default'}
              onClick={() => setAsking(what)}
            >
              {label} {key}
            </Button>
          ))}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} />
      {complaint?.own && <Notice tone="info" title={t('complaints.ownWaits')} />}
      {uncovered && (
        <Notice
          tone="warn"
          title={`${t('complaints.reporter')}: ${uncovered.reporter} ${uncovered.reporterPhone}`}
        >
          <Button data-testid="reporter-hide" size="small" onClick={() => setUncovered(null)}>
            {t('complaints.hide')} Esc
          </Button>
        </Notice>
      )}
      {complaint && <Facts complaint={complaint} />}
      {complaint && (
        <section className="office-section" aria-label={t('complaints.matter')} data-testid="complaint-said">
          <h2>{t('complaints.matter')}</h2>
          <p>{complaint.matter}</p>
        </section>
      )}
      {complaint && <Steps complaint={complaint} />}
      {asking === 'step' && <AddStep complaintId={complaintId} onClose={done} />}
      {asking === 'close' && complaint && <CloseComplaint complaint={complaint} onClose={done} />}
      {asking === 'reporter' && (
        <Reporter complaintId={complaintId} onClose={done} onUncovered={setUncovered} />
      )}
    </Page>
  );
};

const Facts = ({ complaint }: { readonly complaint: Complaint }) => {
  const { t } = useTranslation('fairness');
  const { end } = complaint;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('complaints.state'), <ComplaintState key="state" outcome={complaint.outcome} />],
    [t('complaints.received'), <Day key="day" value={complaint.day} />],
    [t('complaints.way'), t(`complaints.ways.${complaint.way}`)],
    [
      t('number'),
      complaint.householdId === null ? (
        ''
      ) : (
        <Link key="household" to={`../../${String(complaint.householdId)}`} relative="path">
          {complaint.householdNumber}
        </Link>
      ),
    ],
    [t('lens.staff'), complaint.aboutStaff],
    [t('complaints.reporter'), t(complaint.named ? 'complaints.named' : 'complaints.anonymous')],
    [t('complaints.recordedBy'), complaint.recordedBy],
    ...(end === null
      ? []
      : ([
          [t('complaints.finding'), end.finding],
          [t('complaints.measures'), end.measures],
          [t('complaints.closedOn'), `${day(end.day)} · ${end.by}`],
        ] as const)),
  ];
  return <FactList facts={facts} testId="complaint-facts" />;
};

const Steps = ({ complaint }: { readonly complaint: Complaint }) => {
  const { t } = useTranslation('fairness');
  return (
    <section className="office-section" aria-label={t('complaints.steps')} data-testid="complaint-steps">
      <h2>{t('complaints.steps')}</h2>
      {complaint.steps.length === 0 ? (
        <p className="secondary">{t('complaints.noSteps')}</p>
      ) : (
        <ol>
          {complaint.steps.map((step, at) => (
            <li key={at}>
              <span className="figure">{day(step.day)}</span> {step.by}: {step.words}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
