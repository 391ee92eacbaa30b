import { words } from './endings';
import { DIGIT_AS_LETTER, isCombining, LETTER, LETTERS_END, letterOf } from './fold';
import { behindLineHyphen } from './hyphens';
import { Gap, Token } from './tokens';
import { TAIL, tailOf } from './word-slots';
import { mayMeanSomething, Word, wordInfo } from './words';

const SOFT_HYPHEN = 0xad;
const SMALL_L = 108;
const CAPITAL_I = 73;
const CAPITAL_O = 79;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?\/?>/y;
const ENTITY = /&(?:#(\d{2,4})|([a-zA-Z]{2,6}));/y;
const SUPERSCRIPT_TAG = /<sup>\s{0,3}(?:\[\s{0,2})?\d{1,3}(?:\s{0,2}\])?\s{0,3}<\/sup>/y;
const MARKDOWN_FOOTNOTE = /\[(?:\^\w{1,6}|\d{1,3})\]:?/y;
const LAST_PIECES = ['lag', 'balken', 'ordningen', 'förordningen'];
const LAST_PIECE = /(?:lag|lagen|lagens|balken|balkens|ordningen|förordningen)\b/y;
/** Letters before a hyphen that is no part of a name, as that of `VA-lagen` and `öppna data-lagen`. */
const LONG_PIECE = 6;
const STAYS_HYPHENATED = /(?:och|eller|samt|resp|respektive|med)\b/y;
const BLOCK_TAGS = words('p li ul ol td th tr div table h1 h2 h3 h4 h5 h6');
/** A number with `l`, `I` for 1 or `O` for 0 that scanning misread, before a chapter, a section or a colon form: `l4 kap.`, `1O §`, `l4:1`. */
const MISREAD_NUMBER = /(?:[lI]\d{1,2}|\dO|\d(?:I|l(?=:)))(?=(?: ?[a-h])?[\s\u00a0]{0,2}(?:kap|§|paragraf)|:[\dlI])/y;
/** What follows a digit that is a number and no damaged word: `6kap`, `1st`, `4mom`. */
const AFTER_NUMBER = /(?:kap|st|p\b|punkt|mom|paragraf|§)/iy;

const ENTITY_CHAR: Readonly<Record<string, string>> = {
  nbsp: ' ',
  sect: '§',
  amp: '&',
  shy: '\u00ad',
  ndash: '–',
  mdash: '—',
  thinsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0xfeff ||
    code === 12
  );
}

function isSuperscript(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || code === 0x2070 || (code >= 0x2074 && code <= 0x2079);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Reads text[from, to) into tokens, appended to `out`.
 * @param gap how far the first token stands from the one before it
 */
export function lex(text: string, from: number, to: number, gap: number, out: Token[]): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (gap < Gap.space) gap = Gap.space;
      at++;
    } else if (code === 10 || code === 13) {
      // A second line break within white space ends the paragraph.
      if (code === 10) gap = gap === Gap.line && blankBefore(text, at) ? Gap.block : Math.max(gap, Gap.line);
      at++;
    } else if (isDigit(code)) {
      const next = text.charCodeAt(at + 1);
      const misread =
        (next === SMALL_L || next === CAPITAL_I || next === CAPITAL_O) && readMisreadNumber(text, at, to, gap, out);
      const word = !misread && wordAfterDigit(text, at, to);
      if (misread) at = misread;
      else if (word) at = readWord(text, at, to, gap, out);
      else at = readNumber(text, at, to, gap, out);
      gap = Gap.none;
    } else if (letterOf(code)) {
      at =
        ((code === SMALL_L || code === CAPITAL_I) &&
          isDigit(text.charCodeAt(at + 1)) &&
          readMisreadNumber(text, at, to, gap, out)) ||
        readWord(text, at, to, gap, out);
      gap = Gap.none;
    } else if (code === 0xa7) {
      at = pushSection(text, at, at + 1, to, gap, out);
      gap = Gap.none;
    } else if (
      code === 0x2a ||
      code === 0x5f ||
      code === 0x60 ||
      code === 0x7e ||
      code === 0x5c ||
      code === SOFT_HYPHEN
    ) {
      at++;
    } else if (isSuperscript(code) || isCombining(code)) {
      at++;
    } else if (code === 0x3c) {
      const footnote = matchAt(SUPERSCRIPT_TAG, text, at);
      const tag = footnote ?? matchAt(TAG, text, at);
      if (tag) {
        at += tag[0].length;
        const name = tag[2]?.toLowerCase() ?? '';
        if (BLOCK_TAGS.has(name)) gap = Gap.block;
        else if (name === 'br') gap = Math.max(gap, Gap.line);
      } else at = pushSign(text, at, gap, out);
      if (!tag) gap = Gap.none;
    } else if (code === 0x26) {
      const entity = matchAt(ENTITY, text, at);
      const char = entity && (entity[1] ? String.fromCharCode(Number(entity[1])) : ENTITY_CHAR[entity[2] as string]);
      if (entity && char) {
        const end = at + entity[0].length;
        if (char === '§') {
          at = pushSection(text, at, end, to, gap, out);
          gap = Gap.none;
        } else {
          if (char.trim() === '') gap = Math.max(gap, Gap.space);
          else if (char !== '\u00ad') {
            out.push(new Token('sign', at, end, gap, 0, char, char));
            gap = Gap.none;
          }
          at = end;
        }
      } else {
        at = pushSign(text, at, gap, out);
        gap = Gap.none;
      }
    } else if (code === 0x5b && matchAt(MARKDOWN_FOOTNOTE, text, at)) {
      at = MARKDOWN_FOOTNOTE.lastIndex;
    } else {
      at = pushSign(text, at, gap, out);
      gap = Gap.none;
    }
  }
}

