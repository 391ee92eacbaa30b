import type { Language } from '..';
import { panelEn } from './en';
import { panelSv } from './sv';

export type PanelTexts = typeof panelSv;

/** The words that only the side panel says: content scripts do not carry them. */
export function panelTextsIn(language: Language): PanelTexts {
  return language === 'en' ? panelEn : panelSv;
}
