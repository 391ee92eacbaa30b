/** Words before a bare `§` that make it a paragraph of minutes, a by-law or an agreement. */
export const NOT_LAW_BEFORE =
  /^(?:kf|ks|kfs|ksau|au|bun|bn|sn|son|vn|von|mbn|tn|kfn|kn|un|utn|bin|sbn|nvn|gn|aun|ksu|sau|arn|alk|beslut|besluts|protokoll|protokollet|dnr|ardande|arende|stadgarnas|reglementets|avtalets|policyns|instruktionens|\w*ordningens|\w*avtalets|\w*reglementets|\w*stadgans|namnden|namnd|\w*namnden|\w*styrelsen|fullmaktige|\w*fullmaktige|utskott|\w*utskott|\w*utskottet|nr|punkt|rubrik|avsnitt|sammantrade|beslutade|mote|s|sid)$/;
/** Words behind `i`, `av` that say which paper, no law, the `§` stands in: `5 § i avtalet`. */
export const NOT_LAW_OF =
  /(?:avtal|avtalet|avtalen|reglemente|reglementet|reglementena|stadgar|stadgarna|stadgan|arbetsordningen|bolagsordningen|delegationsordningen|delegationsordning|forbundsordningen|instruktionen|policyn|riktlinjen|riktlinjerna|overenskommelsen|protokollet|protokoll|foreskrifterna|kontraktet|planen|dokumentet|bilagan|bilaga|ordningsforeskrifterna|taxan|hok|ab|kollektivavtalet|handbok|handboken|vagledning|vagledningen|vagledningar|foreskrifter|rad|raden|policy|riktlinjer|arbetsordning|bolagsordning|forbundsordning|agardirektiv|agardirektivet|agardirektiven|rapporten|rapport|granskningen|utredningen|strategin|programmet|propositionen)$/;
/** Papers with sections of their own: a bare `§ 5` in their sentence is theirs. */
export const PAPER =
  /^(?:\w*reglemente(?:t|ts|na)|\w*avtale[tn]s?|stadgar(?:na|nas)?|stadgans?|\w*(?:delegations|arbets|bolags|forbunds|besluts)ordning(?:en|ens)|ordningsforeskrifter(?:na)?|agardirektivets?|policyns?|instruktionens?|overenskommelsens?|kontraktets?)$/;
/** The same without an ending: theirs where a word before says whose they are. */
export const ANY_PAPER =
  /^(?:\w*reglemente|\w*avtal|\w*(?:delegations|arbets|bolags|forbunds|besluts)ordning|stadgar|agardirektiv|policy|instruktion|overenskommelse|kontrakt)$/;
