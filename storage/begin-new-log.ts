import Dexie from 'dexie';

/** A database that is made to be deleted. */
const NAME = 'revisionspennan-log';

/**
 * Has Chromium put what its databases' log holds into their tables and begin a new log; called when the browser starts.
 *
 * A browser that was killed while it wrote leaves half a record at the log's end. Chromium reads past that once, but goes on
 * writing behind it, and at the next start it takes the log for corrupt and throws all databases of ours away
 * (https://github.com/google/leveldb/issues/1287). Deleting a database, however small, is followed by a compaction, and
 * that begins a new log; it takes some ten milliseconds. Firefox keeps its databases in SQLite, which has no such fault.
 *
 * @throws when no database can be made or deleted, as on a full disk; nothing is lost by that
 */
export async function beginNewLog(): Promise<void> {
  const filler = new Dexie(NAME, { cache: 'disabled' });
  filler.version(1).stores({ filler: '' });
  await filler.table('filler').put(true, 0);
  await filler.delete();
}
