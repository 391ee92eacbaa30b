import { detectAudit, readProfile } from '../../detection/audit';
import { readDate } from '../../detection/audit/read-date';
import { readText } from '../../reading/text';
import type { Reading } from '../../reading/types';
import { interleaved, median, pairedRatio, type Row, timed } from './support/rows';
import { hostileLines, repeatTo } from './support/texts';

const MEGABYTE = 1_000_000;

/**
 * Reading plain text and finding the audit's structure in it, without citations.
 * @param large 7 MB of ordinary text
 * @param ordinary a megabyte of it
 * @param plain counts what a plain alternation finds in `large`
 */
export async function structureRows(large: string, ordinary: string, plain: () => unknown): Promise<Row[]> {
  const reading = readText(large);
  const times = await interleaved(7, {
    plain: () => timed(plain),
    text: () => timed(() => readText(large)),
    audit: () => timed(() => auditOf(reading)),
  });
  const baseline = { name: 'matchAll, endings', value: median(times.plain) };
  const part = (name: string, values: number[]): Row => ({
    name,
    value: median(values),
    unit: 'ms',
    baseline,
    ratio: pairedRatio(values, times.plain),
  });
  const rows = [
    part('7 MB of plain text read into blocks', times.text),
    part('7 MB, audit structure alone', times.audit),
  ];
  structureOf(ordinary);
  for (const [name, unit] of Object.entries(hostileLines)) rows.push(...(await linesRows(name, unit, ordinary)));
  return rows;
}

/** One megabyte of a line against an ordinary one, and two megabytes of it against one. */
async function linesRows(name: string, unit: string, ordinary: string): Promise<Row[]> {
  const one = repeatTo(unit, MEGABYTE);
  const two = repeatTo(unit, 2 * MEGABYTE);
  const times = await interleaved(3, {
    ordinary: () => timed(() => structureOf(ordinary)),
    one: () => timed(() => structureOf(one)),
    two: () => timed(() => structureOf(two)),
  });
  return [
    {
      name: `1 MB of lines, ${name}: text and audit`,
      value: median(times.one),
      unit: 'ms',
      baseline: { name: 'an ordinary MB', value: median(times.ordinary) },
      ratio: pairedRatio(times.one, times.ordinary),
      target: { of: 'ratio', atMost: 5 },
    },
    {
      name: `2 MB of lines, ${name}: text and audit`,
      value: median(times.two),
      unit: 'ms',
      baseline: { name: '1 MB of them', value: median(times.one) },
      ratio: pairedRatio(times.two, times.one),
      // Twice the text costs twice the time, and some more for the memory that it needs.
      target: { of: 'ratio', atMost: 3 },
    },
  ];
}

function structureOf(text: string): number {
  return auditOf(readText(text));
}

function auditOf(reading: Reading): number {
  const { date, lawDate } = readDate(reading, {});
  const work = detectAudit(reading, readProfile(reading, {}, date), lawDate);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value.length;
  }
}
