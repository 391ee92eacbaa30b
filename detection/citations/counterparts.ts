import { SOL_COUNTERPARTS } from '../../data/counterparts';

export interface Counterpart {
  /** Place in 2025:400: chapter and section. */
  chapter: string;
  section: string;
  certainty: 'high' | 'medium';
}

let counterparts: Map<string, Counterpart[]> | undefined;

/** Where a section of socialtjänstlagen (2001:453) has its nearest counterpart in 2025:400; empty where none is known. */
export function solCounterparts(chapter: string, section: string): readonly Counterpart[] {
  if (!counterparts) {
    counterparts = new Map();
    for (const row of SOL_COUNTERPARTS.split(' ')) {
      const [from = '', rest = ''] = row.split('>');
      const certainty = rest.endsWith('~') ? 'medium' : 'high';
      const places = rest
        .replace('~', '')
        .split(',')
        .map((place) => place.split(':') as [string, string])
        .map(([to, toSection]) => ({ chapter: to, section: toSection, certainty }) as const);
      counterparts.set(from, [...(counterparts.get(from) ?? []), ...places]);
    }
  }
  return counterparts.get(`${chapter}:${section}`) ?? [];
}
