import type { PlacedWord } from './make-pdf';

/** Widths of Helvetica in thousandths of its size, from Adobe's font metrics; letters that are missing count as 556. */
const WIDTHS: Record<string, number> = Object.fromEntries(
  [
    ['278', ' !,./:;ftI[]'],
    ['222', 'ijl'],
    ['333', '()-r'],
    ['500', 'ckszvxyJ'],
    ['722', 'wCDHNRU'],
    ['667', 'ABEKPSVXYÅÄ'],
    ['611', 'FTZ'],
    ['778', 'GOQÖ'],
    ['833', 'mM'],
  ].flatMap(([width, letters = '']) => [...letters].map((letter) => [letter, Number(width)])),
);

/** Width of a text in Helvetica, in PDF points. */
export function widthOf(text: string, size: number): number {
  return ([...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? 556), 0) * size) / 1000;
}

/**
 * Sets lines word by word, justified: gaps differ from line to line, as in a printed report.
 *
 * @param top baseline of the first line, in points from the page's lower edge
 */
export function setLines(
  lines: readonly string[],
  {
    left = 72,
    right = 523,
    top,
    size = 11,
    lead = 15,
  }: { left?: number; right?: number; top: number; size?: number; lead?: number },
): PlacedWord[] {
  return lines.flatMap((line, index) => {
    const words = line.split(' ');
    const letters = words.reduce((sum, word) => sum + widthOf(word, size), 0);
    const loose = (right - left - letters) / Math.max(1, words.length - 1);
    // A paragraph's last line is not drawn out.
    const gap = loose > size * 0.7 ? size * 0.278 : loose;
    let x = left;
    return words.map((text) => {
      const word = { x: Number(x.toFixed(3)), y: top - index * lead, size, text };
      x += widthOf(text, size) + gap;
      return word;
    });
  });
}
