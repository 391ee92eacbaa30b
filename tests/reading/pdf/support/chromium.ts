import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type PDFOptions } from 'puppeteer-core';
import { findBrowser } from '../../../../scripts/browsers';
import type { Paper, Piece } from './paper';

/** How Chromium prints a paper. */
export interface ChromiumLook {
  /** Further CSS of the page. */
  css?: string;
  /** Structure tags in the file; without them drawn bullets leave no trace. */
  tagged: boolean;
  headers: boolean;
  format?: 'A4' | 'Letter';
}

export const chromiumLooks: Record<string, ChromiumLook> = {
  'one column, tagged': { tagged: true, headers: true },
  'two columns, hyphenated, justified': {
    tagged: false,
    headers: true,
    css: '.text { column-count: 2; column-gap: 9mm; font-size: 9.5pt; text-align: justify; hyphens: auto }',
  },
  'one column, hyphenated, serif, untagged, Letter': {
    tagged: false,
    headers: true,
    format: 'Letter',
    css: 'body { font: 11.5pt/1.5 serif; hyphens: auto } p { margin: 0 0 4pt }',
  },
};

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function inlineHtml(words: string): string {
  return escapeXml(words)
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\*([^*]+)\*/g, '<i>$1</i>')
    .replace(/\^(\d+)\^/g, '<sup>$1</sup>');
}

function pieceHtml(piece: Piece): string {
  switch (piece.kind) {
    case 'heading':
      return `<h${piece.level}>${inlineHtml(piece.words)}</h${piece.level}>`;
    case 'paragraph':
      return `<p>${inlineHtml(piece.words)}</p>`;
    case 'item':
      return `<ul class="l${piece.level}"><li>${inlineHtml(piece.words)}</li></ul>`;
    case 'contents':
      return `<div class="toc"><span>${inlineHtml(piece.words)}</span><i></i><span>${piece.page}</span></div>`;
    case 'note':
      return `<p class="note"><sup>${piece.mark}</sup> ${inlineHtml(piece.words)}</p>`;
    case 'table':
      return `<table>${piece.rows
        .map(
          (row) =>
            `<tr>${row.map((cell) => `<td>${cell.map((words) => `<p>${inlineHtml(words)}</p>`).join('')}</td>`).join('')}</tr>`,
        )
        .join('')}</table>`;
  }
}

const CSS = `body { font: 11pt/1.35 Arial, Liberation Sans, sans-serif; margin: 0 } h1 { font-size: 20pt } h2 { font-size: 15pt }
h3 { font-size: 12.5pt } h4 { font-size: 11pt } p { margin: 0 0 7pt } ul { margin: 0; padding-left: 18pt } ul.l2 { padding-left: 36pt }
li { margin-bottom: 3pt } table { border-collapse: collapse; width: 100% } td { border: .5pt solid; padding: 3pt 5pt; vertical-align: top; width: 50% }
.note { font-size: 8.5pt } .note sup { font-size: 6pt } .toc { display: flex } .toc i { flex: 1; border-bottom: 1pt dotted }`;

/** Prints papers with one Chromium; `close` ends it. */
export class ChromiumPrinter {
  private browser: Browser | null = null;
  private profile = '';

  async print(paper: Paper, look: ChromiumLook): Promise<Uint8Array> {
    const html = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>${escapeXml(paper.title)}</title><style>${CSS}\n${look.css ?? ''}</style><div class="text">${paper.pieces.map(pieceHtml).join('\n')}</div></html>`;
    return this.printHtml(html, {
      tagged: look.tagged,
      format: look.format ?? 'A4',
      displayHeaderFooter: look.headers,
      headerTemplate: `<div style="font-size:8pt;width:100%;margin:0 20mm;display:flex;justify-content:space-between"><span>${escapeXml(paper.header)}</span><span>2022-12-15</span></div>`,
      footerTemplate: `<div style="font-size:8pt;width:100%;text-align:center">${escapeXml(paper.footer).replace('#', '<span class="pageNumber"></span> (<span class="totalPages"></span>)')}</div>`,
      margin: { top: '25mm', bottom: '22mm', left: '22mm', right: '22mm' },
    });
  }

  async printHtml(html: string, options: PDFOptions): Promise<Uint8Array> {
    if (!this.browser) {
      this.profile = await mkdtemp(join(tmpdir(), 'print-'));
      this.browser = await puppeteer.launch({
        executablePath: await findBrowser('chromium'),
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
        userDataDir: this.profile,
      });
    }
    const page = await this.browser.newPage();
    await page.setContent(html);
    const bytes = await page.pdf(options);
    await page.close();
    return bytes;
  }

  async close(): Promise<void> {
    await this.browser?.close();
    if (this.profile) await rm(this.profile, { recursive: true, force: true });
    this.browser = null;
  }
}
