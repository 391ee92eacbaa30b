import type { Language } from '..';
import { libraryEn } from './en';
import { librarySv } from './sv';

export type LibraryTexts = typeof librarySv;

/** The words of the library. */
export function libraryTextsIn(language: Language): LibraryTexts {
  return language === 'en' ? libraryEn : librarySv;
}
