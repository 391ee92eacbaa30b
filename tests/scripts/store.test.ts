import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';

/** What the stores refuse: texts that are too long, pictures of another size. */
const root = fileURLToPath(new URL('../../', import.meta.url));
/** Chrome Web Store: characters of the short description, which is the manifest's. */
const MOST_SHORT = 132;
/** Chrome Web Store takes so many pictures. */
const MOST_PICTURES = 5;

const listingIn = (language: string): string => readFileSync(`${root}store/listing-${language}.md`, 'utf8');
const partOf = (listing: string, nth: number): string => listing.split(/^## .*$/m)[nth]?.trim() ?? '';

describe.each(['sv', 'en'])('the listing in %s', (language) => {
  it('has a short description that fits, and is the one that the browser shows', () => {
    const short = partOf(listingIn(language), 1);
    expect(short.length).toBeLessThanOrEqual(MOST_SHORT);
    const messages = JSON.parse(readFileSync(`${root}public/_locales/${language}/messages.json`, 'utf8')) as {
      description: { message: string };
    };
    expect(short).toBe(messages.description.message);
  });

  it('has a description that says what leaves the browser', () => {
    expect(partOf(listingIn(language), 2)).toMatch(/Inget lämnar webbläsaren|Nothing leaves the browser/);
  });

  it('has pictures of the size that is asked for', () => {
    const names = readdirSync(`${root}store/screenshots/${language}`);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(MOST_PICTURES);
    for (const name of names) {
      const png = readFileSync(`${root}store/screenshots/${language}/${name}`);
      // The header of a PNG: width and height stand at the bytes 16 and 20.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([1280, 800]);
    }
  });
});

it('the changelog tells of the version that is built', () => {
  expect(readFileSync(`${root}CHANGELOG.md`, 'utf8')).toContain(`## ${version}`);
});
