// The recovery code, shown once: it must be on paper or in a file before the shop opens, because nothing else opens the books on
// another PC.
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperButtons } from '../ui/paper-buttons.tsx';

export const RecoveryStep = ({
  recoveryCode,
  onDone,
}: {
  readonly recoveryCode: string;
  readonly onDone: () => void;
}) => {
  const { t } = useTranslation('shop');
  const [onPaper, setOnPaper] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  return (
    <section className="card">
      <p className="secondary">{t('wizard.step', { at: 3, of: 3 })}</p>
      <h1>{t('wizard.codeTitle')}</h1>
      <p>{t('wizard.codeWhy')}</p>
      <p className="recovery-code" aria-label={t('wizard.codeLabel')}>
        {recoveryCode.replace(/[^A-Z0-9]/g, '').replace(/(.{4})(?=.)/g, '$1-')}
      </p>
      <PaperButtons
        act="shop.recoverySheet"
        input={{ recoveryCode }}
        primary
        onDone={() => setOnPaper(true)}
      />
      <p>
        <Checkbox
          checked={confirmed}
          disabled={!onPaper}
          onChange={({ target }) => setConfirmed(target.checked)}
        >
          {t('wizard.codeKept')}
        </Checkbox>
        {!onPaper && <span className="form-hint"> {t('wizard.codeFirst')}</span>}
      </p>
      <Button type="primary" size="large" disabled={!confirmed} onClick={onDone}>
        {t('wizard.finish')}
      </Button>
    </section>
  );
};
