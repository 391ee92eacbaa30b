import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import { type ExportOptions, writeExport } from '../../exchange';
import type { Contents } from '../../storage/contents';
import { example } from './contents';

/** The example in the formats of an office, taken apart again. */

/** What the example is exported with. */
export const OPTIONS = { title: 'Granskning 2026: elevhälsan', today: '2026-11-22', timeZone: 'Europe/Stockholm' };

/** The example as contents of one set. */
export function exampleContents(): Contents {
  const { set, ...rest } = example();
  return { sets: [set], ...rest };
}

/** The example with other values, to see what becomes of them. */
export function changed(change: (all: Contents) => void): Contents {
  const all = structuredClone(exampleContents());
  change(all);
  return all;
}

/** The parts of an Office file, as text. */
export async function unpacked(
  all: Contents,
  format: 'xlsx' | 'docx',
  more: Partial<ExportOptions> = {},
): Promise<Record<string, string>> {
  const { blob } = await writeExport(format, all, { ...OPTIONS, ...more });
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** A part of an Office file, which must be well-formed. */
export function xml(text: string | undefined): Document {
  const { window } = new JSDOM('');
  const parsed = new window.DOMParser().parseFromString(text ?? '', 'text/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

export interface Cell {
  type: string | null;
  text: string;
}

/** The cells of a sheet by their addresses, texts looked up as a spreadsheet does. */
export function cells(files: Record<string, string>, sheet: number): Map<string, Cell> {
  const strings = [...xml(files['xl/sharedStrings.xml']).querySelectorAll('si')].map((each) => each.textContent ?? '');
  const found = new Map<string, Cell>();
  for (const cell of xml(files[`xl/worksheets/sheet${sheet}.xml`]).querySelectorAll('c')) {
    const value = cell.querySelector('v')?.textContent ?? '';
    const type = cell.getAttribute('t');
    found.set(cell.getAttribute('r') ?? '', { type, text: type === 's' ? (strings[Number(value)] ?? '') : value });
  }
  return found;
}

/** Days since 1899-12-30, as spreadsheets count. */
export function serial(moment: string): number {
  return (Date.parse(moment) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000;
}
