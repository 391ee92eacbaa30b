import { BREAK, LIGATURE, letterTable } from './letters';

/** Longer lines are no headers or footers. */
const LONGEST = 120;
/** Units of text in whose lines are counted between two pauses: a few milliseconds. */
const SLICE = 1 << 17;
const NUMBER = 0x23;
const GAP = 0x20;

/** A line's words without its numbers, as one number: `Sida 3 av 12` and `Sida 4 av 12` have the same; 0 without words. */
export function lineKey(line: string): number {
  const table = letterTable();
  let hash = 0;
  let last = GAP;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    const folded = table[unit] as number;
    const sign = unit >= 0x30 && unit <= 0x39 ? NUMBER : folded === BREAK ? GAP : folded > LIGATURE ? folded : unit;
    if (sign === last && (sign === GAP || sign === NUMBER)) continue;
    if (sign !== GAP) {
      if (last === GAP && hash !== 0) hash = Math.imul(hash ^ GAP, 0x01000193);
      hash = Math.imul((hash || 0x811c9dc5) ^ sign, 0x01000193);
    }
    last = sign;
  }
  return hash >>> 0;
}

/** How often each line of a text comes back, numbers apart, in slices of a few milliseconds; long lines are left out. */
export function* countLines(text: string): Generator<void, Map<number, number>> {
  const counts = new Map<number, number>();
  let pause = SLICE;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    for (const line of shortLines(text, start, end)) {
      const key = lineKey(line);
      if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    start = end + 1;
    if (start < pause) continue;
    pause = start + SLICE;
    yield;
  }
  return counts;
}

/** The short lines between two line ends; form feeds and carriage returns part lines too. */
function shortLines(text: string, start: number, end: number): string[] {
  if (end - start <= 1) return [];
  if (end - start <= LONGEST) {
    const line = text.slice(start, end);
    return /[\f\r]/.test(line) ? line.split(/[\f\r]/).filter(({ length }) => length > 1) : [line];
  }
  const part = text.slice(start, end);
  if (!part.includes('\f') && !part.includes('\r')) return [];
  return part.split(/[\f\r]/).filter(({ length }) => length > 1 && length <= LONGEST);
}
