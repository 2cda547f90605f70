// A card printed again, or ended because it was lost or taken in, with a new one where it is wished for.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { ConfirmFinal, Failed, PaperButtons } from '../ui/index.ts';
import { LineField } from '../vouchers/line-field.tsx';
import type { CardRow } from './index.tsx';

export const EndCard = ({ row, onClose }: { readonly row: CardRow; readonly onClose: () => void }) => {
  const { t } = useTranslation('cards');
  const [reason, setReason] = useState('');
  const [again, setAgain] = useState(true);
  const [tried, setTried] = useState(false);
  const ending = useCommand('cards.end');
  const confirm = (): void => {
    setTried(true);
    if (reason.trim() === '' || row.cardId === null || ending.pending) return;
    void ending
      .run({ cardId: row.cardId, reason: reason.trim(), again })
      .then((answer) => answer && onClose());
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="card-end-confirm"
      title={t('end.title')}
      verb={t(again ? 'end.verbAgain' : 'end.verb')}
      pending={ending.pending}
      figures={[{ label: t('head'), value: `${row.number} ${row.headName}` }]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <PaperButtons
        act="cards.print"
        input={{ householdId: row.householdId }}
        label={t('printOne')}
        testId="card"
      />
      <p>{t('end.effect')}</p>
      <LineField
        label={t('end.reason')}
        required
        autoFocus
        testId="card-end-reason"
        value={reason}
        mistake={tried && reason.trim() === '' ? t('end.reasonMissing') : undefined}
        onChange={setReason}
        onEnter={confirm}
      />
      <Checkbox data-testid="card-again" checked={again} onChange={({ target }) => setAgain(target.checked)}>
        {t('end.again')}
      </Checkbox>
      <Failed failure={ending.failure} />
    </ConfirmFinal>
  );
};
