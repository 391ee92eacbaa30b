import {
  ADVERBS,
  AGAINST,
  CUES,
  DONE_BY_LAWS,
  DONE_WITH_LAWS,
  LEGAL_BEFORE_IN,
  LEGAL_VERBS,
  OF_A_LAW,
  REVIEW_OF,
  SAID_TO_BE_LAWS,
  SURE_BEFORE_IN,
  SURE_CUES,
  UNITS_AND_ROLES,
} from './cue-words';
import { Endings, words } from './endings';
import type { LawMention } from './law-mention';
import { Surroundings } from './surroundings';
import { Gap } from './tokens';

const OPENERS = words('" ” “ ( \' » «');
/** Words between a cue and the law it is a cue to: `enligt den nu gällande`. */
const BEFORE_LAWS = words(
  'den nya gamla svenska gallande tidigare sa saval bade aven bland annat exempelvis t ex bl a till',
);
const SHORTENED = words('a ex enl jfr jml');
const LAW_WORDS = new Endings('lag lagen lagstiftning lagstiftningen');
const AUXILIARIES = words('ska skall maste bor har kan behover');
const LIVE_UP = words('leva lever levde levt');
const IN_KEEPING = words('enlighet forenlig forenligt overensstammelse strid');
/** Before `från`, `på` and `om`: what one does with a law, or knows of it. */
const STARTS_FROM = /^(?:utgar|utga|utgatt|utgick|avsteg|avvikelser?|avviker|undantag|undantas)$/;
const BASED = /^(?:grundas|grundar|grundats|grundad|grundade|grundat|bygger|baseras|baserat|baserade|vilar)$/;
const KNOWLEDGE = words('kunskap kunskaper kannedom');
/** Words before a colon over a list of laws. */
const NAMES_OF_LISTS = /(?:kriterier|kriterierna|lagar|lagarna|lagstiftning|lagstiftningen|forfattningar|lagrum|^lag)$/;
const COVERED_BY_LAWS = /^(?:insatser|insatserna|personkretsar|personkretsarna|bestammelser)$/;
/** Between `är` and a place. */
const BEFORE_PLACES = words('det framst sarskilt bara endast alltsa');
const COMPANY = words('AB HB KB');

/**
 * What the words around a bare name say: `sure` that a law is meant, whatever the name; `strong` and `weak` signs of it;
 * `plain` nothing, but the name stands in a sentence as a law would; `none` that it is something else, or stands in no sentence.
 */
export type Cue = 'sure' | 'strong' | 'weak' | 'plain' | 'none';
const ORDER: readonly Cue[] = ['none', 'plain', 'weak', 'strong', 'sure'];
const stronger = (a: Cue, b: Cue): Cue => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/** Reads whether a bare name is a citation. */
export class CueReader extends Surroundings {
  /** Whether the words around a bare name say that the law is meant, not the activity under it. */
  protected cue(law: LawMention): Cue {
    const next = this.at(law.to);
    if (next.gap < Gap.block && COMPANY.has(next.raw)) return 'none';
    const after = this.cueAfter(law);
    const cue = stronger(this.cueBefore(law, after), after);
    return cue === 'none' && this.standsPlain(law) ? 'plain' : cue;
  }

  private cueBefore(law: LawMention, after: Cue): Cue {
    if (this.isOfItsYear(law)) return 'sure';
    let k = law.from - 1;
    for (let guard = 0; guard < 4; guard++) {
      const token = this.at(k);
      if (this.at(k + 1).gap >= Gap.block) return 'none';
      if (
        (token.kind === 'sign' && OPENERS.has(token.value)) ||
        BEFORE_LAWS.has(token.value) ||
        (token.value === '.' && SHORTENED.has(this.at(k - 1).value))
      )
        k--;
      else break;
    }
    const before = this.at(k);
    // `Revisionskriterier: KL, FL`
    if (before.value === ':') return NAMES_OF_LISTS.test(this.at(k - 1).value) ? 'sure' : 'none';
    if (before.kind !== 'word') return 'none';
    // `granskning av LSS`: the activity.
    if (before.value === 'av' && law.kind === 'abbreviation' && REVIEW_OF.test(this.at(k - 1).value)) return 'none';
    if (SURE_CUES.has(before.value)) return 'sure';
    if (CUES.has(before.value) || LAW_WORDS.endOf(before.value)) return 'strong';
    // `leva upp till SoL`
    if (before.value === 'upp' && this.at(k + 1).value === 'till')
      return LIVE_UP.has(this.verbBefore(k - 1)) || LIVE_UP.has(this.at(k - 1).value) ? 'sure' : 'none';
    if (before.value === 'mot' && this.isWord(k - 1, AGAINST)) return 'sure';
    if (before.value === 'i' && this.isWord(k - 1, SURE_BEFORE_IN)) return 'sure';
    if (before.value === 'pa' && BASED.test(this.at(k - 1).value)) return 'sure';
    if (before.value === 'i' || before.value === 'mot' || before.value === 'pa') {
      for (let back = 1; back <= 6; back++) {
        const token = this.at(k - back);
        if (this.at(k - back + 1).gap >= Gap.block) break;
        if (token.kind === 'word' && LEGAL_BEFORE_IN.has(token.value)) return 'strong';
      }
      return before.value === 'i' && after === 'none' ? 'weak' : 'none';
    }
    if (before.value === 'fran' && STARTS_FROM.test(this.at(k - 1).value)) return 'sure';
    if (before.value === 'om' && KNOWLEDGE.has(this.at(k - 1).value)) return 'strong';
    if (before.value === 'med' && this.isWord(k - 1, IN_KEEPING)) return 'sure';
    if (before.value === 'med' && this.at(k - 1).value === 'linje') return 'strong';
    if (ADVERBS.has(before.value) && before.value !== 'inom') {
      const verb = this.verbBefore(k);
      if (CUES.has(verb)) return SURE_CUES.has(verb) ? 'sure' : 'strong';
    }
    if (before.value === 'for' && this.at(k - 1).value === 'ramen') return 'strong';
    if (before.value === 'inom' && this.at(k - 1).value === 'regleras') return 'strong';
    return 'none';
  }

