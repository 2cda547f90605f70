// A whole sheet at once, for tests that look at all of it.
import type { SheetReading, SheetRequest, SheetTable } from '../../db/contract/documents.ts';
import { gatherTables } from '../../db/imports/whole-tables.ts';
import type { DocumentsService } from '../../main/documents/service.ts';

export type WholeSheet = SheetReading & { readonly tables: readonly SheetTable[] };

export const readTables = async (service: DocumentsService, request: SheetRequest): Promise<WholeSheet> => {
  const { tables, take } = gatherTables();
  const reading = await service.readSheet(request, {
    take: (chunk) => {
      take(chunk);
      return Promise.resolve();
    },
  });
  return { ...reading, tables };
};
