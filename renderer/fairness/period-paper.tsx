// A paper of a period: the two days, what stands on it, print, preview, save.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PeriodFields, usePeriod } from '../donors/period-fields.tsx';
import { Page, PaperButtons, useKeys } from '../ui/index.ts';

interface Props {
  readonly act: 'fairness.printRelatives' | 'fairness.printComplaints';
  readonly title: string;
  readonly about: string;
  readonly print: string;
  readonly testId: string;
}

export const PeriodPaper = ({ act, title, about, print, testId }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped, period] = usePeriod();
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={title}
      keys={[
        { key: 'Ctrl+P', does: print },
        { key: 'Esc', does: t('back') },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back')} Esc
        </Button>
      }
    >
      <section className="office-section" aria-label={title}>
        <p>{about}</p>
        <PeriodFields typed={typed} onChange={setTyped} />
        <PaperButtons
          act={act}
          input={period ?? typed}
          disabled={period === null}
          primary
          testId={testId}
          printKey="Ctrl+P"
          label={`${print} Ctrl+P`}
        />
        <PaperButtons
          act={act}
          input={{ ...(period ?? typed), format: 'xlsx' }}
          kind="sheet"
          disabled={period === null}
          testId={`${testId}-sheet`}
        />
      </section>
    </Page>
  );
};