  /** `1991 års kommunallag`: no activity is called so. */
  private isOfItsYear(law: LawMention): boolean {
    if (law.kind !== 'name' || this.at(law.from - 1).value !== 'ars') return false;
    const year = this.at(law.from - 2).value;
    return law.candidates.length > 0 && law.candidates.every((sfs) => sfs.startsWith(`${year}:`));
  }

  /** The verb before the adverbs at `index`: `följer` in `följer inte alltid`. */
  private verbBefore(index: number): string {
    let k = index;
    while (index - k < 3 && this.isWord(k, ADVERBS) && this.at(k).gap < Gap.block) k--;
    return this.at(k).value;
  }

  /** What the words behind a bare name say. */
  protected cueAfter(law: LawMention): Cue {
    const after = this.at(law.to);
    const follows = after.gap < Gap.block && after.kind === 'word';
    if (follows && (law.genitive || law.key.endsWith('s')) && this.isOfALaw(law.to)) return 'sure';
    if (law.genitive) return 'strong';
    if (!follows) return 'none';
    if (DONE_BY_LAWS.has(after.value)) return 'sure';
    if (after.value === 'staller' && this.at(law.to + 1).value === 'krav') return 'sure';
    // `LSS omfattar tio insatser`, not `LSS omfattar 40 brukare`.
    if (after.value === 'omfattar' && this.saidOf(law.to + 1, COVERED_BY_LAWS)) return 'strong';
    if (AUXILIARIES.has(after.value)) {
      // `LSS ska följas upp`: the activity.
      const inner = this.isWord(law.to + 1, ADVERBS) ? law.to + 2 : law.to + 1;
      const followedUp =
        this.at(inner + 1).value === 'upp' || (law.key === 'lss' && this.at(inner).value === 'beaktas');
      if (this.isWord(inner, DONE_WITH_LAWS) && this.at(inner).gap < Gap.block && !followedUp) return 'strong';
    }
    // `I LSS är 5 och 7 §§ viktiga`, `LSS vars 7 §`
    if (/^(?:ar|vars)$/.test(after.value) && this.isPlaceNear(law.to + 1)) return 'strong';
    if (after.value === 'utgor' || after.value === 'ar')
      return /^(?:tillamplig|tvingande)$/.test(this.at(law.to + 1).value) || this.saidOf(law.to + 1, SAID_TO_BE_LAWS)
        ? 'strong'
        : 'none';
    return LEGAL_VERBS.has(after.value) && !/^(?:ar|ska|omfattar|ger)$/.test(after.value) ? 'strong' : 'none';
  }

  /** Whether numbers and a section sign stand behind, and nothing but what joins them. */
  private isPlaceNear(index: number): boolean {
    let from = index;
    while (from < index + 2 && BEFORE_PLACES.has(this.at(from).value)) from++;
    if (this.at(from).kind !== 'number') return false;
    for (let k = from; k < from + 6 && this.at(k).gap < Gap.block; k++) {
      const token = this.at(k);
      if (token.kind === 'section') return true;
      if (token.kind === 'word' && token.value !== 'och' && token.value.length > 1) return false;
    }
    return false;
  }

  /** `krav på`, `mål om`: what a law has. */
  private isOfALaw(index: number): boolean {
    const { value } = this.at(index);
    return OF_A_LAW.test(value) || (value === 'mal' && this.at(index + 1).value === 'om');
  }

  /** Whether one of the next words of the clause is like `words`. */
  private saidOf(index: number, words: RegExp): boolean {
    for (let k = index; k < index + 6; k++) {
      const token = this.at(k);
      if (token.gap >= Gap.block || token.kind !== 'word') return false;
      if (words.test(token.value)) return true;
    }
    return false;
  }

  /** Whether nothing beside a name makes it a unit, a role, a company, a column or an amount. */
  private standsPlain(law: LawMention): boolean {
    const before = this.at(law.from).gap >= Gap.block ? null : this.at(law.from - 1);
    const next = this.at(law.to);
    const after = next.gap >= Gap.block ? null : next;
    if (after && after.kind === 'number') return false;
    if (after?.value === '/' && this.at(law.to + 1).kind === 'word' && !this.isInCapitals(law.to + 1)) return false;
    if (before?.value === '/' && !this.isInCapitals(law.from - 2)) return false;
    if (before?.kind === 'number' || (before?.kind === 'word' && UNITS_AND_ROLES.test(before.value))) return false;
    return (
      (before?.kind === 'word' && isLowerCase(before.raw)) ||
      before?.value === '(' ||
      before?.value === ':' ||
      (after?.kind === 'word' && isLowerCase(after.raw))
    );
  }

  private isInCapitals(index: number): boolean {
    return /^\p{Lu}.*\p{Lu}$/u.test(this.at(index).raw);
  }
}

const isLowerCase = (word: string): boolean => word !== '' && word === word.toLowerCase();
