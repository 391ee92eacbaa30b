import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { AnnotationSet } from '../../storage/schema';
import { currentSet, listSets } from '../../storage/sets';

/** The sets in use and the one that new annotations go to, kept up to date while other windows write; null until known. */
export function useSets(): { sets: AnnotationSet[]; current: AnnotationSet | undefined } | null {
  const [sets, setSets] = useState<ReturnType<typeof useSets>>(null);
  useEffect(() => {
    const query = liveQuery(async () => ({ sets: (await listSets()).items, current: await currentSet() }));
    // Without them the chooser is not shown; saving works all the same, and says what is wrong.
    const subscription = query.subscribe({ next: setSets, error: () => setSets(null) });
    return () => subscription.unsubscribe();
  }, []);
  return sets;
}
