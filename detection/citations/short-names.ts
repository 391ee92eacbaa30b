import { words } from './endings';
import { LAW_LIKE } from './glue-words';
import type { LawMention } from './law-mention';
import { INTRODUCERS, LawNumberReader, QUOTES } from './law-numbers';
import { Gap } from './tokens';

/** Words that a law's name goes on with: `lag om …`. */
const TAIL_BEGINS = new Set(['om', 'med', 'till', 'angaende']);

/** Tokens of the longest name behind `lag`. */
const LONGEST_TAIL = 24;
/** Letters of the shortest name that ends as laws' do: `jaktlagen`. */
const SHORTEST_NAME = 8;
/** Words that another law's name begins with. */
const ANOTHER_LAW = words('lag lagen forordning forordningen');
/** Words that give a law its short name behind a comma. */
const NAMES = words('nedan fortsattningsvis harefter hadanefter forkortad forkortat kallad kallat benamnd');

/** Reads the short names that a text introduces: `(KL)`, `, nedan kallad LKBR`, `– LSS –`. */
export class ShortNameReader extends LawNumberReader {
  /**
   * A short name behind a law: `(KL)`, `, nedan kallad LKBR`, `– LSS –`.
   * @param law the law it would be short for; a known abbreviation of another law is no introduction
   */
  protected aliasAt(index: number, law?: LawMention): { key: string; to: number } | null {
    const token = this.at(index);
    if (token.gap >= Gap.block || token.kind !== 'sign') return null;
    if (token.value === '(') {
      const alias = this.aliasWord(index + 1) ?? this.bracketedName(index + 1);
      if (!alias) return null;
      if (this.isSign(alias.to, ')')) return { key: alias.key, to: alias.to + 1 };
      // `(LSS 1993:387)`
      const number = law?.number === undefined && this.isShortFor(alias.key, law) ? this.sfsNumber(alias.to) : null;
      if (law && number && this.isSign(number.to, ')')) {
        law.number = number.value;
        return { key: alias.key, to: number.to + 1 };
      }
      // `regeringsformen (RF 1:9)`
      return this.isShortFor(alias.key, law) && this.beginsPlace(alias.to) ? alias : null;
    }
    // `lagen (2007:171) om registerkontroll … ”RKL”`
    if (QUOTES.has(token.value) && law?.number !== undefined) {
      const quoted = this.aliasWord(index);
      return quoted?.exact ? quoted : null;
    }
    if (token.value !== ',' && token.value !== '–' && token.value !== '-') return null;
    const next = this.at(index + 1);
    const alias = this.aliasWord(index + 1);
    if (!alias) return null;
    const introduced = next.kind === 'word' && INTRODUCERS.has(next.value) && alias.to > index + 2;
    if (introduced) return alias;
    // `socialtjänstlagen, SoL, …`: the short name of that very law.
    if (!alias.exact || !(this.isShortFor(alias.key, law) || this.isNewShort(index, alias, law))) return null;
    if (token.value === ',') return alias;
    return this.isSign(alias.to, token.value) ? { key: alias.key, to: alias.to + 1 } : null;
  }

  /** `lagen (1997:736) om färdtjänst, FtjL, …`: a short name for it that no list of names has. */
  private isNewShort(index: number, { key, to }: { key: string; to: number }, law: LawMention | undefined): boolean {
    if (law?.number === undefined || !law.key.startsWith('lag') || this.book.abbreviations.has(key)) return false;
    return LAW_LIKE.test(this.at(index + 1).raw) && /^[,.]$/.test(this.at(to).value);
  }

  /** `(dokumentlagen)`: a law's name that is all the bracket holds. */
  private bracketedName(index: number): { key: string; to: number } | null {
    const { kind, value } = this.at(index);
    const isName = kind === 'word' && value.length >= SHORTEST_NAME && /(?:lagen|balken|forordningen)$/.test(value);
    return isName && this.isSign(index + 1, ')') ? { key: value, to: index + 1 } : null;
  }

  protected isShortFor(key: string, law: LawMention | undefined): boolean {
    const entry = this.book.abbreviations.get(key);
    if (!entry || !law) return false;
    return (
      (law.number !== undefined && entry.sfs.includes(law.number)) ||
      entry.sfs.some((sfs) => law.candidates.includes(sfs))
    );
  }

  protected beginsPlace(index: number): boolean {
    const token = this.at(index);
    return token.gap < Gap.block && (token.kind === 'number' || token.kind === 'section' || token.value === 'kap');
  }

  /** The short name in brackets behind a tail that is not in the catalogue: `om något annat (LNA)`. */
  protected shortNameBehind(index: number): { key: string; to: number } | null {
    const at = this.bracketBehind(index);
    return at === null ? this.introducedBehind(index) : this.aliasAt(at);
  }

  /** The same behind a comma: `om något annat, nedan kallad LNA`. */
  private introducedBehind(index: number): { key: string; to: number } | null {
    if (!TAIL_BEGINS.has(this.at(index).value)) return null;
    for (let at = index; at < index + LONGEST_TAIL; at++) {
      const token = this.at(at);
      if (token.gap >= Gap.block || token.kind === 'section' || token.kind === 'number') return null;
      if (token.kind !== 'sign' || token.value === '-') continue;
      if (token.value !== ',') return null;
      const alias = NAMES.has(this.at(at + 1).value) ? this.aliasAt(at) : null;
      if (alias) return alias;
    }
    return null;
  }

  /** The bracket behind a tail that is not in the catalogue; null where there is none. */
  protected bracketBehind(index: number): number | null {
    if (!TAIL_BEGINS.has(this.at(index).value)) return null;
    for (let at = index; at < index + LONGEST_TAIL; at++) {
      const token = this.at(at);
      if (token.gap >= Gap.block || token.kind === 'section' || token.kind === 'number') return null;
      if (token.kind === 'sign' && (token.value === '.' || token.value === ';')) return null;
      // `en ny lag med samma namn, lagen (2016:1145) om …`: the bracket is of the law behind the comma.
      if (this.isSign(at - 1, ',') && ANOTHER_LAW.has(token.value)) return null;
      if (token.value === '(') return at;
    }
    return null;
  }

  /** Whether a number glued to a name begins a place in the law: `SoL14 kap`, `LVU2 §`, `SoL14:1`. */
  protected startsPinpoint(index: number): boolean {
    const next = this.at(index + 1);
    if (next.kind === 'section') return true;
    if (next.kind === 'word' && (next.value === 'kap' || next.value === 'kapitel' || next.value === 'kapitlet'))
      return true;
    return next.kind === 'sign' && next.value === ':' && this.at(index + 2).kind === 'number';
  }
}
