/**
 * The figures of speed. `npm run bench` prints all of them, `npm run bench -- NAME…` the named parts.
 * It ends well whatever the figures are: a target that is missed is said, and is for a person to judge.
 */
import { isMet, type Row, rowLine } from './support/rows';

/** Parts in the order in which they run; each is loaded only when it is its turn. */
const parts: Record<string, () => Promise<Row[]>> = {
  detection: async () => (await import('./detection')).detectionRows(),
  'first-highlight': async () => (await import('./browser/first-highlight')).firstHighlightRows(),
  tasks: async () => (await import('./browser/tasks')).taskRows(),
  anchoring: async () => (await import('./anchoring')).benchAnchoring(),
  painting: async () => (await import('./browser/painting')).paintingRows(),
  sets: async () => (await import('./sets')).setsRows(),
  viewer: async () => (await import('./browser/viewer')).viewerRows(),
  pdf: async () => (await import('./browser/pdf')).pdfRows(),
  library: async () => (await import('./browser/library')).libraryRows(),
  weight: async () => (await import('./browser/weight')).weightRows(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part of the bench is called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const all: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begin = performance.now();
  console.log(`\n${name}`);
  const rows = await measure();
  for (const row of rows) console.log(rowLine(row));
  console.log(`       (${((performance.now() - begin) / 1000).toFixed(0)} s)`);
  all.push(...rows);
}
const judged = all.filter((row) => row.target);
const missed = judged.filter((row) => !isMet(row));
console.log(`\n${judged.length - missed.length} of ${judged.length} targets met.`);
for (const row of missed) console.log(`missed: ${row.name}`);
