import { seen } from './damage';
import { remembering } from './remember';

/** Parts of board names that hold å, ä or ö, for mending what a scan made of them. */
const PARTS = [
  'nämnd',
  'nämnden för ',
  'miljö',
  'fullmäktige',
  'överförmyndar',
  'räddnings',
  'äldre',
  'vård',
  'välfärd',
  'samhälls',
  'jävs',
  'förvaltnings',
  'förenings',
  'hjälpmedels',
  'lärande',
  'förbunds',
  'lantmäteri',
  'lönenämnd',
  'måltids',
  'rådgivnings',
  'funktionsrätts',
  'säkerhet',
  'hälso',
  'förskole',
  'näringslivs',
  'försörjnings',
  'fjärd',
  'landsbygds',
  'tillväxt',
  'trygghets',
  'växtkraft',
  'hållbar',
  'färdtjänst',
  'socialtjänst',
  'språk',
  'stöd',
  'göteborg',
  'malmö',
].map((part) => ({ part, pattern: new RegExp(part === 'miljö' ? `(?<!fa)${seen(part)}` : seen(part), 'g') }));

const LETTER = '[\\p{L}\\d]';
const NOUN = `(?:${seen('nämnd')}|styrels)(?:en|erna|er|e)?|${seen('fullmäktige')}|direktionen|${seen('förbundsstyrelsen')}`;
/** Adjectives and determiners that belong to a board's name. */
const ADJECTIVE = seen(
  '(?:tekniska|humanistiska|gemensamma|sociala|social|regionala|kommunala|lokala|centrala|politiska|norra|södra|östra|västra|mellersta|samtliga|berörda|övriga|alla|respektive|förenade)',
);
/** What stands before a field's noun: `nämnden för social omsorg`. */
const OF_FIELD = `(?:${seen('(?:social|sociala|teknisk|tekniska|intern|interna|regional|lokal|kommunal|kommunala|kulturell|hållbar|hållbart|gemensam|gemensamma|inre|yttre|god|trygg|fysisk|digital|strategisk)')} (?!${seen('(?:och|samt|att|ska|skall|bör|har|är|som|med|innan|senast|under)')}(?![\\p{L}])))?`;
/** `nämnden för arbete och välfärd`: only a bare "nämnden" has its field behind it. */
const FIELD = ` ${seen('för')} (?!${seen('att|yttrande|svar|kännedom|åtgärd|beslut|godkännande|vidare|behandling|handläggning|beredning|den|det|de|sin|sitt|sina|dess|detta|dessa|verksamheten|uppföljning|genomförande|information')}(?![\\p{L}]))(?:${OF_FIELD}${LETTER}{3,25}-?(?:, | och | samt )?){1,4}`;
/**
 * `barn- och utbildningsnämnden`, `kultur-, idrotts- och fritidsnämnden`, `tekniska nämnden`, `nämnden för vård och
 * omsorg`, `VA-nämnden`, `kommunstyrelsen`. Genitives (`nämndens`) name a board's thing, not the board.
 */
const BOARD = new RegExp(
  `(?<![\\p{L}-])(?:(?:${seen('nämnden|nämnd')}|styrelsen)${FIELD}|(?:(?:${LETTER}{2,30}-, ?){0,3}${LETTER}{2,30}-,? (?:och|samt|&) )?(?:${ADJECTIVE} )?(?:\\p{L}{2}-)?${LETTER}{0,40}(?:${NOUN})(?![\\p{L}]))`,
  'gu',
);
const STOP_AFTER_FOR = /\s(?:att|ska|skall|bör|har|är|som|i|på|med|samt att|och att|innan|senast|under)(?:\s|$)/u;

/** Another board behind the field of one: "nämnden för arbete och välfärd och kommunstyrelsen". */
const NEXT_BOARD = /(?<= för .*)(?:,? och|,? samt|,) (?:[\p{L}-]*(?:mnd|styrels|fullm)|direktionen)/u;

/** A board named in a text, as the detector reports it, with its place in that text. */
export interface BoardMention {
  name: string;
  from: number;
  to: number;
}

