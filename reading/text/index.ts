import type { Block, Reading } from '../types';
import { Contents } from './contents';
import { goesOn, type Layout, runInLabel } from './continuation';
import { markFurniture } from './furniture';
import { type Line, readLines } from './lines';
import { readMarker } from './markers';
import { OpenTable } from './open-table';
import { countsOnHeading, isEmphasised, isNumberedHeading, isTitle, namesSection, titleLines } from './titles';

/** A text whose long lines are shorter than this was wrapped by hand; above it each line is a paragraph. */
const WIDEST_WRAP = 160;
/** Usual line length where the text is not wrapped. */
const UNWRAPPED_WIDTH = 110;
/** No number of a heading or an item. */
const NONE = Number.NEGATIVE_INFINITY;
/**
 * Reads plain text (a text file, the text of a PDF, OCR, Markdown) into blocks.
 * @param text any text; line breaks may be `\n` or `\r\n`, page breaks form feeds
 * @returns a reading whose `text` is that very text, so that offsets hold in it; blocks leave out bullets, numbers
 *   before headings are kept. White space and rules between blocks belong to none.
 */
export function readText(text: string): Reading {
  const lines = readLines(text);
  markFurniture(text, lines);
  const builder = new BlockBuilder(text, lines);
  return { text, blocks: builder.build() };
}

/** Length that nine of ten lines do not reach, page furniture left out; `WIDEST_WRAP` stands for all above it. */
function longLine(lines: readonly Line[]): number {
  const counts = new Uint32Array(WIDEST_WRAP + 1);
  let counted = 0;
  for (const line of lines) {
    if (line.furniture) continue;
    const length = Math.min(line.end - line.start, WIDEST_WRAP);
    counts[length] = (counts[length] as number) + 1;
    counted++;
  }
  let shorter = 0;
  for (let length = 0; length <= WIDEST_WRAP; length++) {
    shorter += counts[length] as number;
    if (shorter > Math.floor(counted * 0.9)) return length;
  }
  return 0;
}

class BlockBuilder {
  private readonly blocks: Block[] = [];
  /** What stands around the line that is read; one object for all lines, of which there may be a million. */
  private readonly around: Layout;
  /** The paragraph or item that following lines may go on with. */
  private open: Block | null = null;
  /** Page furniture or a footnote stood after `open`: going on means a new block. */
  private interrupted = false;
  /** `open` is the rest of an item. */
  private inList = false;
  /** Markers and indents of the lists that are open, outermost first. */
  private list: { sign: string; indent: number }[] = [];
  private readonly table: OpenTable;
  private readonly contents: Contents;
  /** Numbers of the last heading of the first rank, and of the last item since then. */
  private headed = NONE;
  private listed = NONE;
  private page = 1;
  private readonly paged: boolean;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {
    const long = longLine(lines);
    const wrapped = long < WIDEST_WRAP;
    const width = wrapped ? Math.max(long, 40) : UNWRAPPED_WIDTH;
    this.around = { previous: undefined, next: undefined, width, cut: false, wrapped };
    this.paged = text.includes('\f');
    this.table = new OpenTable(text);
    this.contents = new Contents(text, lines);
  }

