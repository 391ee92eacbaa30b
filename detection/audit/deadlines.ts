import type { DeadlinePassage } from '../types';
import { settleAddressees } from './addressees';
import { findBoards, isCompanyBoard, isGeneric, uniqueNames } from './boards';
import { seenPattern } from './damage';
import { type DateMention, findDueDates, isoDate } from './dates';
import type { Healed } from './healed';
import { NamedBoards } from './named-boards';
import { boardsAlone } from './recommendation-parts';
import { splitSentences } from './sentences';
import type { Outline, Unit } from './units';

/** Words for the answer that is asked for; one must stand in the sentence or the one before. */
const REPLY = seenPattern(
  '(?<![\\p{L}])(?:svar|svaret|svara|svaren|svarar|svarat|besvarat|besvara|besvaras|besvarar|yttrande|yttrandet|yttranden|yttra|återkoppling|återkomma|återrapporter[^ ]*|synpunkter|yttrar|yttras|skriftligt svar|revisionssvar(?:et)?|kommentarer|ställningstaganden?|redogörelser?|svarsdatum|svarstid)(?![\\p{L}])',
  'u',
);
const BY = seenPattern(
  '(?:senast|senaste|före|innan|till och med|t\\.?o\\.?m\\.?|till|tillhanda|emotses|sista (?:svars)?dag(?:en)?(?: för (?:svar|yttrande))?(?: är|:)?|svarsdatum:?|svarstid:?|svar senast:?)\\s*(?:den|vid|:)?\\s*(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,?\\s*)?(?:den\\s*)?$',
);
/** The auditors or their office receive an answer; so do these verbs. */
const RECEIVED = seenPattern(
  'tillhanda|inkomm|inlämna|lämna|önska|emotse|begär|förvänt|vill ha|ska ha|ser fram|svara|yttra|motta|sända|skicka|svar|redovisa',
);
const PLANNED = seenPattern(
  '(?<![\\p{L}])(?:vara (?:klar|klart|klara|färdig|färdigt|färdiga|införd|införda|infört|genomförd|genomförda|genomfört|slutförd|slutfört|slutförda|på plats|implementera|åtgärda)|bli klar|(?:införas|genomföras|slutföras|fastställas|implementeras|färdigställas|beslutas|upprättas|revideras|betalas|ansökan|utbetalas|ska vara införd))',
  'u',
);
/** "… redovisa för revisorerna" asks for an answer without calling it one. */
const TO_AUDITORS = seenPattern(
  '(?:redovisa|återrapport|återkomma|inkomma|meddela|rapportera)[a-z]*(?: [^ .]+){0,3}? (?:till|för|tillbaka till) (?:[a-z]+ )?(?:revisorer|revision)',
);
/** A board tells its own administration, or somebody a board: no answer to the auditors. */
const WITHIN_BOARD = seenPattern(
  'uppdra(?:r|s)? (?:åt|till)|(?:ge|ger|ges|får|fått|gett)(?: [^ ]+){0,5} i uppdrag|(?:återkomm|återrapport|återredovis|redovisa|rapporter|återkoppl)[a-z]*(?: [^ ]+){0,3}? till (?:[a-z-]*nämnden|[a-z]*styrelsen|[a-z]*utskottet)(?![a-z])(?!.*revis)',
);
/** What the answer is to hold: "… senast den 1 maj, med uppgift om när åtgärderna ska vara genomförda". */
const ENCLOSED = seenPattern(
  ',? (?:med (?:uppgift|uppgifter|information|besked|redovisning|beskrivning)|av vilk(?:et|en)|där det|vari)(?![a-z]).*$',
);
const SURVEY = seenPattern('enkät|medborgarförslag|interpellation|motion(?:en|er|s)?(?![a-z])|överklaga|anbud');
const DUE = seenPattern('(?:tillhanda|inkomm|lämnas|önskas|svarsdatum|svarstid)');
const FOR_INFORMATION = seenPattern('för kännedom');
const REPEATED = seenPattern(
  'varje år|årligen|varje (?:månad|kvartal|termin|tertial)|respektive år|året (?:efter|före|därpå)',
);

/**
 * Finds by when a board shall answer.
 * @param candidates units that hold a word of time or reply
 * @param documentDate ISO date of the document, to settle a date without a year: the next one after it
 */
