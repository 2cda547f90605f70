// Letters to all donors of a period in one paper; making it counts, so the page says so before.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page, PaperButtons, useKeys } from '../ui/index.ts';
import { PeriodFields, usePeriod } from './period-fields.tsx';

export const BulkLetters = () => {
  const { t } = useTranslation('donors');
  const navigate = useNavigate();
  const [typed, setTyped, period] = usePeriod();
  const [unreceipted, setUnreceipted] = useState(true);
  const back = (): void => void navigate('..', { relative: 'path' });
  useKeys({ Escape: back });
  return (
    <Page
      title={t('letters.title')}
      keys={[
        { key: 'Ctrl+P', does: t('letters.print') },
        { key: 'Esc', does: t('back', { ns: 'common' }) },
      ]}
      acts={
        <Button data-testid="back" onClick={back}>
          {t('back', { ns: 'common' })} Esc
        </Button>
      }
    >
      <section className="office-section" aria-label={t('letters.period')}>
        <p>{t('letters.about')}</p>
        <PeriodFields typed={typed} onChange={setTyped} />
        <p>
          <Checkbox
            data-testid="letters-unreceipted"
            checked={unreceipted}
            onChange={(event) => setUnreceipted(event.target.checked)}
          >
            {t('letters.unreceipted')}
          </Checkbox>
        </p>
        <p className="secondary">{t('letters.counted')}</p>
        <PaperButtons
          act="donors.letters"
          input={{ ...(period ?? typed), unreceipted }}
          disabled={period === null}
          primary
          testId="letters"
          printKey="Ctrl+P"
          label={`${t('letters.print')} Ctrl+P`}
        />
      </section>
    </Page>
  );
};
