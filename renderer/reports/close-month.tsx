// Closing the chosen month: what it amounts to, one question, and the months that are closed already.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf, type Month } from '../../db/domain/business-day.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { money } from '../i18n/format.ts';
import { ConfirmFinal, Failed, Instant, Notice, type FinalFigure } from '../ui/index.ts';

const useMonthWords = () => {
  const { t } = useTranslation();
  return (month: Month): string => t('month', { year: month.slice(0, 4), month: Number(month.slice(5)) });
};

export const CloseMonth = ({ month }: { readonly month: Month }) => {
  const { t } = useTranslation('reports');
  const words = useMonthWords();
  const { status } = useSession();
  const { data: closed = [], failure } = useAct('reports.closedMonths', {});
  const closing = useCommand('reports.closeMonth');
  const [asking, setAsking] = useState(false);
  const isClosed = closed.some((known) => known.month === month);
  const isOver = month < monthOf(status.businessDay);
  return (
    <section className="office-section" aria-label={t('closing.title')}>
      <h2>{t('closing.title')}</h2>
      <p>{t('closing.note')}</p>
      <Failed failure={failure} />
      {isClosed ? (
        <Notice tone="done" title={t('closing.isClosed', { month: words(month) })} />
      ) : (
        <Button
          data-testid="month-close"
          type="primary"
          disabled={!isOver}
          onClick={() => {
            closing.reset();
            setAsking(true);
          }}
        >
          {t('closing.ask', { month: words(month) })}
        </Button>
      )}
      <table className="small-table" data-testid="closed-months">
        <caption>{t('closing.closed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col">{t('closing.by')}</th>
            <th scope="col">{t('closing.at')}</th>
          </tr>
        </thead>
        <tbody>
          {closed.length === 0 && (
            <tr>
              <td colSpan={3}>{t('closing.none')}</td>
            </tr>
          )}
          {closed.map((row) => (
            <tr key={row.month}>
              <th scope="row">{words(row.month)}</th>
              <td>{row.by}</td>
              <td>
                <Instant value={row.at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && (
        <Question
          month={month}
          closing={closing}
          onDone={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
};

interface QuestionProps {
  readonly month: Month;
  readonly closing: ReturnType<typeof useCommand<'reports.closeMonth'>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The figures that will stand still from then on. */
const Question = ({ month, closing, onDone, onCancel }: QuestionProps) => {
  const { t } = useTranslation('reports');
  const words = useMonthWords();
  const { data: balance } = useAct('reports.balance', { month });
  const { data: cash } = useAct('cash.book', { source: 'donated', month, limit: 1 });
  const figures: readonly FinalFigure[] = [
    { label: t('month'), value: words(month) },
    {
      label: t('closing.rows'),
      value: balance
        ? balance.ties
          ? t('closing.rowsTie', { n: balance.rows.length })
          : t('closing.rowsOff')
        : '…',
    },
    ...(cash?.sources ?? []).map(({ source, closingFen }) => ({
      label: t(`moneySources.${source}`, { ns: 'common' }),
      value: money(closingFen),
    })),
  ];
  return (
    <ConfirmFinal
      open
      testId="month-confirm"
      title={t('closing.ask', { month: words(month) })}
      verb={t('closing.close')}
      figures={figures}
      pending={closing.pending}
      onConfirm={() => void closing.run({ month }).then((done) => done && onDone())}
      onCancel={onCancel}
    >
      <p>{t('closing.effect')}</p>
      <Failed failure={closing.failure} />
    </ConfirmFinal>
  );
};
