/** Characters before and behind a line among which the longest line tells the text's width; shorter ones tell nothing. */
const AROUND = 1200;
const LEAST_WIDTH = 50;
/** Share of the text's width that a line broken by it reaches, its next word counted in. */
const NEARLY_FULL = 0.75;
/** Characters of a line that hold its first word. */
const OPENING = 90;

/**
 * True when the first word of a line would have had room on the line above it: whoever wrote the text ended that line.
 * @param first where the line above begins
 */
export function hadRoom(text: string, first: number, { start }: { start: number }): boolean {
  const line = text.slice(first, start).trimEnd();
  // Lines that the ends of the stretch cut are shorter than they are, which says less, not more.
  const around = text.slice(Math.max(0, first - AROUND), start + AROUND).split('\n');
  const width = Math.max(...around.map(({ length }) => length));
  const word = text.slice(start, start + OPENING).search(/\s/);
  return !line.includes('\n') && width >= LEAST_WIDTH && line.length + 1 + word < width * NEARLY_FULL;
}
