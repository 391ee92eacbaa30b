import type { PdfItem, PdfPage } from '../../../../reading/pdf';

/** Width of a letter in font sizes: all alike, as on a typewriter. */
const LETTER = 0.5;

export interface Look {
  size?: number;
  font?: string;
  /** Direction of reading, degrees counterclockwise. */
  turned?: number;
}

/** A page that a test sets by hand: points from the upper left corner, baselines. */
export class Sheet {
  private readonly items: PdfItem[] = [];

  constructor(
    readonly page: number,
    readonly width = 595,
    readonly height = 842,
  ) {}

  /** One item of text. */
  put(x: number, y: number, str: string, { size = 10, font = 'body', turned = 0 }: Look = {}): this {
    const cos = Math.cos((turned * Math.PI) / 180) * size;
    const sin = Math.sin((turned * Math.PI) / 180) * size;
    this.items.push({
      str,
      transform: [cos, sin, -sin, cos, x, this.height - y],
      width: str.length * LETTER * size,
      height: size,
      fontName: font,
      hasEOL: false,
      dir: 'ltr',
    });
    return this;
  }

  /** Lines below each other, each one item; returns the next line's y. */
  lines(x: number, y: number, lines: readonly string[], look: Look = {}): number {
    const pitch = 1.3 * (look.size ?? 10);
    for (const [k, line] of lines.entries()) this.put(x, y + k * pitch, line, look);
    return y + lines.length * pitch;
  }

  /** Running text broken at a column's width; returns the next line's y. */
  text(x: number, y: number, width: number, words: string, look: Look = {}): number {
    return this.lines(x, y, wrap(words, Math.floor(width / (LETTER * (look.size ?? 10)))), look);
  }

  /** The page; `order` puts its items in another content order. */
  done(order: (items: PdfItem[]) => PdfItem[] = (items) => items): PdfPage {
    const { page, width, height } = this;
    return { page, width, height, toDisplay: [1, 0, 0, -1, 0, height], items: order([...this.items]) };
  }
}

function wrap(words: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
