import type { Block, BlockType, Reading, Span } from '../../reading/types';
import { type Healed, heal } from './healed';
import { boardsAlone } from './recommendation-parts';
import { classifyHeading, type Section } from './sections';

/** One or more blocks that make up one paragraph, item, heading or cell; page furniture inside is left out. */
export interface Unit extends Span {
  index: number;
  type: BlockType;
  level: number;
  /** The blocks of a unit that has several. */
  pieces: readonly Span[] | undefined;
  /** Place of a cell. */
  table: number | undefined;
  row: number;
  column: number;
  /** Headings above it, outermost first. */
  headings: readonly Unit[];
  section: Section;
}

/** Where in the document's structure a unit stands. */
interface Place {
  headings: readonly Unit[];
  section: Section;
}

/** Where each unit stands, by its index; numbers, because most units of a long document are never looked at. */
interface UnitTable {
  length: number;
  /** Index of the first block. */
  blocks: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Index into `places`. */
  placeOf: Int32Array;
  places: Place[];
  /** The blocks of units that have several. */
  pieces: Map<number, Span[]>;
}

/** The document as the audit rules read it. */
export class Outline {
  readonly text: string;
  private readonly blocks: readonly Block[];
  private readonly units: (Unit | undefined)[];
  private readonly healed: (Healed | undefined)[];
  /** Indices of the first cells of tables, in text order. */
  readonly tables: number[] = [];
  /** Indices of all headings, in text order. */
  readonly headings: number[] = [];
  /** Indices of the headings over recommendations, in text order. */
  readonly advisory: number[] = [];

  constructor(
    reading: Reading,
    private readonly table: UnitTable,
  ) {
    this.text = reading.text;
    this.blocks = reading.blocks;
    this.units = new Array(reading.blocks.length);
    this.healed = new Array(reading.blocks.length);
  }

  /** Number of units. */
  get length(): number {
    return this.table.length;
  }

  start(index: number): number {
    return this.table.starts[index] as number;
  }

  end(index: number): number {
    return this.table.ends[index] as number;
  }

  type(index: number): BlockType {
    return this.block(index).type;
  }

  private block(index: number): Block {
    return this.blocks[this.table.blocks[index] as number] as Block;
  }

  /** The unit with an index; undefined outside the document. */
  at(index: number): Unit | undefined {
    if (index < 0 || index >= this.table.length) return undefined;
    const known = this.units[index];
    if (known) return known;
    const block = this.block(index);
    const { headings, section } = this.table.places[this.table.placeOf[index] as number] as Place;
    const unit: Unit = {
      start: block.start,
      end: this.end(index),
      index,
      type: block.type,
      level: block.level ?? 1,
      pieces: this.table.pieces.get(index),
      table: block.table,
      row: block.row ?? 0,
      column: block.column ?? 0,
      headings,
      section,
    };
    this.units[index] = unit;
    return unit;
  }

  /** The nearest heading above a unit, whatever its rank. */
  headingBefore(index: number): Unit | undefined {
    const count = this.headingsBefore(index);
    return count === 0 ? undefined : this.at(this.headings[count - 1] as number);
  }

