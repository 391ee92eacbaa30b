import { isAuditor } from './auditors';
import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { splitSentences } from './sentences';
import type { Unit } from './units';

/** The first sentence of healed words, in lower case. */
export function firstSentence(words: { text: string; lower: string }): string {
  const first = splitSentences(words.text)[0];
  return first ? words.lower.slice(first.from, first.to) : '';
}

/** A heading that parts one list of recommendations by topic: deeper than the list's own, without a number. */
export function isSubHeading(heading: Unit, announcement: { unit: Unit }, lower: string): boolean {
  if (heading.section !== 'recommendations' && heading.section !== 'other') return false;
  return (
    announcement.unit.type === 'heading' &&
    heading.level > announcement.unit.level &&
    !/^\d+(?:\.\d+)*\.?\s/.test(lower)
  );
}

/** The boards that a short line names and nothing else: "Socialnämnden", "Till kommunstyrelsen:". */
export function boardsAlone(printed: string): string[] {
  if (printed.length > 120 || printed === '') return [];
  const boards = findBoards(printed);
  if (boards.length === 0) return [];
  let rest = printed.toLowerCase();
  for (const board of boards) rest = rest.replace(printed.slice(board.from, board.to).toLowerCase(), '');
  return /^[\s\d.,:–-]*(?:(?:till|för|rekommendationer|rekommendation|och|samt|att)[\s.,:–-]*)*$/.test(rest)
    ? uniqueNames(boards)
    : [];
}

/** The board that an item itself is for: "att socialnämnden …", "Kommunstyrelsen bör …", "Till styrelsen vill vi säga: styrelsen bör …". */
export function itemSubject(printed: string): string[] {
  const at = /^(?:att )?/i.exec(printed)?.[0].length ?? 0;
  const boards = findBoards(printed, 0, Math.min(printed.length, 90));
  const subject =
    boards[0]?.from === at ? boards[0] : boards.find(({ to }) => OUGHT_TO.test(printed.slice(to, to + 12)));
  return subject ? [subject.name] : [];
}
const OUGHT_TO = seenPattern('^ (?:bör|behöver|måste)(?![\\p{L}])', 'u');

const AUDITORS = '(?:vi|revisorerna|revisionen|revisionskontoret|stadsrevisionen)';
const JUDGE =
  '(?:anser|menar|bedömer|konstaterar|noterar|ser|finner|rekommenderar|förutsätter|förväntar|vill|understryker|betonar|framhåller|uppmanar|efterlyser)';
const IN_OWN_VOICE = seenPattern(
  `(?<![\\p{L}])(?:${AUDITORS} ${JUDGE}|${JUDGE} ${AUDITORS}|enligt (?:vår|[a-z]*revisorernas|[a-z]*revisionens)|vår (?:bedömning|uppfattning|mening|granskning (?:har )?visa[rt])|(?:^|\\. )(?:den (?:samlade|sammanfattande) )?bedömningen är)`,
  'u',
);
/** "Därför bör nämnden …", "nämnden bör därför …": a conclusion of who writes. */
const CONCLUDES = seenPattern(
  '(?<![\\p{L}])(?:(?:därför|således|alltså|följaktligen|mot (?:denna|den) bakgrund|mot bakgrund av (?:detta|det|ovanstående|ovan|granskningen|iakttagelserna|bristerna)) bör|bör (?:[\\p{L}-]+ ){0,4}(?:därför|således|alltså|följaktligen))(?![\\p{L}])',
  'u',
);

/** True when a lower-case sentence says that the auditors judge: "vi bedömer", "enligt vår". */
export function speaksAsAuditors(sentence: string): boolean {
  return IN_OWN_VOICE.test(sentence);
}

/** A paragraph that is labelled as the auditors' assessment. */
const OPENS_ASSESSMENT = seenPattern(
  '^(?:vår |revisorernas |samlad |sammanfattande )?(?:bedömning|slutsats|kommentar):',
);
/** Characters of the same paragraph in which the auditors must have spoken as such before a bare "bör". */
const SAME_BREATH = 350;

/** True when a paragraph begins with the auditors as its subject ("Vi anser vidare att …"): it is no item of a list. */
export function beginsWithAuditors(lower: string): boolean {
  return isAuditor(lower.slice(0, lower.search(/ |$/)));
}

const REPORTS_AUDITORS = seenPattern(
  '(?:revisorerna|revisionen|revisionskontoret|stadsrevisionen) (?:anser|menar|bedömer)|enligt revisorerna',
  'u',
);

/** Who says "vi" in a document: a board in its response or minutes, the auditors in their missive, either in a report. */
export type Voice = 'board' | 'auditors' | 'either';

/**
 * "Bör" is the auditors' word in their assessments, not in what they were told or in the norms.
 * @param sentence in lower case
 * @param before what stands before it in its paragraph, in lower case
 */
export function speaksForAuditors(unit: Unit, sentence: string, voice: Voice, before = ''): boolean {
  if (voice === 'board') return REPORTS_AUDITORS.test(sentence);
  if (unit.section === 'criteria' || unit.section === 'background' || unit.section === 'method') return false;
  if (unit.section === 'response') return false;
  if (voice === 'auditors' && unit.section !== 'findings') return true;
  if (unit.section === 'assessment' || unit.section === 'recommendations' || IN_OWN_VOICE.test(sentence)) return true;
  if (CONCLUDES.test(sentence)) return true;
  return OPENS_ASSESSMENT.test(before) || IN_OWN_VOICE.test(before.slice(-SAME_BREATH));
}

/** Who else may be the one that says so, in the paragraph before: those who were asked, a norm, a plan, a decision. */
const OTHER_VOICE = seenPattern(
  'intervju|uppge|uppgav|menar|anser|framkomm|framför|framhåll|enligt (?!\\d|eu|artik|[a-z-]*(?:lag|balk|förordning))|enkät|svarande|framgår|önska|tycker|säger|föresl|beslut|riktlinj|anges|står|policy|plan(?:en)? (?:säger|anger)|chef|förvaltningen|medarbetare|"|”',
);

/**
 * "Register saknas. Nämnden bör upprätta ett." in a report's findings: a board that begins the sentence, in its definite form, behind
 * facts that nobody is said to have told.
 * @param sentence in lower case
 * @param before what stands before it in its paragraph, in lower case
 */
export function concludesPlainly(unit: Unit, sentence: string, before: string): boolean {
  if (unit.section !== 'findings' && unit.section !== 'other') return false;
  if (unit.type === 'cell' || before === '' || OTHER_VOICE.test(before) || OTHER_VOICE.test(sentence)) return false;
  const board = findBoards(sentence, 0, Math.min(sentence.length, 90))[0];
  return board !== undefined && board.from === 0 && BARE_OUGHT.test(sentence.slice(board.to));
}
const BARE_OUGHT = seenPattern('^ bör (?:(?:även|också|snarast|skyndsamt) )?[a-z]{2,}a ');
