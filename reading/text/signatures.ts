import type { Line } from './lines';

const MONTH = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)';
/** `2023-10-19`, `Skövde den 19 oktober 2023`, `Lund 2023-10-19`. */
const DATE = new RegExp(
  `^(?:\\p{Lu}[\\p{L} -]{1,30}?,? )?(?:den )?(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2} ${MONTH} \\d{4})$`,
  'u',
);
/** `Sofia Lindblad`, `Sofia Lindblad Jonas Ek`: capitalised words only. */
const NAMES = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: (?:af |von |de )?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,5}$/u;
const REGARDS =
  /^(?:Med vänlig(?:a)? hälsning(?:ar)?|För (?:[\p{L}-]+ ){0,4}(?:revisorer|revisorerna|revision)[,:]?$|Denna rapport har (?:upprättats|tagits fram)|Dag som ovan)/u;
const LONGEST = 120;

/** True when a line closes a document below its last sentence: place and date, names, regards, the firm's disclaimer. */
export function isSignature(text: string, line: Line): boolean {
  if (line.end - line.start > LONGEST) return REGARDS.test(text.slice(line.start, line.start + LONGEST));
  const words = text.slice(line.start, line.end).replace(/\s+/g, ' ');
  return DATE.test(words) || NAMES.test(words) || REGARDS.test(words);
}
