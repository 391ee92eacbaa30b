import { useLayoutEffect, useState } from 'preact/hooks';
import { StorageError } from '../../storage/errors';
import type { Library } from '../../storage/library';
import type { LibraryAnswer } from '../../storage/library-types';
import { FIRST_VIEW, queryOf, type View } from './view';

/** What the list shows: the answer, and the view that it answers. */
export interface Answered {
  view: View;
  answer: LibraryAnswer;
  /** False where these are the first rows only, and the rest is being read. */
  isWhole: boolean;
}

/** @throws the signal's reason when it is asked no longer; StorageError when the library cannot be read */
export function askFor(library: Library, view: View, signal?: AbortSignal): Promise<LibraryAnswer> {
  return library.ask(queryOf(view, library), view.order, view.grouping, { signal });
}

/**
 * What the library finds for a view, anew with every change of it. It is asked in turns with the page: until it has
 * answered, what was shown before stays.
 * @param version grows with every change of the library, which itself stays the same
 * @param first the answer to the first view, or the rows that it begins with
 * @param isFirstWhole whether `first` is all of it
 */
export function useAnswer(
  library: Library,
  version: number,
  view: View,
  first: LibraryAnswer,
  isFirstWhole: boolean,
): Answered {
  const [answered, setAnswered] = useState<Answered>({ view: FIRST_VIEW, answer: first, isWhole: isFirstWhole });
  useLayoutEffect(() => {
    const asking = new AbortController();
    const { signal } = asking;
    askFor(library, view, signal).then(
      (answer) => {
        if (signal.aborted) return;
        setAnswered((before) =>
          before.view === view && before.answer === answer ? before : { view, answer, isWhole: true },
        );
      },
      (error: unknown) => {
        // A library that cannot be read is what the page itself tells of.
        if (!signal.aborted && !(error instanceof StorageError)) throw error;
      },
    );
    return () => asking.abort();
  }, [library, version, view]);
  return answered;
}
