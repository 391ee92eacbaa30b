import { seenPattern } from './damage';

/**
 * Who gives advice in an audit document, and what may stand between them and their verb. Read word by word: one pattern of
 * all these alternatives takes longer to compile than a report takes to read.
 */

const NAMES = new Set(
  'vi jag undertecknade revisorsgruppen revisorskollegiet revisorsringen granskarna granskningsteamet kpmg pwc ey deloitte komredo young bdo thornton azets mazars helseplan sirona'.split(
    ' ',
  ),
);
const OFFICES = /(?:revisorerna|revisorer|revisionen|revisionskontoret)$/;
/** The national audit office audits the state. */
const STATE = /^riks/;
const ADVERB = seenPattern(
  '^(?:därför|också|även|dock|vidare|således|sålunda|starkt|bl\\.?|a\\.|bland|annat|fortsatt|särskilt|i|första|hand|på|nytt|åter|alltså|sammantaget|slutligen|därutöver|utifrån|detta|vill|kan|väljer|måste|skulle|vilja|att)$',
);
const OWNER = seenPattern(
  '^(?:vår|våra|min|mina|en|revisionens|[a-z]*revisorernas|stadsrevisionens|kpmg:?s|pwc:?s|ey:?s|deloittes|komredos)$',
);
/** Words looked at on either side of a verb. */
const REACH = 7;

/** True for the name of auditors: "vi", "lekmannarevisorerna", "stadsrevisionen", "KPMG". */
export function isAuditor(word: string): boolean {
  return NAMES.has(word) || (OFFICES.test(word) && !STATE.test(word));
}

/** True for words such as "vår" and "revisorernas" before "rekommendation". */
export function isAuditorsOwn(word: string): boolean {
  return OWNER.test(word);
}

/** Characters looked at on either side of a verb. */
const WINDOW = 90;

function plain(word: string): string {
  return word.replace(/[,;:()"”]/g, '');
}

/** Whether a word next to the verb names auditors (true) or somebody else (false); undefined for an adverb. */
function namesAuditors(word: string): boolean | undefined {
  const bare = plain(word);
  if (isAuditor(bare)) return true;
  return ADVERB.test(bare) ? undefined : false;
}

/** True when auditors are the subject of the verb at [from, to): "vi rekommenderar", "rekommenderar därför revisorerna". */
export function isDoneByAuditors(sentence: string, from: number, to: number): boolean {
  return isAuditorBefore(sentence, from) || isAuditorBehind(sentence, to);
}

/** True when the nearest word before an offset that is no adverb names auditors. */
function isAuditorBefore(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - WINDOW), at).trim();
  let end = before.length;
  for (let count = 0; count < REACH && end >= 0; count++) {
    const space = end === 0 ? -1 : before.lastIndexOf(' ', end - 1);
    const named = namesAuditors(before.slice(space + 1, end));
    if (named !== undefined) return named;
    end = space;
  }
  return false;
}

function isAuditorBehind(sentence: string, at: number): boolean {
  for (const word of sentence
    .slice(at, at + WINDOW)
    .trim()
    .split(' ', REACH)) {
    const named = namesAuditors(word);
    if (named !== undefined) return named;
  }
  return false;
}

/** True when the words from an offset on, adverbs left out, are "är", "om" and the like, with "att" or a colon behind. */
export function isFollowedByThat(rest: string): boolean {
  const to = /^ till [^.:]{3,80}?(?= (?:är|ar|4r|dr|ér|att)(?: |$)|:)/.exec(rest)?.[0].length ?? 0;
  for (const word of rest.slice(to).trimStart().split(' ', REACH)) {
    if (word === 'att' || word.startsWith(':') || word.endsWith(':')) return true;
    if (!IS.test(word) && !ADVERB.test(plain(word))) return false;
  }
  return false;
}
const IS = seenPattern('^(?:är|blir|för|om)$');
