import { seenPattern } from './damage';
import type { Outline, Unit } from './units';

/** What announces the auditors' questions, at the end of the text before them. */
export const LEAD_IN = seenPattern(
  '(?:revisionsfråg|frågeställning|delfråg|kontrollmål|granskningsmål|granskningsfråg|(?:följande|nedanstående) (?:[^ ]+ )?fråg|frågor(?:na)? (?:är|lyder|var|har varit)|granskningens frågor|dessa (?:[^ ]+ )?frågor:?$|fråga(?:n|rna)? (?:besvaras|är|som)|(?:ska|kommer att) (?:besvara|granska|bedöma|pröva|belysa|ge svar på|svara på)|besvara[rs]|(?:granska|bedöma|belysa|pröva|undersöka|syfte) om|har inriktats p)',
);
export const PREFIX = seenPattern(
  '^(?:(?:\\d+(?:\\.\\d+)*[.)]?|[a-h]\\)) )?(?:(?:(?:revisions|del|gransknings)?frågan?|kontrollmål|granskningsmål) ?(?:nr )?\\d*(?:\\.\\d+)?[a-h]?(?: ?[.):–-]+)? )?(?:(?:\\d+(?:\\.\\d+)*[.)]?|[a-h]\\)) )?',
);
export const ASKED_OF_OTHERS = seenPattern('intervjufråg|enkätfråg|enkät|intervjuguide|frågeformulär|vanliga frågor');
/** A question found, before it is known whether it is the auditors'. */
export interface Asked {
  unit: Unit;
  from: number;
  to: number;
  rule: string;
  evidence: string;
  /** Further lines of a cell that a table of spaces wraps; what stands between is in other columns. */
  rest?: readonly Unit[];
}

/** Length of "Revisionsfråga 2: " or "3. " before a question. */
export function numberLength(lower: string): number {
  return PREFIX.exec(lower)?.[0].length ?? 0;
}

/** True under a heading such as "Intervjufrågor" or "Vanliga frågor". */
export function isAskedOfOthers(outline: Outline, unit: Unit): boolean {
  return [...unit.headings, unit].some(
    (heading) => heading.type === 'heading' && ASKED_OF_OTHERS.test(outline.words(heading).lower),
  );
}

const ANSWERED = seenPattern(
  '(?:svar|bedömning|slutsats|besvarande|sammanfattning).{0,30}(?:(?:revisions|del|gransknings)?fråg|kontrollmål|granskningsmål)|^[\\d. ]*(?:revisions|gransknings)frågor(?:na)? (?:och|med) (?:svar|bedömning)',
);
/** Questions as headings under one over them all. */
const MOST_QUESTIONS = 20;

/** True under a heading over the answers to the auditors' questions ("Svar på revisionsfrågorna"), where the questions may be headings too. */
export function isAmongAnswers(outline: Outline, unit: Unit): boolean {
  let heading = outline.headingBefore(unit.index);
  for (let count = 0; heading && count < MOST_QUESTIONS; count++) {
    const { lower } = outline.words(heading);
    if (!lower.endsWith('?')) return ANSWERED.test(lower);
    heading = outline.headingBefore(heading.index);
  }
  return false;
}
