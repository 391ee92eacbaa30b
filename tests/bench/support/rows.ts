/** One line of the bench: what was measured, against what, and what is asked for. */
export interface Row {
  name: string;
  value: number;
  unit: 'ms' | 'kB' | 'tasks' | 'frames';
  /** What was measured in the same run to compare with, in the same unit. */
  baseline?: { name: string; value: number };
  /** `value` / `baseline`; given where it was taken pair by pair, which noise disturbs less. */
  ratio?: number;
  /** Most that is asked for: of the ratio, or of the value itself in its unit. */
  target?: { of: 'ratio' | 'value'; atMost: number };
  /** What a reader must know to judge the line. */
  note?: string;
}

/** The middle value; of an even number of values the lower middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('The median of nothing was asked for.');
  return values.toSorted((one, other) => one - other)[(values.length - 1) >> 1] as number;
}

/** Runs each piece of work once a round, so that the machine's moods fall on all of them alike. */
export async function interleaved<Name extends string>(
  rounds: number,
  works: Record<Name, () => number | Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) values[name].push(await works[name]());
  }
  return values;
}

/** Median of the ratios of values that were measured in the same round. */
export function pairedRatio(values: readonly number[], baseline: readonly number[]): number {
  return median(values.map((value, round) => value / (baseline[round] as number)));
}

/** The thread's clock ticks every few milliseconds on some systems: shorter work is repeated until this many are spent. */
const LEAST_MS = 50;
const MOST_REPEATS = 32;

/**
 * The processor time that `work` takes on this thread, in milliseconds: unlike the time on the clock it does not
 * count the turns that other programs on the machine take in between.
 */
export function timed(work: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let times = 1; ; times++) {
    work();
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= LEAST_MS || times === MOST_REPEATS) return spent / times;
  }
}

export function ratioOf(row: Row): number | undefined {
  return row.ratio ?? (row.baseline && row.value / row.baseline.value);
}

/** Whether the target is met; undefined where none is set. */
export function isMet(row: Row): boolean | undefined {
  if (!row.target) return undefined;
  const measured = row.target.of === 'ratio' ? ratioOf(row) : row.value;
  return measured !== undefined && measured <= row.target.atMost;
}

/** The row as a line of text. */
export function rowLine(row: Row): string {
  const { unit, baseline, target } = row;
  const ratio = ratioOf(row);
  const met = isMet(row);
  const parts = [
    met === undefined ? '      ' : met ? 'met   ' : 'MISSED',
    row.name.padEnd(52),
    `${digits(row.value)} ${unit}`.padStart(11),
    baseline ? `against ${digits(baseline.value)} ${unit} (${baseline.name})` : '',
    ratio === undefined ? '' : `ratio ${ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2)}`,
    target ? `asked ≤ ${Number(target.atMost.toPrecision(3))}${target.of === 'ratio' ? ' ×' : ` ${unit}`}` : '',
    row.note ?? '',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
