import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { languageOf, textsIn } from '../../locales';
import { type Leaf, leaves, say as sayWith, sourceOf } from './support';

const root = fileURLToPath(new URL('../..', import.meta.url));

const swedish = leaves(textsIn('sv'));
const english = leaves(textsIn('en'));
const say = (leaf: Leaf, value: unknown) => sayWith(leaf, value, value);
const source = sourceOf('annotating', 'components', 'entrypoints');

describe('Swedish and English', () => {
  it('have the same texts with the same number of values in them', () => {
    const shape = (texts: [string, Leaf][]) =>
      texts.map(([path, leaf]) => `${path} ${typeof leaf === 'string' ? 'text' : leaf.length}`).sort();
    expect(shape(english)).toEqual(shape(swedish));
  });

  it.each([...swedish, ...english])('%s says something and shows every value it is given', (_, leaf) => {
    expect(say(leaf, 7).trim()).not.toBe('');
    if (typeof leaf === 'function')
      expect(leaf('£££' as never, '£££' as never).split('£££').length - 1).toBe(leaf.length);
  });

  it('differ, but for names and for words that are the same in both', () => {
    const same = swedish.filter(([path, leaf]) => say(leaf, 2) === say(new Map(english).get(path) as Leaf, 2));
    expect(same.map(([path]) => path).filter((path) => !/^(name|panel\.title)$/.test(path))).toEqual([]);
  });

  it('count one and many in words of their own', () => {
    const { panel } = textsIn('sv');
    expect(panel.exported(1)).toBe('1 anteckning exporterad');
    expect(panel.exported(0)).toBe('0 anteckningar exporterade');
    expect(panel.counts(1, 1)).toBe('1 lagrum · 1 rekommendation');
    expect(panel.counts(12, 6)).toBe('12 lagrum · 6 rekommendationer');
    expect(textsIn('en').panel.counts(1, 2)).toBe('1 provision · 2 recommendations');
    expect(textsIn('en').panel.exported(1)).toBe('1 annotation exported');
  });

  it('are used, every text of them', () => {
    const isUsed = (path: string) => {
      const parts = path.split('.');
      const whole = new RegExp(`\\.${parts.join('\\.')}\\b`);
      // `texts.kind[…]` takes any text of the group.
      const group = new RegExp(`\\.${parts.slice(0, -1).join('\\.')}\\[`);
      return whole.test(source) || (parts.length > 1 && group.test(source));
    };
    expect(swedish.map(([path]) => path).filter((path) => !isUsed(path) && path !== 'name')).toEqual([]);
  });

  it('name every store entry in both languages', () => {
    const messages = (language: string) =>
      JSON.parse(readFileSync(join(root, 'public/_locales', language, 'messages.json'), 'utf8')) as Record<
        string,
        { message: string }
      >;
    expect(Object.keys(messages('en')).sort()).toEqual(Object.keys(messages('sv')).sort());
    for (const language of ['sv', 'en'])
      for (const [key, { message }] of Object.entries(messages(language)))
        expect(message.trim(), `${language} ${key}`).not.toBe('');
    // The limit of both stores.
    for (const language of ['sv', 'en'])
      expect(messages(language).description?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('the language', () => {
  it.each([
    ['auto', 'sv-SE', 'sv'],
    ['auto', 'en-GB', 'en'],
    ['auto', 'EN', 'en'],
    ['auto', 'fi', 'sv'],
    ['auto', '', 'sv'],
    ['sv', 'en-US', 'sv'],
    ['en', 'sv', 'en'],
  ] as const)('of the setting %s in a browser of %s is %s', (setting, browserLanguage, language) => {
    expect(languageOf(setting, browserLanguage)).toBe(language);
  });
});
