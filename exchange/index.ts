export { CSV_COLUMNS, toCsv } from './csv';
export { exportFileName } from './file-name';
export { fromJsonLd, fromJsonLdText } from './from-jsonld';
export { ImportError, type ImportProblem } from './import-error';
export { jsonLdText, toJsonLd } from './jsonld';
