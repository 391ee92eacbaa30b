import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readDom, readDomNow } from '../../../reading/dom';

function emptyPage(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document;
}

/** Number of times the work would let the page have its turn. */
function turns(body: Element): number {
  const work = readDom(body);
  let count = 0;
  while (!work.next().done) count++;
  return count;
}

describe('pages of unusual size', () => {
  it('50,000 levels deep, with text on every level, is read in time that grows with its size', () => {
    const document = emptyPage();
    const levels = 50_000;
    // Built from the inside: linkedom walks up to the root on every insertion.
    let inner: Element | null = null;
    for (let level = levels; level > 0; level--) {
      const element = document.createElement('div');
      element.textContent = `${level}`;
      if (inner) element.append(inner);
      inner = element;
    }
    document.body.append(inner as Element);
    const started = performance.now();
    const { blocks, text } = readDomNow(document.body);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(blocks).toHaveLength(levels);
    expect(text.slice(0, 5)).toBe('1\n2\n3');
    expect(text.endsWith(`\n${levels}`)).toBe(true);
  });

  it('a million characters in one text node are all read', () => {
    const document = emptyPage();
    document.body.textContent = 'ord  '.repeat(200_000);
    const { text, blocks } = readDomNow(document.body);
    expect(text).toBe('ord '.repeat(200_000).trim());
    expect(blocks).toHaveLength(1);
  });

  it('a stretch of white space longer than a slice is one space', () => {
    const document = emptyPage();
    document.body.textContent = `a${' '.repeat(450_000)}b`;
    expect(readDomNow(document.body).text).toBe('a b');
  });

  it('lets the page have its turn, in long text as in many elements', () => {
    const long = emptyPage();
    long.body.textContent = 'x'.repeat(1_000_000);
    expect(turns(long.body)).toBeGreaterThanOrEqual(4);

    const many = emptyPage();
    many.body.innerHTML = '<p>a</p>'.repeat(3000);
    expect(turns(many.body)).toBeGreaterThanOrEqual(10);
  });
});
