import type { Block, BlockType, Reading, Span } from '../../reading/types';
import { type Healed, heal } from './healed';
import { classifyHeading, type Section } from './sections';

/** One or more blocks that make up one paragraph, item, heading or cell; page furniture inside is left out. */
export interface Unit extends Span {
  index: number;
  type: BlockType;
  level: number;
  /** The blocks of a unit that has several. */
  pieces: Span[] | undefined;
  /** Place of a cell. */
  table: number | undefined;
  row: number;
  column: number;
  /** Headings above it, outermost first. */
  headings: readonly Unit[];
  section: Section;
}

/** The document as the audit rules read it. */
export class Outline {
  private readonly healed: (Healed | undefined)[];

  /**
   * @param units in text order
   * @param tables the first cell of each table, in text order
   */
  constructor(
    readonly text: string,
    readonly units: readonly Unit[],
    readonly tables: readonly Unit[],
  ) {
    this.healed = new Array(units.length);
  }

  /** The words of the unit with this one's index, healed; kept, because several rules read the same unit. */
  words(unit: { index: number }): Healed {
    let words = this.healed[unit.index];
    if (!words) {
      const whole = this.units[unit.index] as Unit;
      words = heal(this.text, whole.pieces ?? [whole]);
      this.healed[unit.index] = words;
    }
    return words;
  }

  /** The unit's words in lower case, at most `length` characters from its beginning; cheap for long units. */
  opening(unit: Unit, length: number): string {
    const known = this.healed[unit.index];
    if (known) return known.lower.slice(0, length);
    const first = unit.pieces?.[0] ?? unit;
    if (first.end - first.start <= length * 2) return this.words(unit).lower.slice(0, length);
    return heal(this.text, [{ start: first.start, end: Math.min(first.end, first.start + length) }]).lower;
  }
}

const SENTENCE_END = /[.!?:;…][)"”»’*_]*$/;
/** Shorter units are no sentences. */
const SHORTEST_SENTENCE = 25;
/** Characters of page furniture that may stand in a sentence. */
const LONGEST_GAP = 1500;

/** Up to `Z` no sign is a small letter. */
const CAPITAL_Z = 90;

/** True when `block` goes on with the sentence that `unit` left open at a page's end. */
function flowsOn(text: string, unit: Unit, block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  if (unit.type !== 'paragraph' && unit.type !== 'item') return false;
  if (unit.end - unit.start < SHORTEST_SENTENCE || block.start - unit.end > LONGEST_GAP) return false;
  const code = text.charCodeAt(block.start);
  if (code <= CAPITAL_Z) return false;
  const first = text[block.start] ?? '';
  if (first === first.toUpperCase() || text.startsWith('att ', block.start)) return false;
  return !SENTENCE_END.test(text.slice(Math.max(unit.start, unit.end - 6), unit.end));
}

/** Blocks joined between two pauses. */
const SLICE = 4000;
/** Characters of a heading that tell its section. */
const HEADING = 160;

/**
 * Joins a reading's blocks to units under their headings.
 * Sliced: yields after each few thousand blocks.
 */
export function* readOutline(reading: Reading): Generator<void, Outline> {
  const { text, blocks } = reading;
  const units: Unit[] = [];
  const tables: Unit[] = [];
  let headings: readonly Unit[] = [];
  let section: Section = 'other';
  let last: Unit | undefined;
  for (let at = 0; at < blocks.length; at++) {
    if (at % SLICE === SLICE - 1) yield;
    const block = blocks[at] as Block;
    if (block.type === 'furniture' || block.type === 'footnote') continue;
    if (last && flowsOn(text, last, block)) {
      last.pieces ??= [{ start: last.start, end: last.end }];
      last.pieces.push(block);
      last.end = block.end;
      continue;
    }
    const unit: Unit = {
      start: block.start,
      end: block.end,
      index: units.length,
      type: block.type,
      level: block.level ?? 1,
      pieces: undefined,
      table: block.table,
      row: block.row ?? 0,
      column: block.column ?? 0,
      headings,
      section,
    };
    if (unit.type === 'heading') {
      const above = headings.filter((heading) => heading.level < unit.level);
      unit.headings = above;
      const own = classifyHeading(text.slice(unit.start, Math.min(unit.end, unit.start + HEADING)));
      // A heading that says nothing of its own stands in the section of the one above it.
      unit.section = own ?? above.at(-1)?.section ?? 'other';
      section = unit.section;
      headings = [...above, unit];
    } else if (unit.type === 'cell' && !(last?.type === 'cell' && last.table === unit.table)) tables.push(unit);
    units.push(unit);
    last = unit;
  }
  return new Outline(text, units, tables);
}
