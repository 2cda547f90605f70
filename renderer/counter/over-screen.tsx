// The two states that cover the whole work area: green when the redemption is booked, red when something was refused. Always
// colour, shape, word and sound together.
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { RefusalCode } from '../../db/contract/errors.ts';
import type { PaperActs } from '../api/use-paper.ts';
import { money } from '../i18n/format.ts';
import { words, wordsOfCode } from '../i18n/words.ts';
import { SlipLine } from './slip-line.tsx';
import { inUnit } from './points.ts';
import type { Redeemed } from './till.ts';

interface DoneProps {
  readonly done: Redeemed;
  readonly headName: string;
  /** With a carrier, not with who stands here. */
  readonly delivered: boolean;
  readonly changeFen: number;
  readonly slip: PaperActs<'counter.printSlip'>;
  readonly onPrint: () => void;
}

export const DoneScreen = ({ done, headName, delivered, changeFen, slip, onPrint }: DoneProps) => {
  const { t } = useTranslation('counter');
  const inPoints = done.usedPoints > 0;
  const sum = (figure: (voucher: Redeemed['vouchers'][number]) => number): number =>
    done.vouchers.reduce((total, voucher) => total + figure(voucher), 0);
  const points = (n: number): string => inUnit(t, 'points', n);
  const lapsedPoints = sum((voucher) => voucher.lapsedPoints);
  const figures: readonly (readonly [
    'before' | 'used' | 'lapsed' | 'after' | 'topUp' | 'change' | 'free',
    string,
  ])[] = [
    ...(done.vouchers.length === 0
      ? [['free', money(done.freeFen)] as const]
      : inPoints
        ? [
            ['before', points(sum((voucher) => voucher.beforePoints))] as const,
            ['used', points(done.usedPoints)] as const,
            ...(lapsedPoints > 0 ? [['lapsed', points(lapsedPoints)] as const] : []),
            ['after', points(sum((voucher) => voucher.afterPoints))] as const,
          ]
        : [
            ['before', money(done.beforeFen)] as const,
            ['used', money(done.usedFen)] as const,
            ...(done.lapsedFen > 0 ? [['lapsed', money(done.lapsedFen)] as const] : []),
            ['after', money(done.afterFen)] as const,
          ]),
    ...(done.topUpFen > 0 ? [['topUp', money(done.topUpFen)] as const] : []),
    ...(changeFen > 0 ? [['change', money(changeFen)] as const] : []),
  ];
  return (
    <section className="counter-over done" role="status" data-testid="counter-done" data-number={done.number}>
      <h2>
        <span aria-hidden="true">✔</span>{' '}
        {done.vouchers.length === 0
          ? t('done.freeTitle')
          : t('done.title', { used: inPoints ? points(done.usedPoints) : money(done.usedFen) })}
      </h2>
      <p className="counter-over-facts">
        {headName} · {t('done.number', { number: done.number })}
      </p>
      {done.proxy && (
        <p className="counter-over-facts" data-testid="done-proxy">
          {t('proxy.signs', { name: done.proxy.name, relation: done.proxy.relation })}
          {done.proxy.approvedBy !== null && ` · ${t('proxy.approvedBy', { name: done.proxy.approvedBy })}`}
        </p>
      )}
      {done.overLimits && (
        <p className="counter-over-facts" data-testid="done-over-limits">
          {t('done.overLimits', {
            rules: done.overLimits.rules.join(t('notes.and')),
            name: done.overLimits.approvedBy,
          })}
        </p>
      )}
      <dl className="counter-over-figures">
        {figures.map(([key, text]) => (
          <div key={key} data-testid={`done-${key}`}>
            <dt>{t(`done.${key}`)}</dt>
            <dd className="figure">{text}</dd>
          </div>
        ))}
      </dl>
      {done.vouchers.length > 1 && (
        <ul className="counter-over-vouchers">
          {done.vouchers.map((voucher) => (
            <li key={voucher.voucherId} data-testid="done-voucher">
              {voucher.serial} ·{' '}
              {t(
                voucher.lapsedFen + voucher.lapsedPoints > 0 ? 'done.voucherLapsed' : 'done.voucher',
                partOf(t, voucher),
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="counter-over-next">
        {delivered ? t('done.carrier') : `${t('done.goods')} · ${t('done.next')}`}
      </p>
      <SlipLine slip={slip} redemptionId={done.redemptionId} number={done.number} onPrint={onPrint} />
    </section>
  );
};

const partOf = (t: TFunction<'counter'>, voucher: Redeemed['vouchers'][number]) =>
  voucher.kind === 'points'
    ? {
        used: inUnit(t, 'points', voucher.usedPoints),
        after: inUnit(t, 'points', voucher.afterPoints),
        lapsed: inUnit(t, 'points', voucher.lapsedPoints),
      }
    : { used: money(voucher.usedFen), after: money(voucher.afterFen), lapsed: money(voucher.lapsedFen) };

/** What a volunteer settles alone: goods and baskets. Everything about vouchers and households is the manager's to decide. */
const settledHere: ReadonlySet<string> = new Set<RefusalCode>([
  'code-unknown',
  'code-check',
  'item-unknown',
  'stock-short',
  'stock-expired',
  'stock-designated',
  'basket-empty',
  'basket-over-face',
  'voucher-not-yet-valid',
  'proxy-is-member',
  'proxy-tail-reason',
  'basket-over-points',
  'stock-short-dated',
  'stock-held',
  'vouchers-of-others',
  'vouchers-mixed',
  'topup-not-due',
  'item-without-points',
  'item-not-free',
  'tag-check',
  'weight-missing',
  'basket-held',
  'held-gone',
  'held-changed',
]);

interface RefusedProps {
  readonly error: ActError;
  readonly basketKept: boolean;
  readonly onDismiss: () => void;
  /** Somebody else may say yes to it; null: nobody can. */
  readonly onApprove: (() => void) | null;
  /** Goods nobody knows by this code may be found by name; null: nothing to look up. */
  readonly onFind: (() => void) | null;
}

export const RefusedScreen = ({ error, basketKept, onDismiss, onApprove, onFind }: RefusedProps) => {
  const { t } = useTranslation('counter');
  const { t: tAny } = useTranslation();
  const said = words(tAny, error);
  const code = error.kind === 'bug' ? 'bug' : error.code;
  const reasons = error.kind === 'refusal' ? (error.reasons ?? []) : [];
  return (
    <section className="counter-over refused" role="alert" data-testid="counter-refused" data-code={code}>
      <h2>
        <span aria-hidden="true">✖</span> {said.title}
      </h2>
      {reasons.length > 1 || (reasons.length === 1 && reasons[0]?.code !== code) ? (
        <div className="counter-over-facts">
          {t('refused.also', { n: reasons.length })}
          <ul>
            {reasons.map((reason, at) => {
              const each = wordsOfCode(tAny, reason.code, reason.params);
              return (
                <li key={at} data-code={reason.code}>
                  {[each.title, ...each.detail].join(' · ')}
                </li>
              );
            })}
          </ul>
        </div>
      ) : (
        <div className="counter-over-facts">
          {said.detail.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {said.next !== '' && (
        <p className="counter-over-next">
          <span aria-hidden="true">➜</span> {said.next}
        </p>
      )}
      <p className="counter-over-who">
        {t('refused.who')}
        <b>{t(settledHere.has(code) ? 'refused.self' : 'refused.manager')}</b>
      </p>
      {basketKept && <p className="counter-over-kept">{t('refused.basketKept')}</p>}
      <div className="button-row">
        {onApprove && (
          <Button
            className="counter-over-back"
            data-testid="counter-approve"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onApprove}
          >
            {t('approval.ask')} <kbd>F4</kbd>
          </Button>
        )}
        {onFind && (
          <Button
            className="counter-over-back"
            data-testid="counter-look-up"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onFind}
          >
            {t('refused.find')} <kbd>F3</kbd>
          </Button>
        )}
        <Button
          className="counter-over-back"
          data-testid="counter-dismiss"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onDismiss}
        >
          {t('refused.any')}
        </Button>
      </div>
    </section>
  );
};
