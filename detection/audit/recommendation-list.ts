import type { Span } from '../../reading/types';
import type { Reason, RecommendationPassage } from '../types';
import { addresseesOf, advises, settleAddressees } from './advice';
import type { Announcement } from './announcements';
import { numberLength } from './itemlike';
import { itemSubject } from './recommendation-parts';
import type { Outline } from './units';

/** Longest words kept of what announced a recommendation. */
const LONGEST_EVIDENCE = 160;

/** The recommendations of a document as they are found. */
export class RecommendationList {
  readonly found: RecommendationPassage[] = [];
  /** Units up to this index are items of an announcement, and are not read again. */
  taken = -1;

  constructor(private readonly outline: Outline) {}

  /**
   * Takes an announced item.
   * @param unit the unit that the item stands in
   * @param span the item itself
   * @param from where the item's own words begin in the unit's healed words
   */
  take(unit: { index: number }, span: Span, announcement: Announcement, from = 0): RecommendationPassage {
    const { addressees } = announcement;
    const words = this.outline.words(unit);
    const printed = words.text.slice(from);
    const subject = advises(words.lower) ? addresseesOf(printed) : itemSubject(printed);
    return this.add(span, subject.length > 0 ? settleAddressees(subject, addressees) : [...addressees], {
      rule: `${announcement.rule}-item`,
      evidence: announcement.evidence.slice(0, LONGEST_EVIDENCE),
    });
  }

  /** Takes the lines of a paragraph that each begin with "att": a list without bullets. */
  takeLines(unit: { index: number }, span: Span, announcement: Announcement): void {
    const source = this.outline.text.slice(span.start, span.end);
    const starts = [0];
    for (const match of source.matchAll(/\n[ \t]*(?=(?:samt )?att\s)/gi)) {
      const before = source.slice(0, match.index).trimEnd();
      if (/(?:[,.;]|samt|och)$/.test(before.slice(-4))) starts.push(match.index + match[0].length);
    }
    starts.forEach((from, k) => {
      const to = starts[k + 1] ?? source.length;
      const start = span.start + from + (from === 0 ? numberLength(source.slice(0, 12)) : 0);
      const end = start + source.slice(from, to).trimEnd().length;
      this.take(unit, { start, end }, announcement);
    });
  }

  add({ start, end }: Span, addressees: string[], reason: Reason): RecommendationPassage {
    const passage: RecommendationPassage = { kind: 'recommendation', start, end, addressees, reason };
    this.found.push(passage);
    return passage;
  }
}
