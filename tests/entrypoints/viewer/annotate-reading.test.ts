import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ShownPdfReading } from '../../../entrypoints/viewer/annotate-reading';
import { TextLayers } from '../../../entrypoints/viewer/annotate-text-layers';
import type { PDFViewer } from '../../../entrypoints/viewer/pdfjs';
import type { PdfItem, PdfPage } from '../../../reading/pdf';
import { readPdfNow } from '../../reading/pdf/support/read-pdf';

/** The way between the reading of a PDF and the text layers that pdf.js has in the window. */

const { window } = new JSDOM('<!doctype html><body></body>');
const { document } = window;

/** jsdom has no static ranges. */
class FakeStaticRange {
  constructor(init: StaticRangeInit) {
    Object.assign(this, init);
  }
}
beforeAll(() => {
  vi.stubGlobal('HTMLElement', window.HTMLElement);
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('NodeFilter', window.NodeFilter);
  vi.stubGlobal('StaticRange', FakeStaticRange);
});
afterAll(() => vi.unstubAllGlobals());

const item = (str: string, x: number, y: number): PdfItem => ({
  str,
  transform: [11, 0, 0, 11, x, y],
  width: str.length * 5.5,
  height: 11,
  fontName: 'f1',
  hasEOL: false,
  dir: 'ltr',
});

const pageOf = (page: number, items: PdfItem[]): PdfPage => ({
  page,
  width: 595,
  height: 842,
  toDisplay: [1, 0, 0, -1, 0, 842],
  items,
});

/** Pages in the window as pdf.js builds them: an element for each item, those of empty items left out. */
function shown(pages: readonly PdfPage[], inWindow = pages.map(({ page }) => page)) {
  document.body.replaceChildren();
  const views = new Map(
    pages.map(({ page, items }) => {
      const sheet = document.createElement('div');
      sheet.className = 'page';
      const div = document.createElement('div');
      div.className = 'textLayer';
      const textDivs = items.map(({ str }) => {
        const span = document.createElement('span');
        span.textContent = str;
        if (str !== '') div.append(span);
        return span;
      });
      const end = document.createElement('div');
      end.className = 'endOfContent';
      div.append(end);
      sheet.append(div);
      if (inWindow.includes(page)) document.body.append(sheet);
      return [page, { id: page, textLayer: { div, highlighter: { textDivs } } }];
    }),
  );
  const viewer = {
    getCachedPageViews: () => new Set([...views.values()].filter(({ id }) => inWindow.includes(id))),
    getPageView: (index: number) => views.get(index + 1),
  } as unknown as PDFViewer;
  const reading = new ShownPdfReading(readPdfNow(pages), new TextLayers(viewer), false);
  const divs = (page: number) => views.get(page)?.textLayer.highlighter.textDivs as HTMLElement[];
  return { reading, divs };
}

const wordsOf = (ranges: readonly AbstractRange[]) =>
  ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });

function select(from: Node, fromOffset: number, to: Node, toOffset: number): Range {
  const range = document.createRange();
  range.setStart(from, fromOffset);
  range.setEnd(to, toOffset);
  return range;
}

const first = pageOf(1, [
  item('Nämnden har inte', 72, 760),
  item(' ', 165, 760),
  item('beslutat om mål för', 171, 760),
  item('', 300, 760),
  item('arbetet med frånvaro som', 72, 745),
]);
const second = pageOf(2, [item('gäller alla skolor.', 72, 760), item('Det är en brist.', 72, 745)]);
const spanOf = (text: string, words: string) => {
  const start = text.replace(/\s/g, ' ').indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};

