import { statutes } from './catalogue';
import { definite } from './definite';
import { EU_ACTS } from './eu-acts';
import { foldWord, letterOf } from './fold';

/** What a written name can mean: SFS numbers of the statutes that carried it, or CELEX numbers. */
export interface NameEntry {
  /** Folded words joined: the name's identity. */
  key: string;
  /** SFS numbers, catalogue order; empty for EU acts. */
  sfs: string[];
  celex?: string;
  /** `socialtjänstlag` and `kommunallag`: a name only where a number or a cue follows. */
  indefinite: boolean;
}

export interface AbbreviationEntry {
  /** As it should be written, in every way that is: "PUL", "PuL". */
  printed: string[];
  sfs: string[];
  celex?: string;
}

interface TrieNode {
  next: Map<string, TrieNode>;
  entry?: NameEntry;
}

/** Words of a name, folded; hyphens part words: `offentlighets- och sekretesslagen`. */
export function nameWords(name: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let i = 0; i <= name.length; i++) {
    const letter = i < name.length ? letterOf(name.charCodeAt(i)) : 0;
    if (letter !== 0) word += String.fromCharCode(96 + letter);
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return words;
}

/** The same, and the figures of `NIS 2-direktivet`. */
const euNameWords = (name: string): string[] =>
  name.split(/(\d+)/).flatMap((part) => (/^\d/.test(part) ? [part] : nameWords(part)));

class NameBook {
  readonly root: TrieNode = { next: new Map() };
  /** Tails of `lag om …`, from the word after `lag`; by kind of act. */
  readonly tails = { lag: this.node(), forordning: this.node() };
  /** Folded abbreviation → entry. */
  readonly abbreviations = new Map<string, AbbreviationEntry>();
  /** Single-word names by length, for damaged print. */
  readonly byLength = new Map<number, string[]>();
  /** Names that can be repaired, words joined. */
  readonly wholes = new Map<string, NameEntry>();
  /** Folded words that begin or are a name: what the scanner looks for. */
  readonly anchors = new Set<string>();

  constructor() {
    for (const statute of statutes().values()) {
      for (const form of statute.forms) this.addForm(form, statute.sfs);
      for (const abbreviation of statute.abbreviations) this.addAbbreviation(abbreviation, statute.sfs);
    }
    for (const act of EU_ACTS) {
      for (const name of [act.name, ...act.forms]) {
        this.insert(this.root, euNameWords(name), '', false, act.celex);
        this.insert(this.root, euNameWords(`${name}s`), '', false, act.celex);
      }
      for (const abbreviation of act.abbreviations) this.addAbbreviation(abbreviation, '', act.celex);
    }
  }

  private node(): TrieNode {
    return { next: new Map() };
  }

  private addForm(form: string, sfs: string): void {
    const general = /^(lag|förordning) (.*)$/i.exec(form);
    if (general) {
      const tail = nameWords((general[2] as string).replace(/,? m\.\s?(m|fl)\.$/, ''));
      this.insert(general[1]?.toLowerCase() === 'lag' ? this.tails.lag : this.tails.forordning, tail, sfs, false);
      return;
    }
    const whole = definite(form);
    if (whole.toLowerCase() !== form.toLowerCase()) this.insert(this.root, nameWords(form), sfs, true);
    this.insert(this.root, nameWords(whole), sfs, false);
    this.insert(this.root, nameWords(`${whole}s`), sfs, false);
  }

  private addAbbreviation(abbreviation: string, sfs: string, celex?: string): void {
    if (abbreviation.includes('-')) return;
    const key = foldWord(abbreviation);
    const entry = this.abbreviations.get(key) ?? { printed: [], sfs: [] };
    if (!entry.printed.includes(abbreviation)) entry.printed.push(abbreviation);
    if (sfs && !entry.sfs.includes(sfs)) entry.sfs.push(sfs);
    if (celex) entry.celex = celex;
    this.abbreviations.set(key, entry);
    this.anchors.add(key);
    this.anchors.add(`${key}s`);
  }

  private insert(from: TrieNode, words: string[], sfs: string, indefinite: boolean, celex?: string): void {
    let node = from;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) {
        next = this.node();
        node.next.set(word, next);
      }
      node = next;
    }
    node.entry ??= { key: words.join(' '), sfs: [], indefinite };
    if (!indefinite) node.entry.indefinite = false;
    if (sfs && !node.entry.sfs.includes(sfs)) node.entry.sfs.push(sfs);
    if (celex) node.entry.celex = celex;
    if (from !== this.root) return;
    const last = words[words.length - 1] as string;
    this.anchors.add(last);
    // `hälso- och sjukvårdslagen` is repaired as one word too.
    const whole = words.join('');
    if ((words.length === 1 && last.length >= 9) || (words.length === 3 && words[1] === 'och')) {
      const list = this.byLength.get(whole.length) ?? [];
      if (!list.includes(whole)) list.push(whole);
      this.byLength.set(whole.length, list);
      this.wholes.set(whole, node.entry);
    }
  }
}

let book: NameBook | undefined;

/** All names and abbreviations of the catalogue, built once. */
export function nameBook(): NameBook {
  book ??= new NameBook();
  return book;
}

export type { NameBook, TrieNode };

const nearest = new Map<string, string | null>();
const VOWELS = /[aoeiuy]/;
const LONG_NAME = 12;

/**
 * The single-word name that a damaged word stands for, or null: `socialtjinstlagen` → `socialtjanstlagen`.
 * Letters that scanning garbles most (å ä ö) may be any letter, and at most one other letter may differ.
 */
export function repairName(word: string): string | null {
  const known = nearest.get(word);
  if (known !== undefined) return known;
  if (nearest.size > 4000) nearest.clear();
  let best: string | null = null;
  let bestCost = word.length >= LONG_NAME ? 2.3 : 1.3;
  for (const length of [word.length, word.length - 1, word.length + 1]) {
    for (const name of nameBook().byLength.get(length) ?? []) {
      const cost = damage(word, name, bestCost);
      if (cost < bestCost) {
        best = name;
        bestCost = cost;
      }
    }
  }
  nearest.set(word, best);
  return best;
}

/** Cost of reading `name` as `word`: edits, where a letter that may have been å ä ö costs less. */
function damage(word: string, name: string, limit: number): number {
  let from = 0;
  while (from < word.length && word[from] === name[from]) from++;
  let wordEnd = word.length;
  let nameEnd = name.length;
  while (wordEnd > from && nameEnd > from && word[wordEnd - 1] === name[nameEnd - 1]) {
    wordEnd--;
    nameEnd--;
  }
  // Scans garble the first letter of a name least; another one makes another word: `jantelagen`, `räntelagen`.
  if (from === 0 && word.length < LONG_NAME && !VOWELS.test(name[0] as string)) return limit;
  const a = word.slice(from, wordEnd);
  const b = name.slice(from, nameEnd);
  if (a.length > 12 || b.length > 12 || Math.abs(a.length - b.length) > 1) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1];
      const swap = same ? 0 : VOWELS.test(b[k - 1] as string) ? 0.6 : 1;
      next.push(Math.min((row[k - 1] as number) + swap, (row[k] as number) + 1, (next[k - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
