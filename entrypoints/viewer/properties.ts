import type { ViewerTexts } from '../../locales/viewer';
import { type PDFDocumentProxy, pdfjs } from './pdfjs';

/** A line of the document's description: what it is, and how it is. */
export type Property = readonly [name: keyof ViewerTexts['properties']['names'], value: string];

/** Points to the inch, by which PDF measures, and millimetres. */
const POINTS = 72;
const MILLIMETRES = 25.4;
/** Sheets that people know by name, upright, in millimetres. */
const SHEETS: Record<string, readonly [width: number, height: number]> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  Letter: [215.9, 279.4],
};
/** Producers round sizes. */
const TOLERANCE_MM = 1;

/** The parts of pdf.js's description of a document that are shown; a file may hold anything there. */
type Info = Record<string, unknown>;

/**
 * What a document says of itself and what can be seen of it, without what it does not say.
 *
 * @param size of the file, in bytes
 * @param page the one whose size is told, 1 first
 */
export async function propertiesOf(
  pdf: PDFDocumentProxy,
  {
    fileName,
    size,
    page,
    texts,
    language,
  }: { fileName: string; size: number; page: number; texts: ViewerTexts; language: string },
): Promise<Property[]> {
  const info: Info = await pdf.getMetadata().then(
    ({ info: found }) => found as Info,
    () => ({}),
  );
  const text = (key: string) => (typeof info[key] === 'string' ? info[key].trim() : '');
  const date = (key: string) => {
    const at = pdfjs.PDFDateString.toDateObject(text(key));
    return at ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(at) : text(key);
  };
  const all: Property[] = [
    ['fileName', fileName],
    ['fileSize', sizeOf(size, language)],
    ['title', text('Title')],
    ['author', text('Author')],
    ['subject', text('Subject')],
    ['keywords', text('Keywords')],
    ['created', date('CreationDate')],
    ['modified', date('ModDate')],
    ['program', text('Creator')],
    ['producer', text('Producer')],
    ['version', text('PDFFormatVersion')],
    ['pages', new Intl.NumberFormat(language).format(pdf.numPages)],
    ['pageSize', await sheetOf(pdf, page, texts, language)],
  ];
  return all.filter(([, value]) => value !== '');
}

/** "12,3 MB (12 345 678 byte)". */
function sizeOf(bytes: number, language: string): string {
  const exact = new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes);
  const [unit, divisor] = bytes >= 1e6 ? (['megabyte', 1e6] as const) : (['kilobyte', 1e3] as const);
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return bytes < 1000 ? exact : `${new Intl.NumberFormat(language, style).format(bytes / divisor)} (${exact})`;
}

async function sheetOf(pdf: PDFDocumentProxy, number: number, texts: ViewerTexts, language: string): Promise<string> {
  try {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    const inMillimetres = (points: number) => (points / POINTS) * MILLIMETRES;
    const [wide, high] = [inMillimetres(width), inMillimetres(height)];
    const [short, long] = [Math.min(wide, high), Math.max(wide, high)];
    const isNear = (one: number, other: number) => Math.abs(one - other) <= TOLERANCE_MM;
    const name = Object.keys(SHEETS).find((sheet) => {
      const [width, height] = SHEETS[sheet] ?? [0, 0];
      return isNear(short, width) && isNear(long, height);
    });
    const say = (length: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(length);
    const size = `${say(wide)} × ${say(high)} mm`;
    return [size, name, wide > high ? texts.properties.lying : texts.properties.upright].filter(Boolean).join(', ');
  } catch {
    return '';
  }
}
