// One household of a sample as the list shows it, and what it waits for: a result, somebody else's decision, or nothing.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Output } from '../../../db/contract/index.ts';
import { count, day } from '../../i18n/format.ts';
import { StateTag, type Column } from '../../ui/index.ts';
import { RelativeMark } from '../relative-mark.tsx';
import type { Words } from '../words.ts';

export type Line = Output<'fairness.check'>['lines'][number];

const tones = { fits: 'done', misfits: 'stop', 'not-seen': 'warn' } as const;

/** `running`: results may still be entered. Whoever entered 不符合 waits for somebody else. */
export const waitsFor = (line: Line, running: boolean): 'result' | 'decision' | null => {
  if (line.result === 'misfits') return line.decision === null && !line.own ? 'decision' : null;
  return running && line.result !== 'fits' ? 'result' : null;
};

interface Here {
  readonly running: boolean;
  readonly mayManage: boolean;
  readonly open: (line: Line) => void;
}

export const lineColumns = (t: Words, here: Here): readonly Column<Line>[] => [
  {
    key: 'position',
    title: t('checks.position'),
    width: 60,
    figure: true,
    render: (line) => count(line.position),
  },
  {
    key: 'number',
    title: t('number'),
    width: 85,
    render: (line) => <span className="figure">{line.number}</span>,
  },
  {
    key: 'head',
    title: t('head'),
    width: 140,
    render: (line) => (
      <>
        {line.headName}
        <RelativeMark relative={line.relative} />
      </>
    ),
  },
  { key: 'category', title: t('category'), width: 120, render: (line) => line.category },
  { key: 'community', title: t('community'), width: 110, render: (line) => line.community },
  { key: 'why', title: t('checks.why'), width: 105, render: (line) => t(`checks.whys.${line.why}`) },
  { key: 'result', title: t('checks.result'), width: 115, render: (line) => resultOf(t, line) },
  {
    key: 'visited',
    title: t('checks.visitors'),
    width: 185,
    render: (line) => (line.visitedDay === null ? '' : `${day(line.visitedDay)} ${line.visitors}`),
  },
  {
    key: 'decision',
    title: t('checks.decision'),
    width: 195,
    render: (line) => <Waits t={t} line={line} here={here} />,
  },
];

const resultOf = (t: Words, { result }: Line): ReactNode =>
  result === null ? '' : <StateTag tone={tones[result]} word={t(`checks.results.${result}`)} />;

const Waits = ({ t, line, here }: { readonly t: Words; readonly line: Line; readonly here: Here }) => {
  if (line.decision)
    return `${t(`checks.outcomes.${line.decision.outcome}`)} · ${line.decision.by} · ${line.decision.reason}`;
  const waits = waitsFor(line, here.running);
  if (waits === null)
    return line.result === 'misfits' ? <span className="secondary">{t('checks.ownWaits')}</span> : null;
  return here.mayManage ? (
    <Button
      size="small"
      data-testid={waits === 'decision' ? 'line-decide' : 'line-enter'}
      onClick={() => here.open(line)}
    >
      {t(waits === 'decision' ? 'checks.decide' : 'checks.enter')}
    </Button>
  ) : null;
};
