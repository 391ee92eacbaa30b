import type { AssessmentPassage } from '../types';
import { seenPattern } from './damage';
import { splitSentences } from './sentences';
import type { Outline, Unit } from './units';

const SUMMARY = seenPattern(
  '(?:sammanfattande|samlade|samlad|övergripande|sammanvägda|sammantagna|sammantagen) (?:revisionella )?(?:bedömning|slutsats)(?:en)?(?![\\p{L}])(?: [^ ]+){0,16}? (?:är|att)(?![\\p{L}])|(?:sammantaget|sammanfattningsvis|sammantagen)(?: [^ ]+){0,8} bedöm|bedöm[^ ]* (?:vi |revisorerna )?(?:sammantaget|sammanfattningsvis)',
  'u',
);
const OWN = seenPattern(
  '(?<![\\p{L}])(?:vi bedömer|bedömer (?:vi|revisorerna|revisionen|revisionskontoret|stadsrevisionen)|(?:revisorerna|revisionen|revisionskontoret|stadsrevisionen|granskarna) bedömer|(?:vår|revisorernas|revisionens|den samlade) bedömning(?:en)? (?:är|av)|vår bedömning)(?![\\p{L}])',
  'u',
);
/** "Vi grundar vår bedömning på", "utifrån vår bedömning": speaks of an assessment given elsewhere. */
const ABOUT = seenPattern(
  '(?:grundar|baserar|bygger|utifrån|med utgångspunkt i|mot bakgrund av|underlag för|inför|till grund för) (?:vi )?(?:vår|den|sin) (?:sammanfattande |samlade )?bedömning|lämnar vi (?:en|vår)|framgår av|redovisas',
);

/** Finds the auditors' judgements: the one on the review as a whole, and those on its parts; each one sentence. */
export function* findAssessments(outline: Outline, candidates: readonly Unit[]): Generator<void, AssessmentPassage[]> {
  const found: AssessmentPassage[] = [];
  let count = 0;
  for (const unit of candidates) {
    if (++count % 15 === 0) yield;
    if (unit.type === 'heading' || unit.section === 'method' || unit.section === 'criteria') continue;
    const words = outline.words(unit);
    for (const sentence of splitSentences(words.text)) {
      const lower = words.lower.slice(sentence.from, sentence.to);
      if (!lower.includes('bed') || lower.endsWith('?')) continue;
      const summary = SUMMARY.test(lower);
      if (!summary && (!OWN.test(lower) || ABOUT.test(lower))) continue;
      if (summary && ABOUT.test(lower) && !/ är att |ar att |4r att |dr att /.test(lower)) continue;
      if (lower.length < 30) continue;
      found.push({
        kind: 'assessment',
        ...words.span(sentence.from, sentence.to),
        summary,
        reason: {
          rule: summary ? 'summary-assessment' : 'assessment',
          evidence: words.text.slice(sentence.from, Math.min(sentence.to, sentence.from + 60)),
        },
      });
    }
  }
  return found;
}
