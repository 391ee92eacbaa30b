export { citation, quotation } from './citation-text';
export { FILE_LANGUAGES, type FileLanguage } from './citation-words';
export { csvColumns, toCsv } from './csv';
export { CSV_TARGETS, type CsvMapping, type CsvTarget } from './csv-columns';
export type { ExportOptions } from './export-options';
export { EXPORT_FIELDS, type ExportField, USUAL_FIELDS } from './fields';
export { exportFileName } from './file-name';
export type { CsvTable } from './from-csv';
export { ImportError, type ImportProblem, PROBLEM_CODES } from './import-error';
export type { ImportFormat, Incoming } from './incoming';
export { jsonLdText, toJsonLd } from './jsonld';
export { packBackup } from './pack-backup';
export { placeUrl } from './place-link';
export { planImport } from './plan-import';
export { type FileKind, inspectImport, type ReadOptions, readImport } from './read-import';
export {
  EXPORT_FORMATS,
  ExportError,
  type ExportFormat,
  MOST_ANNOTATIONS,
  writeExport,
} from './write-export';
