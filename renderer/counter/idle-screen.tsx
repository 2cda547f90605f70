// Nobody at the till: one sign. What a hand types is shown and checked; a slip that was not printed waits at the foot.
import { useTranslation } from 'react-i18next';
import type { PaperActs } from '../api/use-paper.ts';
import { CodeCheck } from './code-check.tsx';
import { SlipLine } from './slip-line.tsx';
import type { Till, Warning } from './till.ts';
import { WarningBand } from './warning-band.tsx';

interface Props {
  readonly warning: Warning | null;
  readonly typing: string;
  readonly slip: PaperActs<'counter.printSlip'>;
  readonly last: Till['last'];
  readonly onPrint: (redemptionId: number) => void;
}

export const IdleScreen = ({ warning, typing, slip, last, onPrint }: Props) => {
  const { t } = useTranslation('counter');
  return (
    <div className="counter-idle" data-testid="counter-idle">
      <WarningBand warning={warning} />
      <p className="counter-sign">{t('idle.sign')}</p>
      {typing !== '' && (
        <div className="counter-typing" role="status" data-testid="counter-typing">
          <b>{t('idle.typing')}</b>
          <CodeCheck typed={typing} />
          <span className="secondary">{t('idle.typingHint')}</span>
        </div>
      )}
      {last && slip.failure && (
        <SlipLine
          brief
          slip={slip}
          redemptionId={last.redemptionId}
          number={last.number}
          onPrint={() => onPrint(last.redemptionId)}
        />
      )}
    </div>
  );
};
