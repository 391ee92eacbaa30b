import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api';

/**
 * How pdf.js must be asked for a page's text: the way its own text layer asks (`TextLayerBuilder`, 6.5), so that the
 * items and their letters are the very ones in `TextLayer.textDivs`. Ligatures and decomposed letters come as the file
 * has them; the reading spells them out and maps back.
 */
export const TEXT_CONTENT_OPTIONS = { includeMarkedContent: true, disableNormalization: true } as const;

/** What the reading needs of pdf.js's `TextItem`; `transform` and sizes are in PDF units, in the page's own axes. */
export interface PdfItem {
  str: string;
  /** Text space → the page's own axes: [a, b, c, d, e, f]. */
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
  hasEOL: boolean;
  dir: string;
  /** A list label (a bullet, drawn or written) was marked right before it or around it. */
  labelled?: true;
  /** The file says that it is no content: a running header or footer, as a rule. */
  artifact?: true;
}

/** What is known of a font, as far as pdf.js told. */
export interface PdfFont {
  /** Generic family that pdf.js falls back to: `serif`, `sans-serif`, `monospace`. */
  family?: string;
  /** The font's own name, `ABCDEF+Arial-BoldMT`; known once the page has been painted. */
  name?: string;
}

/** A page as pdf.js gives it. */
export interface PdfPage {
  /** 1 first. */
  page: number;
  /** Size in PDF points as displayed upright, with the page's own /Rotate. */
  width: number;
  height: number;
  /** The page's own axes → displayed upright, y downwards, scale 1 (`PageViewport.transform`). */
  toDisplay: readonly number[];
  /** All text items in content order, empty ones too: an index here is an index in `TextLayer.textDivs`. */
  items: readonly PdfItem[];
  /** By `fontName`. */
  fonts?: Readonly<Record<string, PdfFont>>;
}

/** The parts of pdf.js's answer to `getTextContent(TEXT_CONTENT_OPTIONS)` that are read. */
export interface PdfTextContent {
  items: readonly (TextItem | TextMarkedContent)[];
  styles: Readonly<Record<string, { fontFamily?: string }>>;
}

/**
 * Makes a page for {@link PdfReader} of what pdf.js gives.
 * @param page 1-based number
 * @param viewport `page.getViewport({ scale: 1 })`
 * @param content `await page.getTextContent(TEXT_CONTENT_OPTIONS)`
 * @param nameOf the font's own name where it is at hand (`page.commonObjs.get(fontName).name`)
 */
export function pdfPage(
  page: number,
  viewport: { width: number; height: number; transform: readonly number[] },
  content: PdfTextContent,
  nameOf?: (fontName: string) => string | undefined,
): PdfPage {
  const items: PdfItem[] = [];
  const open: (string | null)[] = [];
  let artifacts = 0;
  let labelled = false;
  for (const item of content.items) {
    if ('str' in item) {
      const read: PdfItem = {
        str: item.str,
        transform: item.transform,
        width: item.width,
        height: item.height,
        fontName: item.fontName,
        hasEOL: item.hasEOL,
        dir: item.dir,
      };
      if (artifacts > 0) read.artifact = true;
      if (labelled && item.str.trim() !== '') {
        read.labelled = true;
        labelled = false;
      }
      items.push(read);
    } else if (item.type === 'endMarkedContent') {
      if (open.pop() === 'Artifact') artifacts--;
    } else {
      // pdf.js gives a tag that its types leave out.
      const tag = 'tag' in item && typeof item.tag === 'string' ? item.tag : null;
      open.push(tag);
      if (tag === 'Artifact') artifacts++;
      if (tag === 'Lbl') labelled = true;
    }
  }
  const fonts: Record<string, PdfFont> = {};
  for (const [fontName, style] of Object.entries(content.styles)) {
    const name = nameOf?.(fontName);
    fonts[fontName] = {
      ...(style.fontFamily === undefined ? {} : { family: style.fontFamily }),
      ...(name === undefined ? {} : { name }),
    };
  }
  return { page, width: viewport.width, height: viewport.height, toDisplay: viewport.transform, items, fonts };
}
