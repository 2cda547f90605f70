// Ending a household's eligibility: day, reason, grace and what becomes of its open vouchers; what it means in figures, asked once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { LeaveFields, newLeave, readLeave } from '../eligibility/leave-fields.tsx';
import { count, money } from '../i18n/format.ts';
import { ConfirmFinal, Failed } from '../ui/index.ts';

interface Props {
  readonly household: Pick<Output<'people.household'>, 'id' | 'number' | 'headName' | 'category' | 'members'>;
  readonly open: boolean;
  readonly onClose: () => void;
}

export const EndEligibility = ({ household, open, onClose }: Props) => {
  const { t } = useTranslation('eligibility');
  const { status } = useSession();
  const [draft, setDraft] = useState(() => newLeave(status.businessDay));
  const [tried, setTried] = useState(false);
  const end = useCommand('eligibility.end');
  const figures = useAct('eligibility.endFigures', { householdIds: [household.id] }, { enabled: open });
  const leaving = readLeave(draft);
  const close = (): void => {
    setDraft(newLeave(status.businessDay));
    setTried(false);
    end.reset();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (leaving && (await end.run({ householdId: household.id, ...leaving }))) close();
  };
  return (
    <ConfirmFinal
      open={open}
      stops
      testId="end-confirm"
      title={t('leave.title')}
      verb={t('leave.verb')}
      pending={end.pending}
      figures={[
        { label: t('number'), value: household.number },
        { label: t('head'), value: household.headName },
        { label: t('category'), value: household.category },
        { label: t('members'), value: t('people', { n: household.members }) },
        {
          label: t('leave.openNow'),
          value: figures.data
            ? t('leave.openFigures', {
                n: count(figures.data.openVouchers),
                fen: money(figures.data.openFen),
              })
            : '…',
        },
      ]}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <LeaveFields draft={draft} tried={tried} onChange={setDraft} />
      <Failed failure={end.failure ?? figures.failure} />
    </ConfirmFinal>
  );
};
