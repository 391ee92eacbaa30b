import { seenPattern } from './damage';

const OUGHT_LEAD_IN = seenPattern(
  '(?:(?:nämnd(?:en|erna)(?: för(?: [^ .:]+){1,6}?)?|styrelsen) (?:bör|behöver|måste)(?: [a-z]+){0,4}|(?:bör|behöver|måste)(?: [a-z-]+){0,3} [a-z-]*(?:nämnden|nämnderna|styrelsen)):?$',
);
/** A lead-in that ends with its verb. */
const ENDS_WITH_OUGHT = seenPattern(' (?:bör|behöver|måste)$');
/** "Granskningen visar att nämnden behöver:", "brister som nämnden behöver åtgärda:": tells what was found. */
const SHOWN = seenPattern(
  '(?:visar|framgår|innebär)(?:,? [a-z]+)? att|(?:brister|avvikelser|risker|problem|svagheter|iakttagelser) som ',
);
/** True for lower-case words that leave to a list what was found: "följande brister som nämnden behöver åtgärda:". */
export function leavesFindings(ending: string): boolean {
  return ending.endsWith(':') && SHOWN.test(ending);
}

/** True for lower-case words that end with what a board ought or needs to do left open: "kommunstyrelsen bör även". */
export function isOughtLeadIn(ending: string): boolean {
  return OUGHT_LEAD_IN.test(ending) && !SHOWN.test(ending);
}
/** True where such words end with their verb: what follows finishes the sentence. */
export function endsWithOught(ending: string): boolean {
  return ENDS_WITH_OUGHT.test(ending) && isOughtLeadIn(ending);
}
