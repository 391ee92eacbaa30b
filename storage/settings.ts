import { type Database, inTransaction, withDatabase } from './database';
import { type Settings, settingsSchema } from './schema';
import { startLanguage } from './start';
import { translateStart } from './translate-start';

/** Inside a transaction or query: the settings; one that cannot be read falls back to its default. */
export async function readSettings(db: Database): Promise<Settings> {
  const stored = new Map((await db.settings.toArray()).map((row) => [row.key, row.value]));
  const readable: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse(stored.get(key));
    if (parsed.success && parsed.data !== undefined) readable[key] = parsed.data;
  }
  return settingsSchema.parse(readable);
}

/** Inside a transaction: writes the given settings, each in a row of its own so that tabs do not overwrite one another. */
export async function writeSettings(db: Database, patch: Partial<Settings>): Promise<void> {
  const checked = settingsSchema.partial().parse(patch);
  for (const key of Object.keys(patch)) {
    const value = checked[key as keyof Settings];
    if (value === undefined) await db.settings.delete(key);
    else await db.settings.put({ key, value });
  }
}

/** All settings, defaults where none was made. @throws StorageError */
export function getSettings(): Promise<Settings> {
  return withDatabase(readSettings);
}

/**
 * Changes some settings; undefined takes one back to its default. With the language go the names of what is there from
 * the start and was never renamed. @throws StorageError `invalid`
 */
export function changeSettings(patch: Partial<Settings>): Promise<Settings> {
  return inTransaction(async (db) => {
    const before = await readSettings(db);
    await writeSettings(db, patch);
    const settings = await readSettings(db);
    if (settings.language !== before.language) {
      await translateStart(db, settings.language === 'auto' ? startLanguage() : settings.language);
    }
    return settings;
  });
}
