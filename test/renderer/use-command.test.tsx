// The id of a command: one for a double Enter, the same for a retry after a fault, a new one after an answer.
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallOptions, ShopBridge, ShopReply } from '../../main/desktop/contract.ts';
import { useCommand } from '../../renderer/api/use-command.ts';

interface Asked {
  readonly input: unknown;
  readonly options: CallOptions;
  readonly answer: (reply: ShopReply) => void;
}

/** The far end of the bridge, answered by hand: what is under test is what the window sends. */
const bridge = () => {
  const asked: Asked[] = [];
  const shop: ShopBridge = {
    call: (_, input, options = {}) => new Promise((answer) => asked.push({ input, options, answer })),
    on: () => () => undefined,
  };
  Object.defineProperty(window, 'shop', { configurable: true, value: shop });
  return asked;
};
const ok: ShopReply = { ok: true, data: {}, changed: [] };
const fault: ShopReply = { ok: false, error: { kind: 'fault', code: 'disk-full' } };
const refusal: ShopReply = { ok: false, error: { kind: 'refusal', code: 'not-found' } };
const input = { staffId: 2, active: false };

afterEach(() => Reflect.deleteProperty(window, 'shop'));

const start = () => {
  const asked = bridge();
  const { result } = renderHook(() => useCommand('staff.setActive'));
  const answer = async (reply: ShopReply): Promise<void> => {
    await act(async () => {
      asked.at(-1)?.answer(reply);
      await Promise.resolve();
    });
    await waitFor(() => expect(result.current.pending).toBe(false));
  };
  const run = (given = input): void => act(() => void result.current.run(given));
  return { asked, result, run, answer };
};

describe('a command', () => {
  it('is sent once, however often it is started before the answer', async () => {
    const { asked, result, run, answer } = start();
    run();
    run();
    expect(asked).toHaveLength(1);
    expect(result.current.pending).toBe(true);
    await answer(ok);
    expect(result.current.data).toEqual({});
  });
  it('keeps its id when it is tried again after a fault', async () => {
    const { asked, result, run, answer } = start();
    run();
    await answer(fault);
    expect(result.current.failure).toMatchObject({ code: 'disk-full' });
    run();
    expect(asked[1]?.options.commandId).toBe(asked[0]?.options.commandId);
  });
  it('has a new id after a success, after a refusal, and for other input', async () => {
    const { asked, run, answer } = start();
    run();
    await answer(ok);
    run();
    await answer(refusal);
    run();
    await answer(fault);
    run({ staffId: 3, active: false });
    expect(new Set(asked.map(({ options }) => options.commandId)).size).toBe(4);
  });
  it('shows progress and passes a cancel on', async () => {
    const { asked, result, run, answer } = start();
    let cancelled = 0;
    run();
    act(() => {
      asked[0]?.options.onStarted?.(() => (cancelled += 1));
      asked[0]?.options.onProgress?.(3, 10);
    });
    expect(result.current.progress).toEqual({ done: 3, total: 10 });
    act(() => result.current.cancel());
    expect(cancelled).toBe(1);
    await answer({ ok: false, error: { kind: 'refusal', code: 'cancelled' } });
  });
});
