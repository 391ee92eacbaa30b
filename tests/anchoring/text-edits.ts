import type { Span } from '../../reading/types';

/** A stretch of a text and what stands there instead. */
export interface Edit extends Span {
  text: string;
}

/** Sentences, items and lines of a text. */
export function unitsOf(text: string): Span[] {
  const units: Span[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const piece of line[0].matchAll(/\S.*?(?:[.!?](?=\s+[A-ZÅÄÖ])|$)/g)) {
      let start = line.index + piece.index;
      const end = start + piece[0].trimEnd().length;
      if (/^[-•*] /.test(text.slice(start, end))) start += 2;
      if (end - start > 3) units.push({ start, end });
    }
  }
  return units;
}

/** Applies edits that do not overlap; `map` tells where an offset went, `after` the edits that begin there. */
export function edited(
  text: string,
  edits: readonly Edit[],
): { text: string; map(offset: number, after?: boolean): number } {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const map = (offset: number, after = false) => {
    let shift = 0;
    for (const edit of sorted) {
      if (edit.end < offset || (edit.end === offset && (edit.start < offset || after))) {
        shift += edit.text.length - (edit.end - edit.start);
      }
    }
    return offset + shift;
  };
  return { text: out + text.slice(at), map };
}

/** Whether one edit reaches into another: no one could tell then where anything went. */
export function overlaps(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some(({ start }, i) => i > 0 && start < (sorted[i - 1] as Edit).end);
}

/** The words of a stretch of text. */
export function wordsIn(text: string, span: Span): Span[] {
  return [...text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}§]+/gu)].map(({ 0: word, index }) => ({
    start: span.start + index,
    end: span.start + index + word.length,
  }));
}

/** A stretch with the white space after it. */
export function withTrailingSpace(text: string, { start, end }: Span): Span {
  let last = end;
  while (last < text.length && /\s/.test(text.charAt(last))) last++;
  return { start, end: last };
}

/** The paragraph that a stretch is in. */
export function paragraphOf(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n\n', start);
  const to = text.indexOf('\n\n', end);
  return { start: from < 0 ? 0 : from + 2, end: to < 0 ? text.length : to };
}
