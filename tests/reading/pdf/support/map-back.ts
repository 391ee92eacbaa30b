import { diffArrays } from 'diff';

interface Word {
  key: string;
  start: number;
  end: number;
}

const HYPHEN = /[-\u2010\u00ad]/;

/** The words of a text, those that a line's end parted whole again; no signs, no case, no raised figures. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\d]+/gu)) {
    const key = match[0].normalize('NFKC').toLowerCase();
    const last = words.at(-1);
    const gap = last ? text.slice(last.end, match.index) : '';
    if (last && gap.length === 2 && HYPHEN.test(gap[0] as string) && gap[1] === '\n' && /^\p{Ll}/u.test(match[0])) {
      last.key += key;
      last.end = match.index + match[0].length;
    } else words.push({ key, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/**
 * Maps spans of a file's text back to the text that the file was made from, by their common words.
 * @returns null for spans that have no word in common with it (running headers)
 */
export function mapBack(
  made: string,
  source: string,
): (start: number, end: number) => { start: number; end: number } | null {
  const from = wordsOf(made);
  const to = wordsOf(source);
  const partner = new Int32Array(from.length).fill(-1);
  const pair = (own: readonly number[], others: readonly number[]) => {
    let a = 0;
    let b = 0;
    const keys = (words: readonly Word[], indexes: readonly number[]) => indexes.map((k) => (words[k] as Word).key);
    for (const part of diffArrays(keys(from, own), keys(to, others))) {
      const { length } = part.value;
      if (part.added) b += length;
      else if (part.removed) a += length;
      else for (let k = 0; k < length; k++) partner[own[a++] as number] = others[b++] as number;
    }
  };
  pair([...from.keys()], [...to.keys()]);
  const direct = partner.map((other) => (other < 0 ? 0 : 1));
  // What stands elsewhere in the file than in the text: notes at the foot of the page.
  const used = new Set(partner);
  pair(
    [...from.keys()].filter((k) => (partner[k] as number) < 0),
    [...to.keys()].filter((k) => !used.has(k)),
  );
  return (start, end) => {
    const inside = [...from.keys()].filter(
      (k) => (from[k] as Word).end > start && (from[k] as Word).start < end && (partner[k] as number) >= 0,
    );
    const sure = inside.filter((k) => direct[k] === 1);
    const others = (sure.length > 0 ? sure : inside).map((k) => partner[k] as number);
    const first = Math.min(...others);
    const last = Math.max(...others);
    if (others.length === 0) return null;
    const close = /[.?!:)]*/y;
    const own = (to[last] as Word).end;
    close.lastIndex = own;
    return { start: (to[first] as Word).start, end: own + (close.exec(source)?.[0].length ?? 0) };
  };
}
