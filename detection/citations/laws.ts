import type { Aliases } from './aliases';
import { words } from './endings';
import { foldWord } from './fold';
import { FOREIGN } from './glue-words';
import type { LawMention } from './law-mention';
import { LawNameReader } from './law-names';
import { Gap, type Token } from './tokens';
import { isPointing, LAW_ENDING, Word } from './words';

/** `samma lag`, `nämnda balk`. */
const POINTED_AT = words('lag balk forordning forfattning lagen forordningen balken');
const DEFINITE = words('lagen lagens forordningens forordningen balkens balken');
/** Words between a law and the word that says whose or which it is: `den nya svenska kommunallagen`. */
const BETWEEN = words('den i svenska gallande numera da');
const OLD = words('gamla tidigare aldre davarande dagallande upphavda forra forutvarande');
const NEW = new Set(['nya', 'ny', 'kommande']);
/** How well an abbreviation is printed: as it should be, perhaps without its accents; in capitals; or only alike. */
function printOf(raw: string, printed: readonly string[]): LawMention['print'] {
  if (printed.includes(raw)) return 'exact';
  // Two letters are too few to do without their accents: AB is a company, ÄB ärvdabalken.
  const plain = raw.length > 2 ? printed.map(withoutAccents) : printed;
  if (plain.includes(raw)) return 'exact';
  const capitals = raw.length > 2 ? withoutAccents(raw) : raw;
  return raw === raw.toUpperCase() && plain.some((one) => one.toUpperCase() === capitals) ? 'capitals' : 'loose';
}
const withoutAccents = (word: string): string => word.normalize('NFD').replace(/[\u0300-\u030c]/g, '');

/** Reads names of laws out of a window of tokens. */
export class LawReader extends LawNameReader {
  /**
   * @param tokens the window
   * @param aliases short names that the document introduced
   */
  constructor(
    tokens: readonly Token[],
    private readonly aliases: Aliases,
  ) {
    super(tokens);
  }

  /** Could a law begin here? A cheap test before `read`. */
  mayBegin(index: number): boolean {
    const token = this.at(index);
    switch (token.kind) {
      case 'word':
        return (token.flags & Word.law) !== 0 || (this.aliases.mayBe(token.tail) && this.aliases.names(token.value));
      case 'number':
        return token.value.length === 4;
      case 'sign':
        return token.value === '(';
      case 'section':
        return false;
    }
  }

  /** The law named at `index`, with its number and the short names it introduces; null where none is. */
  read(index: number): LawMention | null {
    const token = this.at(index);
    if (token.kind === 'number') return this.byNumberAlone(index);
    if (token.kind !== 'word') return token.kind === 'sign' && token.value === '(' ? this.euNumber(index) : null;
    if (this.isCompoundTail(index)) return null;
    const mention =
      (this.at(index - 1).value === 'och' && this.isSign(index - 2, '-') ? this.pieced(index) : null) ??
      this.whole(index) ??
      this.pieced(index) ??
      this.euAct(index) ??
      this.general(index) ??
      this.pointing(index) ??
      this.agency(index) ??
      this.repaired(index) ??
      this.compound(index) ??
      this.abbreviated(index) ??
      this.numbered(index) ??
      this.byWordSfs(index);
    if (!mention) return null;
    if (mention.kind !== 'context' && mention.kind !== 'agency') this.readExtras(mention);
    this.markForeignAndEra(mention);
    mention.end = this.at(mention.to - 1).end;
    return mention;
  }

  /** `SoL 14:1 (2001:453)`: the number behind the place says which law of that name it is. */
  takeNumber(mention: LawMention, index: number): void {
    if (mention.number !== undefined || mention.candidates.length < 2 || !this.isSign(index, '(')) return;
    const number = this.sfsNumber(index);
    if (number && mention.candidates.includes(number.value)) mention.number = number.value;
  }

  /** `…-SoL`, and digits or letters glued before. */
  private isCompoundTail(index: number): boolean {
    const token = this.at(index);
    if (token.gap !== Gap.none) return false;
    const before = this.at(index - 1);
    return (
      before.kind === 'sign' &&
      before.value === '-' &&
      before.gap === Gap.none &&
      this.at(index - 2).kind === 'word' &&
      before.end === token.start
    );
  }

