/**
 * Prints the passages that the extension would mark in files or in texts on standard input.
 *
 *   npm run -s detect -- FILE…            a table for each text, HTML or PDF file
 *   npm run -s detect -- --json FILE…     [{ file, profile, passages }]
 *   npm run -s detect -- --jsonl          lines {"id","text","date"?} in, lines {"id","passages"} out
 *   --date 2023-03-10                     the document's date, instead of the one that it says itself
 */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { detectNow } from '../detection';
import type { Detection, Passage } from '../detection/types';
import { readText } from '../reading/text';
import type { Reading } from '../reading/types';

const isoDate = z.iso.date({ error: 'is not a date like 2023-03-10' });
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  date: isoDate.nullish(),
});

/** A failure with a sentence for the person at the terminal. */
class UserError extends Error {}

const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)/i;
/** Bytes looked at to tell a binary file from text. */
const SNIFFED = 4096;

/** A file's reading, and what it says of itself beside its text. */
interface Source {
  reading: Reading;
  title?: string;
  metadataDates?: string[];
  /** PDFs: number of the page that an offset stands on. */
  pageAt?: (offset: number) => number | null;
}

async function readSource(file: string): Promise<Source> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  let bytes: Buffer;
  try {
    handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new UserError(`${file} is a folder, not a document.`);
    bytes = await handle.readFile();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}.`,
    );
  } finally {
    await handle?.close();
  }
  if (bytes.length === 0) throw new UserError(`${file} is empty.`);
  if (bytes.subarray(0, SNIFFED).includes('%PDF-')) return readPdf(file, bytes);
  if (bytes.subarray(0, SNIFFED).includes(0)) throw new UserError(`${file} is a binary file, not text or HTML.`);
  const text = decode(bytes);
  if (text.trim() === '') throw new UserError(`${file} holds no text.`);
  if (/\.html?$/i.test(file) || HTML.test(text.slice(0, 1000))) return readHtml(file, text);
  return { reading: readText(text) };
}

/** UTF-8, or the Windows code page that older exports are in. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Loads what reads HTML only when a file needs it. */
async function readHtml(file: string, html: string): Promise<{ reading: Reading; title?: string }> {
  const [{ parseHTML }, { readDomNow }] = await Promise.all([import('linkedom'), import('../reading/dom')]);
  // A fragment gets the document around it that a browser would give it.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const title = document.querySelector('title')?.textContent?.trim();
  const reading = readDomNow(document.documentElement);
  if (reading.text.trim() === '') throw new UserError(`${file} holds no text.`);
  return { reading, ...(title ? { title } : {}) };
}

/** Loads pdf.js only when a file needs it. */
async function readPdf(file: string, bytes: Buffer): Promise<Source> {
  const { PdfError, readPdfBytes } = await import('./open-pdf');
  try {
    const { reading, title, metadataDates } = await readPdfBytes(Uint8Array.from(bytes));
    return { reading, ...(title ? { title } : {}), metadataDates, pageAt: (offset) => reading.pageAt(offset) };
  } catch (error) {
    if (error instanceof PdfError) throw new UserError(`${file} ${error.message}.`);
    throw error;
  }
}

/** What a passage says beside its words: provisions, addressees, answer, date. */
function detailsOf(passage: Passage): string {
  switch (passage.kind) {
    case 'citation':
      return passage.provisions
        .map((p) =>
          [p.sfs ?? p.celex ?? p.series ?? '?', [p.chapter, p.section].filter(Boolean).join(':')]
            .filter(Boolean)
            .join('/'),
        )
        .join(' ');
    case 'recommendation':
      return [passage.addressees.join(', '), passage.same === undefined ? '' : `#${passage.same}`]
        .filter(Boolean)
        .join(' ');
    case 'question':
      return passage.answer ?? '';
    case 'deadline':
      return [passage.date, passage.addressees.join(', ')].filter(Boolean).join(' ');
    case 'assessment':
      return passage.summary ? 'summary' : '';
    case 'response':
      return passage.answers === undefined ? '' : `→ ${passage.answers}`;
  }
}

/** Widest words shown of a passage in the table. */
const SHOWN = 90;

function printTable(file: string, { reading, pageAt }: Source, { passages, profile }: Detection): void {
  console.log(`${file}`);
  for (const [name, value] of Object.entries(profile)) if (value !== undefined) console.log(`  ${name}: ${value}`);
  for (const passage of passages) {
    const words = reading.text.slice(passage.start, passage.end).replace(/\s+/g, ' ');
    const page = pageAt ? `s. ${pageAt(passage.start)}`.padEnd(7) : '';
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
    console.log(
      `  ${page}${`${passage.start}–${passage.end}`.padEnd(14)} ${passage.kind.padEnd(15)} ${shown}  [${detailsOf(passage)}] ${passage.reason.rule}`,
    );
  }
  console.log(`  ${passages.length} passages`);
}

async function detectFiles(files: readonly string[], date: string | undefined, json: boolean): Promise<boolean> {
  let fine = true;
  const results: object[] = [];
  for (const file of files) {
    try {
      const source = await readSource(file);
      const { reading, title, metadataDates, pageAt } = source;
      const detection = detectNow(reading, { date, title, fileName: basename(file), metadataDates });
      if (json) {
        const passages = detection.passages.map((p) => ({
          ...p,
          ...(pageAt ? { page: pageAt(p.start) } : {}),
          text: reading.text.slice(p.start, p.end),
        }));
        results.push({ file, profile: detection.profile, passages });
      } else printTable(file, source, detection);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      console.error(error.message);
      fine = false;
    }
  }
  if (json) console.log(JSON.stringify(results, null, 2));
  return fine;
}

/** Contract 1: each line is answered as it comes; a malformed one is named on standard error and skipped. */
async function detectLines(): Promise<boolean> {
  let fine = true;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const request = parseLine(line);
    if (typeof request === 'string') {
      console.error(`Line ${number} of the input ${request}.`);
      fine = false;
      continue;
    }
    const { passages } = detectNow(readText(request.text), { date: request.date ?? undefined });
    const answer = `${JSON.stringify({ id: request.id, passages })}\n`;
    if (!process.stdout.write(answer)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return fine;
}

function parseLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.');
  return where
    ? `is not a request: "${where}" ${issue?.message.toLowerCase()}`
    : 'is not a request {"id","text","date"?}';
}

async function main(): Promise<number> {
  let options: { values: { json: boolean; jsonl: boolean; help: boolean; date?: string }; positionals: string[] };
  try {
    options = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        date: { type: 'string' },
      },
    });
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { values, positionals } = options;
  if (values.help || (!values.jsonl && positionals.length === 0)) {
    console.error(
      'Usage: npm run -s detect -- [--json] [--date YYYY-MM-DD] FILE…   or   npm run -s detect -- --jsonl < LINES',
    );
    return values.help ? 0 : 2;
  }
  if (values.date !== undefined && !isoDate.safeParse(values.date).success) {
    console.error(`--date ${values.date} is not a date like 2023-03-10.`);
    return 2;
  }
  const fine = values.jsonl ? await detectLines() : await detectFiles(positionals, values.date, values.json);
  return fine ? 0 : 1;
}

process.exitCode = await main();
