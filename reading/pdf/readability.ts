/** What a page holds: readable text, no text (a scan), or text whose fonts do not say which letters they show. */
export type PdfPageText = 'readable' | 'none' | 'unreadable';

/**
 * A font without a Unicode map gives the numbers of its glyphs for letters. The space is mostly glyph 3, figures and
 * punctuation come soon behind it: every sixth sign or so is then a control character, and no writer sets any.
 */
/** Control characters but those of white space. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/gu;
const MOST_CONTROL = 0.04;
/** Signs of private use are bullets and icons in sound files, letters in files without a map. */
const PRIVATE = /[\ue000-\uf8ff\ufffd]/g;
const MOST_PRIVATE = 0.3;

/** What a page's text can be used for. */
export function readability(text: string): PdfPageText {
  const signs = text.replace(/\s/g, '').length;
  if (signs === 0) return 'none';
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / signs;
  const control = share(CONTROL);
  return control > MOST_CONTROL || control + share(PRIVATE) > MOST_PRIVATE ? 'unreadable' : 'readable';
}
