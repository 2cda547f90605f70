// Code and number of the official 公益事业捐赠票据 that was issued elsewhere, noted beside our own receipt.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { enterMovesOn, Failed, FormField, Notice } from '../ui/index.ts';
import type { Gift } from './read-gift.tsx';

export const OfficialNumber = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const { may } = useSession();
  const record = useCommand('donations.recordOfficial');
  const [values, setValues] = useState({
    code: gift.official?.code ?? '',
    number: gift.official?.number ?? '',
  });
  const [tried, setTried] = useState(false);
  if (gift.state !== 'valid' || !may('donations.record')) return null;
  const missing = (part: 'code' | 'number'): boolean => values[part].trim() === '';
  const save = (): void => {
    setTried(true);
    if (missing('code') || missing('number')) return;
    void record.run({ donationId: gift.id, code: values.code.trim(), number: values.number.trim() });
  };
  return (
    <section className="office-section" aria-label={t('official.title')}>
      <h2>{t('official.title')}</h2>
      <p className="secondary">{t('official.note')}</p>
      <div className="field-grid official" onKeyDown={(event) => enterMovesOn(save)(event)}>
        {(['code', 'number'] as const).map((part) => (
          <FormField
            key={part}
            label={t(`official.${part}`)}
            mistake={tried && missing(part) ? t('official.missing') : undefined}
          >
            {({ status, ...field }) => (
              <Input
                {...field}
                status={status}
                data-testid={`official-${part}`}
                autoComplete="off"
                maxLength={20}
                value={values[part]}
                onChange={({ target }) => setValues({ ...values, [part]: target.value })}
              />
            )}
          </FormField>
        ))}
        <div className="gift-check">
          <Button className="form-save" data-testid="official-save" loading={record.pending} onClick={save}>
            {t('official.save')}
          </Button>
        </div>
      </div>
      <Failed failure={record.failure} />
      {record.data && <Notice tone="done" title={t('official.saved')} />}
    </section>
  );
};
