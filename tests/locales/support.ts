import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** A text, or what makes one of values. */
export type Leaf = string | ((...values: never[]) => string);

/** Every text with its path: `card.save` → "Spara". */
export function leaves(texts: object, path: string[] = []): [string, Leaf][] {
  return Object.entries(texts).flatMap(([key, value]: [string, object | Leaf]) =>
    typeof value === 'object' ? leaves(value, [...path, key]) : [[[...path, key].join('.'), value] as [string, Leaf]],
  );
}

/** A text with values in it. */
export function say(leaf: Leaf | undefined, ...values: unknown[]): string {
  return typeof leaf === 'function' ? leaf(...(values as never[])) : (leaf ?? '');
}

/** The TypeScript below these folders of the project, as one text. */
export function sourceOf(...folders: string[]): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

interface Words {
  name: string;
  swedish: object;
  english: object;
  /** Where every text is used. */
  source: string;
  /** Paths of texts that are the same words in both languages. */
  same?: RegExp;
}

/** Two values that no text holds by itself. */
const VALUES = ['£££', '¤¤¤'] as const;

/** Tests that the words of a part of the product are complete in both languages, say what they are given, and are used. */
export function testWords({ name, swedish, english, source, same = /(?!)/ }: Words): void {
  const [sv, en] = [leaves(swedish), leaves(english)];

  describe(name, () => {
    it('are the same texts in both languages, with the same number of values', () => {
      const shape = (texts: [string, Leaf][]) =>
        texts.map(([path, leaf]) => `${path} ${typeof leaf === 'string' ? 'text' : leaf.length}`).sort();
      expect(shape(en)).toEqual(shape(sv));
    });

    it.each([...sv, ...en])('%s says something and shows every value it is given', (_, leaf) => {
      expect(say(leaf, ...VALUES).trim()).not.toBe('');
      if (typeof leaf === 'string') return;
      for (const value of VALUES.slice(0, leaf.length)) expect(say(leaf, ...VALUES)).toContain(value);
    });

    it('differ', () => {
      const others = new Map(en);
      const alike = sv.filter(([path, leaf]) => say(leaf, ...VALUES) === say(others.get(path), ...VALUES));
      expect(alike.map(([path]) => path).filter((path) => !same.test(path))).toEqual([]);
    });

    it('are used, every one of them', () => {
      expect(sv.map(([path]) => path).filter((path) => !isUsed(path, source))).toEqual([]);
    });
  });
}

/** `{ bar, saving } = useTexts()` … `bar.next`; or `texts.failure[code]`, also by another name: `{ trouble: texts }`. */
function isUsed(path: string, source: string): boolean {
  const parts = path.split('.');
  const [name = '', group] = [parts.at(-1), parts.at(-2)];
  const word = name.replace(/\W/g, '\\$&');
  if (new RegExp(`\\.${word}\\b`).test(source)) return true;
  if (group === undefined) return new RegExp(`\\{[^{}]*\\b${word}\\b[^{}]*\\} = use\\w*Texts\\(`).test(source);
  const aliases = [...source.matchAll(new RegExp(`\\b${group}: (\\w+) }`, 'g'))].map((found) => found[1]);
  return [group, ...aliases].some((each) => new RegExp(`\\b${each}\\[`).test(source));
}
