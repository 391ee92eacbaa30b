import type { PDFDocumentProxy } from './pdfjs';
import type { Viewer } from './viewer';

/*
 * pdf.js's own printing belongs to its viewer application, which its package leaves out. As there, every page is drawn
 * to a picture, and the pictures are printed in place of the window.
 */

/** Dots per inch of the pictures; pages are measured in points, 72 to the inch. */
const RESOLUTION = 150;
const POINTS_PER_INCH = 72;

let printing: AbortController | null = null;

/** Draws all pages and opens the browser's print dialogue. Told of in `printed`; `stopPrinting` ends it. */
export async function printDocument({ pdf, state, pages }: Viewer): Promise<void> {
  if (!pdf || printing) return;
  printing = new AbortController();
  const { signal } = printing;
  const sheets = document.createElement('div');
  sheets.className = 'sheets';
  const style = new CSSStyleSheet();
  const urls: string[] = [];
  try {
    const first = (await pdf.getPage(1)).getViewport({ scale: 1, rotation: undefined });
    style.replaceSync(`@page { size: ${first.width}pt ${first.height}pt; margin: 0 }`);
    for (let page = 1; page <= pdf.numPages; page++) {
      state.set({ printed: page - 1 });
      const url = await drawSheet(pdf, page, pages.viewer.pagesRotation);
      urls.push(url);
      if (signal.aborted) return;
      const sheet = document.createElement('img');
      sheet.src = url;
      sheet.alt = '';
      await sheet.decode();
      sheets.append(sheet);
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    document.body.append(sheets);
    state.set({ printed: null });
    print();
  } finally {
    sheets.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
    for (const url of urls) URL.revokeObjectURL(url);
    state.set({ printed: null });
    printing = null;
  }
}

export function stopPrinting(): void {
  printing?.abort();
}

/** @returns object address of the page's picture */
async function drawSheet(pdf: PDFDocumentProxy, page: number, rotation: number): Promise<string> {
  const pdfPage = await pdf.getPage(page);
  const viewport = pdfPage.getViewport({
    scale: RESOLUTION / POINTS_PER_INCH,
    rotation: (pdfPage.rotate + rotation) % 360,
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await pdfPage.render({ canvas, viewport, intent: 'print' }).promise;
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  // Gives the picture's memory back at once.
  canvas.width = 0;
  canvas.height = 0;
  pdfPage.cleanup();
  if (!picture) throw new Error(`Page ${page} has no picture.`);
  return URL.createObjectURL(picture);
}
