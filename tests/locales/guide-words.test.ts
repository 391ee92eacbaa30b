import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textsIn } from '../../locales';
import { helpTextsIn } from '../../locales/help';
import { libraryTextsIn } from '../../locales/library';
import { optionsTextsIn } from '../../locales/options';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe.each(['sv', 'en'] as const)('the guide in %s', (language) => {
  const guide = read(`docs/guide/${language}.md`);
  const named = [...guide.matchAll(/\*\*(.+?)[.:]?\*\*/g)].map((match) => match[1]);
  const { card, more, verdict } = textsIn(language);
  const { sites } = optionsTextsIn(language);
  const library = libraryTextsIn(language);
  const { dialogs } = library;
  const menus = JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<string, { message: string }>;

  it.each([
    ['what the anchoring says', [verdict.placed, verdict.moved, verdict.changed, verdict.ambiguous, verdict.orphaned]],
    ['the choices of where it reads', [sites.municipal, sites.own, sites.everywhere, sites.click]],
    ['what the card offers', [card.save, more.why.replace(/\?$/, ''), more.wrong]],
    ['the menus', [menus.menuKeepSelection?.message, menus.menuOpenPdf?.message]],
    ['the sample', [helpTextsIn(language).sample.title]],
    ['the library', [library.denseRows, dialogs.tags, dialogs.export, dialogs.import, dialogs.storage]],
    ['the backup', [library.saveBackup]],
  ])('calls %s as the extension does', (_, words) => {
    const plain = named.map((name) => name?.replace(/\?$/, ''));
    expect(words.filter((word) => !plain.includes(word))).toEqual([]);
  });
});
