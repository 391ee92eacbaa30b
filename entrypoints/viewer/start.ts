import { wantedFrom } from './address';
import { startAnnotating } from './annotate';
import { load } from './load';
import { createPages, showDocument } from './pages';
import { pdfjs } from './pdfjs';

/** Builds the viewer and opens what its address names. */
export async function start(): Promise<void> {
  const container = document.createElement('div');
  container.className = 'pages';
  container.tabIndex = 0;
  const inner = document.createElement('div');
  inner.className = 'pdfViewer';
  container.append(inner);
  document.getElementById('viewer')?.append(container);
  const pages = createPages(container);
  pages.eventBus.on('pagesinit', () => {
    pages.viewer.currentScaleValue = 'auto';
  });
  const wanted = wantedFrom(location.search);
  if (wanted.kind !== 'web') return;
  const pdf = await load(wanted.address).promise;
  showDocument(pages, pdf);
  startAnnotating({
    viewer: pages.viewer,
    eventBus: pages.eventBus,
    pdf,
    address: wanted.address,
    fileName: pdfjs.getPdfFilenameFromUrl(wanted.address),
    container,
  });
}
