/** The language that a file's own words are in: headings, kinds, "page". What documents and people say stays as it is. */
export const FILE_LANGUAGES = ['sv', 'en'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];

const NBSP = '\u00A0';

/** The page as a person cites it: by what is printed on it, where the file says what that is. */
export function citedPage({ page, pageLabel }: { page?: number; pageLabel?: string }): string | number | undefined {
  return pageLabel ?? page;
}

/** "s. 5", with a space that does not break; Swedish where no language is given. Apart from other words: pages' cards carry it. */
export function pageText(numbers: string | number, language: FileLanguage = 'sv'): string {
  return `${language === 'sv' ? 's.' : 'p.'}${NBSP}${numbers}`;
}

/** "hämtad 2026-11-22". @param day ISO */
export function retrievedText(day: string, language: FileLanguage = 'sv'): string {
  return `${language === 'sv' ? 'hämtad' : 'retrieved'}${NBSP}${day}`;
}
