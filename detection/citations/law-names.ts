import { AMBIGUOUS } from './ambiguous';
import { Endings, words } from './endings';
import type { LawMention } from './law-mention';
import { type NameEntry, repairName, type TrieNode } from './names';
import { ShortNameReader } from './short-names';
import { Gap } from './tokens';

const LAW_WORD = words('lag lagen lagens forordning forordningen forordningens');
const SIGNS_IN_NAMES = words('- ‐ ‑ – :');
const SIGNS_IN_TAILS = words('- ‐ ‑ – : ,');
/** Endings of words that may be a name with damaged letters, and of those that may be the last piece of one. */
const REPAIRABLE = new Endings('lag lagen lagens iagen iagens lageri balken balkens rordningen');
const PIECED = new Endings('lagen lagens balken');
/** Endings that names share: `socialtjänst- och skollagen`. */
const SHARED = new Endings('lagen lagens lag balken forordningen');
const GENITIVES = new Endings('ens balks ordnings');

/** Reads full names of laws, whole, damaged, written apart, and `lag om …`. */
export class LawNameReader extends ShortNameReader {
  /** `LVU-placering`, `PBL-09`: the name is part of a longer word. */
  protected isCompoundHead(to: number): boolean {
    const hyphen = this.at(to);
    const next = this.at(to + 1);
    return (
      hyphen.kind === 'sign' &&
      /[-‐‑–]/.test(hyphen.value) &&
      hyphen.gap === Gap.none &&
      (next.kind === 'word' || (next.kind === 'number' && hyphen.value === '-')) &&
      next.gap === Gap.none
    );
  }

  /** A name printed whole, the longest that stands here. */
  protected whole(index: number): LawMention | null {
    const best = this.longest(this.book.root, index, 8, SIGNS_IN_NAMES, Gap.space);
    if (!best || this.isCompoundHead(best.to)) return null;
    return this.nameMention(index, best.to, best.entry, 'exact');
  }

  /**
   * The longest name of the tree that stands at `index`.
   * @param most words of the longest name
   * @param signs what may stand between two words, no further than `gap` from the one before
   */
  private longest(
    tree: TrieNode,
    index: number,
    most: number,
    signs: ReadonlySet<string>,
    gap: number,
  ): { to: number; entry: NameEntry } | null {
    let node: TrieNode | undefined = tree;
    let at = index;
    let best: { to: number; entry: NameEntry } | null = null;
    for (let words = 0; node && words < most; words++) {
      const token = this.at(at);
      // `NIS 2-direktivet`
      const isPart = token.kind === 'word' || token.value === '&' || (token.kind === 'number' && words > 0);
      if (!isPart || (words > 0 && token.gap >= Gap.block)) break;
      node = node.next.get(token.value === '&' ? 'och' : token.value);
      at++;
      if (node?.entry) best = { to: at, entry: node.entry };
      while (node && this.isBetweenWords(at, signs, gap)) at++;
    }
    return best;
  }

  private isBetweenWords(index: number, signs: ReadonlySet<string>, gap: number): boolean {
    const sign = this.at(index);
    const { kind } = this.at(index + 1);
    return sign.kind === 'sign' && signs.has(sign.value) && sign.gap <= gap && (kind === 'word' || kind === 'number');
  }

  /** A single-word name with damaged letters. */
  protected repaired(index: number): LawMention | null {
    const token = this.at(index);
    if (token.value.length < 8 || !REPAIRABLE.endOf(token.value)) return null;
    const repaired = repairName(token.value);
    const entry = repaired === null ? undefined : this.book.wholes.get(repaired);
    if (!entry || this.isCompoundHead(index + 1)) return null;
    return this.nameMention(index, index + 1, entry, 'damaged');
  }