function blankBefore(text: string, at: number): boolean {
  let k = at - 1;
  while (k >= 0 && (isSpace(text.charCodeAt(k)) || text.charCodeAt(k) === 13)) k--;
  return text.charCodeAt(k) === 10;
}

function pushSign(text: string, at: number, gap: number, out: Token[]): number {
  const char = text[at] as string;
  out.push(new Token('sign', at, at + 1, gap, 0, char, char));
  return at + 1;
}

/** `§`, `§§` and `§ §` are one token. */
function pushSection(text: string, start: number, end: number, to: number, gap: number, out: Token[]): number {
  let value = '§';
  let k = end;
  if (isSpace(text.charCodeAt(k))) k++;
  if (k < to && text.charCodeAt(k) === 0xa7) {
    value = '§§';
    end = k + 1;
  }
  out.push(new Token('section', start, end, gap, 0, value, value));
  return end;
}

/** True where a digit begins a word that scanning damaged: `6verenskommelse`, `4ndamål`; not in `6kap`, `4st`. */
function wordAfterDigit(text: string, at: number, to: number): boolean {
  const char = text[at] as string;
  if (char !== '6' && char !== '4') return false;
  if (at > 0 && isDigit(text.charCodeAt(at - 1))) return false;
  for (let k = at + 1; k <= at + 4; k++) if (k >= to || !letterOf(text.charCodeAt(k))) return false;
  return !matchAt(AFTER_NUMBER, text, at + 1);
}

/** The number at `start`, its misread figures mended; its end, or 0 where none stands there. */
function readMisreadNumber(text: string, start: number, to: number, gap: number, out: Token[]): number {
  if (start > 0 && (letterOf(text.charCodeAt(start - 1)) || isDigit(text.charCodeAt(start - 1)))) return 0;
  const found = matchAt(MISREAD_NUMBER, text, start);
  const end = start + (found?.[0].length ?? 0);
  if (!found || end > to) return 0;
  const value = found[0].replace(/[lI]/g, '1').replace('O', '0');
  out.push(new Token('number', start, end, gap, Word.mended, value, ''));
  return end;
}

function readNumber(text: string, start: number, to: number, gap: number, out: Token[]): number {
  let at = start;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  const value = text.slice(start, at);
  let raw = '';
  const next = text.charCodeAt(at);
  if (at < to && letterOf(next) && !letterOf(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at + 1))) {
    const letter = (text[at] as string).toLowerCase();
    if (letter !== 'p' && ((letter >= 'a' && letter <= 'z') || letter === 'å' || letter === 'ä' || letter === 'ö')) {
      raw = letter;
      at++;
    }
  }
  out.push(new Token('number', start, at, gap, 0, value, raw));
  return at;
}

