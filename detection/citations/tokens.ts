/** Where one token stands apart from the one before it. Larger is further. */
export const Gap = { none: 0, space: 1, line: 2, block: 3 } as const;

export type TokenKind = 'word' | 'number' | 'section' | 'sign';

/**
 * One healed token of a window. Soft hyphens, line-end hyphens, mark-up, footnote marks and odd spaces are gone from
 * `value`; `start` and `end` are offsets into the text as printed.
 */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Words: folded letters. Numbers: digits. Signs: the character. Section signs: `§` or `§§`. */
  value: string;
  /** Words: as printed, without hyphens of layout. Numbers: the letter glued on, lower-case, or ''. */
  raw: string;
  gap: number;
  /** Words: what they can be, see `Word`. Numbers: whether they were mended. */
  flags: number;
}

export const NO_TOKEN: Token = { kind: 'sign', start: -1, end: -1, value: '', raw: '', gap: Gap.block, flags: 0 };
