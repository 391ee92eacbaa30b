import type { Block, Reading, Span } from '../../reading/types';
import type { CitationPassage } from '../types';
import { BlockWalk } from './blocks';
import type { Resolution } from './in-time';

/** A law that was cited, and where: what an implied law is taken from. */
export interface Cited {
  law: Resolution;
  end: number;
  block: number;
  chapter: string | null;
  /** Provisions of the passage, for `Ibid`. */
  passage?: CitationPassage;
  /** Rule that found it. */
  rule?: string;
  /** The law is all that its block holds. */
  alone?: boolean;
  /** A heading such as "LSS": a citation only once a place under it is. */
  silent?: boolean;
}

/** Blocks looked back over for the footnote before. */
const MOST_BETWEEN_NOTES = 200;
/** What a list of laws is said to be. */
const LISTS_LAWS = /kriteri|lagstiftning|lagar|lagrum|författning|regelverk|bedömningsgrund/i;

/** What a column may be headed by that no other column's law holds for: two capitals or more. */
const ABBREVIATION = /^(?=(?:.*\p{Lu}){2})[\p{L}-]{2,8}:?$/u;

/** Characters of a note's number and the signs around it. */
const LONGEST_NUMBER = 16;
const NUMBER_BEFORE = /(?:^|\n)[ \t]*(?:(?:fot)?not )?(?:<sup>|\[)?(\d{1,3})(?:<\/sup>|[\].):])?[ \t]+$/i;
const NUMBER_AT = /^(?:(?:fot)?not )?(?:<sup>|\[)?(\d{1,3})(?:<\/sup>|[\].):])?[ \t]+\p{L}/iu;

/** The number that stands between the beginning of a line and an offset, and nothing else; null where none does. */
function numberBefore(text: string, at: number): number | null {
  const number = NUMBER_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_NUMBER), at))?.[1];
  return number === undefined ? null : Number(number);
}

/** The number that a block begins with. */
function numberAt(text: string, { start, end }: Span): number | null {
  const number = NUMBER_AT.exec(text.slice(start, Math.min(end, start + LONGEST_NUMBER)))?.[1];
  return number === undefined ? null : Number(number);
}

/** The blocks of a document, and what laws stand in those that lend them to others: heads of columns, footnotes, lists. */
export class LawBlocks {
  protected readonly text: string;
  protected readonly walk: BlockWalk;
  /** The law cited last in a footnote. */
  private noted: Cited | undefined;
  /** The block that begins with a number, the last of each, and up to which block they are known. */
  private readonly numbered = new Map<number, number>();
  private numberedUpTo = 0;
  /** Laws that heads of columns name, by where the head's cell begins. */
  private readonly heads = new Map<number, Resolution>();

  constructor(reading: Reading) {
    this.text = reading.text;
    this.walk = new BlockWalk(reading);
  }

  blockAt(offset: number): number {
    return this.walk.indexAt(offset);
  }

  /** Keeps a citation that stands in a footnote or in the head of a column. */
  protected note(cited: Cited): void {
    const block = this.walk.at(cited.block);
    if (block?.type === 'footnote') this.noted = cited;
    if (block?.type === 'cell' && block.row === 0) this.heads.set(block.start, cited.law);
  }

  /** What the footnote before the one at an offset cites, perhaps pages above; null where the offset is in none. */
  inNoteBefore(offset: number): Cited | undefined | null {
    const own = this.walk.indexAt(offset);
    if (this.walk.at(own)?.type !== 'footnote') return null;
    let before = own - 1;
    while (before >= 0 && own - before < MOST_BETWEEN_NOTES && this.walk.at(before)?.type !== 'footnote') before--;
    return this.noted?.block === before || this.noted?.block === own ? this.noted : undefined;
  }

