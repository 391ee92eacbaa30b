import type { Span } from '../reading/types';
import { letterEnd } from './fold';
import { BREAK, letterTable } from './letters';
import type { TextIndex } from './text-index';

/** Units beyond the last letter that are looked at for the quote's own end: `.”`, `).`. */
const REACH = 6;

/**
 * The stretch of text that a quote's letters [from, to) take, with the signs before and after them that the quote has too:
 * its full stop, its bracket, its quotation marks in whatever form.
 */
export function sourceSpan({ folded }: TextIndex, from: number, to: number, exact: string): Span {
  const { text, at } = folded;
  const start = at[from] as number;
  const end = letterEnd(folded, to - 1);
  return { start: openedAt(text, start, leading(exact)), end: closedAt(text, end, trailing(exact)) };
}

function isSign(character: string): boolean {
  return letterTable()[character.charCodeAt(0)] === BREAK && character.trim() !== '';
}

/** Number of signs, white space apart, before the first letter. */
function leading(exact: string): string {
  let signs = '';
  for (const character of exact) {
    if (letterTable()[character.charCodeAt(0)] !== BREAK) break;
    if (isSign(character)) signs += character;
  }
  return signs;
}

function trailing(exact: string): string {
  let signs = '';
  for (let i = exact.length - 1; i >= 0; i--) {
    const character = exact.charAt(i);
    if (letterTable()[character.charCodeAt(0)] !== BREAK) break;
    if (isSign(character)) signs = character + signs;
  }
  return signs;
}

function closedAt(text: string, end: number, signs: string): number {
  let closed = end;
  let wanted = signs.length;
  for (let i = end; wanted > 0 && i < text.length && i < end + REACH + signs.length; i++) {
    const character = text.charAt(i);
    const kind = letterTable()[character.charCodeAt(0)] as number;
    if (isSign(character)) {
      wanted--;
      closed = i + 1;
    } else if (kind > BREAK && character !== '\u00ad' && !/\p{No}/u.test(character)) break;
    else if (character === '\n') break;
  }
  return closed;
}

function openedAt(text: string, start: number, signs: string): number {
  let opened = start;
  let wanted = signs.length;
  for (let i = start - 1; wanted > 0 && i >= 0 && i > start - 1 - REACH - signs.length; i--) {
    const character = text.charAt(i);
    if (isSign(character)) {
      wanted--;
      opened = i;
    } else if (character.trim() !== '' || character === '\n') break;
  }
  return opened;
}
