import { BEGIN, END, NEED, REPORTED, SHALL } from './advice-words';
import { isAuditor, isDoneByAuditors } from './auditors';
import { type BoardMention, findBoards } from './boards';
import { seen, seenPattern } from './damage';
import { beginsLikeItem } from './itemlike';
import { leavesFindings } from './ought-lead-in';

/** "Av riktlinjen framgår", "enligt nämnden": what follows is not the auditors' own. */
const ACCORDING_TO = new RegExp(
  seen(
    'framgår|förarbete|proposition|allmänna råd|anges|anger|enligt (?!vår|revisor|v[^ ]r )|uppges|uppger|intervju|beskriv|föreskriv|stadgar|kriteri',
  ),
);
/** "Nämnden bör enligt riktlinjen …"; further behind the words belong to what is advised. */
const ACCORDING_BEHIND = new RegExp(seen('^.{0,15}enligt (?!vår|v[^ ]r |[a-z]*(?:revisor|revision))'));
/** "Nämnden bör kunna …", "kan och bör": what is possible or usual; "bör uppmärksammas för": said of the board. */
const NO_TASK = new RegExp(
  `^ ${seen('(?:kunna|rimligen|normalt|(?:[a-z]+ )?(?:noteras|nämnas|tilläggas|påpekas|framhållas|poängteras|understrykas|betonas|berömmas|erinras|lyftas fram|uppmärksammas för|ses (?:som|mot|i ljuset)))')}${END}`,
  'u',
);
/** "… bör se över den, men vi lämnar ingen rekommendation i denna del." */
const NONE_GIVEN = /ingen (?:särskild |egen )?rekommendation/;
const OWN_OPINION = new RegExp(`${seen('(?:anser|menar|bedömer)')}(?: [\\p{L}]+)? att (?:[\\p{L}-]+ ?){1,4}$`, 'u');
const IN_LAW = new RegExp(`^.{0,60}enligt ${seen('(?:\\d|kommunallag|[a-z]{3,20}lagen)')}`, 'u');
/** Verbs that give somebody's opinion; in the past tense they tell of an older one, whoever's it was. */
const OPINION = new RegExp(
  `${BEGIN}${seen('(?:menar|anser|tycker|framhåller|betonar|påpekar|önskar|föreslår|vill|uppger|säger|hävdar|skriver|anför|konstaterar|noterar|bedömer|understryker|poängterar|efterlyser)')}${END}`,
  'gu',
);
const OLDER_OPINION = new RegExp(
  `${BEGIN}${seen('(?:menade|ansåg|tyckte|framhöll|betonade|påpekade|önskade|föreslog|uppgav|sade|hävdade|skrev|anförde|konstaterade|noterade|bedömde|rekommenderade|underströk|menat|ansett|framhållit|påpekat|önskat|föreslagit|uttalat|konstaterat|rekommenderat|begärt)')}${END}`,
  'u',
);
const OTHERS = seenPattern('socialstyrelsen|skolverket|(?<![a-z])skr(?![a-z])|(?<![a-z])ivo(?![a-z])|myndigheten');
/** A board behind a preposition is no subject: "rekommendationerna till nämnden bör". */
const GOVERNED = new RegExp(`${BEGIN}${seen('(?:under|till|från|av|för|i|hos|inom|mellan|med|vid|mot|på)')} $`, 'u');
/** "… hur nämnden bör", "om nämnden behöver": the clause depends on another. */
const DEPENDENT = new RegExp(`${BEGIN}${seen('(?:om|när|hur|vad|vilka|vilken|vilket|huruvida)')} $`, 'u');
/** Characters in which a sentence's subject stands, and between it and its verb. */
const SUBJECT_WITHIN = 60;
const TO_VERB = 30;
/** Characters between a verb and the board that stands behind it. */
const INVERTED_WITHIN = 12;

/**
 * True when a sentence says what a board ought to do, in the auditors' own voice: the board is its subject, or the
 * sentence says that the auditors mean so.
 */
export function saysOught(sentence: string): boolean {
  return isToldBy(SHALL, sentence) !== null;
}

