import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PdfItem, type PdfPage, PdfReader, type PdfReading } from '../../../reading/pdf';
import { readPdfNow } from './support/read-pdf';

/** Words with what fonts do to letters: ligatures, accents set apart, bullets, blanks. */
const words = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeåäöABC §1289.,-: '), maxLength: 14 }) },
  fc.constantFrom(
    '•',
    '1.',
    '12',
    ' ',
    '',
    'oﬀentlighet',
    'sa\u0308tt',
    'ﬁnns',
    '\uf0b7',
    '2)',
    'å\u0301\u0302',
    '\u0301',
    '\u0000',
  ),
);

const item: fc.Arbitrary<PdfItem> = fc
  .record({
    str: words,
    x: fc.double({ min: -50, max: 600, noNaN: true }),
    line: fc.integer({ min: -2, max: 60 }),
    nudge: fc.constantFrom(0, 0, 0, 0.4, 3, -4),
    size: fc.constantFrom(6, 9, 10, 10, 10, 12, 20),
    degrees: fc.constantFrom(0, 0, 0, 0, 0, 0, 0.3, 90, -90, 180, 45),
    font: fc.constantFrom('f1', 'f1', 'f2'),
    labelled: fc.constantFrom(undefined, undefined, undefined, true as const),
  })
  .map(({ str, x, line, nudge, size, degrees, font, labelled }) => {
    const cos = Math.cos((degrees * Math.PI) / 180) * size;
    const sin = Math.sin((degrees * Math.PI) / 180) * size;
    return {
      str,
      transform: [cos, sin, -sin, cos, x, 780 - line * 13 + nudge],
      width: str.length * size * 0.5,
      height: size,
      fontName: font,
      hasEOL: false,
      dir: 'ltr',
      ...(labelled ? { labelled } : {}),
    };
  });

const pages: fc.Arbitrary<PdfPage[]> = fc
  .array(fc.array(item, { maxLength: 60 }), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map((items, k) => ({ page: k + 1, width: 595, height: 842, toDisplay: [1, 0, 0, -1, 0, 842], items })),
  );

const seen = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** Every letter of the file that the text has, by page and item, as [start, end) pairs in text order. */
function coverage(reading: PdfReading): Map<string, [number, number][]> {
  const covered = new Map<string, [number, number][]>();
  for (const { page, item, start, end } of reading.itemsOf(0, reading.text.length)) {
    const key = `${page}/${item}`;
    covered.set(key, [...(covered.get(key) ?? []), [start, end]]);
  }
  return covered;
}

/** Words printed again at the same place are read once. */
function isPrintedAgain(page: PdfPage, index: number): boolean {
  const own = page.items[index] as PdfItem;
  return page.items.some(
    (other, k) =>
      k !== index &&
      other.str.trim() === own.str.trim() &&
      Math.hypot(
        (other.transform[4] as number) - (own.transform[4] as number),
        (other.transform[5] as number) - (own.transform[5] as number),
      ) < 8,
  );
}

describe('a reading of any PDF page', () => {
  it('has every letter of every item once, and nothing else', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const covered = coverage(readPdfNow(all));
        for (const page of all)
          page.items.forEach(({ str }, index) => {
            const places = (covered.get(`${page.page}/${index}`) ?? []).sort((a, b) => a[0] - b[0]);
            for (let k = 1; k < places.length; k++)
              expect(places[k]?.[0]).toBeGreaterThanOrEqual(places[k - 1]?.[1] as number);
            const read = places.map(([start, end]) => str.slice(start, end)).join('');
            if (places.length > 0 || !isPrintedAgain(page, index)) expect(seen(read)).toBe(seen(str));
          });
      }),
      { numRuns: 300 },
    );
  });

  it('leads from each letter to its item and back', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const reading = readPdfNow(all);
        for (let offset = 0; offset < reading.text.length; offset++) {
          const places = reading.itemsOf(offset, offset + 1);
          if (/\s/.test(reading.text[offset] as string) && places.length === 0) continue;
          expect(places).toHaveLength(1);
          const [{ page, item: index, start, end }] = places as [(typeof places)[0]];
          const str = (all[page - 1] as PdfPage).items[index]?.str as string;
          expect(str.slice(start, end).normalize('NFKC')).toContain((reading.text[offset] as string).normalize('NFKC'));
          const back = reading.offsetOf(page, index, start) as number;
          const to = reading.offsetOf(page, index, end) as number;
          expect(back).toBeLessThanOrEqual(offset);
          expect(to).toBeGreaterThan(offset);
          if (end - start === 1 && str.slice(start, end).normalize('NFKC').length === 1) expect(back).toBe(offset);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has blocks in order, without overlaps, that begin and end with words', () => {
    fc.assert(
      fc.property(pages, (all) => {
        const { text, blocks } = readPdfNow(all);
        let last = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(last);
          expect(block.end).toBeGreaterThan(block.start);
          expect(block.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(block.start, block.end)).toBe(text.slice(block.start, block.end).trim());
          expect(block.page).toBeGreaterThan(0);
          last = block.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in whatever order its pages came', () => {
    fc.assert(
      fc.property(
        pages.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const reader = new PdfReader();
          for (const page of shuffled) for (const _ of reader.add(page));
          const work = reader.reading();
          let step = work.next();
          while (!step.done) step = work.next();
          const whole = readPdfNow(all);
          expect(step.value.text).toBe(whole.text);
          expect(step.value.blocks).toEqual(whole.blocks);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('survives numbers that are none', () => {
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 1e12, 10);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(odd, { minLength: 6, maxLength: 6 }), odd, odd), { maxLength: 20 }),
        (all) => {
          const items = all.map(([transform, width, height], k) => ({
            str: `ord${k}`,
            transform,
            width,
            height,
            fontName: 'f',
            hasEOL: false,
            dir: 'ltr',
          }));
          const page = { page: 1, width: 595, height: 842, toDisplay: [1, 0, 0, -1, 0, 842], items };
          expect(readPdfNow([page]).text.length).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
