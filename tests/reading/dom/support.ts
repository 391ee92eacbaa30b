import { JSDOM } from 'jsdom';
import { parseHTML } from 'linkedom';
import { type DomReading, readDomNow } from '../../../reading/dom';

/** The reading of a page without layout: what elements mean comes from their tags and attributes alone. */
export function read(body: string): DomReading {
  return readDomNow(parseHTML(`<!doctype html><html><body>${body}</body></html>`).document.body);
}

/** One line a block: `heading 2: Bakgrund`, `cell 0/1/2: 14 dagar`, `paragraph: …`. */
export function shown({ text, blocks }: DomReading): string[] {
  return blocks.map(({ type, level, table, row, column, start, end }) => {
    const place = table === undefined || type !== 'cell' ? (level ?? '') : `${table}/${row}/${column}`;
    return `${`${type} ${place}`.trim()}: ${text.slice(start, end)}`;
  });
}

/** A page with computed styles and DOM ranges. What the reading takes from the browser's globals must be stubbed with `window`. */
export function styledPage(body: string, head = ''): JSDOM['window'] {
  return new JSDOM(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).window;
}
