import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeExport } from '../../exchange';
import { changed, OPTIONS } from './office';

// It starts as slowly as an office does.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

let folder: string;

/** Opens a file as a person does, and saves it in another format. @returns the text of what was saved */
async function reopened(name: string, to: string, ending: string, ...more: string[]): Promise<string> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = [`-env:UserInstallation=${profile}`, '--headless', ...more, '--convert-to', to, '--outdir', folder];
  await promisify(execFile)('soffice', [...args, join(folder, name)], { timeout: 150_000 });
  return readFile(join(folder, name.replace(/[^.]+$/, ending)), 'utf8');
}

/** Comma, double quotes, UTF-8, from row 1, no formats: every cell of the first sheet as it is shown. */
const AS_SHOWN = '44,34,76,1,,0,false,true,false,false,false';

const all = changed(({ annotations, documents }) => {
  Object.assign(annotations[0] ?? {}, { comment: '=1+1' });
  Object.assign(documents[0]?.profile ?? {}, { diaryNumber: '0012' });
});

describe.skipIf(!hasLibreOffice())('LibreOffice (skipped where it is not installed)', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revisionspennan-office-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

  async function written(format: 'xlsx' | 'docx' | 'csv', name: string): Promise<void> {
    const fields = ['document', 'date', 'quote', 'comment', 'tags', 'page', 'diaryNumber', 'saved'] as const;
    const { blob } = await writeExport(format, all, { ...OPTIONS, ...(format === 'docx' ? {} : { fields }) });
    await writeFile(join(folder, name), Buffer.from(await blob.arrayBuffer()));
  }
  const shown = [
    [
      'Granskning av elevhälsan',
      '2024-03-01',
      'SoL 5:1a',
      '=1+1',
      'Följ upp',
      '5',
      '0012',
      expect.stringMatching(/^2026-11-22 14:05/),
    ],
  ];

  it('opens the workbook: å ä ö, days, times and numbers as they are, no formula', async () => {
    await written('xlsx', 'bok.xlsx');
    const text = await reopened('bok.xlsx', `csv:Text - txt - csv (StarCalc):${AS_SHOWN}`, 'csv');
    expect(Papa.parse<string[]>(text.trim()).data.slice(1)).toEqual(shown);
  });

  it('opens the table as a Swedish Excel does: semicolons, the byte order mark, the apostrophe before a formula', async () => {
    await written('csv', 'tabell.csv');
    // Semicolons, and Swedish (29) as the language of numbers and days.
    const asSwedish = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1053,false,true';
    const text = await reopened('tabell.csv', `html:HTML (StarCalc)`, 'html', asSwedish);
    for (const cell of ['Granskning av elevhälsan', '2024-03-01', 'Följ upp', '2026-11-22 14:05', "'=1+1"]) {
      expect(text.replaceAll('&auml;', 'ä').replaceAll('&ouml;', 'ö').replaceAll('&apos;', "'")).toContain(cell);
    }
    expect(text).not.toContain('\uFEFF');
  });

  it('opens the working paper with its headings, tables and links', async () => {
    await written('docx', 'papper.docx');
    const text = await reopened('papper.docx', 'txt:Text (encoded):UTF8', 'txt');
    for (const heading of ['Granskning 2026: elevhälsan', 'Dokument', 'Revisionskriterier', 'Åberopas i', 'Följ upp']) {
      expect(text).toContain(heading);
    }
  });
});
