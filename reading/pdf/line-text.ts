import { MARKER } from './fragments';
import { type LayoutLine, SEGMENT } from './layout';
import type { FragmentLine } from './regions';
import type { Run } from './runs';

/** Narrowest space between words, in font sizes; pdf.js takes 0.1 within an item. */
const NARROWEST_SPACE = 0.15;
/** Signs whose letters are spelt out: Latin ligatures, and letters followed by their accents. */
const SPELT_OUT = /[\ufb00-\ufb06]|\P{M}\p{M}+/gu;
const HAS_SPELT_OUT = /[\ufb00-\ufb06]|\p{M}/u;
/** A note's mark: raised and small. */
const NOTE_MARK = /^[\d,]{1,5}$/;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A list's sign or number and the space behind it, at the beginning of a run. */
const LEADING_MARKER =
  /^(?:[•●►▪■◦·○‣➢➤✓✔∙⁃▶▫□▸»→⇒➔➜➡❖◆◇☐☑*\-–—\uf000-\uf0ff]|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+\.?)\s+/u;

/** Where a line belongs on its page. */
export type LinePlace = Pick<LayoutLine, 'flow' | 'cell' | 'turned'>;

/** Puts together a page's text, lines and segments, in the order in which lines are added. */
export class PageText {
  readonly lines: LayoutLine[] = [];
  private readonly segments: number[] = [];
  private readonly parts: string[] = [];
  private length = 0;

  get text(): string {
    return this.parts.join('');
  }

  get segmentArray(): Int32Array {
    return Int32Array.from(this.segments);
  }

  add(fragments: FragmentLine, place: LinePlace): void {
    const runs = fragments.flatMap((fragment) => fragment.runs);
    const first = runs[0];
    if (!first) return;
    const main = fragments.reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
    const line: LayoutLine = {
      start: this.length,
      end: this.length,
      segmentStart: this.segments.length / SEGMENT,
      segmentEnd: 0,
      left: first.left,
      right: fragments.reduce((right, fragment) => Math.max(right, fragment.right), first.right),
      wordsLeft: wordsLeft(runs),
      baseline: main.baseline,
      size: main.size,
      font: main.font,
      uniform: true,
      ...place,
    };
    if (first.labelled) line.labelled = true;
    if (runs.every((run) => run.artifact)) line.artifact = true;
    let last: Run | undefined;
    for (const run of runs) {
      if (last && isApart(last, run, main.size, last === first)) this.write(' ');
      const raised = run.size <= 0.85 * main.size && main.baseline - run.baseline > 0.15 * main.size;
      if (raised && NOTE_MARK.test(run.words)) {
        this.map(run, 0, run.words.length, raise(run.words));
        line.raised = true;
      } else this.addWords(run);
      if (run.font !== line.font) line.uniform = false;
      last = run;
    }
    line.end = this.length;
    line.segmentEnd = this.segments.length / SEGMENT;
    this.lines.push(line);
  }

  private addWords(run: Run): void {
    const { words } = run;
    if (!HAS_SPELT_OUT.test(words)) {
      this.map(run, 0, words.length, words);
      return;
    }
    let from = 0;
    for (const match of words.matchAll(SPELT_OUT)) {
      const sign = match[0];
      const letters = sign.length === 1 ? sign.normalize('NFKC') : sign.normalize('NFC');
      if (letters === sign) continue;
      if (match.index > from) this.map(run, from, match.index - from, words.slice(from, match.index));
      this.map(run, match.index, sign.length, letters);
      from = match.index + sign.length;
    }
    if (from < words.length) this.map(run, from, words.length - from, words.slice(from));
  }

  private map(run: Run, from: number, itemLength: number, text: string): void {
    this.segments.push(this.length, text.length, run.item, run.from + from, itemLength);
    this.write(text);
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }
}

function isApart(last: Run, run: Run, size: number, beginning: boolean): boolean {
  if (last.spaceAfter || run.from > 0 || run.left - last.right > NARROWEST_SPACE * size) return true;
  // A number set before the words of a note, close to them.
  return beginning && /^\d{1,2}$/.test(last.words) && /^\p{Lu}\p{L}/u.test(run.words);
}

function raise(words: string): string {
  return words.replace(/\d/g, (digit) => RAISED_DIGITS[Number(digit)] as string);
}

function wordsLeft(runs: readonly Run[]): number {
  const [first, second] = runs as [Run, Run | undefined];
  if (second && (MARKER.test(first.words) || /^(?:\d{1,2}|o|att)$/.test(first.words))) return second.left;
  const marker = LEADING_MARKER.exec(first.words);
  if (!marker) return first.left;
  return first.left + ((first.right - first.left) * marker[0].length) / first.words.length;
}
