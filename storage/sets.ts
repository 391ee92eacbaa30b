import { type Database, inTransaction, withDatabase } from './database';
import { StorageError } from './errors';
import { type Listing, readRows } from './rows';
import { type AnnotationSet, annotationSetSchema } from './schema';
import { readSettings, writeSettings } from './settings';
import { defaultSet } from './start';

/** Sets in use. */
async function allSets(db: Database): Promise<Listing<AnnotationSet>> {
  const listing = readRows('sets', annotationSetSchema, await db.sets.toArray());
  return { ...listing, items: listing.items.filter((set) => set.deleted === undefined) };
}

/** Inside a query: the set chosen last; else the one changed last; undefined when there is none. */
async function readCurrentSet(db: Database): Promise<AnnotationSet | undefined> {
  const { currentSetId } = await readSettings(db);
  const { items } = await allSets(db);
  return (
    items.find((set) => set.id === currentSetId) ??
    items.sort((one, other) => other.modified.localeCompare(one.modified))[0]
  );
}

/** Inside a transaction: the set to save in, made anew when all were deleted. @throws StorageError `not-found` */
export async function ensureSet(db: Database, id: string | undefined): Promise<AnnotationSet> {
  if (id !== undefined) {
    const set = await db.sets.get(id);
    if (!set || set.deleted !== undefined) throw new StorageError('not-found', `No set ${id}`);
    return set;
  }
  const current = await readCurrentSet(db);
  if (current) return current;
  const set = defaultSet();
  await db.sets.add(set);
  return set;
}

/** Inside a transaction: the set of something that leaves the bin, brought back with it; the current set where it is gone for good. */
export async function reviveSet(
  db: Database,
  id: string,
): Promise<{ set: AnnotationSet; revived?: { before: AnnotationSet; after: AnnotationSet } }> {
  const before = await db.sets.get(id);
  if (!before) return { set: await ensureSet(db, undefined) };
  if (before.deleted === undefined) return { set: before };
  const { deleted: _, ...after } = before;
  await db.sets.put(after);
  return { set: after, revived: { before, after } };
}

/** The set that new annotations go to; undefined when every set was deleted. @throws StorageError */
export function currentSet(): Promise<AnnotationSet | undefined> {
  return withDatabase(readCurrentSet);
}

/** Makes a set the one that new annotations go to. @throws StorageError `not-found` */
export function chooseSet(id: string): Promise<AnnotationSet> {
  return inTransaction(async (db) => {
    const set = await ensureSet(db, id);
    await writeSettings(db, { currentSetId: id });
    return set;
  });
}

/** All sets in use, in Swedish order of name. @throws StorageError */
export async function listSets(): Promise<Listing<AnnotationSet>> {
  const listing = await withDatabase(allSets);
  listing.items.sort((one, other) => one.name.localeCompare(other.name, 'sv'));
  return listing;
}

/** A new set; two sets may share a name. @throws StorageError `invalid` when the name is empty or too long */
export function createSet(name: string): Promise<AnnotationSet> {
  const now = new Date().toISOString();
  const set = { id: crypto.randomUUID(), name, created: now, modified: now };
  return inTransaction(async (db) => {
    const checked = annotationSetSchema.parse(set);
    await db.sets.put(checked);
    return checked;
  });
}

/** Gives a set another name. @throws StorageError `not-found`, `invalid` */
export function renameSet(id: string, name: string): Promise<AnnotationSet> {
  return inTransaction(async (db) => {
    const set = await ensureSet(db, id);
    const renamed = annotationSetSchema.parse({ ...set, name, modified: new Date().toISOString() });
    await db.sets.put(renamed);
    return renamed;
  });
}

/** Removes a set that holds nothing, neither in use nor in the bin. @throws StorageError `conflict` when it does */
export function deleteEmptySet(id: string): Promise<void> {
  return inTransaction(async (db) => {
    const held = await db.annotations.where('setId').equals(id).count();
    if (held > 0) throw new StorageError('conflict', `The set holds ${held} annotations`);
    await db.sets.delete(id);
  });
}
