import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { GUIDE_SECTIONS } from '../../entrypoints/guide/sections';
import { DOCUMENT_PAGES, documentHtml } from '../../scripts/pages-of-docs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LANGUAGES = ['sv', 'en'] as const;

const parsed = (name: keyof typeof DOCUMENT_PAGES, language: (typeof LANGUAGES)[number]) =>
  parseHTML(`<html><body>${documentHtml(name, language)}</body></html>`).document;

describe.each(['guide', 'privacy'] as const)('%s', (name) => {
  it('has the same parts in both languages', () => {
    const shape = (language: (typeof LANGUAGES)[number]) =>
      [...parsed(name, language).querySelectorAll('h1, h2, li, tr, img, a')].map(
        (element) => `${element.localName} ${element.id || element.getAttribute('href') || ''}`,
      );
    expect(shape('en')).toEqual(shape('sv'));
  });

  it.each(LANGUAGES)('in %s has one title, pictures that are there and say what they show', (language) => {
    const document = parsed(name, language);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    for (const picture of document.querySelectorAll('img')) {
      expect(picture.getAttribute('alt')?.length).toBeGreaterThan(20);
      const path = picture.getAttribute('src')?.replace('../../', root) ?? '';
      expect(path).toContain(`/${language}/`);
      expect(existsSync(path), path).toBe(true);
    }
  });

  it('leads to pages that the extension has', () => {
    for (const language of LANGUAGES)
      for (const link of parsed(name, language).querySelectorAll('a')) {
        const page = /^\/(\w+)\.html$/.exec(link.getAttribute('href') ?? '')?.[1];
        expect(existsSync(`${root}entrypoints/${page}/index.html`), link.outerHTML).toBe(true);
      }
  });
});

it('the sections of the guide have the names that links use', () => {
  const ids = [...parsed('guide', 'sv').querySelectorAll('h2')].map(({ id }) => id);
  expect(ids).toEqual([...GUIDE_SECTIONS]);
});

it('the two languages of the words about privacy are told apart', () => {
  expect(DOCUMENT_PAGES.privacy.markdown('sv')).toMatch(/^# Integritet\n/);
  expect(DOCUMENT_PAGES.privacy.markdown('en')).toMatch(/^# Privacy\n/);
  expect(DOCUMENT_PAGES.privacy.markdown('sv')).not.toContain('collects');
});
