// 当班与交班: the shift of this till with its figures, how it is ended or handed over, and the shifts of the month with their sheets.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { businessDay, monthOf } from '../../db/domain/business-day.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { clock, count, day as dayText, instant, money } from '../i18n/format.ts';
import {
  Choice,
  DataTable,
  Failed,
  Instant,
  MonthChoice,
  Notice,
  Page,
  PaperButtons,
  useKept,
  useKeys,
  type Column,
} from '../ui/index.ts';
import { Cash, Difference } from './cash-figure.tsx';
import { CurrentShift } from './current-shift.tsx';
import { EndDialog, type Ending } from './end-dialog.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { ShiftPapers } from './shift-papers.tsx';
import { setSlipPaper, slipPaper, slipPapers, type SlipPaper } from './slip-paper.ts';

type Row = Output<'shift.list'>[number];
type Dialog = 'open' | Ending;

const Shifts = () => {
  const { t } = useTranslation('shift');
  const { may, status } = useSession();
  const serves = may('counter.redeem');
  const today = status.businessDay;
  const [month, setMonth] = useKept('shifts', monthOf(today));
  const current = useAct('shift.current', {}, { enabled: serves });
  const list = useAct('shift.list', { month }, { keepPrevious: true });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [said, setSaid] = useState('');
  const [chosen, setChosen] = useState<Row | null>(null);
  const [paper, setPaper] = useState<SlipPaper>(slipPaper);
  const shift = current.data?.shift ?? null;
  const mayOpen = serves && current.data !== undefined && (shift === null || shift.day < today);
  useKeys({ F2: () => setDialog('open') }, { enabled: mayOpen });
  useKeys({ F6: () => setDialog('handOver'), F8: () => setDialog('close') }, { enabled: shift !== null });
  const ended = (words: string): void => {
    setDialog(null);
    setSaid(words);
  };
  return (
    <Page
      title={t('title')}
      keys={[
        { key: 'F2', does: t('open') },
        { key: 'F6', does: t('handOver') },
        { key: 'F8', does: t('close') },
      ]}
      acts={
        <span className="button-row">
          {mayOpen && (
            <Button data-testid="shift-open" type="primary" onClick={() => setDialog('open')}>
              {t('open')} F2
            </Button>
          )}
          {shift && (
            <>
              <Button data-testid="shift-hand-over" onClick={() => setDialog('handOver')}>
                {t('handOver')} F6
              </Button>
              <Button data-testid="shift-close" onClick={() => setDialog('close')}>
                {t('close')} F8
              </Button>
            </>
          )}
        </span>
      }
    >
      <Failed failure={current.failure ?? list.failure} />
      {said !== '' && <Notice tone="done" title={said} />}
      {serves && current.data && shift === null && <Notice tone="info" title={t('none')} />}
      {shift && shift.day < today && <Notice tone="warn" title={t('earlier', { day: dayText(shift.day) })} />}
      {shift && current.data && (
        <CurrentShift shift={shift} held={current.data.held} deliveriesOut={current.data.deliveriesOut} />
      )}
      <h2>{t('list')}</h2>
      <div className="button-row">
        <MonthChoice label={t('month')} testId="shift-month" value={month} onChange={setMonth} />
        {serves && (
          <Choice<SlipPaper>
            label={t('slipPaper')}
            testId="slip-paper"
            value={paper}
            options={slipPapers.map((value) => ({ value, label: t(`papers.${value}`) }))}
            onChange={(value) => {
              setSlipPaper(value);
              setPaper(value);
            }}
          />
        )}
      </div>
      <DataTable<Row>
        label={t('list')}
        height={300}
        columns={useColumns()}
        rows={list.data ?? []}
        rowKey={({ shiftId }) => shiftId}
        loading={list.isPending}
        onOpen={setChosen}
      />
      {chosen && (
        <ShiftPapers shift={list.data?.find(({ shiftId }) => shiftId === chosen.shiftId) ?? chosen} />
      )}
      {(list.data ?? []).some(({ day }) => day === today) && (
        <PaperButtons act="shift.printDay" input={{ day: today }} label={t('day')} testId="day-sheet" />
      )}
      {dialog === 'open' && <OpenDialog onClose={() => setDialog(null)} onDone={() => ended(t('opened'))} />}
      {(dialog === 'close' || dialog === 'handOver') && shift && (
        <EndDialog
          ending={dialog}
          shift={shift}
          held={current.data?.held.length ?? 0}
          onClose={() => setDialog(null)}
          onDone={(name) => {
            ended(name === null ? t('done') : t('overTo', { name }));
            setChosen(shift);
          }}
        />
      )}
    </Page>
  );
};
export default Shifts;

const useColumns = (): readonly Column<Row>[] => {
  const { t } = useTranslation('shift');
  return [
    {
      key: 'number',
      title: t('number'),
      width: 145,
      render: ({ number }) => <span data-testid="shift-row">{number}</span>,
    },
    {
      key: 'person',
      title: t('person'),
      width: 110,
      render: ({ openedBy, terminal }) => (
        <>
          {openedBy} <span className="secondary">{terminal}</span>
        </>
      ),
    },
    { key: 'from', title: t('from'), width: 160, render: ({ openedAt }) => <Instant value={openedAt} /> },
    {
      key: 'to',
      title: t('to'),
      width: 80,
      spare: true,
      render: ({ openedAt, closedAt }) => closedAt !== null && endText(openedAt, closedAt),
    },
    {
      key: 'state',
      title: t('state'),
      width: 110,
      render: ({ ended }) => (ended === null ? `● ${t('standing')}` : t(`ended.${ended}`)),
    },
    {
      key: 'times',
      title: t('householdTimes'),
      width: 85,
      figure: true,
      spare: true,
      render: ({ householdTimes }) => count(householdTimes),
    },
    { key: 'used', title: t('usedFen'), width: 110, figure: true, render: ({ usedFen }) => money(usedFen) },
    {
      key: 'expected',
      title: t('expected'),
      width: 105,
      figure: true,
      spare: true,
      render: ({ expectedFen }) => <Cash fen={expectedFen} />,
    },
    {
      key: 'counted',
      title: t('counted'),
      width: 105,
      figure: true,
      spare: true,
      render: ({ countedFen }) => <Cash fen={countedFen} />,
    },
    {
      key: 'difference',
      title: t('difference'),
      width: 105,
      figure: true,
      render: ({ differenceFen }) => <Difference fen={differenceFen} />,
    },
  ];
};

/** By the clock when it is the same day. */
const endText = (from: string, to: string): string =>
  businessDay(from) === businessDay(to) ? clock(to) : instant(to);
