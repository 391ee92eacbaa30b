import type { Draft } from './other-house';
import type { Random } from './random';
import type { Row, Shape, Sheet } from './sheet';

/*
 * A second way to make truth, for validation: a document is rows of words, each passage carries its marks along while
 * sentences are edited, moved and taken away, and what is printed tells where the marks came to stand.
 */

interface Word {
  text: string;
  /** The passage that the word is in. */
  mark: number | null;
}
type Sentence = Word[];

export const FATES = [
  'kept',
  'edited 1',
  'edited 2',
  'edited 3',
  'deleted',
  'moved sentence',
  'moved paragraph',
  'twin, kept',
  'twin, deleted',
  'near-twin, kept',
  'near-twin, deleted',
  'rewritten',
] as const;
export type Fate = (typeof FATES)[number];
export const PRESSES = ['web', 'pdf', 'scan'] as const;
export type Press = (typeof PRESSES)[number];

const NEWCOMERS = [
  'Hissen i stadshuset är avstängd för service under två veckor.',
  'Ett medborgarlöfte om trygghet undertecknades på torget i lördags.',
  'Vattenläckan vid Norra skolan lagades samma kväll som den upptäcktes.',
  'Biblioteket firar hundra år med öppet hus och gratis kaffe.',
  'Parkeringsavgiften sänks med fem kronor från och med årsskiftet.',
  'Inom ramen för projektet planteras fyrtio nya träd längs ån.',
];

function words(sentence: string): Sentence {
  return sentence.split(' ').map((text) => ({ text, mark: null }));
}

function copyOf(sentence: Sentence): Sentence {
  return sentence.map(({ text }) => ({ text, mark: null }));
}

/** Takes some words out, puts others in their place, or puts some in. */
function edit(random: Random, sentence: Sentence, mark: number, count: number, vocabulary: readonly string[]): void {
  for (let done = 0; done < count; done++) {
    const marked = sentence.flatMap((word, i) => (word.mark === mark ? [i] : []));
    const i = random.pick(marked);
    const word = sentence[i] as Word;
    const other = () => random.pick(vocabulary.filter((text) => text !== word.text)).replace(/[.,:?]/g, '');
    const end = /[.,:?]*$/.exec(word.text)?.[0] ?? '';
    if (random.chance(0.25) && marked.length > 4) sentence.splice(i, 1);
    else if (random.chance(0.3) && i !== marked.at(-1)) sentence.splice(i + 1, 0, { text: other(), mark });
    else word.text = other() + end;
  }
}

interface Job {
  fate: Fate;
  sentence: Sentence;
  shape: Shape;
  count: number;
}

export interface FateOptions {
  before: Press;
  after: Press;
  passages: number;
  /** Part of the other sentences that go, come or change. */
  unrest: number;
}

