import type { Item } from './attach';
import { Cursor } from './cursor';
import { Endings, words } from './endings';
import { foldWord } from './fold';
import { AFTER_GLUE, CHAIN, ENDS_PHRASE, FOREIGN, LAW_LIKE, WORD_GLUE } from './glue-words';
import type { LawMention } from './law-mention';
import { NOT_LAW_OF } from './minutes';
import { nameBook } from './names';
import { Gap } from './tokens';
import { Word } from './words';

const SENTENCE_ENDS = words('. ! ? ;');
/** A municipality's own papers in their definite form; behind a place they need no preposition. */
const DEFINITE_PAPER =
  /^[a-z]*(?:reglementet|avtalet|arbetsordningen|bolagsordningen|delegationsordningen|forbundsordningen|stadgarna)$/;
const PREPOSITIONS = words('i av ur till enligt');
/** Endings of laws' names, and letters that the shortest has more than: `lagens`. */
const OTHER_LAW = new Endings('lagen lagens balken balkens forordningen forordningens');
const SHORTEST_LAW = 6;
const LONGEST_SHORT = 8;
/** Tokens between the name of a paper and a place that may be in it. */
const PAPER_REACH = 40;
const NO_PAPER = Number.NEGATIVE_INFINITY;

/** Tokens between a law and `dess 12 §`. */
const MOST_BEFORE_ITS = 8;

/** What stands between a law and a pinpoint. */
export type Glue = 'tight' | 'comma' | 'word' | 'far';

/** What may stand between a law and its place. */
interface GlueKinds {
  /** Signs that tie as tightly as nothing. */
  signs: ReadonlySet<string>;
  commas: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** The glue of the two that decides where both stand. */
  weaker: Glue;
}

const BEHIND_LAW: GlueKinds = { signs: words(': ( – — | - " ”'), commas: words(','), words: WORD_GLUE, weaker: 'word' };
const BEFORE_LAW: GlueKinds = { signs: words('( ['), commas: words(', ;'), words: AFTER_GLUE, weaker: 'comma' };

/** `äSoL`, `ÄKL`, `gKL`: the older or former law of a short name; which one, no list of names has. */
const OLDER_SHORT = /^(?:[äÄg]|G(?=\p{L}{3}))(\p{Lu}\p{L}+)$/u;

/** A short name that no list of names has, of a former law or one outside the catalogue. */
function isOtherShort(raw: string): boolean {
  if (raw.length > LONGEST_SHORT || raw.length < 3) return false;
  const short = OLDER_SHORT.exec(raw)?.[1];
  const isLike = LAW_LIKE.test(raw);
  if (!isLike && short === undefined) return false;
  const { abbreviations } = nameBook();
  if (abbreviations.has(foldWord(raw)) || abbreviations.has(foldWord(raw.replace(/s$/, '')))) return false;
  return isLike || abbreviations.has(foldWord(short as string));
}

/** Reads the words around laws and pinpoints: what ties them. */
export class Surroundings extends Cursor {
  /** The last token before `papersUpTo` that names a paper in the sentence there. */
  private lastPaper = NO_PAPER;
  private papersUpTo = 0;

  /** What stands between a law and the pinpoint behind it. */
  protected glueBefore(from: number, to: number): Glue {
    return this.glue(from, to, BEHIND_LAW);
  }

  /** What stands between a pinpoint and the law behind it. */
  protected glueAfter(from: number, to: number): Glue {
    return this.glue(from, to, BEFORE_LAW);
  }

