import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import { readPdfBytes } from '../../../scripts/open-pdf';
import { lettersOf, missingBlocks } from './support/compare';
import { ownPaper } from './support/own-paper';

const folder = join(import.meta.dirname, '../../fixtures/pdf');
const files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));

const read = async (file: string) => (await readPdfBytes(new Uint8Array(readFileSync(join(folder, file))))).reading;

/** Words with each run of white space as one space, and words that a line's end parted whole again. */
const flat = (words: string) => words.replace(/(\p{L})[-\u2010]\n(?=\p{Ll})/gu, '$1').replace(/\s+/g, ' ');

describe.each(files)('%s', (file) => {
  it('gives every heading, paragraph, item and cell as one block of its kind, in order', async () => {
    expect(missingBlocks(ownPaper, await read(file))).toEqual([]);
  });

  it('tells running headers, page numbers and contents from the text', async () => {
    const { text, blocks } = await read(file);
    const furniture = blocks.filter(({ type }) => type === 'furniture').map(({ start, end }) => text.slice(start, end));
    const pages = blocks.at(-1)?.page as number;
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages; page++) expect(furniture).toContain(`Sida ${page} (${pages})`);
    expect(furniture.filter((words) => words.startsWith('Lillköpings kommun'))).toHaveLength(pages);
    const body = blocks.filter(({ type }) => type !== 'furniture').map(({ start, end }) => text.slice(start, end));
    expect(body.filter((words) => /^Sida|Lillköpings kommun –|^3 Rekommendationer/.test(words))).toEqual([]);
  });

  it('tells notes from the text, and their marks from figures', async () => {
    const { text, blocks } = await read(file);
    const notes = blocks.filter(({ type }) => type === 'footnote').map(({ start, end }) => text.slice(start, end));
    expect(notes.map((note) => lettersOf(note))).toEqual([
      '1Kommunallagen2017725',
      '2Antagnaavkommunfullmäktigeden14maj2019',
    ]);
    expect(flat(text)).toContain('kommunallagen¹ se till');
  });

  it('has the levels of a list in a list', async () => {
    const { text, blocks } = await read(file);
    const level = (words: string) =>
      blocks.find(({ type, start, end }) => type === 'item' && text.slice(start, end).startsWith(words))?.level;
    expect(level('Finns det aktuella mål')).toBe(1);
    expect(level('Är målen mätbara')).toBe(2);
    expect(level('Har målen brutits')).toBe(2);
    expect(level('Följer nämnden upp')).toBe(1);
  });

  it('is detected as its author meant it', async () => {
    const reading = await read(file);
    const { passages } = detectNow(reading, { date: '2026-03-01' });
    const words = (kind: string) =>
      passages
        .filter((passage) => passage.kind === kind)
        .map(({ start, end }) => flat(reading.text.slice(start, end)).replace(/^• /, ''));
    expect(words('recommendation').map((one) => lettersOf(one))).toEqual(
      ownPaper.pieces.slice(-4, -1).map((piece) => lettersOf('words' in piece ? piece.words : '')),
    );
    const provisions = passages.flatMap((passage) => (passage.kind === 'citation' ? passage.provisions : []));
    expect(provisions.map(({ sfs, chapter, section }) => `${sfs}/${chapter}:${section}`)).toEqual(
      expect.arrayContaining(['2017:725/6:6', '1998:808/15:20', '1998:808/15:41']),
    );
    expect(passages.filter(({ kind }) => kind === 'deadline')).toMatchObject([{ date: '2026-05-20' }]);
  });

  it('leads from each passage to its words in the text items and back', async () => {
    const reading = await read(file);
    for (const { start, end } of detectNow(reading).passages) {
      const places = reading.itemsOf(start, end);
      const first = places[0] as (typeof places)[0];
      const last = places.at(-1) as (typeof places)[0];
      expect(reading.offsetOf(first.page, first.item, first.start)).toBe(start);
      expect(reading.offsetOf(last.page, last.item, last.end)).toBe(end);
    }
  });
});

it('has files of two producers', () => {
  expect(new Set(files.map((file) => file.split('-')[0]))).toEqual(new Set(['chromium', 'writer']));
});
