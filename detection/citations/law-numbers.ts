import { statutes } from './catalogue';
import { Cursor } from './cursor';
import { Endings, words } from './endings';
import { celexOf, EU_ACTS } from './eu-acts';
import type { LawMention } from './law-mention';
import { type NameBook, nameBook } from './names';
import { Gap } from './tokens';
import { LAW_ENDING } from './words';

/** Reports, bills and cases are numbered like statutes: `SOU 2016:2`, `prop. 2016/17:171`, `NJA 1999:1`. */
const OTHER_SERIES = words(
  'sou ds dir prop bet rskr skr nja ra hfd ad mod jo rh kkv dnr diarienr diarienummer mal kf ks motion mot ' +
    'cirkular riso bilaga tabell pbl',
);

export const INTRODUCERS = words(
  'nedan kallad kallat benamnd benamns forkortad forkortat forkortas fortsattningsvis fortsattningen harefter ' +
    'har hadanefter i det foljande vidare kallas den aven forkortning dvs',
);
export const QUOTES = new Set(['"', '”', '“', '’', "'", '»', '«', '„']);

/** Kinds of EU acts: `genomförandeförordning` among the regulations. */
const EU_KINDS = new Endings('forordning forordningen forordningens direktiv direktivet direktivets');
const EU_MAKERS = words('europaparlamentets och radets kommissionens delegerade');
const UNION = /^(?:eu|eg|eeg)$/;

interface EuNumbers {
  one: string;
  other: string;
  to: number;
  isEu: boolean;
  /** `2014/24/EU` */
  yearFirst: boolean;
  /** `nr 910/2014` */
  numbered: boolean;
}

const COMPOUND_TAIL = /^(lag|balk|forordning)(?:ens?)?$/;

/** Reads the numbers of statutes and EU acts: `(2017:725)`, `SFS 2010:800`, `(EU) 2016/679`. */
export class LawNumberReader extends Cursor {
  protected readonly book: NameBook = nameBook();

