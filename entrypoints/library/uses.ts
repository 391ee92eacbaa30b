import type { SetCount } from '../../storage/delete-set';
import type { Library } from '../../storage/library';

/** How many annotations in use have each tag, by its id. @param _version what the counts are to be as new as */
export function tagUses(library: Library, _version: number): ReadonlyMap<string, number> {
  return new Map(library.query({}).facets.tags.map(({ key, count }) => [key, count]));
}

/** How many annotations each set holds, by its id. @param _version what the counts are to be as new as */
export function setUses(library: Library, _version: number): ReadonlyMap<string, SetCount> {
  const counts = new Map<string, SetCount>();
  for (const { key, count } of library.query({}).facets.sets) counts.set(key, { inUse: count, inBin: 0 });
  for (const { key, count } of library.query({ deleted: true }).facets.sets) {
    counts.set(key, { inUse: counts.get(key)?.inUse ?? 0, inBin: count });
  }
  return counts;
}
