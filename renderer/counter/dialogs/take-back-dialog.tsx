// Taking back (撤销) the whole redemption or some of its goods: Space ticks lines, and before it is confirmed stands there what goes back to
// which voucher and how much cash goes back.
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../db/contract/index.ts';
import { useAct, useCommand } from '../../api/index.ts';
import { money, quantity } from '../../i18n/format.ts';
import { Choice, ConfirmFinal, Failed, FormField } from '../../ui/index.ts';
import { inUnit } from '../points.ts';
import { KeyList } from './key-list.tsx';

type Line = Output<'counter.redemption'>['lines'][number];
interface Props {
  readonly row: Pick<Output<'counter.today'>[number], 'redemptionId' | 'number' | 'headName'>;
  readonly onClose: () => void;
  /** With the act that took it back. */
  readonly onDone: (done: Output<'counter.reverse'>) => void;
}
const reasons = ['wrongGoods', 'wrongQuantity', 'changedMind', 'wrongVoucher', 'other'] as const;
type ReasonKey = (typeof reasons)[number];

export const TakeBackDialog = ({ row, onClose, onDone }: Props) => {
  const { t } = useTranslation('counter');
  const reversing = useCommand('counter.reverse');
  /** Null: everything that is still out. */
  const [lines, setLines] = useState<readonly number[] | null>(null);
  const { data, failure } = useAct(
    'counter.redemption',
    { redemptionId: row.redemptionId, back: lines === null ? null : [...lines] },
    { keepPrevious: true },
  );
  const [reason, setReason] = useState<ReasonKey>('wrongGoods');
  const [other, setOther] = useState('');
  const why = reason === 'other' ? other.trim() : t(`today.reasons.${reason}`);
  // Everything can be taken back before its figures are here; a choice of lines waits for them.
  const blocked = why === '' || failure !== null || (lines !== null && (!data || lines.length === 0));
  const confirm = (): void => {
    if (blocked) return;
    const wanted = lines === null || data?.whole ? null : [...lines];
    void reversing
      .run({ redemptionId: row.redemptionId, lines: wanted, reason: why })
      .then((done) => done && onDone(done));
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  return (
    <ConfirmFinal
      open
      stops
      title={t('today.reverseTitle')}
      verb={t('today.reverse')}
      pending={reversing.pending}
      confirmDisabled={blocked}
      figures={[
        { label: t('today.number'), value: row.number },
        { label: t('today.name'), value: row.headName },
        ...(data?.vouchers ?? []).map(({ serial, backFen, lapsedFen, backPoints, lapsedPoints }) => ({
          label: t('today.backTo', { serial }),
          value: [
            ...(backFen + lapsedFen > 0 ? [money(backFen + lapsedFen)] : []),
            ...(backPoints + lapsedPoints > 0 ? [inUnit(t, 'points', backPoints + lapsedPoints)] : []),
          ].join(' · '),
        })),
        ...(data && data.topUpFen > 0 ? [{ label: t('today.cashBack'), value: money(data.topUpFen) }] : []),
        { label: t('today.effect'), value: t('today.effectText') },
      ]}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <div
        ref={form}
        data-testid="reverse-form"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
          event.preventDefault();
          confirm();
        }}
      >
        <FormField label={t('today.reason')} required>
          {(field) => (
            <Choice<ReasonKey>
              field={field}
              testId="reverse-reason"
              value={reason}
              onChange={setReason}
              options={reasons.map((value) => ({
                value,
                label: value === 'other' ? t('today.reasonOther') : t(`today.reasons.${value}`),
              }))}
            />
          )}
        </FormField>
        {reason === 'other' && (
          <FormField label={t('today.reasonOther')} required>
            {(field) => (
              <Input
                {...field}
                autoFocus
                maxLength={100}
                data-testid="reverse-other"
                value={other}
                onChange={(event) => setOther(event.target.value)}
              />
            )}
          </FormField>
        )}
        {data && data.lines.length > 1 && (
          <Goods
            lines={data.lines}
            chosen={lines ?? data.lines.filter(({ back }) => !back).map(({ line }) => line)}
            onChange={setLines}
          />
        )}
        <Failed failure={failure ?? reversing.failure} />
      </div>
    </ConfirmFinal>
  );
};

interface GoodsProps {
  readonly lines: readonly Line[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

/** Goods of one kind left out of the same lots: their lines come back together. */
const Goods = ({ lines, chosen, onChange }: GoodsProps) => {
  const { t } = useTranslation('counter');
  const [active, setActive] = useState(0);
  const toggle = ({ itemId, line, back }: Line): void => {
    if (back) return;
    const same = lines.filter((each) => each.itemId === itemId && !each.back).map((each) => each.line);
    onChange(chosen.includes(line) ? chosen.filter((each) => !same.includes(each)) : [...chosen, ...same]);
  };
  return (
    <>
      <p className="secondary">{t('today.linesHint')}</p>
      <KeyList<Line>
        label={t('today.lines')}
        testId="back"
        rows={lines}
        rowKey={({ line }) => line}
        active={active}
        onActive={setActive}
        takesFocus={false}
        ticked={({ line }) => chosen.includes(line)}
        keys={{ Space: toggle }}
        render={(line) => (
          <>
            <b>{line.itemName}</b>
            <span className="figure">× {quantity(line.quantity, line.unitScale, line.unit)}</span>
            <span className="figure">
              {line.points === null ? money(line.amountFen) : inUnit(t, 'points', line.points)}
            </span>
            <span className="secondary">{line.back ? t('today.reversed') : ''}</span>
          </>
        )}
      />
    </>
  );
};
