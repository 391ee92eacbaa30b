import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type OptionsTexts, optionsTextsIn } from '../../locales/options';

const Context = createContext<OptionsTexts>(optionsTextsIn('sv'));

export const OptionsTextsProvider = Context.Provider;

/** The words of the settings and the first page, in the user's language. */
export function useOptionsTexts(): OptionsTexts {
  return useContext(Context);
}
