import type { Span } from '../../reading/types';
import { BOARDS } from './formulaic-report';
import type { Random } from './random';
import { type Edit, wordsIn } from './text-edits';

const OTHERS = [
  'kommunen',
  'årligen',
  'skriftligt',
  'verksamheten',
  'ansvariga',
  'löpande',
  'hösten',
  'samordnaren',
  'berörda',
  'hittills',
  'ekonomin',
  'beslutade',
  'vårdnadshavare',
  'ledningen',
  'regelbundet',
  'ytterligare',
  'projektet',
  'måluppfyllelse',
];
const BOARD = /nämnd|styrelse|n[ai]mnd/;

/**
 * Edits of so many words of a passage, each at another word: replaced, taken out, put in, a negation, another number,
 * another board. A word of it stays at least.
 */
export function plainEdits(random: Random, text: string, span: Span, count: number): Edit[] {
  // A footnote mark is no word.
  const words = wordsIn(text, span).filter(({ start, end }) => !/^\p{No}+$/u.test(text.slice(start, end)));
  if (words.length === 0) return [];
  const most = Math.max(1, Math.min(count, words.length - 1));
  // A word apart, so that no edit takes what another stands on.
  const chosen: number[] = [];
  for (const i of random.shuffled(words.map((_, index) => index))) {
    if (chosen.length === most) break;
    if (chosen.every((other) => Math.abs(other - i) > (words.length > 3 * most ? 1 : 0))) chosen.push(i);
  }
  return chosen.map((i) => oneEdit(random, text, words, i));
}

function oneEdit(random: Random, text: string, words: readonly Span[], i: number): Edit {
  const { start, end } = words[i] as Span;
  const word = text.slice(start, end);
  if (/^\d+$/.test(word)) return { start, end, text: String(Number(word) + 1 + random.below(9)) };
  if (BOARD.test(word) && random.chance(0.7)) {
    return { start, end, text: random.pick(BOARDS.filter((board) => board !== word)) };
  }
  const other = random.pick(OTHERS.filter((one) => one !== word));
  const isInner = i > 0 && i + 1 < words.length;
  const kind = random.below(8);
  if (kind === 0 && i + 1 < words.length) return { start: end, end, text: ' inte' };
  if (kind <= 2 && i + 1 < words.length) return { start: end, end, text: ` ${other}` };
  if (kind <= 4 && isInner) return { start, end: (words[i + 1] as Span).start, text: '' };
  return { start, end, text: /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other };
}