  /** `samma lag`, `nämnda förordning`, `lagens`. */
  private pointing(index: number): LawMention | null {
    const token = this.at(index);
    if (
      isPointing(token.value) &&
      LAW_ENDING.endOf(this.at(index + 1).value) &&
      this.at(index + 1).value.length <= 13 &&
      this.at(index + 1).gap < Gap.block
    ) {
      if (!POINTED_AT.has(this.at(index + 1).value)) return null;
      const mention = this.mention(index, index + 2, 'context', token.value, []);
      return this.sfsNumber(index + 2) ? null : mention;
    }
    // `2001 års lag`: the one of that year that the document cited.
    if (token.value === 'lag' && this.at(index - 1).value === 'ars' && this.at(index - 2).value.length === 4)
      return this.mention(index, index + 1, 'context', `${this.at(index - 2).value} ars`, []);
    if (DEFINITE.has(token.value)) {
      // `arkiv-` at the end of a page, `lagen` at the head of the next: the rest of a name.
      if (this.isSign(index - 1, '-')) return null;
      if (this.sfsNumber(index + 1)) return null;
      const next = this.at(index + 1);
      if (
        next.kind === 'word' &&
        (next.value === 'om' || next.value === 'med') &&
        this.tailEntry(index + 1, token.value)
      )
        return null;
      return this.mention(index, index + 1, 'context', token.value, []);
    }
    return null;
  }

  /** `SOSFS 2011:9`, `HSLF-FS 2017:40`. */
  private agency(index: number): LawMention | null {
    const token = this.at(index);
    let to = index + 1;
    let series = token.raw;
    if (this.isSign(index + 1, '-') && this.at(index + 1).gap === Gap.none && this.at(index + 2).raw === 'FS') {
      to = index + 3;
      series = `${token.raw}-FS`;
    } else if (
      !token.raw.endsWith('FS') ||
      token.raw === 'SFS' ||
      !/^\p{Lu}\p{L}*$/u.test(token.raw) ||
      token.raw.length < 3 ||
      this.book.abbreviations.has(token.value)
    )
      return null;
    const number = this.sfsNumber(to);
    if (!number) return null;
    const mention = this.mention(index, number.to, 'agency', foldWord(series), []);
    mention.series = `${series.toUpperCase()} ${number.value}`;
    return mention;
  }

  /** `BF-lagen`, where the document introduced it. */
  private compound(index: number): LawMention | null {
    const key = this.lawCompound(index);
    if (key === null || !this.aliases.get(key)) return null;
    const mention = this.mention(index, index + 3, 'abbreviation', key, []);
    mention.genitive = this.at(index + 2).value.endsWith('s');
    return mention;
  }

