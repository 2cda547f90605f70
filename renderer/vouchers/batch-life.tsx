// On the page of a batch: how many are handed over, entering the signed sheet, and ending what nobody used.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { count } from '../i18n/format.ts';
import { Failed, Notice } from '../ui/index.ts';
import { HandOverBatch } from './hand-over.tsx';
import { VoidOpen } from './void-open.tsx';

export const BatchLife = ({ batchId, name }: { readonly batchId: number; readonly name: string }) => {
  const { t } = useTranslation('voucherLife');
  const { may } = useSession();
  const { data, failure } = useAct('vouchers.handovers', { batchId });
  const [open, setOpen] = useState<'hand-over' | 'void' | null>(null);
  const [voided, setVoided] = useState<number | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className="batch-papers" role="group" aria-label={t('handOver.batch')}>
      <Failed failure={failure} />
      <span data-testid="batch-handovers">
        {t('handOver.counts', { waiting: count(data?.waiting ?? 0), done: count(data?.handedOver ?? 0) })}
      </span>
      {may('vouchers.issue') && (
        <Button
          data-testid="batch-hand-over"
          disabled={(data?.waiting ?? 0) === 0}
          onClick={() => setOpen('hand-over')}
        >
          {t('handOver.batch')}
        </Button>
      )}
      {may('vouchers.void') && (
        <Button danger data-testid="batch-void-open" onClick={() => setOpen('void')}>
          {t('voidOpen.action')}
        </Button>
      )}
      {open === 'hand-over' && <HandOverBatch batchId={batchId} onClose={close} />}
      {voided !== null && <Notice tone="done" title={t('voidOpen.done', { n: count(voided) })} />}
      {open === 'void' && (
        <VoidOpen
          batchId={batchId}
          name={name}
          onClose={close}
          onDone={(pieces) => {
            close();
            setVoided(pieces);
          }}
        />
      )}
    </div>
  );
};
