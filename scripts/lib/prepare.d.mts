// Types of prepare.mjs for the TypeScript tests.
export interface Runtime {
  readonly executable: string;
  readonly version: string;
  readonly source: 'official' | 'fallback';
  readonly why: string;
  readonly nativeBinding?: string;
}
export interface Prepared {
  readonly runtime: Runtime;
  /** Arguments of the browser engine, to stand before the app's folder. */
  readonly args: readonly string[];
  /** To be laid over process.env; undefined takes a variable away. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stop: () => Promise<void>;
}
export interface LaunchWishes {
  /** The app's own folder of data; give each test its own. */
  readonly userData?: string;
  readonly appArgs?: readonly string[];
  readonly appEnv?: Readonly<Record<string, string | undefined>>;
}
export interface LaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  timeout: number;
}
export function prepare(options: {
  display: boolean;
  build?: boolean;
  screen?: string;
  log?: (line: string) => void;
}): Promise<Prepared>;
export function launchOptions(
  prepared: Pick<Prepared, 'runtime' | 'args' | 'env'>,
  wishes?: LaunchWishes,
): LaunchOptions;
export function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string>;

declare module 'vitest' {
  interface ProvidedContext {
    /** What scripts/lib/e2e-setup.mjs made ready: hand it to `launchOptions`. */
    prepared: Pick<Prepared, 'runtime' | 'args' | 'env'>;
  }
}
