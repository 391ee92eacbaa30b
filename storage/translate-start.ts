import type { Database } from './database';
import { SET_NAMES, START_TAGS, type StartLanguage, tagNameKey } from './start';

/**
 * Inside a transaction: gives what is there from the start its names in another language, where nobody gave it others.
 * A tag whose name or description is not that of the start stays, and so does one whose new name is taken.
 */
export async function translateStart(db: Database, to: StartLanguage): Promise<void> {
  const from: StartLanguage = to === 'sv' ? 'en' : 'sv';
  for (const [nth, [name, , description]] of START_TAGS[from].entries()) {
    const row = await db.tags.where('nameKey').equals(tagNameKey(name)).first();
    const wanted = START_TAGS[to][nth];
    if (!wanted || row?.name !== name || row.description !== description) continue;
    const nameKey = tagNameKey(wanted[0]);
    if ((await db.tags.where('nameKey').equals(nameKey).count()) > 0) continue;
    await db.tags.put({ ...row, name: wanted[0], description: wanted[2], nameKey });
  }
  const sets = await db.sets.filter((set) => set.name === SET_NAMES[from] && set.deleted === undefined).toArray();
  for (const set of sets) await db.sets.put({ ...set, name: SET_NAMES[to] });
}
