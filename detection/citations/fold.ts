/**
 * Folding: words are compared by letters that survive scanning. `å ä á à â` become `a`, `ö ó ø` become `o`,
 * `é è ë` become `e`; case is dropped. So `SOCIALTJÄNSTLAGEN`, `socialtjanstlagen` and `socialtjänstlagen` are one word.
 */

/** Folded letter 1–26 for every UTF-16 code unit, 0 where it is no letter. */
export const LETTER = new Uint8Array(0x1_0000);
/** No code unit from here on is a letter of it. */
export const LETTERS_END = 0x250;

for (let code = 97; code <= 122; code++) {
  LETTER[code] = code - 96;
  LETTER[code - 32] = code - 96;
}
const folds: [string, string][] = [
  ['a', 'åäáàâãæÅÄÁÀÂÃÆ'],
  ['o', 'öóòôõøÖÓÒÔÕØ'],
  ['e', 'éèëêÉÈËÊ'],
  ['u', 'üúùûÜÚÙÛ'],
  ['i', 'íìïîÍÌÏÎ'],
  ['c', 'çÇ'],
  ['n', 'ñÑ'],
];
for (const [letter, many] of folds) {
  for (const char of many) LETTER[char.charCodeAt(0)] = letter.charCodeAt(0) - 96;
}

/** Digits that scanning puts where å, ä, ö or l stood: `bed6mer`, `4ndamål`. */
export const DIGIT_AS_LETTER: Readonly<Record<string, string>> = { '6': 'o', '0': 'o', '4': 'a', '1': 'l' };

export function letterOf(code: number): number {
  return LETTER[code] ?? 0;
}

/** True for combining diaeresis, ring and acute: `a` + U+0308 is a decomposed `ä`. */
export function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x30c;
}

/** The folded form of a word: letters a–z only; hyphens, spaces and other signs are left out. */
export function foldWord(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const letter = letterOf(word.charCodeAt(i));
    if (letter) out += String.fromCharCode(96 + letter);
    else {
      const digit = DIGIT_AS_LETTER[word[i] as string];
      if (digit) out += digit;
    }
  }
  return out;
}

/** Hash of a folded word. */
export function hashFolded(folded: string): number {
  let hash = 0;
  for (let i = 0; i < folded.length; i++) hash = (Math.imul(hash, 31) + folded.charCodeAt(i) - 96) | 0;
  return hash;
}
