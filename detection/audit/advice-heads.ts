import { END } from './advice-words';
import { seen } from './damage';

/**
 * Heads and lead-ins that announce advice without calling it recommendations: "Förbättringsområden", "Utvecklingsbehov som
 * vi vill skicka med", "Revisionens medskick". A board's own plans are headed likewise, so it counts whose they are.
 */

const IMPROVEMENT = seen(
  '(?:(?:förbättrings|utvecklings|åtgärds)(?:områden?a?|behove?n?|förslage?n?|möjligheter(?:na)?|punkter(?:na)?|insatser|potential)|förbättringar|medskick(?:en)?|uppmaning(?:ar)?(?:na)?|synpunkter(?:na)?|påpekanden?a?)',
);
/** What may stand before the noun in a head of the auditors; a genitive such as "nämndens" may not. */
const OURS = seen(
  '(?:identifierade|iakttagna|noterade|våra|vårt|vår|revisorernas|revisionens|stadsrevisionens|revisionskontorets|viktigaste|huvudsakliga|övriga|sammanfattande|nya|särskilda|föreslagna|lämnade|de|några|slutsatser och|bedömning(?:ar)? och|sammanfattning av)',
);
/** Emphasis, numbers and bullets before a head's words. */
const NUMBER = '(?:[\\d.]+ )?';
const HEAD = new RegExp(
  `^${NUMBER}(?:[\\p{L}]{4,20}: )?(?:${OURS} )*${IMPROVEMENT}(?: (?:och|samt) [\\p{L}-]+)?(?:$|:|,? [–-] | ${seen('(?:till|för|avseende|i granskningen|som (?:vi|revisor|revision|identifierats|framkommit))')})`,
  'u',
);
/** "Områden som behöver förbättras", "förslag på åtgärder"; of what is wanting a list says only that it is so. */
const TO_IMPROVE = seen(
  'förslag (?:på|till) (?:åtgärder|förbättringar)|(?:områden|punkter) (?:som (?:[a-z]+ )?(?:behöver|bör|måste|kan|ska) (?:[a-z]+ )?|att )(?:förbättra|utveckla|åtgärda|stärka|beakta)s?',
);
const NOUN = new RegExp(`(?<![\\p{L}-])(?:${IMPROVEMENT}|${TO_IMPROVE})${END}`, 'u');
const OTHERS_SUBJECT = seen(
  '[a-z-]*(?:förvaltning|nämnd|styrels|verksamhet|chef|rektor|intervjuad|personal|medarbetar|enhet|kontor|myndighet|inspektion|länsstyrels|bolag|kommun|region|utred|enkät|plan)[a-z]*',
);
/** "Förvaltningen har identifierat", "enligt planen", "i intervjuerna": somebody else's list. */
const BY_OTHERS = new RegExp(
  `(?<![\\p{L}-])(?:${OTHERS_SUBJECT} (?:själva? )?${seen('(?:har|ser|lyfter|beskriver|framhåller|arbetar|nämner|anger|uppger|identifierade|redovisar|pekar|planerar|prioriterar|lämnar|ger|presenterar|fastställde|beslutade)')}|${seen('(?:av|enligt|från)')} (?:${seen('de')} )?${OTHERS_SUBJECT}|i intervju|${OTHERS_SUBJECT}s ${IMPROVEMENT})`,
  'u',
);

/** "Att arbeta vidare med", "Vad behöver förbättras?", "Detta vill revisorerna": says that something is to be done, not what. */
const TO_DO = new RegExp(
  `^${NUMBER}${seen('(?:att (?:arbeta vidare med|beakta|utveckla|förbättra|åtgärda|prioritera)|vad (?:bör|behöver|kan) (?:göras|förbättras|utvecklas|åtgärdas)|(?:detta|det här|vad) (?:vill|begär|önskar|föreslår) (?:vi|revisorerna|revisionen)(?: att [a-z -]+ (?:gör|ska göra))?|(?:revisorernas|revisionens|våra|stadsrevisionens) (?:önskemål|krav|råd|förslag|begäran|uppmaningar)(?: till [a-z -]+)?|behov av (?:åtgärder|förbättringar|utveckling)|brister att åtgärda|kvarstår att (?:göra|åtgärda))')}[?:]?$`,
  'u',
);

/** Parts of the words in `IMPROVEMENT` and `TO_IMPROVE` that no scan damages. */
const MAY_IMPROVE = /ttr(?:ing|a)|veckl(?:ings|a)|tg.{1,2}rd[sae]|medskick|maning|synpunkt|pekand|rka|beakta/;

/** True for a head, in lower case, over what the auditors want improved. */
export function headsImprovements(lower: string): boolean {
  return (MAY_IMPROVE.test(lower) && HEAD.test(lower)) || TO_DO.test(lower);
}

/** True for the last sentence before a list, in lower case, that announces what the auditors want improved. */
export function announcesImprovements(ending: string): boolean {
  return MAY_IMPROVE.test(ending) && NOUN.test(ending) && !BY_OTHERS.test(ending);
}
