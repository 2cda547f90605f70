// The counter place: one screen, no menus. Scan the voucher, scan the goods, F9. Every function has a key.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActError } from '../../db/contract/act.ts';
import { useAct } from '../api/index.ts';
import { useScannerListening } from '../app/scanner.ts';
import { DeliveryDialog } from '../delivery/delivery-dialog.tsx';
import { useScanner } from '../scanner/index.ts';
import { SignDialog } from '../shift/sign-dialog.tsx';
import { slipOf } from '../shift/slip-paper.ts';
import { Page, useKeys } from '../ui/index.ts';
import { topUpDue } from './account.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { BasketScreen } from './basket-screen.tsx';
import { CodeDialog } from './code-dialog.tsx';
import './counter.css';
import { ForgottenDialog } from './dialogs/forgotten-dialog.tsx';
import { HeldDialog } from './dialogs/held-dialog.tsx';
import { TopUpDialog } from './dialogs/top-up-dialog.tsx';
import { VouchersDialog } from './dialogs/vouchers-dialog.tsx';
import { DoneScreen, RefusedScreen } from './over-screen.tsx';
import { FindDialog } from './find-dialog.tsx';
import { IdleScreen } from './idle-screen.tsx';
import { KeyRow, type CounterKey } from './key-row.tsx';
import { InstitutionDialog } from './institution-dialog.tsx';
import { ProxyDialog } from './proxy-dialog.tsx';
import { QuantityDialog } from './quantity-dialog.tsx';
import { TodayDialog } from './today-dialog.tsx';
import { approvable, askedFor, hasChoice, lineKey, needsReason } from './till.ts';
import { useTill } from './use-till.ts';

type Dialog =
  | 'quantity'
  | 'find'
  | 'proxy'
  | 'approval'
  | 'code'
  | 'institution'
  | 'today'
  | 'held'
  | 'forgotten'
  | 'vouchers'
  | 'top-up'
  | 'delivery';

/** Keys that do not count as "any key" on a red or green screen: the slip's, and the way to another place. */
const goesOn = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.altKey ||
  event.metaKey ||
  ['F1', 'Shift', 'CapsLock', 'Control', 'Alt', 'Meta'].includes(event.key);

