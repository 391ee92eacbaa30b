import { describe, expect, it } from 'vitest';
import { pageList } from '../../components/pages-status';

describe('a list of pages', () => {
  it.each([
    [[4], '4'],
    [[3, 4, 5], '3–5'],
    [[1, 2, 5, 9, 10], '1–2, 5, 9–10'],
    [[], ''],
  ])('%j is written %s', (pages, written) => {
    expect(pageList(pages)).toBe(written);
  });
});
