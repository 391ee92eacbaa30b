import { planImport, readImport, writeExport } from '../../exchange';
import { applyImport, existingRows } from '../../storage/apply-import';
import { contentsOf } from '../../storage/contents';
import { Database, useDatabase } from '../../storage/database';
import { dump } from '../storage/support';

/** Sets that travel between two machines. */

/** The time of every import. */
export const NOW = '2026-11-22T13:05:00.000Z';
export const OPTIONS = { title: 'Granskning 2026', today: '2026-11-22' };
export const READ = { setName: 'Inläst', now: NOW };

/** The file of all that the database in use holds. */
export async function exported(): Promise<Blob> {
  return (await writeExport('jsonld', await contentsOf('everything'), OPTIONS)).blob;
}

/** Plans an import into the database in use, and does it. */
export async function importing(file: Blob, more: { restore?: boolean } = {}) {
  const plan = await planImport(await readImport(file, READ), await existingRows(), { now: NOW, ...more });
  return { plan, result: await applyImport(plan) };
}

/** The database without what only counts writes. */
export async function content(of: Database): Promise<Record<string, unknown[]>> {
  const { shelves: _, ...tables } = await dump(of);
  return JSON.parse(JSON.stringify(tables, (key, value) => (key === 'revision' ? undefined : value)));
}

/** Does work in the database of a colleague, and comes back to one's own. */
export async function colleague<Result>(other: Database, work: () => Promise<Result>): Promise<Result> {
  const own = useDatabase(other);
  try {
    return await work();
  } finally {
    useDatabase(own);
  }
}

/** A second machine with a database of its own; the first stays in use. */
export async function secondMachine(): Promise<Database> {
  const other = new Database(`colleague-${crypto.randomUUID()}`);
  await other.open();
  return other;
}