  protected mention(
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

  /**
   * An SFS number at `index`: `(2017:725)`, `( 1990:52 )`, `(SFS 2010:800)`, `2010:800`, `, SFS 2010:800`; also with a short name
   * in the same brackets: `(2017:725, KL)`.
   */
  protected sfsNumber(index: number): { value: string; to: number; alias?: string } | null {
    let at = index;
    let open = false;
    if (
      (this.isSign(at, ',') || this.isSign(at, '–')) &&
      this.at(at + 1).gap < Gap.block &&
      (this.at(at + 1).value === 'sfs' ||
        this.at(at + 1).value.length === 4 ||
        (this.at(at + 1).value === '(' && this.at(at + 2).value.length === 4))
    )
      at++;
    if (this.isSign(at, '(') || this.isSign(at, '[')) {
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
    if (this.isSign(at, ':') || this.isSign(at, '.')) at++;
    if (this.at(at).kind === 'word' && this.at(at).value === 'nr') at++;
    const year = this.at(at);
    if (year.kind !== 'number' || year.value.length !== 4 || year.raw || year.gap >= Gap.block) return null;
    if (Number(year.value) < 1600 || Number(year.value) > 2099) return null;
    const serial = this.at(at + 2);
    const stopped =
      open && (this.isSign(at + 1, ';') || this.isSign(at + 1, '.')) && statutes().has(`${year.value}:${serial.value}`);
    if (!this.isSign(at + 1, ':') && !stopped) return null;
    if (serial.kind !== 'number' || serial.value.length > 4 || serial.raw || serial.gap >= Gap.block) return null;
    if (!open && (this.at(at + 1).gap > Gap.none || serial.gap > Gap.none)) return null;
    const value = `${year.value}:${Number(serial.value)}`;
    let to = at + 3;
    if (!open) return { value, to };
    let alias: string | undefined;
    if (this.isSign(to, ',') || this.isSign(to, ';') || this.isSign(to, '–')) {
      const short = this.aliasWord(to + 1);
      if (short) {
        alias = short.key;
        to = short.to;
      }
    }
    if (this.isSign(to, ')') || this.isSign(to, ']')) to++;
    return alias === undefined ? { value, to } : { value, to, alias };
  }

  /** `(EU) 2016/679`, `2014/24/EU`: a listed act by its number alone. */
  protected euNumber(index: number): LawMention | null {
    const read = this.euNumbers(index);
    // `BUN 2014/24:05` is a matter's number.
    if (!read?.isEu) return null;
    const number = `${read.one}/${read.other}`;
    const act = EU_ACTS.find((one) => one.number.includes(number));
    if (!act) return null;
    const mention = this.mention(index, read.to, 'eu', number, []);
    mention.celex = act.celex;
    return mention;
  }

  /** `förordning (EG) nr 852/2004`, `direktivet 2014/24/EU`: any act by its kind and number. */
  protected euAct(index: number): LawMention | null {
    // `Europaparlamentets och rådets direktiv`
    let at = index;
    while (at < index + 5 && EU_MAKERS.has(this.at(at).value)) at++;
    const kind = EU_KINDS.of(this.at(at).value);
    const read = kind === undefined ? null : this.euNumbers(at + 1);
    if (!read?.isEu) return null;
    const celex = celexOf(kind?.startsWith('direktiv') === true, read.one, read.other, read.yearFirst, read.numbered);
    if (celex === null) return null;
    const mention = this.mention(index, read.to, 'eu', celex, []);
    mention.celex = celex;
    return mention;
  }

  /** The numbers of an EU act, perhaps with its union before or behind them. */
  private euNumbers(index: number): EuNumbers | null {
    let at = index;
    if (this.isSign(at, '(')) at++;
    let isEu = UNION.test(this.at(at).value);
    if (isEu) at++;
    if (this.isSign(at, ')')) at++;
    const numbered = this.at(at).value === 'nr';
    if (numbered) at++;
    const one = this.at(at);
    const other = this.at(at + 2);
    if (one.kind !== 'number' || !this.isSign(at + 1, '/') || other.kind !== 'number') return null;
    const yearFirst = this.isSign(at + 3, '/') && UNION.test(this.at(at + 4).value);
    isEu ||= yearFirst;
    return { one: one.value, other: other.value, to: yearFirst ? at + 5 : at + 3, isEu, yearFirst, numbered };
  }

  /** A bare `2017:725` of the catalogue; good only beside a pinpoint. */
  protected byNumberAlone(index: number): LawMention | null {
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

  /** `SFS 2010:800`. */
  protected byWordSfs(index: number): LawMention | null {
    if (this.at(index).value !== 'sfs') return null;
    const number = this.sfsNumber(index + 1);
    if (!number) return null;
    // `(SFS 1990:782) 6 §`
    const closed = this.at(index - 1).value === '(' && this.isSign(number.to, ')');
    const mention = this.mention(index, closed ? number.to + 1 : number.to, 'number', 'sfs', []);
    mention.number = number.value;
    return mention;
  }

  /** `(EU) 2016/679` or `(2016/679)` behind the name of an EU act. */
  protected skipEuNumber(mention: LawMention): boolean {
    let at = mention.to;
    if (!this.isSign(at, '(') && this.at(at).value !== 'eu') return false;
    while (
      at < mention.to + 4 &&
      (this.at(at).value === '(' || this.at(at).value === ')' || this.at(at).value === 'eu')
    )
      at++;
    if (this.at(at).kind !== 'number' || !this.isSign(at + 1, '/') || this.at(at + 2).kind !== 'number') return false;
    mention.to = this.isSign(at + 3, ')') ? at + 4 : at + 3;
    return true;
  }

  /** `BF-lagen`, `Finsam-lagens` at `index`, as one folded name in its definite form; null for anything else. */
  protected lawCompound(index: number): string | null {
    const head = this.at(index);
    const hyphen = this.at(index + 1);
    const tail = this.at(index + 2);
    if (hyphen.kind !== 'sign' || hyphen.value !== '-' || hyphen.gap !== Gap.none || tail.gap !== Gap.none) return null;
    if (!/^\p{Lu}\p{L}{1,14}$/u.test(head.raw)) return null;
    const ending = COMPOUND_TAIL.exec(tail.value)?.[1];
    return ending === undefined ? null : `${head.value}-${ending}en`;
  }

  /** The short name at `index`, past "nedan kallad" and quotation marks. */
  protected aliasWord(index: number): { key: string; to: number; exact: boolean } | null {
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
    const compound = this.lawCompound(at);
    if (compound && !this.book.abbreviations.has(compound)) {
      const behind = QUOTES.has(this.at(at + 3).value) ? at + 4 : at + 3;
      return { key: compound, to: behind, exact: true };
    }
    const capitals = (token.raw.match(/\p{Lu}/gu) ?? []).length;
    const known = this.book.abbreviations.has(token.value);
    const looksShort = capitals >= 2 && token.raw.length <= 12;
    if (!looksShort && !(introduced && token.value.length >= 3 && (LAW_ENDING.endOf(token.value) || known)))
      return null;
    let to = at + 1;
    if (QUOTES.has(this.at(to).value)) to++;
    return { key: token.value, to, exact: looksShort };
  }
}
