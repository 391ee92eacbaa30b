import { TEXT_CONTENT_OPTIONS } from '../../reading/pdf';
import type { PageTexts } from './annotate-pages';
import type { OpenedPdf } from './opened-pdf';

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
