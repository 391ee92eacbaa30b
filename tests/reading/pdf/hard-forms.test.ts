import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PdfItem, PdfReading } from '../../../reading/pdf';
import { readPdfBytes } from '../../../scripts/open-pdf';
import { makePdf } from '../../browser/support/pdf/make-pdf';
import { readPdf, readPdfNow } from './support/read-pdf';
import { Sheet } from './support/sheet';

const flat = (words: string) => words.replace(/\s+/g, ' ');
const show = ({ text, blocks }: PdfReading) =>
  blocks.map(({ type, start, end }) => `${type}: ${flat(text.slice(start, end))}`);
const body = (reading: PdfReading) => show(reading).filter((line) => !line.startsWith('furniture'));

const LOREM =
  'Nämnden har antagit en plan för hur badhusen ska skötas och hur avgifterna ska tas ut under de kommande tre åren, och planen följs upp varje höst av förvaltningen som sedan lämnar en skriftlig redovisning till nämndens presidium';

describe('one page', () => {
  it('is read in the direction in which most of it is set, whatever the page is turned', async () => {
    const lines = ['Rapporten handlar om badhusen i kommunen.', 'Den är skriven på en liggande sida.'];
    for (const rotate of [0, 90, 180, 270]) {
      const { reading } = await readPdfBytes(new Uint8Array(makePdf({ pages: [{ lines, rotate }] })));
      expect(flat(reading.text)).toBe(lines.join(' '));
    }
  });

  it('is read once where it is printed twice to look bold', () => {
    const sheet = new Sheet(1)
      .put(60, 100, 'Sammanfattning', { size: 14 })
      .put(60.4, 100.2, 'Sammanfattning', { size: 14 });
    sheet.text(60, 130, 400, LOREM);
    const reading = readPdfNow([sheet.done()]);
    expect(reading.text.match(/Sammanfattning/g)).toHaveLength(1);
    // The print above leads to the same words.
    expect(reading.offsetOf(1, 1, 3)).toBe(3);
  });

  it('leaves a stamp along its edge to the furniture', () => {
    const sheet = new Sheet(1).put(20, 600, 'Signerat 2026-03-01 med nyckel 4711', { size: 7, turned: 90 });
    sheet.text(60, 100, 400, LOREM);
    const shown = show(readPdfNow([sheet.done()]));
    expect(shown.at(-1)).toBe('furniture: Signerat 2026-03-01 med nyckel 4711');
    expect(shown).toHaveLength(2);
  });

  it('has spaces between items that lie apart and none within words that are set in pieces', () => {
    const sheet = new Sheet(1).put(60, 100, 'Kommun').put(90.2, 100, 'revisionen').put(143.5, 100, 'granskar.');
    expect(readPdfNow([sheet.done()]).text).toBe('Kommunrevisionen granskar.');
  });

  it('spells out ligatures and accents, and leads back to the signs', () => {
    const sheet = new Sheet(1).put(60, 100, 'oﬀentlighets- och sa\u0308kerhet');
    const reading = readPdfNow([sheet.done()]);
    expect(reading.text).toBe('offentlighets- och säkerhet');
    expect(reading.itemsOf(1, 2)).toEqual([{ page: 1, item: 0, start: 1, end: 2 }]);
    expect(reading.itemsOf(20, 21)).toEqual([{ page: 1, item: 0, start: 19, end: 21 }]);
    expect(reading.offsetOf(1, 0, 2)).toBe(3);
  });

  it('reads a raised figure as a mark and a figure on the line as a figure', () => {
    const sheet = new Sheet(1)
      .put(60, 100, 'enligt SoL 14:1')
      .put(135, 96, '2', { size: 6 })
      .put(141, 100, 'ska anmälan göras inom 14')
      .put(270, 100, 'dagar');
    expect(readPdfNow([sheet.done()]).text).toBe('enligt SoL 14:1² ska anmälan göras inom 14 dagar');
  });

  it('says of a scan that it holds no text, and of a font without letters that nobody can read it', () => {
    const reading = readPdfNow([
      new Sheet(1).done(),
      new Sheet(2).put(60, 100, '\ue001\ue002\ue003 \ue004\ue005').done(),
      new Sheet(3).put(60, 100, 'Text').done(),
      // Numbers of glyphs: the space is the third.
      new Sheet(4)
        .put(60, 100, [...'Enligt SoL 14:1'].map((at) => String.fromCharCode(at.charCodeAt(0) - 29)).join(''))
        .done(),
      // A symbol font's bullets.
      new Sheet(5).put(60, 100, '\uf0b7 Stärka').put(60, 115, '\uf0b7 Säkerställa').done(),
    ]);
    const held = [1, 2, 3, 4, 5, 6].map((page) => reading.textOf(page));
    expect(held).toEqual(['none', 'unreadable', 'readable', 'unreadable', 'readable', undefined]);
  });

  it('reads a table line by line whose columns stand as far apart as words in a justified line', () => {
    const rows = [
      ['Fråga', 'Svar', 'Skäl'],
      ['Har nämnden beslutat', 'I', 'Målen finns hos nämnden'],
      ['om mål för badhusen', 'huvudsak', 'och är kända.'],
      ['Följs de upp?', 'Nej', 'Ingen redovisning finns.'],
      ['Sköts badhusen?', 'Ja', 'Planen är ny.'],
    ];
    const sheet = new Sheet(1);
    // "om mål för badhusen" and "huvudsak" leave the same white behind them, to a tenth of a point.
    for (const [k, row] of rows.entries())
      for (const [column, words] of row.entries()) sheet.put([60, 173, 231][column] ?? 0, 100 + 13 * k, words);
    const { text, blocks } = readPdfNow([sheet.done()]);
    const first = blocks.filter(({ type, column }) => type === 'cell' && column === 1);
    expect(first.map(({ start, end }) => flat(text.slice(start, end))).join(' ')).toBe('Svar I huvudsak Nej Ja');
  });

  it('takes what leads back to its mark for a note, wherever it stands', () => {
    const sheet = new Sheet(1).put(60, 100, 'Slutsats', { size: 14 });
    sheet.text(60, 130, 400, LOREM);
    sheet.put(60, 240, '1. 7 kap. 19 a § skollagen. \u21a9').put(60, 255, '2. Ibid. \u21a9');
    const { text, blocks } = readPdfNow([sheet.done()]);
    const notes = blocks.filter(({ type }) => type === 'footnote').map(({ start, end }) => text.slice(start, end));
    expect(notes).toEqual([expect.stringContaining('7 kap. 19 a § skollagen.'), expect.stringContaining('Ibid.')]);
  });

  it('reads words of a crooked scan, each an item of its own size, as lines and paragraphs', () => {
    const wobble = [0.6, -0.5, 0.2, -0.7, 0.4];
    const sheet = new Sheet(1);
    let count = 0;
    const lines = LOREM.match(/.{1,70}(?: |$)/g) as string[];
    lines.forEach((line, row) => {
      let x = 60;
      for (const word of line.trim().split(' ')) {
        const off = wobble[count++ % wobble.length] as number;
        sheet.put(x, 100 + row * 14 + off + x * 0.004, word, { size: 10 + off });
        x += (word.length + 1) * 5.2;
      }
    });
    expect(body(readPdfNow([sheet.done()]))).toEqual([`paragraph: ${LOREM}`]);
  });
});

