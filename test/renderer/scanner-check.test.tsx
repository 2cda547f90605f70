// The check page of the scanner, and a scan fired while a field or a dialog has the focus.
import '../helpers/node-realm.ts';
import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scanner as words } from '../../renderer/i18n/zh-CN/scanner.ts';
import { useScanner, type Scan } from '../../renderer/scanner/index.ts';
import { testCode } from '../../renderer/scanner/test-code.ts';
import Keeping from '../../renderer/shop/index.tsx';
import { openShop, type OpenShop } from '../helpers/open-shop.ts';
import { scanInto } from '../helpers/scan-into.ts';
import { allById, byId, openWindow, press, scan, see, show } from '../helpers/shop-window.tsx';

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(() => localStorage.removeItem('scanner'));
afterEach(cleanup);

const open = async (): Promise<void> => {
  openWindow(shop, 'volunteer');
  await show(
    shop,
    'volunteer',
    <Routes>
      <Route path="/keeping/*" element={<Keeping />} />
    </Routes>,
    '/keeping/scanner',
  );
  await see('scanner-check', words.sign);
  await waitFor(() => expect(document.activeElement).toBe(byId('scanner-check')));
};
const result = async (text: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = byId('scanner-result');
      if (found?.dataset['text'] !== text)
        throw new Error(`not ${text} but ${String(found?.dataset['text'])}`);
      return found;
    },
    { timeout: 5000 },
  );

describe('the check page', () => {
  it('is there for a volunteer; a good scan says so, what is remembered is suffix and day, and nothing was asked of the books', async () => {
    await open();
    expect(byId('scanner-remembered')?.textContent).toBe(words.neverChecked);
    scan(testCode);
    const good = await result(testCode);
    expect(good.dataset['good']).toBe('true');
    expect(good.textContent).toContain(words.good.title);
    // The keys of `press` come as under an input method.
    expect(good.textContent).toContain(words.notes['input-method'].title);
    await see('scanner-remembered', words.suffix.enter);
    expect(JSON.parse(localStorage.getItem('scanner') ?? 'null')).toEqual({
      suffix: 'enter',
      goodOn: '2026-05-04',
    });
  });

  it('names lost characters in figures and does not remember such a scanner', async () => {
    await open();
    scan(testCode.slice(0, 50) + testCode.slice(52));
    const bad = await result(testCode.slice(0, 50) + testCode.slice(52));
    expect(bad.dataset['good']).toBe('false');
    expect(bad.textContent).toContain(words.stops.lost.title);
    expect(bad.textContent).toContain('少了 2 个字符');
    expect(localStorage.getItem('scanner')).toBeNull();
  });

  it('shows any other code as it arrived, and what came before it', async () => {
    await open();
    scan('6900001000006');
    expect((await result('6900001000006')).textContent).toContain(words.stops['other-code'].title);
    scan('PC0000123K');
    await result('PC0000123K');
    expect(allById('scanner-before').map(({ textContent }) => textContent)).toEqual(['6900001000006']);
  });

  it('says when keys came and nothing could be read of them', async () => {
    await open();
    for (const digit of '6900001000006')
      fireEvent.keyDown(document.activeElement ?? document.body, {
        code: `Numpad${digit}`,
        key: 'ArrowUp',
        keyCode: 38,
      });
    expect((await see('scanner-result', words.stops['num-lock'].title)).dataset['good']).toBe('false');
  });

  it('takes what is remembered for what it is, and nothing for a scanner that was never checked', async () => {
    localStorage.setItem('scanner', JSON.stringify({ suffix: 'tab', goodOn: '2026-05-01' }));
    await open();
    expect(byId('scanner-remembered')?.textContent).toContain(words.suffix.tab);
    localStorage.setItem('scanner', '{"suffix":"beep","goodOn":5');
    await open();
    expect(byId('scanner-remembered')?.textContent).toBe(words.neverChecked);
  });
});

const heard: Scan[] = [];
/** A screen with a field of its own, one that reads codes itself, and a dialog. */
const Screen = () => {
  const [name, setName] = useState('');
  const [dialog, setDialog] = useState(false);
  const { surface } = useScanner({ onScan: (each) => heard.push(each) });
  return (
    <div ref={surface} tabIndex={0} data-testid="surface">
      <input data-testid="name" value={name} onChange={({ target }) => setName(target.value)} />
      <input data-testid="own" data-takes-scans="" />
      <button type="button" data-testid="open" onClick={() => setDialog(true)}>
        1
      </button>
      {dialog && (
        <div role="dialog" aria-modal="true">
          <button type="button" data-testid="yes" onClick={() => setDialog(false)}>
            2
          </button>
        </div>
      )}
    </div>
  );
};
const field = (testId: string): HTMLInputElement => byId(testId) as HTMLInputElement;

describe('a scan fired into a field', () => {
  beforeEach(async () => {
    heard.length = 0;
    openWindow(shop, 'volunteer');
    await show(shop, 'volunteer', <Screen />);
    await see('surface');
  });

  it('is read by the screen, and the field keeps what stood in it, for its form too', () => {
    fireEvent.change(field('name'), { target: { value: '韦' } });
    scanInto(field('name'), '6900001000006');
    expect(heard.map(({ text }) => text)).toEqual(['6900001000006']);
    expect(field('name').value).toBe('韦');
    fireEvent.change(field('name'), { target: { value: '韦*' } });
    expect(field('name').value).toBe('韦*');
  });

  it('is no code when its check is wrong, or when a hand wrote it: then it is text', () => {
    scanInto(field('name'), '6900001000007');
    expect(heard).toEqual([]);
    expect(field('name').value).toBe('6900001000007');
  });

  it('stays where a field reads codes itself', () => {
    scanInto(field('own'), '6900001000006');
    expect(heard).toEqual([]);
    expect(field('own').value).toBe('6900001000006');
  });

  it('over a dialog is read too, and its Enter presses nothing there', () => {
    fireEvent.click(field('open'));
    byId('yes')?.focus();
    scan('6900001000006');
    expect(heard.map(({ text }) => text)).toEqual(['6900001000006']);
    expect(byId('yes')).not.toBeNull();
    press('KeyA');
    expect(heard).toHaveLength(1);
  });
});
