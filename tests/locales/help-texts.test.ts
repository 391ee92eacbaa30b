import { describe, expect, it } from 'vitest';
import { type HelpTexts, helpTextsIn } from '../../locales/help';
import { type Leaf, leaves, say as sayWith, sourceOf } from './support';

const swedish: HelpTexts = helpTextsIn('sv');
const english = helpTextsIn('en');
const say = (leaf: Leaf | undefined) => sayWith(leaf, '£££');
const source = sourceOf('entrypoints/guide', 'entrypoints/sample');

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