describe('a crowded page', () => {
  it('is read in many steps, a drawing of 100,000 words as well as a table', { timeout: 60_000 }, () => {
    const drawing = new Sheet(1, 2000, 2000);
    for (let k = 0; k < 100_000; k++)
      drawing.put((k * 7919) % 1990, (k * 104_729) % 1990, `w${k}`, { size: 4 + (k % 9) });
    const table = new Sheet(2, 900, 25_000);
    for (let row = 0; row < 2000; row++)
      for (let column = 0; column < 20; column++)
        table.put(column * 40, 12 * row + 20, `${row}/${column}`, { size: 6 });
    for (const page of [drawing.done(), table.done()]) {
      const work = readPdf([page]);
      let steps = 0;
      let step = work.next();
      for (; !step.done; step = work.next()) steps++;
      expect(steps).toBeGreaterThan(150);
      expect(step.value.text.replace(/\s/g, '')).toHaveLength(page.items.reduce((sum, { str }) => sum + str.length, 0));
    }
  });
});

describe('columns', () => {
  const left = `Vänstra spalten. ${LOREM}. ${LOREM}.`;
  const right = `Högra spalten. ${LOREM}. ${LOREM}.`;
  const sheet = () => {
    const page = new Sheet(1).put(60, 60, 'En rubrik över båda spalterna som är så lång att den når över dem', {
      size: 14,
    });
    page.text(60, 100, 220, left);
    page.text(310, 104, 220, right);
    return page;
  };
  const orders: Record<string, (items: PdfItem[]) => PdfItem[]> = {
    'column by column': (items) => items,
    backwards: (items) => items.reverse(),
    'line by line': (items) =>
      items.sort(
        (a, b) =>
          (b.transform[5] as number) - (a.transform[5] as number) ||
          (a.transform[4] as number) - (b.transform[4] as number),
      ),
    'without order': (items) =>
      items.sort((a, b) => (((a.transform[5] as number) * 7919) % 101) - (((b.transform[5] as number) * 7919) % 101)),
  };

  it.each(Object.entries(orders))('are read one after the other where the file has them %s', (_, order) => {
    const shown = body(readPdfNow([sheet().done(order)]));
    expect(shown.slice(1)).toEqual([`paragraph: ${left}`, `paragraph: ${right}`]);
  });
});

