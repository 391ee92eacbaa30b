import { AttachedFiles } from './attachments';
import { components, type EventBus, type PDFDocumentProxy, type PDFViewer, pdfjs } from './pdfjs';

type LinkService = InstanceType<typeof components.PDFLinkService>;
type History = InstanceType<typeof components.PDFHistory>;

/** The pages of one viewer window and what moves among them: pdf.js's own components, set for reading. */
export interface Pages {
  viewer: PDFViewer;
  eventBus: EventBus;
  links: LinkService;
  history: History;
  container: HTMLDivElement;
}

/** pdf.js asks for its words through this; the few that it shows are set by `nameThePages`. */
const silentWords = {
  getLanguage: () => document.documentElement.lang,
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => undefined,
  translateOnce: async () => undefined,
  destroy: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
};

/**
 * Builds the pages into `container`, an absolutely positioned div that scrolls and holds one empty div.
 * Forms and notes are drawn but not filled in, links work, and no script of a document has anything to run in.
 */
export function createPages(container: HTMLDivElement): Pages {
  const eventBus = new components.EventBus();
  const links = new components.PDFLinkService({
    eventBus,
    externalLinkTarget: components.LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer nofollow',
  });
  const findController = new components.PDFFindController({ eventBus, linkService: links });
  const viewer = new components.PDFViewer({
    container,
    eventBus,
    linkService: links,
    findController,
    downloadManager: new AttachedFiles(),
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
    // The browser's own selection, so that what is selected can be annotated as on a web page.
    enableSelectionRendering: false,
    // Who has chosen the colours of all windows gets the pages in them too.
    pageColors: matchMedia('(forced-colors: active)').matches
      ? { background: 'Canvas', foreground: 'CanvasText' }
      : undefined,
    l10n: silentWords as unknown as NonNullable<ConstructorParameters<typeof components.PDFViewer>[0]['l10n']>,
  });
  links.setViewer(viewer);
  const history = new components.PDFHistory({ linkService: links, eventBus });
  links.setHistory(history);
  return { viewer, eventBus, links, history, container };
}

/** Shows a document in the pages; null empties them. */
export function showDocument(pages: Pages, pdf: PDFDocumentProxy | null): void {
  // What is read here is Swedish, in any language of the window, unless the file says its own: then pdf.js puts that here.
  pages.viewer.viewer?.setAttribute('lang', 'sv');
  // The types leave null out, which takes the document away.
  pages.viewer.setDocument(pdf as PDFDocumentProxy);
  pages.links.setDocument(pdf);
  if (pdf) pages.history.initialize({ fingerprint: pdf.fingerprints[0] ?? '', resetHistory: true, updateUrl: true });
  else pages.history.reset();
}
