import type { CitationPassage, Provision, Reason } from '../types';
import { EVERYDAY } from './ambiguous';
import type { Item } from './attach';
import type { Resolution } from './in-time';
import type { LawMention } from './law-mention';
import type { Known } from './table-laws';

type Joined = (first: LawMention, second: LawMention) => boolean;

/** A law cited without a place. */
interface BareCitation {
  law: Resolution;
  provision: Provision;
  reason: Reason;
}

/** Reads the laws of a window that stand without a place: which of them are cited. */
export class BareLaws {
  private last: { law: LawMention; reported: boolean } | null = null;
  private leading: ReadonlySet<Item> = new Set();
  private joined: Joined = () => false;
  private items: readonly Item[] = [];
  /** Index of the item that was looked at last. */
  private at = 0;

  /** @param date ISO date of the document */
  constructor(
    private readonly known: Known,
    private readonly text: string,
    private readonly date: string | undefined,
  ) {}

  /**
   * Begins a window.
   * @param joined whether only commas and "och" stand between two bare laws
   */
  begin(items: readonly Item[], joined: Joined): void {
    this.last = null;
    this.joined = joined;
    this.items = items;
    this.at = 0;
    this.leading = this.leadToLaw(items, joined);
  }

  /** Notes a law that was cited with its place: one joined to it is cited too. */
  follow(law: LawMention): void {
    this.last = { law, reported: law.kind !== 'foreign' };
  }

  /** The citation that a bare law is; null where it is none. A heading that is an abbreviation alone lends its law to what stands under it. */
  read(item: Item, law: LawMention, furniture: boolean): BareCitation | null {
    const { laws, meanings } = this.known;
    const previous = this.last;
    const chained = previous?.reported === true && this.joined(previous.law, law);
    const reported = meanings.isCited(item, law, chained || this.leading.has(item)) || this.isListed(item, law);
    this.last = { law, reported };
    if (!reported) {
      const lends =
        (item.alone || laws.filledBlock(item)) &&
        law.kind === 'abbreviation' &&
        law.print !== 'loose' &&
        (!EVERYDAY.has(law.key) || this.isAmongHeads(item, law));
      const silent = lends && !furniture ? this.citationOf(law) : null;
      if (silent?.law.sfs) {
        const { start, end } = item;
        const passage: CitationPassage = {
          kind: 'citation',
          start,
          end,
          provisions: [silent.provision],
          reason: silent.reason,
        };
        const block = laws.blockAt(end - 1);
        laws.remember({ law: silent.law, end, block, chapter: null, passage, silent: true, alone: true });
      }
      return null;
    }
    const found = this.citationOf(law);
    if (found.law.resolvedBy !== 'unresolved') return found;
    this.last = { law, reported: false };
    return null;
  }

  /** Whether another law stands alone in a row of heads of columns: `SoL`, `FL`. */
  private isAmongHeads(item: Item, law: LawMention): boolean {
    const row = law.print === 'exact' ? this.known.laws.headRowOf(item) : null;
    if (!row) return false;
    while (this.at < this.items.length && this.items[this.at] !== item) this.at++;
    const isMate = (other: Item | undefined): boolean =>
      other?.pin === null && other.law !== null && other.alone && other.start >= row.start && other.end <= row.end;
    return isMate(this.items[this.at - 1]) || isMate(this.items[this.at + 1]);
  }

  /** `Revisionskriterier` over items that are nothing but `KL`, `SoL`, or begin with `Skollag`. */
  private isListed(item: Item, law: LawMention): boolean {
    const { laws } = this.known;
    if (!laws.isListedAsLaw(item.end - 1)) return false;
    if (law.kind === 'name') return law.print !== 'damaged' && laws.beginsItem(item);
    return law.kind === 'abbreviation' && law.print === 'exact' && laws.filledBlock(item) !== undefined;
  }

  /**
   * `HSL, SoL och LSS utgör de centrala lagarna`: what is said of the last of a list is said of all; all but the last. Short names that
   * an item begins with, joined to a law that is cited, are laws as well: `• LSS samt förordning (1993:1090)`.
   */
  private leadToLaw(items: readonly Item[], joined: Joined): ReadonlySet<Item> {
    const { laws, meanings } = this.known;
    const leading = new Set<Item>();
    for (let k = items.length - 2; k >= 0; k--) {
      const item = items[k] as Item;
      const next = items[k + 1] as Item;
      if (item.pin || !item.law || next.pin || !next.law || !joined(item.law, next.law)) continue;
      if (
        next.cueBehind ||
        leading.has(next) ||
        areNames(item.law, next.law) ||
        (laws.beginsItem(item) &&
          (next.law.number !== undefined || !EVERYDAY.has(item.law.key)) &&
          meanings.isCited(next, next.law, false))
      )
        leading.add(item);
    }
    return leading;
  }

  private citationOf(mention: LawMention): BareCitation {
    const law = this.known.meanings.of(mention, null);
    const level: Provision['level'] = law.series ? 'agencyRule' : 'statute';
    const provision: Provision = { sfs: law.sfs, chapter: null, section: null, level };
    if (law.celex) provision.celex = law.celex;
    if (law.series) provision.series = law.series;
    const evidence = this.text.slice(mention.start, mention.end);
    const reason: Reason = { rule: 'bare-name', evidence, resolvedBy: law.resolvedBy };
    if (this.date && law.resolvedBy === 'in-force') reason.date = this.date;
    if (law.doubtful) reason.doubtful = true;
    if (mention.print === 'damaged') reason.remark = 'damaged';
    return { law, provision, reason };
  }
}

/** `Kommunallag, Skollag`: names in a row are laws, however barely they are named. */
function areNames(first: LawMention, second: LawMention): boolean {
  return first.kind === 'name' && second.kind === 'name' && first.print !== 'damaged' && second.print !== 'damaged';
}
