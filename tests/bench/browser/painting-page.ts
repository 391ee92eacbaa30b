import type { AnnotationStore } from '../../../annotating/document-source';
import { OpenDocument } from '../../../annotating/open-document';
import { paintDocument } from '../../../annotating/paint';
import type { Passage } from '../../../detection/types';
import { createPainter, isOnRanges, offsetFromPoint } from '../../../highlighting';
import { type DomReading, readDomNow } from '../../../reading/dom';

/** Runs in a page of 300,000 characters, driven by painting.ts: paints 5,000 passages in several ways and takes them away. */

export type Way = 'painter' | 'document' | 'bare' | 'apiece' | 'wrapped';

const reading = readDomNow(document.body);
const passages: Passage[] = [];
for (let start = 0; passages.length < 5000; start += 60) {
  const reason = { rule: 'bench' };
  passages.push({ kind: 'citation', start, end: start + 40, provisions: [], reason });
}
const ranges = passages.flatMap(({ start, end }) => reading.locate(start, end));

const neverCalled = () => Promise.reject(new Error('Nothing is stored in the bench.'));
const store = new Proxy({} as AnnotationStore, { get: () => neverCalled });
const source = { read: () => readAgain(), urls: () => [], hints: () => ({}) };
const openDocument = new OpenDocument<DomReading>(source, store, () => {});
openDocument.reading = reading;
openDocument.passages = passages;

/** Stands for reading the page once more, which the bench does not do. */
function* readAgain(): Generator<void, DomReading> {
  yield;
  return reading;
}

const painter = createPainter();
let wrappers: Element[] = [];

const STYLE = 'background-color: rgb(255 193 7 / 0.3); text-decoration: underline solid rgb(176 118 0) 2px;';

function styleSheet(...selectors: string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(selectors.map((selector) => `${selector} { ${STYLE} }`).join('\n'));
  return sheet;
}

/** What a way needs beyond the page's own styles; only there while it is measured, because each rule costs all others. */
const sheets: Partial<Record<Way, CSSStyleSheet>> = {
  bare: styleSheet('::highlight(bare)'),
  apiece: styleSheet(...ranges.map((_, at) => `::highlight(apiece-${at})`)),
  wrapped: styleSheet('mark'),
};

const ways: Record<Way, { paint(): void; remove(): void }> = {
  painter: {
    paint: () => painter.paint('citation', ranges),
    remove: () => painter.paint('citation', []),
  },
  document: {
    paint: () => paintDocument(openDocument, painter),
    remove: () => painter.clear(),
  },
  bare: {
    paint: () => void CSS.highlights.set('bare', new Highlight(...ranges)),
    remove: () => void CSS.highlights.delete('bare'),
  },
  apiece: {
    paint: () => {
      ranges.forEach((range, at) => {
        CSS.highlights.set(`apiece-${at}`, new Highlight(liveRange(range)));
      });
    },
    remove: () => {
      for (let at = 0; at < ranges.length; at++) CSS.highlights.delete(`apiece-${at}`);
    },
  },
  wrapped: {
    paint: () => {
      // From the end, so that the places before are still right.
      wrappers = ranges.toReversed().map(wrap);
    },
    remove: () => {
      const parents = new Set(wrappers.map((wrapper) => wrapper.parentNode));
      for (const wrapper of wrappers) wrapper.replaceWith(...wrapper.childNodes);
      for (const parent of parents) parent?.normalize();
    },
  },
};

function wrap(place: StaticRange): Element {
  const wrapper = document.createElement('mark');
  liveRange(place).surroundContents(wrapper);
  return wrapper;
}

/** The kind of range that other clients use. */
function liveRange(place: StaticRange): Range {
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}

/** Milliseconds until the frame that shows the change is laid out and painted on the main thread. */
function untilPainted(change: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const begin = performance.now();
      const { port1, port2 } = new MessageChannel();
      // The frame's styles, layout and painting follow in this very task; the message comes after it.
      port1.onmessage = () => resolve(performance.now() - begin);
      change();
      port2.postMessage(null);
    });
  });
}

const bench = {
  characters: reading.text.length,

  async paintAndRemove(way: Way): Promise<{ paint: number; remove: number }> {
    const sheet = sheets[way];
    document.adoptedStyleSheets = sheet ? [sheet] : [];
    await untilPainted(() => {});
    await untilPainted(() => {});
    const paint = await untilPainted(ways[way].paint);
    await untilPainted(() => {});
    const remove = await untilPainted(ways[way].remove);
    await untilPainted(() => {});
    return { paint, remove };
  },

  /** Milliseconds that finding what stands under a point takes, for many points of the window. */
  hitTests(count: number): { times: number[]; hits: number } {
    const times: number[] = [];
    let hits = 0;
    for (let at = 0; at < count; at++) {
      const x = 20 + ((at * 37) % (innerWidth - 40));
      const y = 10 + ((at * 101) % (innerHeight - 20));
      const begin = performance.now();
      const offset = offsetFromPoint(document, reading, x, y);
      const found =
        offset === null
          ? []
          : openDocument.passagesAt(offset).filter(({ start, end }) => isOnRanges(reading.locate(start, end), x, y));
      times.push(performance.now() - begin);
      hits += found.length > 0 ? 1 : 0;
    }
    return { times, hits };
  },
};

export type PaintingBench = typeof bench;
Object.assign(globalThis, { paintingBench: bench });
