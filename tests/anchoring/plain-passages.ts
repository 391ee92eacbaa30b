import type { Span } from '../../reading/types';
import type { Random } from './random';
import { wordsIn } from './text-edits';

/** What a reader marks. */
export const PLAIN_SHAPES = ['sentence', 'citation', 'phrase', 'recommendation', 'paragraph'] as const;
export type PlainShape = (typeof PLAIN_SHAPES)[number];

/** A passage, the sentence or item that it is in, and the paragraph around that. */
export interface PlainPassage extends Span {
  shape: PlainShape;
  sentence: Span;
  paragraph: Span;
}

const CITATION =
  /\d+(?: [a-z])? kap\.? \d+(?: [a-z])? §(?: [\p{L}]+(?:lagen|L)\b)?|\b(?:SoL|KL|LVU|LSS|SkolL) \d+:\d+|\d+ § (?:LVU|LSS)|\p{L}{3,}lagen(?: \(\d{4}:\d+\))?/gu;
const ITEM = /^(?:[-•►●*–]|\d+[.)]) |^(?:Säkerställa|Tillse|Stärka|Utse|Följ|Se till|Besluta|Att|att) /u;

/** Paragraphs, parted by blank lines; an item of a list is one by itself. */
export function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n|[-•►●*–] ))*/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.trimEnd().length,
  }));
}

/** The sentences of a paragraph, over its line ends. */
export function sentencesOf(text: string, paragraph: Span): Span[] {
  const body = text.slice(paragraph.start, paragraph.end);
  const lead = /^(?:[-•►●*–]|#+) +/.exec(body)?.[0].length ?? 0;
  return [...body.slice(lead).matchAll(/\S[\s\S]*?(?:[.!?](?=\s+[A-ZÅÄÖ])|$)/g)].map(({ 0: found, index }) => ({
    start: paragraph.start + lead + index,
    end: paragraph.start + lead + index + found.trimEnd().length,
  }));
}

/** One passage of a shape in a text, or null where chance met none. */
export function pickPassage(random: Random, text: string, shape: PlainShape): PlainPassage | null {
  const paragraph = random.pick(paragraphsOf(text));
  const isItem = ITEM.test(text.slice(paragraph.start, paragraph.end));
  if ((shape === 'recommendation') !== isItem && shape === 'recommendation') return null;
  const sentences = sentencesOf(text, paragraph);
  if (sentences.length === 0) return null;
  const sentence = random.pick(sentences);
  const words = wordsIn(text, sentence);
  const as = (span: Span): PlainPassage | null =>
    // A selection holds no tags: what a reader marks is what a reader sees.
    /[<>]/.test(text.slice(sentence.start, sentence.end)) ? null : { ...span, shape, sentence, paragraph };
  switch (shape) {
    case 'paragraph':
      return sentences.length > 1 && paragraph.end - paragraph.start < 2500 ? as(paragraph) : null;
    case 'citation': {
      const found = [...text.slice(sentence.start, sentence.end).matchAll(CITATION)];
      if (found.length === 0) return null;
      const { 0: cited, index } = random.pick(found);
      return as({ start: sentence.start + index, end: sentence.start + index + cited.length });
    }
    case 'phrase': {
      const count = 2 + random.below(4);
      if (words.length < count + 3) return null;
      const first = random.below(words.length - count);
      return as({ start: (words[first] as Span).start, end: (words[first + count - 1] as Span).end });
    }
    default:
      return words.length >= 6 ? as(sentence) : null;
  }
}