/** Mends the letters that a scan damaged in a board's name. */
const mend = remembering((name) => {
  let mended = name;
  for (const { part, pattern } of PARTS) mended = mended.replace(pattern, part);
  return mended;
});

/** What every board's name holds, and where it may end: genitives name a board's thing. */
const HEAD = /(?:mnd|styrels)(?:en|erna|er|e)?(?![\p{L}])|fullm|direktionen/gu;
/** A word that may belong to the board's name behind it: "och", "samt", "&", an adjective. */
const GOES_ON = /(?:[ae]|ial|och|samt|&)$/;
/** Words of the longest name before its head: `kultur-, fritids-, miljö-, bygg- och tekniska …`. */
const MOST_WORDS = 7;

/** Where a board's name with its head at an offset begins at the earliest, in lower-case words. */
function earliestStart(lower: string, head: number): number {
  let start = lower.lastIndexOf(' ', head) + 1;
  if (start < 2 || !GOES_ON.test(lower.slice(Math.max(0, start - 5), start - 1))) return start;
  for (let words = 0; words < MOST_WORDS && start > 1; words++) start = lower.lastIndexOf(' ', start - 2) + 1;
  return start;
}

/**
 * The boards named in a healed text, lower-case and mended, in text order.
 * `social- och utbildningsnämnderna` gives both boards.
 * @param words healed text as printed: capitals tell a district's name (`stadsdelsnämnden Östra Strand`)
 */
export function findBoards(words: string, from = 0, to = words.length): BoardMention[] {
  const mentions: BoardMention[] = [];
  const printed = words.slice(from, to);
  if (!/mnd|styrels|fullm|direktion/i.test(printed)) return mentions;
  const lower = printed.toLowerCase();
  for (let end = 0; ; ) {
    HEAD.lastIndex = end;
    const head = HEAD.exec(lower);
    if (!head) return mentions;
    // Far from any head no name can begin: the search for one starts as late as it may.
    BOARD.lastIndex = Math.max(end, earliestStart(lower, head.index));
    const match = BOARD.exec(lower);
    if (!match) return mentions;
    end = match.index + match[0].length;
    let name = match[0].trim();
    const tail = STOP_AFTER_FOR.exec(name);
    if (tail) name = name.slice(0, tail.index);
    const next = NEXT_BOARD.exec(name);
    if (next) {
      name = name.slice(0, next.index);
      end = match.index + name.length;
    }
    name = name.replace(/(?:,| och| samt)$/, '');
    const company = companyAfter(name, printed, match.index);
    if (company !== null) {
      name = company;
      end = match.index + name.length;
    } else name += (placeAfter(mend(name), printed.slice(match.index + name.length)) ?? '').toLowerCase();
    const district = districtBefore(name, printed.slice(0, match.index));
    name = district.toLowerCase() + name;
    const at = from + match.index - district.length;
    for (const board of boardsOf(mend(name))) mentions.push({ name: board, from: at, to: at + name.length });
  }
}

const OF_COMPANY = /^(?:styrelsen|direktionen)(?= för |$)/;
/** A company's, foundation's or federation's name behind its board: "i Ekvalla Bostäder AB". */
const COMPANY =
  /^ (?:i|för|hos) (?:(?:AB|[Ss]tiftelsen|[Bb]olaget|[Kk]ommunalförbundet|[Ff]öreningen) )?(?:(?!(?:AB|HB|KB)(?!\p{L}))\p{Lu}[\p{L}\d:&-]*(?: (?:och|&|i) (?=\p{Lu})| (?=\p{Lu}))?){1,6}(?:(?<= )(?:AB|HB|KB)(?!\p{L}))?/u;

/** The name of a company's board with its company's, in lower case; null for other boards. */
function companyAfter(name: string, printed: string, at: number): string | null {
  const board = OF_COMPANY.exec(name)?.[0];
  if (board === undefined) return null;
  const company = COMPANY.exec(printed.slice(at + board.length, at + board.length + LONGEST_COMPANY))?.[0];
  return company === undefined ? null : `${board}${company.toLowerCase()}`.trimEnd();
}

