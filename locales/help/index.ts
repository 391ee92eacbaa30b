import type { Language } from '..';
import { helpEn } from './en';
import { helpSv } from './sv';

export type HelpTexts = typeof helpSv;

/** The words around the sample report, the guide and the page about privacy; their own text is in docs/. */
export function helpTextsIn(language: Language): HelpTexts {
  return language === 'en' ? helpEn : helpSv;
}
