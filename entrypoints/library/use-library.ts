import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { purgeExpired } from '../../storage/bin';
import { type StorageErrorCode, toStorageError } from '../../storage/errors';
import { keepUp, type Library, readLibrary } from '../../storage/library';
import type { LibraryAnswer } from '../../storage/library-types';
import { pageTurn } from '../../storage/pace';
import { askFor } from './use-answer';
import { FIRST_VIEW } from './view';

/** Changes that come within this time are shown as one, in milliseconds: rows, tags and sets are told of one by one. */
const JOIN_MS = 30;

interface Opened {
  library: Library;
  /** The answer to the first view; the rows that it begins with while the rest is still being read. */
  first: LibraryAnswer;
  /** Whether `first` is all of it. */
  isWhole: boolean;
}

export interface OpenedLibrary {
  /** Null until there are rows to show, and when it cannot be read. */
  opened: Opened | null;
  /** Grows with every change that was taken in. */
  version: number;
  failure: StorageErrorCode | null;
}

/** The library in this page's memory, in step with what any tab writes. */
export function useLibrary(): OpenedLibrary {
  const [opened, setOpened] = useState<OpenedLibrary['opened']>(null);
  const [failure, setFailure] = useState<StorageErrorCode | null>(null);
  const [version, changed] = useReducer((count: number) => count + 1, 0);

  // At once: an effect that waits for a picture would have the reading wait too.
  useLayoutEffect(() => {
    const closing = new AbortController();
    const fail = (error: unknown) => {
      if (!closing.signal.aborted) setFailure(toStorageError(error).code);
    };
    let library: Library | undefined;
    let pending: ReturnType<typeof setTimeout> | undefined;
    const show = (read: Library, first: LibraryAnswer, isWhole: boolean) => {
      library = read;
      read.subscribe(() => {
        pending ??= setTimeout(() => {
          pending = undefined;
          changed(null);
        }, JOIN_MS);
      });
      setOpened({ library: read, first, isWhole });
    };
    const open = async () => {
      const { signal } = closing;
      const read = await readLibrary({
        signal,
        onBeginning: (begun) => {
          if (!signal.aborted) show(begun, begun.beginning(), false);
        },
      });
      if (!library) {
        const first = await askFor(read, FIRST_VIEW);
        // The list is drawn in a task of its own, and all the rest waits for it.
        await pageTurn();
        signal.throwIfAborted();
        show(read, first, true);
        await pageTurn();
      }
      await keepUp(read, { signal, onError: fail });
      // What has lain in the bin for thirty days goes when somebody looks; a failure here is no trouble of theirs.
      purgeExpired(new Date()).catch(() => undefined);
    };
    open().catch(fail);
    return () => {
      closing.abort();
      clearTimeout(pending);
      library?.close();
    };
  }, []);

  return { opened, version, failure };
}
