import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../storage/library';

/**
 * Ids of all annotations in use, or of those of one set, by document and place; undefined until the library has answered.
 * @param of id of the set, or `everything`; nothing is asked for where it is undefined
 */
export function useIds(library: Library, of: string | undefined): readonly string[] | undefined {
  const [known, setKnown] = useState<{ of: string; ids: readonly string[] }>();
  useEffect(() => {
    if (of === undefined) return;
    const asking = new AbortController();
    library.ask(of === 'everything' ? {} : { sets: [of] }, undefined, undefined, { signal: asking.signal }).then(
      ({ ids }) => {
        if (!asking.signal.aborted) setKnown({ of, ids });
      },
      (error: unknown) => {
        if (!asking.signal.aborted) throw error;
      },
    );
    return () => asking.abort();
  }, [library, of]);
  return known?.of === of ? known?.ids : undefined;
}
