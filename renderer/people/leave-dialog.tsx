// A member leaves the household: how, from which day, who is the head then; what it means in figures, asked once.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveWays } from '../../db/contract/household-acts.ts';
import { useCommand } from '../api/index.ts';
import { count } from '../i18n/format.ts';
import { ConfirmFinal, Failed } from '../ui/index.ts';
import { useFieldNames } from './act-page.tsx';
import { BecauseFields, useBecause } from './because.tsx';
import type { Household, Member } from './file-context.tsx';
import { Pick } from './line.tsx';
import { HeadFields, newHeadOf, type Relations } from './relation-fields.tsx';

interface Props {
  readonly household: Household;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Shown while it is mounted. */
export const LeaveDialog = ({ household, member, onClose }: Props) => {
  const { t } = useTranslation('household');
  const names = useFieldNames();
  const [how, setHow] = useState<(typeof leaveWays)[number]>('died');
  const [headId, setHeadId] = useState<number | null>(null);
  const [relations, setRelations] = useState<Relations>({});
  const { draft, setDraft, read } = useBecause();
  const [tried, setTried] = useState(false);
  const leave = useCommand('people.leave');
  const stay = household.people.filter(({ id }) => id !== member.id);
  const open = household.vouchers.filter((voucher) => voucher.open).length;
  const needsHead = member.isHead && stay.length > 0;
  const confirm = async (): Promise<void> => {
    setTried(true);
    const newHead = needsHead ? newHeadOf(stay, headId, relations) : null;
    if (!read || (needsHead && !newHead)) return;
    if (await leave.run({ personId: member.id, how, newHead, ...read })) onClose();
  };
  return (
    <ConfirmFinal
      open
      stops
      testId="leave-confirm"
      title={t('leave.title')}
      verb={t('leave.verb')}
      pending={leave.pending}
      figures={[
        { label: t('household'), value: household.number },
        { label: t('leave.who'), value: `${member.name} (${member.relation})` },
      ]}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p data-testid="leave-effect">
        {stay.length > 0 ? t('leave.stay', { n: count(stay.length) }) : t('leave.last')} {t('leave.covers')}{' '}
        {stay.length === 0 &&
          open > 0 &&
          t(how === 'died' ? 'leave.lastDied' : 'leave.lastMoved', { n: count(open) })}
      </p>
      <Pick
        label={t('leave.how')}
        testId="leave-how"
        required
        value={how}
        options={leaveWays.map((value) => ({ value, label: t(`leave.ways.${value}`) }))}
        onChange={setHow}
      />
      <BecauseFields draft={draft} onChange={setDraft} tried={tried} dayLabel={t('leave.day')} />
      {needsHead && (
        <HeadFields
          label={t('leave.chooseHead')}
          members={stay}
          headId={headId}
          onHead={setHeadId}
          relations={relations}
          onRelations={setRelations}
          tried={tried}
        />
      )}
      <Failed failure={leave.failure} fieldName={names} />
    </ConfirmFinal>
  );
};