/** True for the board of a company, which its own papers go on to call "styrelsen". */
export function isCompanyBoard(name: string): boolean {
  return /^(?:styrelsen|direktionen) (?:(?:i|hos) |för .*(?<!\p{L})(?:ab|hb|kb)$)/u.test(name);
}

/** Characters of the longest name of a company. */
const LONGEST_COMPANY = 90;

/** Capitalised words behind a district board: its place. */
const PLACE = /^(?:[ -]\p{Lu}[\p{L}-]+){1,3}/u;
/** A part of a town, which no person is called: `socialnämnden Nordost`. */
const QUARTER =
  /^ (?:(?:Nord|Syd|Öst|Väst|Sydöst|Sydväst|Nordöst|Nordväst|Nordost)(?:ra|er)?|Centrum|Innerstaden)(?![\p{L}])/u;

/** The district before its board: "Skärholmens stadsdelsnämnd", "Norra innerstadens stadsdelsnämnd". */
const DISTRICT =
  /(?:(?:Norra|Södra|Östra|Västra|Nordöstra) )?\p{L}*\p{Lu}[\p{L}-]{3,}(?: innerstadens)? $|(?:Norra|Södra) innerstadens $/u;
const NO_DISTRICT =
  /^(?:varje|respektive|ingen|någon|samma|denna|berörd|aktuell|enligt|till|från|samtliga|andra|annan)\b/i;

function districtBefore(name: string, before: string): string {
  if (!/^(?:stadsdels|områdes|distrikts|kommundels)nämnd(?:en)?$/.test(name)) return '';
  const district = DISTRICT.exec(before.slice(-60))?.[0] ?? '';
  return NO_DISTRICT.test(district) ? '' : district;
}

/** The place that belongs to a board's name; a board in its indefinite form is named by what stands behind it. */
function placeAfter(board: string, rest: string): string | undefined {
  if (!board.endsWith('nämnden') && !board.endsWith('nämnd')) return undefined;
  if (/(?:stadsdels|områdes|distrikts|kommundels|stads)nämnden$|\p{L}{3}nämnd$/u.test(board))
    return PLACE.exec(rest)?.[0];
  return /nämnden$/.test(board) ? QUARTER.exec(rest)?.[0] : undefined;
}

/** Compounds that end like a board and are none. */
const NO_BOARD = /^(?:revisorsgrupp|partistyrelse|skolstyrelse|socialstyrelse|lantmäteristyrelse)e?n?$/;

/** The boards that a name stands for: none, one, or several under one plural. */
const boardsOf = remembering((name): readonly string[] => {
  if (
    /socialstyrels|överstyrels|länsstyrels|lånsstyrels|arbetsmiljöstyrels|lansstyrels|linsstyrels|förvaltningsstyrels/.test(
      name,
    ) ||
    NO_BOARD.test(name)
  )
    return [];
  // Coordinated boards with one plural head: each is a board of its own.
  const plural = /^((?:[\p{L}\d]+-, ?)*[\p{L}\d]+-),? (?:och|samt|&) ([\p{L}\d]*)nämnderna$/u.exec(name);
  if (plural) {
    const stems = (plural[1] as string).split(/, ?/).map((stem) => stem.replace(/-$/, ''));
    return [...stems, plural[2] as string].map((stem) => `${stem}nämnden`);
  }
  return [name.replace(/ (?:samt|&) (?=[\p{L}\d]*nämnd)/u, ' och ')];
});

/** Each name once, in order. */
export function uniqueNames(mentions: readonly BoardMention[]): string[] {
  return mentions.length === 0 ? [] : [...new Set(mentions.map((mention) => mention.name))];
}

/** True for names that say "board" without saying which. */
export function isGeneric(name: string): boolean {
  return /^(?:nämnden|nämnderna|nämnd|nämnder|styrelsen|styrelse|styrelserna)$/.test(name);
}
