import { words } from './endings';
/** Folded words around laws and places that tell whether a law is cited and what belongs to it. */

export const CUES = words(
  'enligt enl jfr jamfor jamlikt jml av under per ur se lagarna lagrummen lagstiftningarna lagstiftning ' +
    'lagstiftningen forfattningar forfattningarna lagar lagen utifran avses bade tillampar tillampas tillampa ' +
    'folja foljer uppfylla uppfyller efterleva efterlever foljsamhet foljsamheten hanvisar hanvisning tillampade ' +
    'tillampat foljde foljt efterlevde efterlevt uppfyllde uppfyllt',
);
/** Cues that leave no doubt, so that an abbreviation of everyday text is a law behind them: `tillämpar FL`. */
export const SURE_CUES = words(
  'enligt enl jfr jml jamlikt jamfor av tillampar tillampa tillampade tillampat efterlever efterleva efterlevt ' +
    'efterlevde uppfyller uppfylla foljer folja foljde foljt lagarna lagrummen',
);
/** Words whose `i` stands before a law and nothing else: `lagstöd i KL`. */
export const SURE_BEFORE_IN = words(
  'bestammelserna bestammelser bestammelsen bestammelse kraven krav kravet reglerna regler regeln lagstod stod ' +
    'lagrum lagrummen jav javsreglerna javsreglering paragraf paragrafen kapitel regleras reglerat reglerad ' +
    'reglerade reglering regleringen stadgas foreskrivs foreskrifterna forbudet undantaget undantagen principen ' +
    'principerna andringar andringarna andring definitionen begreppet malen intentionerna',
);
/** What a law has: `KL:s krav`, `LSS bestämmelser`. */
export const OF_A_LAW =
  /^(?:[a-z]*(?:krav|regler|bestammelse|foreskrift|reglering|regelverk|lagrum|definition|intention|forbud|javs)[a-z]*|kapitel|portalparagraf|paragrafer|personkrets|tillampningsomrade|syfte)$/;
/** What a law does and no person: `KL innehåller`. */
export const DONE_BY_LAWS = words(
  'innehaller foreskriver stadgar reglerar stipulerar galler tillampas tradde trader upphavdes',
);

export const LEGAL_VERBS = words(
  'anger foreskriver reglerar stadgar kraver galler sager medger hanvisar omfattar bestammelser bestammelse ' +
    'regler krav intentioner innehaller ar ska staller andrades upphavdes trader tradde framgar tillampas ' +
    'regleras stadgas anges finns ger styr utgor innebar foreskrevs forbjuder tillater alagger beskriver ' +
    'definierar forutsatter',
);
/** Words between a verb and the law it is about: `följer inte LOU`. */
export const ADVERBS = words('inte ej aven ocksa alltid fullt ut dock inom helt darmed numera aldrig');
/** Behind `ska`, `måste`, `bör`: what one does with a law. */
export const DONE_WITH_LAWS = words(
  'foljts tillampats efterlevts uppfyllts foljas tillampas efterlevas uppfyllas beaktas iakttas galla ' +
    'respekteras andras',
);
/** Verbs and nouns whose object behind `mot` is a law. */
export const AGAINST = words(
  'bryter bryta brot brutit strider strida stred stridit brott overtradelse overtradelser avsteg strid ' +
    'stridande provat provats',
);
/** What a short name is said to be: `är en ramlag`, `utgör de centrala lagarna`. */
export const SAID_TO_BE_LAWS =
  /^(?:[a-z]*lagar(?:na)?|(?:ram|rattighets|skydds|tvangs|special|plus)lag(?:en)?|lagstiftning(?:en|ar|arna)?|forfattningar(?:na)?|rattsregler)$/;

export const LEGAL_BEFORE_IN = words(
  'bestammelserna bestammelser bestammelsen kraven krav reglerna regler regleras reglerat reglerad reglerade ' +
    'framgar anges angivet stadgas foljer definieras star aterfinns finns foreskrivs sags lagrum lagrummen ' +
    'paragraf stod lagstod malen intentionerna avses asyftas hemvist fastslas lasa uttrycks beskrivs kravs ' +
    'reglering andringar andring andringarna forandringar begreppet definition definitionen och',
);

/** Words right before an abbreviation that make it a unit, a role or a product: `enheten LVU`, `modellen PBL`. */
export const UNITS_AND_ROLES =
  /(?:enhet|avdelning|sektion|grupp|team|projekt|kurs|chef|handlaggare|samordnare|ansvarig|modell|metod|system|kod|konto|bolag|foretag|foretaget|forening|verksamhet|omrade|boende|placering|insats|antal|stiftelse|parti|utskott|arende|blankett|rubrik|flik|mapp)(?:en|er|erna|ar|arna|et|n|na|s|t)?$/;

/** What one does with an activity, not with a law. */
export const REVIEW_OF =
  /(?:granskning|uppfoljning|oversyn|utvardering|genomlysning|kartlaggning|organisering|finansiering|budgetering|planering)(?:en|ar|arna)?$/;
