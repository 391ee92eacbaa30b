import { readFileSync } from 'node:fs';
import { detectNow } from '../../detection';
import { detectCitations } from '../../detection/citations';
import { readText } from '../../reading/text';
import type { Reading } from '../../reading/types';
import { interleaved, median, pairedRatio, type Row, timed } from './support/rows';
import { hostileUnits, repeatTo, reportText } from './support/texts';

const LARGE = 7_000_000;
const MEGABYTE = 1_000_000;
/** The document date for citations alone; the whole detection finds the date itself. */
const DATE = '2022-12-15';
/** Hostile texts are timed at this length first: one that costs more than linear must not stop the bench. */
const PROBE = 125_000;
/** A hostile text that would take longer than this for a megabyte, in milliseconds, is judged from the probe. */
const TOO_LONG = 8_000;

/** How fast texts are read and detected in Node: against one plain `matchAll`, and on texts made to be slow. */
export async function detectionRows(): Promise<Row[]> {
  const { text, source } = reportText();
  return [...(await speed(repeatTo(text, LARGE), source)), ...(await linearity(repeatTo(text, MEGABYTE)))];
}

async function speed(text: string, source: string): Promise<Row[]> {
  const plain = plainAlternation();
  const reading = readText(text);
  const times = await interleaved(7, {
    plain: () => timed(() => countMatches(text, plain)),
    whole: () => timed(() => detectNow(readText(text))),
    detect: () => timed(() => detectNow(reading)),
    citations: () => timed(() => citationsOf(reading)),
  });
  const row = (name: string, key: keyof typeof times): Row => ({
    name,
    value: median(times[key]),
    unit: 'ms',
    baseline: { name: 'one matchAll', value: median(times.plain) },
    ratio: pairedRatio(times[key], times.plain),
    target: { of: 'ratio', atMost: 3 },
    note: `${(LARGE / 1000 / median(times[key])).toFixed(1)} MB/s`,
  });
  return [
    { ...row('7 MB read and detected', 'whole'), note: `${row('', 'whole').note}, ${source}` },
    row('7 MB detected, already read', 'detect'),
    row('7 MB, citations alone', 'citations'),
  ];
}

/** `§`, `kap`, the endings of statutes' names and all abbreviations of the catalogue, with nothing clever about it. */
function plainAlternation(): RegExp {
  const catalogue = JSON.parse(readFileSync(new URL('../../data/statutes.json', import.meta.url), 'utf8')) as {
    abbreviations: string[];
  }[];
  const abbreviations = [...new Set(catalogue.flatMap((statute) => statute.abbreviations))];
  return new RegExp(['§', 'kap', 'lagen', 'lag', 'balken', 'förordningen', ...abbreviations].join('|'), 'g');
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}

function citationsOf(reading: Reading): number {
  const work = detectCitations(reading, { date: DATE });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value.length;
  }
}

/** Every hostile megabyte against an ordinary one, timed side by side. */
async function linearity(ordinary: string): Promise<Row[]> {
  const rows: Row[] = [];
  const wholeOf = (text: string) => timed(() => detectNow(readText(text)));
  wholeOf(ordinary);
  for (const [name, unit] of Object.entries(hostileUnits)) {
    const base: Row = {
      name: `1 MB of ${name}`,
      value: 0,
      unit: 'ms',
      target: { of: 'ratio', atMost: 5 },
    };
    const half = wholeOf(repeatTo(unit, PROBE));
    const probe = wholeOf(repeatTo(unit, PROBE * 2));
    const growth = Math.max(1, probe / half);
    const expected = probe * growth * growth;
    if (expected > TOO_LONG) {
      const plain = wholeOf(ordinary);
      const note = `not run: reckoned from ${half.toFixed(0)} ms for 1/8 MB and ${probe.toFixed(0)} ms for 1/4 MB`;
      rows.push({ ...base, value: expected, baseline: { name: 'an ordinary MB', value: plain }, note });
      continue;
    }
    const hostile = repeatTo(unit, MEGABYTE);
    const times = await interleaved(expected > 2_000 ? 1 : 3, {
      hostile: () => wholeOf(hostile),
      ordinary: () => wholeOf(ordinary),
    });
    rows.push({
      ...base,
      value: median(times.hostile),
      baseline: { name: 'an ordinary MB', value: median(times.ordinary) },
      ratio: pairedRatio(times.hostile, times.ordinary),
    });
  }
  return rows;
}
