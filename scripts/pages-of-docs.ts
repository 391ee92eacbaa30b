import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import type { Plugin } from 'vite';
import { GUIDE_SECTIONS } from '../entrypoints/guide/sections';

/**
 * The guide and the words about privacy are Markdown in docs/, where they can be read as they are. When the extension is
 * built they become its pages: each language a template, of which the page shows one.
 */

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const LANGUAGES = ['sv', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

/** What a page is made of: Markdown by language, and the names of its sections. */
interface DocumentPage {
  markdown(language: Language): string;
  sections: readonly string[];
}

export const DOCUMENT_PAGES: Readonly<Record<'guide' | 'privacy', DocumentPage>> = {
  guide: { markdown: (language) => readFileSync(`${docs}guide/${language}.md`, 'utf8'), sections: GUIDE_SECTIONS },
  privacy: { markdown: privacyIn, sections: [] },
};

/** docs/privacy.md holds both languages, Swedish first, each under a heading of the first level: a store links to one page. */
function privacyIn(language: Language): string {
  const parts = readFileSync(`${docs}privacy.md`, 'utf8').split(/^(?=# )/m);
  return parts[LANGUAGES.indexOf(language)] ?? '';
}

/** Where links between the documents lead in the extension. */
const LINKS: Readonly<Record<string, string>> = {
  '../privacy.md': '/privacy.html',
  'guide/sv.md': '/guide.html',
  'guide/en.md': '/guide.html',
};

/**
 * A document as HTML: its headings of the second level have the sections' names, pictures stand where the page's own
 * folder finds them, links lead to the extension's pages.
 * @throws Error when the document has more or fewer sections than the page, or a link that leads nowhere
 */
export function documentHtml(name: keyof typeof DOCUMENT_PAGES, language: Language): string {
  const { markdown, sections } = DOCUMENT_PAGES[name];
  let section = 0;
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const words = this.parser.parseInline(tokens);
        if (depth !== 2 || sections.length === 0) return `<h${depth}>${words}</h${depth}>\n`;
        const id = sections[section++] ?? 'too-many';
        return `<h2 id="${id}" tabindex="-1">${words}</h2>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const target = href.startsWith('https://') ? href : LINKS[href];
        if (target === undefined) throw new Error(`docs: the link to ${href} in ${name} (${language}) leads nowhere.`);
        return `<a href="${target}">${words}</a>`;
      },
      image({ href, text }) {
        return `<img src="../../docs/${name}/${href}" alt="${text.replaceAll('"', '&quot;')}">`;
      },
    },
  });
  const html = marked.parse(markdown(language), { async: false });
  if (section !== sections.length) {
    throw new Error(`docs: ${name} (${language}) has ${section} sections, not ${sections.length}.`);
  }
  return html;
}

/** Puts the documents into their pages, before Vite looks for the pictures in them. */
export const pagesOfDocs: Plugin = {
  name: 'pages-of-docs',
  transformIndexHtml: {
    order: 'pre',
    handler(html) {
      return html.replace(/<!-- document: (guide|privacy) -->/, (_, name: keyof typeof DOCUMENT_PAGES) =>
        LANGUAGES.map((language) => `<template lang="${language}">${documentHtml(name, language)}</template>`).join(
          '\n',
        ),
      );
    },
  },
};
