import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DomReading, readDomNow } from '../../../reading/dom';
import { styledPage } from './support';

/** Reads a page of which places can be asked. */
function pageOf(body: string): { document: Document; reading: DomReading } {
  const window = styledPage(body);
  vi.stubGlobal('Node', window.Node);
  vi.stubGlobal('StaticRange', window.StaticRange);
  const { document } = window;
  return { document, reading: readDomNow(document.body) };
}
afterEach(() => vi.unstubAllGlobals());

const find = (reading: DomReading, words: string) => {
  const start = reading.text.indexOf(words);
  expect(start, `“${words}” is in the text`).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};
const placesOf = (reading: DomReading, words: string) => {
  const { start, end } = find(reading, words);
  return reading
    .locate(start, end)
    .map(({ startContainer, startOffset, endContainer, endOffset }) => [
      (startContainer as Text).data.slice(startOffset),
      (endContainer as Text).data.slice(0, endOffset),
    ]);
};

describe('locate', () => {
  it('is one range within a block, from the first letter to the last, over inline elements', () => {
    const { reading } = pageOf('<p>enligt <b>5 kap.</b> <i>1 §</i> SoL gäller</p>');
    expect(placesOf(reading, '5 kap. 1 § SoL')).toEqual([['5 kap.', ' SoL']]);
  });

  it('is one range for each block', () => {
    const { reading } = pageOf('<p>att nämnden</p><div><p>säkerställer</p></div><p>rutiner</p>');
    expect(placesOf(reading, 'nämnden\nsäkerställer\nrut')).toEqual([
      ['nämnden', 'att nämnden'],
      ['säkerställer', 'säkerställer'],
      ['rutiner', 'rut'],
    ]);
  });

  it('counts white space as the source has it', () => {
    const { reading } = pageOf('<p>\n  5   kap.\n  1 §</p>');
    const [range] = reading.locate(0, 10) as [StaticRange];
    expect(range.startOffset).toBe(3);
    expect((range.startContainer as Text).data.slice(3, range.endOffset)).toBe('5   kap.\n  1 §');
  });

  it('leaves out hidden text at its ends', () => {
    const { reading } = pageOf('<p>a<span hidden>x</span></p><p><span hidden>y</span>b</p>');
    expect(placesOf(reading, 'a\nb')).toEqual([
      ['a', 'a'],
      ['b', 'b'],
    ]);
  });

  it('is empty for an empty span, for one beyond the text, and for a line break alone', () => {
    const { reading } = pageOf('<p>a</p><p>b</p>');
    expect(reading.locate(1, 1)).toEqual([]);
    expect(reading.locate(1, 2)).toEqual([]);
    expect(reading.locate(50, 60)).toEqual([]);
  });

  it('is empty for text that has left the page, and stays within text that became shorter', () => {
    const { document, reading } = pageOf('<p id="a">lång text</p><p id="b">annan text</p>');
    const { start, end } = find(reading, 'lång text');
    (document.querySelector('#a')?.firstChild as Text).data = 'lå';
    const [range] = reading.locate(start, end);
    expect(range?.endOffset).toBe(2);
    document.querySelector('#a')?.remove();
    expect(reading.locate(start, end)).toEqual([]);
    expect(placesOf(reading, 'annan text')).toEqual([['annan text', 'annan text']]);
  });
});

describe('offsetOf', () => {
  it('of an element is the next text that was read', () => {
    const { document, reading } = pageOf('<p>a</p><ul><li>b</li><li>c</li></ul>');
    const list = document.querySelector('ul') as Element;
    expect(reading.offsetOf(list, 0)).toBe(reading.text.indexOf('b'));
    expect(reading.offsetOf(list, 1)).toBe(reading.text.indexOf('c'));
    expect(reading.offsetOf(document.body, 0)).toBe(0);
  });

  it('of hidden text is the next text that was read, and null where nothing follows', () => {
    const { document, reading } = pageOf('<p>a</p><p hidden>x</p><p>b</p><p hidden>y</p>');
    const hidden = [...document.querySelectorAll('p[hidden]')].map((element) => element.firstChild as Text);
    expect(reading.offsetOf(hidden[0] as Text, 1)).toBe(reading.text.indexOf('b'));
    expect(reading.offsetOf(hidden[1] as Text, 0)).toBeNull();
  });

  it('in white space that is not shown is that of the word after it', () => {
    const { document, reading } = pageOf('<p>   a    b   </p>');
    const text = document.querySelector('p')?.firstChild as Text;
    expect(reading.offsetOf(text, 0)).toBe(0);
    expect(reading.offsetOf(text, 1)).toBe(0);
    expect(reading.text.slice(reading.offsetOf(text, 6) ?? 0)).toBe('b');
  });
});

describe('spanOf', () => {
  const select = (document: Document, from: string, to: string) => {
    const range = document.createRange();
    range.setStart(document.querySelector(from) as Element, 0);
    const end = document.querySelector(to) as Element;
    range.setEnd(end, end.childNodes.length);
    return range;
  };

  it('is what is selected, without white space at its ends', () => {
    const { document, reading } = pageOf('<p id="a">  enligt <b>5 kap.</b>  </p><p id="b"> 1 § </p>');
    const span = reading.spanOf(select(document, '#a', '#b'));
    expect(reading.text.slice(span?.start, span?.end)).toBe('enligt 5 kap.\n1 §');
  });

  it('ends with the text where the selection ends behind it', () => {
    const { document, reading } = pageOf('<p id="a">a</p><p id="b">b</p><p hidden>x</p>');
    const span = reading.spanOf(select(document, '#b', 'body'));
    expect(reading.text.slice(span?.start, span?.end)).toBe('b');
  });

  it('is null for a selection of white space or of text that was not read', () => {
    const { document, reading } = pageOf('<p>a</p><p id="h" hidden>x</p><p id="w"> </p>');
    expect(reading.spanOf(select(document, '#h', '#w'))).toBeNull();
    const collapsed = document.createRange();
    expect(reading.spanOf(collapsed)).toBeNull();
  });
});
