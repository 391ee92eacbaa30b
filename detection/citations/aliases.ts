import type { LawMention } from './law-mention';
import { tailOf } from './word-slots';

/** The short names that a document introduced so far, folded, with the mentions that introduced them. */
export class Aliases {
  private readonly mentions = new Map<string, LawMention>();
  private readonly tails = new Set<number>();
  /** First words of those with a hyphen: `bf` of `bf-lagen`. */
  private readonly heads = new Set<string>();

  set(alias: string, mention: LawMention): void {
    this.mentions.set(alias, mention);
    const hyphen = alias.indexOf('-');
    if (hyphen > 0) {
      const head = alias.slice(0, hyphen);
      this.heads.add(head);
      this.tails.add(tailOf(head));
      return;
    }
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

  /** Whether a folded word is one of them, or the genitive of one, or begins one with a hyphen. */
  names(word: string): boolean {
    return (
      this.heads.has(word) || this.mentions.has(word) || (word.endsWith('s') && this.mentions.has(word.slice(0, -1)))
    );
  }
}
