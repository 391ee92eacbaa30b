/** Half-open span of a sentence in healed text, and whether it ends with a stop. */
export interface Sentence {
  from: number;
  to: number;
}

const BOUNDARY = /[.!?…]["”»’)]?\s+(?=["”»(–-]?\s?[\p{Lu}\d•])/gu;
/** Abbreviations whose stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?fl|m\.?\s?m|d\.?\s?v\.?\s?s|dvs|s\.?\s?k|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|kap|st|p|ca|nr|resp|inkl|exkl|jfr|f\.?\s?d|e\.?\s?d|o\.?\s?d|etc|avs|sid|s|dnr|kl|tfn|tf|prop|art|bet|div|max|min|\p{L}|\d{1,2})$/iu;

/** Splits healed text into sentences. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  BOUNDARY.lastIndex = 0;
  for (let match = BOUNDARY.exec(text); match; match = BOUNDARY.exec(text)) {
    if (match[0][0] === '.' && ABBREVIATION.test(text.slice(Math.max(from, match.index - 12), match.index))) continue;
    const to = match.index + match[0].trimEnd().length;
    sentences.push({ from, to });
    from = match.index + match[0].length;
  }
  if (from < text.length) sentences.push({ from, to: text.trimEnd().length });
  return sentences.filter((sentence) => sentence.to > sentence.from);
}
