import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type HelpTexts, helpTextsIn } from '../../locales/help';

type Leaf = string | ((...values: never[]) => string);

function leaves(texts: object, path: string[] = []): [string, Leaf][] {
  return Object.entries(texts).flatMap(([key, value]: [string, object | Leaf]) =>
    typeof value === 'object' ? leaves(value, [...path, key]) : [[[...path, key].join('.'), value] as [string, Leaf]],
  );
}

const swedish: HelpTexts = helpTextsIn('sv');
const english = helpTextsIn('en');
const say = (leaf: Leaf | undefined) => (typeof leaf === 'function' ? leaf(...(['£££'] as never[])) : (leaf ?? ''));

const entrypoints = fileURLToPath(new URL('../../entrypoints/', import.meta.url));
const source = ['guide', 'sample']
  .flatMap((folder) => readdirSync(entrypoints + folder).map((name) => `${entrypoints}${folder}/${name}`))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

describe('the words around sample, guide and privacy', () => {
  it('are the same texts in both languages, and differ', () => {
    const others = new Map(leaves(english));
    expect([...others.keys()].sort()).toEqual(
      leaves(swedish)
        .map(([path]) => path)
        .sort(),
    );
    expect(leaves(swedish).filter(([path, leaf]) => say(leaf) === say(others.get(path)))).toEqual([
      // The name of the product after the page's.
      ['page.windowTitle', expect.any(Function)],
    ]);
  });

  it('say something, and are used, every one of them', () => {
    for (const [path, leaf] of [...leaves(swedish), ...leaves(english)]) {
      expect(say(leaf).trim(), path).not.toBe('');
      // `guide` and `privacy` are taken by the page's name.
      const name =
        path
          .replace(/\.\d+$/, '')
          .split('.')
          .at(-1) ?? '';
      expect(source.includes(`.${name}`), path).toBe(true);
    }
  });
});
