import type { Line } from '../text/lines';
import { readMarker } from '../text/markers';
import { isTitle } from '../text/titles';

/** What is known of a block that may be a heading. */
export interface TitleLook {
  words: string;
  lineCount: number;
  /** Size of its letters over the body's. */
  ratio: number;
  /** All in a font that the body text does not have. */
  emphasised: boolean;
  /** More white than between lines stands above, below. */
  gapAbove: boolean;
  gapBelow: boolean;
  /** Words of the blocks before and behind, as far as they are known. */
  before: string;
  behind: string;
  noisy: boolean;
}

const LARGE = 1.12;
const LARGE_IN_NOISE = 1.4;
const LONGEST = 220;
const LONGEST_EMPHASISED = 130;
const LONGEST_PLAIN = 100;
const MOST_LINES = 4;
/** Ratio of sizes and the level of headings so large; below them only weight tells. */
const LEVELS: readonly [number, number][] = [
  [1.7, 1],
  [1.35, 2],
  [LARGE, 3],
];
const SMALLEST_LEVEL = 4;

const BEGINS = /^[\p{Lu}\d"”»(§]/u;
const ENDS_A_SENTENCE = /[.,;:]$/;
const CAPTION = /^(?:tabell|diagram|figur|bild|källa|not)\b/i;
const ANSWER = /^(?:ja|nej|delvis|i huvudsak|till \S+ (?:\S+ )?del|ej uppfyll\S*|uppfyll\S*|delvis uppfyll\S*)\.?$/i;
/** Words that no title ends with. */
const CUT = /\s(?:och|av|för|med|till|att|som|i|på|en|ett|den|det|de|eller|samt|om|vid|från|är|har|under)$/;

/** The level of a heading, 1–6; 0 for a block that is none. */
export function headingLevel(look: TitleLook): number {
  const { words, ratio, emphasised, noisy } = look;
  if (words.length > LONGEST || look.lineCount > MOST_LINES || !BEGINS.test(words) || !/\p{L}{2}/u.test(words))
    return 0;
  const marker = readMarker(words, 0, words.length);
  const numbered = marker?.kind === 'number' && marker.closing !== ')';
  if (marker && !numbered) return 0;
  const depth = numbered ? marker.depth : 0;
  const large = ratio >= (noisy ? LARGE_IN_NOISE : LARGE);
  if (ENDS_A_SENTENCE.test(words) || CUT.test(words) || ANSWER.test(words)) return 0;
  const bySize = LEVELS.find(([least]) => ratio >= least - 0.001)?.[1] ?? SMALLEST_LEVEL;
  if (large) return Math.max(bySize, depth);
  if (ratio < 0.9 || CAPTION.test(words)) return 0;
  const level = Math.min(6, Math.max(SMALLEST_LEVEL, depth));
  if (emphasised && words.length <= LONGEST_EMPHASISED && (look.gapAbove || look.before === '')) return level;
  if (look.lineCount > 2 || words.length > LONGEST_PLAIN) return 0;
  if (depth > 1 && look.gapAbove) return level;
  if (numbered) return isLonelyNumber(look, marker.value ?? 0) && marker.closing === '' ? level : 0;
  return look.lineCount === 1 && looksLikeTitle(look) ? level : 0;
}

/** True for a numbered line that no list counts on from. */
function isLonelyNumber(look: TitleLook, value: number): boolean {
  const of = (words: string) => {
    const marker = readMarker(words, 0, words.length);
    return marker?.kind === 'number' && marker.depth === 1 ? (marker.value ?? null) : null;
  };
  return look.gapAbove && of(look.before) !== value - 1 && of(look.behind) !== value + 1;
}

/** Asks the reader of plain text, with the lines above and below. */
function looksLikeTitle({ before, words, behind, gapAbove, gapBelow }: TitleLook): boolean {
  if (behind === '') return false;
  const text = `${before}\n${words}\n${behind}`;
  const line = (start: number, end: number, gap: boolean): Line => ({
    start,
    end,
    last: text.charCodeAt(end - 1),
    indent: 0,
    gap,
    pageBreak: false,
    marker: readMarker(text, start, end),
    tabbed: false,
    piped: false,
    wide: false,
    tagged: false,
    furniture: false,
  });
  const start = before.length + 1;
  const end = start + words.length;
  return isTitle(text, line(start, end, gapAbove), {
    previous: before === '' ? undefined : line(0, before.length, true),
    next: line(end + 1, text.length, gapBelow),
    width: 95,
    cut: false,
  });
}
