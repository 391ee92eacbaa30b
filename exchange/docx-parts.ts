import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Pieces of the working paper. Every text passes `clean`: XML has no place for some signs. */

/** Width of the text on a landscape A4 with 2 cm margins, in twentieths of a point. */
const TEXT_WIDTH = 14_570;
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B8B2A4' } as const;
const CELL_MARGINS = { top: 60, bottom: 60, left: 90, right: 90 } as const;

/** Characters that XML 1.0 does not know: control characters and lone surrogates. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, '');
}

/** Swedish typography: a number stays with its sign, "5 kap." with "1 a §". */
export function bound(text: string): string {
  return clean(text)
    .replace(/(\d) (kap\.|§§?|a §|[a-zåäö] §)/g, '$1\u00A0$2')
    .replace(/(\d\u00A0[a-zåäö]) §/g, '$1\u00A0§')
    .replace(/\b([sp])\. (\d)/g, '$1.\u00A0$2');
}

/** A text with its line breaks; nothing for no text. */
export function runs(text: string, style: { italics?: boolean; bold?: boolean } = {}): TextRun[] {
  if (text === '') return [];
  return clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...style, ...(index > 0 ? { break: 1 } : {}) }));
}

export function link(text: string, url: string | undefined): ParagraphChild {
  const run = new TextRun({ text: clean(text), ...(url ? { style: 'Hyperlink' } : {}) });
  return url ? new ExternalHyperlink({ link: encodeURI(decodeIfPossible(url)), children: [run] }) : run;
}

/** An address may be escaped already, wholly or in part. */
function decodeIfPossible(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

export function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: runs(text),
    keepNext: true,
  });
}

export function paragraph(children: ParagraphChild[], style?: string): Paragraph {
  return new Paragraph({ children, ...(style ? { style } : {}) });
}

/** One cell: its paragraphs' pieces. */
export type Cell = ParagraphChild[][];

/**
 * A table whose header row comes back on every page. Widths are shares; a column in which no row has anything is left out:
 * the others need its room.
 */
export function table(all: readonly { name: string; width: number }[], allRows: readonly Cell[][]): Table {
  const isFilled = all.map((_, column) => allRows.some((row) => row[column]?.some((pieces) => pieces.length > 0)));
  const filled = <Each>(each: readonly Each[]) => each.filter((_, column) => isFilled[column]);
  const columns = filled(all);
  const rows = allRows.map((row) => filled(row));
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / whole));
  const cell = (paragraphs: Cell, column: number, header: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: CELL_MARGINS,
      // Word opens no cell without a paragraph.
      children: (paragraphs.length > 0 ? paragraphs : [[]]).map((children) => paragraph(children, 'Table')),
      ...(header ? { shading: { fill: 'E8E4DA' } } : {}),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ name }, column) => cell([runs(name, { bold: true })], column, true)),
      }),
      // A row stays on one page where it can.
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((each, column) => cell(each, column, false)) }),
      ),
    ],
  });
}