  /**
   * What the note with the number before is, for `2 Ibid.` in a text whose notes are no footnote blocks; null where the line has
   * no number or nothing has the one before, undefined where that note cites no law.
   */
  protected inNumberedNoteBefore(start: number, cited: readonly Cited[]): Cited | undefined | null {
    const own = numberBefore(this.text, start);
    if (own === null) return null;
    const block = this.walk.indexAt(start);
    for (let k = Math.max(this.numberedUpTo, block - MOST_BETWEEN_NOTES); k < block; k++) {
      const note = this.walk.at(k) as Block;
      const number = numberBefore(this.text, note.start) ?? numberAt(this.text, note);
      if (number !== null) this.numbered.set(number, k);
    }
    this.numberedUpTo = Math.max(this.numberedUpTo, block);
    const before = this.numbered.get(own - 1);
    if (before === undefined || before >= block || block - before > MOST_BETWEEN_NOTES) return null;
    return cited.findLast((one) => one.block === before);
  }

  /** The type of the block that a span is all of, but for a number before it (`3.1.2. LSS`); undefined where it is not. */
  filledBlock({ start, end }: Span): Block['type'] | undefined {
    const block = this.walk.at(this.walk.indexAt(end - 1));
    if (!block || block.end > end + 1) return undefined;
    return /^[\d.\s]*\W?$/.test(this.text.slice(block.start, start)) ? block.type : undefined;
  }

  /** Whether a span begins an item of a list, or nothing but short names stands before it there: `• SoL, LSS och OSL`. */
  beginsItem({ start, end }: Span): boolean {
    const block = this.walk.at(this.walk.indexAt(end - 1));
    return block?.type === 'item' && /^(?:\p{L}*\p{Lu},? )*\W?$/u.test(this.text.slice(block.start, start));
  }

  /** Whether the block at an offset is an item of a list of laws: "Revisionskriterier" over "KL", "SoL". */
  isListedAsLaw(offset: number): boolean {
    const block = this.walk.indexAt(offset);
    if (this.walk.at(block)?.type !== 'item') return false;
    const lead = this.walk.at(this.leadIn(block));
    return lead !== undefined && LISTS_LAWS.test(this.text.slice(Math.max(lead.start, lead.end - 160), lead.end));
  }

  /** The law that the head of a cell's column names, for an offset in that cell. */
  columnLaw(offset: number): Resolution | undefined {
    if (this.heads.size === 0) return undefined;
    const head = this.walk.headOf(this.walk.indexAt(offset));
    return head ? this.heads.get(head.start) : undefined;
  }

  /** Whether an abbreviation heads the column of a cell (`SoL`, `FL`), so that no law of another column holds in it. */
  protected isUnderAbbreviation(cell: number): boolean {
    const head = this.walk.headOf(cell);
    return head !== null && ABBREVIATION.test(this.text.slice(head.start, head.end));
  }

  /** Whether a law was cited in another column of a cell's table. */
  protected isInOtherColumn({ block }: Cited, cell: number): boolean {
    const law = this.walk.at(block);
    const own = this.walk.at(cell);
    return law?.type === 'cell' && law.table === own?.table && law.column !== own?.column;
  }

  /** The first row of a table, for a law that fills a cell of it. */
  headRowOf(item: Span): Span | null {
    const index = this.walk.indexAt(item.end - 1);
    return this.walk.at(index)?.row === 0 && this.filledBlock(item) === 'cell' ? this.walk.rowAround(index) : null;
  }

  /** The stretch of the table row that holds `offset`; null outside tables. */
  rowOf(offset: number): Span | null {
    return this.walk.rowAround(this.walk.indexAt(offset));
  }

  /** The block that leads into the list that `block` belongs to. */
  protected leadIn(block: number): number {
    const type = this.walk.at(block)?.type;
    let k = block - 1;
    while (k >= 0 && (this.walk.at(k)?.type === type || this.walk.at(k)?.type === 'furniture') && block - k < 60) k--;
    return k;
  }
}