describe('several pages', () => {
  const page = (number: number, header: string, words: string, total = 4) => {
    const sheet = new Sheet(number).put(60, 40, header, { size: 8 }).put(480, 40, `${number} (${total})`, { size: 8 });
    sheet.text(60, 100, 470, words);
    return sheet;
  };

  it('have headers that change where another document begins', () => {
    const pages = [
      page(1, 'Granskning av badhusen', `Ett. ${LOREM}.`),
      page(2, 'Granskning av badhusen', `Två. ${LOREM}.`),
      page(3, 'Svar på granskning av badhusen', `Tre. ${LOREM}.`),
      page(4, 'Svar på granskning av badhusen', `Fyra. ${LOREM}.`),
    ].map((sheet) => sheet.done());
    expect(body(readPdfNow(pages))).toEqual(['Ett', 'Två', 'Tre', 'Fyra'].map((one) => `paragraph: ${one}. ${LOREM}.`));
  });

  it('may begin with the same heading without its being a running header', () => {
    const headed = (number: number) => {
      const sheet = new Sheet(number).put(60, 40, 'Lillköpings kommun', { size: 8 });
      sheet.put(60, 90, 'Bedömning', { size: 14 });
      sheet.text(60, 120, 470, `${LOREM}.`);
      return sheet.done();
    };
    const other = (number: number) => {
      const sheet = new Sheet(number).put(60, 40, 'Lillköpings kommun', { size: 8 });
      sheet.text(60, 88, 470, LOREM.split(' ').reverse().join(' '));
      return sheet.done();
    };
    const shown = show(readPdfNow([other(1), headed(2), headed(3), other(4)]));
    expect(shown.filter((line) => line === 'heading: Bedömning')).toHaveLength(2);
    expect(shown.filter((line) => line === 'furniture: Lillköpings kommun')).toHaveLength(4);
  });

  it('carry a recommendation over their break as one, behind note, footer and header', () => {
    const first = new Sheet(1).put(60, 40, 'Lillköpings kommun', { size: 8 });
    let y = first.text(60, 100, 470, `${LOREM}.`);
    y = first.text(60, y + 10, 470, 'Vi rekommenderar kultur- och fritidsnämnden att:');
    first
      .put(60, y + 8, '•')
      .text(
        75,
        y + 8,
        455,
        'Säkerställa att badhusens öppettider följs upp och att resultatet av uppföljningen redovisas för nämnden minst en gång om året,',
      );
    first
      .put(60, 700, '1', { size: 5 })
      .put(64, 703, 'Protokoll den 3 mars', { size: 7 })
      .put(280, 800, '1', { size: 8 });
    const second = new Sheet(2).put(60, 40, 'Lillköpings kommun', { size: 8 }).put(280, 800, '2', { size: 8 });
    second.text(75, 100, 455, 'med en jämförelse mot året innan.');
    second.text(60, 130, 470, `${LOREM}.`);
    const reading = readPdfNow([first.done(), second.done()]);
    const recommendations = detectNow(reading).passages.filter(({ kind }) => kind === 'recommendation');
    expect(recommendations.map(({ start, end }) => flat(reading.text.slice(start, end)))).toEqual([
      'Säkerställa att badhusens öppettider följs upp och att resultatet av uppföljningen redovisas för nämnden minst en gång om året, med en jämförelse mot året innan.',
    ]);
    const [{ start, end }] = recommendations as [(typeof recommendations)[0]];
    expect(new Set(reading.itemsOf(start, end).map((place) => place.page))).toEqual(new Set([1, 2]));
    expect(show(reading)).toContain('footnote: ¹ Protokoll den 3 mars');
  });

  it('are joined across nothing that is missing', () => {
    const pages = [page(1, 'Rapport', `${LOREM},`), page(3, 'Rapport', 'men den gäller inte längre.')];
    expect(body(readPdfNow(pages.map((sheet) => sheet.done())))).toHaveLength(2);
  });
});
