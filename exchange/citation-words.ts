import type { Target } from '../anchoring/types';

/** The language that a file's own words are in: headings, kinds, "page". What documents and people say stays as it is. */
export const FILE_LANGUAGES = ['sv', 'en'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];

const NBSP = '\u00A0';

/** Where in a PDF something stands: a page, or the first and the last of several. */
export type CitedPages = Pick<Target, 'page' | 'pageLabel' | 'pageEnd' | 'pageEndLabel'>;

/**
 * The page as a person cites it: by what is printed on it, where the file says what that is. "12–13" for what runs on
 * to another page.
 */
export function citedPage({ page, pageLabel, pageEnd, pageEndLabel }: CitedPages): string | number | undefined {
  const first = pageLabel ?? page;
  const last = pageEndLabel ?? pageEnd;
  return first === undefined || last === undefined ? first : `${first}–${last}`;
}

/**
 * "s. 5", "p. 5", "pp. 5–6", with a space that does not break; Swedish where no language is given. Apart from other
 * words: pages' cards carry it.
 */
export function pageText(numbers: string | number, language: FileLanguage = 'sv'): string {
  const english = /[–,]/.test(String(numbers)) ? 'pp.' : 'p.';
  return `${language === 'sv' ? 's.' : english}${NBSP}${numbers}`;
}

/** "hämtad 2026-11-22". @param day ISO */
export function retrievedText(day: string, language: FileLanguage = 'sv'): string {
  return `${language === 'sv' ? 'hämtad' : 'retrieved'}${NBSP}${day}`;
}
