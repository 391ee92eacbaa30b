import { MONTHS } from '../months';
import { words } from './endings';

/** Folded words that stand beside numbers of sections. */

export const PARAGRAF = words('paragraf paragrafen paragrafer paragraferna paragrafens par');
export const STYCKE = words('stycket stycke styckena stycken st styckets meningen mening');
export const ITEM = words('p punkt punkten punkterna punkter pkt mom momentet ledet strecksatsen');
export const AND = words('och samt eller respektive resp jamte o ock');
export const JOIN_WORDS = new Set([...AND, 'jfr', 'i', 'dels', 'liksom', 'ocksa', 'aven']);
/** Units and dates: a number before one of these is no section whose sign was lost. */
export const UNITS = new Set([
  ...MONTHS,
  ...words(
    'kronor kr mnkr tkr mkr milj miljoner miljarder arsarbetare platser procent st manader dagar ar barn elever personer timmar sidor ' +
      'kap veckor arenden gangen',
  ),
]);
/** Signs between the two numbers of a range. */
export const DASHES = words('- – — − ‑ ‐');
/** Verbs that a sentence goes on with behind a list of sections. */
export const VERBS = words(
  'ska skall ar galler anger anges framgar foljer reglerar regleras kan bor far har finns om som att samt for ' +
    'vid innebar staller tillampas beskriver beskrivs',
);
