import Papa from 'papaparse';
import type { Pace } from '../storage/pace';
import { unguardFormula } from './csv';
import { type CsvMapping, type CsvTarget, guessMapping } from './csv-columns';
import { dayOf, kindOf, pagesOf, provisionsOf, severalOf, timeOf } from './csv-values';
import { fileError, ImportError } from './import-error';
import type { Incoming } from './incoming';
import { LooseImport, type LooseRow } from './loose';

/** A table as a person sees it before it is read: what its columns are called, what stands in them, what they may hold. */
export interface CsvTable {
  headings: string[];
  /** The first rows, for showing what each column holds. */
  sample: string[][];
  /** Number of rows below the headings. */
  rows: number;
  mapping: CsvMapping;
}

const SAMPLE = 5;
/** Excel has no more. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 1000;

const DELIMITERS = [';', ',', '\t', '|'];

interface Parsed {
  headings: string[];
  rows: string[][];
}

function parse(text: string): Parsed {
  let parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: DELIMITERS });
  if (tornRow(parsed) !== undefined) {
    // A torn cell spoils the guess from the rows as well: the headings say what parts the cells.
    parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimiter: delimiterOfHeadings(text) });
    const torn = tornRow(parsed);
    if (torn !== undefined) throw unclosedQuote(torn);
  }
  const { data } = parsed;
  const [headings = [], ...rows] = data;
  if (headings.length === 0) throw fileError('empty', 'No headings');
  if (rows.length === 0) throw fileError('no-rows', 'One line, and nothing below it');
  if (rows.length > MOST_ROWS) throw fileError('too-large', `More than ${MOST_ROWS} rows`, String(MOST_ROWS));
  if (headings.length > MOST_COLUMNS) throw fileError('unknown-format', `More than ${MOST_COLUMNS} columns`);
  return { headings, rows };
}

/** The first row, 0 that of the headings, where a quotation mark ends no cell; undefined where all do. */
function tornRow({ errors }: Papa.ParseResult<string[]>): number | undefined {
  const torn = errors.find(({ type }) => type === 'Quotes');
  return torn && (torn.row ?? 0);
}

function delimiterOfHeadings(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const often = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  return often.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/**
 * A quotation mark that is not closed swallows what comes after it, up to the next one or the end: rows would be lost
 * without a word. @param row 0 is that of the headings
 */
function unclosedQuote(row: number): ImportError {
  return new ImportError([{ code: 'unclosed-quote', path: '', row: row + 1, message: 'Quotation mark not closed' }]);
}

/** Looks into the text of a table. @throws ImportError */
export function inspectCsv(text: string): CsvTable {
  const { headings, rows } = parse(text);
  return { headings, sample: rows.slice(0, SAMPLE), rows: rows.length, mapping: guessMapping(headings) };
}

/**
 * Reads a table's rows as annotations; rows that cannot be read are refused with line and column.
 * @param mapping which column holds what; guessed where it is not given
 * @param setName the set that they go to; @param now ISO, the time of rows without one
 * @throws ImportError `no-quote-column`
 */
export async function incomingFromCsv(
  text: string,
  setName: string,
  now: string,
  pace: Pace,
  mapping?: CsvMapping,
): Promise<Incoming> {
  const { headings, rows } = parse(text);
  const columns = mapping ?? guessMapping(headings);
  if (columns.quote === undefined) throw fileError('no-quote-column', 'No column holds the quote');
  const all = new LooseImport('csv', setName, now);
  const columnOf = (field: string) => {
    const target = TARGET_OF[field.split(/[.[]/)[0] ?? ''] ?? (field as CsvTarget);
    const column = /quote/.test(field) ? columns.quote : columns[target];
    return column === undefined ? undefined : headings[column];
  };
  for (const [index, cells] of rows.entries()) {
    // The headings are line 1. Rows with line breaks in them count as one, as in a spreadsheet.
    const place = { path: '', row: index + 2 };
    const cell = (target: CsvTarget): string => {
      const column = columns[target];
      return column === undefined ? '' : unguardFormula(cells[column] ?? '').trim();
    };
    try {
      if (cell('quote') === '') {
        const column = headings[columns.quote];
        all.refuse({ ...place, code: 'no-quote', column, message: 'No quote' });
      } else {
        all.add(looseRow(cell), place, columnOf);
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      for (const problem of error.problems.slice(0, 1)) {
        all.refuse({ ...problem, ...place, column: columnOf(problem.path) });
      }
    }
    await pace.step(index, rows.length);
  }
  return all.done();
}

/** Which column a field of the annotation or its document came from, where the two are called differently. */
const TARGET_OF: Record<string, CsvTarget> = {
  title: 'document',
  canonicalUrl: 'url',
  tagNames: 'tags',
  created: 'saved',
};

function looseRow(cell: (target: CsvTarget) => string): LooseRow {
  const date = dayOf(cell('date'), 'date');
  const quote = cell('quote');
  const [municipality, auditor, diaryNumber] = [cell('municipality'), cell('auditor'), cell('diaryNumber')];
  const tags = cell('tags');
  return {
    seed: ['csv', cell('url'), cell('document'), cell('page'), cell('kind'), quote].join('\u0000'),
    url: cell('url'),
    title: cell('document'),
    profile: {
      ...(municipality ? { municipality } : {}),
      ...(auditor ? { auditor } : {}),
      ...(date ? { date } : {}),
      ...(diaryNumber ? { diaryNumber } : {}),
    },
    quote,
    ...pagesOf(cell('page')),
    kind: kindOf(cell('kind')),
    provisions: provisionsOf(cell('provisions'), date),
    addressees: severalOf(cell('addressees'), /;/),
    comment: cell('comment'),
    tagNames: severalOf(tags, tags.includes(';') ? /;/ : /,/),
    created: timeOf(cell('saved'), 'saved'),
    modified: timeOf(cell('modified'), 'modified'),
    answer: cell('answer'),
    date: dayOf(cell('deadline'), 'deadline'),
  };
}
