import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import search from 'approx-string-match';
import { toTextPosition } from 'dom-anchor-text-quote';
import { JSDOM } from 'jsdom';
import { type Anchoring, anchorAll, anchorAllNow, describeTarget, type Target } from '../../anchoring';
import { Random } from '../anchoring/random';
import { median, type Row } from './support/rows';

/**
 * How fast 1,000 annotations are found again, a third of them kept, a third edited, a third deleted, against what other
 * clients use. The peers take minutes: they get every nth annotation, and their time is multiplied.
 */

const ANNOTATIONS = 1000;
const SIZES = [300_000, 1_000_000, 3_000_000] as const;
const ROUNDS = 5;
/** Annotations that a peer is timed on. */
const SAMPLE = 30;
/** The document trees of the DOM peers are built at this size only. */
const DOM_SIZE = 300_000;
const DOM_SAMPLE = 9;

interface Job {
  before: string;
  after: string;
  targets: Target[];
}

const SYLLABLES =
  'an be da el for ga hets in kom la mun ning om pla re ska ter und val verk sam lig het är på rö så'.split(' ');

/** Words of made-up Swedish, the first ones common and the last ones rare as in any text. */
function vocabulary(random: Random): string[] {
  return Array.from({ length: 6000 }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(SYLLABLES)).join(''),
  );
}

function sentence(random: Random, words: readonly string[]): string {
  const length = 8 + random.below(14);
  const row = Array.from({ length }, () => words[Math.floor(words.length * random.next() ** 3)] as string);
  return `${row.join(' ')}.`;
}

function makeJob(size: number, annotations = ANNOTATIONS): Job {
  const random = new Random(size + annotations);
  const words = vocabulary(random);
  const sentences: string[] = [];
  for (let length = 0; length < size; length += (sentences.at(-1)?.length ?? 0) + 1)
    sentences.push(sentence(random, words));
  const chosen = new Set(random.shuffled(sentences.map((_, i) => i)).slice(0, annotations));
  const spans: [number, number][] = [];
  const after: string[] = [];
  let at = 0;
  let kind = 0;
  sentences.forEach((text, i) => {
    if (chosen.has(i)) {
      spans.push([at, at + text.length]);
      kind++;
      if (kind % 3 === 1) after.push(text);
      else if (kind % 3 === 2) after.push(text.replace(/ \S+ /, ' granskades ').replace(/ (\S+)\.$/, ' nu $1.'));
    } else after.push(text);
    at += text.length + (i % 6 === 5 ? 2 : 1);
  });
  const before = paragraphs(sentences);
  const targets = spans.map(([start, end]) => describeTarget(before, start, end, { textHash: '0'.repeat(64) }));
  return { before, after: paragraphs(after), targets };
}

function paragraphs(sentences: readonly string[]): string {
  return sentences.map((text, i) => text + (i % 6 === 5 ? '\n\n' : ' ')).join('');
}

/** Processor time of one run, in milliseconds: a second run of the same text would find its index ready made. */
function elapsed(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Each round gets a text of its own, so that no index is found ready made. */
function ownTime({ after, targets }: Job): number {
  return median(Array.from({ length: ROUNDS }, (_, i) => elapsed(() => anchorAllNow(`${after}${i}`, targets))));
}

/** By the clock, which is finer than the processor's time; of several rounds the one that others disturbed least. */
function longestStep({ after, targets }: Job): number {
  return Math.min(
    ...Array.from({ length: ROUNDS }, (_, i) => {
      const work: Generator<void, Anchoring[]> = anchorAll(`${after} ${i}`, targets);
      let longest = 0;
      for (let done = false; !done; ) {
        const begin = performance.now();
        done = work.next().done ?? false;
        longest = Math.max(longest, performance.now() - begin);
      }
      return longest;
    }),
  );
}

function sampled(targets: readonly Target[], count: number): Target[] {
  // Kept, edited and deleted ones take turns: a step that three divides would pick one sort only.
  const step = Math.max(1, 3 * Math.floor(targets.length / count / 3) + 1);
  return targets.filter((_, i) => i % step === 0).slice(0, count);
}

/** Weights that clients give to quote, prefix, suffix and position of a fuzzy match. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** A quote found as annotation clients find it: exact places, else approximate ones, the best by quote, context and position. */
function fuzzyQuote(text: string, { quote, position }: Target): number {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let i = text.indexOf(quote.exact); i >= 0; i = text.indexOf(quote.exact, i + 1)) {
    exact.push({ start: i, end: i + quote.exact.length, errors: 0 });
  }
  const matches = exact.length ? exact : search(text, quote.exact, Math.min(256, quote.exact.length / 2));
  const [prefix, suffix] = [quote.prefix.slice(-32), quote.suffix.slice(0, 32)];
  const likeness = (found: string, wanted: string) => {
    if (!wanted) return 1;
    const [match] = search(found, wanted, wanted.length);
    return match ? 1 - match.errors / wanted.length : 0;
  };
  let best = -1;
  let bestScore = -1;
  for (const { start, end, errors } of matches) {
    const score =
      WEIGHTS.quote * (1 - errors / quote.exact.length) +
      WEIGHTS.prefix * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
      WEIGHTS.suffix * likeness(text.slice(end, end + suffix.length), suffix) +
      WEIGHTS.position * (1 - Math.abs(start - position.start) / text.length);
    if (score > bestScore) [best, bestScore] = [start, score];
  }
  return best;
}

