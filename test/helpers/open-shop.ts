// The door for acceptance cases: a real encrypted file, opened and served by the same code as the app, without a window.
// Rules of use: no test reaches around it into the database except through `books` below, for looking only.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActError, RefusalError, Reply } from '../../db/contract/act.ts';
import { commonRefusals } from '../../db/contract/errors.ts';
import { contract, type ActName, type Input, type Output } from '../../db/contract/index.ts';
import type { Role } from '../../db/contract/permissions.ts';
import { serve, type Connection, type Server } from '../../db/serve.ts';
import { localDocuments } from './local-documents.ts';

export interface OpenShopOptions {
  /** Path of the encrypted file; a fresh one in a temporary folder when left out. An existing file is opened as it is. */
  readonly file?: string;
  /** 32 bytes; left out, every test file has the same key, so that a closed one can be opened again. */
  readonly key?: Uint8Array;
  /** First instant, ISO. Default: 10:12 on the business day of the sample data, 2026-05-04. */
  readonly now?: string;
  readonly practice?: boolean;
}

export interface CallOptions {
  readonly as: Role;
  /** Repeat an earlier command id to try a retry. */
  readonly commandId?: string;
  /** Answer 'cancel' to give up, as the cancel button does. */
  readonly onProgress?: (done: number, total: number) => unknown;
}

/** What a refused, failed or broken act throws; `error` is exactly what a window would have received. */
export class ActFailed extends Error {
  readonly error: ActError;
  constructor(act: string, error: ActError) {
    super(`${act}: ${error.kind === 'bug' ? error.incident : error.code}`);
    this.error = error;
  }
}

/** An act answers only with the refusals its contract names; the words, the docs and the screens follow from that list. */
const mustBeNamed = (act: ActName, { code, reasons = [] }: RefusalError): void => {
  const named: readonly string[] = [...commonRefusals, ...contract[act].refusals];
  for (const said of [code, ...reasons.map((reason) => reason.code)])
    if (!named.includes(said)) throw new Error(`${act} answered ${said}, which its contract does not name`);
};

export interface OpenShop {
  readonly file: string;
  readonly key: Uint8Array;
  call<A extends ActName>(act: A, input: Input<A>, options: CallOptions): Promise<Output<A>>;
  /** A raw message as a window could send it, for hostile input. */
  send(message: { act: string; input: unknown; commandId?: string }, as: Role | null): Promise<Reply>;
  setNow(instant: string): void;
  close(): Promise<void>;
}

export const defaultNow = '2026-05-04T02:12:00.000Z';
export const password = 'yinyang-2026';
const logins: Readonly<Record<Role, string>> = {
  manager: 'dianzhang',
  volunteer: 'wangfang',
  bureau: 'minzhengju',
};
/** The bureau's yes at the manager's window. */
export const approval = { login: logins.bureau, password } as const;

/** Order in which `setUp` makes them. */
const staffIds: Readonly<Record<Role, number>> = { manager: 1, volunteer: 2, bureau: 3 };

/** Freshly set-up books by first instant and kind: hashing three passwords takes a second, and most tests begin alike. */
const freshBooks = new Map<string, Buffer>();

const serveFile = (file: string, key: Uint8Array, clock: () => string, bugs: unknown[]): Server =>
  serve({
    path: file,
    key,
    create: true,
    documents: localDocuments(),
    backupFolder: `${file}.backups`,
    clock,
    onBug: (_incident, error) => bugs.push(error),
  });