  /** A name of which only the end is whole: `social tjänstlagen`, `hiilso- och sjukvardslagen`. */
  protected pieced(index: number): LawMention | null {
    const token = this.at(index);
    if (token.gap >= Gap.block || this.at(index - 1).kind !== 'word' || this.isCompoundHead(index + 1)) return null;
    if (!PIECED.endOf(token.value)) return null;
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
  protected joined(first: number, last: number, rest: string): LawMention | null {
    const from = this.isSign(first, '-') ? first - 1 : first;
    if (this.at(from).kind !== 'word') return null;
    const whole = repairName(this.at(from).value + rest);
    const entry = whole === null ? undefined : this.book.wholes.get(whole);
    return entry ? this.nameMention(from, last + 1, entry, 'damaged') : null;
  }

  /**
   * The names that share the ending of the one at `mention`, in text order: `socialtjänst-` in `socialtjänst- och skollagen`,
   * two in `socialtjänst-, skol- och förvaltningslagen`. Empty where the whole is one name or the parts are none.
   */
  elided(mention: LawMention): LawMention[] {
    const found: LawMention[] = [];
    if (mention.kind !== 'name' || mention.to <= mention.from) return found;
    const ending = SHARED.of(this.at(mention.from).value);
    if (!ending) return found;
    let at = mention.from - 1;
    for (let guard = 0; guard < 4; guard++) {
      if (guard === 0 ? !/^(?:och|samt|eller|respektive)$/.test(this.at(at).value) : !this.isSign(at, ',')) break;
      const stem = this.at(at - 2);
      if (!this.isSign(at - 1, '-') || this.at(at - 1).gap !== Gap.none || stem.kind !== 'word') break;
      const node = this.book.root.next.get(stem.value + ending);
      if (!node?.entry || node.entry.celex) break;
      const one = this.nameMention(at - 2, at, node.entry, 'exact');
      one.indefinite = mention.indefinite;
      one.genitive = mention.genitive;
      found.unshift(one);
      at -= 3;
    }
    return found;
  }

  protected nameMention(from: number, to: number, entry: NameEntry, print: LawMention['print']): LawMention {
    const mention = this.mention(from, to, entry.celex ? 'eu' : 'name', entry.key, entry.sfs);
    mention.print = print;
    mention.indefinite = entry.indefinite;
    mention.genitive = GENITIVES.endOf(this.at(to - 1).value);
    if (entry.celex) mention.celex = entry.celex;
    return mention;
  }

  /** What follows `lag` or `förordning` in the name of a statute: `om …`, `med …`. */
  protected tailEntry(index: number, word: string): { to: number; entry: NameEntry } | null {
    if (this.at(index).gap >= Gap.block) return null;
    const tree = word.startsWith('lag') ? this.book.tails.lag : this.book.tails.forordning;
    return this.longest(tree, index, 24, SIGNS_IN_TAILS, Gap.block);
  }

  /** `lagen (1993:387) om stöd och service till vissa funktionshindrade`, number or tail or both. */
  protected general(index: number): LawMention | null {
    const token = this.at(index);
    if (!LAW_WORD.has(token.value)) return null;
    const number = this.sfsNumber(index + 1);
    const tail = this.tailEntry(number ? number.to : index + 1, token.value);
    if (!number && !tail) return this.byNumberBehind(index) ?? this.byShortName(index);
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

  /** `lagen om stéd och service till vissa (1993:387)`: the name is damaged or not the printed one, its number says which it is. */
  private byNumberBehind(index: number): LawMention | null {
    const at = this.bracketBehind(index + 1);
    const number = at === null ? null : this.sfsNumber(at);
    if (!number) return null;
    const mention = this.mention(index, number.to, 'name', 'lag', []);
    mention.number = number.value;
    if (number.alias) mention.introduces.push(number.alias);
    return mention;
  }

  /** `lagen om särskilda bestämmelser om vård av unga (LVU)`: the name is not the printed one, its short form is known. */
  protected byShortName(index: number): LawMention | null {
    const short = this.shortNameBehind(index + 1);
    const entry = short && this.book.abbreviations.get(short.key);
    if (!short || !entry || entry.sfs.length === 0 || short.key in AMBIGUOUS) return null;
    const mention = this.mention(index, short.to, 'name', short.key, entry.sfs);
    mention.introduces.push(short.key);
    return mention;
  }
}
