/** A document as its author made it, before it became a file: the model that both producers print. */
export type Piece =
  | { kind: 'heading'; level: number; words: string }
  | { kind: 'paragraph'; words: string }
  | { kind: 'item'; level: number; words: string }
  | { kind: 'contents'; words: string; page: string }
  | { kind: 'note'; mark: string; words: string }
  | { kind: 'table'; rows: string[][][] };

/** Inline signs in `words`: `**bold**`, `*italic*`, `^1^` a raised note mark. */
export interface Paper {
  title: string;
  /** Running header and footer; `#` in the footer is the page number. */
  header: string;
  footer: string;
  pieces: Piece[];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const CONTENTS = /^(?:#* *)Innehåll/;

/** Lines that come back again and again are the running header of the file that the text was taken from. */
function runningLines(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines) if (line.length > 5) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set([...counts].filter(([line, count]) => count >= 4 && !/^\W*#/.test(line)).map(([line]) => line));
}

function inline(words: string): string {
  return words
    .replace(/<sup>(\d+)<\/sup>/g, '^$1^')
    .replace(/[⁰¹²³⁴-⁹]+/g, (marks) => `^${[...marks].map((mark) => RAISED.indexOf(mark)).join('')}^`)
    .replace(/<\/?(?:ul|li|p)[^>]*>/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/**
 * Reads a report's text (Markdown residue, flattened pages) back into what its author wrote: without running headers,
 * sentences that a page break cut whole again.
 */
export function paperOf(text: string): Paper {
  const raw = text.split('\n').map((line) => line.trimEnd());
  const running = runningLines(raw);
  const pieces: Piece[] = [];
  const wrapped = raw.filter((line) => line.length > 160).length === 0;
  let gap = true;
  let inContents = false;
  for (const line of raw) {
    const last = pieces.at(-1);
    if (line.trim() === '' || /^-{3,}$/.test(line)) {
      gap = true;
      continue;
    }
    if (running.has(line)) continue;
    const cells = line.split('\t');
    if (CONTENTS.test(line)) inContents = true;
    else if (inContents && cells.length < 2) inContents = false;
    const heading = /^(#+) +(.*)$/.exec(line) ?? /^()((?:\d+\.)*\d+ \p{Lu}[^.:]{2,60})$/u.exec(line);
    const note = /^(?:<sup>(\d+)<\/sup>|([⁰¹²³⁴-⁹]+)) *(.*)$/.exec(line);
    const bullet = /^( *)(?:[-•●]|o(?= \p{Lu})) +(.*)$/u.exec(line);
    if (inContents && cells.length >= 2) {
      const entry = cells.join(' ').replace(/\.{3,}/g, ' ');
      const number = /(\d+)$/.exec(entry)?.[1] ?? '';
      pieces.push({ kind: 'contents', words: entry.slice(0, entry.length - number.length).trim(), page: number });
    } else if (cells.length > 1) {
      const paragraphs = (cell: string) =>
        cell
          .split(/<\/(?:p|li)>/)
          .map((part) => inline(part).replace(/^• */, ''))
          .filter(Boolean);
      const row = cells.map(paragraphs);
      if (last?.kind === 'table') {
        if ((row[0] as string[]).length === 0) (last.rows.at(-1) as string[][])[1]?.push(...(row[1] as string[]));
        else last.rows.push(row);
      } else pieces.push({ kind: 'table', rows: [row] });
    } else if (heading) {
      const depth = heading[1] === '' ? (heading[2] as string).split(' ')[0]?.split('.').length : heading[1]?.length;
      pieces.push({
        kind: 'heading',
        level: Math.min(depth ?? 1, 4),
        words: inline((heading[2] as string).replace(/\*\*/g, '')),
      });
    } else if (note) {
      const mark = note[1] ?? [...(note[2] as string)].map((sign) => RAISED.indexOf(sign)).join('');
      pieces.push({ kind: 'note', mark, words: inline(note[3] as string) });
    } else if (bullet) {
      pieces.push({
        kind: 'item',
        level: (bullet[1] as string).length > 0 ? 2 : 1,
        words: inline(bullet[2] as string),
      });
    } else {
      const before = gap ? pieces.findLast((piece) => piece.kind !== 'note') : last;
      const joins =
        before &&
        (before.kind === 'paragraph' || before.kind === 'item') &&
        (gap ? /^\p{Ll}/u.test(line) && /[\p{L},]$/u.test(before.words) && before.words.length > 60 : wrapped);
      if (joins) before.words += ` ${inline(line)}`;
      else pieces.push({ kind: 'paragraph', words: inline(line) });
    }
    gap = false;
  }
  const title = pieces.find((piece) => piece.kind === 'heading' || piece.kind === 'paragraph');
  return {
    title: title && 'words' in title ? title.words.slice(0, 80) : '',
    header: 'Granskningsrapport Bergums kommun',
    footer: 'Sida #',
    pieces,
  };
}
