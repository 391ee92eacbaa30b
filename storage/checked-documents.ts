import type { Pace } from './pace';
import { readRows } from './rows';
import { type SourceDocument, sourceDocumentSchema } from './schema';

/** Documents that have passed the schema: with every save all are read again, and only one of them is new. */
export class CheckedDocuments {
  private readonly known = new Map<string, { json: string; document: SourceDocument }>();

  /** The documents of rows, but for those that cannot be read; the very same objects for rows that are as they were. */
  async read(rows: readonly { id: string }[], pace: Pace): Promise<SourceDocument[]> {
    const documents: SourceDocument[] = [];
    for (const row of rows) {
      const document = this.readOne(row);
      if (document) documents.push(document);
      await pace.step(0, 1);
    }
    return documents;
  }

  private readOne(row: { id: string }): SourceDocument | undefined {
    const json = JSON.stringify(row);
    const known = this.known.get(row.id);
    if (known?.json === json) return known.document;
    const [document] = readRows('documents', sourceDocumentSchema, [row]).items;
    if (document) this.known.set(row.id, { json, document });
    return document;
  }
}
