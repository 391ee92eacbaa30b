import { saveAnnotation } from '../../../storage/annotations';
import { contentsOfSet } from '../../../storage/contents';
import { toStorageError } from '../../../storage/errors';
import { currentSet } from '../../../storage/sets';

/** The storage's own code on a bare page, driven by `storage.test.ts`. */

function draftAt(start: number, comment: string) {
  const exact = `Mening ${start}`;
  return {
    id: crypto.randomUUID(),
    origin: 'selected' as const,
    kind: 'selection' as const,
    target: {
      quote: { exact, prefix: '', suffix: '' },
      position: { start, end: start + exact.length },
      textHash: 'a'.repeat(64),
    },
    provisions: [],
    addressees: [],
    tagNames: [`Tagg ${start % 7}`],
    comment,
  };
}

const description = { urls: [location.href], title: 'Prov', textHash: 'a'.repeat(64), profile: {} };

const page = {
  /** Saves annotations one after another and reports each to the server once it is confirmed, until the end of the page. */
  async saveForEver(round: number): Promise<void> {
    for (let index = 0; ; index += 1) {
      const { annotation } = await saveAnnotation(draftAt(round * 100_000 + index, 'x'.repeat(500)), description);
      await fetch(`/confirmed/${annotation.id}`, { method: 'POST' });
    }
  },

  /** Saves one; the code of the failure, or `saved`. */
  async save(start: number, length: number): Promise<string> {
    try {
      await saveAnnotation(draftAt(start, 'x'.repeat(length)), description);
      return 'saved';
    } catch (error) {
      return toStorageError(error).code;
    }
  },

  /** What the current set holds, and whether all of it can be read. */
  async contents(): Promise<{ ids: string[]; documents: number; tagless: number; unreadable: number }> {
    const set = await currentSet();
    if (!set) throw new Error('No current set');
    const { annotations, documents, unreadable } = await contentsOfSet(set.id);
    return {
      ids: annotations.map((annotation) => annotation.id),
      documents: documents.length,
      tagless: annotations.filter((annotation) => annotation.tags.length === 0).length,
      unreadable: unreadable.length,
    };
  },
};
export type StoragePage = typeof page;

Object.assign(globalThis, { storagePage: page });
