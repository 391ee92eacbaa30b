import { createHash } from 'node:crypto';

/** PDF files made from nothing, byte by byte: small, the same each time, and as wrong as a test wants them. */
export interface PdfPlan {
  pages: PagePlan[];
  title?: string;
  /** Contents to click in: titles with their pages, 1 first. */
  outline?: { title: string; page: number }[];
  /** JavaScript that the document wants to run when it is opened. */
  script?: string;
  /** Locks the document: RC4 with 40 bits, the oldest way that PDF has (ISO 32000-1, 7.6.3). */
  password?: string;
  /** Names of pages: from that page on (1 first), in a style of ISO 32000-2, 12.4.2 (`r` i, ii, `D` 1, 2), behind a prefix. */
  labels?: { from: number; style?: 'r' | 'D'; prefix?: string }[];
  /** Files that are fastened to the document; Latin-1. */
  attachments?: { name: string; description?: string; content: string }[];
  /** Bytes that nothing refers to, so that the file is large. */
  ballast?: number;
}

export interface PagePlan {
  /** Lines of text from the top, 12 points high; Latin-1. */
  lines?: string[];
  /** The lines are numbers of glyphs in a font that does not say which letters those are. */
  hasNoLetters?: boolean;
  /** Words at places of their own. */
  words?: readonly PlacedWord[];
  /** Points; A4 when absent. */
  width?: number;
  height?: number;
  rotate?: number;
  /** Links in lines: the whole line leads to an address or to a page. */
  links?: { line: number; to: string | number }[];
  /** A text field with this name. */
  field?: string;
  /** A grey picture of so many pixels a side, a byte each, behind the page's text: a scan. */
  picture?: { side: number; grey?: number; length?: 'in its dictionary' | 'in an object' | 'too long' };
}

/** A word with the place of its foot, in PDF points from the page's lower left corner; Latin-1. */
export interface PlacedWord {
  x: number;
  y: number;
  size: number;
  text: string;
}

const MARGIN = 50;
const LEADING = 18;

