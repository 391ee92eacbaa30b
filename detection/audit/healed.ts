import type { Span } from '../../reading/types';
import { type Sentence, splitSentences } from './sentences';

/**
 * A piece of text as it is meant to be read: white space runs are one space, words that a line end or a soft hyphen
 * parted are whole again, emphasis signs and tags are gone. `lower` is the same in lower case, of the same length.
 */
export class Healed {
  private lowered: string | undefined;
  private split: readonly Sentence[] | undefined;

  /**
   * @param stretches where the text was not healed sign by sign: pairs of an offset in it and the source offset that it
   *   goes on with, in order; null where all of it stands in one stretch
   * @param start source offset of the first character, where there is one stretch
   */
  constructor(
    readonly text: string,
    private readonly stretches: readonly number[] | null,
    private readonly start: number,
  ) {}

  get lower(): string {
    this.lowered ??= toLowerCase(this.text);
    return this.lowered;
  }

  get sentences(): readonly Sentence[] {
    this.split ??= splitSentences(this.text);
    return this.split;
  }

  /** Source offset of a character of this text, or of its end. */
  source(at: number): number {
    const { stretches } = this;
    if (!stretches) return this.start + at;
    let low = 0;
    let high = stretches.length >> 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((stretches[middle * 2] as number) <= at) low = middle;
      else high = middle;
    }
    return at - (stretches[low * 2] as number) + (stretches[low * 2 + 1] as number);
  }

  /** Source span of [from, to); ends right behind its last character. */
  span(from: number, to: number): Span {
    return { start: this.source(from), end: to > from ? this.source(to - 1) + 1 : this.source(from) };
  }
}

/** Lower case of the same length; the few signs whose lower case is longer stay. */
function toLowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/** Heals a source text; several spans (a paragraph that a page break cut) are joined by a space. */
export function heal(text: string, spans: readonly Span[]): Healed {
  const only = spans.length === 1 ? (spans[0] as Span) : null;
  if (only) {
    const plain = text.slice(only.start, only.end);
    if (!isShortened(plain)) return new Healed(withSpaces(plain), null, only.start);
  }
  const healing = new Healing(text);
  for (const span of spans) healing.read(span);
  return healing.finish();
}

/** Runs of spaces, and signs that go. Apart, because engines skip through a text by the few signs that a pattern begins with. */
const RUN = / {2}/;
const GOES = /[\r\f\u00ad*<]|[\u0300-\u030f]/;
const SPACE = /\s/;

/** True for a text that healing makes shorter: it cannot be healed sign by sign. */
function isShortened(plain: string): boolean {
  if (RUN.test(plain) || GOES.test(plain)) return true;
  for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) {
    const before = plain[at - 1] ?? '';
    if (before === '-' || SPACE.test(before) || SPACE.test(plain[at + 1] ?? '')) return true;
  }
  return plain.includes('\t') && /\t\s/.test(plain);
}

/** Each sign of white space as a space; most texts have no other than line breaks. */
function withSpaces(plain: string): string {
  if (plain.includes('\t') || plain.includes('\u00a0') || plain.includes('\u202f'))
    return plain.replace(/[\n\t\u00a0\u202f]/g, ' ');
  return plain.replaceAll('\n', ' ');
}

/** Words that stand after a hyphen that belongs there: `barn- och utbildningsnämnden`. */
const AFTER_REAL_HYPHEN = /^(?:och|eller|samt|respektive|till|in|på)\b/;
/** Signs that stand as they are; every other one is white space, emphasis, a tag's beginning, a soft hyphen or an accent. */
const PLAIN = '!-)+-;=-\\u009f\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0310-\\u202e\\u2030-\\uffff';
/** A sign to heal: a single space between plain signs is none. */
const TO_HEAL = new RegExp(`[^ ${PLAIN}]| (?![${PLAIN}])`, 'g');

/** Accents that stand behind their letter. */
const FIRST_ACCENT = '\u0300';
const LAST_ACCENT = '\u030f';

/** Heals sign by sign what cannot be healed at once. */
class Healing {
  /** What is healed, but for the tail: the last words, from which a hyphen may still be taken. */
  private healed = '';
  private tail = '';
  private length = 0;
  /** The last two signs; the first of them is not known behind a hyphen that was taken away. */
  private beforeLast = '';
  private last = '';
  private readonly stretches: number[] = [];
  private end = 0;

  constructor(private readonly text: string) {}

  read({ start, end }: Span): void {
    const { text } = this;
    if (this.length > 0 && this.last !== ' ') this.put(' ', this.end);
    for (let at = start; at < end; ) {
      const to = this.last === ' ' && text[at] === ' ' ? at : Math.min(end, nextToHeal(text, at));
      if (to > at) this.put(text.slice(at, to), at);
      at = to < end ? this.heal(to, end) : to;
    }
    this.end = end;
  }

  finish(): Healed {
    this.mark(this.end);
    return new Healed(this.healed + this.tail, this.stretches, 0);
  }

  /** Notes that what comes next stands at a source offset. */
  private mark(at: number): void {
    const { stretches } = this;
    if (stretches.at(-2) === this.length) stretches.length -= 2;
    stretches.push(this.length, at);
  }

  private put(words: string, at: number): void {
    this.mark(at);
    this.healed += this.tail;
    this.tail = words;
    this.length += words.length;
    this.beforeLast = words.at(-2) ?? this.last;
    this.last = words.at(-1) as string;
  }

  /** Puts an accent that stands behind its letter onto it: some systems write `å` in two signs. */
  private compose(accent: string): void {
    const letter = (this.last + accent).normalize('NFC');
    if (letter.length !== 1) return;
    this.tail = this.tail.slice(0, -1) + letter;
    this.last = letter;
  }

  /** Takes back the hyphen at the end. */
  private dropHyphen(): void {
    this.tail = this.tail.slice(0, -1);
    this.length--;
    this.last = this.beforeLast;
    this.beforeLast = '';
  }

  /** Handles the special sign at an offset; returns the offset behind what it took. */
  private heal(at: number, end: number): number {
    const { text } = this;
    const sign = text[at] as string;
    if (sign === '\u00ad') return /\s/.test(text[at + 1] ?? '') ? skipSpace(text, at + 1, end) : at + 1;
    if (sign === '*') return at + 1;
    if (sign === '<') return this.healTag(at, end);
    if (sign >= FIRST_ACCENT && sign <= LAST_ACCENT) {
      this.compose(sign);
      return at + 1;
    }
    const next = skipSpace(text, at, end);
    const broken = this.last === '-' && /\p{Ll}/u.test(this.beforeLast) && text.slice(at, next).includes('\n');
    if (broken && /\p{Ll}/u.test(text[next] ?? '')) {
      if (AFTER_REAL_HYPHEN.test(text.slice(next, next + 12))) this.put(' ', at);
      else this.dropHyphen();
      return next;
    }
    if (this.length > 0 && this.last !== ' ' && next < end) this.put(' ', at);
    return next;
  }

  private healTag(at: number, end: number): number {
    const { text } = this;
    const tag = /^<\/?[a-z][^<>]{0,80}>/i.exec(text.slice(at, Math.min(end, at + 90)));
    if (!tag) {
      this.put('<', at);
      return at + 1;
    }
    if (/^<sup>/i.test(tag[0])) {
      const close = text.slice(at, Math.min(end, at + 20) + 5).indexOf('</sup>');
      if (close >= 0) return at + close + 6;
    }
    return at + tag[0].length;
  }
}

function nextToHeal(text: string, from: number): number {
  TO_HEAL.lastIndex = from;
  return TO_HEAL.exec(text)?.index ?? text.length;
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
