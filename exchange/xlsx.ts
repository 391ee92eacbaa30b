import type { CellObject, Sheet } from 'write-excel-file/universal';
import { getCellAddress } from 'write-excel-file/utility';
import type { Contents } from '../storage/contents';
import { Pace, type Work } from '../storage/pace';
import { ExportContents, type ExportOptions } from './export-options';
import { documentTitle, type ExportField, FieldReader, USUAL_FIELDS } from './fields';
import { placeUrl } from './place-link';
import { forceText, usedProvisions } from './used-provisions';
import { capital, type FileWords, wordsIn } from './words';
import { type CellLink, type SheetExtras, sheetExtras } from './xlsx-extras';

/** Excel opens no file with a longer cell ("Excel specifications and limits": 32,767 characters). */
const LONGEST_CELL = 32_700;
/** Excel's most for links in one sheet; addresses beyond stand as text. */
const MOST_LINKS = 65_530;

/** Points. A row higher than half a screen hides its neighbours. */
const LINE_HEIGHT = 15;
const HIGHEST_ROW = 240;

const HEADER = { fontWeight: 'bold', backgroundColor: '#e8e4da', alignVertical: 'top', wrap: true } as const;
const BODY = { alignVertical: 'top' } as const;
/** Numbers and days stand to the left like the texts beside them: at the right they would run into the next column's. */
const LEFT = { ...BODY, align: 'left' } as const;
const WIDTHS: Partial<Record<ExportField, number>> = {
  document: 34,
  quote: 60,
  comment: 40,
  url: 40,
  provisions: 18,
  addressees: 24,
  municipality: 20,
  tags: 24,
  saved: 17,
  modified: 17,
  page: 7,
};

/** One sheet on its way: rows below a header, and links. */
class SheetBuilder {
  readonly rows: CellObject[][] = [];
  private readonly links: CellLink[] = [];

  constructor(
    private readonly name: string,
    private readonly columns: readonly { name: string; width: number }[],
  ) {
    this.rows.push(columns.map((column) => ({ ...HEADER, type: String, value: column.name })));
  }

  add(cells: readonly (CellObject | undefined)[], links: Readonly<Record<number, string | undefined>> = {}): void {
    for (const [column, url] of Object.entries(links)) {
      if (url !== undefined && this.links.length < MOST_LINKS) {
        this.links.push({ cell: getCellAddress(this.rows.length, Number(column)), url });
      }
    }
    const height = this.heightOf(cells);
    this.rows.push(cells.map((cell) => ({ ...(cell ?? BODY), height })));
  }

  /** Programs do not agree on whether they fit rows to wrapped text when they open a file: so we say how high. */
  private heightOf(cells: readonly (CellObject | undefined)[]): number {
    const lines = cells.map((cell, column) =>
      typeof cell?.value === 'string' ? linesOf(cell.value, this.columns[column]?.width ?? 14) : 1,
    );
    return Math.min(HIGHEST_ROW, Math.max(...lines) * LINE_HEIGHT + 2);
  }

  get sheet(): Sheet<Blob> {
    return {
      data: this.rows,
      sheet: this.name,
      stickyRowsCount: 1,
      orientation: 'landscape',
      columns: this.columns.map(({ width }) => ({ width })),
    };
  }

  get extras(): SheetExtras {
    const last = getCellAddress(this.rows.length - 1, this.columns.length - 1);
    return { name: this.name, filter: `A1:${last}`, links: this.links };
  }
}

/**
 * Annotations as an Excel workbook with a sheet each for annotations, documents and provisions: frozen header,
 * filters, wrapped text, dates as dates, links to the documents' places. Text is always text, never a formula.
 * The library writes the file in one go: in a page, run this in a worker when there are many rows.
 */
export async function xlsxBlob(contents: Contents, options: ExportOptions, work: Work = {}): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const all = new ExportContents(contents);
  const sheets = [
    await annotationSheet(all, options, new Pace(work)),
    documentSheet(all, options),
    provisionSheet(all, options),
  ];
  return writeXlsx(
    sheets.map((each) => each.sheet),
    { fontFamily: 'Calibri', fontSize: 11, features: [sheetExtras(sheets.map((each) => each.extras))] },
  ).toBlob();
}

async function annotationSheet(all: ExportContents, options: ExportOptions, pace: Pace): Promise<SheetBuilder> {
  const { fields = USUAL_FIELDS, timeZone, language } = options;
  const words = wordsIn(language);
  const reader = new FieldReader(all, timeZone, language);
  const builder = new SheetBuilder(
    words.annotations,
    fields.map((field) => ({ name: capital(words.fields[field]), width: WIDTHS[field] ?? 14 })),
  );
  const linked = [fields.indexOf('url'), fields.indexOf('page')].filter((column) => column >= 0);
  for (const [index, annotation] of all.annotations.entries()) {
    const document = all.documents.get(annotation.documentId);
    const url = document && placeUrl(document, annotation);
    builder.add(
      fields.map((field) => cellOf(field, reader.text(field, annotation), words)),
      Object.fromEntries(linked.map((column) => [column, url])),
    );
    await pace.step(index, all.annotations.length);
  }
  return builder;
}

