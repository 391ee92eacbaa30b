import { type PDFDocumentLoadingTask, pdfjs } from './pdfjs';

let workersStarted = false;

/** One worker that parses and one that draws, both the extension's own files. */
function startWorkers(): void {
  if (workersStarted) return;
  workersStarted = true;
  pdfjs.GlobalWorkerOptions.workerPort = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
}

/** Folder of the extension with pdf.js's character maps, fonts and decoders; see wxt.config.ts. */
const asset = (folder: string): string => `${location.origin}/pdfjs/${folder}/`;

/** Starts to load a document. */
export function load(address: string): PDFDocumentLoadingTask {
  startWorkers();
  return pdfjs.getDocument({
    url: address,
    withCredentials: true,
    cMapUrl: asset('cmaps'),
    standardFontDataUrl: asset('standard_fonts'),
    wasmUrl: asset('wasm'),
    enableXfa: false,
  });
}
