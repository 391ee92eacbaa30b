import type { Block, Reading } from '../types';
import { markFurniture } from './furniture';
import { isAnswerLine, isOpenEnded, type Line, readLines, startsLowerCase } from './lines';
import { readMarker } from './markers';
import { isSignature } from './signatures';
import { cutAtTags, readRow, readWideRow, type TablePlace } from './tables';
import { isEmphasised, isNumberedHeading, isTitle, type Surroundings } from './titles';

/** A text whose long lines are shorter than this was wrapped by hand; above it each line is a paragraph. */
const WIDEST_WRAP = 160;
/** Usual line length where the text is not wrapped. */
const UNWRAPPED_WIDTH = 110;
/** "Nämndens svar: …" below a finished sentence begins something of its own. */
const LABELLED = /^\**\p{Lu}[\p{L}\d -]{2,44}:(?:\s|\**$)/u;
const LONGEST_TITLE_BLOCK = 240;
const OPENS_TABLE = /<table\b/i;
const CLOSES_TABLE = /<\/table>/i;

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

/** "… rekommenderar nämnden att", "Nämnden bör" above a blank line: what follows are the items. */
const OPENS_LIST = /\s(?:att|bör)$/;
/** "Miljönämndens kommentar: …": no sentence goes on so, even where the line before lacks its stop. */
const ANSWER_LABEL =
  /^\**\p{Lu}[\p{L}-]*(?: (?:och|samt) [\p{L}-]+)?s (?:svar|yttrande|kommentar(?:er)?|ställningstagande|bemötande|synpunkter|åtgärd(?:er)?):/u;
const LONGEST_LABEL = 70;

function beginsAnswer(text: string, line: Line): boolean {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL));
  return words.includes(':') && ANSWER_LABEL.test(words);
}

class BlockBuilder {
  private readonly blocks: Block[] = [];
  private readonly wrapped: boolean;
  private readonly width: number;
  /** The paragraph or item that following lines may go on with. */
  private open: Block | null = null;
  /** Page furniture or a footnote stood after `open`: going on means a new block. */
  private interrupted = false;
  /** `open` is the rest of an item. */
  private inList = false;
  /** Markers and indents of the lists that are open, outermost first. */
  private list: { sign: string; indent: number }[] = [];
  private tables = 0;
  private rows = 0;
  private inTable = false;
  /** Where the open table's HTML tags have come to; null where it has none. */
  private htmlPlace: TablePlace | null = null;
  private page = 1;
  private readonly paged: boolean;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {
    const long = longLine(lines);
    this.wrapped = long < WIDEST_WRAP;
    this.width = this.wrapped ? Math.max(long, 40) : UNWRAPPED_WIDTH;
    this.paged = text.includes('\f');
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
    const around = this.around(index);
    const marker = line.marker;
    if (marker?.kind === 'footnote') return this.footnote(line, index);
    if (marker?.kind === 'markdown-heading') return this.heading(line, marker.content, marker.depth);
    if (isEmphasised(text, line) && line.gap) return this.heading(line, line.start, 4);
    if (marker?.kind === 'number' && !line.piped && isNumberedHeading(text, line, around))
      return this.heading(line, line.start, marker.depth);
    if (line.tabbed || line.piped || (line.wide && this.inWideTable(index))) return this.row(line);
    const inHtmlTable = this.inTable && this.htmlPlace !== null && !line.gap;
    if ((line.tagged || inHtmlTable) && this.tagged(line)) return 0;
    if (this.inTable && !line.gap && this.blocks.at(-1)?.type === 'cell' && !marker) return this.joinCell(line);
    this.inTable = false;
    if (marker) return this.item(line);
    return this.words(line, index, around);
  }

  private around(index: number): Surroundings {
    let next = index + 1;
    while (this.lines[next]?.furniture) next++;
    let previous = index - 1;
    while (this.lines[previous]?.furniture) previous--;
    return { previous: this.lines[previous], next: this.lines[next], width: this.width };
  }