  build(): Block[] {
    const { lines } = this;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] as Line;
      if (line.pageBreak) this.page++;
      index += this.read(line, index);
    }
    return this.blocks;
  }

  /** Reads the line at an index; returns how many lines after it were read along. */
  private read(line: Line, index: number): number {
    const { text } = this;
    if (line.furniture) {
      this.push({ type: 'furniture', start: line.start, end: line.end });
      this.interrupted = true;
      return 0;
    }
    const around = this.lookAround(index);
    const marker = line.marker;
    if (marker?.kind === 'footnote') return this.footnote(line, index);
    if (marker?.kind === 'markdown-heading') return this.heading(line, marker.content, marker.depth);
    if (isEmphasised(text, line) && line.gap) return this.heading(line, line.start, 4);
    if (
      marker?.kind === 'number' &&
      !line.piped &&
      (isNumberedHeading(text, line, around) ||
        this.contents.names(line) ||
        countsOnHeading(text, line, around, this.headed, this.listed))
    ) {
      if (marker.depth === 1) this.headed = marker.value ?? NONE;
      this.listed = NONE;
      if (this.isWideHead(line, around)) return this.wideHead(line, marker.content);
      return this.heading(line, line.start, marker.depth);
    }
    if (line.tabbed || line.piped || (line.wide && (this.inWideTable(index) || (this.table.isWide && !line.gap))))
      return this.row(line);
    if ((line.tagged || (this.table.isHtml && !line.gap)) && this.tagged(line)) return 0;
    if (this.table.isOpen && !line.gap && this.blocks.at(-1)?.type === 'cell' && !marker) return this.joinCell(line);
    this.table.close();
    if (marker) return this.item(line);
    return this.words(line, index, around);
  }

  private lookAround(index: number): Layout {
    const { around, lines } = this;
    let next = index + 1;
    while (lines[next]?.furniture) next++;
    let previous = index - 1;
    while (lines[previous]?.furniture) previous--;
    around.next = lines[next];
    around.previous = lines[previous];
    around.cut = previous < index - 1;
    return around;
  }

  private push(block: Block): Block {
    if (this.paged) block.page = this.page;
    this.blocks.push(block);
    return block;
  }

  private close(): void {
    this.closeWords();
    this.table.close();
  }

  private closeWords(): void {
    this.open = null;
    this.interrupted = false;
    this.list = [];
  }

  private heading(line: Line, start: number, level: number): number {
    this.close();
    this.push({ type: 'heading', start, end: line.end, level: Math.min(level, 6) });
    return 0;
  }

  private footnote(line: Line, index: number): number {
    const block = this.push({ type: 'footnote', start: line.start, end: line.end });
    let read = 0;
    for (;;) {
      const next = this.lines[index + 1 + read];
      if (!next || next.gap || next.marker || next.furniture) break;
      block.end = next.end;
      read++;
    }
    this.interrupted = true;
    return read;
  }

  /** Two lines with columns below each other are a table; one alone is a letterhead or a signature. */
  private inWideTable(index: number): boolean {
    const line = this.lines[index] as Line;
    const next = this.lines[index + 1];
    const previous = this.lines[index - 1];
    return Boolean((next?.wide && !next.gap) || (previous?.wide && !line.gap));
  }

  /** `4. Rekommendationer      Ansvarig nämnd`: a numbered heading in one line with the heads of its table's further columns. */
  private isWideHead(line: Line, { next }: Layout): boolean {
    return line.wide && next?.wide === true && !next.gap && !/\s\d+$/.test(this.text.slice(line.start, line.end));
  }

  /** Reads a line that heads a section and, in its further columns, a table. */
  private wideHead(line: Line, content: number): number {
    if (namesSection(this.text, content)) this.table.close();
    const read = this.row(line);
    const first = this.blocks.findLast((block) => block.start === line.start);
    if (first) first.start = content;
    return read;
  }

  private row(line: Line): number {
    if (!this.table.isOpen) this.closeWords();
    for (const cell of this.table.readRow(line)) this.push(cell);
    return 0;
  }

  /** Reads a line with HTML remnants; false when its tags stand inside running words. */
  private tagged(line: Line): boolean {
    const read = this.table.readTagged(line);
    if (!read) return false;
    if (read.apart) this.closeWords();
    for (const block of read.blocks) this.push(block);
    return true;
  }

  private joinCell(line: Line): number {
    const wrapped = this.table.readWrapped(line);
    if (wrapped) for (const cell of wrapped) this.push(cell);
    else (this.blocks.at(-1) as Block).end = line.end;
    return 0;
  }

  private item(line: Line): number {
    const marker = line.marker as NonNullable<Line['marker']>;
    const { list } = this;
    if (this.open && this.open.type !== 'item' && !this.inList && line.gap) list.length = 0;
    this.inList = false;
    const isSame = (sign: string) => sign === marker.sign || (marker.misread === true && sign === 'o');
    let level = list.findIndex((known) => isSame(known.sign) && Math.abs(known.indent - line.indent) <= 1);
    if (level < 0) {
      while (list.length > 0 && (list.at(-1) as { indent: number }).indent > line.indent + 1) list.pop();
      const last = list.at(-1);
      if (last && last.indent >= line.indent - 0 && last.sign !== marker.sign && last.indent > 1 && list.length > 1)
        list.pop();
      if (last && last.sign === marker.sign && Math.abs(last.indent - line.indent) <= 1) list.pop();
      list.push({ sign: marker.sign, indent: line.indent });
      level = list.length - 1;
    } else list.length = level + 1;
    this.interrupted = false;
    // A numbered item keeps no number, as a bulleted one keeps no bullet; a bullet may stand before a number.
    if (marker.kind === 'number' && marker.depth === 1) this.listed = marker.value ?? NONE;
    let { content } = marker;
    const inner = readMarker(this.text, content, line.end);
    if (inner && marker.kind === 'bullet' && inner.kind === 'number' && inner.closing !== '') content = inner.content;
    this.open = this.push({ type: 'item', start: content, end: line.end, level: Math.min(level + 1, 6) });
    return 0;
  }

  private words(line: Line, index: number, around: Layout): number {
    const { text, open } = this;
    if (open && goesOn(text, open, line, around, this.interrupted)) {
      if (this.interrupted) {
        this.interrupted = false;
        // No item of its own: nothing says that it has a bullet. Its words tell whose they are.
        this.open = this.push({ type: 'paragraph', start: line.start, end: line.end });
        this.inList ||= open.type === 'item';
      } else open.end = line.end;
      return 0;
    }
    if (isTitle(text, line, around)) return this.heading(line, line.start, 3);
    const more = line.gap ? titleLines(text, this.lines, index) : 0;
    if (more > 0) {
      const end = (this.lines[index + more] as Line).end;
      this.close();
      this.push({ type: 'heading', start: line.start, end, level: 2 });
      return more;
    }
    this.interrupted = false;
    this.inList = false;
    this.list = open?.type === 'item' ? this.list : [];
    const label = runInLabel(text, line);
    if (label > 0) this.push({ type: 'paragraph', start: line.start, end: line.start + label });
    this.open = this.push({ type: 'paragraph', start: line.start + (label > 0 ? label + 1 : 0), end: line.end });
    return 0;
  }
}
