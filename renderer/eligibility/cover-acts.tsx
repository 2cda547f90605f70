// What changes the covers of one household while it stays: begin, change of category, the end of one; and the gaps between them, which
// a household that was taken back shows. Stands under the table of covers on the household's own page.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count, day as dayWords } from '../i18n/format.ts';
import { Failed, Notice } from '../ui/index.ts';
import { CoverDialog, type CoverAct, type CoverDone } from './cover-dialog.tsx';
import './eligibility.css';

type Covers = Output<'eligibility.covers'>;
export interface CoverPerson {
  readonly id: number;
  /** Masked. */
  readonly name: string;
}
interface Props {
  readonly householdId: number;
  /** Everybody who lives in it, covered or not. */
  readonly people: readonly CoverPerson[];
}

export const CoverActs = ({ householdId, people }: Props) => {
  const { t } = useTranslation('eligibility');
  const mayManage = useSession().may('eligibility.manage');
  const { data: covers, failure } = useAct('eligibility.covers', { householdId });
  const [asking, setAsking] = useState<CoverAct | null>(null);
  const [done, setDone] = useState<CoverDone | null>(null);
  return (
    <section className="office-section" aria-label={t('covers.title')}>
      <Failed failure={failure} />
      {done?.direction !== undefined && (
        <Notice
          tone="done"
          title={t('covers.changed', {
            n: count(done.people),
            direction: t(`covers.directions.${done.direction}`),
          })}
        />
      )}
      {covers &&
        gapsIn(covers).map(({ from, to }) => (
          <p key={from} className="covers-gap">
            {t('covers.gap', { from: dayWords(from), to: dayWords(to) })}
          </p>
        ))}
      {mayManage && covers && (
        <div className="button-row">
          {(['begin', 'change', 'end'] as const).map((act) => (
            <Button
              key={act}
              data-testid={`cover-${act}`}
              onClick={() => {
                setDone(null);
                setAsking(act);
              }}
            >
              {t(act === 'end' ? 'covers.endOne' : `covers.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {asking && covers && (
        <CoverDialog
          act={asking}
          householdId={householdId}
          people={people}
          covers={covers}
          onClose={() => setAsking(null)}
          onDone={(result) => {
            setAsking(null);
            setDone(result);
          }}
        />
      )}
    </section>
  );
};

/** Spans in which nobody was covered, between the first day and the last: a household taken back shows its gap. */
const gapsIn = (covers: Covers): readonly { readonly from: string; readonly to: string }[] => {
  const spans = covers
    .filter(({ fromDay, toDay }) => fromDay === null || fromDay !== toDay)
    .map(({ fromDay, toDay }) => ({ from: fromDay ?? '', to: toDay }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: { from: string; to: string }[] = [];
  let end: string | null | undefined;
  for (const { from, to } of spans) {
    if (end !== undefined && end !== null && from > end) gaps.push({ from: end, to: from });
    end = end === null || to === null ? null : end === undefined || to > end ? to : end;
  }
  return gaps;
};
