/**
 * Speed of citation detection: the four reports repeated to 7 MB against one `matchAll` of a plain alternation over the same
 * text, and one megabyte of hostile input against one ordinary megabyte. Run: `npx tsx tests/bench/citations.ts`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { detectCitations } from '../../detection/citations';
import type { Block, Reading } from '../../reading/types';

const REPORTS = new URL('../../../shared/reports/', import.meta.url);
const PLAIN =
  /§|kap|\w+lagen|\w+lag\b|\w+balken|\w+förordningen|SoL|LVU|LSS|LVM|KL|FL|OSL|HSL|LOU|PBL|SkolL|RF|TF|MB|FB|GDPR|BrB|AML|LAS|MBL/g;

/** The reports where they are at hand, otherwise a text of our own with a like density of citations. */
function sample(): string {
  if (existsSync(REPORTS)) {
    const names = readdirSync(REPORTS).filter((name) => name.endsWith('.txt'));
    return names.map((name) => readFileSync(new URL(name, REPORTS), 'utf8')).join('\n\n');
  }
  const plain =
    'Granskningen visar att nämnden har rutiner, men att uppföljningen av samverkan behöver utvecklas under året. ';
  return `${plain.repeat(12)}Enligt 6 kap. 6 § kommunallagen ansvarar nämnden för detta.\n\n`.repeat(20);
}

function repeatTo(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** One paragraph block for each stretch between blank lines. */
function paragraphs(text: string): Reading {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    if (part) blocks.push({ type: 'paragraph', start, end: start + part.length });
    start += part.length + 2;
  }
  return { text, blocks };
}

interface Run {
  ms: number;
  longest: number;
  found: number;
}

function detect(reading: Reading): Run {
  const begin = performance.now();
  let longest = 0;
  let last = begin;
  const work = detectCitations(reading, { date: '2022-12-15' });
  for (;;) {
    const step = work.next();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (step.done) return { ms: now - begin, longest, found: step.value.length };
  }
}

function median(run: () => number, times = 5): number {
  const all = Array.from({ length: times }, run).sort((a, b) => a - b);
  return all[Math.floor(times / 2)] as number;
}

/** Times and ratios, milliseconds. */
export function benchCitations(): {
  plain: number;
  detect: number;
  ratio: number;
  longest: number;
  hostile: Record<string, number>;
} {
  const big = repeatTo(sample(), 7_000_000);
  const reading = paragraphs(big);
  detect(reading);
  const plain = median(() => {
    const begin = performance.now();
    let count = 0;
    for (const match of big.matchAll(PLAIN)) count += match.index & 1;
    return performance.now() - begin + count * 0;
  });
  let longest = 0;
  const full = median(() => {
    const run = detect(reading);
    longest = Math.max(longest, run.longest);
    return run.ms;
  });
  const ordinary = paragraphs(big.slice(0, 1_000_000));
  const base = median(() => detect(ordinary).ms);
  const hostile: Record<string, number> = {};
  for (const [name, unit] of Object.entries({
    '§ § §': '§ ',
    '1 kap. 1 kap.': '1 kap. ',
    'att att att': 'att ',
    'one endless word': 'lagen',
    'one endless list': '1, ',
    '1 § 2 § LVU': '1 § ',
    'SoL SoL': 'SoL ',
    'lagen (': 'lagen (',
    '1:1 1:1': '1:1 ',
    '- - -': 'lag-\n',
    '(((': '(',
    '<<<': '<a ',
    digits: '1',
    'soft hyphens': 'a\u00ad',
    citations: '5 kap. 1 § SoL, ',
  })) {
    const text = repeatTo(unit, 1_000_000);
    const hostileReading: Reading = { text, blocks: [{ type: 'paragraph', start: 0, end: text.length }] };
    hostile[name] = median(() => detect(hostileReading).ms, 3) / base;
  }
  return { plain, detect: full, ratio: full / plain, longest, hostile };
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(benchCitations());
