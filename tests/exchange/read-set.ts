import { ImportError, readImport } from '../../exchange';
import type { SetContents } from '../../storage/contents';

const READ = { setName: 'Inläst', now: '2026-11-22T13:05:00.000Z' };

/**
 * The one set of an exported JSON-LD file, read as the extension imports it.
 * @throws ImportError when the file is refused, or any row of it
 */
export async function readSet(text: string): Promise<SetContents> {
  const { sets, documents, annotations, tags, corrections, refused } = await readImport(new Blob([text]), READ);
  if (refused.length > 0) throw new ImportError(refused);
  const [set, ...others] = sets;
  if (!set || others.length > 0) throw new Error(`The file has ${sets.length} sets`);
  return { set, documents, annotations, tags, ...(corrections.length > 0 ? { corrections } : {}) };
}