/** The first run as the wizard does it, and one account a role. */
const setUp = async (file: string, key: Uint8Array, now: string, practice: boolean): Promise<void> => {
  const bugs: unknown[] = [];
  const server = serveFile(file, key, () => now, bugs);
  const ask = async (connection: Connection, act: ActName, input: unknown): Promise<void> => {
    const reply = await connection.handle({ id: 1, act, input, commandId: randomUUID() });
    if (!reply.ok)
      throw bugs.at(-1) instanceof Error ? (bugs.at(-1) as Error) : new ActFailed(act, reply.error);
  };
  await ask(server.connect('办公室'), 'shop.setUp', {
    name: '城中区慈善超市',
    districtCode: '450202',
    districtName: '柳州市城中区',
    reportPhone: '0772-0000000',
    practice,
    manager: { login: logins.manager, name: '韦店长', password },
  });
  const manager = server.connect('办公室', {
    resume: { staffId: staffIds.manager, locked: false, lastActAt: now },
  });
  await ask(manager, 'staff.add', { login: logins.volunteer, name: '王芳', role: 'volunteer', password });
  await ask(manager, 'staff.add', { login: logins.bureau, name: '区民政局', role: 'bureau', password });
  await server.close();
};

const makeBooks = async (file: string, key: Uint8Array, now: string, practice: boolean): Promise<void> => {
  const kind = `${now} ${String(practice)} ${Buffer.from(key).toString('hex')}`;
  const known = freshBooks.get(kind);
  if (known) {
    writeFileSync(file, known);
    return;
  }
  await setUp(file, key, now, practice);
  freshBooks.set(kind, readFileSync(file));
};

export const openShop = async (options: OpenShopOptions = {}): Promise<OpenShop> => {
  const folder = options.file ? null : mkdtempSync(join(tmpdir(), 'shop-'));
  const file = options.file ?? join(folder ?? '', 'shop.db');
  const key = options.key ?? new Uint8Array(32).fill(0x5a);
  let now = options.now ?? defaultNow;
  const bugs: unknown[] = [];
  if (!existsSync(file)) await makeBooks(file, key, now, options.practice ?? false);
  const server = serveFile(file, key, () => now, bugs);
  const connections = new Map<Role | null, { connection: Connection; since: string }>();
  let lastId = 0;

  const send = (
    connection: Connection,
    act: string,
    input: unknown,
    commandId: string | undefined,
    onProgress?: CallOptions['onProgress'],
  ) => {
    const id = (lastId += 1);
    return connection.handle(
      { id, act, input, ...(commandId === undefined ? {} : { commandId }) },
      ({ progress }) => {
        if (onProgress?.(progress.done, progress.total) === 'cancel') connection.cancel(id);
      },
    );
  };

  const must = async (
    connection: Connection,
    act: ActName,
    input: unknown,
    commandId: string | undefined,
    onProgress?: CallOptions['onProgress'],
  ): Promise<unknown> => {
    const reply = await send(connection, act, input, commandId, onProgress);
    if (reply.ok) return reply.data;
    // Our own failure: show its stack instead of an incident number.
    if (reply.error.kind === 'bug') throw bugs.at(-1);
    if (reply.error.kind === 'refusal') mustBeNamed(act, reply.error);
    throw new ActFailed(act, reply.error);
  };

  const connectionOf = (role: Role | null): Connection => {
    const known = connections.get(role);
    if (known?.since === now) return known.connection;
    // The clock of a test jumps and the idle lock is right to fall; a window that resumes its session stands for a person who
    // has just signed in again, without the second that checking a password takes.
    const resume = role === null ? null : { staffId: staffIds[role], locked: false, lastActAt: now };
    const connection = server.connect(role === 'volunteer' ? '1号柜台' : '办公室', { resume });
    connections.set(role, { connection, since: now });
    return connection;
  };

  return {
    file,
    key,
    async call(act, input, { as, commandId, onProgress }) {
      const id = contract[act].kind === 'query' ? undefined : (commandId ?? randomUUID());
      return (await must(connectionOf(as), act, input, id, onProgress)) as Output<typeof act>;
    },
    send: ({ act, input, commandId }, as) => send(connectionOf(as), act, input, commandId),
    setNow: (instant) => void (now = instant),
    async close() {
      await server.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
};
