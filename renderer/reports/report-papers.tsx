// The report as paper (preview, print, PDF) and as sheet; refused in words while a figure does not tie.
import { useTranslation } from 'react-i18next';
import type { Month } from '../../db/domain/business-day.ts';
import { useSession } from '../app/session.tsx';
import { Notice, PaperButtons } from '../ui/index.ts';

interface Props {
  readonly report: 'distribution' | 'balance';
  readonly month: Month;
  readonly ties: boolean;
}

export const ReportPapers = ({ report, month, ties }: Props) => {
  const { t } = useTranslation('reports');
  const mayPrint = useSession().may('reports.print');
  return (
    <>
      {!ties && (
        <Notice tone="stop" title={t('doesNotTie')}>
          <div>{t('doesNotTieNext')}</div>
        </Notice>
      )}
      {mayPrint && (
        <div className="report-papers" key={month}>
          <PaperButtons
            act="reports.print"
            input={{ report, month, format: 'pdf' }}
            testId="report-pdf"
            printKey="Ctrl+P"
            primary
            disabled={!ties}
            label={`${t('print')} Ctrl+P`}
          />
          <PaperButtons
            act="reports.print"
            input={{ report, month, format: 'xlsx' }}
            kind="sheet"
            testId="report-xlsx"
            disabled={!ties}
            label={t('saveXlsx')}
          />
        </div>
      )}
    </>
  );
};
