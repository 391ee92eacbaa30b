import { Endings, words } from './endings';

const NOT_LAW = words(
  'kf ks kfs ksau au bun bn sn son vn von mbn tn kfn kn un utn bin sbn nvn gn aun ksu sau arn alk beslut besluts protokoll protokollet ' +
    'dnr ardande arende stadgarnas reglementets avtalets policyns instruktionens namnden namnd fullmaktige utskott nr punkt rubrik ' +
    'avsnitt sammantrade beslutade mote s sid',
);
const NOT_LAW_ENDINGS = new Endings(
  'ordningens avtalets reglementets stadgans namnden styrelsen fullmaktige utskott utskottet',
);

/** Words before a bare `§` that make it a paragraph of minutes, a by-law or an agreement. */
export function isNotLawBefore(word: string): boolean {
  return NOT_LAW.has(word) || NOT_LAW_ENDINGS.endOf(word);
}

/** Endings of words behind `i`, `av` that say which paper, no law, the `§` stands in: `5 § i avtalet`. */
export const NOT_LAW_OF = new Endings(
  'avtal avtalet avtalen reglemente reglementet reglementena stadgar stadgarna stadgan arbetsordningen bolagsordningen ' +
    'delegationsordningen delegationsordning forbundsordningen instruktionen policyn riktlinjen riktlinjerna overenskommelsen ' +
    'protokollet protokoll foreskrifterna kontraktet planen dokumentet bilagan bilaga ordningsforeskrifterna taxan hok ab ' +
    'kollektivavtalet handbok handboken vagledning vagledningen vagledningar foreskrifter rad raden policy riktlinjer arbetsordning ' +
    'bolagsordning forbundsordning agardirektiv agardirektivet agardirektiven rapporten rapport granskningen utredningen strategin ' +
    'programmet propositionen',
);

/** Papers with sections of their own: a bare `§ 5` in their sentence is theirs. */
export const PAPERS = words(
  'stadgar stadgarna stadgarnas stadgan stadgans ordningsforeskrifter ordningsforeskrifterna agardirektiv agardirektivet agardirektivets ' +
    'policyn policyns instruktionen instruktionens overenskommelsen overenskommelsens kontraktet kontraktets',
);
export const PAPER_ENDINGS = new Endings(
  'reglementet reglementets reglementena avtalet avtalets avtalen avtalens delegationsordningen delegationsordningens ' +
    'arbetsordningen arbetsordningens bolagsordningen bolagsordningens forbundsordningen forbundsordningens beslutsordningen ' +
    'beslutsordningens',
);

/** The same without an ending: theirs where a word before says whose they are. */
export const ANY_PAPERS = words('stadgar agardirektiv policy instruktion overenskommelse kontrakt');
export const ANY_PAPER_ENDINGS = new Endings(
  'reglemente avtal delegationsordning arbetsordning bolagsordning forbundsordning beslutsordning',
);

/** True for the name of a paper that has sections of its own. */
export function isPaper(word: string): boolean {
  return PAPERS.has(word) || PAPER_ENDINGS.endOf(word);
}
