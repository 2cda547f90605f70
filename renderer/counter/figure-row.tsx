// The three figures, what lapses or stays, and the one key that confirms.
import { useTranslation } from 'react-i18next';
import { money } from '../i18n/format.ts';
import { accountOf, isFree, topUpDue } from './account.ts';
import { inUnit } from './points.ts';
import type { Basket } from './till.ts';

interface Props {
  readonly basket: Basket;
  readonly topUpAllowed: boolean;
  readonly onConfirm: () => void;
}

export const FigureRow = ({ basket, topUpAllowed, onConfirm }: Props) => {
  const { t } = useTranslation('counter');
  const { unit, balance, used, left } = accountOf(basket);
  const over = left < 0;
  const due = topUpDue(basket, topUpAllowed);
  const partly = basket.vouchers.some(
    (voucher) => voucher.balanceFen !== voucher.faceFen || voucher.balancePoints !== voucher.facePoints,
  );
  const third = isFree(basket) ? 'free' : due !== null ? 'due' : over ? 'over' : 'left';
  return (
    <div className="counter-figures">
      <dl>
        <div data-testid="figure-face">
          <dt>{t(partly ? 'figures.balance' : unit === 'points' ? 'figures.points' : 'figures.face')}</dt>
          <dd className="figure">{isFree(basket) ? t('figures.noVoucher') : inUnit(t, unit, balance)}</dd>
        </div>
        <div data-testid="figure-used">
          <dt>{t('figures.used')}</dt>
          <dd className="figure">{inUnit(t, unit, used)}</dd>
        </div>
        <div data-testid="figure-left" data-third={third} className={over && !basket.topUp ? 'over' : ''}>
          <dt>
            {over && !basket.topUp && <span aria-hidden="true">▲ </span>}
            {t(`figures.${third}`)}
          </dt>
          <dd className="figure">
            {third === 'free' ? t('figures.nothing') : inUnit(t, unit, Math.abs(left))}
          </dd>
        </div>
      </dl>
      <div className="counter-confirm-box">
        <button
          type="button"
          className="counter-confirm"
          data-testid="counter-confirm"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onConfirm}
        >
          <kbd>F9</kbd> {t('keys.confirm')}
        </button>
        <p className="counter-lapse" data-testid="counter-lapse">
          <Rest basket={basket} due={due} />
        </p>
      </div>
    </div>
  );
};

const Rest = ({ basket, due }: { readonly basket: Basket; readonly due: number | null }) => {
  const { t } = useTranslation('counter');
  const { unit, left, lapsed, stays } = accountOf(basket);
  if (basket.topUp) {
    const { dueFen, receivedFen } = basket.topUp;
    return t('figures.paid', { received: money(receivedFen), change: money(receivedFen - dueFen) });
  }
  if (due !== null) return t('figures.topUpKey');
  if (left < 0 || basket.lines.length === 0 || isFree(basket)) return '';
  if (lapsed === 0 && stays === 0) return t('figures.nothingLapses');
  return [
    ...(lapsed > 0 ? [t('figures.lapses', { left: inUnit(t, unit, lapsed) })] : []),
    ...(stays > 0 ? [t('figures.stays', { left: inUnit(t, unit, stays) })] : []),
  ].join('；');
};
