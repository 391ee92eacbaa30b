import { type PDFDocumentLoadingTask, pdfjs } from './pdfjs';
import type { SourceTransport } from './transport';

/**
 * Bytes that pdf.js asks for at the least. It looks at every page's entry when it opens a document whose pages stand in
 * one list, and each costs a part: in a large file of scans, where a picture lies between any two, small parts decide
 * how much is sent before the first page. Parts that stand together are asked for as one.
 */
const PART = 2 ** 16;
const PART_OF_LARGE = 2 ** 14;
const LARGE = 32 * 2 ** 20;
/** A parser that does not end by itself within this time is ended. */
const END_WITHIN_MS = 2000;

export interface Loading {
  /** Its `onPassword` and `promise` tell the rest. */
  task: PDFDocumentLoadingTask;
  /** Lets go of the document and of the worker with all that it holds. */
  end(): Promise<void>;
}

/** Starts to load a document from its bytes, in a worker of its own. @param password what opens it, where that is known */
export function load(transport: SourceTransport, password?: string): Loading {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = new pdfjs.PDFWorker({ port: port as unknown as null });
  const task = pdfjs.getDocument({
    worker,
    password,
    range: transport,
    rangeChunkSize: transport.length > LARGE ? PART_OF_LARGE : PART,
    // Pages that nobody looks at are not fetched: a meeting's papers may be 300 MB.
    disableAutoFetch: true,
    cMapUrl: asset('cmaps'),
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    // The worker has no network; these files are fetched by the page.
    useWorkerFetch: false,
    enableXfa: false,
  });
  const end = async () => {
    const late = new Promise((resolve) => setTimeout(resolve, END_WITHIN_MS));
    await Promise.race([task.destroy().catch(() => undefined), late]);
    worker.destroy();
    port.terminate();
  };
  return { task, end };
}

/** Folder of the extension with pdf.js's character maps, fonts and decoders; wxt.config.ts puts them there. */
const asset = (folder: string): string => `${location.origin}/pdfjs/${folder}/`;
