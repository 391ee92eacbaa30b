import type { Span } from '../../reading/types';

/**
 * A piece of text as it is meant to be read: white space runs are one space, words that a line end or a soft hyphen
 * parted are whole again, emphasis signs and tags are gone. `lower` is the same in lower case, of the same length.
 */
export class Healed {
  readonly lower: string;

  constructor(
    readonly text: string,
    /** Source offset of each character, and one more: the end. */
    private readonly offsets: Int32Array | null,
    private readonly start: number,
  ) {
    const lower = text.toLowerCase();
    this.lower =
      lower.length === text.length
        ? lower
        : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
  }

  /** Source offset of a character of this text. */
  source(at: number): number {
    return this.offsets ? (this.offsets[at] as number) : this.start + at;
  }

  /** Source span of [from, to); ends right behind its last character. */
  span(from: number, to: number): Span {
    return { start: this.source(from), end: to > from ? this.source(to - 1) + 1 : this.source(from) };
  }
}

/** Words that stand after a hyphen that belongs there: `barn- och utbildningsnämnden`. */
const AFTER_REAL_HYPHEN = /^(?:och|eller|samt|respektive|till|in|på)\b/;
const SPECIAL = /[\n\r\t\f\u00a0\u202f\u00ad*<]| {2}/;
/** What cannot be healed sign by sign: it makes the text shorter. */
const SHORTENS = /[\r\f\u00ad*<]| {2}|[\s-]\n|\n\s|\t\s/;

/** Heals a source text; several spans (a paragraph that a page break cut) are joined by a space. */
export function heal(text: string, spans: readonly Span[]): Healed {
  const only = spans.length === 1 ? (spans[0] as Span) : null;
  if (only) {
    const plain = text.slice(only.start, only.end);
    if (!SPECIAL.test(plain)) return new Healed(plain, null, only.start);
    if (!SHORTENS.test(plain)) return new Healed(plain.replace(/[\n\t\u00a0\u202f]/g, ' '), null, only.start);
  }
  const size = spans.reduce((sum, span) => sum + span.end - span.start + 1, 1);
  const offsets = new Int32Array(size);
  let healed = '';
  let from = 0;
  const put = (words: string, at: number) => {
    for (let k = 0; k < words.length; k++) offsets[healed.length + k] = at + k;
    healed += words;
  };
  for (const span of spans) {
    if (healed !== '' && !healed.endsWith(' ')) {
      offsets[healed.length] = from;
      healed += ' ';
    }
    for (let at = span.start; at < span.end; ) {
      let to = at;
      while (to < span.end && isPlain(text, to, to === at && healed.endsWith(' '))) to++;
      if (to > at) put(text.slice(at, to), at);
      at = to;
      if (at >= span.end) break;
      at = healSign(
        text,
        at,
        span.end,
        healed,
        (sign, offset) => put(sign, offset),
        () => {
          healed = healed.slice(0, -1);
        },
      );
    }
    from = span.end;
  }
  offsets[healed.length] = from;
  return new Healed(healed, offsets, 0);
}

/** Letters and single spaces between them; `spaced` when what was healed so far ends with a space. */
function isPlain(text: string, at: number, spaced: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code !== 32) return !isSpecial(code);
  return !spaced && at + 1 < text.length && !isSpecial(text.charCodeAt(at + 1));
}

function isSpecial(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x202f || code === 0xad || code === 42 || code === 60;
}

/** Handles the special sign at an offset; returns the offset behind what it took. */
function healSign(
  text: string,
  at: number,
  end: number,
  soFar: string,
  put: (sign: string, at: number) => void,
  unput: () => void,
): number {
  const sign = text[at] as string;
  if (sign === '\u00ad') return /\s/.test(text[at + 1] ?? '') ? skipSpace(text, at + 1, end) : at + 1;
  if (sign === '*') return at + 1;
  if (sign === '<') {
    const tag = /^<\/?[a-z][^<>]{0,80}>/i.exec(text.slice(at, Math.min(end, at + 90)));
    if (!tag) {
      put('<', at);
      return at + 1;
    }
    if (/^<sup>/i.test(tag[0])) {
      const close = text.indexOf('</sup>', at);
      if (close >= 0 && close < Math.min(end, at + 20)) return close + 6;
    }
    return at + tag[0].length;
  }
  const next = skipSpace(text, at, end);
  const broken = soFar.endsWith('-') && /\p{Ll}-$/u.test(soFar.slice(-2)) && text.slice(at, next).includes('\n');
  if (broken && /\p{Ll}/u.test(text[next] ?? '')) {
    if (AFTER_REAL_HYPHEN.test(text.slice(next, next + 12))) put(' ', at);
    else unput();
    return next;
  }
  if (soFar !== '' && !soFar.endsWith(' ') && next < end) put(' ', at);
  return next;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 0xa0 && code !== 0x202f) break;
    at++;
  }
  return at;
}
