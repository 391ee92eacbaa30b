import { seenPattern } from './damage';

const WHO =
  '(?:förvaltningens|nämndens|nämndernas|styrelsens|direktionens|förbundets|regionens|presidiets|ledningens|huvudmannens|kommunstyrelsens|regionstyrelsens|kommunens|verksamhetens|bolagets|sektorns|kontorets|(?:(?:[a-z]{2,30}-?,? (?:[a-z]{2,30}-? )?och|[a-z]{2,20}ska|sociala|gemensamma) )?[a-z-]{0,40}(?:nämndens|förvaltningens|kontorets|sektorns|styrelsens))';
const WHAT =
  '(?:kommentar(?:er)?|svar|yttrande|ställningstagande|bemötande|synpunkter|åtgärd(?:er)?|återkoppling|planerade åtgärder|vidtagna åtgärder)';
const LABEL = seenPattern(
  `^(?:(?:${WHO} )?${WHAT}(?: (?:och|samt|\\/) ${WHAT})?|(?:planerade|vidtagna|beslutade|föreslagna|genomförda) (?:och (?:planerade|vidtagna) )?åtgärder|kommentar(?:er)? fr[a-z]n [a-z-]{3,40})(?: (?:p|till|med anledning av) ?[a-z]* ?(?:rekommendation|punkt)(?:en)?(?: (?:nr )?(?:\\d+|[a-h]))?| (?:på|till) [a-h])?(?: (?:år )?\\(?\\d{4}\\)?)?(?::|$)`,
);

/** "Nämndens bedömning": an answer where it comes back below each recommendation; elsewhere a part of any text. */
const OPINION = seenPattern(
  `^${WHO} bedömning(?: (?:av|p|till) ?[a-z]* ?(?:rekommendation|punkt)(?:en)?(?: (?:nr )?\\d+)?)?(?::|$)`,
);

/** True when a unit opens a response: "Förvaltningens kommentar:", "Nämndens svar", "Åtgärd:", "Nämndens bedömning". */
export function isLabel(lower: string): boolean {
  return LABEL.test(lower) || isOpinion(lower);
}

/** True for "Nämndens bedömning", which opens a response only where others like it do. */
export function isOpinion(lower: string): boolean {
  return lower.includes('mning') && OPINION.test(lower);
}

/** Length of the label that lower-case words begin with, colon included; 0 when there is none. */
export function labelLength(lower: string): number {
  return (LABEL.exec(lower) ?? (lower.includes('mning') ? OPINION.exec(lower) : null))?.[0].length ?? 0;
}

/** The number of the recommendation that a label answers: "Nämndens svar på punkt 2", "Svar på b"; undefined where it names none. */
export function answeredNumber(lower: string): number | undefined {
  const [, number, afterWord, afterSvar] =
    /(?:(?:rekommendation|punkt)(?:en)? (?:nr )?(?:(\d{1,2})|([a-h]))|svar på ([a-h]))(?=:|$)/.exec(lower) ?? [];
  if (number !== undefined) return Number(number);
  const letter = afterWord ?? afterSvar;
  return letter === undefined ? undefined : LETTERS.indexOf(letter) + 1;
}

const LETTERS = 'abcdefgh';

/** "Status:", "Bedömning 2024:", "Läge i dag:": what became of a recommendation. */
const FOLLOW_UP = seenPattern(
  '^(?:status|läge(?:t)?|utfall|uppföljning|genomförd|(?:vår |revisorernas )?bedömning|iakttagelse)(?: (?:år )?\\(?\\d{4}\\)?(?:$|(?=:))| i dag(?=:)| nu(?=:)|(?=:)):?',
);

/** True when a unit tells what became of what stands above it. */
export function isFollowUp(lower: string): boolean {
  return FOLLOW_UP.test(lower);
}

/** A label that says whose answer it is, in lower case. */
export const NAMES_WHOSE = seenPattern(
  '^[^ ]*(?:nämnd|styrels|förvaltning|kontor|bolag|kommun|verksamhet|sektor)[^ ]*s ',
);
