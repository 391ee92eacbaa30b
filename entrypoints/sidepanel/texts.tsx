import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useTexts } from '../../components/texts';
import type { FileLanguage } from '../../exchange';
import { type PanelTexts, panelTextsIn } from '../../locales/panel';

const Context = createContext<PanelTexts>(panelTextsIn('sv'));

export const PanelTextsProvider = Context.Provider;

/** The side panel's own words, in the user's language. */
export function usePanelTexts(): PanelTexts {
  return useContext(Context);
}

/** The language of the user's that files and references are written in. */
export function useFileLanguage(): FileLanguage {
  return useTexts().language === 'en' ? 'en' : 'sv';
}
