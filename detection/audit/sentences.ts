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
/** No abbreviation has as many letters in a row. */
const LONG_WORD = /[a-zåäö]{6}$/;

function isAbbreviation(before: string): boolean {
  return !LONG_WORD.test(before.slice(-6)) && ABBREVIATION.test(before);
}

/** Splits healed text into sentences. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  BOUNDARY.lastIndex = 0;
  for (let match = BOUNDARY.exec(text); match; match = BOUNDARY.exec(text)) {
    const [ending] = match;
    const at = match.index;
    if (ending[0] === '.' && isAbbreviation(text.slice(Math.max(from, at - LONGEST_ABBREVIATION), at))) continue;
    const to = at + ending.trimEnd().length;
    if (to > from) sentences.push({ from, to });
    from = at + ending.length;
  }
  const to = text.trimEnd().length;
  if (to > from) sentences.push({ from, to });
  return sentences;
}
