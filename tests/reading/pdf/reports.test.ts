import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chromiumLooks } from './support/chromium';
import { findWriter, writerLooks } from './support/libreoffice';

const project = join(import.meta.dirname, '../../..');
const scorer = join(project, '../shared/score/score.mjs');
const reports = join(project, '../shared/reports/gold');
const here = existsSync(scorer) && existsSync(reports);
const writer = await findWriter();

const answerSchema = z.object({
  rows: z.array(z.object({ row: z.string(), f1: z.number() })),
  notes: z.array(z.string()),
});

/** Scores the detector on the real reports, set by a producer and read from its PDF. */
function score(producer: string, look: string): { f1: Map<string, number>; notes: string[] } {
  const run = spawnSync(
    process.execPath,
    [
      scorer,
      '--json',
      '--detect',
      `npx tsx tests/reading/pdf/support/detect-printed.ts ${producer} '${look}' 2>/dev/null`,
    ],
    { cwd: project, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const { rows, notes } = answerSchema.parse(JSON.parse(run.stdout));
  return { f1: new Map(rows.map(({ row, f1 }) => [row, f1])), notes };
}

/** Fails where a setting is read worse than the plain text. */
function expectScores(producer: string, look: string): void {
  const { f1, notes } = score(producer, look);
  for (const row of ['citation', 'statute name', 'recommendation', 'question'])
    expect(f1.get(row), notes.join('\n')).toBeGreaterThanOrEqual(0.99);
}

describe.skipIf(!here)('real reports set as PDFs score as their plain text does (needs ../shared)', () => {
  const timeout = 300_000;
  it.each(Object.keys(chromiumLooks))('Chromium: %s', { timeout }, (look) => expectScores('chromium', look));

  describe.skipIf(writer === null)('LibreOffice (needs soffice)', () => {
    it.each(Object.keys(writerLooks))('%s', { timeout }, (look) => expectScores('writer', look));
  });
});
