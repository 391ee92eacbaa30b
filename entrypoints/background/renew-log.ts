import { beginNewLog } from '../../storage/begin-new-log';

/** Leaves behind, before anything is saved, a log that the browser may have torn when it was killed: see `beginNewLog`. */
export async function renewLog(): Promise<void> {
  if (!import.meta.env.CHROME) return;
  await beginNewLog().catch((error: unknown) => console.warn('Revisionspennan: no new log was begun', error));
}