/** Makes a document's two versions and the fates of its passages. */
export function makeFates(random: Random, draft: Draft, options: FateOptions): Sheet {
  const source: Sentence[][] = draft.map((paragraph) => paragraph.map(words));
  const vocabulary = draft.flat().flatMap((sentence) => sentence.split(' '));
  const places = source.flatMap((paragraph) => paragraph.filter((sentence) => sentence.length >= 6));
  const jobs: Job[] = random
    .shuffled(places)
    .slice(0, options.passages)
    .map((sentence, mark) => {
      const whole = random.chance(0.7) || sentence.length < 9;
      const from = whole ? 0 : random.below(sentence.length - 7);
      const to = whole ? sentence.length : from + 6 + random.below(sentence.length - from - 6);
      for (let i = from; i < to; i++) (sentence[i] as Word).mark = mark;
      return { fate: random.pick(FATES), sentence, shape: whole ? 'sentence' : 'half', count: to - from };
    });
  for (const { fate, sentence } of jobs) {
    if (!fate.includes('twin')) continue;
    const twin = copyOf(sentence);
    if (fate.startsWith('near'))
      (random.pick(twin.slice(0, -1)) as Word).text = random.pick(vocabulary).replace(/[.,:?]/g, '');
    const paragraph = random.pick(source);
    paragraph.splice(random.below(paragraph.length + 1), 0, twin);
  }
  const first = printed(random, source, options.before);
  const own = new Set(jobs.map(({ sentence }) => sentence));
  let text = source.map((paragraph) => [...paragraph]);
  jobs.forEach(({ fate, sentence }, mark) => {
    const paragraph = text.find((one) => one.includes(sentence)) as Sentence[];
    const i = paragraph.indexOf(sentence);
    if (fate.startsWith('edited')) edit(random, sentence, mark, Number(fate.at(-1)), vocabulary);
    else if (fate.endsWith('deleted')) paragraph.splice(i, 1);
    else if (fate === 'moved sentence') {
      paragraph.splice(i, 1);
      const target = random.pick(text.filter((one) => one !== paragraph));
      target.splice(random.below(target.length + 1), 0, sentence);
    } else if (fate === 'moved paragraph') {
      const others = text.filter((one) => one !== paragraph);
      others.splice(random.below(others.length + 1), 0, paragraph);
      text = others;
    } else if (fate === 'rewritten') {
      const near = paragraph.filter((one) => one === sentence || !own.has(one));
      for (const one of near) paragraph.splice(paragraph.indexOf(one), 1);
      paragraph.splice(i, 0, ...random.shuffled(NEWCOMERS).slice(0, 3).map(words));
    }
  });
  for (const paragraph of text) {
    for (const sentence of [...paragraph]) {
      if (own.has(sentence) || !random.chance(options.unrest)) continue;
      const i = paragraph.indexOf(sentence);
      if (random.chance(0.4)) paragraph.splice(i, 1);
      else if (random.chance(0.5)) paragraph.splice(i, 0, words(random.pick(NEWCOMERS)));
      else (random.pick(sentence) as Word).text = random.pick(vocabulary);
    }
  }
  const second = printed(
    random,
    text.filter(({ length }) => length > 0),
    options.after,
  );
  const rows = jobs.map(({ fate, shape, count }, mark): Row => {
    const span = first.spans.get(mark) ?? { start: 0, end: 1 };
    const change = fate.replace(/^twin/, 'exact twin');
    return { change, shape, words: count, ...span, truth: second.spans.get(mark) ?? null };
  });
  return { medium: 'same', before: first.text, after: second.text, rows };
}

const OCR: Readonly<Record<string, string>> = { å: 'a', ä: 'd', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' };

/** Sets the words as a press does, and tells where each passage came to stand. */
function printed(random: Random, text: readonly Sentence[][], press: Press) {
  const spans = new Map<number, { start: number; end: number }>();
  const width = 62 + random.below(40);
  let out = '';
  let column = 0;
  let lines = 0;
  let page = 1;
  const feed = () => {
    out += '\n';
    column = 0;
    if (press === 'pdf' && ++lines % 42 === 0)
      out += `\n\nSida ${page++} av 30\n\nRevisionskontoret i Västra Lunda\n\n`;
  };
  for (const paragraph of text) {
    paragraph.forEach((sentence, s) => {
      sentence.forEach(({ text: word, mark }, w) => {
        if (s + w > 0) {
          if (press !== 'web' && column + word.length > width) feed();
          else {
            out += ' ';
            column++;
          }
        }
        const shown =
          press === 'scan'
            ? word.replace(/[åäöÅÄÖ]/g, (letter) => (random.chance(0.7) ? (OCR[letter] ?? letter) : letter))
            : word;
        const start = out.length;
        const isBroken = press === 'pdf' && /^\p{Ll}{10,}/u.test(shown) && column > width - 12;
        if (isBroken) {
          out += `${shown.slice(0, 5)}-`;
          feed();
          out += shown.slice(5);
        } else out += shown;
        column += shown.length;
        if (mark === null) return;
        const known = spans.get(mark);
        spans.set(mark, { start: known?.start ?? start, end: out.length });
      });
    });
    out += press === 'web' ? '\n\n' : '\n\n';
    column = 0;
  }
  return { text: out, spans };
}
