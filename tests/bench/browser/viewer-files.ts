import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionBrowser } from '../../browser/support/launch';
import { makePdf } from '../../browser/support/pdf/make-pdf';
import { repositoryFile } from './build';

/** The sample report as Chromium prints it. */
export async function printedReport(folder: string, { browser }: ExtensionBrowser): Promise<string> {
  const page = await browser.newPage();
  await page.setContent(await repositoryFile('sample/granskningsrapport.html'));
  const path = join(folder, 'report.pdf');
  await writeFile(path, await page.pdf({ format: 'A4' }));
  await page.close();
  return path;
}

const SENTENCES = [
  'Enligt 5 kap. 1 a § socialtjänstlagen (2001:453) ska kommunen samverka med samhällsorgan.',
  'Nämnden har rutiner för uppföljning, men de tillämpas olika i förvaltningens enheter.',
  'Vi rekommenderar nämnden att säkerställa att rutinerna är kända av alla medarbetare.',
  'Intervjuerna visar att ansvaret för samordningen upplevs som otydligt av flera chefer.',
];

/** A report of many pages, each full of text. */
export async function longReport(folder: string, pages: number): Promise<string> {
  const lines = (page: number) =>
    Array.from({ length: 40 }, (_, line) => `${page}.${line} ${SENTENCES[(page + line) % SENTENCES.length]}`);
  const path = join(folder, `pages-${pages}.pdf`);
  await writeFile(
    path,
    makePdf({ title: 'Lång rapport', pages: Array.from({ length: pages }, (_, page) => ({ lines: lines(page + 1) })) }),
  );
  return path;
}

const SIDE = 1024;

/**
 * A scan: each page is one grey picture of a megabyte and a line of text. The pictures' zeros are holes in the file, so
 * that 300 MB take no room on the disk.
 */
export function scannedReport(folder: string, pages: number): string {
  const path = join(folder, `scan-${pages}.pdf`);
  const file = openSync(path, 'w');
  let size = 0;
  const offsets: number[] = [];
  const put = (text: string) => {
    size += writeSync(file, Buffer.from(text, 'latin1'), 0, undefined, size);
  };
  const object = (body: string) => {
    offsets.push(size);
    put(`${offsets.length} 0 obj\n${body}\nendobj\n`);
  };
  put('%PDF-1.4\n');
  const pageNumber = (page: number) => 4 + page * 3;
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = Array.from({ length: pages }, (_, page) => `${pageNumber(page)} 0 R`).join(' ');
  object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (let page = 0; page < pages; page++) {
    const number = pageNumber(page);
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R >> /XObject << /I ${number + 2} 0 R >> >> >>`,
    );
    const content = `q 500 0 0 700 50 50 cm /I Do Q BT /F1 12 Tf 50 790 Td (Sida ${page + 1} av bilagan) Tj ET`;
    object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    offsets.push(size);
    put(
      `${offsets.length} 0 obj\n<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /BitsPerComponent 8 ` +
        `/ColorSpace /DeviceGray /Length ${SIDE * SIDE} >>\nstream\n`,
    );
    size += SIDE * SIDE;
    ftruncateSync(file, size);
    put('\nendstream\nendobj\n');
  }
  const table = size;
  put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  put(offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join(''));
  put(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  closeSync(file);
  return path;
}
