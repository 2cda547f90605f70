// The two states that cover the whole work area: green when the redemption is booked, red when something was refused. Always
// colour, shape, word and sound together.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import type { RefusalCode } from '../../db/contract/errors.ts';
import type { PaperActs } from '../api/use-paper.ts';
import { money } from '../i18n/format.ts';
import { words, wordsOfCode } from '../i18n/words.ts';
import { SlipLine } from './slip-line.tsx';
import type { Redeemed } from './till.ts';

interface DoneProps {
  readonly done: Redeemed;
  readonly headName: string;
  readonly slip: PaperActs<'counter.printSlip'>;
  readonly onPrint: () => void;
}

export const DoneScreen = ({ done, headName, slip, onPrint }: DoneProps) => {
  const { t } = useTranslation('counter');
  const figures = [
    ['before', done.beforeFen],
    ['used', done.usedFen],
    ...(done.lapsedFen > 0 ? [['lapsed', done.lapsedFen] as const] : []),
    ['after', done.afterFen],
  ] as const;
  return (
    <section className="counter-over done" role="status" data-testid="counter-done" data-number={done.number}>
      <h2>
        <span aria-hidden="true">✔</span> {t('done.title', { used: money(done.usedFen) })}
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
      <dl className="counter-over-figures">
        {figures.map(([key, fen]) => (
          <div key={key} data-testid={`done-${key}`}>
            <dt>{t(`done.${key}`)}</dt>
            <dd className="figure">{money(fen)}</dd>
          </div>
        ))}
      </dl>
      <p className="counter-over-next">
        {t('done.goods')} · {t('done.next')}
      </p>
      <SlipLine slip={slip} redemptionId={done.redemptionId} number={done.number} onPrint={onPrint} />
    </section>
  );
};

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
]);

interface RefusedProps {
  readonly error: ActError;
  readonly basketKept: boolean;
  readonly onDismiss: () => void;
  /** Somebody else may say yes to it; null: nobody can. */
  readonly onApprove: (() => void) | null;
}

export const RefusedScreen = ({ error, basketKept, onDismiss, onApprove }: RefusedProps) => {
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
      {reasons.length > 1 ? (
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
      {basketKept && <p className="counter-over-kept">{t('refused.basketKept')}</p>}
      <Button
        className="counter-over-back"
        data-testid="counter-dismiss"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onDismiss}
      >
        {t('refused.any')}
      </Button>
    </section>
  );
};
