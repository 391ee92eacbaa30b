import { CONTENTS, DOT_LEADERS } from '../text/furniture';
import type { PageLayout } from './layout';

/** Longest entry of a table of contents, and the lines that it may have. */
const LONGEST_ENTRY = 140;
const MOST_ENTRY_LINES = 4;

/**
 * Marks entries of a table of contents; it may go on over pages.
 * @param furniture 1 for each line that is furniture; written to
 * @param open whether the page before ended within a table of contents
 * @returns whether this page does
 */
export function markContents(layout: PageLayout, furniture: Uint8Array, open: boolean): boolean {
  let inContents = open;
  let waiting: number[] = [];
  layout.lines.forEach((line, index) => {
    if (furniture[index] === 1) return;
    const words = layout.text.slice(line.start, line.end);
    if (DOT_LEADERS.test(words)) {
      furniture[index] = 1;
      for (const k of waiting) furniture[k] = 1;
      waiting = [];
      inContents = true;
    } else if (words.length < 40 && CONTENTS.test(words)) {
      inContents = true;
      waiting = [];
    } else if (inContents && words.length <= LONGEST_ENTRY) {
      waiting.push(index);
      const number = /^\d{1,3}$|\s\d{1,3}$/.test(words) && !/(?:kap\.?|§) \d+$/.test(words);
      if (number) {
        for (const k of waiting) furniture[k] = 1;
        waiting = [];
      } else if (waiting.length > MOST_ENTRY_LINES) inContents = false;
    } else inContents = false;
  });
  return inContents && layout.lines.length > 0;
}
