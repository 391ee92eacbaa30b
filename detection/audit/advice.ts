import { BEGIN, END, PASSIVE, REPORTED } from './advice-words';
import { isAuditor, isAuditorsOwn, isDoneByAuditors, isFollowedByThat } from './auditors';
import { findBoards } from './boards';
import { seen, seenPattern } from './damage';

const ACTIVE = /rekommenderar?(?![\p{L}])/gu;
const NOUN = / (?:rekommendation(?:er)?|f[^ ]{1,2}rslag(?=:))(?![\p{L}])/gu;
const BY = /(?:rekommenderas|uppmanas) (?:av|från|i) ([^ ]+)/u;
const TOLD = new RegExp(
  `${seen('(?:bolaget|förvaltningen|direktören|kommunen|regionen|förbundet|stiftelsen)')} rekommenderas|^(?:${seen('det|därför|vidare|även')} )?rekommenderas`,
);
/** Sentences that talk about recommendations instead of giving one. */
const ABOUT = new RegExp(
  seen(
    '(?:de|dessa|ovanstående|nedanstående|tidigare|våra|revisorernas|samtliga|lämnade|givna|rapportens) rekommendationer(?:na)? (?:som|framgår|redovisas|återfinns|har|bör|ska|lämnas|finns|sammanfattas|följts|omhändertas|presenteras|i avsnitt|beaktas)|(?:uppmanas|rekommenderas) (?:att )?(?:skriftligen |skriftligt )?(?:svara|yttra|inkomma|återkomma)(?![a-z])|lämnar? vi (?:ett antal |några |vissa )?rekommendationer|lämnas (?:ett antal |några |vissa )?rekommendationer|rekommendationer lämnas|rekommendationerna (?:i|som|har|är|bör|ska|framgår|från)',
  ),
  'u',
);
/** "Nämnden fick 2021 en rekommendation om att …", "en rekommendation lämnades": told of, not given. */
const RECEIVED = seenPattern(
  '(?<![\\p{L}])(?:fick|fått|erhöll|erhållit|mottog|mottagit|lämnade|lämnades|lämnats|gav|gavs|gett|givits|riktade|riktades|riktats|följt|genomfört)(?![\\p{L}])',
  'u',
);

/** "Vi lämnar följande förslag till nämnden: inköp ska …". */
const GIVEN = /(?<!\S)(l[^ ]{1,2}mnar|ger|avger) (?:[^ ]+ ){0,2}f[^ ]{1,2}ljande$/;
const GIVES = /^ [^ ]+(?: till [^.:]{3,80})?: .{12}/;

/** `vår rekommendation är att`, `en rekommendation är att`, `är dock vår rekommendation att`. */
function isOwnRecommendation(sentence: string): boolean {
  if (!/ rekommendation|rslag:/.test(sentence)) return false;
  for (const match of sentence.matchAll(NOUN)) {
    const owner = sentence.slice(sentence.lastIndexOf(' ', match.index - 1) + 1, match.index);
    if (owner === 'en' && RECEIVED.test(sentence.slice(0, match.index))) continue;
    const given = GIVES.test(sentence.slice(match.index)) ? GIVEN.exec(sentence.slice(0, match.index)) : null;
    if (given && isDoneByAuditors(sentence, given.index, given.index + (given[1] as string).length)) return true;
    if (match.index > 0 && isAuditorsOwn(owner) && isFollowedByThat(sentence.slice(match.index + match[0].length)))
      return true;
  }
  return false;
}

/**
 * `vi rekommenderar också`, `rekommenderar vi`, `kan vi rekommendera`; and with one subject for two verbs: `Vi ser ett
 * behov av … och rekommenderar därför att`.
 */
function isRecommendedByAuditors(sentence: string): boolean {
  if (!sentence.includes('rekommendera')) return false;
  for (const match of sentence.matchAll(ACTIVE)) {
    const to = match.index + match[0].length;
    if (isDoneByAuditors(sentence, match.index, to) || isSecondVerb(sentence, match.index)) return true;
  }
  return false;
}

/** How a matter is to be decided is what a board advises: "rekommenderar fullmäktige att bifalla motionen". */
const TO_DECIDE = seenPattern(
  '(?:fullmäktige|styrelsen|nämnden|direktionen) att (?:bifalla|avslå|tillstyrka|avstyrka|bevilja|lägga [^.]{0,60}till handlingarna)(?![\\p{L}])',
  'u',
);

