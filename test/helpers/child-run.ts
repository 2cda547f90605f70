// Runs child-program.ts: alone, under strace with failing system calls, or to be killed in the middle. Collects its answers.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Reply } from '../../db/contract/act.ts';
import type { Role } from '../../db/contract/permissions.ts';

export interface ChildStep {
  readonly act: string;
  /** 'last-preview': the preview id that the step before with `csv` was answered. */
  readonly input?: unknown;
  /** Text of a sheet to preview. */
  readonly csv?: string;
  readonly as: Role | null;
  readonly commandId?: string;
  /** Sets the shop's clock before the act. */
  readonly now?: string;
}
export interface ChildScript {
  readonly file: string;
  readonly steps: readonly ChildStep[];
  readonly now?: string;
  /** Files in which this process and the others mark how far they are: they begin every act together (see race). */
  readonly meet?: { readonly own: string; readonly others: readonly string[] };
  /** Closes the books at the end; otherwise the process kills itself with them open. */
  readonly close?: boolean;
}
export interface ChildOptions {
  /** strace expressions such as `inject=fsync:error=EIO:when=3`; the child then runs under strace. */
  readonly strace?: readonly string[];
  /** Only calls on these paths are counted and hit. */
  readonly paths?: readonly string[];
  /** strace writes what it saw to this file. */
  readonly traceTo?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A module of test/helpers loaded before the program, to spoil it. */
  readonly preload?: string;
  /** Kills with SIGKILL, this long after so many answers. */
  readonly kill?: { readonly afterReplies: number; readonly ms: number };
}
export interface ChildResult {
  /** Answers that arrived, by step. */
  readonly replies: ReadonlyMap<number, Reply>;
  /** When each act began and ended there, in milliseconds of a clock all processes share. */
  readonly times: ReadonlyMap<number, { readonly began: number; readonly ended: number }>;
  readonly ended: boolean;
  readonly closed: boolean;
  /** Code of the fault that kept the books from opening. */
  readonly failed: string | null;
  readonly stderr: string;
}

interface Line {
  readonly ready?: true;
  readonly at?: number;
  readonly reply?: Reply;
  readonly began?: number;
  readonly ended?: number;
  readonly end?: true;
  readonly closed?: true;
  readonly failed?: string;
}

const program = join(import.meta.dirname, 'child-program.ts');

const commandLine = (scriptFile: string, options: ChildOptions): readonly [string, readonly string[]] => {
  const spoiler = options.preload ? ['--import', join(import.meta.dirname, options.preload)] : [];
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...spoiler, program, scriptFile];
  if (!options.strace) return [node[0] ?? '', node.slice(1)];
  const traced = options.strace.some((expression) => expression.startsWith('trace='))
    ? []
    : [`trace=${options.strace.map((expression) => expression.split(/[=:]/)[1] ?? '').join(',')}`];
  const expressions = [...traced, ...options.strace].flatMap((expression) => ['-e', expression]);
  const paths = (options.paths ?? []).flatMap((path) => ['-P', path]);
  // Stopped only at the calls that are named: stopping at every one costs half as much again as the child itself.
  const how = ['--seccomp-bpf', '-f', '-qq', '-o', options.traceTo ?? '/dev/null'];
  return ['strace', [...how, ...paths, ...expressions, ...node]];
};

/** Tests of long campaigns ask for more of the same: CAMPAIGN=long. */
export const times = (quick: number, long: number): number =>
  process.env['CAMPAIGN'] === 'long' ? long : quick;

export const runChild = async (script: ChildScript, options: ChildOptions = {}): Promise<ChildResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'child-'));
  const scriptFile = join(folder, 'script.json');
  writeFileSync(scriptFile, JSON.stringify(script));
  const [command, args] = commandLine(scriptFile, options);
  const child = spawn(command, args, {
    // Most of a child's short life is reading the program: compiled once, it starts in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'child-compiled'), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const replies = new Map<number, Reply>();
  const times = new Map<number, { began: number; ended: number }>();
  const seen = { ended: false, closed: false, failed: null as string | null, stderr: '' };
  let killed = false;
  const killSoon = (ms: number): void =>
    void setTimeout(() => {
      killed = true;
      child.kill('SIGKILL');
    }, ms);
  const hear = (line: Line): void => {
    if (
      options.kill &&
      (line.ready ?? line.reply) &&
      replies.size + (line.reply ? 1 : 0) === options.kill.afterReplies
    )
      killSoon(options.kill.ms);
    // Counted are only answers seen before the kill began (reliability.md §10, trap 1).
    if (line.at !== undefined && line.reply && !killed) replies.set(line.at, line.reply);
    if (line.at !== undefined && line.began !== undefined && line.ended !== undefined)
      times.set(line.at, { began: line.began, ended: line.ended });
    if (line.end) seen.ended = true;
    if (line.closed) seen.closed = true;
    if (line.failed !== undefined) seen.failed = line.failed;
  };
  createInterface({ input: child.stdout }).on('line', (text) => hear(JSON.parse(text) as Line));
  child.stderr.on('data', (text: Buffer) => (seen.stderr += text.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  rmSync(folder, { recursive: true, force: true });
  return { replies, times, ...seen };
};

/** Runs several at once; they begin their first act at the same instant, and every later one together. */
export const race = async (
  scripts: readonly ChildScript[],
  options: Pick<ChildOptions, 'preload'> = {},
): Promise<readonly ChildResult[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'race-'));
  const marks = scripts.map((_, at) => join(folder, String(at)));
  for (const mark of marks) writeFileSync(mark, new Uint8Array(8));
  try {
    return await Promise.all(
      scripts.map((script, at) => {
        const meet = { own: marks[at] ?? '', others: marks.filter((_, other) => other !== at) };
        return runChild({ ...script, meet }, options);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