  private push(block: Block): Block {
    if (this.paged) block.page = this.page;
    this.blocks.push(block);
    return block;
  }

  private close(): void {
    this.open = null;
    this.interrupted = false;
    this.list = [];
    this.inTable = false;
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

  private row(line: Line): number {
    if (!this.inTable) {
      this.close();
      this.tables++;
      this.rows = 0;
      this.inTable = true;
    }
    if (line.wide && !line.piped) {
      for (const cell of readWideRow(this.text, line.start, line.end, this.tables - 1, this.rows)) this.push(cell);
      this.rows++;
      return 0;
    }
    // Markdown's |---|---| parts head and body.
    if (/^[\s:|-]+$/.test(this.text.slice(line.start, line.end))) return 0;
    // A row whose first cell is empty goes on with the row before it.
    const lineStart = line.indent >= 4 ? this.text.lastIndexOf('\n', line.start - 1) + 1 : line.start;
    const goesOn = lineStart < line.start && this.text[lineStart] === '\t' && this.rows > 0;
    const from = goesOn ? lineStart : line.start;
    if (!goesOn) this.rows++;
    for (const cell of readRow(this.text, from, line.end, this.tables - 1, this.rows - 1)) this.push(cell);
    return 0;
  }

  /** Reads a line with HTML remnants; false when its tags stand inside running words. */
  private tagged(line: Line): boolean {
    const { text } = this;
    const words = text.slice(line.start, line.end);
    const opensTable = OPENS_TABLE.test(words);
    if (opensTable || !this.inTable) this.htmlPlace = null;
    const place = this.htmlPlace ?? { row: Math.max(0, this.rows - 1), column: 0 };
    if (opensTable) place.row = 0;
    const pieces = cutAtTags(text, line.start, line.end, place);
    const cells = opensTable || place.column > 0 || pieces.some((piece) => piece.column > 0);
    const whole = pieces.length === 1 && pieces[0]?.start === line.start && pieces[0].end === line.end;
    if (whole && !cells) return false;
    if (cells && (opensTable || !this.inTable)) {
      this.close();
      this.tables++;
      this.rows = 1;
      this.inTable = true;
    }
    if (cells) {
      this.htmlPlace = place;
      this.rows = place.row + 1;
    }
    const inTable = this.inTable;
    if (pieces.length > 0 && !inTable) this.close();
    for (const piece of pieces) {
      if (inTable)
        this.push({
          type: 'cell',
          start: piece.start,
          end: piece.end,
          table: this.tables - 1,
          row: piece.row,
          column: piece.column,
        });
      else
        this.push({
          type: piece.item ? 'item' : 'paragraph',
          start: piece.start,
          end: piece.end,
          ...(piece.item ? { level: 1 } : {}),
        });
    }
    if (inTable && CLOSES_TABLE.test(words)) this.inTable = false;
    return true;
  }

  private joinCell(line: Line): number {
    (this.blocks.at(-1) as Block).end = line.end;
    return 0;
  }

  private item(line: Line): number {
    const marker = line.marker as NonNullable<Line['marker']>;
    const { list } = this;
    if (this.open && this.open.type !== 'item' && !this.inList && line.gap) list.length = 0;
    this.inList = false;
    let level = list.findIndex((known) => known.sign === marker.sign && Math.abs(known.indent - line.indent) <= 1);
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
    let { content } = marker;
    const inner = readMarker(this.text, content, line.end);
    if (inner && marker.kind === 'bullet' && inner.kind === 'number' && inner.closing !== '') content = inner.content;
    this.open = this.push({ type: 'item', start: content, end: line.end, level: Math.min(level + 1, 6) });
    return 0;
  }

  private words(line: Line, index: number, around: Surroundings): number {
    const { text, open } = this;
    if (open && this.goesOn(open, line, around)) {
      if (this.interrupted) {
        this.interrupted = false;
        // No item of its own: nothing says that it has a bullet. Its words tell whose they are.
        this.open = this.push({ type: 'paragraph', start: line.start, end: line.end });
        this.inList ||= open.type === 'item';
      } else open.end = line.end;
      return 0;
    }
    if (isTitle(text, line, around)) return this.heading(line, line.start, 3);
    const more = line.gap ? this.titleLines(line, index) : 0;
    if (more > 0) {
      const end = (this.lines[index + more] as Line).end;
      this.close();
      this.push({ type: 'heading', start: line.start, end, level: 2 });
      return more;
    }
    this.interrupted = false;
    this.inList = false;
    this.list = open?.type === 'item' ? this.list : [];
    this.open = this.push({ type: 'paragraph', start: line.start, end: line.end });
    return 0;
  }

  /** True when a line is the next line of the open paragraph or item. */
  private goesOn(open: Block, line: Line, around: Surroundings): boolean {
    const { text } = this;
    const openEnd = isOpenEnded(text, open);
    const lower = startsLowerCase(text, line);
    if (openEnd && !lower && beginsAnswer(text, line)) return false;
    if (line.gap || this.interrupted) {
      // A sentence that a page break or a blank line cut goes on in lower case; a list of "att …" does not.
      if (!this.interrupted && !line.pageBreak && OPENS_LIST.test(text.slice(open.end - 5, open.end))) return false;
      return openEnd && lower && open.end - open.start > 25 && !text.startsWith('att ', line.start);
    }
    // `5 kap.` at the end of a line and `1 §` on the next are one place in a law.
    if (
      text[open.end - 1] === '.' &&
      /\bkap\.$/i.test(text.slice(open.end - 6, open.end)) &&
      /^\d+ ?[a-z]? ?§/.test(text.slice(line.start, line.start + 8))
    )
      return true;
    if (!lower && isAnswerLine(text, around.previous as Line)) return false;
    if (!openEnd && !lower && (isAnswerLine(text, line) || isSignature(text, line))) return false;
    if (open.type === 'item' && !openEnd && !lower && line.indent < 2 && !this.wrapped) return false;
    if (!openEnd && LABELLED.test(text.slice(line.start, Math.min(line.end, line.start + 50)))) return false;
    const previousLength = (around.previous as Line).end - (around.previous as Line).start;
    // Nothing wraps that early: the lines are a column of short words (a flattened table, an address).
    if (
      openEnd &&
      !lower &&
      this.wrapped &&
      open.type === 'paragraph' &&
      previousLength < this.width * 0.4 &&
      !startsLowerCase(text, around.previous as Line)
    )
      return false;
    if (openEnd) return lower || !around.next?.marker || !isTitle(text, line, around);
    const previous = around.previous as Line;
    const short = previous.end - previous.start < this.width * (open.type === 'item' ? 0.55 : 0.6);
    if (!this.wrapped) return open.type === 'item' ? line.indent > 1 : false;
    if (text[open.end - 1] === ':') return lower && !short && !text.startsWith('att ', line.start);
    return !(short && !lower) && !isTitle(text, line, around);
  }

  /** How many lines after this one belong to a title of two to four lines; 0 when it is none. */
  private titleLines(line: Line, index: number): number {
    const { text, lines } = this;
    if (!/^\p{Lu}/u.test(text[line.start] ?? '') || line.tagged) return 0;
    let last = index;
    while (last - index < 4) {
      const next = lines[last + 1];
      if (!next || next.gap || next.furniture || next.marker || next.tabbed) break;
      last++;
    }
    const end = lines[last] as Line;
    const closed = !lines[last + 1] || (lines[last + 1] as Line).gap;
    if (last === index || !closed || last - index > 3 || end.end - line.start > LONGEST_TITLE_BLOCK) return 0;
    const words = text.slice(line.start, end.end);
    // A title has no finite punctuation; addresses and signatures have a capital on every line.
    if (/[.:;?!]/.test(words.replace(/\d\.\d/g, '')) || !isOpenEnded(text, end)) return 0;
    for (let k = index + 1; k <= last; k++) if (!startsLowerCase(text, lines[k] as Line)) return 0;
    return last - index;
  }
}
