import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import type { Tag } from '../../storage/schema';
import { listTagsInOrder } from '../../storage/tags';

/** All tags in the person's own order, the first nine on the keys 1–9, kept up to date while other windows write. */
export function useVocabulary(): Tag[] {
  const [tags, setTags] = useState<Tag[]>([]);
  useEffect(() => {
    const query = liveQuery(async () => (await listTagsInOrder()).items);
    // Suggestions only: without them tags can still be typed.
    const subscription = query.subscribe({ next: setTags, error: () => setTags([]) });
    return () => subscription.unsubscribe();
  }, []);
  return tags;
}
