import { SAME } from './align-words';
import type { Pattern } from './pattern';

/** Boards and their like as recognition may have read them (`nimnden`, `ndmnden`), in folded letters. */
const BODY = /n.mnd|styrels|utskott|f.{1,2}rvaltning/;
/** Words of the context on each side whose names count. */
const NEAR = 12;
/** A name is replaced where a word this near to it on both sides is still there. */
const PHRASE = 3;

/** The words of a pattern, of those from `from` to `to`, that name a body, a person or a place, or hold a number. */
export function namesIn({ folded }: Pattern, from: number, to: number): number[] {
  const { words, letters, at, text } = folded;
  const names: number[] = [];
  for (let word = from; word < to; word++) {
    const first = words[word] as number;
    const spelled = String.fromCharCode(...letters.subarray(first, words[word + 1] as number));
    if (/\d/.test(spelled) || BODY.test(spelled) || isCapital(text, at[first] as number)) names.push(word);
  }
  return names;
}

/** Whether a capital letter stands at `offset` that does not begin a sentence, a line or an item. */
function isCapital(text: string, offset: number): boolean {
  const letter = text.charAt(offset);
  if (letter === letter.toLowerCase()) return false;
  return /[\p{L}\p{N},)] *$/u.test(text.slice(Math.max(0, offset - 4), offset));
}

/** Number of names in the context near the quote that are gone from a phrase that is still there. */
export function namesReplaced(pattern: Pattern, state: Uint8Array): number {
  const { from, to, folded } = pattern;
  const isThere = (word: number) => state[word] === SAME;
  const some = (first: number, last: number) => {
    for (let word = Math.max(0, first); word <= Math.min(last, folded.wordCount - 1); word++) {
      if (isThere(word)) return true;
    }
    return false;
  };
  const near = [
    ...namesIn(pattern, Math.max(0, from - NEAR), from),
    ...namesIn(pattern, to, Math.min(folded.wordCount, to + NEAR)),
  ];
  return near.filter((word) => !isThere(word) && some(word - PHRASE, word - 1) && some(word + 1, word + PHRASE)).length;
}
