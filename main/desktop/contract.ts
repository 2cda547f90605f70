// What the window may ask of the desktop around it, and the shape of `window.shop`. Types and names only: no Electron, no Node.
// The books' own acts stand in db/contract; acts named 'desktop.…' are answered by the main process.
import type { ActError, Area, Params } from '../../db/contract/act.ts';
import type { Paper } from '../../db/contract/common.ts';
import type { FaultCode } from '../../db/contract/errors.ts';

/** The real books and the practice shop are two files with two keys; training never touches the books. */
export type BooksKind = 'real' | 'practice';

export interface DesktopState {
  /** `no-books`: first run, show the wizard. `books`: the db process serves `kind`. `fault`: the file could not be opened. */
  readonly stage: 'no-books' | 'books' | 'fault';
  readonly fault: { readonly code: FaultCode; readonly params?: Params } | null;
  /** The file this window works on, or would create; `real` on a first run. */
  readonly kind: BooksKind;
  /** True while the practice shop is open. */
  readonly practice: boolean;
  readonly booksAvailable: { readonly real: boolean; readonly practice: boolean };
  /** `weak`: the system offers no key store of its own, the data key is wrapped without the user's login secret. */
  readonly keyStore: 'os' | 'weak';
  /** Version of the program. */
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly chrome: string; readonly node: string };
}

/** A sheet the user chose in main's own dialog; no path ever reaches the window. */
export interface ChosenSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Input and answer of every desktop act. `Paper` is the finished document as the books returned it. */
export interface DesktopActs {
  'desktop.state': { input: Record<string, never>; output: DesktopState };
  /**
   * Makes key and file and starts the db process on it. The code is the only other way to the key: shown once, never stored.
   * Faults: disk-full, disk-read-only, disk-error, save-failed, books-in-use.
   */
  'desktop.createBooks': { input: { kind: BooksKind }; output: { recoveryCode: string } };
  /** Fills a practice shop that was just set up with sample data. Progress counts steps. */
  'desktop.fillPractice': { input: Record<string, never>; output: Record<string, never> };
  /** A new code for the open books, for a signed-in manager; the old one stops working. For a first run that was cut off before the
   * sheet was printed, and for a lost sheet. */
  'desktop.renewRecovery': { input: Record<string, never>; output: { recoveryCode: string } };
  /** Switches between real books and practice shop; the window is reloaded on success. */
  'desktop.openBooks': { input: { kind: BooksKind }; output: Record<string, never> };
  /** Opens books whose key this PC does not know. Faults: books-key-missing when the code does not fit. */
  'desktop.recover': { input: { recoveryCode: string }; output: Record<string, never> };
  /** null: the user closed the dialog. */
  'desktop.chooseSheet': { input: Record<string, never>; output: ChosenSheet | null };
  'desktop.savePaper': { input: { paper: Paper }; output: { saved: boolean; fileName?: string } };
  /** Faults: printer-none, printer-failed. `printed` is false when the user closed the dialog. */
  'desktop.printPaper': { input: { paper: Paper }; output: { printed: boolean } };
  /** Opens the paper in a viewer window of its own. */
  'desktop.previewPaper': { input: { paper: Paper }; output: Record<string, never> };
  /** The volunteers' manual; `page` is the place the user is at (F1). */
  'desktop.openManual': { input: { page?: string | undefined }; output: Record<string, never> };
}
export type DesktopActName = keyof DesktopActs;
export type DesktopInput<A extends DesktopActName> = DesktopActs[A]['input'];
export type DesktopOutput<A extends DesktopActName> = DesktopActs[A]['output'];

/** A reply as the window sees it: the port's own numbers stay behind. Never rejects; what went wrong is an ActError. */
export type ShopReply =
  | { readonly ok: true; readonly data: unknown; readonly changed: readonly Area[] }
  | { readonly ok: false; readonly error: ActError };

export interface CallOptions {
  /** Made when the user starts a command; the same id answers the same result for ever. */
  readonly commandId?: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Called at once with the way to cancel this call; the call still answers (refusal `cancelled`, or its result). */
  readonly onStarted?: (cancel: () => void) => void;
}

export interface ShopEvents {
  /** The db process died and runs again; unanswered calls were sent again, whoever was signed in still is. */
  'db-restarted': Record<string, never>;
  /** It cannot be started again; nothing can be entered until the program is opened anew. */
  'db-stopped': { readonly code: FaultCode; readonly params?: Params };
}
export type ShopEventName = keyof ShopEvents;

/** Everything the preload exposes, as `window.shop`: exactly these two. */
export interface ShopBridge {
  call(act: string, input: unknown, options?: CallOptions): Promise<ShopReply>;
  on<E extends ShopEventName>(event: E, listener: (detail: ShopEvents[E]) => void): () => void;
}

declare global {
  interface Window {
    readonly shop: ShopBridge;
  }
}
