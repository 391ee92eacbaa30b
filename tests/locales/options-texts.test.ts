import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { optionsTextsIn } from '../../locales/options';

type Leaf = string | ((...values: never[]) => string);

function leaves(texts: object, path: string[] = []): [string, Leaf][] {
  return Object.entries(texts).flatMap(([key, value]: [string, object | Leaf]) =>
    typeof value === 'object' ? leaves(value, [...path, key]) : [[[...path, key].join('.'), value] as [string, Leaf]],
  );
}

const swedish = leaves(optionsTextsIn('sv'));
const english = leaves(optionsTextsIn('en'));
const say = (leaf: Leaf) => (typeof leaf === 'string' ? leaf : leaf(...(['£££', '¤¤¤'] as never[])));

const source = ['options', 'welcome']
  .map((name) => fileURLToPath(new URL(`../../entrypoints/${name}`, import.meta.url)))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

describe('the words of the settings and the first page', () => {
  it('are the same texts in both languages, with the same number of values', () => {
    const shape = (texts: [string, Leaf][]) =>
      texts.map(([path, leaf]) => `${path} ${typeof leaf === 'string' ? 'text' : leaf.length}`).sort();
    expect(shape(english)).toEqual(shape(swedish));
  });

  it.each([...swedish, ...english])('%s says something and shows every value it is given', (_, leaf) => {
    expect(say(leaf).trim()).not.toBe('');
    if (typeof leaf === 'string') return;
    for (const value of ['£££', '¤¤¤'].slice(0, leaf.length)) expect(say(leaf)).toContain(value);
  });

  it('differ', () => {
    const same = swedish.filter(([path, leaf]) => say(leaf) === say(new Map(english).get(path) as Leaf));
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('are used, every one of them', () => {
    const isUsed = (path: string) => {
      const parts = path.split('.');
      const [name, group = ''] = [parts.at(-1) ?? '', parts.at(-2)];
      // `{ bar } = useTexts()` … `bar.next`; or `texts.failure[code]`, also by another name: `{ trouble: texts }`.
      const names = [group, ...[...source.matchAll(new RegExp(`\\b${group}: (\\w+) }`, 'g'))].map((found) => found[1])];
      return source.includes(`.${name}`) || names.some((each) => new RegExp(`\\b${each}\\[`).test(source));
    };
    const unused = swedish.map(([path]) => path).filter((path) => !isUsed(path));
    expect(unused).toEqual([]);
  });
});
