// Twenty-five ways of saying no at the counter: each red with a sign, a headline of its own, what to do next and who may decide.
import '../helpers/node-realm.ts';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../db/contract/errors.ts';
import { RefusedScreen } from '../../renderer/counter/over-screen.tsx';
import { startWords } from '../../renderer/i18n/i18n.ts';
import { LookProvider } from '../../renderer/ui/look.tsx';
import { fillGaps } from '../helpers/shop-window.tsx';

const decidedBy: readonly (readonly [RefusalCode, '店长' | '您可以自己处理'])[] = [
  ['voucher-redeemed', '店长'],
  ['voucher-expired', '店长'],
  ['voucher-void', '店长'],
  ['voucher-replaced', '店长'],
  ['voucher-draft', '店长'],
  ['voucher-not-handed-over', '店长'],
  ['voucher-none-usable', '店长'],
  ['code-revoked', '店长'],
  ['code-forged', '店长'],
  ['code-other-shop', '店长'],
  ['card-ended', '店长'],
  ['household-not-eligible', '店长'],
  ['household-stopped', '店长'],
  ['own-relative', '店长'],
  ['lookup-not-approved', '店长'],
  ['till-throttled', '店长'],
  ['code-unknown', '您可以自己处理'],
  ['code-check', '您可以自己处理'],
  ['voucher-not-yet-valid', '您可以自己处理'],
  ['vouchers-of-others', '您可以自己处理'],
  ['vouchers-mixed', '您可以自己处理'],
  ['item-unknown', '您可以自己处理'],
  ['stock-short', '您可以自己处理'],
  ['stock-expired', '您可以自己处理'],
  ['basket-over-face', '您可以自己处理'],
  ['basket-over-points', '您可以自己处理'],
  ['item-not-free', '您可以自己处理'],
  ['held-changed', '您可以自己处理'],
];

beforeAll(async () => {
  fillGaps();
  await startWords();
});
afterEach(cleanup);

const refusedScreen = (code: RefusalCode): HTMLElement => {
  const { container } = render(
    <LookProvider>
      <RefusedScreen
        error={{ kind: 'refusal', code }}
        basketKept={false}
        onDismiss={() => undefined}
        onApprove={null}
        onFind={null}
      />
    </LookProvider>,
  );
  return container;
};

describe('a refusal at the counter', () => {
  it.each(decidedBy)('%s: sign, headline, next step, and %s decides', (code, who) => {
    const container = refusedScreen(code);
    const red = container.querySelector('.counter-over.refused');
    expect(red?.getAttribute('role')).toBe('alert');
    expect(red?.querySelector('h2')?.textContent).toMatch(/^✖ .{3,}/);
    expect(red?.querySelector('.counter-over-next')?.textContent).toMatch(/^➜ .{3,}/);
    expect(red?.querySelector('.counter-over-who')?.textContent).toContain(who);
  });

  it('each has a headline of its own', () => {
    const said = decidedBy.map(([code]) => {
      const text = refusedScreen(code).querySelector('h2')?.textContent;
      cleanup();
      return text;
    });
    expect(new Set(said).size).toBe(decidedBy.length);
  });
});
