import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type LibraryTexts, libraryTextsIn } from '../../locales/library';

const Context = createContext<LibraryTexts>(libraryTextsIn('sv'));

export const LibraryTextsProvider = Context.Provider;

/** The library's own words in the user's language. */
export function useLibraryTexts(): LibraryTexts {
  return useContext(Context);
}
