import { type BoardMention, findBoards, isGeneric } from './boards';

/** The boards that a paragraph calls by names of their own, found once for all its sentences. */
export class NamedBoards {
  private readonly committees: readonly BoardMention[];
  private readonly executives: readonly BoardMention[];

  /** @param printed the paragraph, healed */
  constructor(readonly printed: string) {
    const named = findBoards(printed).filter(({ name }) => !isGeneric(name));
    this.committees = named.filter(({ name }) => name.includes('nämnden'));
    this.executives = named.filter(({ name }) => name.includes('styrelsen'));
  }

  /**
   * The board that "nämnden" or "styrelsen" is: the one of its sort that was named last; the general name itself where none was.
   * @param to only boards before this offset in the paragraph count
   */
  lastBefore(to: number, general: string): string {
    if (!/(?:nämnden|styrelsen)$/.test(general)) return general;
    const boards = general.endsWith('styrelsen') ? this.executives : this.committees;
    let low = 0;
    let high = boards.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((boards[middle] as BoardMention).to <= to) low = middle + 1;
      else high = middle;
    }
    return boards[low - 1]?.name ?? general;
  }
}
