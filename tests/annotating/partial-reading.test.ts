import { describe, expect, it, vi } from 'vitest';
import { describeTarget, hashText } from '../../anchoring';
import type { DocumentSource, OpenReading } from '../../annotating/document-source';
import { OpenDocument } from '../../annotating/open-document';
import type { KeptAnnotation, PagesRead } from '../../messages/schema';
import { readText } from '../../reading/text';
import type { Span } from '../../reading/types';
import { storeInMemory } from './support';

/** A document of pages, as a PDF in the viewer: they become known one by one, in any order. */

const PAGES = [
  'Enligt 5 kap. 1 § skollagen (2010:800) ska utbildningen följa planen.',
  'Nämnden följer upp frånvaron varje termin. Nämnden bör se över sina rutiner.',
  'Vi rekommenderar barn- och utbildningsnämnden att följa upp rutinerna varje år.',
  'Nämnden följer upp frånvaron varje termin. Socialnämnden gör det inte alls.',
];
const NOTHING = { tagNames: [], comment: '' };

interface PagedReading extends OpenReading {
  pages: readonly number[];
  /** Offset where the page of this index begins. */
  startOf(index: number): number | undefined;
}

function readingOf(known: readonly number[]): PagedReading {
  const pages = [...known].sort();
  const starts: number[] = [];
  let text = '';
  for (const page of pages) {
    starts.push(text.length);
    text += `${PAGES[page - 1]}\n\n`;
  }
  const read = readText(text);
  const pageAt = (offset: number) => pages[starts.findLastIndex((start) => start <= offset)];
  return {
    ...read,
    pages,
    isPartial: pages.length < PAGES.length,
    locate: () => [],
    pageAt,
    carryTo({ start, end }: Span, other: PagedReading) {
      const page = pageAt(start);
      const index = other.pages.indexOf(page ?? -1);
      if (index < 0) return null;
      const shift = (other.startOf(index) ?? 0) - (starts[pages.indexOf(page as number)] ?? 0);
      return { start: start + shift, end: end + shift };
    },
    startOf: (index) => starts[index],
  };
}

function setUp() {
  let known: number[] = [];
  const source: DocumentSource<PagedReading> = {
    *read() {
      yield;
      return readingOf(known);
    },
    urls: () => ['https://www.bjorkfors.se/rapport.pdf'],
    hints: () => ({ title: 'Granskning', date: '2023-05-01' }),
    pdfFingerprint: () => 'fingeravtryck',
    pagesRead: (): PagesRead => ({
      total: PAGES.length,
      read: known.length,
      isReading: known.length < PAGES.length,
      withoutText: [],
      unreadable: [],
      failed: [],
    }),
  };
  const store = storeInMemory();
  const onChange = vi.fn();
  const document = new OpenDocument(source, store, onChange);
  const read = async (...pages: number[]) => {
    known = pages;
    await document.refresh();
  };
  const placeOf = (words: string) => {
    const start = document.reading?.text.indexOf(words) ?? -1;
    const place = document.placeOf({ start, end: start + words.length });
    if (start < 0 || !place) throw new Error(`“${words}” is not read`);
    return place;
  };
  const wordsAt = (span?: Span) => document.reading?.text.slice(span?.start, span?.end);
  return { document, store, read, placeOf, wordsAt, onChange };
}

/** Something that was kept when the whole document had been read. */
async function kept(id: string, words: string, nth = 0): Promise<KeptAnnotation> {
  const { text, pageAt } = readingOf([1, 2, 3, 4]);
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  const context = { textHash: await hashText(text), page: pageAt?.(start) };
  const target = describeTarget(text, start, start + words.length, context);
  return { id, setId: 'set', target, kind: 'selection', label: '', comment: '', tagNames: [], revision: 1 };
}

