import type { ViewerTexts } from '../../locales/viewer';
import { localPath, viewerPath, type Wanted } from './address';
import { startAnnotating } from './annotate';
import { attachmentsOf } from './attachments';
import { checkBeginning, hasEnding } from './beginning';
import { type ByteSource, blobSource } from './byte-source';
import { ViewerFailure } from './failures';
import { followPages } from './follow-pages';
import { handedOver } from './handed-over';
import { type Loading, load } from './load';
import { labelsOf } from './page-labels';
import { createPages, type Pages, showDocument } from './pages';
import { pagesToRead } from './pages-to-read';
import { type PDFDocumentProxy, pdfjs } from './pdfjs';
import { INITIAL_STATE, Store, type ViewerState } from './state';
import { SourceTransport } from './transport';
import { webSource } from './web-source';

/** One viewer window: opens documents, one at a time, and lets go of them. */
export class Viewer {
  readonly state: Store<ViewerState>;
  readonly pages: Pages;
  /** The document that is shown. */
  pdf: PDFDocumentProxy | null = null;
  source: ByteSource | null = null;
  #transport: SourceTransport | null = null;
  #loading: Loading | null = null;
  #opening = new AbortController();
  #givePassword: ((password: string) => void) | null = null;
  #retryReading: (() => void) | null = null;
  #password: string | undefined;
  #stopAnnotating: (() => void) | null = null;

  constructor(container: HTMLDivElement, texts: ViewerTexts, initial: Partial<ViewerState>) {
    this.state = new Store({ ...INITIAL_STATE, ...initial });
    this.pages = createPages(container);
    followPages(this.pages, this.state, texts);
  }

  /** Opens what the viewer's address names; a file of the machine has to be chosen again. */
  async openWanted(wanted: Wanted): Promise<void> {
    if (wanted.kind === 'web') await this.openWeb(wanted.address);
    if (wanted.kind === 'local') this.state.set({ fileName: wanted.name });
    if (wanted.kind === 'refused') {
      this.state.set({ fileName: wanted.name, refused: wanted.isFile ? 'file' : 'address' });
    }
  }

