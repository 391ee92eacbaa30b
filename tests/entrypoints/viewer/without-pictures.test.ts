import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../entrypoints/viewer/byte-source';
import { withoutPictures } from '../../../entrypoints/viewer/without-pictures';
import { makePdf, type PagePlan } from '../../browser/support/pdf/make-pdf';

/** The text of a file of scans is read without fetching its pictures, and is the same text. */

const PAGES = 12;
const PART = 2 ** 14;

const scans = (length: NonNullable<PagePlan['picture']>['length'], password?: string) =>
  makePdf({
    password,
    pages: Array.from({ length: PAGES }, (_, index) => ({
      lines: [`Bilaga ${index + 1} om vägar`],
      picture: { side: 400, length },
    })),
  });

function sourceOf(bytes: Buffer): { source: ByteSource; fetched: () => number } {
  let fetched = 0;
  const source: ByteSource = {
    length: bytes.length,
    beginning: bytes.subarray(0, PART),
    fileName: null,
    rest: null,
    read: async (begin, end) => {
      fetched += end - begin;
      return new Uint8Array(bytes.subarray(begin, end));
    },
    whole: async () => new Blob([new Uint8Array(bytes)]),
    close: () => undefined,
  };
  return { source, fetched: () => fetched };
}

/** Text of each page, read by pdf.js part by part from a source. */
async function textsFrom(source: ByteSource, password?: string): Promise<string[]> {
  class Transport extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      void source.read(begin, end).then((bytes) => this.onDataRange(begin, bytes));
    }
  }
  const range = new Transport(source.length, new Uint8Array(source.beginning));
  const task = getDocument({
    range,
    password,
    rangeChunkSize: PART,
    disableAutoFetch: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const texts: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}

const wanted = Array.from({ length: PAGES }, (_, index) => `Bilaga ${index + 1} om vägar`);

describe('the text of scans', () => {
  it.each([
    ['in its dictionary', undefined],
    ['in an object', undefined],
    ['in its dictionary', 'hemligt'],
  ] as const)('is read without the pictures, whose length stands %s (password: %s)', async (length, password) => {
    const bytes = scans(length, password);
    const { source, fetched } = sourceOf(bytes);
    expect(await textsFrom(withoutPictures(source), password)).toEqual(wanted);
    expect(fetched()).toBeLessThan(bytes.length * 0.4);
    // What reading as it is takes.
    const plain = sourceOf(bytes);
    expect(await textsFrom(plain.source, password)).toEqual(wanted);
    expect(plain.fetched()).toBeGreaterThan(bytes.length * 0.9);
  });

  it('is whole where a dictionary tells a wrong length: such pictures are fetched', async () => {
    const bytes = scans('too long');
    const { source } = sourceOf(bytes);
    expect(await textsFrom(withoutPictures(source))).toEqual(wanted);
  });

  it('gives the very bytes of all that is no picture', async () => {
    const bytes = makePdf({ pages: Array.from({ length: 40 }, () => ({ lines: Array(40).fill('Text utan bild') })) });
    const { source } = sourceOf(bytes);
    const text = withoutPictures(source);
    for (let at = 0; at < bytes.length; at += PART) {
      const end = Math.min(at + PART, bytes.length);
      expect(Buffer.from(await text.read(at, end)).equals(bytes.subarray(at, end))).toBe(true);
    }
  });
});
