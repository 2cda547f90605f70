// The bridge between the sandboxed page and the two processes behind it: exactly `call` and `on`, nothing of Electron.
// It owns the port to the db process and sends unanswered calls again when that process was restarted.
import { contextBridge, ipcRenderer } from 'electron';
import type { Progress, Reply, Request } from '../db/contract/act.ts';
import type { CallOptions, ShopBridge, ShopEventName, ShopEvents, ShopReply } from './desktop/contract.ts';

interface Unanswered {
  readonly request: Request;
  readonly answer: (reply: ShopReply) => void;
  readonly onProgress: CallOptions['onProgress'];
}

const unanswered = new Map<number, Unanswered>();
const listeners = new Map<ShopEventName, Set<(detail: never) => void>>();
let port: MessagePort | null = null;
/** Why nobody answers any more; null while the db process runs or is being started again. */
let stopped: ShopEvents['db-stopped'] | null = null;
let lastId = 0;

const tell = <E extends ShopEventName>(event: E, detail: ShopEvents[E]): void => {
  for (const listener of listeners.get(event) ?? []) (listener as (detail: ShopEvents[E]) => void)(detail);
};

const withoutId = (reply: Reply): ShopReply =>
  reply.ok ? { ok: true, data: reply.data, changed: reply.changed } : { ok: false, error: reply.error };

const receive = (message: Reply | Progress): void => {
  const asked = unanswered.get(message.id);
  if (!asked) return;
  if ('progress' in message) {
    asked.onProgress?.(message.progress.done, message.progress.total);
    return;
  }
  unanswered.delete(message.id);
  asked.answer(withoutId(message));
};

ipcRenderer.on('db-port', (event, restarted: boolean) => {
  const [fresh] = event.ports;
  if (!fresh) return;
  port?.close();
  port = fresh;
  stopped = null;
  port.onmessage = ({ data }: MessageEvent<Reply | Progress>) => receive(data);
  // The order of asking is kept; command ids make a call that was carried out already answer the same again.
  for (const { request } of unanswered.values()) port.postMessage(request);
  if (restarted) tell('db-restarted', {});
});

ipcRenderer.on('db-stopped', (_event, detail: ShopEvents['db-stopped']) => {
  port = null;
  stopped = detail;
  tell('db-stopped', detail);
  for (const [id, { answer }] of unanswered) {
    unanswered.delete(id);
    answer({ ok: false, error: { kind: 'fault', ...detail } });
  }
});

const callBooks = (
  act: string,
  input: unknown,
  { commandId, onProgress, onStarted }: CallOptions,
): Promise<ShopReply> =>
  new Promise((answer) => {
    if (stopped) {
      answer({ ok: false, error: { kind: 'fault', ...stopped } });
      return;
    }
    const id = (lastId += 1);
    const request: Request = { id, act, input, ...(commandId === undefined ? {} : { commandId }) };
    unanswered.set(id, { request, answer, onProgress });
    port?.postMessage(request);
    onStarted?.(() => port?.postMessage({ cancel: id }));
  });

const callDesktop = async (act: string, input: unknown, { onProgress }: CallOptions): Promise<ShopReply> => {
  const id = (lastId += 1);
  const progressed = (_event: unknown, of: number, done: number, total: number): void => {
    if (of === id) onProgress?.(done, total);
  };
  ipcRenderer.on('desktop-progress', progressed);
  try {
    return (await ipcRenderer.invoke('desktop', id, act, input)) as ShopReply;
  } finally {
    ipcRenderer.off('desktop-progress', progressed);
  }
};

const bridge: ShopBridge = {
  call: (act, input, options = {}) =>
    act.startsWith('desktop.') ? callDesktop(act, input, options) : callBooks(act, input, options),
  on(event, listener) {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => void all.delete(listener);
  },
};

contextBridge.exposeInMainWorld('shop', bridge);
