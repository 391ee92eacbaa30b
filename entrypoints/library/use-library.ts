import { useEffect, useReducer, useState } from 'preact/hooks';
import { purgeExpired } from '../../storage/bin';
import { type StorageErrorCode, toStorageError } from '../../storage/errors';
import { type Library, openLibrary } from '../../storage/library';
import { pageTurn } from '../../storage/pace';
import { FIRST_VIEW, queryOf } from './view';

/** Changes that come within this time are shown as one, in milliseconds: rows, tags and sets are told of one by one. */
const JOIN_MS = 30;

export interface OpenedLibrary {
  /** Null while it is read, and when it cannot be. */
  library: Library | null;
  /** Grows with every change that was taken in. */
  version: number;
  failure: StorageErrorCode | null;
}

/** The library in this page's memory, in step with what any tab writes. */
export function useLibrary(): OpenedLibrary {
  const [library, setLibrary] = useState<Library | null>(null);
  const [failure, setFailure] = useState<StorageErrorCode | null>(null);
  const [version, changed] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const closing = new AbortController();
    const fail = (error: unknown) => {
      if (!closing.signal.aborted) setFailure(toStorageError(error).code);
    };
    let opened: Library | undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    openLibrary({ signal: closing.signal, onError: fail }).then(async (made) => {
      opened = made;
      // The first list is asked for in a task of its own, and drawn in the next.
      made.query(
        queryOf(FIRST_VIEW, made, () => []),
        FIRST_VIEW.order,
        FIRST_VIEW.grouping,
      );
      await pageTurn();
      if (closing.signal.aborted) return made.close();
      made.subscribe(() => {
        pending ??= setTimeout(() => {
          pending = undefined;
          changed(null);
        }, JOIN_MS);
      });
      setLibrary(made);
      // What has lain in the bin for thirty days goes when somebody looks; a failure here is no trouble of theirs.
      purgeExpired(new Date()).catch(() => undefined);
    }, fail);
    return () => {
      closing.abort();
      clearTimeout(pending);
      opened?.close();
    };
  }, []);

  return { library, version, failure };
}
