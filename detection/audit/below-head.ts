import { isAboutAdvice } from './advice';
import { BEGIN, END, NEED, SHALL } from './advice-words';
import type { Announcement } from './announcements';
import { isAuditor } from './auditors';
import { seen, seenPattern } from './damage';
import { beginsLikeItem } from './itemlike';
import type { RecommendationList } from './recommendation-list';
import type { Outline, Unit } from './units';

/** "Rekommendation", "Våra rekommendationer", "4.2 Rekommendationer till nämnden": says nothing else. */
const BARE = seenPattern(
  '^[\\d. ]*(?:våra |revisorernas |revisionens )?rekommendation(?:er|en|erna)?(?: till [a-z ,-]+)?:?$',
);
/** Longer paragraphs tell of something. */
const LONGEST = 700;
/** Characters in which a sentence says what is to be done. */
const WITHIN = 110;
const SHOULD = new RegExp(`${BEGIN}${seen('(?:ska|skall|kan med fördel)')}${END}`, 'u');
/** "Tas fram", "redovisas", "ses över": what is to be done, not what is lacking or needed. */
const DONE = new RegExp(
  `${BEGIN}(?!${seen('(?:finns|saknas|krävs|behövs|anses|bedöms|avses|hoppas|lämnas)')}${END})\\p{L}{2,}(?:[^\\P{L}aeiouyåäö]as|${seen('ses|görs|läggs|ställs|följs|skrivs|hålls|sätts|rättas|införs|utförs|tillförs|upprätthålls')})${END}`,
  'u',
);
const PAST = new RegExp(
  `${BEGIN}${seen('(?:har|hade|fick|beslutade|gjordes|lämnades|var|visar|visade|framgår|finns inga|inga)')}${END}`,
  'u',
);

/**
 * Takes the sentences of the paragraph right below a bare head "Rekommendation" that say what is to be done, in whatever
 * form: "En modell tas fram.", "Nämnden ska …".
 * @returns whether there were any
 */
export function takeBelowHead(outline: Outline, list: RecommendationList, { announcement, unit }: Below): boolean {
  const words = outline.words(unit);
  if (unit.type !== 'paragraph' || words.text.length > LONGEST || !BARE.test(announcement.evidence.toLowerCase()))
    return false;
  if (/(?::|\satt)$/.test(words.text)) return false;
  let taken = 0;
  for (const { from, to } of words.sentences) {
    const sentence = words.lower.slice(from, to);
    if (!isTask(sentence)) continue;
    list.take(unit, words.span(from, to), announcement, from, to);
    taken++;
  }
  return taken > 0;
}

interface Below {
  announcement: Announcement;
  unit: Unit;
}

function isTask(sentence: string): boolean {
  if (isAboutAdvice(sentence) || /ommendation|\?$/.test(sentence)) return false;
  if (isAuditor(sentence.slice(0, sentence.search(/[ ,]|$/)))) return false;
  const opening = sentence.slice(0, WITHIN);
  if (PAST.test(opening) || / enligt (?!v[åa]r)/.test(opening)) return false;
  return (
    beginsLikeItem(sentence) || SHALL.test(opening) || NEED.test(opening) || SHOULD.test(opening) || DONE.test(opening)
  );
}
