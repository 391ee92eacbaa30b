// The order matters: the parser starts in a worker that has no network any more.
import './no-network';
import 'pdfjs-dist/build/pdf.worker.min.mjs';