/** True when a sentence, in lower case, gives the auditors' advice by its verb or noun. */
export function advises(sentence: string): boolean {
  if (!/ommend|ppmanas|rslag:/.test(sentence) || sentence.endsWith('?') || TO_DECIDE.test(sentence)) return false;
  if (isOwnRecommendation(sentence) || isRecommendedByAuditors(sentence)) return true;
  if (!PASSIVE.test(sentence) || REPORTED.test(sentence) || ABOUT.test(sentence)) return false;
  // Who is told must be one that auditors tell, and nobody else the one who tells.
  const by = BY.exec(sentence);
  if (by && !isAuditor(by[1] as string)) return false;
  return TOLD.test(sentence) || findBoards(sentence).length > 0;
}

/** Parts of the verbs in `URGES`. */
const MAY_URGE = /resl|ppm|nmoda|rorda/;
const URGES = new RegExp(`${BEGIN}${seen('(?:föreslår?|uppmanar?|uppmuntrar?|anmodar?)')}${END}`, 'gu');
/** What auditors ask a board to send them is no advice: "uppmanar nämnden att inkomma med svar". */
const ASKS_REPLY = seenPattern(
  '^[^.]{0,80} att (?:skriftligen |skriftligt )?(?:svara|yttra|inkomma|återkomma)(?![a-z])',
);
/** Between the verb and the board that it speaks to: "föreslår därför att", "uppmanar". */
const TOWARDS = new RegExp(`^${seen('(?: [a-z]+){0,3}(?: att)?')}(?: den| den egna)? ?$`, 'u');

/** True when auditors advise a board by another verb: "vi föreslår att nämnden …", "revisionen uppmanar nämnden att …". */
export function urges(sentence: string): boolean {
  if (!MAY_URGE.test(sentence) || sentence.endsWith('?')) return false;
  for (const match of sentence.matchAll(URGES)) {
    const to = match.index + match[0].length;
    const board = findBoards(sentence, to, Math.min(sentence.length, to + 110))[0];
    if (ASKS_REPLY.test(sentence.slice(to))) continue;
    if (!board || !TOWARDS.test(sentence.slice(to, board.from)) || !/\satt(?![\p{L}])|:$/u.test(sentence.slice(to)))
      continue;
    if (isDoneByAuditors(sentence, match.index, to) || isSecondVerb(sentence, match.index)) return true;
  }
  return advocates(sentence);
}

const ADVOCATES = new RegExp(`${BEGIN}${seen('förordar?')}(?: [^ ]+)? att${END}`, 'u');

/** "Vi förordar därför att introduktionen förlängs." */
function advocates(sentence: string): boolean {
  const match = sentence.includes('rorda') ? ADVOCATES.exec(sentence) : null;
  return match !== null && isDoneByAuditors(sentence, match.index, match.index + 'förordar'.length);
}

/** True for a lead-in to a list in a board's own document that quotes the auditors: a board urges nobody by "vi uppmanar nämnden att:". */
export function quotesUrging(ending: string): boolean {
  return /(?<!\p{L})vi (?:[a-z]+ )?(?:upp|an)m/u.test(ending) && /\satt:?$/.test(ending) && urges(ending);
}

const NAMED_AUDITORS_URGE = seenPattern(
  '(?:revisorerna|revisionen|revisionskontoret|revisorskollegiet|revisorsgruppen)(?: [a-z]+)? (?:uppmanar|anmodar|uppmuntrar)(?![\\p{L}])',
  'u',
);

/** True when auditors are named as those who urge: in a board's own document "vi uppmanar" is the board's word. */
export function namesWhoUrges(sentence: string): boolean {
  return MAY_URGE.test(sentence) && NAMED_AUDITORS_URGE.test(sentence);
}

/** True for the second of two verbs whose subject, the sentence's first word, is the auditors: "Vi ser … och föreslår". */
function isSecondVerb(sentence: string, verb: number): boolean {
  const joined = /(?:och|men|samt) $/.test(sentence.slice(Math.max(0, verb - 5), verb));
  return joined && isAuditor(sentence.slice(0, sentence.indexOf(' ')));
}

/** True when a sentence only speaks about recommendations. */
export function isAboutAdvice(sentence: string): boolean {
  return ABOUT.test(sentence);
}
