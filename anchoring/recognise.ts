import { seatOf } from './beside';
import type { Case } from './case';
import { isOwnCore, isTelling, sentenceEnds } from './core';
import { isTight, type Slot } from './course';
import { letterEnd, wordOf } from './fold';
import { stopsBefore } from './quote-span';
import type { Sighting } from './sighting';
import type { TextIndex } from './text-index';

/** Share of a quote's words that must be left between both of its neighbours, beside one of them, beside none. */
const LEFT = [0.55, 0.4, 0.28] as const;
/** … where other passages may have been in the slot of which nothing is known but that they had less in common with it. */
const LEFT_OF_MANY = 0.65;
/** Share of the words of its sentence, beside the quote, by which an edited quote of a word or two is known. */
const SENTENCE = 0.6;
/** Share of the context on one side that a word or two need, that stood once near by. */
const HALF = 0.5;
/** A quote of so many words at most is known by its sentence. */
const FEW_WORDS = 3;
/** … and of which nothing may be left. */
const REPLACED = 2;
/** … and by which one of which nothing is left may have grown: a word that another stands for. */
const NEW_WORD = 20;
/** Letters of a word that tells something, where less than half of the words are left, and how much longer it may be then. */
const WORD = 5;
const LONGER = 1.5;
/** By so much must a place's share of the words be greater than any twin's was. */
const LIKER = 0.08;
const PARAGRAPH = /\n\s*\n/;
/** Letters that may be put into an edited passage, beside twice as many as it had. */
const PUT_IN = 80;

/** Whether the quote's letters stand once in what is known of the source around it; a telling one would have a twin. */
export function isOnce({ pattern }: Case): boolean {
  if (isTelling(pattern, pattern)) return true;
  const { letters, words, length } = pattern.folded;
  const from = words[pattern.from] as number;
  const to = words[pattern.to] as number;
  for (let i = 0; i + to - from <= length; i++) {
    if (i === from) continue;
    let same = 0;
    while (same < to - from && letters[i + same] === letters[from + same]) same++;
    if (same === to - from) return false;
  }
  return true;
}

/**
 * The very words, and something beside them that tells them from the same words by chance: of a word or two both
 * neighbours, or one of them with most of their sentence, or with the text beyond where the source near by has them once.
 */
export function isSame(one: Case, here: Sighting): boolean {
  const { pattern, core } = one;
  const { missing, inserted, isGrown, from, to, coreMissing, neighbours, sentence } = here;
  if (missing > 0 || inserted.length > 0 || isGrown || to <= from) return false;
  if (isTelling(pattern, pattern) || (coreMissing === 0 && isTelling(pattern, core))) return true;
  if (isBeside(neighbours, sentence)) return true;
  return neighbours === 1 && Math.max(here.before ?? 0, here.after ?? 0) >= HALF && isOnce(one);
}

/** Whether enough stands beside a word or two to tell them from the same words elsewhere. */
function isBeside(neighbours: number, sentence: number): boolean {
  return neighbours === 2 || (neighbours === 1 && sentence >= SENTENCE);
}

function endsParagraph({ folded }: TextIndex, [from, to]: readonly [number, number]): boolean {
  return PARAGRAPH.test(folded.text.slice(letterEnd(folded, from - 1), folded.at[to]));
}

function endsSentence({ folded, to }: Case['pattern']): boolean {
  return to === folded.wordCount || sentenceEnds(folded, to);
}

function endsThere({ folded }: TextIndex, to: number): boolean {
  const word = wordOf(folded, to - 1) + 1;
  return word < folded.wordCount && (sentenceEnds(folded, word) || stopsBefore(folded, word));
}

/** Whether what stands in the slot is still the passage, edited. */
export function isEdited(index: TextIndex, one: Case, here: Sighting, isKnown = false): boolean {
  const { target, pattern, core } = one;
  const { quote, from, to, neighbours } = here;
  const { words } = pattern.folded;
  const length = (words[pattern.to] as number) - (words[pattern.from] as number);
  if (to <= from || to - from > 2 * length + PUT_IN) return false;
  const { isSeated, isTelling: isTellingSeat, isWhole } = seatOf(index, one, here);
  if (!isSeated && !isTelling(pattern, pattern) && !isBeside(neighbours, here.sentence)) return false;
  // A paragraph's end that the quote had not: words of two passages, taken for one.
  if (here.inserted.some((gap) => endsParagraph(index, gap)) && !PARAGRAPH.test(target.quote.exact)) return false;
  // `till` and `för` stand in any sentence that was put in instead, and two words of it in a long one.
  const isLittle = isTelling(pattern, pattern) && quote > 0 && quote < LEFT[1];
  if (isLittle && (here.longest < WORD || to - from > LONGER * length + NEW_WORD)) return false;
  if (quote >= (isKnown ? LEFT[neighbours] : LEFT_OF_MANY)) return true;
  if (isTellingSeat && (isKnown || isWhole) && quote >= LEFT[2]) return true;
  // Of a word or two nothing may be left, of more something is.
  if (quote === 0 && pattern.to - pattern.from > REPLACED) return false;
  // Nothing is left of it, and what is there ends a sentence that the quote had not ended: another one that was put in.
  if (quote === 0 && !endsSentence(pattern) && endsThere(index, to)) return false;
  // All of the sentence but the quote, on the very spot.
  if (isSeated && !isOwnCore(pattern, core) && here.sentence === 1) return to - from <= 2 * length + NEW_WORD;
  const isTwinless = target.evidence?.twins.length === 0 && (neighbours === 2 || !isOwnCore(pattern, core));
  if (isTwinless && here.sentence === 1 && neighbours > 0 && isTelling(pattern, core) && quote >= LEFT[1]) return true;
  const isShort = pattern.to - pattern.from <= FEW_WORDS && !isOwnCore(pattern, core);
  if (quote === 0 && to - from > length + NEW_WORD) return false;
  // Of a word at the border of its sentence nothing is left: as likely another sentence that was put in.
  if (quote === 0 && (sentenceEnds(pattern.folded, pattern.from) || endsSentence(pattern))) return false;
  return isShort && neighbours === 2 && here.sentence >= SENTENCE;
}

/**
 * Whether more of the passage's words are there than any twin had, between its two neighbours, or between words near by on
 * both sides with all of its names and numbers: hardly an edit makes a twin more like it.
 */
function isLikest({ target, pattern, core }: Case, here: Sighting): boolean {
  const twins = target.evidence?.twins;
  if (!twins || !isOwnCore(pattern, core) || !isTelling(pattern, core)) return false;
  const isBetween = here.neighbours === 2 || (here.touchesBefore && here.touchesAfter && here.namesLost === 0);
  return isBetween && twins.every(({ share }) => here.quote >= share + LIKER);
}

/**
 * Whether an edited passage may as well be another of its kind: with another name or number in it, away from what stood on
 * both sides of it, or where not all of the source is known that belongs there.
 */
export function isDoubtful(index: TextIndex, one: Case, here: Sighting, slot: Slot, isKnown: boolean): boolean {
  if (one.target.evidence?.twins.length === 0 || isLikest(one, here)) return false;
  const { isSeated, isWhole } = seatOf(index, one, here);
  const isBetween = (here.neighbours === 2 && isTight(slot)) || isSeated;
  return here.namesLost > 0 && !isKnown ? !isWhole : !isBetween && (here.namesLost > 0 || !isKnown);
}
