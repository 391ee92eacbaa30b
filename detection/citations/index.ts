import type { Block, Reading } from '../../reading/types';
import type { CitationPassage } from '../types';
import { Aliases } from './aliases';
import { Attacher } from './attach';
import type { LawMention } from './law-mention';
import { LawReader } from './laws';
import { lex } from './lexer';
import { PinpointReader } from './pinpoints';
import { Resolver } from './resolve';
import { AnchorScanner } from './scan';
import { Gap, type Token } from './tokens';
import { type Window, Windows } from './windows';

/** Characters read between two yields. */
const READ_AT_A_TIME = 4_000;
/** Characters of white space and number that may stand between two blocks and belong to a citation. */
const LONGEST_MARK = 12;

/**
 * Finds statute citations in a reading.
 * @param reading any text with its blocks; without blocks the text is one paragraph. Page furniture is read, but it does not
 *   lend its laws to the text around it.
 * @param context `date`: ISO date of the document, which settles the statute that a name meant
 * @returns passages in text order, one for each place in law; offsets into `reading.text`. Yields between slices of work, and with
 *   them what is found so far: the first ones, and again whenever there are twice as many.
 */
export function* detectCitations(
  reading: Reading,
  context: { date?: string },
): Generator<CitationPassage[] | undefined, CitationPassage[]> {
  const detector = new Detector(reading, context.date);
  const windows = new Windows(reading);
  let enough = 1;
  for (const slice of windows.slices()) {
    const anchors = detector.anchors.scan(slice.start, slice.end);
    yield;
    for (const window of windows.around(anchors, slice)) {
      detector.read(window);
      const isFirst = enough === 1 && detector.count > 0;
      if (detector.work < READ_AT_A_TIME && !isFirst) continue;
      detector.work = 0;
      if (detector.count < enough) yield;
      else {
        enough = 2 * detector.count;
        yield detector.found();
      }
    }
  }
  return detector.found();
}

/** Convenience for tests and scripts: all citations of a plain text at once. */
export function detectCitationsIn(text: string, date?: string): CitationPassage[] {
  const reading: Reading = { text, blocks: [] };
  const work = detectCitations(reading, date === undefined ? {} : { date });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

class Detector {
  readonly anchors: AnchorScanner;
  private readonly aliases = new Aliases();
  /** Characters read since the last yield. */
  work = 0;
  private readonly resolver: Resolver;
  private readonly blocks: readonly Block[];
  private blockAt = 0;
  private readUpTo = 0;

  constructor(
    private readonly reading: Reading,
    date: string | undefined,
  ) {
    this.anchors = new AnchorScanner(reading.text);
    this.resolver = new Resolver(reading, date);
    this.blocks =
      reading.blocks.length > 0 ? reading.blocks : [{ type: 'paragraph', start: 0, end: reading.text.length }];
  }

  /** Reads one window: its own blocks as one stream, page furniture apart. */
  read(window: Window): void {
    const start = Math.max(window.start, this.readUpTo);
    this.readUpTo = Math.max(this.readUpTo, window.end);
    this.work += window.end - start;
    const { text } = this.reading;
    while (this.blockAt > 0 && (this.blocks[this.blockAt] as Block).start > start) this.blockAt--;
    while (this.blockAt + 1 < this.blocks.length && (this.blocks[this.blockAt] as Block).end <= start) this.blockAt++;
    const tokens: Token[] = [];
    let last: Block | null = null;
    let furnitureBetween = false;
    for (let k = this.blockAt; k < this.blocks.length; k++) {
      const block = this.blocks[k] as Block;
      if (block.start >= window.end) break;
      // Numbers at the start of a line may have been taken for list marks and stand between the blocks.
      const from = Math.max(start, block.type === 'furniture' ? block.start : this.startOf(k));
      const to = Math.min(window.end, block.end);
      if (from >= to) continue;
      if (block.type === 'furniture') {
        furnitureBetween = true;
        this.furniture(from, to);
        continue;
      }
      const runsOn =
        last !== null && ((furnitureBetween && continues(text, last, block)) || isCutNumber(text, last, block));
      lex(text, from, to, runsOn ? Gap.line : Gap.block, tokens);
      last = block;
      furnitureBetween = false;
    }
    this.parse(tokens, false);
  }

  /** Where a block begins, with a number before it that stands in no block. */
  private startOf(index: number): number {
    const { text } = this.reading;
    const { start } = this.blocks[index] as Block;
    const from = Math.max(this.blocks[index - 1]?.end ?? 0, start - LONGEST_MARK);
    for (let at = from; at < start; at++) if (isDigit(text.charCodeAt(at))) return from;
    return start;
  }

  get count(): number {
    return this.resolver.passages.length;
  }

  /** What is found so far, in text order. */
  found(): CitationPassage[] {
    return this.resolver.passages.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  private furniture(from: number, to: number): void {
    const tokens: Token[] = [];
    lex(this.reading.text, from, to, Gap.block, tokens);
    this.parse(tokens, true);
  }

  private parse(tokens: Token[], furniture: boolean): void {
    if (tokens.length === 0) return;
    const attacher = new Attacher(tokens, new LawReader(tokens, this.aliases), new PinpointReader(tokens), (mention) =>
      this.introduce(mention),
    );
    const items = attacher.items();
    this.resolver.add(items, (first, second) => attacher.joined(first, second), furniture);
  }

  private introduce(mention: LawMention): void {
    for (const alias of mention.introduces) {
      this.aliases.set(alias, mention);
      // `BF-lagen`: "lagen" is looked for anyhow.
      if (alias.includes('-')) continue;
      this.anchors.add(alias);
      this.anchors.add(`${alias}s`);
    }
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A line that begins with a number of a sentence, which its reader took for a list mark. */
function isCutNumber(text: string, before: Block, after: Block): boolean {
  if (after.start - before.end > LONGEST_MARK) return false;
  const mark = text.slice(before.end, after.start);
  if (/^[ \t\u00a0]*\r?\n[ \t\u00a0]*\d{1,4} ?[a-z]?[ \t\u00a0]*$/.test(mark)) return true;
  // `skollagen (SFS` on one line, `2010:800)` on the next.
  if (
    /\((?:SFS|lag)$/.test(text.slice(before.end - 4, before.end)) &&
    /^\d{4}:/.test(text.slice(after.start, after.start + 5))
  )
    return true;
  // `enligt 8 kap.` above a blank line, `1 § SoL` below it.
  if (before.type === 'paragraph' && /^\d{1,2} ?[a-z]? ?§/.test(text.slice(after.start, after.start + 6)))
    return CUT_CHAPTER.test(text.slice(Math.max(before.start, before.end - LONGEST_CUT), before.end));
  return /\d{4}:$/.test(text.slice(before.end - 5, before.end)) && /^\s*\d{1,4}\)\s*$/.test(mark);
}

/** A chapter that a sentence goes on from, and its characters. */
const CUT_CHAPTER = /(?:\p{L}{2}|,) \d{1,2} ?[a-z]? ?kap\.?$/u;
const LONGEST_CUT = 20;

/** A sentence that page furniture cut in two: no full stop before, no capital behind. */
function continues(text: string, before: Block, after: Block): boolean {
  if (before.type === 'heading' || after.type === 'heading') return false;
  const last = text[before.end - 1] ?? '';
  const first = text[after.start] ?? '';
  return (
    !/[!?:]/.test(last) &&
    (last !== '.' || /kap\.$/.test(text.slice(before.end - 4, before.end))) &&
    !/\p{Lu}/u.test(first)
  );
}