function cellOf(field: ExportField, text: string, words: FileWords): CellObject | undefined {
  switch (field) {
    case 'date':
    case 'deadline':
      return dayCell(text, words);
    case 'saved':
    case 'modified':
      return timeCell(text, words);
    case 'page':
      return /^\d+$/.test(text) ? { ...LEFT, type: Number, value: Number(text) } : textCell(text, words);
    default:
      return textCell(text, words);
  }
}

function documentSheet(all: ExportContents, { timeZone, language }: ExportOptions): SheetBuilder {
  const words = wordsIn(language);
  const builder = new SheetBuilder(words.documents, [
    { name: words.title, width: 50 },
    { name: capital(words.fields.municipality), width: 22 },
    { name: capital(words.fields.auditor), width: 18 },
    { name: capital(words.fields.date), width: 12 },
    { name: capital(words.fields.diaryNumber), width: 18 },
    { name: capital(words.fields.url), width: 60 },
    { name: words.lastRead, width: 12 },
    { name: words.annotations, width: 13 },
  ]);
  const cell = (text: string) => textCell(text, words);
  const counts = new Map<string, number>();
  for (const { documentId } of all.annotations) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  for (const document of all.documents.values()) {
    const { municipality = '', auditor = '', date = '', diaryNumber = '' } = document.profile;
    const url = /^https?:/.test(document.canonicalUrl) ? document.canonicalUrl : undefined;
    builder.add(
      [
        cell(documentTitle(document)),
        cell(municipality),
        cell(auditor),
        dayCell(date, words),
        cell(diaryNumber),
        cell(document.canonicalUrl),
        dayCell(day.format(new Date(document.lastSeen)), words),
        { ...BODY, type: Number, value: counts.get(document.id) ?? 0 },
      ],
      { 0: url, 5: url },
    );
  }
  return builder;
}

function provisionSheet(all: ExportContents, { language }: ExportOptions): SheetBuilder {
  const words = wordsIn(language);
  const provisions = capital(words.fields.provisions);
  const builder = new SheetBuilder(provisions, [
    // Wide enough for the longest name that one word is: a spreadsheet cuts a longer one in two.
    { name: provisions, width: 24 },
    { name: words.name, width: 50 },
    { name: words.force, width: 30 },
    { name: words.annotations, width: 13 },
    { name: words.places, width: 60 },
    { name: words.lawText, width: 40 },
  ]);
  const cell = (text: string) => textCell(text, words);
  for (const used of usedProvisions(all, language)) {
    builder.add(
      [
        cell(used.short),
        cell(used.long),
        cell(forceText(used, words)),
        { ...BODY, type: Number, value: used.annotations.length },
        cell(used.places.join('\n')),
        cell(used.url ?? ''),
      ],
      { 0: used.url, 5: used.url },
    );
  }
  return builder;
}

function textCell(text: string, words: FileWords): CellObject | undefined {
  const cut = ` … ${words.cut}`;
  if (text === '') return undefined;
  const well = text.toWellFormed();
  const whole = well.length > LONGEST_CELL ? well.slice(0, LONGEST_CELL - cut.length).toWellFormed() + cut : well;
  // The library looks texts up in a plain object: those that every object has would come out as something else.
  const value = whole in {} ? `${whole} ` : whole;
  // "@" is Excel's format for text: what is typed into the cell later stays text too.
  return { ...BODY, type: String, value, wrap: true, format: '@' };
}

/** A day of a report is a date with no time: at midnight UTC, which is how the library counts. */
function dayCell(day: string, words: FileWords): CellObject | undefined {
  if (day === '') return undefined;
  const value = new Date(`${day}T00:00:00.000Z`);
  return inExcelsCalendar(value) ? { ...LEFT, type: Date, value, format: 'yyyy-mm-dd' } : textCell(day, words);
}

/** "2026-11-22 14:05", already in the person's time zone. */
function timeCell(time: string, words: FileWords): CellObject | undefined {
  const value = new Date(`${time.replace(' ', 'T')}:00.000Z`);
  return inExcelsCalendar(value) ? { ...LEFT, type: Date, value, format: 'yyyy-mm-dd hh:mm' } : textCell(time, words);
}

/** Excel's days begin in 1900 and end in 9999; its count is right from March 1900. */
function inExcelsCalendar(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year > 1900 && year < 10_000;
}

/** Lines that a text takes in a column of so many characters. */
function linesOf(text: string, width: number): number {
  // Words do not break: lines are a tenth shorter than the column.
  const room = Math.max(1, width * 0.9);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / room)), 0);
}
