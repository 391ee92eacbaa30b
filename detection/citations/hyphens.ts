import { letterOf } from './fold';

/** Most white space before and behind the line break. */
const BEFORE_BREAK = 4;
const BEHIND_BREAK = 12;

/** @returns where a word goes on behind a hyphen at a line's end, 0 where no line ends at `at` or no lower-case letter follows */
export function behindLineHyphen(text: string, at: number, to: number): number {
  let k = at;
  while (k < to && k < at + BEFORE_BREAK && isLayoutSpace(text.charCodeAt(k))) k++;
  if (text.charCodeAt(k) === 13) k++;
  if (k >= to || text.charCodeAt(k) !== 10) return 0;
  const line = ++k;
  while (k < to && k < line + BEHIND_BREAK && isLayoutSpace(text.charCodeAt(k))) k++;
  return k < to && isLowerCase(text, k) ? k : 0;
}

function isLayoutSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

function isLowerCase(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    letterOf(code) !== 0 && (code < 0x80 ? code >= 97 : (text[at] as string) === (text[at] as string).toLowerCase())
  );
}