const CounterPlace = () => {
  const { t } = useTranslation('counter');
  const settings = useAct('shop.read', {}).data?.settings;
  const signs = settings?.signatureAtTill === 'drawn';
  const work = useTill(signs);
  const { till, slip } = work;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { surface, ready, typing, forget } = useScanner({ onScan: work.scan, onTyping: work.dismiss });
  useScannerListening(ready);
  const today = useAct('shop.today', {});
  const { basket, over, last } = till;
  const line = basket?.lines[basket.selected];
  const topUpAllowed = settings?.topUpAllowed ?? false;
  const due = basket && topUpDue(basket, topUpAllowed);
  const openHeld = (): void => {
    if (basket && basket.lines.length > 0) work.warn('basket-open');
    else setDialog('held');
  };
  // Cash that is due is counted before anything is confirmed.
  const confirm = (): void => {
    if (due !== null && !basket?.topUp) setDialog('top-up');
    else work.confirm();
  };
  const unknown = over?.kind === 'refused' ? unknownGoods(over.error) : null;
  const [lookUp, setLookUp] = useState('');
  const find = (text: string): void => {
    setLookUp(text);
    work.dismiss();
    setDialog('find');
  };

  const keys: readonly CounterKey[] = [
    ...(basket
      ? [
          { key: 'F2', does: t('keys.quantity'), act: () => setDialog('quantity'), off: !line },
          { key: 'F3', does: t('keys.find'), act: () => find('') },
          { key: 'F4', does: t('keys.proxy'), act: () => setDialog('proxy') },
          { key: 'F5', does: t('keys.deliver'), act: () => setDialog('delivery') },
          { key: 'F6', does: t('keys.hold'), act: work.hold },
          ...(hasChoice(basket)
            ? [{ key: 'F12', does: t('keys.vouchers'), act: () => setDialog('vouchers') }]
            : []),
          ...(due === null ? [] : [{ key: 'F11', does: t('keys.topUp'), act: () => setDialog('top-up') }]),
          { key: 'Delete', shown: 'Del', does: t('keys.remove'), act: work.remove, off: !line },
          { key: 'Escape', shown: 'Esc', does: t('keys.clear'), act: work.clear },
        ]
      : [
          { key: 'F5', does: t('keys.institution'), act: () => setDialog('institution') },
          { key: 'F11', does: t('keys.forgotten'), act: () => setDialog('forgotten') },
        ]),
    { key: 'F7', does: t('keys.recall'), act: openHeld },
    { key: 'F10', does: t('keys.code'), act: () => setDialog('code') },
    { key: 'F8', does: t('keys.reverse'), act: () => setDialog('today') },
  ].sort((one, other) => placeOf(one.key) - placeOf(other.key));
  const slipKeys = last
    ? {
        'Ctrl+P': () => work.printSlip(last.redemptionId),
        'Ctrl+S': () => void slip.save(slipOf(last.redemptionId)),
      }
    : {};
  useKeys(slipKeys);
  useKeys(
    {
      ...Object.fromEntries(keys.filter(({ off }) => !off).map(({ key, act }) => [key, act])),
      F9: confirm,
      ArrowUp: () => work.select(-1),
      ArrowDown: () => work.select(1),
    },
    { enabled: over === null },
  );
  // Before any key closes the red screen: F4 asks somebody else to say yes.
  const mayApprove = approvable(till) && dialog === null;
  const [saidWhy, setSaidWhy] = useState(false);
  useKeys({ F4: () => setDialog('approval') }, { enabled: mayApprove });
  useKeys(
    { F3: () => find(unknown ?? '') },
    { enabled: basket !== null && unknown !== null && dialog === null },
  );
  const [signedFor, setSignedFor] = useState(0);
  /** The redemption whose signature is still asked for. */
  const toSign = signs && last !== null && !last.delivered && last.redemptionId !== signedFor ? last : null;
  useAnyKey(over !== null && dialog === null && toSign === null, work.dismiss);

  return (
    <Page
      fill
      title={t('title')}
      acts={
        today.data && (
          <span className="counter-count" data-testid="counter-today-count">
            {t('todayCount', { n: today.data.redemptions })}
          </span>
        )
      }
      keys={[
        ...keys.map(({ key, shown, does }) => ({ key: shown ?? key, does })),
        ...(basket ? [] : [{ key: 'F4', does: t('keys.proxyInBasket') }]),
        { key: 'F9', does: t('keys.confirm') },
        { key: '↑ ↓', does: t('keys.up') },
        { key: 'Ctrl+P', does: t('keys.printSlip') },
        { key: 'Ctrl+S', does: t('keys.saveSlip') },
      ]}
    >
      <div
        className="counter"
        ref={surface}
        tabIndex={0}
        role="group"
        aria-label={t('screen')}
        data-testid="counter-surface"
      >
        {over?.kind === 'done' ? (
          <DoneScreen
            done={over.redeemed}
            headName={over.headName}
            delivered={last?.delivered ?? false}
            changeFen={over.changeFen}
            slip={slip}
            onPrint={() => work.printSlip(over.redeemed.redemptionId)}
          />
        ) : over ? (
          <RefusedScreen
            error={over.error}
            basketKept={basket !== null}
            onDismiss={work.dismiss}
            onApprove={mayApprove ? () => setDialog('approval') : null}
            onFind={basket !== null && unknown !== null ? () => find(unknown) : null}
          />
        ) : basket ? (
          <BasketScreen
            basket={basket}
            day={today.data?.businessDay ?? null}
            topUpAllowed={topUpAllowed}
            warning={till.warning}
            typing={typing}
            onConfirm={confirm}
          />
        ) : (
          <IdleScreen
            warning={till.warning}
            typing={typing}
            slip={slip}
            last={last}
            onPrint={work.printSlip}
          />
        )}
        {work.waiting && (
          <div className="counter-waiting" role="status" data-testid="counter-waiting">
            <strong>{t('waiting.title')}</strong> {t('waiting.detail')}
          </div>
        )}
        {!over && <KeyRow keys={keys} />}
      </div>
      {dialog === 'quantity' && line && (
        <QuantityDialog
          key={lineKey(line.goods)}
          line={line}
          onClose={() => setDialog(null)}
          onSet={(quantity) => work.setQuantity(lineKey(line.goods), quantity)}
        />
      )}
      {dialog === 'find' && basket && (
        <FindDialog
          basket={askedFor(basket)}
          first={lookUp}
          onClose={() => setDialog(null)}
          onPick={work.put}
        />
      )}
      {dialog === 'proxy' && basket && (
        <ProxyDialog
          basket={askedFor(basket)}
          chosen={basket.proxy}
          onChoose={work.setProxy}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'approval' && (
        <ApprovalDialog
          asksReason={needsReason(till, saidWhy)}
          onClose={() => setDialog(null)}
          onApprove={(approval, reason) => {
            setSaidWhy(reason !== null);
            work.dismiss();
            work.confirm(approval, reason);
          }}
        />
      )}
      {dialog === 'held' && <HeldDialog onClose={() => setDialog(null)} onRecall={work.recall} />}
      {dialog === 'forgotten' && (
        <ForgottenDialog onClose={() => setDialog(null)} onOpened={work.openForgotten} />
      )}
      {dialog === 'vouchers' && basket && (
        <VouchersDialog basket={basket} onPut={work.putDown} onClose={() => setDialog(null)} />
      )}
      {dialog === 'top-up' && due !== null && (
        <TopUpDialog dueFen={due} onPaid={work.topUp} onClose={() => setDialog(null)} />
      )}
      {dialog === 'institution' && <InstitutionDialog onClose={() => setDialog(null)} />}
      {dialog === 'code' && (
        <CodeDialog
          onClose={() => setDialog(null)}
          onCode={(text) => {
            forget();
            work.scan({ text, entry: 'typed' });
          }}
        />
      )}
      {dialog === 'delivery' && basket && (
        <DeliveryDialog
          chosen={basket.delivery}
          onChoose={work.setDelivery}
          onClose={() => setDialog(null)}
        />
      )}
      {toSign && (
        <SignDialog
          key={toSign.redemptionId}
          redemptionId={toSign.redemptionId}
          number={toSign.number}
          onClose={() => {
            setSignedFor(toSign.redemptionId);
            work.printSlip(toSign.redemptionId);
          }}
        />
      )}
      {dialog === 'today' && <TodayDialog onClose={() => setDialog(null)} />}
    </Page>
  );
};
export default CounterPlace;

/** As they lie on the keyboard: F2 to F12, then Del and Esc. */
const placeOf = (key: string): number => (/^F\d+$/.test(key) ? Number(key.slice(1)) : 99);

/** The code in a refusal of goods nobody knows: the search may begin with it. */
const unknownGoods = (error: ActError): string | null =>
  error.kind === 'refusal' && error.code === 'item-unknown' ? String(error.params?.['code'] ?? '') : null;

/** Any key that is not part of a scan closes a red or green screen, and does nothing else: F9 on red must not confirm again. */
const useAnyKey = (on: boolean, act: () => void): void => {
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || goesOn(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on, act]);
};
