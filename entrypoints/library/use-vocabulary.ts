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
  // Asked together: each answer draws the page anew.
  const { tags, sets, current } = useLive(readNames, NO_NAMES);
  return useMemo(() => ({ tags, tagsById: byId(tags), sets, setsById: byId(sets), current }), [tags, sets, current]);
}

type Names = Pick<Vocabulary, 'tags' | 'sets' | 'current'>;

const NO_NAMES: Names = { tags: [], sets: [], current: undefined };

async function readNames(): Promise<Names> {
  const [tags, sets, current] = await Promise.all([listTagsInOrder(), listSets(), currentSet()]);
  return { tags: tags.items, sets: sets.items, current };
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
