import { useMemo } from 'preact/hooks';
import type { Library } from '../../storage/library';
import type { LibraryAnswer } from '../../storage/library-types';
import { queryOf, type View } from './view';

/** What the library finds for a view, anew with every change of it. */
export function useAnswer(library: Library, version: number, view: View): LibraryAnswer {
  const { place } = view;
  // Asked for only where municipalities are chosen.
  const documentIds = useMemo(() => lazily(version, () => documentsIn(library, place)), [library, version, place]);
  return useMemo(
    () => library.query(queryOf(view, library, documentIds), view.order, view.grouping),
    [library, documentIds, view],
  );
}

function documentsIn(library: Library, place: View['place']): string[] {
  return library.query({ deleted: place === 'bin' }).facets.documents.map(({ key }) => key);
}

/** Makes a value when it is first asked for. @param _version what it is to be as new as */
function lazily<Value>(_version: number, make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
