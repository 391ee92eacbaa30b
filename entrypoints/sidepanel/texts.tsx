import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type PanelTexts, panelTextsIn } from '../../locales/panel';

const Context = createContext<PanelTexts>(panelTextsIn('sv'));

export const PanelTextsProvider = Context.Provider;

/** The side panel's own words, in the user's language. */
export function usePanelTexts(): PanelTexts {
  return useContext(Context);
}
