import type { Span } from '../../reading/types';
import { BOARDS } from './formulaic-report';
import type { Random } from './random';
import { type Edit, wordsIn } from './text-edits';

const WORDS = [
  'verksamheten',
  'granskningen',
  'inte',
  'samtliga',
  'rutinerna',
  'under',
  'delvis',
  'förvaltningen',
  'tydligt',
  'aktuella',
  'medarbetare',
  'handlingsplanen',
  'beslut',
  '2024',
  '14',
  'styrelsen',
  'även',
  'skriftliga',
  'tidigare',
  'uppdraget',
  ...BOARDS,
];

/** A word, board or number to stand for another. */
export function otherWord(random: Random, word: string): string {
  if (/^\d+$/.test(word)) return String(Number(word) + 1 + random.below(7));
  const others = BOARDS.includes(word) ? BOARDS : WORDS;
  return random.pick(others.filter((other) => other !== word));
}

/** Replaces, puts in or takes out some words of a stretch; one of them stays. */
export function wordEdits(random: Random, text: string, span: Span, count: number): Edit[] {
  const words = wordsIn(text, span);
  return random
    .shuffled(words.map((_, i) => i))
    .slice(0, Math.max(1, Math.min(count, words.length - 1)))
    .map((i) => {
      const { start, end } = words[i] as Span;
      const kind = words.length === 1 ? 0 : random.below(3);
      if (kind === 1 && i + 1 < words.length) return { start: end, end, text: ` ${otherWord(random, '')}` };
      const next = words[i + 1];
      if (kind === 2 && next && i > 0) return { start, end: next.start, text: '' };
      return { start, end, text: otherWord(random, text.slice(start, end)) };
    });
}
