/** Half-open span of a sentence in healed text. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

const BOUNDARY = /[.!?…]["”»’)]?\s+(?=["”»(–-]?\s?[\p{Lu}\d•])/gu;
/** Abbreviations whose stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?fl|m\.?\s?m|d\.?\s?v\.?\s?s|dvs|s\.?\s?k|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|kap|st|p|ca|nr|resp|inkl|exkl|jfr|f\.?\s?d|e\.?\s?d|o\.?\s?d|etc|avs|sid|s|dnr|kl|tfn|tf|prop|art|bet|div|max|min|\p{L}|\d{1,2})$/iu;
const LONGEST_ABBREVIATION = 12;
/** No abbreviation has as many small letters in a row. */
const LONG_WORD = 5;

/** True for a stop that ends an abbreviation and no sentence. */
function isAbbreviation(text: string, from: number, stop: number): boolean {
  return (
    !endsLongWord(text, from, stop) && ABBREVIATION.test(text.slice(Math.max(from, stop - LONGEST_ABBREVIATION), stop))
  );
}

function endsLongWord(text: string, from: number, stop: number): boolean {
  if (stop - from < LONG_WORD) return false;
  for (let at = stop - LONG_WORD; at < stop; at++) if (!isSmallLetter(text.charCodeAt(at))) return false;
  return true;
}

/** True for `a`–`z`, `å`, `ä` and `ö`. */
function isSmallLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 0xe5 || code === 0xe4 || code === 0xf6;
}

/** Splits healed text into sentences. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  BOUNDARY.lastIndex = 0;
  for (let match = BOUNDARY.exec(text); match; match = BOUNDARY.exec(text)) {
    const [ending] = match;
    const at = match.index;
    if (ending[0] === '.' && isAbbreviation(text, from, at)) continue;
    const to = at + ending.trimEnd().length;
    if (to > from) sentences.push({ from, to });
    from = at + ending.length;
  }
  const to = text.trimEnd().length;
  if (to > from) sentences.push({ from, to });
  return sentences;
}
