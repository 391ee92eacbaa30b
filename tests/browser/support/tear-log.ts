import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts the beginning of a record where the next one would stand in Chromium's log of changes, as a browser does that is
 * killed between writing a record's head and its content.
 *
 * @param profile folder of the killed browser's profile
 * @param origin how the name of the origin's folder begins: `http_` or `chrome-extension_`
 */
export async function tearLog(profile: string, origin: string): Promise<void> {
  const databases = join(profile, 'Default', 'IndexedDB');
  const folder = (await readdir(databases)).find((name) => name.startsWith(origin) && name.endsWith('.leveldb'));
  if (!folder) throw new Error(`${databases} holds no database of ${origin}`);
  const log = (await readdir(join(databases, folder)))
    .filter((name) => name.endsWith('.log'))
    .sort()
    .at(-1);
  if (!log) throw new Error(`${folder} has no log`);
  const headOfFullRecord = [1, 2, 3, 4, 0x00, 0x08, 1];
  await appendFile(join(databases, folder, log), Buffer.from(headOfFullRecord));
}
