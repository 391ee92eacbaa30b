import type { Block, Reading, Span } from '../../reading/types';
import { statutes } from '../citations/catalogue';
import type { DocumentHints, DocumentKind, DocumentProfile } from '../types';
import { seen, seenPattern } from './damage';
import { heal } from './healed';
import { findMunicipality } from './municipality';
import { endsOf } from './read-date';

/** Auditing firms and audit offices by the names they print; the first in this list wins a tie. */
const AUDITORS: readonly [string, RegExp][] = [
  ['KPMG', /\bKPMG\b/g],
  ['PwC', /\bP[Ww]C\b|[Öö]hrlings|Pricewaterhouse ?Coopers/g],
  ['EY', /\bEY\b|Ernst (?:&|&amp;|och|and) Young/g],
  ['Deloitte', /\bDeloitte\b/g],
  ['KomRedo', /\bKom[Rr]edo\b/g],
  ['BDO', /\bBDO\b/g],
  ['Grant Thornton', /\bGrant Thornton\b/g],
  ['Azets', /\bAzets\b/g],
  ['Forvis Mazars', /\b(?:Forvis )?Mazars\b/g],
  ['Baker Tilly', /\bBaker Tilly\b/g],
  ['RSM', /\bRSM Sverige\b/g],
  ['Sirona', /\bSirona (?:Health|HS)\b/g],
  ['Helseplan', /\bHelseplan\b/g],
  ['Stadsrevisionen', /\b(?:Stadsrevisionen|STADSREVISIONEN|Stadsrevisorerna)\b/g],
  ['Revisionskontoret', /\b(?:Revisionskontoret|REVISIONSKONTORET|Stadsrevisionskontoret)\b/g],
  ['Regionrevisionen', /\b(?:Regionrevisionen|REGIONREVISIONEN)\b/g],
];

/**
 * Reads what a document says of itself. What is not found is absent; nothing is guessed.
 * @param hints what is known from outside; it fills gaps
 * @param date the document's own date, if it has one, ISO
 */
export function readProfile(reading: Reading, hints: DocumentHints, date: string | undefined): DocumentProfile {
  const { text } = reading;
  const { head, tail } = endsOf(text);
  const profile: DocumentProfile = {};
  const printed = findTitle(reading) ?? hints.title;
  const kind = findKind(head, printed ?? '', text.length);
  const title = (kind === 'minutes' ? titleOfMinutes(head, hints.title) : undefined) ?? printed;
  if (title) profile.title = title;
  if (date) profile.date = date;
  if (kind) profile.kind = kind;
  const municipality = findMunicipality(text.length < 40_000 ? text : `${head}\n${tail}`, hints.url);
  if (municipality) profile.municipality = municipality;
  // Minutes hold many matters: the first firm or number in them is not the document's.
  if (kind !== 'minutes') {
    const auditor = findAuditor(`${head}\n${tail}`);
    if (auditor) profile.auditor = auditor;
    const diaryNumber = findDiaryNumber(head.slice(0, 3000)) ?? diaryNumberBelow(`${head.slice(3000)}\n${tail}`);
    if (diaryNumber) profile.diaryNumber = diaryNumber;
  }
  return profile;
}

/** Who lends the auditors a hand: "med stöd av sakkunnigt biträde från Helseplan". */
const HIRED = /(?:biträde|stöd|hjälp|konsult(?:er)?) (?:av|från|hos) $/;

function findAuditor(text: string): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [name, pattern] of AUDITORS) {
    let count = 0;
    for (const { index } of text.matchAll(pattern))
      if (!HIRED.test(text.slice(Math.max(0, index - 40), index))) count++;
    if (count > most) {
      most = count;
      best = name;
    }
  }
  return best;
}

const NUMBER_LABEL =
  '(?:\\b[Dd]nr|\\bDNR|[Dd]iarie(?:nr|nummer)|DIARIENUMMER|[ÄäAa]rende(?:nr|nummer)|[Dd]iariebeteckning)';
const NUMBER =
  '((?:[\\p{Lu}]{2,6}[ -]?)?(?:19|20)\\d\\d[/:-](?:[\\p{Lu}]{2,5}[ -])?\\d{1,5}(?:[-:.]\\d{1,4})?|[\\p{Lu}]{2,6} ?\\d{2,4}[/-]\\d{1,5}|\\p{Lu}\\d{2,4}-\\d{2,5}/\\d{2}|\\d{2,4}\\p{Lu}{2,5}\\d{1,5}|\\d{3,5}/\\d{2}(?!\\d))';
