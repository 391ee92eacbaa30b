import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Texts, textsIn } from '../locales';

const TextsContext = createContext<Texts>(textsIn('sv'));

export const TextsProvider = TextsContext.Provider;

/** The user interface's words in the user's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
