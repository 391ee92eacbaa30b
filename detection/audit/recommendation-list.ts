import type { Span } from '../../reading/types';
import type { Reason, RecommendationPassage, ResponsePassage } from '../types';
import { addresseesOf, settleAddressees } from './addressees';
import { advises } from './advice';
import type { Announcement } from './announcements';
import { type Healed, heal } from './healed';
import { numberLength } from './itemlike';
import { itemStarts, tellsAnother } from './recommendation-lines';
import { itemSubject } from './recommendation-parts';
import type { Outline, Unit } from './units';

/** Longest words kept of what announced a recommendation. */
const LONGEST_EVIDENCE = 160;

/** The recommendations of a document as they are found. */
export class RecommendationList {
  readonly found: RecommendationPassage[] = [];
  /** Answers found with them. */
  readonly answers: ResponsePassage[] = [];
  /** Units up to this index are items of an announcement, and are not read again. */
  taken = -1;

  constructor(private readonly outline: Outline) {}

  /**
   * Takes an announced item.
   * @param unit the unit that the item stands in
   * @param span the item itself
   * @param from where the item's own words begin in the unit's healed words
   * @param to where they end there
   */
  take(unit: { index: number }, span: Span, announcement: Announcement, from = 0, to?: number): RecommendationPassage {
    return this.takeWords(this.outline.words(unit), span, announcement, from, to);
  }

  private takeWords(
    words: Healed,
    span: Span,
    announcement: Announcement,
    from: number,
    to?: number,
  ): RecommendationPassage {
    const { addressees } = announcement;
    const printed = words.text.slice(from, to);
    const subject = advises(words.lower) || tellsAnother(words.lower) ? addresseesOf(printed) : itemSubject(printed);
    return this.add(span, subject.length > 0 ? settleAddressees(subject, addressees) : [...addressees], {
      rule: `${announcement.rule}-item`,
      evidence: announcement.evidence.slice(0, LONGEST_EVIDENCE),
    });
  }

  /** Takes a cell of a flattened table. */
  takeCell(span: Span, announcement: Announcement): RecommendationPassage {
    return this.takeWords(heal(this.outline.text, [span]), span, announcement, 0);
  }

  /** Keeps the answer that a flattened table gives to the recommendation at an offset. */
  answer({ start, end }: Span, answers: number, head: string): void {
    this.answers.push({ kind: 'response', start, end, answers, reason: { rule: 'table-row', evidence: head } });
  }

  /**
   * Takes the lines of a paragraph that each begin as an item does: a list without bullets.
   * @param span the paragraph, or what stands in it behind its lead-in
   */
  takeLines(unit: Unit, span: Span, announcement: Announcement): void {
    this.takeEach([span.start, ...itemStarts(this.outline, unit, span)], span.end, announcement);
  }

  /** Takes the items that begin at source offsets, the last of them up to `end`. */
  takeEach(starts: readonly number[], end: number, announcement: Announcement): void {
    const { text } = this.outline;
    starts.forEach((from, k) => {
      const source = text.slice(from, starts[k + 1] ?? end).trimEnd();
      const line = { start: from + numberLength(source.slice(0, 12)), end: from + source.length };
      this.takeWords(heal(text, [line]), line, announcement, 0);
    });
  }

  add({ start, end }: Span, addressees: string[], reason: Reason): RecommendationPassage {
    const passage: RecommendationPassage = { kind: 'recommendation', start, end, addressees, reason };
    this.found.push(passage);
    return passage;
  }
}
