// The words main and the documents process exchange over their port. Types only.
import type {
  DocumentRefusalCode,
  DocumentRefusalParams,
  RenderedDocument,
  RenderProgress,
  RenderRequest,
  SheetReading,
  SheetRequest,
} from '../../db/contract/documents.ts';

export type DocumentsRequest =
  | { readonly id: number; readonly render: RenderRequest }
  | { readonly id: number; readonly readSheet: SheetRequest }
  | { readonly cancel: number };

export type DocumentsReply =
  | { readonly id: number; readonly progress: RenderProgress }
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
