import { describe, expect, it } from 'vitest';
import { labelsOf, pageMeant } from '../../../entrypoints/viewer/page-labels';
import type { PDFDocumentProxy } from '../../../entrypoints/viewer/pdfjs';

const withLabels = (labels: (string | null)[] | null, numPages = labels?.length ?? 3) =>
  ({ numPages, getPageLabels: async () => labels }) as unknown as PDFDocumentProxy;

describe('what a document calls its pages', () => {
  it.each([
    ['none at all', withLabels(null)],
    ['their numbers', withLabels(['1', '2', '3'])],
    ['nothing', withLabels(['', null, ''])],
    ['less than there are pages', withLabels(['i', 'ii'], 3)],
  ])('counts for nothing where it is %s', async (_, pdf) => expect(await labelsOf(pdf)).toBeNull());

  it('is kept where it differs, an empty one too', async () => {
    expect(await labelsOf(withLabels(['i', '', '1']))).toEqual(['i', '', '1']);
  });

  it('counts for nothing where the list is broken', async () => {
    const broken = {
      numPages: 3,
      getPageLabels: async () => {
        throw new Error('The dictionary is no dictionary');
      },
    } as unknown as PDFDocumentProxy;
    expect(await labelsOf(broken)).toBeNull();
  });
});

describe('the page that is meant', () => {
  const labels = ['i', 'ii', '1', '2', 'Bilaga-1'];
  it.each([
    ['ii', 2],
    ['II ', 2],
    ['1', 3],
    ['bilaga-1', 5],
    // No page is called so: a number then counts from the first page.
    ['4', 4],
    ['6', null],
    ['0', null],
    ['', null],
    ['2a', null],
  ])('by %j is %j', (typed, page) => expect(pageMeant(typed, labels, 5)).toBe(page));

  it('is the number where pages have no names', () => expect(pageMeant('3', null, 5)).toBe(3));
});