/** What stands behind the modal verb of a sentence whose subject is a board and whose voice is the auditors'. */
function isToldBy(modal: RegExp, sentence: string): { before: string; task: string } | null {
  const verb = modal.exec(sentence);
  if (!verb || REPORTED.test(sentence) || sentence.endsWith('?')) return null;
  if (NONE_GIVEN.test(sentence) || leavesFindings(sentence)) return null;
  const before = sentence.slice(0, verb.index);
  const after = sentence.slice(verb.index + verb[0].length);
  if (NO_TASK.test(after) || isAccordingToOthers(before, after)) return null;
  const subject = findBoards(before).at(-1);
  if (subject && before.slice(subject.to).trim().length <= TO_VERB && subject.from <= SUBJECT_WITHIN) {
    const opening = before.slice(0, subject.from);
    return isSubject(opening) && !voicedByOthers(opening) ? { before: opening, task: after } : null;
  }
  const inverted = findBoards(after)[0];
  if (!inverted || inverted.from > INVERTED_WITHIN || voicedByOthers(before)) return null;
  return { before, task: after.slice(inverted.to) };
}

function isSubject(before: string): boolean {
  return !GOVERNED.test(before) && !DEPENDENT.test(before);
}

/** True when somebody else is named as the source of what ought to be done. */
function isAccordingToOthers(before: string, after: string): boolean {
  if (ACCORDING_TO.test(before)) return true;
  // "Vi anser att styrelsen bör enligt 6 kap. 1 § …": the law is the auditors' ground, not another voice.
  if (IN_LAW.test(after) && OWN_OPINION.test(before)) return false;
  return ACCORDING_BEHIND.test(after);
}

/** True when the words before a board's name give the advice to somebody else than the auditors, or to those of another year. */
function voicedByOthers(before: string): boolean {
  if (OLDER_OPINION.test(before) || OTHERS.test(before)) return true;
  const opinion = [...before.matchAll(OPINION)].at(-1);
  return opinion !== undefined && !isDoneByAuditors(before, opinion.index, opinion.index + opinion[0].length);
}

/** "Det är angeläget att", "det vore önskvärt att". */
const MATTERS = new RegExp(
  `${BEGIN}${seen('(?:(?:det|är|vore|blir|anser vi|bedömer vi) ){1,2}(?:[a-z]+ ){0,2}(?:viktigt|angeläget|väsentligt|nödvändigt|önskvärt|lämpligt|av (?:[a-z]+ )?(?:vikt|betydelse)),? (?:[a-z]+ )?att')}${END}`,
  'u',
);
/** "Ser dock ett behov av att", "ser att det finns behov av en". */
const SEES_NEED = new RegExp(
  `${BEGIN}ser (?:[^ ]+ ){0,3}?${seen('(?:behov av|det som (?:viktigt|angeläget|väsentligt|nödvändigt))')} (?:att|en|ett)${END}`,
  'u',
);
/** "Förutsätter att", "vill understryka vikten av att", "vill skicka med att". */
const EXPECTS = new RegExp(
  `${BEGIN}${seen('(?:förutsätter|förväntar (?:oss|sig)|efterlyser|vill se|ser gärna|vikten av)')}(?:,? [\\p{L}]+)?,? att${END}`,
  'u',
);
const STRESSES = new RegExp(
  `${BEGIN}${seen('(?:vill(?: [a-z]+){1,4}|betonar|understryker|framhåller|poängterar|trycker på)')} vikten av`,
  'u',
);
/** What auditors ask a board to send them is no advice. */
const REPLY = seenPattern('(?<![\\p{L}])(?:svar|yttrande|återkoppl|återkomm|redogörelse|ta del av)', 'u');
/** What a board is or has tells of a norm, what it does is asked for. */
const STATE = /^(?:är|har|kan|får|blir|ska|vet|måste)$/;
const SUMS_UP = seenPattern('sammanfattande|samlade|sammantag|sammanvägd|(?<![\\p{L}])visar att', 'u');
/** "Behöver enligt riktlinjen", not "måste enligt vår mening". */
const ACCORDING_TO_OTHERS = new RegExp(seen('^.{0,40}enligt (?!(?:vår|revisorernas|revisionens|v[^ ]r) )'));
/** What a board needs that is no task: "behöver stora resurser", "behöver ha". */
const NO_ACTION = /^(?:ha|vara|kunna|veta|bra|stora|nya|flera|mera|fler|alla|andra|sina|båda)$/;

