import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sortByNumber, TextKeys } from '../../storage/radix';

// Hundreds of generated cases: on a machine that is busy they take longer than a test usually may.
vi.setConfig({ testTimeout: 60_000 });

/** All items, in the order of their keys as comparing them gives it; equal ones keep theirs. */
function compared<Key extends number | string>(keys: readonly Key[]): number[] {
  return keys
    .map((_, item) => item)
    .sort((one, other) => {
      const [first, second] = [keys[one] as Key, keys[other] as Key];
      return first < second ? -1 : first > second ? 1 : one - other;
    });
}

const all = (keys: readonly unknown[]) => Int32Array.from(keys.keys());

describe('sorting without comparing', () => {
  it('gives the same as comparing, of numbers', () => {
    const number = fc.oneof(
      fc.nat({ max: 5 }),
      fc.nat(),
      fc.maxSafeNat().map((value) => value % 2 ** 48),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (keys) => {
        expect([...sortByNumber(all(keys), Float64Array.from(keys))]).toEqual(compared(keys));
      }),
    );
    expect([...sortByNumber(all([1, 0]), Float64Array.from([2 ** 48 - 1, 2 ** 48 - 2]))]).toEqual([1, 0]);
  });

  it('gives the same as comparing, of texts', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '',
        'a',
        'vi bedömer att nämnden',
        'vi bedömer att styrelsen',
        'vi',
        '|',
        'ÿ',
        '\u0416',
        '\uFFFF',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      // Alike at their beginnings, and of signs that are beyond Latin-1 among them.
      fc.array(fc.constantFrom('ab', '\u0416', 'ÿ', 'åtgärd', '\0'), { maxLength: 14 }).map((parts) => parts.join('')),
    );
    const sorted = (texts: readonly string[]) => {
      const keys = new TextKeys();
      for (const [item, each] of texts.entries()) keys.set(item, each);
      return [...keys.sort(all(texts))];
    };
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (keys) => {
        expect(sorted(keys)).toEqual(compared(keys));
      }),
    );
    // More that begin alike than are compared in one go, and equal ones among them.
    const alike = Array.from({ length: 9000 }, (_, nth) => `vi rekommenderar nämnden att ${(nth * 7919) % 4001}`);
    expect(sorted(alike)).toEqual(compared(alike));
  });
});
