import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type FateOptions, makeFates } from './fates';
import { formulaicReport } from './formulaic-report';
import { findingsReport, minutes, newsPage } from './other-house';
import { PLAIN_CHANGES, plainCase, plainTen } from './plain';
import { Random } from './random';
import { MEDIA, type Sheet } from './sheet';
import { CHANGES, makeSheet } from './truth-table';
import { judge, type Outcome } from './verdict-count';

/*
 * Prints how passages fare over many seeds, by what was done to them: `npx tsx tests/anchoring/tally.ts 1 20`. The truth
 * table is what anchoring is developed with; validation is not tuned on. Wrong places are listed.
 */

const REPORTS = new URL('../../../shared/reports/', import.meta.url);
const SHEETS = 12;
const PLAIN_SHEETS = 120;
const SHORT = 6;
const PRESSES: readonly [FateOptions['before'], FateOptions['after']][] = [
  ['web', 'web'],
  ['web', 'pdf'],
  ['pdf', 'web'],
  ['web', 'scan'],
  ['scan', 'web'],
  ['pdf', 'pdf'],
];

const reports = existsSync(REPORTS)
  ? readdirSync(REPORTS)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(new URL(name, REPORTS), 'utf8'))
  : [];

function tableSheet(random: Random, i: number, source: string): Sheet {
  return makeSheet(random, source, {
    medium: MEDIA[i % MEDIA.length] ?? 'same',
    changes: i % 5 === 4 ? [random.pick(CHANGES)] : CHANGES,
    passages: 24,
    unrest: random.pick([0, 0.05, 0.2]),
  });
}

const asText = (draft: string[][]) => draft.map((paragraph) => paragraph.join(' ')).join('\n\n');

/** The sources of sheets, each under its name. */
const SOURCES: Readonly<Record<string, (random: Random, i: number) => Sheet | null>> = {
  'table, fictional': (random, i) => tableSheet(random, i, formulaicReport(random, 6 + random.below(14))),
  'table, reports': (random, i) =>
    reports.length ? tableSheet(random, i, reports[i % reports.length] as string) : null,
  plain: (random, i) => {
    const texts = [
      ...reports,
      formulaicReport(random, 10),
      ...[findingsReport, minutes, newsPage].map((draft) => asText(draft(random))),
    ];
    return plainCase(random, texts[i % texts.length] as string, random.pick(PLAIN_CHANGES));
  },
  'plain, ten': (random, i) => {
    const drafts = [findingsReport, minutes, newsPage].map((draft) => asText(draft(random)));
    const texts = [...reports, formulaicReport(random, 10), ...drafts];
    return plainTen(random, texts[i % texts.length] as string);
  },
  validation: (random, i) => {
    const draft = [findingsReport, minutes, newsPage][i % 3]?.(random) ?? [];
    const [before, after] = random.pick(PRESSES);
    return makeFates(random, draft, { before, after, passages: 12, unrest: random.pick([0, 0.05, 0.15]) });
  },
};

const [first = 1, last = first] = process.argv.slice(2).map(Number);
const counts = new Map<string, Record<Outcome, number>>();
for (const [name, sheetOf] of Object.entries(SOURCES)) {
  for (let seed = first; seed <= last; seed++) {
    const random = new Random(seed * 7919);
    for (let i = 0; i < (name === 'plain' ? PLAIN_SHEETS : SHEETS); i++) {
      const sheet = sheetOf(random, i);
      for (const { row, outcome, anchoring } of sheet ? judge(sheet) : []) {
        const key = `${name}: ${row.change}${row.words < SHORT ? ', short' : ''}`;
        const count = counts.get(key) ?? { right: 0, silent: 0, wrong: 0 };
        count[outcome]++;
        counts.set(key, count);
        if (outcome === 'wrong')
          console.log(`wrong: seed ${seed}, sheet ${i}, ${key}, ${JSON.stringify({ row, anchoring })}`);
      }
    }
  }
}
for (const [key, { right, silent, wrong }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const all = right + silent + wrong;
  console.log(
    `${key.padEnd(44)} ${all} cases, right ${((100 * right) / all).toFixed(1)} %, silent ${silent}, wrong ${wrong}`,
  );
}
