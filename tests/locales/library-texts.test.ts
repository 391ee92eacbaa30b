import { describe, expect, it } from 'vitest';
import { libraryTextsIn } from '../../locales/library';
import { type Leaf, leaves, say as sayWith, sourceOf } from './support';

const swedish = leaves(libraryTextsIn('sv'));
const english = new Map(leaves(libraryTextsIn('en')));

const source = sourceOf('entrypoints/library');
const say = (leaf: Leaf | undefined, value: unknown) => sayWith(leaf, value, value, value);

describe("the library's words", () => {
  it('are the same in both languages, with as many values in them', () => {
    const shape = (texts: Iterable<[string, Leaf]>) =>
      [...texts].map(([path, leaf]) => `${path} ${typeof leaf === 'string' ? 'text' : leaf.length}`).sort();
    expect(shape(english)).toEqual(shape(swedish));
  });

  it('say something in each', () => {
    for (const texts of [swedish, [...english]])
      expect(texts.filter(([, leaf]) => say(leaf, '7').trim() === '').map(([path]) => path)).toEqual([]);
  });

  it('differ, but for names of formats and words that are the same in both', () => {
    const same = swedish.filter(([path, leaf]) => say(leaf, '£') === say(english.get(path), '£'));
    expect(same.map(([path]) => path).filter((path) => !/^formats\..*\.name$|^colours\.orange$/.test(path))).toEqual(
      [],
    );
  });

  it('count one and many in words of their own, thousands apart', () => {
    const { counted, purgeTitle } = libraryTextsIn('sv');
    expect([counted(0), counted(1), counted(1234).replace(/\s/u, ' ')]).toEqual([
      '0 anteckningar',
      '1 anteckning',
      '1 234 anteckningar',
    ]);
    expect(purgeTitle(1)).toBe('Ta bort 1 anteckning för gott?');
    const { taggedWith, moved, copiedMany, startTagsAdded, imported, undoRefused } = libraryTextsIn('sv');
    expect([taggedWith(1, 'Svar'), taggedWith(2, 'Svar')]).toEqual([
      '1 anteckning taggad med Svar',
      '2 anteckningar taggade med Svar',
    ]);
    expect(moved(1, 'Elevhälsa')).toBe('1 anteckning flyttad till Elevhälsa');
    expect(copiedMany(1, 'Elevhälsa')).toBe('1 anteckning kopierad till Elevhälsa');
    expect(startTagsAdded(1)).toBe('1 tagg tillagd');
    expect(imported(1, 2)).toBe('Importerat: 1 ny, 2 ändrade');
    expect(imported(3, 0)).toBe('Importerat: 3 nya');
    expect(undoRefused(1, 0)).toBe('1 anteckning har ändrats sedan dess och är som den är. Resten är klart.');
    expect(undoRefused(0, 2)).toBe('2 anteckningar är borttagna för gott. Resten är klart.');
    expect(libraryTextsIn('en').counted(1234)).toBe('1,234 annotations');
  });

  it('are used, every one of them', () => {
    const isUsed = (path: string) => {
      const parts = path.split('.');
      const groups = parts.slice(0, -1).map((_, at) => new RegExp(`\\.${parts.slice(0, at + 1).join('\\.')}\\[`));
      return [new RegExp(`\\.${parts.join('\\.')}\\b`), ...groups].some((use) => use.test(source));
    };
    expect(swedish.map(([path]) => path).filter((path) => !isUsed(path))).toEqual([]);
  });
});
