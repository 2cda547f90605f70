// The one error the documents part throws on purpose. Everything else that is thrown is a bug.
import type { DocumentRefusalCode, DocumentRefusalParams } from '../../db/contract/documents.ts';

export class DocumentRefusal extends Error {
  readonly code: DocumentRefusalCode;
  readonly params: DocumentRefusalParams;

  constructor(code: DocumentRefusalCode, params: DocumentRefusalParams = {}) {
    super(code);
    this.name = 'DocumentRefusal';
    this.code = code;
    this.params = params;
  }
}
