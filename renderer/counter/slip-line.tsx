// How the slip of a redemption is doing. The redemption is booked whatever the printer says, and this line says so.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PaperActs } from '../api/use-paper.ts';
import { slipOf } from '../shift/slip-paper.ts';
import { words } from '../i18n/words.ts';

interface Props {
  readonly slip: PaperActs<'counter.printSlip'>;
  readonly redemptionId: number;
  readonly number: string;
  readonly onPrint: () => void;
  /** One line without the preview, for the foot of the resting screen. */
  readonly brief?: boolean;
}

export const SlipLine = ({ slip, redemptionId, number, onPrint, brief = false }: Props) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const input = slipOf(redemptionId);
  const said = slip.pending
    ? t('slip.making')
    : slip.failure
      ? t('slip.failed', { why: words(tAny, slip.failure).title })
      : slip.done?.use === 'save'
        ? t('slip.saved', { fileName: slip.done.fileName })
        : slip.done?.use === 'preview'
          ? t('slip.previewed')
          : slip.done
            ? t('slip.printed')
            : t('slip.closed');
  return (
    <div
      className={slip.failure ? 'counter-slip failed' : 'counter-slip'}
      role="status"
      data-testid="counter-slip"
      data-state={slip.pending ? 'pending' : slip.failure ? 'failed' : 'done'}
    >
      <span>
        {slip.failure && <span aria-hidden="true">▲ </span>}
        <b>{said}</b>{' '}
        <span className="counter-slip-of">
          {t('slip.of', { number })}
          {slip.failure && !brief ? ` · ${t('slip.safe')}` : ''}
        </span>
      </span>
      <span className="button-row">
        <Button data-testid="slip-print" disabled={slip.pending} onClick={onPrint}>
          {t('slip.print')} <kbd>Ctrl+P</kbd>
        </Button>
        <Button data-testid="slip-save" disabled={slip.pending} onClick={() => void slip.save(input)}>
          {t('slip.save')} <kbd>Ctrl+S</kbd>
        </Button>
        {!brief && (
          <Button data-testid="slip-preview" disabled={slip.pending} onClick={() => void slip.preview(input)}>
            {t('slip.preview')}
          </Button>
        )}
      </span>
    </div>
  );
};
