/**
 * A detector for `score.mjs` that reads its texts through a PDF: each text is set by a producer, the PDF is read and
 * detected, and the passages are mapped back to the text.
 *
 *   npx tsx tests/reading/pdf/support/detect-printed.ts chromium 'one column, tagged'
 *   npx tsx tests/reading/pdf/support/detect-printed.ts writer 'one column'
 *   KEEP=/some/folder keeps the PDFs there
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { detectNow } from '../../../../detection';
import { readPdfBytes } from '../../../../scripts/open-pdf';
import { ChromiumPrinter, chromiumLooks } from './chromium';
import { findWriter, printWithWriter, writerLooks } from './libreoffice';
import { mapBack } from './map-back';
import { paperOf } from './paper';

const requestSchema = z.object({ id: z.string(), text: z.string(), date: z.string().optional() });
type Request = z.infer<typeof requestSchema>;

async function print(producer: string, name: string, requests: readonly Request[]): Promise<Map<string, Uint8Array>> {
  if (producer === 'writer') {
    const soffice = await findWriter();
    const look = writerLooks[name];
    if (!soffice || !look) throw new Error(`no LibreOffice, or no look "${name}"`);
    return printWithWriter(soffice, new Map(requests.map(({ id, text }) => [id, { paper: paperOf(text), look }])));
  }
  const look = chromiumLooks[name];
  if (!look) throw new Error(`no look "${name}"`);
  const printer = new ChromiumPrinter();
  try {
    const printed = new Map<string, Uint8Array>();
    for (const { id, text } of requests) printed.set(id, await printer.print(paperOf(text), look));
    return printed;
  } finally {
    await printer.close();
  }
}

const [producer = '', name = ''] = process.argv.slice(2);
const requests: Request[] = [];
for await (const line of createInterface({ input: process.stdin }))
  if (line.trim() !== '') requests.push(requestSchema.parse(JSON.parse(line)));
const printed = await print(producer, name, requests);
for (const { id, text, date } of requests) {
  const bytes = printed.get(id) as Uint8Array;
  if (process.env.KEEP)
    await writeFile(join(process.env.KEEP, `${producer}-${name.replace(/\W+/g, '-')}-${id}.pdf`), bytes);
  const { reading } = await readPdfBytes(Uint8Array.from(bytes));
  const { passages } = detectNow(reading, { date });
  const back = mapBack(reading.text, text);
  const mapped = passages.flatMap((passage) => {
    const span = back(passage.start, passage.end);
    return span ? [{ ...passage, ...span }] : [];
  });
  console.log(JSON.stringify({ id, passages: mapped }));
}
