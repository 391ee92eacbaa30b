/**
 * Patterns that read a word through what scanning does to it: `bed6mer`, `bedémer`, `bedömer`; `namnd`, `nimnd`,
 * `nämnd`. One rule for each Swedish letter instead of a list of damaged words.
 */

/** What optical recognition makes of a letter; up to two signs, because `ö` also becomes `6é` or `fo6r`. */
const SEEN_AS: Record<string, string> = {
  å: '[åaäáàâ4d&]{1,2}',
  ä: '[äaåáàâéeidï4]{1,2}',
  ö: '[öoóòôõ06éed]{1,2}',
};

/** What stands inside a Swedish word, damaged or not; `[a-z…]` in a pattern source means this. */
const LETTERS = '[a-zåäöéèáàâïóòôõ06';

/**
 * A pattern source in lower-case Swedish with every å, ä and ö replaced by what they are read as. Signs of regular
 * expressions keep their meaning; write no å, ä, ö inside a character class, and `[a-z]` for any letter.
 */
export function seen(source: string): string {
  return source.replace(/[åäö]/g, (letter) => SEEN_AS[letter] as string).replaceAll('[a-z', LETTERS);
}

/** {@link seen} as a regular expression over lower-case healed text. */
export function seenPattern(source: string, flags = ''): RegExp {
  return new RegExp(seen(source), flags);
}