/** @returns the file's bytes */
export function makePdf(plan: PdfPlan): Buffer {
  const file = new PdfFile(plan.password);
  // First, so that a file that is cut has its root.
  const root = file.reserve();
  const font = file.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const mute = plan.pages.some(({ hasNoLetters }) => hasNoLetters) ? addMuteFont(file) : null;
  const tree = file.reserve();
  const pages = plan.pages.map(() => file.reserve());
  const fields: number[] = [];
  plan.pages.forEach((page, index) => {
    const { width = 595, height = 842, lines = [], words = [], rotate = 0 } = page;
    const at = (line: number) => height - MARGIN - line * LEADING;
    const placed = [...lines.map((text, row) => ({ x: MARGIN, y: at(row), size: 12, text })), ...words];
    const picture = page.picture && addPicture(file, page.picture);
    const content = file.addStream(
      [
        ...(picture ? [`q ${width} 0 0 ${height} 0 0 cm /I Do Q`] : []),
        ...placed.map(({ x, y, size, text }) => {
          const [name, shown] = page.hasNoLetters ? ['F2', glyphNumbers(text)] : ['F1', `(${escapeText(text)})`];
          return `BT /${name} ${size} Tf ${x} ${y} Td ${shown} Tj ET`;
        }),
      ].join('\n'),
    );
    const annotations = (page.links ?? []).map(({ line, to }) => {
      const rect = `[${MARGIN} ${at(line) - 4} ${MARGIN + 300} ${at(line) + 12}]`;
      const action =
        typeof to === 'number' ? `/Dest [${pages[to - 1]} 0 R /Fit]` : `/A << /S /URI /URI (${escapeText(to)}) >>`;
      return file.add(`<< /Type /Annot /Subtype /Link /Rect ${rect} /Border [0 0 0] ${action} >>`);
    });
    if (page.field) {
      const rect = `[${MARGIN} 100 ${MARGIN + 200} 124]`;
      fields.push(
        file.add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (${page.field}) /V (ifyllt) /Rect ${rect} /F 4 >>`),
      );
      annotations.push(fields.at(-1) as number);
    }
    file.set(
      pages[index] as number,
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R ${mute ? `/F2 ${mute} 0 R` : ''} >> ${picture ? `/XObject << /I ${picture} 0 R >>` : ''} >> /Annots [${annotations.map((each) => `${each} 0 R`).join(' ')}] >>`,
    );
  });
  file.set(tree, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((each) => `${each} 0 R`).join(' ')}] >>`);
  const outline = addOutline(file, plan.outline ?? [], pages);
  const form = fields.length ? `/AcroForm << /Fields [${fields.map((each) => `${each} 0 R`).join(' ')}] >>` : '';
  const script = plan.script ? `/OpenAction << /S /JavaScript /JS (${escapeText(plan.script)}) >>` : '';
  const labels = (plan.labels ?? []).map(
    ({ from, style, prefix }) =>
      `${from - 1} << ${style ? `/S /${style}` : ''} ${prefix ? `/P (${escapeText(prefix)})` : ''} >>`,
  );
  const named = labels.length ? `/PageLabels << /Nums [${labels.join(' ')}] >>` : '';
  const attached = addAttachments(file, plan.attachments ?? []);
  file.set(root, `<< /Type /Catalog /Pages ${tree} 0 R ${outline} ${form} ${script} ${named} ${attached} >>`);
  if (plan.ballast) file.addStream(' '.repeat(plan.ballast));
  const info = file.add(`<< /Title (${escapeText(plan.title ?? '')}) >>`);
  return file.bytes(root, info);
}

function addAttachments(file: PdfFile, attachments: NonNullable<PdfPlan['attachments']>): string {
  const names = attachments.map(({ name, description = '', content }) => {
    const bytes = file.addStream(content, '/Type /EmbeddedFile');
    const about = `/F (${escapeText(name)}) /Desc (${escapeText(description)}) /EF << /F ${bytes} 0 R >>`;
    return `(${escapeText(name)}) ${file.add(`<< /Type /Filespec ${about} >>`)} 0 R`;
  });
  return names.length ? `/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >>` : '';
}

function addPicture(
  file: PdfFile,
  { side, grey = 200, length = 'in its dictionary' }: NonNullable<PagePlan['picture']>,
) {
  const data = Buffer.alloc(side * side, grey);
  const own = length === 'in its dictionary' ? undefined : length === 'too long' ? data.length + 900 : 'object';
  const head = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
  const picture = file.addStream(data, head, own === 'object' ? `${file.count + 2} 0 R` : own);
  if (own === 'object') file.add(String(data.length));
  return picture;
}

/** A font of glyph numbers without a Unicode map, as some programs write all of theirs. */
function addMuteFont(file: PdfFile): number {
  const about = file.add(
    '<< /Type /FontDescriptor /FontName /Mute /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const glyphs = file.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mute /DW 550 /FontDescriptor ${about} 0 R ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
  );
  return file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Mute /Encoding /Identity-H /DescendantFonts [${glyphs} 0 R] >>`,
  );
}

/** In TrueType fonts the space is mostly glyph 3, the others follow as in ASCII. */
function glyphNumbers(text: string): string {
  const numbers = [...text].map((letter) => Math.max(1, letter.charCodeAt(0) - 29));
  return `<${numbers.map((number) => number.toString(16).padStart(4, '0')).join('')}>`;
}

function addOutline(file: PdfFile, entries: { title: string; page: number }[], pages: number[]): string {
  if (entries.length === 0) return '';
  const root = file.reserve();
  const items = entries.map(() => file.reserve());
  entries.forEach(({ title, page }, index) => {
    const before = index > 0 ? `/Prev ${items[index - 1]} 0 R` : '';
    const after = index < items.length - 1 ? `/Next ${items[index + 1]} 0 R` : '';
    file.set(
      items[index] as number,
      `<< /Title (${escapeText(title)}) /Parent ${root} 0 R ${before} ${after} /Dest [${pages[page - 1]} 0 R /Fit] >>`,
    );
  });
  file.set(root, `<< /Type /Outlines /First ${items[0]} 0 R /Last ${items.at(-1)} 0 R /Count ${items.length} >>`);
  return `/Outlines ${root} 0 R`;
}

