import { isAuditor, isAuditorsOwn, isDoneByAuditors, isFollowedByThat } from './auditors';
import { type BoardMention, findBoards, isGeneric, uniqueNames } from './boards';
import { seen, seenPattern } from './damage';

const VERB = seen('rekommendera[rst]?');
const B = '(?<![\\p{L}-])';
const E = '(?![\\p{L}])';

const ACTIVE = /rekommenderar?(?![\p{L}])/gu;
const NOUN = / rekommendation(?:er)?(?![\p{L}])/gu;
/** `nämnden rekommenderas att`, `rekommenderas nämnden`, `det rekommenderas att`. */
const PASSIVE = /(?<![\p{L}-])rekommenderas(?![\p{L}])/u;
const BY = /rekommenderas (?:av|från|i) ([^ ]+)/u;
const TOLD = new RegExp(
  `${seen('(?:bolaget|förvaltningen|direktören|kommunen|regionen|förbundet|stiftelsen)')} rekommenderas|^(?:${seen('det|därför|vidare|även')} )?rekommenderas`,
);
const REPORTED = new RegExp(
  `^${seen('(?:enligt|av|i) (?:socialstyrelse|skr|skl|ivo|skolverk|vägledning|riktlinj|policy|reglemente|allmänna|rkr|msb|boverk|lag|föreskrift|handbok|den nationella|överenskommelse|plan|rutin)')}`,
  'u',
);
/** Sentences that talk about recommendations instead of giving one. */
const ABOUT = new RegExp(
  seen(
    '(?:de|dessa|ovanstående|nedanstående|tidigare|våra|revisorernas|samtliga|lämnade|givna|rapportens) rekommendationer(?:na)? (?:som|framgår|redovisas|återfinns|har|bör|ska|lämnas|finns|sammanfattas|följts|omhändertas|presenteras|i avsnitt|beaktas)|lämnar? vi (?:ett antal |några |vissa )?rekommendationer|lämnas (?:ett antal |några |vissa )?rekommendationer|rekommendationer lämnas|rekommendationerna (?:i|som|har|är|bör|ska|framgår|från)',
  ),
  'u',
);
const SHALL = new RegExp(`${B}${seen('bör')}${E}`, 'u');

/** "Nämnden fick 2021 en rekommendation om att …", "en rekommendation lämnades": told of, not given. */
const RECEIVED = seenPattern(
  '(?<![\\p{L}])(?:fick|fått|erhöll|erhållit|mottog|mottagit|lämnade|lämnades|lämnats|gav|gavs|gett|givits|riktade|riktades|riktats|följt|genomfört)(?![\\p{L}])',
  'u',
);

