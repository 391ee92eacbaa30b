import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { FileLanguage } from '../../exchange';
import { type LibraryTexts, libraryTextsIn } from '../../locales/library';

const Context = createContext<LibraryTexts>(libraryTextsIn('sv'));

export const LibraryTextsProvider = Context.Provider;

/** The library's own words in the user's language. */
export function useLibraryTexts(): LibraryTexts {
  return useContext(Context);
}

/** The language of files that the user writes: the one that the page is in. */
export function useFileLanguage(): FileLanguage {
  return useTexts().language === 'en' ? 'en' : 'sv';
}
