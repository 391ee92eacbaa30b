import type { Viewer } from './viewer';

/** The picture's largest width and height in CSS pixels. */
const WIDTH = 116;
const HEIGHT = 156;
/** Pictures that are kept, so that scrolling back draws nothing anew. */
const KEPT = 200;

let last: Promise<unknown> = Promise.resolve();
let pictures = new Map<number, HTMLCanvasElement>();
let picturesOf: unknown = null;

/**
 * Draws a page small. One at a time, so that the pages that are read come first.
 * @returns null when it was not wanted any more or cannot be drawn
 */
export function drawThumbnail(viewer: Viewer, page: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
  if (picturesOf !== viewer.pdf) {
    picturesOf = viewer.pdf;
    pictures = new Map();
  }
  const drawn = pictures.get(page);
  if (drawn) return Promise.resolve(drawn);
  const drawing = last.then(() => (signal.aborted ? null : draw(viewer, page, signal).catch(() => null)));
  last = drawing;
  return drawing;
}

async function draw(viewer: Viewer, page: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
  const { pdf, pages } = viewer;
  if (!pdf) return null;
  const pdfPage = await pdf.getPage(page);
  if (signal.aborted) return null;
  const whole = pdfPage.getViewport({ scale: 1 });
  const fit = Math.min(WIDTH / whole.width, HEIGHT / whole.height);
  const viewport = pdfPage.getViewport({ scale: fit * devicePixelRatio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  canvas.style.width = `${canvas.width / devicePixelRatio}px`;
  canvas.style.height = `${canvas.height / devicePixelRatio}px`;
  const task = pdfPage.render({ canvas, viewport });
  const stop = () => task.cancel();
  signal.addEventListener('abort', stop);
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    // pdf.js lets go of what the page holds unless the page itself is shown.
    pages.eventBus.dispatch('thumbnailrendered', { source: viewer, pageNumber: page, pdfPage });
  }
  pictures.set(page, canvas);
  if (pictures.size > KEPT) pictures.delete(pictures.keys().next().value ?? 0);
  return canvas;
}