  /** How many headings stand above a unit. */
  headingsBefore(index: number): number {
    const { headings } = this;
    let low = 0;
    let high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((headings[middle] as number) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words of the unit with this one's index, healed; kept, because several rules read the same unit. */
  words({ index }: { index: number }): Healed {
    let words = this.healed[index];
    if (!words) {
      const whole = this.at(index) as Unit;
      words = heal(this.text, whole.pieces ?? [whole]);
      this.healed[index] = words;
    }
    return words;
  }

  /** The unit's words in lower case, at most `length` characters from its beginning; cheap for long units. */
  opening({ index }: { index: number }, length: number): string {
    const known = this.healed[index];
    if (known) return known.lower.slice(0, length);
    const unit = this.at(index) as Unit;
    const first = unit.pieces?.[0] ?? unit;
    if (first.end - first.start <= length * 2) return this.words(unit).lower.slice(0, length);
    return heal(this.text, [{ start: first.start, end: Math.min(first.end, first.start + length) }]).lower;
  }
}

const SENTENCE_END = /[.!?:;…][)"”»’*_]*$/;
/** Shorter units are no sentences. */
const SHORTEST_SENTENCE = 25;
const LONGEST_SENTENCE_END = 6;
/** Characters of page furniture that may stand in a sentence. */
const LONGEST_GAP = 1500;

/** "… se avsnitt": the number stands on the next page. */
const WANTS_NUMBER = /\s(?:avsnitt|kapitel|bilaga|punkt)$/;

/** Up to `Z` no sign is a small letter. */
const CAPITAL_Z = 90;

/**
 * True when `block` goes on with the sentence that the unit [start, end), begun by `first`, left open at a page's end.
 * @param cut whether page furniture or a footnote stands between; a sentence that opens a list is cut by nothing else
 */
function flowsOn(text: string, first: Block, end: number, block: Block, cut: boolean): boolean {
  if (block.type !== 'paragraph') return false;
  if (first.type !== 'paragraph' && first.type !== 'item') return false;
  if (end - first.start < SHORTEST_SENTENCE || block.start - end > LONGEST_GAP) return false;
  if (cut && /\d/.test(text[block.start] ?? '') && WANTS_NUMBER.test(text.slice(end - 9, end))) return true;
  if (text.charCodeAt(block.start) <= CAPITAL_Z) return false;
  const letter = text[block.start] ?? '';
  if (letter === letter.toUpperCase()) return false;
  // An item that a page's end cut may go on with "att", unless its list is one of "att …".
  const cutItem = cut && first.type === 'item' && !/^att\s/i.test(text.slice(first.start, first.start + 4));
  if (text.startsWith('att ', block.start) && !cutItem) return false;
  const ending = text.slice(Math.max(first.start, end - LONGEST_SENTENCE_END), end);
  return !SENTENCE_END.test(ending) && (cut || !/\s(?:att|bör)$/.test(ending));
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
  const pieces = new Map<number, Span[]>();
  const places: Place[] = [{ headings: [], section: 'other' }];
  const table: UnitTable = {
    length: 0,
    blocks: new Int32Array(blocks.length),
    starts: new Int32Array(blocks.length),
    ends: new Int32Array(blocks.length),
    placeOf: new Int32Array(blocks.length),
    places,
    pieces,
  };
  const outline = new Outline(reading, table);
  let last: Block | undefined;
  let lastEnd = 0;
  let cut = false;
  for (let at = 0; at < blocks.length; at++) {
    if (at % SLICE === SLICE - 1) yield;
    const block = blocks[at] as Block;
    const { type, end } = block;
    if (type === 'furniture' || type === 'footnote') {
      cut = true;
      continue;
    }
    const wasCut = cut;
    cut = false;
    if (last && flowsOn(text, last, lastEnd, block, wasCut)) {
      const index = table.length - 1;
      const joined = pieces.get(index);
      if (joined) joined.push(block);
      else pieces.set(index, [last, block]);
      table.ends[index] = end;
      lastEnd = end;
      continue;
    }
    const index = table.length++;
    table.blocks[index] = at;
    table.starts[index] = block.start;
    table.ends[index] = end;
    if (type === 'heading') openHeading(outline, table, index, block);
    else {
      table.placeOf[index] = places.length - 1;
      if (type === 'cell' && !(last?.type === 'cell' && last.table === block.table)) outline.tables.push(index);
    }
    last = block;
    lastEnd = end;
  }
  return outline;
}

/** Places a heading, and what comes after it below it. */
function openHeading(outline: Outline, table: UnitTable, index: number, heading: Block): void {
  const { places } = table;
  const before = places.at(-1) as Place;
  const level = heading.level ?? 1;
  const above = before.headings.filter((other) => other.level < level);
  const words = outline.text.slice(heading.start, Math.min(heading.end, heading.start + HEADING));
  const own = classifyHeading(words);
  // A heading that says nothing of its own stands in the section of the one above it.
  const inherited = own === null && partsAdvice(outline, before, index, words) ? 'recommendations' : undefined;
  const section = own ?? inherited ?? above.at(-1)?.section ?? 'other';
  if (own === 'recommendations') outline.advisory.push(index);
  table.placeOf[index] = places.push({ headings: above, section }) - 1;
  outline.headings.push(index);
  places.push({ headings: [...above, outline.at(index) as Unit], section });
}

/**
 * True for a heading that parts recommendations by the board they are for, though its rank is the same as theirs: right below
 * their heading, below another such one, or "Till socialnämnden".
 */
function partsAdvice(outline: Outline, before: Place, index: number, words: string): boolean {
  const last = before.headings.at(-1);
  if (before.section !== 'recommendations' || !last || boardsAlone(words.trim()).length === 0) return false;
  if (last.index === index - 1 || /^till /i.test(words)) return true;
  return boardsAlone(outline.words(last).text).length > 0;
}
