import type { Everything } from '../storage/backup';
import type { Work } from '../storage/pace';
import { backupParts } from './backup-file';
import type { ExportFile } from './write-export';

/**
 * Everything in one file, packed with gzip. Restoring is an import of it.
 * @param now the time that it says; the name has its day
 */
export async function packBackup(all: Everything, now: Date, work: Work = {}): Promise<ExportFile> {
  const made = now.toISOString();
  const text = new Blob(await backupParts(all, made, work));
  const packed = text.stream().pipeThrough(new CompressionStream('gzip'));
  const blob = new Blob([await new Response(packed).blob()], { type: 'application/gzip' });
  return { blob, name: `Revisionspennan säkerhetskopia ${made.slice(0, 10)}.json.gz` };
}
