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
import { readSheet, type ReadHooks } from './sheets/read-sheet.ts';

export interface DocumentsService {
  /** Rejects with DocumentRefusal 'glyph-missing' or 'cancelled'. */
  readonly render: (request: RenderRequest, hooks?: RenderHooks) => Promise<RenderedDocument>;
  /** Hands the rows over in chunks. Rejects with DocumentRefusal 'sheet-…' or 'cancelled'. */
  readonly readSheet: (request: SheetRequest, hooks: ReadHooks) => Promise<SheetReading>;
}

/** Fonts are read once, when first needed. `fontFolder` only where they do not lie beside the program. */
export function createDocumentsService(setting: { readonly fontFolder?: string } = {}): DocumentsService {
  const files = openFontFiles(setting.fontFolder);
  return {
    render: (request, hooks) => renderDocument(files, request, hooks),
    readSheet,
  };
}
