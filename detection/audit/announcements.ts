import { addresseesOf, settleAddressees } from './addressees';
import { advises, isAboutAdvice } from './advice';
import { announcesImprovements, headsImprovements } from './advice-heads';
import { boardsAbove, boardsOf } from './board-headings';
import { findBoards, uniqueNames } from './boards';
import { seenPattern } from './damage';
import type { Healed } from './healed';
import { beginsLikeItem, beginsWithAtt, mayBeginWithAtt } from './itemlike';
import { endsWithOught, isOughtLeadIn } from './ought-lead-in';
import { boardsAlone, speaksAsAuditors } from './recommendation-parts';
import { remembering } from './remember';
import type { Section } from './sections';
import type { Outline, Unit } from './units';

/** Where the advice that follows was announced. */
export interface Announcement {
  rule: 'lead-in' | 'heading' | 'answered' | 'followed-up' | 'numbered' | 'table' | 'columns';
  evidence: string;
  addressees: string[];
  /** The unit that announces. */
  unit: Unit;
}

const ANNOUNCES = seenPattern(
  '(?:följande|nedanstående) (?:[a-z-]+ ){0,2}rekommendation|rekommendation(?:er)?(?: till [^.:]{3,90})?(?: (?:är|lyder))?:?$|rekommendation(?:er)? (?:lämnas|ges|riktas|avges) till|(?:nämnd[a-z]*|styrelsen) rekommenderades (?:[^.]{2,60} )?(?:följande|att):?$|rekommenderades [^.]{0,60}(?:nämnd|styrels)[^.]{0,40} (?:följande|att):?$|lämnar (?:vi|revisorerna) .{0,60}rekommendation|rekommendationer.{0,60}:$|rekommendation(?:er|erna)? \\d+(?:(?:,| och|[–-]) ?\\d+)*:$',
);
/** A heading over recommendations names them as its subject, not as something it is about ("Rekommendation om taxan"). */
const HEADING = seenPattern(
  'rekommendation(?:er|erna)?(?![\\p{L}])(?! (?:om|avseende|kring|angående|gällande|som))|rekommenderar (?:vi|revisorerna|revisionen)\\?$|^förbättringsförslag|^förslag till (?:åtgärder|förbättringar)',
  'u',
);
const NO_HEADING = seenPattern(
  'socialstyrelsens|skolverkets|skr(?:s|:s)?(?![\\p{L}])|sveriges kommuner|allmänna råd|nationella rekommendation|myndighetens|förteckning|följsamhet|^tidigare rekommendation',
  'u',
);
/** "Förvaltningen lämnar följande svar på revisionens rekommendationer:", "Nedan redovisas nämndens ställningstagande till var och en." */
const ANSWERS_EACH = seenPattern(
  'följande (?:[a-z]+ )?(?:svar|kommentarer|yttrande|synpunkter) (?:p[a-z]?|till|över|med anledning av) [^.:]{0,60}rekommendationer|(?:nedan|här|i det följande) (?:följer|redovisas|lämnas|ges|presenteras) [^.:]{0,80}(?:svar|ställningstagande|kommentar|yttrande|bemötande)|rekommendationer[^.:]{0,60} besvara[rs] [^.:]{0,30}(?:i tur och ordning|nedan|var för sig|en och en|punkt för punkt)',
);

/** A heading over recommendations with their answers, which may have no label. */
const ANSWERED = seenPattern(
  '^(?:[\\d.]+ )?(?:svar p|yttrande (?:över|om)|kommentarer? (?:till|p)|nämndens (?:svar|kommentar)|(?:revisorernas |revisionens )?rekommendationer(?:na)? (?:och|med|samt) (?:svar|yttrande|åtgärder|nämndens|kommentar))',
);
/** "Det här rekommenderar revisorerna", "Vi rekommenderar": short, and says nothing of what. */
const HEADS_ADVICE = seenPattern(
  '^(?:[^ ]+ ){0,3}rekommenderar (?:vi|revisorerna|revisionen|stadsrevisionen)\\??$|^(?:vi|revisorerna|revisionen|stadsrevisionen) rekommenderar$',
);
/** Longest paragraph that may be a heading without being marked as one. */
const LONGEST_LABEL = 90;

/** What a head's words, in lower case, announce; asked once, because the same heads come back. */
const readHead = remembering((lower): { improves: boolean; rule: 'heading' | 'answered' | 'of others' | 'none' } => {
  const improves = lower.length < LONGEST_LABEL && headsImprovements(lower);
  const heads = HEADS_ADVICE.test(lower) || improves;
  if (!heads && (!HEADING.test(lower) || advises(lower))) return { improves, rule: 'none' };
  if (NO_HEADING.test(lower)) return { improves, rule: 'of others' };
  return { improves, rule: ANSWERED.test(lower) || ANSWERS_EACH.test(lower) ? 'answered' : 'heading' };
});

/**
 * Reads a heading over recommendations, or a short line that serves as one.
 * @returns what it announces; null for a heading over other bodies' recommendations; undefined for any other unit
 */