/** Parts of the words in `NEED`. */
const MAY_NEED = /ver |ste /;

/**
 * True when a sentence says that a board needs or has to do something, or that it matters that it does; whether this is the
 * auditors' advice depends on where it stands.
 */
export function saysNeed(sentence: string): boolean {
  if (sentence.endsWith('?') || REPORTED.test(sentence)) return false;
  const told = MAY_NEED.test(sentence) ? isToldBy(NEED, sentence) : null;
  return (told !== null && !SUMS_UP.test(told.before) && beginsWithAction(told.task)) || matters(sentence);
}

/** True when a sentence itself says that the auditors see a need, or that they stress or expect what a board does. */
export function asksFor(sentence: string): boolean {
  return !sentence.endsWith('?') && !REPORTED.test(sentence) && (seesNeed(sentence) || expects(sentence));
}

/** True when words go on with what is to be done: at most a few adverbs, then an infinitive. */
function beginsWithAction(task: string): boolean {
  // "Behöver inte svara" asks for nothing.
  if (/^ (?:inte|ej|aldrig|varken) /.test(task) || ACCORDING_TO_OTHERS.test(task)) return false;
  const words = task.trim().split(' ', 7);
  for (let k = 0; k < words.length; k++) {
    const word = (words[k] as string).replace(/,$/, '');
    if (NO_ACTION.test(word)) return false;
    if (beginsLikeItem(words.slice(k).join(' '))) return true;
    // Other words in -a are infinitives but for a few; adverbs and prepositions end otherwise.
    if (/\p{L}{3}a$/u.test(word)) return true;
  }
  return false;
}

function seesNeed(sentence: string): boolean {
  if (!sentence.includes('behov av ') && !sentence.includes('det som ')) return false;
  const sees = SEES_NEED.exec(sentence);
  return sees !== null && isDoneByAuditors(sentence, sees.index, sees.index + 3);
}

/** Parts of the words in `MATTERS` that no scan damages. */
const MAY_MATTER = /vikt|ngel|sentlig|ndigt|nskv|mpligt|betydelse/;

function matters(sentence: string): boolean {
  if (!MAY_MATTER.test(sentence)) return false;
  const match = MATTERS.exec(sentence);
  if (!match || voicedByOthers(sentence.slice(0, match.index)) || ACCORDING_TO.test(sentence.slice(0, match.index)))
    return false;
  return boardActs(sentence, match.index + match[0].length);
}

/** Parts of the words in `EXPECTS` that no scan damages. */
const MAY_EXPECT = /tter|ntar (?:oss|sig)|fterlys|vill se|vikten av|er g/;

function expects(sentence: string): boolean {
  if (!MAY_EXPECT.test(sentence)) return false;
  const match = EXPECTS.exec(sentence);
  if (!match || REPLY.test(sentence)) return false;
  const stressed = match[0].startsWith('vikten') ? STRESSES.exec(sentence) : match;
  if (!stressed || !isDoneByAuditors(sentence, stressed.index, stressed.index + wordLength(stressed[0]))) return false;
  return boardActs(sentence, match.index + match[0].length);
}

function wordLength(words: string): number {
  return words.indexOf(' ');
}

/** True when a board right behind an offset does something: "att nämnden skyndsamt vidtar", not "att nämnden har". */
function boardActs(sentence: string, from: number): boolean {
  const board = findBoards(sentence, from, Math.min(sentence.length, from + SUBJECT_WITHIN))[0];
  if (!board || board.from - from > TO_VERB) return false;
  return verbsBehind(sentence, board).some((verb) => !STATE.test(verb));
}

/** The first finite verb behind a board, by its ending; adverbs may stand between. */
function verbsBehind(sentence: string, board: BoardMention): string[] {
  const words = sentence.slice(board.to).trim().split(' ', 4);
  const verb = words.find((word) => /^\p{L}+r$/u.test(word) && !isAuditor(word));
  return verb === undefined ? [] : [verb];
}
