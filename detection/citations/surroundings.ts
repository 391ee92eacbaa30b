import type { Item } from './attach';
import {
  ADVERBS,
  AFTER_GLUE,
  AGAINST,
  CHAIN,
  CUES,
  DONE_WITH_LAWS,
  ENDS_PHRASE,
  LEGAL_BEFORE_IN,
  LEGAL_VERBS,
  REVIEW_OF,
  SAID_TO_BE_LAWS,
  WORD_GLUE,
} from './cue-words';
import { Cursor } from './cursor';
import { Endings, words } from './endings';
import type { LawMention } from './law-mention';
import { NOT_LAW_OF } from './minutes';
import { Gap } from './tokens';
import { Word } from './words';

const SENTENCE_ENDS = words('. ! ? ;');
const OPENERS = words('" ” “ ( \' » «');
const PREPOSITIONS = words('i av ur till enligt');
/** Words between a cue and the law it is a cue to: `enligt den nu gällande`. */
const BEFORE_LAWS = words(
  'den nya gamla svenska gallande tidigare sa saval bade aven bland annat exempelvis t ex bl a till',
);
const SHORTENED = words('a ex enl jfr jml');
const LAW_WORDS = new Endings('lag lagen lagstiftning lagstiftningen');
const AUXILIARIES = words('ska skall maste bor har kan behover');
/** Tokens between the name of a paper and a place that may be in it. */
const PAPER_REACH = 40;
const NO_PAPER = Number.NEGATIVE_INFINITY;

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

const BEHIND_LAW: GlueKinds = { signs: words(': ( – — | -'), commas: words(','), words: WORD_GLUE, weaker: 'word' };
const BEFORE_LAW: GlueKinds = { signs: words('('), commas: words(', ;'), words: AFTER_GLUE, weaker: 'comma' };

/** Reads the words around laws and pinpoints: what ties them, and whether a bare name is a citation. */
export class Surroundings extends Cursor {
  /** The last token before `papersUpTo` that names a paper in the sentence there. */
  private lastPaper = NO_PAPER;
  private papersUpTo = 0;

  /** Whether the words around a bare name say that the law is meant, not the activity under it. */
  protected cue(law: LawMention): Item['cue'] {
    let k = law.from - 1;
    for (let guard = 0; guard < 4; guard++) {
      const token = this.at(k);
      if (this.at(k + 1).gap >= Gap.block) return this.cueAfter(law);
      if (
        (token.kind === 'sign' && OPENERS.has(token.value)) ||
        BEFORE_LAWS.has(token.value) ||
        (token.value === '.' && SHORTENED.has(this.at(k - 1).value))
      )
        k--;
      else break;
    }
    const before = this.at(k);
    if (before.kind === 'word') {
      // `granskning av LSS`: the activity.
      if (before.value === 'av' && law.kind === 'abbreviation' && REVIEW_OF.test(this.at(k - 1).value))
        return this.cueAfter(law);
      if (CUES.has(before.value) || LAW_WORDS.endOf(before.value)) return 'strong';
      if (before.value === 'mot' && this.isWord(k - 1, AGAINST)) return 'strong';
      if (before.value === 'i' || before.value === 'mot' || before.value === 'pa') {
        for (let back = 1; back <= 6; back++) {
          const token = this.at(k - back);
          if (this.at(k - back + 1).gap >= Gap.block) break;
          if (token.kind === 'word' && LEGAL_BEFORE_IN.has(token.value)) return 'strong';
        }
        const after = this.cueAfter(law);
        return before.value === 'i' && after === 'none' ? 'weak' : after;
      }
      if (
        before.value === 'med' &&
        /^(?:enlighet|forenligt?|forenlig|overensstammelse|linje)$/.test(this.at(k - 1).value)
      )
        return 'strong';
      if (ADVERBS.has(before.value) && before.value !== 'inom' && CUES.has(this.verbBefore(k))) return 'strong';
      if (before.value === 'for' && this.at(k - 1).value === 'ramen') return 'strong';
      if (before.value === 'inom' && this.at(k - 1).value === 'regleras') return 'strong';
    }
    return this.cueAfter(law);
  }

  /** The verb before the adverbs at `index`: `följer` in `följer inte alltid`. */
  private verbBefore(index: number): string {
    let k = index;
    while (index - k < 3 && this.isWord(k, ADVERBS) && this.at(k).gap < Gap.block) k--;
    return this.at(k).value;
  }

  protected cueAfter(law: LawMention): Item['cue'] {
    if (law.genitive) return 'strong';
    const after = this.at(law.to);
    if (after.gap >= Gap.block || after.kind !== 'word') return 'none';
    if (AUXILIARIES.has(after.value)) {
      // `LSS ska följas upp`: the activity.
      const inner = this.isWord(law.to + 1, ADVERBS) ? law.to + 2 : law.to + 1;
      const followedUp =
        this.at(inner + 1).value === 'upp' || (law.key === 'lss' && this.at(inner).value === 'beaktas');
      if (this.isWord(inner, DONE_WITH_LAWS) && this.at(inner).gap < Gap.block && !followedUp) return 'strong';
    }
    if (after.value === 'utgor' || after.value === 'ar')
      return /^(?:tillamplig|tvingande)$/.test(this.at(law.to + 1).value) || this.saidToBeLaws(law.to + 1)
        ? 'strong'
        : 'none';
    return LEGAL_VERBS.has(after.value) && !/^(?:ar|ska|omfattar|ger)$/.test(after.value) ? 'strong' : 'none';
  }

  private saidToBeLaws(index: number): boolean {
    for (let k = index; k < index + 6; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block || token.kind !== 'word') return false;
      if (SAID_TO_BE_LAWS.test(token.value)) return true;
    }
    return false;
  }

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
    if (to - from > 4 || to < from) return 'far';
    for (let k = from; k <= to; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block) return 'far';
      if (k === to) break;
      if (token.kind === 'sign' && kinds.signs.has(token.value)) continue;
      let next: Glue = 'far';
      if (token.kind === 'sign' && kinds.commas.has(token.value)) next = 'comma';
      else if (token.kind === 'word' && kinds.words.has(token.value)) next = 'word';
      if (next === 'far') return 'far';
      if (glue !== kinds.weaker) glue = next;
    }
    return glue;
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
    return (
      this.at(index).gap >= Gap.block ||
      (before.kind === 'sign' && before.gap >= Gap.line && before.value !== '(' && before.value !== ',')
    );
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

  /** Where the sentence names a paper, no law, that the place [from, to) may be in. */
  protected paperOf(from: number, to: number): Item['paper'] {
    if (this.paperBehind(to)) return 'behind';
    return this.paperBefore(from) ? 'before' : 'none';
  }

  /** `5 kap. i Skolverkets allmänna råd`, `4 § i det nu gällande avtalet`. */
  private paperBehind(index: number): boolean {
    if (this.at(index).gap >= Gap.block || !PREPOSITIONS.has(this.at(index).value)) return false;
    for (let k = index + 1; k <= index + 5; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block || token.kind !== 'word' || ENDS_PHRASE.has(token.value)) return false;
      if (NOT_LAW_OF.endOf(token.value)) return true;
    }
    return false;
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
      second.from - first.to <= 3 &&
      (this.isChain(first.to, second.from) || (this.at(first.to).value === '/' && second.from === first.to + 1))
    );
  }
}
