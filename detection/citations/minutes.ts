/** Words before a bare `§` that make it a paragraph of minutes, a by-law or an agreement. */
export const NOT_LAW_BEFORE =
  /^(?:kf|ks|kfs|ksau|au|bun|bn|sn|son|vn|von|mbn|tn|kfn|kn|un|utn|bin|sbn|nvn|gn|aun|ksu|sau|arn|alk|beslut|besluts|protokoll|protokollet|dnr|ardande|arende|stadgarnas|reglementets|avtalets|policyns|instruktionens|\w*ordningens|\w*avtalets|\w*reglementets|\w*stadgans|namnden|namnd|\w*namnden|\w*styrelsen|fullmaktige|\w*fullmaktige|utskott|\w*utskott|\w*utskottet|nr|punkt|rubrik|avsnitt|sammantrade|beslutade|mote|s|sid)$/;
/** Words behind `i`, `av` that say which paper, no law, the `§` stands in: `5 § i avtalet`. */
export const NOT_LAW_OF =
  /(?:avtal|avtalet|avtalen|reglemente|reglementet|reglementena|stadgar|stadgarna|stadgan|arbetsordningen|bolagsordningen|delegationsordningen|delegationsordning|forbundsordningen|instruktionen|policyn|riktlinjen|riktlinjerna|overenskommelsen|protokollet|protokoll|foreskrifterna|kontraktet|planen|dokumentet|bilagan|bilaga|ordningsforeskrifterna|taxan|hok|ab|kollektivavtalet)$/;