describe('a span', () => {
  it('of neighbouring items is one range, blank items included', () => {
    const { reading } = shown([first, second]);
    const { start, end } = spanOf(reading.text, 'inte beslutat om');
    expect(wordsOf(reading.locate(start, end))).toEqual(['inte beslutat om']);
  });

  it('over two pages is a range on each, and only on those that are in the window', () => {
    const words = 'med frånvaro som gäller alla';
    const both = shown([first, second]).reading;
    const span = spanOf(both.text, words);
    expect(wordsOf(both.locate(span.start, span.end))).toEqual(['med frånvaro som', 'gäller alla']);
    const one = shown([first, second], [2]).reading;
    expect(wordsOf(one.locate(span.start, span.end))).toEqual(['gäller alla']);
  });

  it('is found in elements that the search for words has rewritten', () => {
    const { reading, divs } = shown([first, second]);
    const [div] = divs(1);
    const mark = document.createElement('span');
    mark.textContent = 'har';
    div?.replaceChildren('Nämnden ', mark, ' inte');
    const { start, end } = spanOf(reading.text, 'den har in');
    expect(wordsOf(reading.locate(start, end))).toEqual(['den har in']);
    expect(reading.offsetOf(mark.firstChild as Node, 1)).toBe(spanOf(reading.text, 'ar inte').start);
  });

  it('knows its page', () => {
    const { reading } = shown([first, second]);
    expect(reading.pageAt(spanOf(reading.text, 'mål').start)).toBe(1);
    expect(reading.pageAt(spanOf(reading.text, 'gäller').start)).toBe(2);
  });
});

describe('a selection', () => {
  it('is the span of its words, trimmed', () => {
    const { reading, divs } = shown([first, second]);
    const range = select(divs(1)[0]?.firstChild as Node, 12, divs(1)[2]?.firstChild as Node, 9);
    expect(reading.spanOf(range)).toEqual(spanOf(reading.text, 'inte beslutat'));
  });

  it('may end behind the last letter of a page or begin before the first of it', () => {
    const { reading, divs } = shown([first, second]);
    const layer = divs(1)[0]?.parentElement as Node;
    const whole = select(layer, 0, layer, layer.childNodes.length);
    expect(reading.spanOf(whole)).toEqual(
      spanOf(reading.text, 'Nämnden har inte beslutat om mål för arbetet med frånvaro som'),
    );
  });

  it('over two pages is one span', () => {
    const { reading, divs } = shown([first, second]);
    const range = select(divs(1)[4]?.firstChild as Node, 8, divs(2)[0]?.firstChild as Node, 11);
    expect(reading.spanOf(range)).toEqual(spanOf(reading.text, 'med frånvaro som gäller alla'));
  });

  it('against the order of reading takes in all that it went over', () => {
    // The file has the two columns line by line; they are read one after the other.
    const column = (side: string, x: number) =>
      Array.from({ length: 16 }, (_, row) =>
        item(
          row === 0 ? `Nämndens ${side} spalt börjar här med en` : `och rad ${row} i ${side} spalt går vidare med`,
          x,
          760 - row * 13,
        ),
      );
    const left = column('vänstra', 60);
    const right = column('högra', 320);
    const page = pageOf(
      1,
      left.flatMap((each, row) => [each, right[row] as PdfItem]),
    );
    const { reading, divs } = shown([page]);
    const at = (words: string) => reading.text.indexOf(words);
    expect(at('och rad 15 i vänstra')).toBeLessThan(at('Nämndens högra'));
    const range = select(divs(1)[1]?.firstChild as Node, 0, divs(1)[2]?.firstChild as Node, 6);
    const span = reading.spanOf(range);
    expect(span?.start).toBe(at('och rad 1 i vänstra'));
    expect(span?.end).toBe(at('Nämndens högra') + 'Nämndens högra spalt börjar här med en'.length);
  });

  it('outside the pages is none', () => {
    const { reading } = shown([first]);
    const aside = document.createElement('p');
    aside.textContent = 'Verktyg';
    document.body.append(aside);
    expect(reading.spanOf(select(aside.firstChild as Node, 0, aside.firstChild as Node, 7))).toBeNull();
  });
});

describe('a place', () => {
  it('is carried to a reading that holds more pages', () => {
    const part = shown([second]).reading;
    const whole = shown([first, second]).reading;
    const span = spanOf(part.text, 'Det är en brist.');
    expect(part.carryTo(span, whole)).toEqual(spanOf(whole.text, 'Det är en brist.'));
  });

  it('is carried nowhere when the other reading lacks its page', () => {
    const part = shown([second]).reading;
    const other = shown([first]).reading;
    expect(part.carryTo(spanOf(part.text, 'Det är en brist.'), other)).toBeNull();
  });
});
