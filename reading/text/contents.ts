import type { Line } from './lines';

/** Dots or a gap, and the page. */
const PAGE = /[\s.…·_]*\d{1,3}$/;

/** What tells a numbered title: its number, and its words in small letters. */
function keyOf(number: number | undefined, words: string): string {
  return `${number} ${words.replace(/\s+/g, ' ').toLowerCase()}`;
}

/** The numbered titles that a text's table of contents names. */
export class Contents {
  private readonly titles = new Set<string>();

  /** @param lines the text's, of which the table of contents is marked as furniture */
  constructor(
    private readonly text: string,
    lines: readonly Line[],
  ) {
    for (const { furniture, marker, end } of lines) {
      if (!furniture || marker?.kind !== 'number') continue;
      const words = text.slice(marker.content, end);
      const title = words.replace(PAGE, '');
      if (title.length < words.length && /\p{L}{3}/u.test(title)) this.titles.add(keyOf(marker.value, title));
    }
  }

  /** True for a numbered line that is one of those titles and nothing else: a heading, whatever stands around it. */
  names({ marker, end }: Line): boolean {
    if (this.titles.size === 0 || marker?.kind !== 'number') return false;
    return this.titles.has(keyOf(marker.value, this.text.slice(marker.content, end)));
  }
}
