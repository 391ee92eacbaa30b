import { AMBIGUOUS } from './ambiguous';
import { statutes } from './catalogue';
import { EU_ACTS } from './eu-acts';
import { foldWord } from './fold';
import { type NameBook, type NameEntry, nameBook, repairName, type TrieNode } from './names';
import { Gap, NO_TOKEN, type Token } from './tokens';
import { isPointing } from './words';

/** A law as the text names it, before it is known which statute that was at the time. */
export interface LawMention {
  /** Token indices, half-open. */
  from: number;
  to: number;
  start: number;
  end: number;
  /**
   * `name` a statute's name; `abbreviation`; `number` an SFS number alone; `context` "samma lag", "lagens"; `eu`; `agency`;
   * `foreign` another country's law, never reported.
   */
  kind: 'name' | 'abbreviation' | 'number' | 'context' | 'eu' | 'agency' | 'foreign';
  /** Identity of the name: folded words or folded abbreviation. */
  key: string;
  /** Statutes that the name can mean. */
  candidates: readonly string[];
  /** SFS number printed with the name. */
  number?: string;
  celex?: string;
  series?: string;
  /** Abbreviations: printed as it should be, in capitals, or only alike. Names: `damaged` when letters were repaired. */
  print: 'exact' | 'capitals' | 'loose' | 'damaged';
  indefinite: boolean;
  genitive: boolean;
  era?: 'old' | 'new';
  /** Folded short names that the mention introduces: "(LKBR)", "nedan kallad bokföringslagen". */
  introduces: string[];
}

/** Words that a law's name goes on with: `lag om …`. */
const TAIL_BEGINS = new Set(['om', 'med', 'till', 'angaende']);
const LAW_WORD = new Set(['lag', 'lagen', 'lagens', 'forordning', 'forordningen', 'forordningens']);
const LAW_ENDING =
  /(?:lag|lagen|lagens|balk|balken|balkens|forordning|forordningen|forordningens|kungorelse|kungorelsen|ordning|ordningen)$/;
const FOREIGN = new Set([
  'finska',
  'finsk',
  'finlands',
  'finlandska',
  'norska',
  'norges',
  'danska',
  'danmarks',
  'alandska',
  'tyska',
  'islandska',
  'estniska',
]);
const OLD = new Set(['gamla', 'tidigare', 'aldre', 'davarande', 'upphavda', 'forra', 'forutvarande']);
const NEW = new Set(['nya', 'ny', 'kommande']);
/** Reports, bills and cases are numbered like statutes: `SOU 2016:2`, `prop. 2016/17:171`, `NJA 1999:1`. */
const OTHER_SERIES = new Set([
  'sou',
  'ds',
  'dir',
  'prop',
  'bet',
  'rskr',
  'skr',
  'nja',
  'ra',
  'hfd',
  'ad',
  'mod',
  'jo',
  'rh',
  'kkv',
  'dnr',
  'diarienr',
  'diarienummer',
  'mal',
  'kf',
  'ks',
  'motion',
  'mot',
  'cirkular',
  'riso',
  'bilaga',
  'tabell',
  'pbl',
]);
const INTRODUCERS = new Set([
  'nedan',
  'kallad',
  'kallat',
  'benamnd',
  'benamns',
  'forkortad',
  'forkortat',
  'forkortas',
  'fortsattningsvis',
  'fortsattningen',
  'harefter',
  'har',
  'hadanefter',
  'i',
  'det',
  'foljande',
  'vidare',
  'kallas',
  'den',
  'aven',
  'forkortning',
  'dvs',
]);
const QUOTES = new Set(['"', '”', '“', '’', "'", '»', '«', '„']);

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
export class LawReader {
  private readonly book: NameBook = nameBook();

