import '../../highlighting/highlights.css';
import './annotate.css';
import { Annotator } from '../../annotating/annotator';
import { answerPanel } from '../../annotating/answer-panel';
import { createCardHost } from '../../annotating/card-host';
import { createLocalStore } from '../../annotating/local-store';
import { onMessage } from '../../messages/protocol';
import { PageFonts } from './annotate-fonts';
import { LetterFitter } from './annotate-letters';
import { PageTexts } from './annotate-pages';
import { createReadingStatus } from './annotate-status';
import { TextLayers } from './annotate-text-layers';
import { windowOf } from './annotate-window';
import type { OpenedPdf } from './opened-pdf';
import { labelsOf } from './page-labels';
import { createPdfSource, infoOf } from './pdf-source';

/** Pages from which on a half-finished reading is worth showing for itself. */
const FEW_PAGES = 8;

/** Reads, detects and annotates a document until `signal` ends it. */
export async function annotateDocument(opened: OpenedPdf, signal: AbortSignal): Promise<void> {
  const inWindow = windowOf(opened);
  const pages = new PageTexts(opened.pagesToRead, inWindow, await labelsOf(opened.pdf));
  const layers = new TextLayers(opened.viewer);
  const source = createPdfSource(opened, await infoOf(opened.pdf), pages, layers);
  if (signal.aborted) return;
  // Not the bars above the pages.
  const host = createCardHost(document, () => {
    const { top, bottom } = opened.container.getBoundingClientRect();
    return { left: 0, top, right: innerWidth, bottom };
  });
  const annotator = new Annotator({ page: document, host, source, store: createLocalStore(), signal });
  const stopAnswering = answerPanel(annotator);
  signal.addEventListener('abort', stopAnswering);
  const letters = new LetterFitter();
  const fonts = new PageFonts(opened, pages, () => fitLetters());
  const fitLetters = () => {
    for (const page of layers.pages()) {
      const { rawDims } = opened.viewer.getPageView(page - 1).viewport;
      const size = { width: rawDims.pageWidth, height: rawDims.pageHeight };
      letters.fit(layers.itemsOf(page), fonts.of(page), (font) => fonts.familyOf(page, font), size);
    }
  };
  repaintWithPages(
    opened,
    () => {
      fitLetters();
      annotator.repaint();
    },
    signal,
  );

  /** Pages in the reading that was shown last. */
  let shown = new Set<number>();
  const showReading = async () => {
    shown = new Set(range(opened.pdf.numPages).filter((page) => pages.isDone(page)));
    // What fails in one reading must not keep the pages that are left from being read.
    await annotator.refresh().catch((error: unknown) => console.error('Revisionspennan: reading failed', error));
  };
  const isDue = () => {
    if (pages.isComplete) return true;
    const visible = inWindow.visible();
    if (visible.some((page) => !pages.isDone(page))) return false;
    return visible.some((page) => !shown.has(page)) || pages.reader.size >= Math.max(FEW_PAGES, 2 * shown.size);
  };

  let reading = new AbortController();
  const status = createReadingStatus({
    cancel: () => reading.abort(),
    resume: () => void read(),
  });
  signal.addEventListener('abort', () => {
    reading.abort();
    status.remove();
  });
  const read = async () => {
    reading = new AbortController();
    const { signal: stopped } = reading;
    await pages.readAll(async () => {
      status.show(pages);
      fitLetters();
      if (isDue()) await showReading();
    }, stopped);
    if (signal.aborted) return;
    if (!pages.isComplete) await showReading();
    status.show(pages);
  };
  const stopListening = onMessage('readOn', () => {
    if (!pages.isReading) void read();
  });
  signal.addEventListener('abort', stopListening);
  await read();
}

/** Text layers come and go with their pages, and are rewritten while words are searched for: highlights go with them. */
function repaintWithPages({ eventBus }: OpenedPdf, repaint: () => void, signal: AbortSignal): void {
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!signal.aborted) repaint();
    });
  };
  for (const event of ['textlayerrendered', 'updatetextlayermatches', 'pagesdestroy']) {
    eventBus.on(event, ask);
    signal.addEventListener('abort', () => eventBus.off(event, ask));
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