function fuzzyTime({ after, targets }: Job): number {
  const sample = sampled(targets, SAMPLE);
  return (elapsed(() => sample.map((target) => fuzzyQuote(after, target))) * targets.length) / sample.length;
}

async function domTimes({ after, targets }: Job): Promise<{ textQuote: number; apache: number }> {
  const { document, NodeFilter, Node, Range } = new JSDOM('<body></body>').window;
  // The peers take these from the browser.
  Object.assign(globalThis, { NodeFilter, Node, Range });
  for (const paragraph of after.split('\n\n')) {
    const element = document.createElement('p');
    element.textContent = paragraph;
    document.body.append(element);
  }
  const sample = sampled(targets, DOM_SAMPLE);
  const scale = targets.length / sample.length;
  const textQuote = elapsed(() => {
    for (const { quote, position } of sample) {
      const context = { prefix: quote.prefix.slice(-32), suffix: quote.suffix.slice(0, 32) };
      toTextPosition(document.body, { exact: quote.exact, ...context }, { hint: position.start });
    }
  });
  const begin = process.threadCpuUsage();
  for (const { quote } of sample) {
    const matcher = createTextQuoteSelectorMatcher({
      type: 'TextQuoteSelector',
      exact: quote.exact,
      prefix: quote.prefix.slice(-32),
      suffix: quote.suffix.slice(0, 32),
    });
    for await (const _ of matcher(document.body)) break;
  }
  const { user, system } = process.threadCpuUsage(begin);
  return { textQuote: textQuote * scale, apache: ((user + system) / 1000) * scale };
}

/** Texts without rare words, without words, without spaces. */
const HOSTILE: Readonly<Record<string, string>> = {
  'one word repeated': 'nämnden ',
  'one endless word': 'granskningsrapport',
  'one letter': 'k',
  'one sentence repeated': 'Vi bedömer att nämnden har säkerställt en tillräcklig intern kontroll. ',
};

function hostileRows(ordinary: number): Row[] {
  return Object.entries(HOSTILE).map(([name, unit]) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const targets = Array.from({ length: 100 }, (_, i) => {
      const start = Math.floor((text.length / 101) * i);
      return describeTarget(text, start, start + 80, { textHash: '0'.repeat(64) });
    });
    return {
      name: `1 MB of ${name}, 100 annotations`,
      value: ownTime({ before: text, after: `x ${text}`, targets }),
      unit: 'ms',
      baseline: { name: 'an ordinary MB, 1,000 annotations', value: ordinary },
      target: { of: 'ratio', atMost: 5 },
    };
  });
}

/** The rows of the bench: against peers, with ten times fewer annotations, the longest step, and hostile texts. */
export async function benchAnchoring(): Promise<Row[]> {
  const rows: Row[] = [];
  let ordinary = 0;
  for (const size of SIZES) {
    const job = makeJob(size);
    anchorAllNow(job.after, job.targets.slice(0, 100));
    const own = ownTime(job);
    if (size === 1_000_000) ordinary = own;
    const label = `${size / 1_000_000} M characters`;
    rows.push({
      name: `1,000 annotations in ${label}`,
      value: own,
      unit: 'ms',
      baseline: { name: 'approx-string-match', value: fuzzyTime(job) },
      target: { of: 'ratio', atMost: 1 / 50 },
      note: `the peer on ${SAMPLE} of them, times ${(ANNOTATIONS / SAMPLE).toFixed(0)}`,
    });
    if (size === DOM_SIZE) {
      const { textQuote, apache } = await domTimes(job);
      const note = `the peer on ${DOM_SAMPLE} of them in jsdom, multiplied`;
      rows.push(
        {
          name: `  the same`,
          value: own,
          unit: 'ms',
          baseline: { name: 'dom-anchor-text-quote', value: textQuote },
          note,
        },
        {
          name: `  the same`,
          value: own,
          unit: 'ms',
          baseline: { name: '@apache-annotator/dom', value: apache },
          note,
        },
      );
    }
    const few = makeJob(size, ANNOTATIONS / 10);
    rows.push({
      name: `1,000 against 100 annotations in ${label}`,
      value: own,
      unit: 'ms',
      baseline: { name: '100 annotations', value: ownTime(few) },
      target: { of: 'ratio', atMost: 10 },
    });
    rows.push({
      name: `longest step, ${label}`,
      value: longestStep(job),
      unit: 'ms',
      target: { of: 'value', atMost: 10 },
    });
  }
  return [...rows, ...hostileRows(ordinary)];
}