export function* findDeadlines(
  outline: Outline,
  candidates: readonly Unit[],
  documentDate?: string,
): Generator<void, DeadlinePassage[]> {
  const found: DeadlinePassage[] = [];
  let count = 0;
  let receivers: string[] | undefined;
  for (const unit of candidates) {
    if (++count % 25 === 0) yield;
    const words = outline.words(unit);
    if (HEADS_DATES.test(words.lower)) found.push(...listedBelow(outline, unit));
    if (!/\d/.test(words.text) || unit.end - unit.start > 20_000) continue;
    const dates = findDueDates(words.lower);
    if (dates.length === 0) continue;
    const sentences = splitSentences(words.text);
    sentences.forEach((sentence, index) => {
      const [date, ...more] = dates.filter(
        (mention) =>
          mention.from >= sentence.from && mention.to <= sentence.to && isDue(words.lower, sentence.from, mention),
      );
      if (!date) return;
      const text = words.lower.slice(sentence.from, sentence.to);
      const previous = sentences[index - 1];
      const before = previous ? words.lower.slice(previous.from, previous.to) : '';
      if (
        !asksForReply(text, before, unit, outline) ||
        REPEATED.test(words.lower.slice(date.to, Math.min(sentence.to, date.to + 40)))
      )
        return;
      const iso = date.iso ?? nextAfter(documentDate, date);
      if (!iso) return;
      const printed = owing(words.text.slice(sentence.from, sentence.to));
      const own = uniqueNames(findBoards(printed));
      const earlier = previous ? uniqueNames(findBoards(owing(words.text.slice(previous.from, previous.to)))) : [];
      const said = namedBefore(
        words.text,
        sentence.from,
        own.some((name) => !isGeneric(name)) ? own : whoIsMeant(own, earlier),
      );
      receivers ??= readReceivers(outline);
      const each = more.length > 0 ? byBoard(printed, sentence.from, [date, ...more]) : null;
      if (each) {
        for (const { from, due, addressees } of each) found.push(passageOf(words, from, due, addressees));
        return;
      }
      found.push({
        kind: 'deadline',
        ...words.span(sentence.from, date.to),
        date: iso,
        addressees: settleAddressees(
          said,
          said.length > 0 ? receivers.filter((name) => !COUNCIL.test(name) && !isCompanyBoard(name)) : receivers,
        ),
        reason: {
          rule: 'reply-due',
          evidence: words.text.slice(date.from, date.to),
          ...(date.iso ? {} : { doubtful: true }),
        },
      });
    });
  }
  return found;
}

/** "Regionstyrelsens svar önskas": here the genitive names who owes the answer. Of the same length. */
function owing(sentence: string): string {
  return sentence.replace(/(n|lsen)s(?= (?:svar|yttrande))/g, '$1 ');
}

/**
 * The boards of the sentence before that one without their names means. "Nämnden" is never the council, and "nämnderna" are
 * more than one.
 */
function whoIsMeant(own: string[], earlier: readonly string[]): string[] {
  const meant = own.length === 0 ? earlier : earlier.filter((name) => !COUNCIL.test(name));
  return meant.length > (own.includes('nämnderna') ? 1 : 0) ? [...meant] : own;
}

/** "Rapporten överlämnas till bildningsnämnden. Vilka åtgärder avser nämnden …": who "nämnden" is, a sentence or more before. */
function namedBefore(paragraph: string, from: number, said: string[]): string[] {
  const [general] = said;
  if (said.length !== 1 || general === undefined || !isGeneric(general)) return said;
  return [new NamedBoards(paragraph).lastBefore(from, general)];
}

/** "Svar senast", alone over the boards and their dates. */
const HEADS_DATES = seenPattern(
  '^(?:svar|yttrande)(?:et|en)?(?: [a-z]+){0,3} senast:?$|^(?:sista )?svars(?:datum|dag)(?:ar)?:?$',
);
/** Units below such a head that may be rows of its list. */
const MOST_ROWS = 12;

/** The rows of a list of boards with their dates: "Kommunstyrelsen: 2024-03-01". */
function listedBelow(outline: Outline, head: Unit): DeadlinePassage[] {
  const found: DeadlinePassage[] = [];
  for (let index = head.index + 1; index <= head.index + MOST_ROWS; index++) {
    const unit = outline.at(index);
    if (!unit || unit.type === 'heading') break;
    const words = outline.words(unit);
    let from = 0;
    let isRow = false;
    for (const due of findDueDates(words.lower)) {
      const addressees = uniqueNames(findBoards(words.text, from, due.from));
      if (due.iso === undefined || addressees.length === 0 || due.from - from > LONGEST_ROW) break;
      const lead = JOINED.exec(words.text.slice(from, due.from))?.[0].length ?? 0;
      found.push(passageOf(words, from + lead, { ...due, iso: due.iso }, addressees));
      from = due.to;
      isRow = true;
    }
    if (!isRow) break;
  }
  return found;
}

/** Characters of a board and what stands between it and its date. */
const LONGEST_ROW = 80;

interface DueOfBoard {
  /** Where its words begin. */
  from: number;
  due: DateMention & { iso: string };
  addressees: string[];
}

/**
 * The dates of a sentence that gives each board its own: "från socialnämnden senast den 31 maj 2024 och från kommunstyrelsen senast
 * den 30 juni 2024"; the boards may also stand behind their dates. Null where some date has no board of its own.
 */
