import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AnnotationSet, Tag } from '../../storage/schema';
import { currentSet, listSets } from '../../storage/sets';
import { listTagsInOrder } from '../../storage/tags';

export interface Vocabulary {
  /** In the person's own order: the first nine are on keys 1–9. */
  tags: readonly Tag[];
  tagsById: ReadonlyMap<string, Tag>;
  /** In Swedish order of name. */
  sets: readonly AnnotationSet[];
  setsById: ReadonlyMap<string, AnnotationSet>;
  /** The set that new annotations go to; undefined when every set was deleted. */
  current: AnnotationSet | undefined;
}

/** All tags and sets, kept up to date while other windows write. */
export function useVocabulary(): Vocabulary {
  const tags = useLive<readonly Tag[]>(async () => (await listTagsInOrder()).items, []);
  const sets = useLive<readonly AnnotationSet[]>(async () => (await listSets()).items, []);
  const current = useLive<AnnotationSet | undefined>(currentSet, undefined);
  return useMemo(() => ({ tags, tagsById: byId(tags), sets, setsById: byId(sets), current }), [tags, sets, current]);
}

/** What a query of the database gives now. A failure leaves what was there: the page says elsewhere what is wrong. */
export function useLive<Value>(read: () => Promise<Value>, first: Value): Value {
  const [value, setValue] = useState(first);
  useEffect(() => {
    const subscription = liveQuery(read).subscribe({ next: setValue, error: () => undefined });
    return () => subscription.unsubscribe();
  }, []);
  return value;
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
