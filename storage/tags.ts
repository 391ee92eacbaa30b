import { type Database, inTransaction, withDatabase } from './database';
import { StorageError } from './errors';
import { type Listing, readRows } from './rows';
import { TAG_COLOURS, type Tag, tagSchema } from './schema';
import { type StartLanguage, startTags, type TagRow, tagNameKey } from './start';

/** The row for a tag: with the key that keeps its name unique. */
export function tagRow(tag: Tag): TagRow {
  return { ...tag, nameKey: tagNameKey(tag.name) };
}

/** Inside a transaction: the tags of these names, made where they do not exist, one for each name given. */
export async function ensureTags(db: Database, names: readonly string[]): Promise<Tag[]> {
  const tags: Tag[] = [];
  for (const name of names) {
    const known = await db.tags.where('nameKey').equals(tagNameKey(name)).first();
    tags.push(known ?? (await createTag(db, name)));
  }
  return tags;
}

async function createTag(db: Database, name: string): Promise<Tag> {
  // Colours in turn: neighbours in a growing vocabulary differ.
  const colour = TAG_COLOURS[(await db.tags.count()) % TAG_COLOURS.length] ?? 'grey';
  const tag = tagSchema.parse({
    id: crypto.randomUUID(),
    name: name.normalize('NFC').trim().replace(/\s+/gu, ' '),
    colour,
    description: '',
  });
  await db.tags.add(tagRow(tag));
  return tag;
}

/** The tag of this name, made when it does not exist; case and outer spaces do not matter. @throws StorageError `invalid` */
export function tagByName(name: string): Promise<Tag> {
  return inTransaction(async (db) => {
    const [tag] = await ensureTags(db, [name]);
    if (!tag) throw new StorageError('unknown', 'No tag was made');
    return tag;
  });
}

/** Adds what is missing of the field's own vocabulary, in the language given; tags of those names stay as they are. @throws StorageError */
export function addStartTags(language: StartLanguage): Promise<Tag[]> {
  const rows = startTags(language);
  return inTransaction(async (db) => {
    const known = new Set((await db.tags.toArray()).map((tag) => tag.nameKey));
    const missing = rows.filter((row) => !known.has(row.nameKey)).map(({ order: _, ...row }) => row);
    await db.tags.bulkAdd(missing);
    return readRows('tags', tagSchema, missing).items;
  });
}

/** The whole vocabulary in Swedish order. @throws StorageError */
export async function listTags(): Promise<Listing<Tag>> {
  const listing = await withDatabase(async (db) => readRows('tags', tagSchema, await db.tags.toArray()));
  listing.items.sort(bySwedishName);
  return listing;
}

/** The whole vocabulary in the person's own order, what has none after it in Swedish order: the first nine are on keys 1–9. @throws StorageError */
export async function listTagsInOrder(): Promise<Listing<Tag>> {
  const listing = await listTags();
  listing.items.sort(
    (one, other) => (one.order ?? Number.MAX_VALUE) - (other.order ?? Number.MAX_VALUE) || bySwedishName(one, other),
  );
  return listing;
}

function bySwedishName(one: Tag, other: Tag): number {
  return one.name.localeCompare(other.name, 'sv');
}

/** Puts the tags in this order; those not named keep theirs behind them. @throws StorageError `not-found` */
export function orderTags(ids: readonly string[]): Promise<void> {
  return inTransaction(async (db) => {
    const { items } = readRows('tags', tagSchema, await db.tags.toArray());
    const byId = new Map(items.map((tag) => [tag.id, tag]));
    const missing = ids.find((id) => !byId.has(id));
    if (missing !== undefined) throw new StorageError('not-found', `No tag ${missing}`);
    const named = new Set(ids);
    const rest = items
      .filter((tag) => tag.order !== undefined && !named.has(tag.id))
      .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
      .map((tag) => tag.id);
    const ordered = [...named, ...rest].flatMap((id, order) => {
      const tag = byId.get(id);
      return tag ? [tagRow({ ...tag, order })] : [];
    });
    await db.tags.bulkPut(ordered);
  });
}

/** Changes a tag: its name, colour, description. @throws StorageError `not-found`; `conflict` when another tag has the name; `invalid` */
export function updateTag(id: string, patch: Partial<Omit<Tag, 'id'>>): Promise<Tag> {
  return inTransaction(async (db) => {
    const known = await db.tags.get(id);
    if (!known) throw new StorageError('not-found', `No tag ${id}`);
    const tag = tagSchema.parse({ ...known, ...patch });
    await db.tags.put(tagRow(tag));
    return tag;
  });
}