  private glue(from: number, to: number, kinds: GlueKinds): Glue {
    let glue: Glue = 'tight';
    const begin = this.pastCount(this.pastLink(from));
    if (kinds === BEHIND_LAW && this.at(to - 1).value === 'dess') return this.isOfLawBefore(from, to) ? 'word' : 'far';
    if (to - begin > 4 || to < begin) return 'far';
    for (let k = begin; k <= to; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block) return 'far';
      if (k === to) break;
      if (token.kind === 'sign' && kinds.signs.has(token.value)) continue;
      let next: Glue = 'far';
      if (token.kind === 'sign' && kinds.commas.has(token.value)) next = 'comma';
      else if (token.kind === 'word' && kinds.words.has(token.value)) next = 'word';
      // `14 kap. 1 § i 2001 års socialtjänstlag`
      else if (token.kind === 'number' && this.at(k + 1).value === 'ars') next = 'word';
      if (next === 'far') return 'far';
      if (glue !== kinds.weaker) glue = next;
    }
    return glue;
  }

  /** `(NIS-lagen), se särskilt dess 12 §`: the law just named has it. */
  private isOfLawBefore(from: number, to: number): boolean {
    if (to - from > MOST_BEFORE_ITS) return false;
    for (let k = from; k <= to; k++) if (this.at(k).gap >= Gap.block || this.endsSentence(k)) return false;
    return true;
  }

  protected isChain(from: number, to: number): boolean {
    if (to - from > 3) return false;
    for (let k = from; k <= to; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block) return false;
      if (
        k < to &&
        !(
          CHAIN.has(token.value) ||
          token.value === ',' ||
          token.value === ';' ||
          token.value === 'i' ||
          token.value === ')' ||
          token.value === 'jfr' ||
          token.value === 'av'
        )
      )
        return false;
    }
    return true;
  }

  protected startsLine(index: number): boolean {
    const before = this.at(index - 1);
    if (this.at(index).gap >= Gap.block) return true;
    if (before.kind !== 'sign' || before.value === '(' || before.value === ',') return false;
    if (before.gap >= Gap.line) return true;
    // `1. 5 §`, `b) 7 §`: behind the mark of an item.
    const mark = this.at(index - 2);
    return /[.)]/.test(before.value) && mark.gap >= Gap.line && /^(?:\d?\d|\p{L})$/u.test(mark.value);
  }

  /** The word before, past a bracket or a comma; '' at the start of a line or behind its bullet. */
  protected wordBefore(index: number): string {
    if (this.startsLine(index)) return '';
    const token = this.at(index - 1);
    return token.value === '(' || token.value === ',' ? this.at(index - 2).value : token.value;
  }

  protected wordAfter(index: number): string {
    return this.at(index).gap >= Gap.block ? '' : this.at(index).value;
  }

  /**
   * Where the sentence names a paper, no law, that the place [from, to) may be in.
   * @param behindLaw a law that is known stands right before
   */
  protected paperOf(from: number, to: number, behindLaw: boolean): Item['paper'] {
    if (this.paperBehind(to)) return 'behind';
    if (this.otherLawBehind(to) || (!behindLaw && this.otherLawBefore(from))) return 'law';
    return this.paperBefore(from) ? 'before' : 'none';
  }

  /** `5 kap. i Skolverkets allmänna råd`, `4 § i det nu gällande avtalet`, `9 § reglementet`. */
  protected paperBehind(index: number): boolean {
    if (this.at(index).gap >= Gap.block) return false;
    if (this.at(index).kind === 'word' && DEFINITE_PAPER.test(this.at(index).value)) return true;
    if (!PREPOSITIONS.has(this.at(index).value)) return false;
    for (let k = index + 1; k <= index + 5; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block || token.kind !== 'word' || ENDS_PHRASE.has(token.value)) return false;
      if (NOT_LAW_OF.endOf(token.value)) return true;
    }
    return false;
  }

  /** `äSoL 5 kap.`, `köplagen 5 §`, `tv-lagen 2 §`: the same right before. */
  protected otherLawBefore(index: number): boolean {
    const { kind, gap, value, raw } = this.at(index - 1);
    if (kind !== 'word' || gap >= Gap.block || this.at(index).gap >= Gap.line) return false;
    return (
      isOtherShort(raw) || (OTHER_LAW.endOf(value) && (value.length > SHORTEST_LAW || this.isSign(index - 2, '-')))
    );
  }

  /** `2 § hyresförhandlingslagen`, `5 § i köplagen`, `1 § finska …`: a law that no list of names has stands right behind. */
  protected otherLawBehind(index: number): boolean {
    const at = this.at(index).value === 'i' ? index + 1 : index;
    const { kind, gap, value, raw } = this.at(at);
    if (kind !== 'word' || gap >= Gap.block || (gap === Gap.line && /^\p{Lu}/u.test(raw))) return false;
    return FOREIGN.has(value) || isOtherShort(raw) || (value.length > SHORTEST_LAW && OTHER_LAW.endOf(value));
  }

  /** `Nämndens reglemente, antaget enligt 6 kap. 44 § KL, anger i § 5`: the subject of the sentence. */
  private paperBefore(index: number): boolean {
    if (index < this.papersUpTo) {
      this.papersUpTo = 0;
      this.lastPaper = NO_PAPER;
    }
    for (; this.papersUpTo < index; this.papersUpTo++) {
      const at = this.papersUpTo;
      if (this.at(at + 1).gap >= Gap.block || this.endsSentence(at)) this.lastPaper = NO_PAPER;
      else if (this.namesPaper(at)) this.lastPaper = at;
    }
    return this.lastPaper >= index - PAPER_REACH;
  }

  private namesPaper(index: number): boolean {
    const { flags } = this.at(index);
    if ((flags & Word.paper) !== 0) return true;
    // `bolagets avtal`, `enligt reglemente`
    return (flags & Word.anyPaper) !== 0 && /(?:s|enligt|ett|en)$/.test(this.at(index - 1).value);
  }

  private endsSentence(index: number): boolean {
    const token = this.at(index);
    if (token.kind !== 'sign' || !SENTENCE_ENDS.has(token.value)) return false;
    const next = this.at(index + 1);
    return next.gap > Gap.none && /^\p{Lu}/u.test(next.raw) && this.at(index - 1).value !== 'kap';
  }

  /** True where only commas and `och` stand between two laws: the second shares the first one's cue. */
  joined(first: LawMention, second: LawMention): boolean {
    if (first.to > second.from) return false;
    const from = this.pastCount(first.to);
    // `LOU eller, i valfrihetssystem, LOV`
    if (
      this.isChain(first.to, first.to + 1) &&
      this.at(first.to + 1).value === ',' &&
      this.at(second.from - 1).value === ',' &&
      second.from - first.to >= 4 &&
      second.from - first.to <= 8
    )
      return true;
    return (
      second.from - from <= 3 &&
      (this.isChain(from, second.from) || (this.at(first.to).value === '/' && second.from === first.to + 1))
    );
  }
}