const LABELLED_NUMBER = new RegExp(`${NUMBER_LABEL}[.:]?\\s{1,3}${NUMBER}`, 'gu');
/** A line, or two, that hold nothing else, as pages have it at their end. */
const NUMBER_LINE = new RegExp(`^[ #*_|•-]*${NUMBER_LABEL}[.:]?[*_ |]{0,4}\\s{1,3}[*_]*${NUMBER}[ .*_|]*$`, 'gmu');
const BARE_NUMBER =
  /(?<![\p{L}\d])((?:19|20)\d\d\/\p{Lu}{2,5} \d{1,5}|\p{Lu}{2,6}[ /](?:19|20)\d\d[/:]\d{1,5}(?:-\d{1,3})?|\p{Lu}{2,4}-(?:19|20)\d\d-\d{2,5})(?![\d])/gu;
/** `SOSFS 2011:9`: an agency's rules. */
const AGENCY_RULE = /^(?:\p{Lu}*FS|SOU|DS|PROP) /u;

/** `LSS 1993:387`: a law's short name and number. */
function isStatute(number: string): boolean {
  const sfs = /\d{4}:\d{1,4}$/.exec(number)?.[0];
  return sfs !== undefined && statutes().has(sfs);
}

/** Characters of a line that may be a head's. */
const LONGEST_HEAD_LINE = 100;

/** True for a number in the running text, in brackets or in a long line: `avtalet (dnr 2018:112)` is another matter's. */
function isAside(head: string, at: number): boolean {
  const start = head.lastIndexOf('\n', at) + 1;
  const end = head.indexOf('\n', at);
  return head[at - 1] === '(' && (end < 0 ? head.length : end) - start > LONGEST_HEAD_LINE;
}

function findDiaryNumber(head: string): string | undefined {
  for (const { index, 1: labelled } of head.matchAll(LABELLED_NUMBER))
    if (labelled && !isAside(head, index)) return labelled.trim();
  for (const [, number] of head.slice(0, 1500).matchAll(BARE_NUMBER))
    if (number && !AGENCY_RULE.test(number) && !isStatute(number)) return number.trim();
  return undefined;
}