const escapeText = (text: string): string => text.replace(/[\\()]/g, '\\$&');

class PdfFile {
  readonly #objects: (string | { dictionary: string; length?: string | number; data: Buffer })[] = [];
  readonly #lock: Lock | null;

  constructor(password?: string) {
    this.#lock = password === undefined ? null : new Lock(password);
  }

  reserve(): number {
    return this.#objects.push('');
  }

  set(number: number, dictionary: string): void {
    this.#objects[number - 1] = dictionary;
  }

  add(dictionary: string): number {
    return this.#objects.push(dictionary);
  }

  get count(): number {
    return this.#objects.length;
  }

  /** @param length what the dictionary says in place of the true length */
  addStream(content: string | Buffer, dictionary = '', length?: string | number): number {
    const data = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    return this.#objects.push({ dictionary, length, data });
  }

  bytes(root: number, info: number): Buffer {
    const lock = this.#lock;
    const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe5\xe4\xf6\xff\n', 'latin1')];
    const offsets: number[] = [];
    let size = parts[0]?.length ?? 0;
    const put = (part: Buffer | string) => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(bytes);
      size += bytes.length;
    };
    this.#objects.forEach((object, index) => {
      offsets.push(size);
      put(`${index + 1} 0 obj\n`);
      if (typeof object === 'string') {
        put(lock ? lock.strings(object, index + 1) : object);
      } else {
        const data = lock ? lock.encrypt(object.data, index + 1) : object.data;
        put(`<< ${object.dictionary} /Length ${object.length ?? data.length} >>\nstream\n`);
        put(data);
        put('\nendstream');
      }
      put('\nendobj\n');
    });
    const table = size;
    put(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
    for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
    const id = createHash('md5').update(Buffer.concat(parts)).digest('hex');
    const trailer = `/Size ${offsets.length + 1} /Root ${root} 0 R /Info ${info} 0 R`;
    const named = lock ? `/ID [<${Lock.id}> <${Lock.id}>] ${lock.dictionary()}` : `/ID [<${id}> <${id}>]`;
    put(`trailer\n<< ${trailer} ${named} >>\nstartxref\n${table}\n%%EOF\n`);
    return Buffer.concat(parts);
  }
}

/** The standard security handler, revision 2: algorithms 1 to 4 of ISO 32000-1, 7.6. */
class Lock {
  static readonly id = '52657669736f726e614c617365724d65';
  static readonly #padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  readonly #owner: Buffer;
  readonly #key: Buffer;

  constructor(password: string) {
    const padded = Buffer.concat([Buffer.from(password, 'latin1'), Lock.#padding]).subarray(0, 32);
    this.#owner = rc4(md5(padded).subarray(0, 5), padded);
    const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
    this.#key = md5(Buffer.concat([padded, this.#owner, permissions, Buffer.from(Lock.id, 'hex')])).subarray(0, 5);
  }

  dictionary(): string {
    const user = rc4(this.#key, Lock.#padding);
    return `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${this.#owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  }

  encrypt(data: Buffer, object: number): Buffer {
    const salted = Buffer.concat([this.#key, Buffer.from([object & 255, (object >> 8) & 255, object >> 16, 0, 0])]);
    return rc4(md5(salted).subarray(0, 10), data);
  }

  /** The strings of a dictionary; this project's own have no nested parentheses. */
  strings(dictionary: string, object: number): string {
    return dictionary.replace(/\(((?:[^()\\]|\\.)*)\)/g, (_, text: string) => {
      const plain = Buffer.from(text.replace(/\\(.)/g, '$1'), 'latin1');
      return `<${this.encrypt(plain, object).toString('hex')}>`;
    });
  }
}

function md5(data: Buffer): Buffer {
  return createHash('md5').update(data).digest();
}

/** Node's own RC4 is gone with OpenSSL 3. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }),
  );
}
