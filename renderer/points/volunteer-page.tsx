// One volunteer: balance and ledger. F2 hours, F4 goods for points, F6 change; Enter takes an entry back with a reason.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAct, useCommand } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { Failed, Notice, Page, PaperButtons, ReverseDialog, useKeys } from '../ui/index.ts';
import { EarnDialog } from './earn-dialog.tsx';
import { Entries, type Entry } from './entries.tsx';
import { hoursText, PointFacts } from './point-facts.tsx';
import { VolunteerForm } from './volunteer-form.tsx';

export const VolunteerPage = () => {
  const { t } = useTranslation('points');
  const navigate = useNavigate();
  const volunteerId = Number(useParams()['volunteerId']);
  const { data, failure, refetch } = useAct('points.volunteer', { volunteerId });
  const [open, setOpen] = useState<'earn' | 'change' | null>(null);
  const [undone, setUndone] = useState<Entry | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const acts = [
    { key: 'F2', label: t('earn.verb'), run: () => setOpen('earn'), testId: 'points-earn' },
    {
      key: 'F4',
      label: t('exchange.verb'),
      run: () => void navigate('exchange'),
      testId: 'points-exchange',
    },
    { key: 'F6', label: t('change'), run: () => setOpen('change'), testId: 'volunteer-change' },
  ];
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back, ...Object.fromEntries(acts.map(({ key, run }) => [key, run])) });
  const slip = data?.entries.find(({ exchangeId }) => exchangeId !== null);
  return (
    <Page
      fill
      title={data?.name ?? t('title')}
      keys={[
        ...acts.map(({ key, label }) => ({ key, does: label })),
        { key: 'Enter', does: t('reverse.verb') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <>
          {acts.map(({ key, label, run, testId }) => (
            <Button key={key} data-testid={testId} onClick={run}>
              {label} {key}
            </Button>
          ))}
          <Button data-testid="back" onClick={back}>
            {t('back', { ns: 'common' })} Esc
          </Button>
        </>
      }
    >
      <Failed failure={failure} onRetry={() => void refetch()} />
      {said !== null && <Notice tone="done" title={said} />}
      {data && (
        <>
          <PointFacts volunteer={data} />
          {slip?.exchangeId != null && (
            <PaperButtons
              act="points.printSlip"
              input={{ exchangeId: slip.exchangeId }}
              label={`${t('exchange.print')} ${slip.number}`}
              testId="points-slip"
            />
          )}
          <Entries entries={data.entries} onReverse={setUndone} />
          {open === 'earn' && (
            <EarnDialog
              volunteer={data}
              onClose={(words) => {
                setOpen(null);
                setSaid(words);
              }}
            />
          )}
          {open === 'change' && <VolunteerForm known={data} onClose={() => setOpen(null)} />}
          {undone && <TakeBack entry={undone} onClose={() => setUndone(null)} />}
        </>
      )}
    </Page>
  );
};

const TakeBack = ({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) => {
  const { t } = useTranslation('points');
  const hours = useCommand('points.reverseHours');
  const goods = useCommand('points.reverseExchange');
  const { exchangeId } = entry;
  const confirm = async (reason: string): Promise<void> => {
    const done =
      exchangeId === null
        ? await hours.run({ entryId: entry.entryId, reason })
        : await goods.run({ exchangeId, reason });
    if (done) onClose();
  };
  return (
    <ReverseDialog
      testId="points-undo"
      paper={exchangeId === null ? t('reverse.paper') : t('exchange.paper')}
      number={exchangeId === null ? t('hoursOf', { n: hoursText(entry.minutes) }) : entry.number}
      figures={[{ label: t('entries.points'), value: count(entry.points) }]}
      effect={exchangeId === null ? t('reverse.effect') : t('exchange.effect')}
      pending={hours.pending || goods.pending}
      failure={hours.failure ?? goods.failure}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  );
};
