import type { Block, Reading } from '../../reading/types';
import type { CitationPassage } from '../types';
import { Attacher } from './attach';
import type { LawMention } from './law-mention';
import { LawReader } from './laws';
import { lex } from './lexer';
import { PinpointReader } from './pinpoints';
import { Resolver } from './resolve';
import { AnchorScanner } from './scan';
import { Gap, type Token } from './tokens';

export { type ProvisionFacts, provisionFacts, provisionKey, provisionNames, provisionUrl } from './describe';

/** Characters around an anchor that are read: lists stand before a section sign, names and numbers behind. */
const BEFORE = 140;
const AFTER = 220;
/** Longest stretch that is read in one piece. */
const LONGEST_WINDOW = 4_000;
/** Characters scanned between two yields. */
const SLICE = 60_000;

interface Window {
  start: number;
  end: number;
}

/**
 * Finds statute citations in a reading.
 * @param reading any text with its blocks; without blocks the text is one paragraph. Page furniture is read, but it does not
 *   lend its laws to the text around it.
 * @param context `date`: ISO date of the document, which settles the statute that a name meant
 * @returns passages in text order, one for each place in law; offsets into `reading.text`. Yields between slices of work.
 */
export function* detectCitations(reading: Reading, context: { date?: string }): Generator<void, CitationPassage[]> {
  const { text } = reading;
  const detector = new Detector(reading, context.date);
  for (let from = 0; from < text.length; ) {
    const to = wordEdge(text, Math.min(text.length, from + SLICE));
    const anchors = detector.anchors.scan(from, to);
    yield;
    for (const window of windows(text, anchors)) {
      detector.read(window);
      if (detector.work > SLICE / 3) {
        detector.work = 0;
        yield;
      }
    }
    from = to;
  }
  return detector.finish();
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

/** Moves an offset on to white space, so that no word is cut. */
function wordEdge(text: string, offset: number): number {
  let at = offset;
  const limit = Math.min(text.length, offset + 400);
  while (at < limit && text.charCodeAt(at) > 32) at++;
  return at;
}

function wordEdgeBefore(text: string, offset: number): number {
  let at = offset;
  const limit = Math.max(0, offset - 60);
  while (at > limit && text.charCodeAt(at - 1) > 32) at--;
  return at;
}

/** Stretches around the anchors, joined where they touch. */
function* windows(text: string, anchors: readonly number[]): Generator<Window> {
  let open: Window | null = null;
  for (let k = 0; k < anchors.length; k += 2) {
    const start = Math.max(0, (anchors[k] as number) - BEFORE);
    const end = Math.min(text.length, (anchors[k + 1] as number) + AFTER);
    if (open && start <= open.end && end - open.start < LONGEST_WINDOW) {
      open.end = end;
      continue;
    }
    const floor: number = open ? open.end : 0;
    if (open) yield cut(text, open);
    open = { start: Math.max(floor, start), end };
  }
  if (open) yield cut(text, open);
}

function cut(text: string, window: Window): Window {
  return { start: wordEdgeBefore(text, window.start), end: wordEdge(text, window.end) };
}

class Detector {
  readonly anchors: AnchorScanner;
  private readonly aliases = new Map<string, LawMention>();
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
    const block = this.blocks[index] as Block;
    const end = this.blocks[index - 1]?.end ?? 0;
    const between = this.reading.text.slice(Math.max(end, block.start - 12), block.start);
    return /\d/.test(between) ? block.start - between.length : block.start;
  }

  finish(): CitationPassage[] {
    return this.resolver.passages.sort((a, b) => a.start - b.start || a.end - b.end);
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
      this.anchors.add(alias);
      this.anchors.add(`${alias}s`);
    }
  }
}

/** A line that begins with a number of a sentence, which its reader took for a list mark. */
function isCutNumber(text: string, before: Block, after: Block): boolean {
  if (after.start - before.end > 12) return false;
  const mark = text.slice(before.end, after.start);
  if (/^[ \t\u00a0]*\r?\n[ \t\u00a0]*\d{1,4} ?[a-z]?[ \t\u00a0]*$/.test(mark)) return true;
  // `skollagen (SFS` on one line, `2010:800)` on the next.
  if (
    /\((?:SFS|lag)$/.test(text.slice(before.end - 4, before.end)) &&
    /^\d{4}:/.test(text.slice(after.start, after.start + 5))
  )
    return true;
  return /\d{4}:$/.test(text.slice(before.end - 5, before.end)) && /^\s*\d{1,4}\)\s*$/.test(mark);
}

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
