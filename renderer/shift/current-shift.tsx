// The figures of the shift that is open at this till, as they stand now.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count, instant, money } from '../i18n/format.ts';
import { wordsOfCode } from '../i18n/words.ts';
import { FactList, Money, type Fact } from '../ui/index.ts';

type Current = Output<'shift.current'>;
export type Shift = NonNullable<Current['shift']>;
interface Props {
  readonly shift: Shift;
  readonly held: Current['held'];
  readonly deliveriesOut: number;
}

export const CurrentShift = ({ shift, held, deliveriesOut }: Props) => {
  const { t } = useTranslation('shift');
  const { t: tAny } = useTranslation();
  const cash = (fen: number | null) => (fen === null ? t('unknown') : <Money fen={fen} />);
  const vouchers = shift.vouchers.map(({ is, pieces, used }) => (
    <div key={is}>
      {t('voucherLine', {
        kind: t(`kinds.${is}`),
        pieces: count(pieces),
        used: is === 'points' ? t('points', { n: count(used) }) : money(used),
      })}
    </div>
  ));
  const facts: readonly Fact[] = [
    [t('number'), shift.number],
    [t('terminal'), shift.terminal],
    [t('person'), shift.openedBy],
    [t('from'), instant(shift.openedAt)],
    [t('householdTimes'), count(shift.householdTimes)],
    [t('institutionTimes'), shift.institutionTimes === 0 ? '' : count(shift.institutionTimes)],
    [t('freeTimes'), shift.freeTimes === 0 ? '' : count(shift.freeTimes)],
    [t('deliveries'), shift.deliveries === 0 ? '' : count(shift.deliveries)],
    [t('vouchers'), vouchers.length === 0 ? t('nothing') : <>{vouchers}</>],
    [t('reversals'), t('reversalLine', { n: count(shift.reversals.length) })],
    [t('float'), cash(shift.floatFen)],
    [t('topUps'), <Money key="in" fen={shift.topUpFen} />],
    [t('returned'), <Money key="out" fen={shift.returnedFen} />],
    [t('expected'), cash(shift.expectedFen)],
    [
      t('refusals'),
      shift.refusals.length === 0
        ? t('nothing')
        : shift.refusals.map(({ code, times }) => (
            <div key={code}>
              {t('refusalLine', { title: wordsOfCode(tAny, code).title, n: count(times) })}
            </div>
          )),
    ],
    [
      t('held'),
      held.length === 0
        ? t('nothing')
        : held.map(({ heldId, headName, lines, at, by }) => (
            <div key={heldId} data-testid="shift-held">
              {t('heldLine', { name: headName, lines, at: instant(at), by })}
            </div>
          )),
    ],
    [t('deliveriesOut'), deliveriesOut === 0 ? '' : count(deliveriesOut)],
  ];
  return (
    <section className="office-section" aria-label={t('now')}>
      <h2>{t('now')}</h2>
      <FactList testId="shift-now" facts={facts} />
    </section>
  );
};
