import { describe, expect, it } from 'vitest';
import { readPdfNow } from './support/read-pdf';
import { Sheet } from './support/sheet';

/** A table that stands over both columns of a page, set cell by cell as layout programs write it. */

const WORDS =
  'Nämnden har antagit en plan för hur badhusen ska skötas och hur avgifterna ska tas ut under de kommande tre åren, och planen följs upp varje höst av förvaltningen som lämnar en skriftlig redovisning till presidiet';

const LEFT = 50;
const RIGHT = 310;
const WIDTH = 235;
const TABLE = 515;

const flat = (words: string) => words.replace(/\s+/g, ' ');

class Page {
  readonly sheet = new Sheet(1);
  private y = 70;

  /** Two columns of running text, each named in its first word. */
  columns(left: string, right: string): this {
    const first = this.sheet.text(LEFT, this.y, WIDTH, `${left} ${WORDS} ${WORDS} ${WORDS}`);
    const second = this.sheet.text(RIGHT, this.y, WIDTH, `${right} ${WORDS} ${WORDS} ${WORDS}`);
    this.y = Math.max(first, second) + 14;
    return this;
  }

  table(rows: readonly (readonly string[])[]): this {
    for (const row of rows) {
      const width = TABLE / row.length;
      const ends = row.map((cell, k) => this.sheet.text(LEFT + k * width, this.y, width - 12, cell));
      this.y = Math.max(...ends) + 6;
    }
    this.y += 14;
    return this;
  }

  read() {
    const { text, blocks } = readPdfNow([this.sheet.done()]);
    return blocks.map(({ type, start, end, row, column }) => {
      const words = flat(text.slice(start, end));
      return type === 'cell' ? `${row}.${column} ${words}` : (words.split(' ')[0] ?? '');
    });
  }
}

const rows = (columns: number, count: number) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      column === 0 ? `Fråga ${row} om hur badhusen sköts och följs upp` : column === 1 ? 'Delvis' : `Svar ${row}`,
    ),
  );
const cells = (table: string[][]) => table.flatMap((row, r) => row.map((words, c) => `${r}.${c} ${words}`));

describe.each([2, 3, 4])('a table of %i columns over a page of two', (columns) => {
  const table = rows(columns, 5);

  it.each([
    ['between them', (page: Page) => page.columns('Ett', 'Två').table(table).columns('Tre', 'Fyra')],
    ['long, with columns above', (page: Page) => page.columns('Ett', 'Två').table(rows(columns, 9))],
    ['above them', (page: Page) => page.table(table).columns('Ett', 'Två')],
  ])('%s is read row by row, the columns one after the other', (where, set) => {
    const read = set(new Page()).read();
    const own = cells(where.startsWith('long') ? rows(columns, 9) : table);
    const wanted =
      where === 'between them'
        ? ['Ett', 'Två', ...own, 'Tre', 'Fyra']
        : where === 'above them'
          ? [...own, 'Ett', 'Två']
          : ['Ett', 'Två', ...own];
    expect(read).toEqual(wanted);
  });
});
