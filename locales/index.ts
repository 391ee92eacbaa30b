import { en } from './en';
import { sv } from './sv';

/**
 * Texts are typed objects: the compiler finds a missing key or argument, and the whole mechanism weighs nothing
 * in the content script, where a message library would take a tenth of the room.
 */
export type Texts = typeof sv;
export type Language = 'sv' | 'en';

const TEXTS: Record<Language, Texts> = { sv, en };

/** @param setting the user's choice; `auto` follows the browser's own language, English only for English browsers */
export function languageOf(setting: 'auto' | Language, browserLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return browserLanguage.toLowerCase().startsWith('en') ? 'en' : 'sv';
}

export function textsIn(language: Language): Texts {
  return TEXTS[language];
}
