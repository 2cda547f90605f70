// A shift chosen from the list of the month: what has no room there, and its sheet.
import { useTranslation } from 'react-i18next';
import type { Output } from '../../db/contract/index.ts';
import { count, instant } from '../i18n/format.ts';
import { FactList, PaperButtons } from '../ui/index.ts';
import { Cash, Difference } from './cash-figure.tsx';

type Row = Output<'shift.list'>[number];

export const ShiftPapers = ({ shift }: { readonly shift: Row }) => {
  const { t } = useTranslation('shift');
  return (
    <section className="office-section" data-testid="shift-papers">
      <h2>{shift.number}</h2>
      <FactList
        facts={[
          [t('terminal'), shift.terminal],
          [t('from'), instant(shift.openedAt)],
          [t('to'), shift.closedAt === null ? '' : instant(shift.closedAt)],
          [t('householdTimes'), count(shift.householdTimes)],
          [t('expected'), <Cash key="expected" fen={shift.expectedFen} />],
          [t('counted'), <Cash key="counted" fen={shift.countedFen} />],
          [t('difference'), <Difference key="difference" fen={shift.differenceFen} />],
          [t('note'), shift.note],
        ]}
      />
      <PaperButtons
        key={shift.shiftId}
        act="shift.printSheet"
        input={{ shiftId: shift.shiftId }}
        testId="shift-sheet"
        printKey="Ctrl+P"
      />
    </section>
  );
};