  async openWeb(address: string): Promise<void> {
    history.replaceState(history.state, '', `/${viewerPath(address)}${location.hash}`);
    await this.#open(pdfjs.getPdfFilenameFromUrl(address), address, async (signal) => {
      const taken = await handedOver(address).catch(() => null);
      if (taken) return blobSource(taken.blob, taken.fileName);
      return webSource(address, {
        signal,
        onProgress: (progress) => this.state.set({ progress }),
        onTraffic: (isWaiting) => this.#hear(isWaiting),
      });
    });
  }

  /** @param wanted fingerprint of the document that the viewer's address names, if it names one */
  async openFile(file: File, wanted?: string): Promise<void> {
    await this.#open(file.name, null, () => blobSource(file, file.name));
    if (!this.pdf) return;
    const fingerprint = this.pdf.fingerprints[0] ?? '';
    history.replaceState(history.state, '', `/${localPath(fingerprint, file.name)}`);
    if (wanted && wanted !== fingerprint) this.state.set({ trouble: 'other-file' });
  }

  /** Answers the question for the document's password. */
  givePassword(password: string): void {
    this.#password = password;
    this.#givePassword?.(password);
    this.state.set({ stage: 'loading', isPasswordWrong: false });
  }

  /** Ends the loading. What is on the web can be opened again; a file of the machine has to be chosen again. */
  cancel(): void {
    this.#close();
    const isOnWeb = this.state.get().address !== null;
    this.state.set(isOnWeb ? { stage: 'failed', failure: { code: 'cancelled' } } : { stage: 'start' });
  }

  /** Asks the server again for what it did not give. */
  retry(): void {
    this.state.set({ trouble: null });
    this.#transport?.retry();
    this.#retryReading?.();
  }

  /** Who waits for the document is to know whether anything comes. */
  #hear(isWaiting: boolean): void {
    if (this.state.get().stage === 'loading') this.state.set({ heard: isWaiting ? performance.now() : null });
  }

  async #open(
    fileName: string,
    address: string | null,
    open: (signal: AbortSignal) => Promise<ByteSource>,
  ): Promise<void> {
    this.#close();
    const { signal } = this.#opening;
    const { pane, hasDarkPages } = this.state.get();
    this.state.set({ ...INITIAL_STATE, pane, hasDarkPages, stage: 'loading', fileName, address });
    document.title = fileName;
    try {
      const source = await open(signal);
      signal.throwIfAborted();
      this.source = source;
      checkBeginning(source);
      if (source.fileName) this.state.set({ fileName: source.fileName });
      const pdf = await this.#parse(source);
      signal.throwIfAborted();
      this.#show(pdf);
      await this.#annotate(pdf, source, signal);
    } catch (error) {
      if (signal.aborted) return;
      const { code, status } = await this.#failureOf(error);
      if (!(error instanceof ViewerFailure)) console.warn('Revisionspennan:', error);
      this.state.set({ stage: 'failed', failure: { code, status } });
    }
  }

  #parse(source: ByteSource): Promise<PDFDocumentProxy> {
    const transport = new SourceTransport(source, ({ code }) => {
      if (this.state.get().stage === 'loading') this.state.set({ stage: 'failed', failure: { code } });
      else this.state.set({ trouble: code === 'replaced' ? 'replaced' : 'stopped' });
    });
    const loading = load(transport);
    loading.task.onPassword = (give: (password: string) => void, reason: number) => {
      this.#givePassword = give;
      this.state.set({
        stage: 'password',
        isPasswordWrong: reason === pdfjs.PasswordResponses.INCORRECT_PASSWORD,
      });
    };
    this.#transport = transport;
    this.#loading = loading;
    return loading.task.promise;
  }

  #show(pdf: PDFDocumentProxy): void {
    this.pdf = pdf;
    this.state.set({ stage: 'reading', pages: pdf.numPages, page: 1 });
    showDocument(this.pages, pdf);
    void this.#nameTab(pdf);
    void this.#describe(pdf);
    void this.#lookForEnd();
    this.pages.container.focus();
  }

  /** Reading begins when the first page stands: it asks the same worker and the same server for much more. */
  async #annotate(pdf: PDFDocumentProxy, source: ByteSource, signal: AbortSignal): Promise<void> {
    const { viewer, eventBus, container } = this.pages;
    // A tab in the background paints nothing, and is read all the same.
    if (document.visibilityState === 'visible') await viewer.onePageRendered;
    if (signal.aborted) return;
    const { fileName, address } = this.state.get();
    const isShown = (page: number) => viewer.getCachedPageViews().has(viewer.getPageView(page - 1));
    const onStopped = () => this.state.set({ trouble: 'stopped' });
    const { pages, end, retry } = pagesToRead({ pdf, source, isShown, password: this.#password, onStopped });
    this.#retryReading = retry;
    const stop = startAnnotating({ viewer, eventBus, pdf, pagesToRead: pages, address, fileName, container });
    this.#stopAnnotating = () => {
      stop();
      end();
    };
  }

  async #nameTab(pdf: PDFDocumentProxy): Promise<void> {
    const { info } = await pdf.getMetadata();
    const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
    if (this.pdf === pdf) document.title = title || this.state.get().fileName;
  }

  /** What is shown of the document once its first page stands. */
  async #describe(pdf: PDFDocumentProxy): Promise<void> {
    await this.pages.viewer.onePageRendered;
    const [labels, attachments] = await Promise.all([labelsOf(pdf), attachmentsOf(pdf)]);
    if (this.pdf !== pdf) return;
    this.state.set({ labels, attachments });
    if (labels) this.pages.viewer.setPageLabels([...labels]);
  }

  /** A cut file may well show its first pages; the reader should know that there were more. */
  async #lookForEnd(): Promise<void> {
    const source = this.source;
    await this.pages.viewer.onePageRendered;
    if (!source || this.source !== source) return;
    const isWhole = await hasEnding(source).catch(() => true);
    if (!isWhole && this.source === source) this.state.set({ trouble: 'truncated' });
  }

  async #failureOf(error: unknown): Promise<ViewerFailure> {
    if (error instanceof ViewerFailure) return error;
    const isWhole = this.source ? await hasEnding(this.source).catch(() => true) : true;
    return new ViewerFailure(isWhole ? 'broken' : 'truncated');
  }

  #close(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
    this.#stopAnnotating?.();
    this.#stopAnnotating = null;
    if (this.pdf) showDocument(this.pages, null);
    this.pdf = null;
    this.source?.close();
    this.source = null;
    this.#transport = null;
    this.#givePassword = null;
    this.#password = undefined;
    this.#retryReading = null;
    void this.#loading?.end();
    this.#loading = null;
  }
}
