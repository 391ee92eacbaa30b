import type { Random } from './random';

/** The same words in another medium, with the way from each offset of the first to the second. */
export interface Printing {
  text: string;
  /** Offset in the printed text for an offset in the text that was printed. */
  map(offset: number): number;
}

class Printer {
  private out = '';
  private readonly offsets: Uint32Array;

  constructor(readonly source: string) {
    this.offsets = new Uint32Array(source.length + 1);
  }

  get column(): number {
    return this.out.length - this.out.lastIndexOf('\n') - 1;
  }

  put(i: number, printed: string): void {
    this.offsets[i] = this.out.length;
    this.out += printed;
  }

  extra(printed: string): void {
    this.out += printed;
  }

  done(): Printing {
    const { offsets, out, source } = this;
    offsets[source.length] = out.length;
    return { text: out, map: (offset) => offsets[offset] ?? out.length };
  }
}

const WIDTH = 78;
const PAGE = 2400;

/** A PDF's text: lines of even width, words broken at line ends, headers and page numbers wherever a page ends. */
export function asPdf(source: string, random: Random, title = 'Granskningsrapport Ovanby kommun'): Printing {
  const printer = new Printer(source);
  let page = 1;
  let onPage = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    const isBlank = character === ' ' || character === '\n';
    if (onPage > PAGE && character === ' ') {
      printer.put(i, `\n\n${page++}\n\n${title}\n2024-05-12\n\n`);
      onPage = 0;
    } else if (character === ' ' && printer.column > WIDTH - 8) {
      printer.put(i, random.chance(0.2) ? ' \n' : '\n');
    } else if (!isBlank && printer.column >= WIDTH && breakable(source, i)) {
      printer.extra(random.chance(0.3) ? '\u00ad\n' : '-\n');
      printer.put(i, typeset(character, random));
    } else printer.put(i, typeset(character, random));
    onPage++;
  }
  return printer.done();
}

function breakable(source: string, i: number): boolean {
  return /^\p{Ll}{3}\p{Ll}{3}$/u.test(source.slice(i - 3, i + 3));
}

function typeset(character: string, random: Random): string {
  if (character === '-') return random.pick(['-', '–', '-', '‑']);
  if (character === '"') return random.pick(['”', '“', '"']);
  if (character === ' ') return random.chance(0.03) ? '\u00a0' : ' ';
  return character;
}

/** A web page's text with residue of its markup. */
export function asMarkup(source: string, random: Random): Printing {
  const printer = new Printer(source);
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    if (character === ' ' && random.chance(0.01)) printer.put(i, random.pick([' **', '** ', '&nbsp;', ' <br> ', ' _']));
    else printer.put(i, character);
  }
  return printer.done();
}

const DAMAGE: Readonly<Record<string, readonly string[]>> = {
  å: ['a', 'a', 'd', 'å', '4', 'é'],
  ä: ['a', 'a', 'i', 'd', 'ä', '4', 'é'],
  ö: ['o', '6', 'é', 'd', 'ö', 'o'],
  Å: ['A'],
  Ä: ['A'],
  Ö: ['O'],
};

/** What text recognition makes of a scan: lines, å ä ö lost in several ways, now and then another letter. */
export function asScan(source: string, random: Random, rate = 0.9): Printing {
  const printer = new Printer(source);
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    const readings = DAMAGE[character];
    if (character === ' ' && printer.column > WIDTH) printer.put(i, ' \n');
    else if (readings && random.chance(rate)) printer.put(i, random.pick(readings));
    else if (character === 'm' && random.chance(0.004)) printer.put(i, 'n');
    else if (character === 'l' && random.chance(0.004)) printer.put(i, 'i');
    else if (character === '§' && random.chance(0.2)) printer.put(i, '8');
    else printer.put(i, character);
  }
  return printer.done();
}
