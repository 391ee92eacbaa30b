import { provisionNames } from '../../detection/citations/describe';
import { provisionFacts } from '../../detection/citations/facts';
import type { Passage, Reason } from '../../detection/types';

/** A law whose name has meant different statutes in different years, as the document cites it. */
export interface LawInTime {
  sfs: string;
  /** "SoL", or the name where there is no abbreviation. */
  name: string;
  /** Why it was taken to be this statute. */
  by: 'in-force' | 'introduced';
  /** Document date that settled it, ISO; absent where none was known. */
  date?: string;
  isDoubtful: boolean;
  /** ISO, first day no longer in force. */
  repealed?: string;
  /** How many citations mean it. */
  count: number;
}

/** The laws of a document that its date decides about, the most cited first. */
export function lawsInTime(passages: readonly Passage[]): LawInTime[] {
  const laws = new Map<string, LawInTime>();
  for (const passage of passages) {
    if (passage.kind !== 'citation') continue;
    const { sfs } = passage.provisions[0] ?? {};
    const by = decidedBy(passage.reason);
    if (!sfs || !by) continue;
    const known = laws.get(sfs);
    if (known) {
      known.count += 1;
      known.isDoubtful ||= passage.reason.doubtful ?? false;
      continue;
    }
    const statute = { sfs, chapter: null, section: null, level: 'statute' } as const;
    const { repealed } = provisionFacts(statute);
    laws.set(sfs, {
      sfs,
      name: provisionNames(statute).short,
      by,
      ...(passage.reason.date ? { date: passage.reason.date } : {}),
      isDoubtful: passage.reason.doubtful ?? false,
      ...(repealed ? { repealed } : {}),
      count: 1,
    });
  }
  return [...laws.values()].sort((one, other) => other.count - one.count);
}

function decidedBy({ resolvedBy }: Reason): LawInTime['by'] | undefined {
  return resolvedBy === 'in-force' || resolvedBy === 'introduced' ? resolvedBy : undefined;
}
