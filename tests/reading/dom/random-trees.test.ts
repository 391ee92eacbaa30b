import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DomReading, readDomNow } from '../../../reading/dom';
import { styledPage } from './support';

/** A page as a plain model, from which both the DOM and, by another way than the reading's, its text are made. */
type Model = string | { tag: string; children: Model[] };

const BLOCKS = ['p', 'div', 'section', 'blockquote'];
const INLINES = ['span', 'b', 'a', 'em'];
const HIDDEN = ['script', 'template', 'textarea'];
const BREAK = '\u0001';
const EDGE = '\u0002';

const letters = fc.constantFrom('a', 'ö', '§', '\u00a0', '\u00ad', '😀', ' ', '  ', '\n', '\t', ' \n ');
const text = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(''));
const { page } = fc.letrec<{ node: Model; page: Model[] }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constant<Model>({ tag: 'br', children: [] }),
    fc.record({
      tag: fc.constantFrom(...BLOCKS, ...INLINES, ...INLINES, ...HIDDEN),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
  page: fc.array(tie('node'), { maxLength: 6 }),
}));

/** The text with marks for line breaks and for the edges of blocks. */
function marked(model: Model): string {
  if (typeof model === 'string') return model;
  if (HIDDEN.includes(model.tag)) return '';
  if (model.tag === 'br') return BREAK;
  const inside = model.children.map(marked).join('');
  return BLOCKS.includes(model.tag) ? EDGE + inside + EDGE : inside;
}

/** What a person sees: white space collapsed, blocks and line breaks as lines. */
function rendered(models: readonly Model[]): string {
  return models
    .map(marked)
    .join('')
    .replace(/[ \n\t]+/g, ' ')
    .replace(new RegExp(` ?${BREAK} ?`, 'g'), BREAK)
    .replace(new RegExp(`${BREAK}{2,}`, 'g'), EDGE)
    .split(EDGE)
    .map((block) => block.replace(new RegExp(`^[ ${BREAK}]+|[ ${BREAK}]+$`, 'g'), '').replaceAll(BREAK, '\n'))
    .filter((block) => block !== '')
    .join('\n');
}

function build(document: Document, parent: Element, models: readonly Model[]): void {
  for (const model of models) {
    if (typeof model === 'string') parent.append(document.createTextNode(model));
    else {
      const element = document.createElement(model.tag);
      build(document, element, model.children);
      parent.append(element);
    }
  }
}

const window = styledPage('');
function readingOf(models: readonly Model[]): DomReading {
  const { body } = window.document;
  body.replaceChildren();
  build(window.document, body, models);
  return readDomNow(body);
}

beforeEach(() => {
  vi.stubGlobal('Node', window.Node);
  vi.stubGlobal('StaticRange', window.StaticRange);
});
afterEach(() => vi.unstubAllGlobals());

const RUNS = { numRuns: 300 };

it('the text is what a simple renderer gives', () => {
  fc.assert(
    fc.property(page, (models) => {
      expect(readingOf(models).text).toBe(rendered(models));
    }),
    RUNS,
  );
});

it('blocks cover all of the text but the line breaks between them', () => {
  fc.assert(
    fc.property(page, (models) => {
      const { text: all, blocks } = readingOf(models);
      expect(blocks.map(({ start, end }) => all.slice(start, end)).join('\n')).toBe(all);
      expect(blocks.every(({ start, end }) => start < end)).toBe(true);
    }),
    RUNS,
  );
});

it('every letter has a place in the page that holds it, and the place leads back to it', () => {
  fc.assert(
    fc.property(page, (models) => {
      const reading = readingOf(models);
      for (let offset = 0; offset < reading.text.length; offset++) {
        const ranges = reading.locate(offset, offset + 1);
        const letter = reading.text[offset];
        // A line break stands for an element, not for a letter of the page.
        if (ranges.length === 0) {
          expect(letter).toBe('\n');
          continue;
        }
        expect(ranges).toHaveLength(1);
        const { startContainer, startOffset, endContainer, endOffset } = ranges[0] as StaticRange;
        const written = (startContainer as Text).data[startOffset];
        expect(letter === ' ' ? written?.trim() === '' : written === letter).toBe(true);
        expect(reading.offsetOf(startContainer, startOffset)).toBe(offset);
        expect(reading.offsetOf(endContainer, endOffset)).toBe(offset + 1);
      }
    }),
    RUNS,
  );
});

it('a span leads to ranges that select it again', () => {
  fc.assert(
    fc.property(page, fc.nat(), fc.nat(), (models, one, other) => {
      const reading = readingOf(models);
      fc.pre(reading.text.length > 0);
      const [start = 0, end = 0] = [one % reading.text.length, other % (reading.text.length + 1)].sort((a, b) => a - b);
      const ranges = reading.locate(start, end);
      fc.pre(ranges.length > 0);
      const first = ranges[0] as StaticRange;
      const last = ranges.at(-1) as StaticRange;
      const span = reading.spanOf({
        startContainer: first.startContainer,
        startOffset: first.startOffset,
        endContainer: last.endContainer,
        endOffset: last.endOffset,
        collapsed: false,
      });
      const words = reading.text.slice(start, end).trim();
      expect(span ? reading.text.slice(span.start, span.end) : '').toBe(words);
    }),
    RUNS,
  );
});
