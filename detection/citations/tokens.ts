import { wordInfo } from './words';

/** Where one token stands apart from the one before it. Larger is further. */
export const Gap = { none: 0, space: 1, line: 2, block: 3 } as const;

export type TokenKind = 'word' | 'number' | 'section' | 'sign';

/**
 * One healed token of a window. Soft hyphens, line-end hyphens, mark-up, footnote marks and odd spaces are gone from
 * `value`; `start` and `end` are offsets into the text as printed. Most words of a window are never looked at: the letters of those
 * that mean nothing by themselves are put together when somebody asks for them.
 */
export class Token {
  /**
   * @param gap how far it stands from the token before, see `Gap`
   * @param flags words: what they can be, see `Word`; numbers: whether they were mended
   * @param folded the value; undefined for a word whose letters are yet to be put together
   * @param printed what `raw` is; the whole text where the value is undefined
   * @param tail words: their last five folded letters, see `tailOf`
   */
  constructor(
    readonly kind: TokenKind,
    readonly start: number,
    readonly end: number,
    readonly gap: number,
    readonly flags: number,
    private folded: string | undefined,
    private printed: string,
    readonly tail = 0,
  ) {}

  /** Words: folded letters. Numbers: digits. Signs: the character. Section signs: `§` or `§§`. */
  get value(): string {
    return this.folded ?? this.fold();
  }

  /** Words: as printed, without hyphens of layout. Numbers: the letter glued on, lower-case, or ''. */
  get raw(): string {
    if (this.folded === undefined) this.fold();
    return this.printed;
  }

  private fold(): string {
    const { value, raw } = wordInfo(this.printed.slice(this.start, this.end));
    this.printed = raw;
    this.folded = value;
    return value;
  }
}

export const NO_TOKEN = new Token('sign', -1, -1, Gap.block, 0, '', '');
