import { Gap, NO_TOKEN, type Token } from './tokens';

/** Tokens of the longest address of a link. */
const LONGEST_LINK = 60;

/** A window of tokens that is read by index; beyond its ends stands a token that is nothing. */
export class Cursor {
  constructor(protected readonly tokens: readonly Token[]) {}

  protected at(index: number): Token {
    // Reading outside an array is slow in engines: look at the bounds first.
    return index >= 0 && index < this.tokens.length ? (this.tokens[index] as Token) : NO_TOKEN;
  }

  protected isWord(index: number, words: ReadonlySet<string>): boolean {
    const token = this.at(index);
    return token.kind === 'word' && words.has(token.value);
  }

  /** Past `(9 barn)`, `(11 st)`: how often a place was applied, between it and what follows. */
  protected pastCount(index: number): number {
    if (!this.isSign(index, '(') || this.at(index + 1).kind !== 'number') return index;
    for (let k = index + 2; k <= index + 4; k++) {
      if (this.isSign(k, ')')) return k > index + 2 ? k + 1 : index;
      if (this.at(k).kind !== 'word') return index;
    }
    return index;
  }

  /** Past `](https://…)`, which Markdown has behind the words of a link. */
  protected pastLink(index: number): number {
    if (!this.isSign(index, ']') || !this.isSign(index + 1, '(') || this.at(index + 1).gap !== Gap.none) return index;
    for (let k = index + 2; k < index + LONGEST_LINK && this.at(k).gap === Gap.none; k++)
      if (this.isSign(k, ')')) return k + 1;
    return index;
  }

  /** A sign of the same paragraph as the token before it. */
  protected isSign(index: number, sign: string): boolean {
    const token = this.at(index);
    return token.kind === 'sign' && token.value === sign && token.gap < Gap.block;
  }
}
