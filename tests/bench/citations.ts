/**
 * Citations alone, for work on `detection/citations`: 7 MB against a plain `matchAll`, the longest step of the sliced work, and a
 * megabyte of each text made to be slow against an ordinary one. Run: `npx tsx tests/bench/citations.ts`.
 */
import { detectCitations } from '../../detection/citations';
import { readText } from '../../reading/text';
import type { Reading } from '../../reading/types';
import { catalogueAbbreviations, countMatches, plainAlternation } from './support/plain';
import { interleaved, median, pairedRatio, type Row, rowLine, timed } from './support/rows';
import { hostileUnits, repeatTo, reportText } from './support/texts';

const LARGE = 7_000_000;
const HOSTILE = 250_000;
const DATE = '2022-12-15';

/** @returns the longest step on the clock, in milliseconds */
function longestStep(reading: Reading): number {
  const work = detectCitations(reading, { date: DATE });
  let longest = 0;
  for (let done = false; !done; ) {
    const before = performance.now();
    done = work.next().done === true;
    longest = Math.max(longest, performance.now() - before);
  }
  return longest;
}

async function rows(): Promise<Row[]> {
  const { text } = reportText();
  const large = repeatTo(text, LARGE);
  const reading = readText(large);
  const plain = plainAlternation(catalogueAbbreviations());
  const steps: number[] = [];
  const times = await interleaved(7, {
    plain: () => timed(() => countMatches(large, plain)),
    citations: () => timed(() => steps.push(longestStep(reading))),
  });
  const found: Row[] = [
    {
      name: '7 MB, citations alone',
      value: median(times.citations),
      unit: 'ms',
      baseline: { name: 'matchAll, endings', value: median(times.plain) },
      ratio: pairedRatio(times.citations, times.plain),
    },
    { name: '  longest step', value: median(steps), unit: 'ms', target: { of: 'value', atMost: 50 } },
  ];
  const ordinary = readText(large.slice(0, HOSTILE));
  for (const [name, unit] of Object.entries(hostileUnits)) {
    const hostile = readText(repeatTo(unit, HOSTILE));
    const pair = await interleaved(3, {
      hostile: () => timed(() => longestStep(hostile)),
      ordinary: () => timed(() => longestStep(ordinary)),
    });
    found.push({
      name: `a quarter MB of ${name}`,
      value: median(pair.hostile),
      unit: 'ms',
      baseline: { name: 'an ordinary one', value: median(pair.ordinary) },
      ratio: pairedRatio(pair.hostile, pair.ordinary),
    });
  }
  return found;
}

for (const row of await rows()) console.log(rowLine(row));
