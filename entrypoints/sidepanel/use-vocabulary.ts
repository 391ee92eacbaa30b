import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { listTags } from '../../storage/tags';

/** Names of all tags, kept up to date while other windows write. */
export function useVocabulary(): string[] {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const query = liveQuery(async () => (await listTags()).items.map((tag) => tag.name));
    // Suggestions only: without them tags can still be typed.
    const subscription = query.subscribe({ next: setNames, error: () => setNames([]) });
    return () => subscription.unsubscribe();
  }, []);
  return names;
}
