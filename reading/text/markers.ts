/**
 * How a line of plain text begins: list bullets, numbers, Markdown headings, footnote marks.
 * Works on character codes: it runs on every line of a document.
 */

const TAB = 9;
const SPACE = 32;
const NO_BREAK_SPACE = 0xa0;
const CAPITAL_R = 82;

/** What a line's first characters make of it. `content` is the offset at which its own words begin. */
export interface Marker {
  kind: 'bullet' | 'number' | 'letter' | 'markdown-heading' | 'footnote';
  content: number;
  /** Same sign, same list: the bullet character, or the kind of numbering. */
  sign: string;
  /** Markdown headings: number of `#`; numbers: how many parts (`2.1` has 2). */
  depth: number;
  /** Numbers: what closes them, '' for `2 Bakgrund`, '.' for `2. Bakgrund`, ')' for `2) Bakgrund`. */
  closing?: '' | '.' | ')';
  /** Numbers: the last part, to tell whether a list counts on. */
  value?: number;
  /** The letter `o` before a small letter: a bullet where a list begins or goes on, else a word of the text. */
  doubtful?: true;
  /** A bullet that a scan made something else of: which one it was nobody knows. */
  misread?: true;
}

/** Bullets that mean nothing else at the beginning of a line; private-use signs come from Wingdings and Symbol. */
const BULLETS = new Set([...'•●►▪■◦·○‣➢➤✓✔∙⁃▶▫□▸»→⇒➔➜➡❖◆◇☐☑\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf06e\uf076\uf0a8']);
/** Signs that are bullets only with white space after them. */
const DASHES = new Set([...'-–—−*+']);
/** What optical recognition makes of a round bullet; no word, and no sentence begins so before a capital. */
const MISREAD_BULLETS = new Set([...'e¢©®°«•¤']);
const SUPERSCRIPTS = new Set([...'¹²³⁴⁵⁶⁷⁸⁹⁰']);

export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === NO_BREAK_SPACE || code === 0x202f || code === 0x2009;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Reads `1`, `2.1`, `3.1.2.` with what closes it. */
function readNumber(text: string, start: number, end: number): Marker | null {
  let at = start;
  let depth = 0;
  let value = 0;
  for (;;) {
    const from = at;
    value = 0;
    while (at < end && isDigit(text.charCodeAt(at)) && at - from < 3) value = value * 10 + text.charCodeAt(at++) - 48;
    if (at === from || (at < end && isDigit(text.charCodeAt(at)))) return null;
    depth++;
    if (text[at] === '.' && isDigit(text.charCodeAt(at + 1))) at++;
    else break;
  }
  let closing: '' | '.' | ')' = '';
  if (text[at] === '.' || text[at] === ')') closing = text[at++] as '.' | ')';
  if (at < end && !isSpace(text.charCodeAt(at))) return null;
  const content = skipSpace(text, at, end);
  // `1 enlighet med …`: a bare figure in running words (or a misread letter), no number of anything.
  if (depth === 1 && closing === '' && /\p{Ll}/u.test(text[content] ?? '')) return null;
  // `100 000 kronor`: a figure that a line end parted from its sentence.
  if (closing === '' && depth === 1 && /^\d{3}(?!\d)/.test(text.slice(content, content + 4))) return null;
  // `2 § LVU`, `3 KAP. 2 §`: a place in a law.
  if (closing === '' && /^(?:§|Kap\b|KAP\b|[A-H] ?§)/.test(text.slice(content, content + 4))) return null;
  return content < end ? { kind: 'number', content, sign: `1${closing}`, depth, closing, value } : null;
}

/** Reads `R2` in a column of its own: the auditors' number of a recommendation. */
function readCode(text: string, start: number, end: number): Marker | null {
  let at = start + 1;
  while (at < end && at < start + 3 && isDigit(text.charCodeAt(at))) at++;
  if (text[at] === '.' || text[at] === ':') at++;
  if (text.charCodeAt(at) !== TAB) return null;
  const content = skipSpace(text, at, end);
  return content < end ? { kind: 'bullet', content, sign: 'R', depth: 1 } : null;
}

