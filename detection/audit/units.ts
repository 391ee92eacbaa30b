import type { Block, BlockType, Reading, Span } from '../../reading/types';
import { type Healed, heal } from './healed';
import { classifyHeading, type Section } from './sections';

/** One or more blocks that make up one paragraph, item, heading or cell; page furniture inside is left out. */
export interface Unit extends Span {
  index: number;
  type: BlockType;
  level: number;
  pieces: Span[];
  table?: number;
  row?: number;
  column?: number;
  /** Headings above it, outermost first. */
  headings: Unit[];
  section: Section;
}

/** The document as the audit rules read it. */
export class Outline {
  private readonly healed = new Map<number, Healed>();

  constructor(
    readonly text: string,
    readonly units: readonly Unit[],
  ) {}

  /** The unit's words, healed; kept, because several rules read the same unit. */
  words(unit: Unit): Healed {
    let words = this.healed.get(unit.index);
    if (!words) {
      words = heal(this.text, unit.pieces);
      this.healed.set(unit.index, words);
    }
    return words;
  }

  /** The unit's words in lower case, at most `length` characters from its beginning; cheap for long units. */
  opening(unit: Unit, length: number): string {
    const known = this.healed.get(unit.index);
    if (known) return known.lower.slice(0, length);
    const first = unit.pieces[0] as Span;
    if (first.end - first.start <= length * 2) return this.words(unit).lower.slice(0, length);
    return heal(this.text, [{ start: first.start, end: Math.min(first.end, first.start + length) }]).lower;
  }
}

const SENTENCE_END = /[.!?:;…][)"”»’*_]*$/;

/** True when `block` goes on with the sentence that `unit` left open at a page's end. */
function flowsOn(text: string, unit: Unit, block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  if (unit.type !== 'paragraph' && unit.type !== 'item') return false;
  if (unit.end - unit.start < 25 || block.start - unit.end > 1500) return false;
  const first = text[block.start] ?? '';
  if (first === first.toUpperCase() || text.startsWith('att ', block.start)) return false;
  return !SENTENCE_END.test(text.slice(Math.max(unit.start, unit.end - 6), unit.end));
}

/**
 * Joins a reading's blocks to units under their headings.
 * Sliced: yields after each few thousand blocks.
 */
export function* readOutline(reading: Reading): Generator<void, Outline> {
  const { text } = reading;
  const units: Unit[] = [];
  let headings: Unit[] = [];
  let section: Section = 'other';
  let cut = false;
  let count = 0;
  for (const block of reading.blocks) {
    if (++count % 4000 === 0) yield;
    if (block.type === 'furniture' || block.type === 'footnote') {
      cut = true;
      continue;
    }
    const last = units.at(-1);
    const mayFlow =
      last &&
      (cut ||
        (last.type === 'item' && block.type === 'paragraph') ||
        (last.type === block.type && block.type === 'paragraph'));
    if (mayFlow && flowsOn(text, last, block)) {
      last.pieces.push({ start: block.start, end: block.end });
      last.end = block.end;
      cut = false;
      continue;
    }
    cut = false;
    const unit: Unit = {
      index: units.length,
      type: block.type,
      level: block.level ?? 1,
      start: block.start,
      end: block.end,
      pieces: [{ start: block.start, end: block.end }],
      headings,
      section,
    };
    if (block.table !== undefined)
      Object.assign(unit, { table: block.table, row: block.row ?? 0, column: block.column ?? 0 });
    if (block.type === 'heading') {
      const above = headings.filter((heading) => heading.level < unit.level);
      unit.headings = above;
      const own = classifyHeading(text.slice(unit.start, Math.min(unit.end, unit.start + 160)));
      // A heading that says nothing of its own stands in the section of the one above it.
      unit.section = own ?? above.at(-1)?.section ?? 'other';
      section = unit.section;
      headings = [...above, unit];
    }
    units.push(unit);
  }
  return new Outline(text, units);
}
