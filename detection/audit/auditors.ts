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
  '^(?:vår|våra|en|revisionens|[a-z]*revisorernas|stadsrevisionens|kpmg:?s|pwc:?s|ey:?s|deloittes|komredos)$',
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

function plain(word: string): string {
  return word.replace(/[,;:()"”]/g, '');
}

/** The words of a text around an offset, nearest first. */
function wordsBefore(text: string, at: number): string[] {
  return text
    .slice(Math.max(0, at - 90), at)
    .trim()
    .split(' ')
    .reverse()
    .slice(0, REACH);
}

/** True when auditors are the subject of the verb at [from, to): "vi rekommenderar", "rekommenderar därför revisorerna". */
export function isDoneByAuditors(sentence: string, from: number, to: number): boolean {
  return (
    firstMeant(wordsBefore(sentence, from)) ||
    firstMeant(
      sentence
        .slice(to, to + 90)
        .trim()
        .split(' ', REACH),
    )
  );
}

/** True when the first word that is no adverb names auditors. */
function firstMeant(words: readonly string[]): boolean {
  for (const word of words) {
    const bare = plain(word);
    if (isAuditor(bare)) return true;
    if (!ADVERB.test(bare)) return false;
  }
  return false;
}

/** True when the words from an offset on, adverbs left out, are "är", "om" and the like with "att" or a colon behind. */
export function isFollowedByThat(rest: string): boolean {
  const to = /^ till [^.:]{3,80}?(?= (?:är|ar|4r|dr|ér|att)(?: |$)|:)/.exec(rest)?.[0].length ?? 0;
  for (const word of rest.slice(to).trimStart().split(' ', REACH)) {
    if (word === 'att' || word === 'om' || word.startsWith(':') || word.endsWith(':')) return true;
    if (!IS.test(word) && !ADVERB.test(plain(word))) return false;
  }
  return false;
}
const IS = seenPattern('^(?:är|blir|för)$');