describe('a document of which some pages are read', () => {
  it('shows their passages, with the pages', async () => {
    const { document, read } = setUp();
    await read(3);
    expect(document.status).toBe('ready');
    expect(document.state().passages.map(({ passage, page }) => [passage.kind, page])).toEqual([['recommendation', 3]]);
    expect(document.state().pages).toMatchObject({ total: 4, read: 1, isReading: true });
    await read(1, 2, 3, 4);
    expect(document.state().passages.map(({ passage, page }) => [passage.kind, page])).toContainEqual(['citation', 1]);
  });

  it('is not said to be empty before all of it was read', async () => {
    const { document, read } = setUp();
    await read();
    expect(document.status).toBe('ready');
  });

  it('shows what stands unchanged on the page that it was saved from, and calls nothing lost, moved or ambiguous', async () => {
    const { document, store, read, wordsAt } = setUp();
    store.kept.push(
      await kept('here', 'ska utbildningen följa planen'),
      await kept('later', 'Socialnämnden gör det inte alls'),
      // The same words stand on page 2, which is read, and on page 4, which is not.
      await kept('twin', 'Nämnden följer upp frånvaron varje termin.', 1),
    );
    await read(1, 2);
    const verdicts = () =>
      Object.fromEntries(document.placements.map(({ annotation, verdict }) => [annotation.id, verdict]));
    expect(verdicts()).toEqual({ here: 'placed', later: 'pending', twin: 'pending' });
    expect(document.placements.find(({ annotation }) => annotation.id === 'twin')?.span).toBeUndefined();
    await read(1, 2, 3, 4);
    expect(verdicts()).toEqual({ here: 'placed', later: 'placed', twin: 'placed' });
    const twin = document.placements.find(({ annotation }) => annotation.id === 'twin');
    expect(twin?.page).toBe(4);
    expect(wordsAt(twin?.span)).toBe('Nämnden följer upp frånvaron varje termin.');
  });

  it('keeps showing annotations while more pages come', async () => {
    const { document, store, read, onChange } = setUp();
    store.kept.push(await kept('here', 'följa upp rutinerna varje år'));
    await read(3);
    const shown: (string | undefined)[] = [];
    onChange.mockImplementation(() =>
      shown.push(document.reading?.text.slice(document.placements[0]?.span?.start, document.placements[0]?.span?.end)),
    );
    await read(1, 3);
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown)).toEqual(new Set(['följa upp rutinerna varje år']));
  });

  it('finds what was saved from it in the whole text, at the very place', async () => {
    const { document, store, read, placeOf, wordsAt } = setUp();
    await read(4);
    await document.save(placeOf('Nämnden följer upp frånvaron varje termin.'), null, '', NOTHING);
    expect(store.saves[0]?.[0].target.page).toBe(4);
    await read(1, 2, 3, 4);
    const [placement] = document.placements;
    expect(placement).toMatchObject({ verdict: 'placed', page: 4 });
    expect(wordsAt(placement?.span)).toBe('Nämnden följer upp frånvaron varje termin.');
  });

  it('is asked for by its fingerprint', async () => {
    const { store, read } = setUp();
    await read(1, 2, 3, 4);
    expect(store.opens[0]?.[0]).toMatchObject({
      pdfFingerprint: 'fingeravtryck',
      urls: ['https://www.bjorkfors.se/rapport.pdf'],
    });
  });
});

describe('what was saved from another form of the document', () => {
  it('is shown where its words stand, and is not asked about where they do not', async () => {
    const { document, store, read, wordsAt } = setUp();
    const here = await kept('here', 'ska utbildningen följa planen');
    const changed = await kept('gone', 'Nämnden bör se över sina rutiner.');
    const gone = { ...changed.target, quote: { ...changed.target.quote, exact: 'Något helt annat står där i dag.' } };
    const textHash = '0'.repeat(64);
    store.kept.push(
      { ...here, target: { ...here.target, textHash }, isElsewhere: true },
      { ...changed, target: { ...gone, textHash }, isElsewhere: true },
    );
    await read(1, 2, 3, 4);
    expect(document.placements.map(({ annotation }) => annotation.id)).toEqual(['here']);
    expect(wordsAt(document.placements[0]?.span)).toBe('ska utbildningen följa planen');
  });
});
