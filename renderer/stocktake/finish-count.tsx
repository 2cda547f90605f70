// F9 while counting: the figures are complete. Asks once, with what is missing; misfits have to be counted first.
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, Failed, Notice } from '../ui/index.ts';
import type { Stocktake } from './lines.ts';

interface Props {
  readonly data: Stocktake;
  readonly onClose: () => void;
}

export const FinishCount = ({ data, onClose }: Props) => {
  const { t } = useTranslation('stocktake');
  const [leaveUncounted, setLeave] = useState(false);
  const finish = useCommand('stocktake.finish');
  const { stocktake, uncounted, misfits } = data;
  const { stocktakeId, lines, settled, number } = stocktake;
  const confirm = async (): Promise<void> => {
    if (await finish.run({ stocktakeId, leaveUncounted })) onClose();
  };
  // With nothing to say the button itself has the focus, and Enter confirms.
  const asks = misfits > 0 || uncounted > 0 || finish.failure !== null;
  const rows = (n: number): string => t('sums.rows', { n: count(n) });
  return (
    <ConfirmFinal
      open
      title={t('finish.title')}
      verb={t('finish.do')}
      testId="finish-confirm"
      pending={finish.pending}
      confirmDisabled={misfits > 0 || (uncounted > 0 && !leaveUncounted)}
      figures={[
        { label: t('number'), value: number },
        { label: t('finish.lines'), value: rows(lines) },
        { label: t('finish.settled'), value: rows(settled) },
        { label: t('sums.uncounted'), value: rows(uncounted) },
        { label: t('sums.misfits'), value: rows(misfits) },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {asks && (
        <>
          {misfits > 0 ? (
            <Notice tone="warn" title={t('finish.misfits', { n: count(misfits) })} />
          ) : (
            uncounted > 0 && (
              <Checkbox
                autoFocus
                data-testid="finish-leave"
                checked={leaveUncounted}
                onChange={(event) => setLeave(event.target.checked)}
              >
                {t('finish.leave', { n: count(uncounted) })}
              </Checkbox>
            )
          )}
          <Failed failure={finish.failure} />
        </>
      )}
    </ConfirmFinal>
  );
};
