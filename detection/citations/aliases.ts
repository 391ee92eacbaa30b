import type { LawMention } from './law-mention';
import { tailOf } from './word-slots';

/** The short names that a document introduced so far, folded, with the mentions that introduced them. */
export class Aliases {
  private readonly mentions = new Map<string, LawMention>();
  private readonly tails = new Set<number>();

  set(alias: string, mention: LawMention): void {
    this.mentions.set(alias, mention);
    this.tails.add(tailOf(alias));
    this.tails.add(tailOf(`${alias}s`));
  }

  get(alias: string): LawMention | undefined {
    return this.mentions.get(alias);
  }

  /** False for nearly all words that are none of them, genitives included. @param tail see `tailOf` */
  mayBe(tail: number): boolean {
    return this.tails.size > 0 && this.tails.has(tail);
  }

  /** Whether a folded word is one of them, or the genitive of one. */
  names(word: string): boolean {
    return this.mentions.has(word) || (word.endsWith('s') && this.mentions.has(word.slice(0, -1)));
  }
}
