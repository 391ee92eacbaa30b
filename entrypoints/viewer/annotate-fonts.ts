import { TEXT_CONTENT_OPTIONS } from '../../reading/pdf';
import type { PageTexts } from './annotate-pages';
import type { OpenedPdf } from './opened-pdf';
import type { PDFPageProxy } from './pdfjs';

/** What is read of pdf.js's font. */
interface PaintedFont {
  systemFontInfo?: { loadedName?: string } | null;
}

/**
 * Names of the fonts of a page's text items, as the document that is shown calls them. Where the text is read from a
 * document of its own they have other names there, so the shown one is asked again for the pages that are looked at.
 */
export class PageFonts {
  private readonly asked = new Map<number, readonly string[]>();

  /** @param onCome is called when fonts have come that were asked for */
  constructor(
    private readonly opened: OpenedPdf,
    private readonly pages: PageTexts,
    private readonly onCome: () => void,
  ) {}

  /** Empty while they are not known. */
  of(page: number): readonly string[] {
    if (this.opened.pagesToRead === this.opened.pdf) return this.pages.fontsOf(page);
    const known = this.asked.get(page);
    if (!known) void this.ask(page);
    return known ?? [];
  }

  /**
   * The family that a font of a shown page is painted with. One that is not in the file is taken from the system, under
   * a name of its own.
   */
  familyOf(page: number, font: string): string {
    const shown: { pdfPage?: PDFPageProxy } | undefined = this.opened.viewer.getPageView(page - 1);
    const fonts = shown?.pdfPage?.commonObjs;
    const known = fonts?.has(font) ? (fonts.get(font) as PaintedFont | null) : null;
    return known?.systemFontInfo?.loadedName ?? font;
  }

  private async ask(number: number): Promise<void> {
    this.asked.set(number, []);
    try {
      const page = await this.opened.pdf.getPage(number);
      const { items } = await page.getTextContent(TEXT_CONTENT_OPTIONS);
      this.asked.set(
        number,
        items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])),
      );
      this.onCome();
    } catch {
      // The page keeps the letters that pdf.js has set it in.
    }
  }
}