/** The only number that stands below a document's first page in a line of its own; lists of sources name several. */
function diaryNumberBelow(text: string): string | undefined {
  const numbers = new Set([...text.matchAll(NUMBER_LINE)].map(([, number]) => number?.trim()));
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

const KINDS: readonly [DocumentKind, RegExp, RegExp][] = [
  // kind, in the title or first lines, anywhere in the head
  ['minutes', seenPattern('sammanträdesprotokoll|^protokoll|protokollsutdrag|protokoll fr'), /(?!)/],
  [
    'response',
    seenPattern(
      '^(?:(?:[a-z-]+ (?:och |samt )?)?[a-z-]*(?:nämndens|styrelsens|förvaltningens|direktionens) )?(?:svar (?!på (?:revisionsfråg|fråg))|yttrande |bemötande )(?:p|över|med anl|gäll|av)|^yttrande till [a-z]+ över|tjänsteskrivelse|^tjänsteutlåtande|^svar:(?! ?(?:ja|nej|delvis|i|till|inte)(?:[ ,.]|$))|remissvar|svar på (?:revision(?!sfråg)|granskning|rekommendation)',
    ),
    seenPattern('tjänsteskrivelse|tjänsteutlåtande'),
  ],
  ['missive', seenPattern('missiv|^revisionsskrivelse|följebrev'), /(?!)/],
  ['report', seenPattern('^(?:gransknings|revisions|års)redogörelse'), /(?!)/],
  [
    'follow-up',
    seenPattern(
      'uppföljning av (?:tidigare|granskning|rekommendation|revision|ett antal|\\d{4})|uppföljande granskning|uppföljningsgranskning|uppföljningsrapport',
    ),
    /(?!)/,
  ],
  [
    'report',
    seenPattern(
      'revisionsrapport|granskningsrapport|projektrapport|revisionens rapport|^rapport|^granskning av|^granskning (?:gäll|rör)|årsredogörelse|revisionspromemoria|granskningspromemoria|^gransknings-? ?pm(?![a-z])',
    ),
    seenPattern('revisionsrapport|granskningsrapport|revisionsfrågor'),
  ],
];

/** "Svar på granskningen önskas senast …": a line that asks for an answer, and is none. */
const ASKED_FOR = seenPattern('svar.*(?:önskas|emotses|begärs|förväntas|lämnas|tillhanda|senast den|senast \\d)');

/** Characters of the first lines. */
const OPENING = 700;

function findKind(head: string, title: string, length: number): DocumentKind | undefined {
  // A line that the limit cuts says something else: "Svar på revision|sfrågorna".
  const end = head.length > OPENING ? head.lastIndexOf('\n', OPENING) : OPENING;
  const first = head
    .slice(0, end > 0 ? end : OPENING)
    .toLowerCase()
    .replace(/[#*_]+/g, '');
  const lines = first
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const opening = [title.toLowerCase(), ...lines.slice(0, 14)];
  for (const [kind, named] of KINDS)
    if (opening.some((line) => line.length < 160 && named.test(line) && !(kind === 'response' && ASKED_FOR.test(line))))
      return sureOf(kind, head, length);
  const lower = head.toLowerCase();
  for (const [kind, , inside] of KINDS) if (inside.test(lower)) return sureOf(kind, head, length);
  return enclosesReport(lower, length) ? 'missive' : undefined;
}

/** Characters of the longest missive. */
const LONGEST_MISSIVE = 7000;
const ENCLOSED = new RegExp(seen('bifogad(?:e)? (?:rapport|granskning|revisionsrapport)|överlämnar|rapporten bifogas'));

/** Heads of a report's own parts, which no letter has. */
const PARTS = /\n[\d. ]*(?:revisionskriterier|metod)[ \r]*\n/;

/** A page or two that encloses the report and asks for an answer. */
function enclosesReport(head: string, length: number): boolean {
  if (PARTS.test(head)) return false;
  return length < LONGEST_MISSIVE && (ENCLOSED.test(head) || isLetter(head)) && /svar|yttrande/.test(head);
}

const ASKS = new RegExp(
  `(?:${seen('vi|revisorerna|lekmannarevisorerna|revisionen')}) (?:${seen('önskar|emotser|förväntar oss|begär|vill ha')})[^.]{0,80}(?:${seen('svar|yttrande')})`,
);

/** A letter to boards ("Till styrelsen i …") that asks for their answer. */
function isLetter(head: string): boolean {
  return /(?:^|\n)till:?\s+(?:[^\n]{0,40}(?:styrelsen|mnden|direktionen))/.test(head.slice(0, 800)) && ASKS.test(head);
}

/** What encloses a report is its missive, whatever its heading is. */
function sureOf(kind: DocumentKind, head: string, length: number): DocumentKind {
  return kind === 'report' && enclosesReport(head.toLowerCase(), length) ? 'missive' : kind;
}

const TITLE = seenPattern('granskning|uppföljning|^svar p|^yttrande|årsredogörelse|revisionsberättelse');
const CELL_TITLE = seenPattern(
  '^(?:fördjupad |uppföljande )?granskning|^uppföljning av|^svar p|^yttrande|redogörelse|revisionsberättelse',
);
const NO_TITLE = seenPattern(
  '^(?:revisionsrapport|granskningsrapport|rapport|innehåll|sammanfattning|missiv|tjänsteskrivelse|protokoll|sammanträdesprotokoll)[^ ]*$|^[\\d§]|förslag till beslut|^till |revisorer$|^(?:fördjupad|uppföljande) granskning$|^(?:[a-z]+s )?granskningar(?: \\d{4})?$|^(?:vår|den|vi) |^dnr|granskningsrapporter$',
);
/** Says what the document is; what it is about stands below. */
const GENERIC = seenPattern('^(?:revisionsrapport|granskningsrapport|projektrapport|rapport)$');
/** Who wrote it: a person's or a firm's name, in few words. */
const FIRM = /\b(?:AB|HB|KB)\b/;
const MOST_WORDS_OF_A_NAME = 7;
/** The way to a page through its site: "Du är här: [Start](/) / …". */
const BREADCRUMB =
  /^(?:Du är här|Sökväg|Brödsmulor)\b|\]\([^)\n]*\) *[/>›»]|^(?:Start(?:sidan?)?|Hem)\s*[/>›»]|(?:[^/>›»]*\s[/>›»]\s){2}/;
/** Where the body begins no title comes any more. */
const BODY = seenPattern('^[\\d. ]*(?:innehåll|sammanfattning|inledning|bakgrund)');
/** Blocks at the beginning among which a title is looked for. */
const TITLE_BLOCKS = 30;

const MINUTES = seenPattern('^(?:sammanträdes|beslut[a-z]*)?protokoll(?:sutdrag)?(?: |$)');
const MEETS = /nämnd|nimnd|namnd|styrelse|fullmäktige|utskott|direktion|beredning/i;
/** Lines at the beginning of minutes among which their title is looked for, and characters of the longest of them. */
const MINUTES_LINES = 15;
const LONGEST_MINUTES_TITLE = 90;

/**
 * The title of minutes: their first line that says so, with the board beside it; the titles of the matters in them are none.
 * @param page the title that the document has from outside; it says more than that these are minutes
 */
function titleOfMinutes(head: string, page: string | undefined): string | undefined {
  const lines = head
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*|[*_]{2}/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .slice(0, MINUTES_LINES);
  const at = lines.findIndex((line) => line.length <= LONGEST_MINUTES_TITLE && MINUTES.test(line.toLowerCase()));
  const own = lines[at];
  if (own === undefined || own.includes(' ')) return own;
  const isBoard = (line: string | undefined) =>
    line !== undefined && line.length <= LONGEST_MINUTES_TITLE && MEETS.test(line) && !/[.:\d]/.test(line);
  if (isBoard(lines[at + 1])) return `${own} ${lines[at + 1]}`;
  if (isBoard(lines[at - 1])) return `${lines[at - 1]} ${own}`;
  return page ?? own;
}

/** The title on the cover; a running header says it, or the series, only where the cover does not. */
function findTitle(reading: Reading): string | undefined {
  const blocks = reading.blocks.slice(0, TITLE_BLOCKS);
  return (
    titleAmong(
      reading,
      blocks.filter((block) => block.type !== 'furniture'),
    ) ?? titleAmong(reading, blocks)
  );
}

function titleAmong(reading: Reading, blocks: readonly Block[]): string | undefined {
  let heading: string | undefined;
  let isBelowGeneric = false;
  for (const block of blocks) {
    if (block.end - block.start > 260 || block.type === 'item' || block.type === 'footnote') continue;
    if (BREADCRUMB.test(reading.text.slice(block.start, block.end))) continue;
    const whole = block.type === 'heading' || !/\n\s*\p{Lu}/u.test(reading.text.slice(block.start, block.end));
    // A letterhead's lines are things of their own; a title's further lines go on in lower case.
    for (const span of whole ? [block] : linesOf(reading.text, block)) {
      const words = heal(reading.text, [span])
        .text.replace(/^#+\s*/, '')
        .trim();
      const lower = words.toLowerCase();
      if (heading && BODY.test(lower)) return heading;
      const isBelow = isBelowGeneric;
      isBelowGeneric = GENERIC.test(lower);
      if (
        words.length < 12 ||
        words.length > 220 ||
        /[.:?]$/.test(words) ||
        NO_TITLE.test(lower) ||
        !words.includes(' ')
      )
        continue;
      // A table's cells may speak of an audit or a follow-up; a title in a letterhead begins with it.
      if (block.type === 'cell' ? CELL_TITLE.test(lower) : TITLE.test(lower)) return words;
      const count = words.split(' ').length;
      if (count <= MOST_WORDS_OF_A_NAME && (FIRM.test(words) || findAuditor(words) !== undefined)) continue;
      if (isBelow && count >= 3 && !/\d/.test(words)) heading ??= words;
      // Without a word that says so, a title is a high heading or a long one; names and places are short.
      if (block.type === 'heading' && ((block.level ?? 6) <= 2 || count >= 4)) heading ??= words;
    }
  }
  return heading;
}

/** "Granskning av", "Inköp och": the title goes on in the next line. */
const GOES_ON = /\s(?:av|och|samt|för|med|till|i|på|om|vid|inom|enligt|kring|rörande|avseende)$/i;

/** A block's lines, joined where a title's goes on. */
function linesOf(text: string, block: Span): Span[] {
  const spans: Span[] = [];
  let start = block.start;
  for (const line of text.slice(block.start, block.end).split('\n')) {
    const above = spans.at(-1);
    if (above && GOES_ON.test(text.slice(above.start, above.end).trimEnd())) above.end = start + line.length;
    else spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}
