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
  | { readonly id: string; readonly render: RenderRequest }
  | { readonly id: string; readonly readSheet: SheetRequest }
  | { readonly cancel: string };

export type DocumentsReply =
  | { readonly id: string; readonly progress: RenderProgress }
  | { readonly id: string; readonly ok: true; readonly document: RenderedDocument }
  | { readonly id: string; readonly ok: true; readonly reading: SheetReading }
  | {
      readonly id: string;
      readonly ok: false;
      readonly error:
        | {
            readonly kind: 'refusal';
            readonly code: DocumentRefusalCode;
            readonly params: DocumentRefusalParams;
          }
        | { readonly kind: 'bug'; readonly message: string };
    };
