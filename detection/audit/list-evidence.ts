import { announcesImprovements } from './advice-heads';
import { BEGIN, END } from './advice-words';
import { isAuditor } from './auditors';
import { findBoards } from './boards';
import { seen, seenPattern } from './damage';
import { beginsLikeItem, numberLength } from './itemlike';
import type { Outline, Unit } from './units';

/**
 * Whether a list is advice where its lead-in says so in no words known beforehand. Each sign counts for or against: who
 * speaks, to whom, how strongly, what the items begin with, and in which part of the document it stands.
 */

/** Signs that must outweigh those against it, and the most that the items give. */
const ENOUGH = 4;
const MOST_OF_ITEMS = 2;
/** Items looked at. */
const MOST_ITEMS = 4;
const OPENING = 80;

/** What auditors want: "vi vill att nämnden", "revisorerna ser gärna". */
const WANTS = new RegExp(
  `${BEGIN}${seen('(?:vill|önskar|ser gärna|förväntar|förutsätter|kräver|begär|uppmanar|råder|anser|menar|efterlyser|föreslår|skickar med|lyfter|pekar på|understryker|betonar|trycker på|ser behov|ser ett behov)')}${END}`,
  'gu',
);
const OUGHT = new RegExp(`${BEGIN}${seen('(?:bör|behöver|måste|borde)')}${END}`, 'u');
const SENDS = seenPattern('skicka(?:r)? med|medskick|arbeta vidare med|ta fasta på|prioritera|åtgärda');
/** Lists of other things: duties, questions, sources, what was found. */
const OTHER_LIST = seenPattern(
  'fråg(?:a|or)|intervju|kriteri|underlag|dokument|metod|avgräns|syfte|bedöma om|granska|noter|konstater|framgår|framkom|visar|ansvar|uppgift|uppdrag|omfatta|innebär|består|ingår|enligt (?!vår)|beslut(?:ar|ade|a)|yrka|närvar|bifoga|bilag|källor|beskriv|exempel|positivt|styrk',
);
const LEAVES_TO_LIST = seenPattern('(?:följande|nedanstående|nedan)(?![a-z])');
/** Verbs of what is, not of what is to be done. */
const STATE = /^(?:är|har|kan|får|blir|finns|saknar|saknas|anser|menar|bedömer|vi|det|den)$/;

/**
 * True when the items that follow a lead-in or heading are advice.
 * @param ending the lead-in's last sentence, or the heading, in lower case
 * @param byBoard true for a board's own document: there "vi" is the board
 */
export function announcesByEvidence(outline: Outline, lead: Unit, ending: string, byBoard: boolean): boolean {
  const first = outline.at(lead.index + 1);
  if (first?.type !== 'item' || OTHER_LIST.test(ending)) return false;
  const evidence = leadEvidence(lead, ending, byBoard);
  if (evidence < ENOUGH - MOST_OF_ITEMS) return false;
  const ofItems = itemEvidence(outline, first);
  // A finished sentence leaves nothing to a list that does not itself say what is to be done.
  if (ofItems === 0 && ending.endsWith('.') && !LEAVES_TO_LIST.test(ending)) return false;
  return evidence + ofItems >= ENOUGH;
}

function leadEvidence(lead: Unit, ending: string, byBoard: boolean): number {
  const auditors = auditorsWant(ending, byBoard);
  const boards = findBoards(ending).length > 0;
  const ought = OUGHT.test(ending);
  // Without anybody who speaks or is spoken to, a list is anything.
  if (!auditors && !(boards && ought) && !announcesImprovements(ending)) return 0;
  let evidence = (auditors ? 2 : 0) + (boards ? 1 : 0) + (ought ? 1 : 0);
  if (SENDS.test(ending) || announcesImprovements(ending)) evidence++;
  // A head that is nothing but the wish says that all below it is wished for.
  if (auditors && lead.type === 'heading') evidence++;
  switch (lead.section) {
    case 'recommendations':
      return evidence + 2;
    case 'assessment':
      return evidence + 1;
    case 'findings':
      return auditors ? evidence : evidence - 2;
    case 'criteria':
    case 'background':
    case 'method':
    case 'response':
      return evidence - 3;
    default:
      return evidence;
  }
}

/** True when the auditors are the subject of a verb of wanting. */
function auditorsWant(ending: string, byBoard: boolean): boolean {
  for (const match of ending.matchAll(WANTS)) {
    const around = [
      ...ending.slice(0, match.index).trim().split(' ').slice(-2),
      ...ending
        .slice(match.index + match[0].length)
        .trim()
        .split(' ', 2),
    ];
    if (around.some((word) => isAuditor(word.replace(/[,:]/g, '')) && !(byBoard && word === 'vi'))) return true;
  }
  return false;
}

/** `MOST_OF_ITEMS` where most items begin with what is to be done, 1 where they tell what somebody does. */
function itemEvidence(outline: Outline, first: Unit): number {
  let count = 0;
  let tasks = 0;
  let acts = 0;
  for (let index = first.index; index < first.index + MOST_ITEMS; index++) {
    const item = outline.at(index);
    if (item?.type !== 'item') break;
    const opening = outline.opening(item, OPENING);
    count++;
    if (beginsLikeItem(opening)) tasks++;
    else if (actsFirst(opening.slice(numberLength(opening)))) acts++;
  }
  if (tasks * 2 > count) return MOST_OF_ITEMS;
  return (tasks + acts) * 2 > count ? 1 : 0;
}

/** "Inför stickprov", "ser över reglerna": begins with a verb in the present tense. */
function actsFirst(words: string): boolean {
  const verb = /^(?:\p{L}+t )?(\p{L}{2,}(?:r|s))(?= |$)/u.exec(words)?.[1];
  return (verb !== undefined && !STATE.test(verb)) || /^inför /.test(words);
}