  /**
   * @param tokens the window
   * @param aliases short names that the document introduced, folded → mention that introduced them
   */
  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly aliases: ReadonlyMap<string, LawMention>,
  ) {}

  private at(index: number): Token {
    return this.tokens[index] ?? NO_TOKEN;
  }

  private sign(index: number, value: string): boolean {
    const token = this.at(index);
    return token.kind === 'sign' && token.value === value && token.gap < Gap.block;
  }

  /** The law named at `index`, with its number and the short names it introduces; null where none is. */
  read(index: number): LawMention | null {
    const token = this.at(index);
    if (token.kind === 'number') return this.byNumberAlone(index);
    if (token.kind !== 'word') return token.kind === 'sign' && token.value === '(' ? this.euNumber(index) : null;
    if (this.isCompoundTail(index)) return null;
    const mention =
      (this.at(index - 1).value === 'och' && this.sign(index - 2, '-') ? this.pieced(index) : null) ??
      this.whole(index) ??
      this.pieced(index) ??
      this.general(index) ??
      this.pointing(index) ??
      this.agency(index) ??
      this.repaired(index) ??
      this.abbreviated(index) ??
      this.numbered(index) ??
      this.byWordSfs(index);
    if (!mention) return null;
    if (mention.kind !== 'context' && mention.kind !== 'agency') this.readExtras(mention);
    this.markForeignAndEra(mention);
    mention.end = this.at(mention.to - 1).end;
    return mention;
  }

  private mention(
    from: number,
    to: number,
    kind: LawMention['kind'],
    key: string,
    candidates: readonly string[],
  ): LawMention {
    return {
      from,
      to,
      start: this.at(from).start,
      end: this.at(to - 1).end,
      kind,
      key,
      candidates,
      print: 'exact',
      indefinite: false,
      genitive: false,
      introduces: [],
    };
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

  /** `LVU-placering`: the name is part of a longer word. */
  private isCompoundHead(to: number): boolean {
    const hyphen = this.at(to);
    const next = this.at(to + 1);
    return (
      hyphen.kind === 'sign' &&
      /[-‐‑–]/.test(hyphen.value) &&
      hyphen.gap === Gap.none &&
      next.kind === 'word' &&
      next.gap === Gap.none
    );
  }

  /** `samma lag`, `nämnda förordning`, `lagens`. */
  private pointing(index: number): LawMention | null {
    const token = this.at(index);
    if (
      isPointing(token.value) &&
      LAW_ENDING.test(this.at(index + 1).value) &&
      this.at(index + 1).value.length <= 13 &&
      this.at(index + 1).gap < Gap.block
    ) {
      if (!/^(?:lag|balk|forordning|forfattning|lagen|forordningen|balken)$/.test(this.at(index + 1).value))
        return null;
      const mention = this.mention(index, index + 2, 'context', token.value, []);
      return this.sfsNumber(index + 2) ? null : mention;
    }
    if (/^(?:lagen|lagens|forordningens|forordningen|balkens|balken)$/.test(token.value)) {
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
    if (this.sign(index + 1, '-') && this.at(index + 1).gap === Gap.none && this.at(index + 2).raw === 'FS') {
      to = index + 3;
      series = `${token.raw}-FS`;
    } else if (
      !/^\p{Lu}[\p{L}]*FS$/u.test(token.raw) ||
      token.raw === 'SFS' ||
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

  /** A name printed whole, the longest that stands here. */
  private whole(index: number): LawMention | null {
    let node: TrieNode | undefined = this.book.root;
    let at = index;
    let best: { to: number; entry: NameEntry } | null = null;
    for (let words = 0; node && words < 8; words++) {
      const token = this.at(at);
      if ((token.kind !== 'word' && token.value !== '&') || (words > 0 && token.gap >= Gap.block)) break;
      node = node.next.get(token.value === '&' ? 'och' : token.value);
      at++;
      if (node?.entry) best = { to: at, entry: node.entry };
      while (
        node &&
        this.at(at).kind === 'sign' &&
        /[-‐‑–:]/.test(this.at(at).value) &&
        this.at(at).gap <= Gap.space &&
        this.at(at + 1).kind === 'word'
      )
        at++;
    }
    if (best) {
      if (this.isCompoundHead(best.to)) return null;
      return this.nameMention(index, best.to, best.entry, 'exact');
    }
    return null;
  }

  /** A single-word name with damaged letters. */
  private repaired(index: number): LawMention | null {
    const token = this.at(index);
    if (token.value.length < 8 || !/(?:[li]agens?|lageri|lag|balken|balkens|rordningen)$/.test(token.value))
      return null;
    const repaired = repairName(token.value);
    const entry = repaired === null ? undefined : this.book.wholes.get(repaired);
    if (!entry || this.isCompoundHead(index + 1)) return null;
    return this.nameMention(index, index + 1, entry, 'damaged');
  }

  /** A name of which only the end is whole: `social tjänstlagen`, `hiilso- och sjukvardslagen`. */
  private pieced(index: number): LawMention | null {
    const token = this.at(index);
    if (token.gap >= Gap.block || this.at(index - 1).kind !== 'word' || this.isCompoundHead(index + 1)) return null;
    if (!/(?:lagen|lagens|balken)$/.test(token.value)) return null;
    const before = this.at(index - 1).value;
    if (before === 'och') return this.joined(index - 2, index, `och${token.value}`);
    // `plan- och bygg lagen`
    if (this.at(index - 2).value === 'och') return this.joined(index - 3, index, `och${before}${token.value}`);
    if (before.length < 4) return null;
    const entry = this.book.wholes.get(before + token.value);
    if (entry) return this.nameMention(index - 1, index + 1, entry, 'damaged');
    // `hälsooch sjukvårdslagen`
    return before.endsWith('och') ? this.joined(index - 1, index, token.value) : null;
  }

  /** The name made of the word at or before `first` (past its hyphen) and `rest`. */
  private joined(first: number, last: number, rest: string): LawMention | null {
    const from = this.sign(first, '-') ? first - 1 : first;
    if (this.at(from).kind !== 'word') return null;
    const whole = repairName(this.at(from).value + rest);
    const entry = whole === null ? undefined : this.book.wholes.get(whole);
    return entry ? this.nameMention(from, last + 1, entry, 'damaged') : null;
  }

  private nameMention(from: number, to: number, entry: NameEntry, print: LawMention['print']): LawMention {
    const mention = this.mention(from, to, entry.celex ? 'eu' : 'name', entry.key, entry.sfs);
    mention.print = print;
    mention.indefinite = entry.indefinite;
    mention.genitive = /(?:en|balk|ordning)s$/.test(this.at(to - 1).value);
    if (entry.celex) mention.celex = entry.celex;
    return mention;
  }

  private tailEntry(index: number, word: string): { to: number; entry: NameEntry } | null {
    let node: TrieNode | undefined = word.startsWith('lag') ? this.book.tails.lag : this.book.tails.forordning;
    let at = index;
    let best: { to: number; entry: NameEntry } | null = null;
    for (let words = 0; node && words < 24; words++) {
      const token = this.at(at);
      if ((token.kind !== 'word' && token.value !== '&') || token.gap >= Gap.block) break;
      node = node.next.get(token.value === '&' ? 'och' : token.value);
      at++;
      if (node?.entry) best = { to: at, entry: node.entry };
      while (
        node &&
        this.at(at).kind === 'sign' &&
        /[-‐‑–:,]/.test(this.at(at).value) &&
        this.at(at + 1).kind === 'word'
      )
        at++;
    }
    return best;
  }

  /** `lagen (1993:387) om stöd och service till vissa funktionshindrade`, number or tail or both. */
  private general(index: number): LawMention | null {
    const token = this.at(index);
    if (!LAW_WORD.has(token.value)) return null;
    const number = this.sfsNumber(index + 1);
    const tail = this.tailEntry(number ? number.to : index + 1, token.value);
    if (!number && !tail) return this.byShortName(index);
    const to = tail ? tail.to : (number as { to: number }).to;
    const mention = this.mention(
      index,
      to,
      'name',
      tail ? `${token.value} ${tail.entry.key}` : 'lag',
      tail?.entry.sfs ?? [],
    );
    if (number) {
      mention.number = number.value;
      if (number.alias) mention.introduces.push(number.alias);
    }
    const short = tail ? null : this.shortNameBehind(mention.to);
    if (short) {
      mention.introduces.push(short.key);
      mention.to = short.to;
    }
    return mention;
  }

  /** `lagen om särskilda bestämmelser om vård av unga (LVU)`: the name is not the printed one, its short form is known. */
  private byShortName(index: number): LawMention | null {
    const short = this.shortNameBehind(index + 1);
    const entry = short && this.book.abbreviations.get(short.key);
    if (!short || !entry || entry.sfs.length === 0 || short.key in AMBIGUOUS) return null;
    const mention = this.mention(index, short.to, 'name', short.key, entry.sfs);
    mention.introduces.push(short.key);
    return mention;
  }

  /** The short name in brackets behind a tail that is not in the catalogue: `om något annat (LNA)`. */
  private shortNameBehind(index: number): { key: string; to: number } | null {
    if (!TAIL_BEGINS.has(this.at(index).value)) return null;
    for (let at = index; at < index + 24; at++) {
      const token = this.at(at);
      if (token.gap >= Gap.block || token.kind === 'section' || token.kind === 'number') return null;
      if (token.kind === 'sign' && (token.value === '.' || token.value === ';')) return null;
      if (token.value === '(') return this.aliasAt(at);
    }
    return null;
  }

  private abbreviated(index: number): LawMention | null {
    const token = this.at(index);
    if (token.value.length > 14) return null;
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
        this.sign(index + 1, ':') &&
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
    if (!LAW_ENDING.test(token.value)) return null;
    const number = this.sfsNumber(index + 1);
    if (!number) return null;
    return this.mention(index, index + 1, 'name', token.value, []);
  }

  /** `SFS 2010:800`. */
  private byWordSfs(index: number): LawMention | null {
    if (this.at(index).value !== 'sfs') return null;
    const number = this.sfsNumber(index);
    if (!number) return null;
    const mention = this.mention(index, number.to, 'number', 'sfs', []);
    mention.number = number.value;
    return mention;
  }

  /** A bare `2017:725` of the catalogue; good only beside a pinpoint. */
  private byNumberAlone(index: number): LawMention | null {
    const before = this.at(index - 1);
    const word = before.kind === 'sign' ? this.at(index - 2) : before;
    if (OTHER_SERIES.has(word.value) || /^(?:prop|sou|ds|dir|bet)$/.test(before.value)) return null;
    if (
      before.kind === 'sign' &&
      before.gap === Gap.none &&
      (before.value === '/' || before.value === ':' || before.value === '-')
    )
      return null;
    const number = this.sfsNumber(index);
    if (!number || !statutes().has(number.value)) return this.euNumber(index);
    const mention = this.mention(index, number.to, 'number', 'number', []);
    mention.number = number.value;
    mention.print = 'loose';
    return mention;
  }

  /** `(EU) 2016/679`, `2014/24/EU`. */
  private euNumber(index: number): LawMention | null {
    let at = index;
    if (this.sign(at, '(')) at++;
    if (this.at(at).value === 'eu' || this.at(at).value === 'eg') at++;
    if (this.sign(at, ')')) at++;
    if (this.at(at).value === 'nr') at++;
    const year = this.at(at);
    if (year.kind !== 'number' || !this.sign(at + 1, '/') || this.at(at + 2).kind !== 'number') return null;
    const number = `${year.value}/${this.at(at + 2).value}`;
    const act = EU_ACTS.find((one) => one.number.includes(number));
    if (!act || (at === index && act.number.startsWith('EU'))) return null;
    const mention = this.mention(index, at + 3, 'eu', number, []);
    mention.celex = act.celex;
    return mention;
  }

  /**
   * An SFS number at `index`: `(2017:725)`, `( 1990:52 )`, `(SFS 2010:800)`, `2010:800`, `, SFS 2010:800`; also with a short name
   * in the same brackets: `(2017:725, KL)`.
   */
  private sfsNumber(index: number): { value: string; to: number; alias?: string } | null {
    let at = index;
    let open = false;
    if (
      (this.sign(at, ',') || this.sign(at, '–')) &&
      this.at(at + 1).gap < Gap.block &&
      (this.at(at + 1).value === 'sfs' ||
        this.at(at + 1).value.length === 4 ||
        (this.at(at + 1).value === '(' && this.at(at + 2).value.length === 4))
    )
      at++;
    if (this.sign(at, '(') || this.sign(at, '[')) {
      open = true;
      at++;
    }
    const label = this.at(at);
    if (
      label.kind === 'word' &&
      label.gap < Gap.block &&
      (label.value === 'sfs' || (open && (label.value === 'lag' || label.value === 'lagen')))
    )
      at++;
    if (this.sign(at, ':') || this.sign(at, '.')) at++;
    if (this.at(at).kind === 'word' && this.at(at).value === 'nr') at++;
    const year = this.at(at);
    if (year.kind !== 'number' || year.value.length !== 4 || year.raw || year.gap >= Gap.block) return null;
    if (Number(year.value) < 1600 || Number(year.value) > 2099) return null;
    const serial = this.at(at + 2);
    const stopped =
      open && (this.sign(at + 1, ';') || this.sign(at + 1, '.')) && statutes().has(`${year.value}:${serial.value}`);
    if (!this.sign(at + 1, ':') && !stopped) return null;
    if (serial.kind !== 'number' || serial.value.length > 4 || serial.raw || serial.gap >= Gap.block) return null;
    if (!open && (this.at(at + 1).gap > Gap.none || serial.gap > Gap.none)) return null;
    const value = `${year.value}:${Number(serial.value)}`;
    let to = at + 3;
    if (!open) return { value, to };
    let alias: string | undefined;
    if (this.sign(to, ',') || this.sign(to, ';') || this.sign(to, '–')) {
      const short = this.aliasWord(to + 1);
      if (short) {
        alias = short.key;
        to = short.to;
      }
    }
    if (this.sign(to, ')') || this.sign(to, ']')) to++;
    return alias === undefined ? { value, to } : { value, to, alias };
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

  /** Whether a number glued to a name begins a place in the law: `SoL14 kap`, `LVU2 §`, `SoL14:1`. */
  private startsPinpoint(index: number): boolean {
    const next = this.at(index + 1);
    if (next.kind === 'section') return true;
    if (next.kind === 'word' && /^(?:kap|kapitel|kapitlet)$/.test(next.value)) return true;
    return next.kind === 'sign' && next.value === ':' && this.at(index + 2).kind === 'number';
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
    if (sign.value === '(' && this.sign(mention.to, ')')) mention.to++;
    return true;
  }

  /** `(EU) 2016/679` or `(2016/679)` behind the name of an EU act. */
  private skipEuNumber(mention: LawMention): boolean {
    let at = mention.to;
    if (!this.sign(at, '(') && this.at(at).value !== 'eu') return false;
    while (
      at < mention.to + 4 &&
      (this.at(at).value === '(' || this.at(at).value === ')' || this.at(at).value === 'eu')
    )
      at++;
    if (this.at(at).kind !== 'number' || !this.sign(at + 1, '/') || this.at(at + 2).kind !== 'number') return false;
    mention.to = this.sign(at + 3, ')') ? at + 4 : at + 3;
    return true;
  }

  /**
   * A short name behind a law: `(KL)`, `, nedan kallad LKBR`, `– LSS –`.
   * @param law the law it would be short for; a known abbreviation of another law is no introduction
   */
  private aliasAt(index: number, law?: LawMention): { key: string; to: number } | null {
    const token = this.at(index);
    if (token.gap >= Gap.block || token.kind !== 'sign') return null;
    if (token.value === '(') {
      const alias = this.aliasWord(index + 1);
      if (!alias) return null;
      if (this.sign(alias.to, ')')) return { key: alias.key, to: alias.to + 1 };
      // `regeringsformen (RF 1:9)`
      return this.isShortFor(alias.key, law) && this.beginsPlace(alias.to) ? alias : null;
    }
    if (token.value !== ',' && token.value !== '–' && token.value !== '-') return null;
    const next = this.at(index + 1);
    const alias = this.aliasWord(index + 1);
    if (!alias) return null;
    const introduced = next.kind === 'word' && INTRODUCERS.has(next.value) && alias.to > index + 2;
    if (introduced) return alias;
    // `socialtjänstlagen, SoL, …`: the short name of that very law.
    if (!alias.exact || !this.isShortFor(alias.key, law)) return null;
    if (token.value === ',') return alias;
    return this.sign(alias.to, token.value) ? { key: alias.key, to: alias.to + 1 } : null;
  }

  private isShortFor(key: string, law: LawMention | undefined): boolean {
    const entry = this.book.abbreviations.get(key);
    if (!entry || !law) return false;
    return (
      (law.number !== undefined && entry.sfs.includes(law.number)) ||
      entry.sfs.some((sfs) => law.candidates.includes(sfs))
    );
  }

  private beginsPlace(index: number): boolean {
    const token = this.at(index);
    return token.gap < Gap.block && (token.kind === 'number' || token.kind === 'section' || token.value === 'kap');
  }

  /** The short name at `index`, past "nedan kallad" and quotation marks. */
  private aliasWord(index: number): { key: string; to: number; exact: boolean } | null {
    let at = index;
    let introduced = false;
    while (
      at < index + 6 &&
      this.at(at).kind === 'word' &&
      INTRODUCERS.has(this.at(at).value) &&
      this.at(at).gap < Gap.block
    ) {
      introduced = true;
      at++;
    }
    if (QUOTES.has(this.at(at).value)) {
      introduced = true;
      at++;
    }
    const token = this.at(at);
    if (token.kind !== 'word' || token.gap >= Gap.block) return null;
    const capitals = (token.raw.match(/\p{Lu}/gu) ?? []).length;
    const known = this.book.abbreviations.has(token.value);
    const looksShort = capitals >= 2 && token.raw.length <= 12;
    if (!looksShort && !(introduced && token.value.length >= 3 && (LAW_ENDING.test(token.value) || known))) return null;
    let to = at + 1;
    if (QUOTES.has(this.at(to).value)) to++;
    return { key: token.value, to, exact: looksShort };
  }

  private markForeignAndEra(mention: LawMention): void {
    for (let k = 1; k <= 3; k++) {
      const before = this.at(mention.from - k);
      if (before.kind !== 'word' || this.at(mention.from - k + 1).gap >= Gap.block) break;
      if (FOREIGN.has(before.value)) mention.kind = 'foreign';
      else if (OLD.has(before.value)) mention.era = 'old';
      else if (NEW.has(before.value)) mention.era = 'new';
      else if (!/^(?:den|i|svenska|gallande|numera|da)$/.test(before.value)) break;
    }
    // `kommunallagen (410/2015)`: Finnish statutes are numbered so.
    if (
      this.sign(mention.to, '(') &&
      this.at(mention.to + 1).kind === 'number' &&
      this.sign(mention.to + 2, '/') &&
      this.at(mention.to + 3).value.length === 4 &&
      mention.kind !== 'eu'
    ) {
      mention.kind = 'foreign';
      mention.to = Math.min(this.tokens.length, mention.to + 5);
    }
  }

  /** The text as printed between two offsets. */
  printed(mention: LawMention): string {
    return this.text.slice(mention.start, mention.end);
  }
}
