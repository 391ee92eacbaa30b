import type { Language } from '..';
import { optionsEn } from './en';
import { optionsSv } from './sv';

export type OptionsTexts = typeof optionsSv;

/** The words of the settings and of the page that opens after installation. */
export function optionsTextsIn(language: Language): OptionsTexts {
  return language === 'en' ? optionsEn : optionsSv;
}
