/** A word at a place of its own, in PDF points from the page's lower left corner. */
export interface PlacedWord {
  x: number;
  y: number;
  size: number;
  text: string;
  bold?: boolean;
}

/** A page of A4 in portrait; without words it is as a scanned one. */
export interface PdfFilePage {
  words: readonly PlacedWord[];
  /** The page's own /Rotate, degrees. */
  rotate?: 0 | 90 | 180 | 270;
}

/**
 * Writes a PDF file whose every word stands where the test says, in Helvetica, which pdf.js brings itself. Letters are
 * those of Latin-1.
 */
export function pdfFile(pages: readonly PdfFilePage[], title = ''): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const firstPage = 6;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  add(`<< /Title (${escaped(title)}) >>`);
  pages.forEach(({ words, rotate = 0 }, index) => {
    const fonts = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>';
    const content = `${firstPage + 2 * index + 1} 0 R`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources ${fonts} /Contents ${content} >>`,
    );
    const stream = words
      .map(({ x, y, size, text, bold }) => `/F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj`)
      .join('\n');
    add(`<< /Length ${stream.length + 6} >>\nstream\nBT\n${stream}\nET\nendstream`.replace('BT\n\nET', 'BT\nET'));
  });
  return assemble(objects);
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}

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
