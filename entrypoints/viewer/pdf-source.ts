import type { ShownSource } from '../../annotating/document-source';
import type { DocumentHints } from '../../detection/types';
import type { Span } from '../../reading/types';
import type { PageTexts } from './annotate-pages';
import { ShownPdfReading } from './annotate-reading';
import type { TextLayers } from './annotate-text-layers';
import type { OpenedPdf } from './opened-pdf';

/** Longest wait for a page to be painted that a person wants to see, in milliseconds. */
const PAINTING_MS = 15_000;

/** The parts of a file's own description that say when it was made and what it is called. */
export interface PdfInfo {
  title?: string;
  /** ISO date. */
  created?: string;
}

/** Reads a PDF's description; without it the document can be read all the same. */
export async function infoOf(pdf: OpenedPdf['pdf']): Promise<PdfInfo> {
  try {
    const { info } = await pdf.getMetadata();
    const { Title: title, CreationDate: created } = info as { Title?: unknown; CreationDate?: unknown };
    const date = typeof created === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(created) : null;
    return {
      ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}),
      ...(date ? { created: date.slice(1).join('-') } : {}),
    };
  } catch {
    return {};
  }
}

/** The PDF in the viewer as a document to annotate: what has been read of it so far. */
export function createPdfSource(
  opened: OpenedPdf,
  info: PdfInfo,
  pages: PageTexts,
  layers: TextLayers,
): ShownSource<ShownPdfReading> {
  const { pdf, address, fileName } = opened;
  return {
    *read() {
      const isPartial = !pages.isComplete;
      return new ShownPdfReading(yield* pages.reader.reading(), layers, isPartial, pages.labels);
    },
    urls: () => (address === null ? [] : [address]),
    pdfFingerprint: () => pdf.fingerprints[0] ?? '',
    pagesRead: () => pages.state(),
    hints: (): DocumentHints => ({
      title: info.title ?? fileName,
      fileName,
      ...(address === null ? {} : { url: address }),
      // When the file was made: for what says no date in its text.
      ...(info.created ? { metadataDates: [info.created] } : {}),
    }),
    bringIntoView: (reading, span, still) => bringIntoView(opened, layers, reading, span, still),
  };
}

async function bringIntoView(
  { viewer, eventBus }: OpenedPdf,
  layers: TextLayers,
  reading: ShownPdfReading,
  span: Span,
  still: boolean,
): Promise<readonly AbstractRange[]> {
  const [place] = reading.placesOf(span);
  if (!place) return [];
  const isNear = layers.elementOf(place.page, place.item) !== null;
  if (!isNear) {
    const painted = textShown(eventBus, place.page);
    viewer.scrollPageIntoView({ pageNumber: place.page });
    await painted;
  }
  const element = layers.elementOf(place.page, place.item);
  // Over many pages there is nothing to follow with the eye, and each would be painted on the way.
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still || !isNear ? 'instant' : 'smooth' });
  return reading.locate(span.start, span.end);
}

function textShown(eventBus: OpenedPdf['eventBus'], page: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      eventBus.off('textlayerrendered', onLayer);
      resolve();
    };
    const onLayer = ({ pageNumber }: { pageNumber: number }) => {
      if (pageNumber === page) done();
    };
    const timer = setTimeout(done, PAINTING_MS);
    eventBus.on('textlayerrendered', onLayer);
  });
}
