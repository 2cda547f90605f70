// What the documents process answers, without the process: tests and the plain Node caller use it directly.
import type {
  RenderedDocument,
  RenderRequest,
  SheetReading,
  SheetRequest,
} from '../../db/contract/documents.ts';
import { openFontFiles } from './fonts.ts';
import { renderDocument } from './render.ts';
import type { RenderHooks } from './render.ts';
import { readSheet } from './sheets/read-sheet.ts';

export interface DocumentsService {
  /** Rejects with DocumentRefusal 'glyph-missing' or 'cancelled'. */
  readonly render: (request: RenderRequest, hooks?: RenderHooks) => Promise<RenderedDocument>;
  /** Rejects with DocumentRefusal 'sheet-…'. */
  readonly readSheet: (request: SheetRequest) => Promise<SheetReading>;
}

/** Fonts are read once, when first needed. `fontFolder` only where they do not lie beside the program. */
export function createDocumentsService(setting: { readonly fontFolder?: string } = {}): DocumentsService {
  const files = openFontFiles(setting.fontFolder);
  return {
    render: (request, hooks) => renderDocument(files, request, hooks),
    readSheet,
  };
}