function readWord(text: string, start: number, to: number, gap: number, out: Token[]): number {
  let at = start;
  let tail = 0;
  let code = 0;
  for (; at < to; at++) {
    code = text.charCodeAt(at);
    const letter = code < LETTERS_END ? (LETTER[code] as number) : 0;
    if (letter === 0) break;
    tail = (tail << 5) | letter;
  }
  if (at === start || (at < to && !endsWord(code))) return readBrokenWord(text, start, to, gap, out);
  tail &= TAIL;
  if (mayMeanSomething(tail) || beginsWithCapitals(text, start)) {
    const { value, raw, flags } = wordInfo(text.slice(start, at));
    out.push(new Token('word', start, at, gap, flags, value, raw, tail));
  } else out.push(new Token('word', start, at, gap, 0, undefined, text, tail));
  return at;
}

/** True where the first two letters may be capitals: neither is one of `a`–`z`. */
function beginsWithCapitals(text: string, start: number): boolean {
  return !isSmallLetter(text.charCodeAt(start)) && !isSmallLetter(text.charCodeAt(start + 1));
}

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;

/** Characters that end a word for sure: no hyphen, no digit, no mark that may stand within one. */
const endsWord = (code: number): boolean =>
  code === 32 || code === 10 || code === 44 || code === 46 || code === 41 || code === 58 || code === 13;

/** A word with soft hyphens, line-end hyphens, accents or misread letters in it. */
function readBrokenWord(text: string, start: number, to: number, gap: number, out: Token[]): number {
  let at = start;
  let raw = '';
  let end = start;
  while (at < to) {
    const code = text.charCodeAt(at);
    const letter = letterOf(code);
    if (letter) {
      raw += text[at];
      end = ++at;
    } else if (isCombining(code)) {
      end = ++at;
    } else if (code === SOFT_HYPHEN || code === 0x2d || code === 0x2010 || code === 0x2011) {
      // `Socialtjänst-lagen`: the line end behind the hyphen is lost.
      const joined =
        at - start >= LONG_PIECE && matchAt(LAST_PIECE, text, at + 1) ? at + 1 : joinedAfterHyphen(text, at, to);
      if (joined < 0 || joined >= to) break;
      at = joined;
    } else if (code === 0x26) {
      const entity = matchAt(ENTITY, text, at);
      const char = entity && ENTITY_CHAR[entity[2] ?? ''];
      if (!entity || !char || !(char === '\u00ad' || letterOf(char.charCodeAt(0)))) break;
      if (char !== '\u00ad') raw += char;
      at += entity[0].length;
      end = at;
    } else if (isDigit(code) && isDamagedLetter(text, start, at, to)) {
      raw += text[at];
      end = ++at;
    } else if (code === 0x2a && text.charCodeAt(at + 1) === 0x2a && /[a-zåäö]/.test(text[at + 2] as string)) {
      at += 2;
    } else break;
  }
  const info = wordInfo(raw);
  out.push(new Token('word', start, end, gap, info.flags, info.value, raw, tailOf(info.value)));
  return end;
}

/** Where the word goes on behind a hyphen of layout, or −1 where the hyphen is the author's. */
function joinedAfterHyphen(text: string, at: number, to: number): number {
  const next = text.charCodeAt(at + 1);
  const isSoft = text.charCodeAt(at) === SOFT_HYPHEN;
  if (letterOf(next)) return isSoft ? at + 1 : -1;
  const line = behindLineHyphen(text, at + 1, to);
  if (line > 0) return matchAt(STAYS_HYPHENATED, text, line) ? -1 : line;
  // `socialtjänst- lagen`
  const isSplit =
    !isSoft &&
    (next === 32 || next === 0xa0) &&
    LAST_PIECES.some((piece) => text.startsWith(piece, at + 2)) &&
    matchAt(LAST_PIECE, text, at + 2);
  return isSplit ? at + 2 : -1;
}

/** A digit within a word, with letters on both sides: `bed6mer`, `f6rvaltningslagen`. */
function isDamagedLetter(text: string, start: number, at: number, to: number): boolean {
  if (!DIGIT_AS_LETTER[text[at] as string]) return false;
  if (at === start) return true;
  if (text[at] === '0' && at === start + 1 && text[start] === 'S' && (text[at + 1] === 'L' || text[at + 1] === 'I'))
    return true;
  return (
    at + 2 < to &&
    letterOf(text.charCodeAt(at + 1)) > 0 &&
    letterOf(text.charCodeAt(at + 2)) > 0 &&
    !matchAt(AFTER_NUMBER, text, at + 1)
  );
}