/** Reads `a)`, `b.`, `(c)`, `iv)`. */
function readLetter(text: string, start: number, end: number): Marker | null {
  let at = start;
  const opened = text[at] === '(';
  if (opened) at++;
  const from = at;
  while (at < end && at - from < 4 && /[a-zå-ö]/.test(text[at] ?? '')) at++;
  const word = text.slice(from, at);
  if (word.length === 0 || (word.length > 1 && !/^[ivx]+$/.test(word))) return null;
  const closing = text[at];
  if (closing !== ')' && !(closing === '.' && word.length === 1)) return null;
  const content = skipSpace(text, at + 1, end);
  return content > at + 1 && content < end ? { kind: 'letter', content, sign: `a${closing}`, depth: 1 } : null;
}

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** True for what most lines begin with: a capital, or a small letter within a word that is neither `att` nor `iv)`. */
function beginsWord(text: string, start: number, code: number): boolean {
  if (code >= 65 && code <= 90) return true;
  return (
    isSmallLetter(code) &&
    code !== 97 &&
    isSmallLetter(text.charCodeAt(start + 1)) &&
    text[start + 2] !== ')' &&
    text[start + 3] !== ')'
  );
}

/**
 * Reads the marker of a line.
 * @param start first character that is not white space
 * @param end end of the line
 */
export function readMarker(text: string, start: number, end: number): Marker | null {
  const code = text.charCodeAt(start);
  // One sign marks nothing but a footnote.
  if (end - start < 2 && code < 128) return null;
  if (isDigit(code)) return readNumber(text, start, end);
  if (code === CAPITAL_R && isDigit(text.charCodeAt(start + 1))) return readCode(text, start, end);
  if (beginsWord(text, start, code)) return null;
  const sign = text[start] ?? '';
  if (sign === '#') {
    let at = start;
    while (text[at] === '#') at++;
    const content = skipSpace(text, at, end);
    return at - start <= 6 && content > at && content < end
      ? { kind: 'markdown-heading', content, sign: '#', depth: at - start }
      : null;
  }
  if (BULLETS.has(sign)) {
    const content = skipSpace(text, start + 1, end);
    return content < end ? { kind: 'bullet', content, sign, depth: 1 } : null;
  }
  if (DASHES.has(sign)) {
    const content = skipSpace(text, start + 1, end);
    return content > start + 1 && content < end ? { kind: 'bullet', content, sign, depth: 1 } : null;
  }
  if (sign === 'o' && isSpace(text.charCodeAt(start + 1))) {
    // Word's second-level bullet, printed as the letter o.
    const content = skipSpace(text, start + 1, end);
    const next = text.slice(content, content + 4);
    if (content >= end || !/^\p{L}/u.test(next)) return null;
    const sure = /^\p{Lu}/u.test(next) || next === 'att ';
    return { kind: 'bullet', content, sign, depth: 1, ...(sure ? {} : { doubtful: true }) };
  }
  if (MISREAD_BULLETS.has(sign) && isSpace(text.charCodeAt(start + 1))) {
    const content = skipSpace(text, start + 1, end);
    if (content < end && /\p{Lu}/u.test(text[content] ?? ''))
      return { kind: 'bullet', content, sign: '•', depth: 1, misread: true };
  }
  if (sign === 'a' && /^att(?:\t| {2})/.test(text.slice(start, start + 5))) {
    // "att" in a column of its own before each item.
    const content = skipSpace(text, start + 3, end);
    return content < end ? { kind: 'bullet', content, sign: 'att', depth: 1 } : null;
  }
  if (SUPERSCRIPTS.has(sign)) return { kind: 'footnote', content: start, sign: '¹', depth: 1 };
  if (sign === '<' && text.startsWith('<sup>', start) && isDigit(text.charCodeAt(start + 5)))
    return { kind: 'footnote', content: start, sign: '¹', depth: 1 };
  if (sign === '[' && text[start + 1] === '^') return { kind: 'footnote', content: start, sign: '¹', depth: 1 };
  if (
    sign === '(' ||
    (isSmallLetter(code) &&
      (text[start + 1] === ')' || text[start + 1] === '.' || text[start + 2] === ')' || text[start + 3] === ')'))
  )
    return readLetter(text, start, end);
  return null;
}
