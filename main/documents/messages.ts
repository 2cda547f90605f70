// The words main and the documents process exchange over their port.
import type {
  DocumentRefusalCode,
  DocumentRefusalParams,
  RenderedDocument,
  RenderProgress,
  RenderRequest,
  SheetChunk,
  SheetReading,
  SheetRequest,
} from '../../db/contract/documents.ts';

/** Chunks of a sheet under way at once: one is worked on while the next is read; more would pile up. */
export const chunksAhead = 3;

export type DocumentsRequest =
  | { readonly id: number; readonly render: RenderRequest }
  | { readonly id: number; readonly readSheet: SheetRequest }
  /** A chunk of the sheet was worked through: another may come. */
  | { readonly more: number }
  | { readonly cancel: number };

export type DocumentsReply =
  | { readonly id: number; readonly progress: RenderProgress }
  | { readonly id: number; readonly chunk: SheetChunk }
  | { readonly id: number; readonly ok: true; readonly document: RenderedDocument }
  | { readonly id: number; readonly ok: true; readonly reading: SheetReading }
  | {
      readonly id: number;
      readonly ok: false;
      readonly error:
        | {
            readonly kind: 'refusal';
            readonly code: DocumentRefusalCode;
            readonly params: DocumentRefusalParams;
          }
        | { readonly kind: 'bug'; readonly message: string };
    };