export function readHeading(outline: Outline, unit: Unit): Announcement | null | undefined {
  const { text, lower } = outline.words(unit);
  if (unit.type !== 'heading' && lower.length >= LONGEST_LABEL) return undefined;
  const { improves, rule } = readHead(lower);
  if (unit.type !== 'heading' && !improves && !isLineLikeHeading(unit, lower)) return undefined;
  if (rule === 'none') return undefined;
  if (rule === 'of others') return null;
  return { rule, evidence: text, addressees: boardsOf(outline, unit), unit };
}

function isLineLikeHeading(unit: Unit, lower: string): boolean {
  return unit.type === 'paragraph' && lower.length < LONGEST_LABEL && !/[.?]/.test(lower) && !beginsLikeItem(lower);
}

/**
 * True when the last sentence of a unit announces recommendations and leaves them to what follows.
 * @param ending that sentence in lower case
 * @param advised whether it gives advice by itself
 */
export function isLeadIn(outline: Outline, unit: Unit, ending: string, advised: () => boolean): boolean {
  return (
    unit.type !== 'cell' &&
    opensList(outline, unit, ending) &&
    (advised() ||
      (ANNOUNCES.test(ending) && !isAboutAdvice(ending)) ||
      ANSWERS_EACH.test(ending) ||
      isOughtLeadIn(ending) ||
      announcesOwn(unit, ending) ||
      handsOver(outline, unit, ending))
  );
}

/** Parts of a report in which a list of improvements is somebody else's. */
const OTHERS_PARTS: ReadonlySet<Section> = new Set(['findings', 'criteria', 'background', 'method', 'response']);

/** True when a sentence leaves improvements to a list, where the auditors speak. */
function announcesOwn(unit: Unit, ending: string): boolean {
  return announcesImprovements(ending) && (!OTHERS_PARTS.has(unit.section) || speaksAsAuditors(ending));
}

/** True for words that leave their sentence open: "… rekommenderar nämnden att …". Read from their end, which is near. */
function endsWithAtt(words: string): boolean {
  let end = words.length;
  while (words[end - 1] === '.' || words[end - 1] === '…') end--;
  return words.endsWith('att', end) && /\s/.test(words[end - 4] ?? '');
}

/** True when a unit's last sentence is left open for a list: it ends with a colon or "att", or items follow it. */
function opensList(outline: Outline, unit: Unit, ending: string): boolean {
  if (ending.endsWith(':') || endsWithAtt(ending)) return true;
  const next = outline.at(unit.index + 1);
  if (!next) return false;
  if (leavesToBelow(outline, ending, next) || handsOver(outline, unit, ending)) return true;
  if (next.type === 'item' ? unit.type === 'item' && next.level <= unit.level : !mayBeginWithAtt(outline.text, next))
    return false;
  if (/\satt [^.]{20,}/.test(ending) && !ANNOUNCES.test(ending)) return false;
  return next.type === 'item' || beginsWithAtt(outline.opening(next, 60));
}

/**
 * True when a lead-in without colon is followed by its items all the same: "… lämnas följande rekommendationer." above a
 * board's name or advice, "Nämnden bör" above a verb in small letters.
 */
function leavesToBelow(outline: Outline, ending: string, next: Unit): boolean {
  const ought = endsWithOught(ending);
  const follows = /(?:f[^ ]{1,2}ljande|nedanst[^ ]{1,2}ende) (?:[a-z-]+ ){0,2}rekommendation/.test(ending);
  if (!ought && !follows && !ANSWERS_EACH.test(ending)) return false;
  const goesOn = beginsLikeItem(outline.opening(next, LONGEST_LABEL));
  if (ought) return goesOn && /\p{Ll}/u.test(outline.text[next.start] ?? '');
  return goesOn || boardsAlone(outline.words(next).text).length > 0;
}

const HANDS_OVER = seenPattern(
  '(?:lämnar|ger|riktar) (?:vi|revisorerna|revisionen) |(?:vi|revisorerna|revisionen) (?:lämnar|ger|riktar) |rekommendationer (?:lämnas|ges|riktas)',
);

/** "Vi lämnar dessutom nya rekommendationer." above "Till kommunstyrelsen:", which stands over what it is to do. */
function handsOver(outline: Outline, unit: Unit, ending: string): boolean {
  if (!/ommendationer(?: l.{1,2}mnas| ges)?\.?$/.test(ending) || !HANDS_OVER.test(ending)) return false;
  const [board, first] = [outline.at(unit.index + 1), outline.at(unit.index + 2)];
  if (!board || !first || first.type === 'cell') return false;
  const { text } = outline.words(board);
  return text.endsWith(':') && boardsAlone(text).length > 0 && beginsLikeItem(outline.opening(first, LONGEST_LABEL));
}

/** What a lead-in announces: its sentence as evidence, the boards that it or a heading above it names. */
export function readLeadIn(outline: Outline, unit: Unit, words: Healed, from: number, to: number): Announcement {
  const printed = words.text.slice(from, to);
  const own = addresseesOf(printed);
  const named = own.length > 0 ? own : uniqueNames(findBoards(printed));
  return {
    rule: ANSWERS_EACH.test(words.lower.slice(from, to)) ? 'answered' : 'lead-in',
    evidence: printed,
    addressees: settleAddressees(named, boardsAbove(outline, unit)),
    unit,
  };
}
