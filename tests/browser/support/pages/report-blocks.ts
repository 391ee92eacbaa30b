/**
 * A reader of the real reports that shares nothing with reading/: it makes the web pages that the
 * extension is tested on, so a mistake of reading/ cannot hide behind the same mistake here.
 */

export type ReportBlock =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'item'; depth: number; text: string }
  | { type: 'row'; cells: string[] }
  | { type: 'contents'; text: string; page: string }
  | { type: 'footnote'; mark: string; text: string }
  | { type: 'furniture'; text: string };

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const footnote = /^(?:<sup>(\d+)<\/sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]+))\s+(.+)$/s;
const bullet = /^(\s*)(?:[-•►●·]|o(?= \S))\s+(.*)$/;
const markdownHeading = /^(#{1,6})\s+(.*)$/s;
const numberedHeading = /^(\d+(?:\.\d+)*)\.?[ \t]+\*?\p{Lu}[^\n]*$/u;
const contentsLine = /^(\d+(?:\.\d+)*)\t(.+?)[ .]*\t?(\d+)$/;

/** Blocks of a report's text in reading order, with paragraphs that page breaks tore apart joined again. */
export function reportBlocks(source: string): ReportBlock[] {
  const chunks = source
    .replaceAll('\f', '\n\n')
    .split(/\n[ \t]*\n+/)
    .map((chunk) => chunk.replace(/^\n+|\s+$/g, ''))
    .filter((chunk) => chunk.trim() && chunk.trim() !== '---');
  const times = new Map<string, number>();
  for (const chunk of chunks) times.set(chunk.trim(), (times.get(chunk.trim()) ?? 0) + 1);
  const seen = new Set<string>();
  const blocks = chunks.flatMap((chunk): ReportBlock[] => {
    const text = chunk.trim();
    // What stands three times or more on its own is a running page header; its first time may be the cover's.
    const repeated = (times.get(text) ?? 0) >= 3 && !bullet.test(chunk) && !text.endsWith(':');
    if (repeated && seen.has(text)) return [{ type: 'furniture', text }];
    seen.add(text);
    return chunkBlocks(chunk);
  });
  return joinTorn(withTitle(blocks));
}

/** A report that marks no title has it as the first paragraph of its cover. */
function withTitle(blocks: ReportBlock[]): ReportBlock[] {
  const [first, ...rest] = blocks;
  const titled = blocks.some((block) => block.type === 'heading' && block.level === 1);
  const likely = first?.type === 'paragraph' && first.text.length < 200 && /^\p{Lu}[^\d]*[^.]$/u.test(first.text);
  return likely && !titled ? [{ type: 'heading', level: 1, text: first.text }, ...rest] : blocks;
}

function chunkBlocks(chunk: string): ReportBlock[] {
  const note = footnote.exec(chunk);
  if (note) return [{ type: 'footnote', mark: note[1] ?? plainDigits(note[2] ?? ''), text: oneLine(note[3] ?? '') }];
  const heading = headingOf(chunk);
  if (heading) return [heading];
  const blocks: ReportBlock[] = [];
  let open: { type: 'paragraph' | 'item'; text: string } | undefined;
  for (const line of chunk.split('\n')) {
    const contents = contentsLine.exec(line);
    const item = bullet.exec(line);
    if (contents) {
      blocks.push({ type: 'contents', text: `${contents[1]} ${contents[2]}`, page: contents[3] ?? '' });
      open = undefined;
    } else if (line.includes('\t')) {
      blocks.push({ type: 'row', cells: line.split('\t').map((cell) => cell.trim()) });
      open = undefined;
    } else if (item) {
      const block: ReportBlock = { type: 'item', depth: item[1] ? 2 : 1, text: (item[2] ?? '').trim() };
      blocks.push(block);
      open = block;
    } else if (open) {
      open.text += ` ${line.trim()}`;
    } else {
      const block: ReportBlock = { type: 'paragraph', text: line.trim() };
      blocks.push(block);
      open = block;
    }
  }
  return blocks;
}

function headingOf(chunk: string): ReportBlock | undefined {
  const markdown = markdownHeading.exec(chunk);
  if (markdown) return { type: 'heading', level: (markdown[1] ?? '').length, text: unmarked(markdown[2] ?? '') };
  const plain = unmarked(chunk);
  const numbered = numberedHeading.exec(plain);
  if (numbered && plain.length < 220 && !contentsLine.test(chunk)) {
    return { type: 'heading', level: Math.min(1 + (numbered[1] ?? '').split('.').length, 6), text: plain };
  }
  if (chunk.includes('\n') || chunk.includes('\t') || bullet.test(chunk)) return undefined;
  const short = plain.length < 90 && /^\p{Lu}/u.test(plain) && !/[.:;,!?]$/.test(plain);
  return short ? { type: 'heading', level: 3, text: plain } : undefined;
}

/** A page break leaves half a sentence, then furniture and footnotes, then the other half. */
function joinTorn(blocks: ReportBlock[]): ReportBlock[] {
  const joined: ReportBlock[] = [];
  for (const block of blocks) {
    const torn = joined.findLast((earlier) => earlier.type !== 'furniture' && earlier.type !== 'footnote');
    const goesOn = block.type === 'paragraph' && /^\p{Ll}/u.test(block.text);
    const open = (torn?.type === 'paragraph' || torn?.type === 'item') && /[^.:;!?]$/.test(torn.text);
    const last = joined.at(-1);
    if (goesOn && open) torn.text += ` ${block.text}`;
    else if (block.type === 'row' && block.cells[0] === '' && last?.type === 'row') {
      last.cells[1] = `${last.cells[1] ?? ''} ${block.cells.slice(1).join(' ')}`;
    } else joined.push(block);
  }
  return joined;
}

function unmarked(text: string): string {
  return oneLine(text.replace(/^\*{1,3}|\*{1,3}$/g, ''));
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** Superscript digits as ordinary ones. */
export function plainDigits(marks: string): string {
  return [...marks].map((mark) => superscripts.indexOf(mark)).join('');
}