/** `vår rekommendation är att`, `en rekommendation är att`, `är dock vår rekommendation att`. */
function isOwnRecommendation(sentence: string): boolean {
  if (!sentence.includes(' rekommendation')) return false;
  for (const match of sentence.matchAll(NOUN)) {
    const owner = sentence.slice(sentence.lastIndexOf(' ', match.index - 1) + 1, match.index);
    if (owner === 'en' && RECEIVED.test(sentence.slice(0, match.index))) continue;
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

/** True when a sentence, in lower case, gives the auditors' advice by its verb or noun. */
export function advises(sentence: string): boolean {
  if (!sentence.includes('ommend') || sentence.endsWith('?')) return false;
  if (isOwnRecommendation(sentence) || isRecommendedByAuditors(sentence)) return true;
  if (!PASSIVE.test(sentence) || REPORTED.test(sentence) || ABOUT.test(sentence)) return false;
  // Who is told must be one that auditors tell, and nobody else the one who tells.
  const by = BY.exec(sentence);
  if (by && !isAuditor(by[1] as string)) return false;
  return TOLD.test(sentence) || findBoards(sentence).length > 0;
}

/** Parts of the verbs in `URGES`. */
const MAY_URGE = /resl|ppmanar/;
const URGES = new RegExp(`${B}${seen('(?:föreslår|uppmanar)')}${E}`, 'gu');
/** Between the verb and the board that it speaks to: "föreslår därför att", "uppmanar". */
const TOWARDS = new RegExp(`^${seen('(?: [a-z]+){0,3}(?: att)?')}(?: den| den egna)? ?$`, 'u');

/** True when auditors advise a board by another verb: "vi föreslår att nämnden …", "revisionen uppmanar nämnden att …". */
export function urges(sentence: string): boolean {
  if (!MAY_URGE.test(sentence) || sentence.endsWith('?')) return false;
  for (const match of sentence.matchAll(URGES)) {
    const to = match.index + match[0].length;
    const board = findBoards(sentence, to, Math.min(sentence.length, to + 110))[0];
    if (!board || !TOWARDS.test(sentence.slice(to, board.from)) || !/\satt(?![\p{L}])|:$/u.test(sentence.slice(to)))
      continue;
    if (isDoneByAuditors(sentence, match.index, to) || isSecondVerb(sentence, match.index)) return true;
  }
  return false;
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

/**
 * True when a sentence says what a board ought to do, in the auditors' own voice: the board is its subject, or the
 * sentence says that the auditors mean so.
 */
export function saysOught(sentence: string): boolean {
  const ought = SHALL.exec(sentence);
  if (!ought || REPORTED.test(sentence)) return false;
  const before = sentence.slice(0, ought.index);
  const after = sentence.slice(ought.index + ought[0].length);
  if (sentence.endsWith('?') || ABLE.test(after) || isAccordingToOthers(before, after)) return false;
  const subject = findBoards(before).at(-1);
  if (subject && before.slice(subject.to).trim().length <= 30 && subject.from <= 60)
    return !voicedByOthers(before.slice(0, subject.from));
  const inverted = findBoards(after)[0];
  if (inverted && inverted.from <= 12) return !voicedByOthers(before);
  return false;
}
/** "Av riktlinjen framgår", "enligt nämnden": what follows is not the auditors' own. */
const ACCORDING_TO = new RegExp(
  seen(
    'framgår|förarbete|proposition|allmänna råd|anges|anger|enligt (?!vår|revisor|v[^ ]r )|uppges|uppger|intervju|beskriv|föreskriv|stadgar|kriteri',
  ),
);
/** "Nämnden bör enligt riktlinjen …"; further behind the words belong to what is advised. */
const ACCORDING_BEHIND = new RegExp(seen('^.{0,15}enligt (?!vår|v[^ ]r |[a-z]*(?:revisor|revision))'));
/** "Nämnden bör kunna …", "kan och bör": what is possible or usual, no advice. */
const ABLE = new RegExp(`^ ${seen('(?:kunna|rimligen|normalt)')}${E}`, 'u');
const OWN_OPINION = new RegExp(`${seen('(?:anser|menar|bedömer)')}(?: [\\p{L}]+)? att (?:[\\p{L}-]+ ?){1,4}$`, 'u');
const IN_LAW = new RegExp(`^.{0,60}enligt ${seen('(?:\\d|kommunallag|[a-z]{3,20}lagen)')}`, 'u');

/** True when somebody else is named as the source of what ought to be done. */
function isAccordingToOthers(before: string, after: string): boolean {
  if (ACCORDING_TO.test(before)) return true;
  // "Vi anser att styrelsen bör enligt 6 kap. 1 § …": the law is the auditors' ground, not another voice.
  if (IN_LAW.test(after) && OWN_OPINION.test(before)) return false;
  return ACCORDING_BEHIND.test(after);
}
const OPINION = new RegExp(
  `(${seen('[a-z]{0,30}')}) ${seen('(?:menar|anser|tycker|framhåller|betonar|påpekar|önskar|föreslår|vill|uppger|säger|hävdar)')}(?: [\\p{L}]+)? att ?$|${seen('socialstyrelsen|skolverket|(?<![a-z])skr(?![a-z])|(?<![a-z])ivo(?![a-z])|myndigheten')}`,
  'u',
);
/** True when the words before a board's name give the advice to somebody else than the auditors. */
function voicedByOthers(before: string): boolean {
  const opinion = OPINION.exec(before);
  return opinion !== null && !isAuditor(opinion[1] ?? '');
}

const NAMED_AFTER = new RegExp(`${VERB}${E}|${seen('rekommendation(?:er)?|föreslår|uppmanar')}${E}`, 'u');

/**
 * Boards that a lead-in or sentence speaks to.
 * @param printed healed text as printed
 */
export function addresseesOf(printed: string): string[] {
  const sentence = printed.toLowerCase();
  const passive = PASSIVE.exec(sentence);
  if (passive) {
    const before = findBoards(printed, 0, passive.index);
    const last = before.at(-1);
    if (last && passive.index - last.to < 40) return uniqueNames(chain(sentence, before));
  }
  const verb = NAMED_AFTER.exec(sentence);
  if (verb) {
    const from = verb.index + verb[0].length;
    const that = /\satt(?![\p{L}])|:/u.exec(sentence.slice(from));
    const to = that ? from + that.index : sentence.length;
    const named = findBoards(printed, from, to);
    if (named.length > 0) return uniqueNames(named);
    if (that) {
      const subject = findBoards(printed, to, Math.min(sentence.length, to + 120)).filter(
        (board) => board.from - to < 30,
      );
      if (subject.length > 0) return uniqueNames(chainAfter(sentence, subject));
    }
  }
  const ought = SHALL.exec(sentence);
  if (ought) {
    const before = findBoards(printed, 0, ought.index);
    const subject = before.at(-1);
    if (subject && ought.index - subject.to < 30) return uniqueNames(chain(sentence, before));
    const after = findBoards(printed, ought.index).filter((board) => board.from - ought.index < 16);
    if (after.length > 0) return uniqueNames(chainAfter(sentence, after));
    if (before.length > 0) return uniqueNames(chain(sentence, before));
  }
  return [];
}

/** The last board and those joined to it by "och" or a comma. */
function chain(sentence: string, boards: readonly BoardMention[]): BoardMention[] {
  const kept: BoardMention[] = [];
  for (let k = boards.length - 1; k >= 0; k--) {
    const board = boards[k] as BoardMention;
    const next = kept[0];
    if (
      next &&
      next.from !== board.from &&
      !/^(?:,| och| samt|, samt|, och)?\s*$/.test(sentence.slice(board.to, next.from))
    )
      break;
    kept.unshift(board);
  }
  return kept;
}

/** The first board and those joined to it. */
function chainAfter(sentence: string, boards: readonly BoardMention[]): BoardMention[] {
  const kept: BoardMention[] = [];
  for (const board of boards) {
    const last = kept.at(-1);
    if (
      last &&
      last.from !== board.from &&
      !/^(?:,| och| samt|, samt|, och)?\s*$/.test(sentence.slice(last.to, board.from))
    )
      break;
    kept.push(board);
  }
  return kept;
}

/** Specific names win over "nämnden"; a heading that names boards settles which one is meant. */
export function settleAddressees(own: readonly string[], fromHeading: readonly string[]): string[] {
  const specific = own.filter((name) => !isGeneric(name));
  if (specific.length > 0) return specific;
  if (fromHeading.length > 0) return [...fromHeading];
  return [...own];
}