function byBoard(sentence: string, start: number, dates: readonly DateMention[]): DueOfBoard[] | null {
  const boardsIn = (from: number, to: number): string[] => uniqueNames(findBoards(sentence, from - start, to - start));
  const isBehind = boardsIn(start, (dates[0] as DateMention).from).length === 0;
  const found: DueOfBoard[] = [];
  for (const [k, due] of dates.entries()) {
    const before = dates[k - 1]?.to ?? start;
    const after = dates[k + 1]?.from ?? start + sentence.length;
    const addressees = isBehind ? boardsIn(due.to, after) : boardsIn(before, due.from);
    if (addressees.length === 0 || addressees.some(isGeneric) || due.iso === undefined) return null;
    const lead = sentence.slice(before - start, due.from - start);
    const joined = k === 0 ? 0 : (JOINED.exec(lead)?.[0].length ?? 0);
    const by = isBehind && k > 0 ? (BY.exec(lead.toLowerCase())?.index ?? joined) : joined;
    found.push({ from: before + by, due: { ...due, iso: due.iso }, addressees });
  }
  return found;
}

/** Between one board's date and the next board. */
const JOINED = /^\s*(?:,|;)?\s*(?:(?:och|samt|respektive)\s+)?/;

function passageOf(words: Healed, from: number, due: DueOfBoard['due'], addressees: string[]): DeadlinePassage {
  const reason = { rule: 'reply-due', evidence: words.text.slice(due.from, due.to) };
  return { kind: 'deadline', ...words.span(from, due.to), date: due.iso, addressees, reason };
}

function isDue(lower: string, sentenceFrom: number, date: DateMention): boolean {
  return BY.test(lower.slice(Math.max(sentenceFrom, date.from - 40), date.from));
}

function asksForReply(sentence: string, before: string, unit: Unit, outline: Outline): boolean {
  if (PLANNED.test(sentence.replace(ENCLOSED, '')) || SURVEY.test(sentence) || WITHIN_BOARD.test(sentence))
    return false;
  if (TO_AUDITORS.test(sentence)) return true;
  if (REPLY.test(sentence)) return RECEIVED.test(sentence);
  if (/tillhanda/.test(sentence) && REPLY.test(before)) return true;
  const heading = unit.headings.at(-1);
  const asked = REPLY.test(before) || (heading !== undefined && REPLY.test(outline.words(heading).lower));
  return asked && DUE.test(sentence);
}

function nextAfter(documentDate: string | undefined, date: DateMention): string | null {
  if (!documentDate) return null;
  const year = Number(documentDate.slice(0, 4));
  const same = isoDate(year, date.month, date.day);
  return same && same > documentDate ? same : isoDate(year + 1, date.month, date.day);
}

/** "Styrelsen" is never the council, which is sent what concerns a company. */
const COUNCIL = /fullmäktige$/;

/** Units at a document's beginning that are its head. */
const MOST_HEAD_UNITS = 30;

/** Boards on the "Till" lines of a missive's head. */
function readReceivers(outline: Outline): string[] {
  const names: string[] = [];
  let listing = false;
  for (let index = 0; index < Math.min(outline.length, MOST_HEAD_UNITS); index++) {
    const unit = { index };
    const words = outline.words(unit);
    const head = /^(?:till|mottagare|adressat(?:er)?)(?::|\s|$)/.exec(words.lower);
    if (!head && !listing) continue;
    const boards =
      words.text.length < 160 ? boardsOfLines(outline, unit) : head ? boardsOfFirstLine(outline, unit) : [];
    if (boards.length === 0) {
      if (head && words.text.length < 40) {
        listing = true;
        continue;
      }
      if (listing) break;
      continue;
    }
    // "För kännedom" receives a copy and owes no answer.
    const copy = FOR_INFORMATION.exec(words.lower);
    names.push(...(copy ? uniqueNames(findBoards(words.text, 0, copy.index)) : boards));
    if (copy) break;
    listing = true;
  }
  const named = names.filter((name) => !isGeneric(name));
  // "Nämnderna" in the letter's first lines are those listed above.
  return [...new Set(named.length > 0 ? named : names)];
}

/** The boards of a "Till" line right above the letter's first paragraph. */
function boardsOfFirstLine(outline: Outline, { index }: { index: number }): string[] {
  const [line = ''] = outline.text.slice(outline.start(index), outline.end(index)).split('\n', 1);
  return boardsAlone(line.trim());
}

/** A line that goes on in the next one: "Barn- och", "Kultur-,". */
const GOES_ON = /(?:[-,]|\s(?:och|samt))$/;

/** The boards of an address list, whose names each have a line. */
function boardsOfLines(outline: Outline, unit: { index: number }): string[] {
  const names: string[] = [];
  let open = '';
  for (const line of outline.text.slice(outline.start(unit.index), outline.end(unit.index)).split('\n')) {
    const words = `${open} ${line.trim()}`.trim();
    if (GOES_ON.test(words)) {
      open = words;
      continue;
    }
    names.push(...uniqueNames(findBoards(words)));
    open = '';
  }
  if (open) names.push(...uniqueNames(findBoards(open)));
  return [...new Set(names)];
}
