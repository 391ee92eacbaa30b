import { municipalities, plainName, regions } from '../../data/municipalities';

let byPlainName: Map<string, string> | undefined;

function byName(): Map<string, string> {
  byPlainName ??= new Map([
    ...municipalities().map(({ name }): [string, string] => [plainName(name), name]),
    ['falu', 'Falun'],
  ]);
  return byPlainName;
}

const NAMED =
  /(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?) (?:kommun(?:en)?s?|KOMMUNS?|[Ss]tad(?:en)?s?|STAD)(?![\p{L}])( revisor)?/gu;
const REGION = /Region \p{Lu}\p{L}+(?: (?:län|\p{Lu}\p{L}+))?|REGION \p{Lu}+(?: LÄN)?|Västra Götalandsregionen/gu;
/** Names that are common words or family names too: no evidence when they stand alone. */
const COMMON_WORDS = new Set([
  'Mark',
  'Vara',
  'Ale',
  'Orust',
  'Sala',
  'Flen',
  'Lund',
  'Berg',
  'Nora',
  'Borg',
  'Håbo',
  'Trosa',
  'Mora',
  'Habo',
  'Munkedal',
  'Kil',
  'Ystad',
  'Heby',
  'Salem',
  'Tanum',
]);
/** Characters of a document's beginning that are its cover and head. */
const COVER = 1200;

/** The municipality that a captured name means, in either of its forms (`Perstorps`, `Borås`). */
function lookUp(captured: string): string | undefined {
  const words = captured.split(' ');
  for (const name of [captured, words.at(-1) as string]) {
    const plain = plainName(name);
    const found = byName().get(plain) ?? (plain.endsWith('s') ? byName().get(plain.slice(0, -1)) : undefined);
    if (found) return found;
  }
  return undefined;
}

/**
 * Whose document it is: the municipality or region named most, where the cover and "X kommuns revisorer" weigh more.
 * @param text the document's first and last pages
 * @param url its address; decides where the text names none
 */
export function findMunicipality(text: string, url?: string): string | undefined {
  const weights = new Map<string, number>();
  const add = (name: string, at: number, weight: number) =>
    weights.set(name, (weights.get(name) ?? 0) + weight * (at < COVER ? 4 : 1));
  for (const match of text.matchAll(NAMED)) {
    const name = lookUp(match[1] as string);
    if (name) add(name, match.index, match[2] ? 6 : 2);
  }
  for (const match of text.matchAll(REGION)) {
    const plain = plainName(match[0]);
    const region = regions().find(({ name }) => plain.startsWith(plainName(name)));
    if (region) add(region.name, match.index, 1);
  }
  let best: string | undefined;
  let most = 0;
  let rivals = false;
  for (const [name, weight] of weights) {
    rivals = weight === most;
    if (weight > most) {
      most = weight;
      best = name;
    }
  }
  if (best && !(rivals && most < 4)) return best;
  return byDomain(url) ?? byDomain(siteOn(text)) ?? onlyOneNamed(text);
}

function byDomain(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname;
  return [...municipalities(), ...regions()].find(({ domains }) =>
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)),
  )?.name;
}

/** The address of the web site that a cover prints: `stockholm.se/revision`. */
function siteOn(text: string): string | undefined {
  const site = /(?<![\w@.-])(?:https?:\/\/)?((?:[a-z0-9-]+\.)+se)(?![\w-])/.exec(text.slice(0, COVER))?.[1];
  return site && `https://${site}/`;
}

/** A text that says "i Tyresö" and names no other municipality is about that one. */
function onlyOneNamed(text: string): string | undefined {
  const names = new Set<string>();
  for (const match of text.matchAll(/(?<![\p{L}])i (\p{Lu}[\p{Ll}-]{2,}(?: \p{Lu}[\p{Ll}-]+)?)(?![\p{L}-])/gu)) {
    const name = byName().get(plainName(match[1] as string));
    if (name && !COMMON_WORDS.has(name)) names.add(name);
  }
  return names.size === 1 ? [...names][0] : undefined;
}
