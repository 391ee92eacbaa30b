import type { AssessmentPassage } from '../types';
import { seenPattern } from './damage';
import type { Healed } from './healed';
import type { Sentence } from './sentences';
import type { Outline, Unit } from './units';

/** What every assessment says: "bedömer", "bedömning". */
const JUDGE = 'bed';
/** Shorter sentences are labels ("Vår bedömning"). */
const SHORTEST = 30;

const SUMMARY = seenPattern(
  '(?:sammanfattande|samlade|samlad|övergripande|sammanvägda|sammantagna|sammantagen) (?:revisionella )?(?:bedömning|slutsats)(?:en)?(?![\\p{L}])(?: [^ ]+){0,16}? (?:är|att)(?![\\p{L}])|(?:sammantaget|sammanfattningsvis|sammantagen)(?: [^ ]+){0,8} bedöm|bedöm[^ ]* (?:vi |revisorerna )?(?:sammantaget|sammanfattningsvis)',
  'u',
);
/** A part of a word in every summary assessment. */
const MAY_SUM_UP = /sam[ml]|vergrip/;

const VERB = seenPattern(
  'bedömer( (?:vi|revisorerna|revisionen|revisionskontoret|stadsrevisionen)(?![\\p{L}]))?(?![\\p{L}])',
  'uy',
);
const SUBJECT = seenPattern(
  '(?<![\\p{L}])(?:vi|revisorerna|revisionen|revisionskontoret|stadsrevisionen|granskarna) $',
  'u',
);
const NOUN = seenPattern('bedömning((?:en)? (?:är|av)(?![\\p{L}]))?(?![\\p{L}])', 'uy');
const OWNER = seenPattern('(?<![\\p{L}])(?:vår|revisorernas|revisionens|den samlade) $', 'u');
const OUR = seenPattern('(?<![\\p{L}])vår $', 'u');
/** Characters before the verb or noun that hold who judges. */
const REACH = 24;

/** "Vi grundar vår bedömning på", "utifrån vår bedömning"; what stands before is looked at behind the word all of them have. */
const GROUNDS = seenPattern(
  'bedömning(?<=(?:grundar|baserar|bygger|utifrån|med utgångspunkt i|mot bakgrund av|underlag för|inför|till grund för) (?:vi )?(?:vår|den|sin) (?:sammanfattande |samlade )?bedömning)',
);
const GIVEN_ELSEWHERE = seenPattern('lämnar vi (?:en|vår)|framgår av|redovisas');

/** True when a sentence speaks of an assessment given elsewhere. */
function isAboutAssessment(sentence: string): boolean {
  if (GROUNDS.test(sentence)) return true;
  const may = sentence.includes('redovisas') || sentence.includes('framg') || sentence.includes('mnar vi ');
  return may && GIVEN_ELSEWHERE.test(sentence);
}

/** Finds the auditors' judgements: the one on the review as a whole, and those on its parts; each one sentence. */
export function* findAssessments(outline: Outline, candidates: readonly Unit[]): Generator<void, AssessmentPassage[]> {
  const found: AssessmentPassage[] = [];
  let count = 0;
  for (const unit of candidates) {
    if (unit.type === 'heading' || unit.section === 'method' || unit.section === 'criteria') continue;
    const words = outline.words(unit);
    let at = words.lower.indexOf(JUDGE);
    for (const sentence of at < 0 ? [] : words.sentences) {
      if (++count % 50 === 0) yield;
      if (at >= sentence.to) continue;
      const summary = judges(words.lower.slice(sentence.from, sentence.to), at - sentence.from);
      if (summary !== null) found.push(passageOf(words, sentence, summary));
      at = words.lower.indexOf(JUDGE, sentence.to);
      if (at < 0) break;
    }
  }
  return found;
}

function passageOf(words: Healed, { from, to }: Sentence, summary: boolean): AssessmentPassage {
  return {
    kind: 'assessment',
    ...words.span(from, to),
    summary,
    reason: {
      rule: summary ? 'summary-assessment' : 'assessment',
      evidence: words.text.slice(from, Math.min(to, from + 60)),
    },
  };
}

/**
 * Whether a sentence is the auditors' judgement on the whole (true) or on a part (false); null when it is none.
 * @param at where it first says "bed…"
 */
function judges(sentence: string, at: number): boolean | null {
  if (sentence.length < SHORTEST || sentence.endsWith('?')) return null;
  const summary = MAY_SUM_UP.test(sentence) && SUMMARY.test(sentence);
  if (summary) return isAboutAssessment(sentence) && !/ är att |ar att |4r att |dr att /.test(sentence) ? null : true;
  return isOwn(sentence, at) && !isAboutAssessment(sentence) ? false : null;
}

/** True when the auditors are those who judge: "vi bedömer", "bedömer revisionen", "vår bedömning". */
function isOwn(sentence: string, first: number): boolean {
  for (let at = first; at >= 0; at = sentence.indexOf(JUDGE, at + 1)) {
    const before = sentence.slice(Math.max(0, at - REACH), at);
    VERB.lastIndex = at;
    const verb = VERB.exec(sentence);
    if (verb) {
      if (SUBJECT.test(before) || (verb[1] !== undefined && !/\p{L}$/u.test(before))) return true;
      continue;
    }
    NOUN.lastIndex = at;
    const noun = NOUN.exec(sentence);
    if (noun && (noun[1] === undefined ? OUR : OWNER).test(before)) return true;
  }
  return false;
}
