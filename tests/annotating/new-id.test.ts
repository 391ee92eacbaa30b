import { validate, version } from 'uuid';
import { expect, it } from 'vitest';
import { newId } from '../../annotating/new-id';

it('makes identifiers of version 4, each another, by the word of the library', () => {
  const ids = Array.from({ length: 2000 }, newId);
  expect(ids.filter((id) => !validate(id) || version(id) !== 4)).toEqual([]);
  expect(new Set(ids).size).toBe(2000);
  // The bits that are no version and no variant are all of chance.
  const digits = (at: number) => new Set(ids.map((id) => id[at])).size;
  expect(Array.from({ length: 36 }, (_, at) => digits(at)).filter((count) => count === 16)).toHaveLength(30);
  expect(digits(19)).toBe(4);
});
