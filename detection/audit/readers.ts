import { seenPattern } from './damage';
import type { Outline, Unit } from './units';

/** Words of every audit and every board's answer. */
const AUDIT = /evis(?:or|ion)|ransk(?:n|at|a )|nämnd|namnd|styrels/i;
/** Shorter texts are excerpts, whose audit is elsewhere. */
const SHORTEST = 600;
/** A reader is spoken to: "tvätta dina händer". */
const TO_READER = seenPattern('(?<![\\p{L}])(?:du|dig|din|ditt|dina|ni|era|ditt barn)(?![\\p{L}])', 'u');
/** Those words as ends of any word, which is quicker to tell. */
const MAY_BE_TO_READER = /(?:d(?:u|ig|in|itt|ina)|ni|era)(?!\p{L})/u;
/** Units below a heading that tell whom it speaks to. */
const REACH = 5;
const OPENING = 300;

/** Whether a document is about an audit; its text is searched once, not for each of its headings. */
const OF_AUDITS = new WeakMap<Outline, boolean>();

function isOfAudit(outline: Outline): boolean {
  let is = OF_AUDITS.get(outline);
  if (is === undefined) {
    is = outline.text.length <= SHORTEST || AUDIT.test(outline.text);
    OF_AUDITS.set(outline, is);
  }
  return is;
}

/** True for a text that speaks of auditors or of an audit; a board alone may have pages about anything. */
export function namesAudit({ text }: Outline): boolean {
  return /evis(?:or|ion)|ranskning/i.test(text);
}

/** True when recommendations below a heading are for those who read the page, or stand in a text that is about no audit. */
export function isForReaders(outline: Outline, heading: Unit): boolean {
  if (!isOfAudit(outline)) return true;
  let units = 0;
  let toReader = 0;
  for (let index = heading.index + 1; index <= heading.index + REACH; index++) {
    const unit = outline.at(index);
    if (!unit || unit.type === 'heading') break;
    units++;
    const opening = outline.opening(unit, OPENING);
    if (MAY_BE_TO_READER.test(opening) && TO_READER.test(opening)) toReader++;
  }
  return units > 0 && toReader * 2 >= units;
}
