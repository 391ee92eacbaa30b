/**
 * pdf.js lays its transparent text out in the browser's own serif or sans-serif, stretched to the length of the line. The
 * letters then stand beside the painted ones, by as much as a word in the middle of a line, and so would highlights and
 * what is selected. Here they get the file's own font, which pdf.js has loaded to paint with, and the line's spacing.
 */

/** How far from one em a font's height may be: of a wilder font the highlights would lie over the lines around. */
const HEIGHTS = { least: 0.7, most: 1.7 };
/** Spacing that belongs to justified lines and spaced-out words, in em; beyond it letters are stretched instead. */
const MOST_WORD_SPACING = 0.8;
const MOST_LETTER_SPACING = 0.4;
/** Pages of more pieces of text than this are drawings and maps, where nobody follows a line. */
const MOST_ITEMS = 3000;
/** Size at which widths are measured, CSS pixels. */
const SIZE = 100;

/** How high a font reaches over its baseline and below it, in em. */
interface Metrics {
  ascent: number;
  descent: number;
}

/** Sets text layers in the fonts that their pages are painted with. */
export class LetterFitter {
  private readonly context = document.createElement('canvas').getContext('2d');
  private readonly metrics = new Map<string, Metrics>();
  private readonly fitted = new WeakSet<Node>();
  /** By font: whether it has a letter. */
  private readonly letters = new Map<string, Map<string, boolean>>();

  /**
   * @param items elements of the text items as pdf.js has laid them out
   * @param fonts names of their fonts, as pdf.js calls them
   * @param familyOf the family that such a font is painted with
   * @param pageSize unscaled size of the page that the positions are percentages of, CSS pixels
   */
  fit(
    items: readonly Node[],
    fonts: readonly string[],
    familyOf: (font: string) => string,
    pageSize: { width: number; height: number },
  ): void {
    if (items.length > MOST_ITEMS) return;
    items.forEach((item, index) => {
      const font = fonts[index];
      if (!font || !(item instanceof HTMLElement) || this.fitted.has(item)) return;
      this.fitted.add(item);
      if (item.textContent?.trim()) this.fitItem(item, item.textContent, familyOf(font), pageSize);
    });
  }

  private fitItem(item: HTMLElement, text: string, font: string, page: { width: number; height: number }): void {
    const { style } = item;
    const fallback = style.fontFamily;
    const family = `"${font}", ${fallback}`;
    const own = this.metricsOf(family);
    const height = own.ascent + own.descent;
    const size = Number.parseFloat(style.getPropertyValue('--font-height'));
    if (!(size > 0) || height < HEIGHTS.least || height > HEIGHTS.most || !this.hasAll(text, font)) return;
    const stretch = Number.parseFloat(style.getPropertyValue('--scale-x')) || 1;
    const spacing = spacingFor(text, this.width(text, family), this.width(text, fallback) * stretch);
    const rise = baselineOf(own) - ascentByPdfJs(this.metricsOf(fallback));
    const angle = (Number.parseFloat(style.getPropertyValue('--rotate')) || 0) * (Math.PI / 180);
    style.fontFamily = family;
    style.wordSpacing = spacing.words === 0 ? '' : `${spacing.words.toFixed(4)}em`;
    style.letterSpacing = spacing.letters === 0 ? '' : `${spacing.letters.toFixed(4)}em`;
    style.setProperty('--scale-x', spacing.stretch.toFixed(5));
    style.left = moved(style.left, (rise * size * Math.sin(angle)) / page.width);
    style.top = moved(style.top, (-rise * size * Math.cos(angle)) / page.height);
  }

  /** Width in em. */
  private width(text: string, family: string): number {
    if (!this.context) return 0;
    this.context.font = `${SIZE}px ${family}`;
    return this.context.measureText(text).width / SIZE;
  }

  /** A letter that the font lacks is taken from the next one in the list, whose width then shows. Spaces do not matter. */
  private hasAll(text: string, font: string): boolean {
    let letters = this.letters.get(font);
    if (!letters) {
      letters = new Map();
      this.letters.set(font, letters);
    }
    for (const letter of text) {
      let isThere = letters.get(letter);
      if (isThere === undefined) {
        isThere =
          letter.trim() === '' ||
          this.width(letter, `"${font}", monospace`) === this.width(letter, `"${font}", sans-serif`);
        letters.set(letter, isThere);
      }
      if (!isThere) return false;
    }
    return true;
  }

  private metricsOf(family: string): Metrics {
    const known = this.metrics.get(family);
    if (known || !this.context) return known ?? { ascent: 0, descent: 0 };
    this.context.font = `${SIZE}px ${family}`;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = this.context.measureText('');
    const metrics = { ascent: fontBoundingBoxAscent / SIZE, descent: Math.abs(fontBoundingBoxDescent) / SIZE };
    this.metrics.set(family, metrics);
    return metrics;
  }
}

/** Where the browser puts the baseline in a line as high as the font's size, in em from its top. */
function baselineOf({ ascent, descent }: Metrics): number {
  return 0.5 + (ascent - descent) / 2;
}

/** Where pdf.js's `TextLayer` takes it to be. */
function ascentByPdfJs({ ascent, descent }: Metrics): number {
  return ascent === 0 ? 0.8 : ascent / (ascent + descent);
}

/** How a text is brought from its natural width to the printed one, both in em: between words, between letters, or by stretching. */
function spacingFor(
  text: string,
  natural: number,
  wanted: number,
): { words: number; letters: number; stretch: number } {
  const gaps = text.match(/[ \u00a0]/g)?.length ?? 0;
  const missing = wanted - natural;
  const words = gaps > 0 ? missing / gaps : 0;
  if (gaps > 0 && Math.abs(words) <= MOST_WORD_SPACING) return { words, letters: 0, stretch: 1 };
  const letters = missing / text.length;
  if (Math.abs(letters) <= MOST_LETTER_SPACING) return { words: 0, letters, stretch: 1 };
  return { words: 0, letters: 0, stretch: natural > 0 ? wanted / natural : 1 };
}

/** A percentage and a share of the same whole. */
function moved(percentage: string, share: number): string {
  return `${(Number.parseFloat(percentage) + share * 100).toFixed(3)}%`;
}