  private abbreviated(index: number): LawMention | null {
    const token = this.at(index);
    if (token.value.length > 14 && !this.aliases.names(token.value)) return null;
    for (const genitive of [false, true]) {
      if (genitive && !token.value.endsWith('s')) break;
      const key = genitive ? token.value.slice(0, -1) : token.value;
      const raw = genitive ? token.raw.slice(0, -1) : token.raw;
      const alias = this.aliases.get(key);
      const entry =
        this.book.abbreviations.get(key) ?? (key === 'soi' ? this.book.abbreviations.get('sol') : undefined);
      if (!alias && !entry) continue;
      if (this.isCompoundHead(index + 1)) return null;
      const print = key === 'soi' ? (raw === 'SoI' ? 'loose' : null) : printOf(raw, entry?.printed ?? [raw]);
      if (print === null) continue;
      const kind = entry?.celex ? 'eu' : 'abbreviation';
      const mention = this.mention(index, index + 1, kind, key === 'soi' ? 'sol' : key, entry?.sfs ?? []);
      mention.print = print;
      mention.genitive = genitive;
      if (entry?.celex) mention.celex = entry.celex;
      if (/^['’]$/.test(this.at(index + 1).value) && this.at(index + 1).gap === Gap.none) {
        mention.to = index + 2;
        mention.genitive = true;
      }
      // `KL:s`
      if (
        this.isSign(index + 1, ':') &&
        this.at(index + 1).gap === Gap.none &&
        this.at(index + 2).value === 's' &&
        this.at(index + 2).gap === Gap.none
      ) {
        mention.to = index + 3;
        mention.genitive = true;
      }
      return mention;
    }
    return null;
  }

  /** Any other word in -lag, -balk, -förordning with an SFS number right behind: a law outside the catalogue. */
  private numbered(index: number): LawMention | null {
    const token = this.at(index);
    if (!LAW_ENDING.endOf(token.value)) return null;
    const number = this.sfsNumber(index + 1);
    if (!number) return null;
    return this.mention(index, index + 1, 'name', token.value, []);
  }

  /** Number and short names behind a name: `(2017:725)`, `2010:800`, `(KL)`, `, nedan kallad LKBR`, `– LSS –`. */
  private readExtras(mention: LawMention): void {
    for (let guard = 0; guard < 3; guard++) {
      const glued = this.at(mention.to);
      // A footnote mark glued to the name.
      if (glued.kind === 'number' && glued.gap === Gap.none && glued.raw === '' && !this.startsPinpoint(mention.to)) {
        mention.to++;
        continue;
      }
      if (mention.number === undefined) {
        const number = this.sfsNumber(mention.to);
        if (number) {
          mention.number = number.value;
          if (number.alias) mention.introduces.push(number.alias);
          mention.to = number.to;
          continue;
        }
      }
      if (mention.celex !== undefined && this.skipEuNumber(mention)) continue;
      if (mention.kind === 'abbreviation' && this.spelledOut(mention)) continue;
      const alias = this.aliasAt(mention.to, mention);
      if (!alias) break;
      mention.introduces.push(alias.key);
      mention.to = alias.to;
    }
  }

  /** `SoL (socialtjänstlagen)`, `LSS – lagen om …`: the name behind its short form. */
  private spelledOut(mention: LawMention): boolean {
    const sign = this.at(mention.to);
    if (sign.kind !== 'sign' || sign.gap >= Gap.block || !/^[(=–:-]$/.test(sign.value)) return false;
    const name = this.whole(mention.to + 1) ?? this.general(mention.to + 1);
    if (
      !name ||
      !(
        name.candidates.some((sfs) => mention.candidates.includes(sfs)) ||
        (name.number && mention.candidates.includes(name.number))
      )
    )
      return false;
    mention.kind = 'name';
    mention.key = name.key;
    mention.candidates = name.candidates;
    mention.introduces.push(foldWord(this.at(mention.from).raw));
    if (name.number) mention.number = name.number;
    mention.to = name.to;
    const number = mention.number === undefined ? this.sfsNumber(mention.to) : null;
    if (number) {
      mention.number = number.value;
      mention.to = number.to;
    }
    if (sign.value === '(' && this.isSign(mention.to, ')')) mention.to++;
    return true;
  }

  private markForeignAndEra(mention: LawMention): void {
    for (let k = 1; k <= 3; k++) {
      const before = this.at(mention.from - k);
      if (before.kind !== 'word' || this.at(mention.from - k + 1).gap >= Gap.block) break;
      if (FOREIGN.has(before.value)) mention.kind = 'foreign';
      else if (OLD.has(before.value)) mention.era = 'old';
      // `den då gällande kommunallagen`, not `den nu gällande`.
      else if (before.value === 'da' && this.at(mention.from - k + 1).value === 'gallande') mention.era = 'old';
      else if (NEW.has(before.value)) mention.era = 'new';
      else if (!BETWEEN.has(before.value)) break;
    }
    // `1986 års förvaltningslag`: the one of that year.
    if (this.at(mention.from - 1).value === 'ars' && this.at(mention.from - 2).kind === 'number') {
      const own = mention.candidates.filter((sfs) => sfs.startsWith(`${this.at(mention.from - 2).value}:`));
      if (own.length > 0) mention.candidates = own;
    }
    // `kommunallagen (410/2015)`: Finnish statutes are numbered so.
    if (
      this.isSign(mention.to, '(') &&
      this.at(mention.to + 1).kind === 'number' &&
      this.isSign(mention.to + 2, '/') &&
      this.at(mention.to + 3).value.length === 4 &&
      mention.kind !== 'eu'
    ) {
      mention.kind = 'foreign';
      mention.to = Math.min(this.tokens.length, mention.to + 5);
    }
  }
}
