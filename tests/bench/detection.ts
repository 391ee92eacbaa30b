import { detectNow } from '../../detection';
import { detectCitations } from '../../detection/citations';
import { readText } from '../../reading/text';
import type { Reading } from '../../reading/types';
import { structureRows } from './structure';
import { catalogueAbbreviations, countMatches, inAnyCase, plainAlternation, wholeNames } from './support/plain';
import { interleaved, median, pairedRatio, type Row, timed } from './support/rows';
import { hostileUnits, repeatTo, reportText } from './support/texts';

const LARGE = 7_000_000;
const MEGABYTE = 1_000_000;
/** The document date for citations alone; the whole detection finds the date itself. */
const DATE = '2022-12-15';
/** Hostile texts are timed at this length first: one that costs more than linear must not stop the bench. */
const PROBE = 250_000;
/** From here on a hostile text is judged from the probe, in milliseconds. */
const SLOW_PROBE = 1_000;

/** How fast texts are read and detected in Node: against one `matchAll`, and on texts made to be slow. */
export async function detectionRows(): Promise<Row[]> {
  const { text, source } = reportText();
  const large = repeatTo(text, LARGE);
  const ordinary = repeatTo(text, MEGABYTE);
  const plain = plainAlternation(catalogueAbbreviations());
  return [
    ...(await speed(large, source)),
    ...(await linearity(ordinary)),
    ...(await structureRows(large, ordinary, () => countMatches(large, plain))),
  ];
}

async function speed(text: string, source: string): Promise<Row[]> {
  const abbreviations = catalogueAbbreviations();
  const reading = readText(text);
  const plain = plainAlternation(abbreviations);
  const anyCase = inAnyCase(plain);
  const names = wholeNames(abbreviations);
  const namesInAnyCase = inAnyCase(names);
  const times = await interleaved(7, {
    plain: () => timed(() => countMatches(text, plain)),
    anyCase: () => timed(() => countMatches(text, anyCase)),
    names: () => timed(() => countMatches(text, names)),
    namesInAnyCase: () => timed(() => countMatches(text, namesInAnyCase)),
    whole: () => timed(() => detectNow(readText(text))),
    detect: () => timed(() => detectNow(reading)),
    citations: () => timed(() => citationsOf(reading)),
  });
  type Key = keyof typeof times;
  const against = (name: string, key: Key, baseline: Key, baselineName: string): Row => ({
    name,
    value: median(times[key]),
    unit: 'ms',
    baseline: { name: baselineName, value: median(times[baseline]) },
    ratio: pairedRatio(times[key], times[baseline]),
    target: { of: 'ratio', atMost: 3 },
  });
  return [
    against('7 MB read and detected', 'whole', 'plain', 'matchAll, endings'),
    against('7 MB read and detected', 'whole', 'anyCase', 'matchAll, endings in any case'),
    against('7 MB read and detected', 'whole', 'names', 'matchAll, whole names'),
    against('7 MB read and detected', 'whole', 'namesInAnyCase', 'matchAll, whole names in any case'),
    {
      name: '7 MB read and detected, at 15 MB/s',
      value: median(times.whole),
      unit: 'ms',
      target: { of: 'value', atMost: LARGE / 15_000 },
      note: `${(LARGE / 1000 / median(times.whole)).toFixed(1)} MB/s, ${source}`,
    },
    against('7 MB detected, already read', 'detect', 'plain', 'matchAll, endings'),
    against('7 MB detected, already read', 'detect', 'names', 'matchAll, whole names'),
    against('7 MB, citations alone', 'citations', 'plain', 'matchAll, endings'),
    against('7 MB, citations alone', 'citations', 'names', 'matchAll, whole names'),
  ];
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
  const wholeOf = (text: string) => timed(() => detectNow(readText(text)));
  wholeOf(ordinary);
  const rows: Row[] = [];
  for (const [name, unit] of Object.entries(hostileUnits)) {
    const probe = wholeOf(repeatTo(unit, PROBE));
    const isSlow = probe > SLOW_PROBE;
    const length = isSlow ? PROBE : MEGABYTE;
    const hostile = repeatTo(unit, length);
    const usual = repeatTo(ordinary, length);
    const times = await interleaved(isSlow ? 1 : 3, {
      hostile: () => wholeOf(hostile),
      ordinary: () => wholeOf(usual),
    });
    rows.push({
      name: `1 MB of ${name}`,
      value: median(times.hostile),
      unit: 'ms',
      baseline: { name: 'an ordinary MB', value: median(times.ordinary) },
      ratio: pairedRatio(times.hostile, times.ordinary),
      target: { of: 'ratio', atMost: 5 },
      ...(isSlow ? { note: 'a quarter of it and of the ordinary one: the whole would stop the bench' } : {}),
    });
  }
  return rows;
}
