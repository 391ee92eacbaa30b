import { NEED, PASSIVE, SHALL, VERB } from './advice-words';
import { type BoardMention, findBoards, isGeneric, uniqueNames } from './boards';
import { seen } from './damage';

const NAMED_AFTER = new RegExp(
  `${VERB}(?![\\p{L}])|${seen('rekommendation(?:er)?|föreslår?|uppmanar?|uppmuntrar?|anmodar?')}(?![\\p{L}])`,
  'u',
);

/** Who decides instead of a board in some municipalities: "rekommenderar omsorgsutskottet att". */
const OTHER_BODY = new RegExp(
  `^(?: ${seen('(?:även|också|därför|vidare)')})? ((?:[\\p{L}]+- och )?(?:[\\p{L}-]{3,}(?:sektionen|utskottet)|${seen('överförmyndaren')}))$`,
  'u',
);

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
    if (named.length > 0) return uniqueNames(that ? [...named, ...othersAfter(sentence, printed, to)] : named);
    if (that) {
      const subject = findBoards(printed, to, Math.min(sentence.length, to + 120)).filter(
        (board) => board.from - to < 30,
      );
      if (subject.length > 0) return uniqueNames(chainAfter(sentence, subject));
      const body = OTHER_BODY.exec(sentence.slice(from, to));
      if (body) return [body[1] as string];
    }
  }
  for (const modal of [SHALL, NEED]) {
    const ought = modal.exec(sentence);
    if (!ought) continue;
    const before = findBoards(printed, 0, ought.index);
    const subject = before.at(-1);
    if (subject && ought.index - subject.to < 30) return uniqueNames(chain(sentence, before));
    const after = findBoards(printed, ought.index).filter((board) => board.from - ought.index < 16);
    if (after.length > 0) return uniqueNames(chainAfter(sentence, after));
    if (before.length > 0) return uniqueNames(chain(sentence, before));
  }
  return subjectOfThat(printed, sentence);
}

/** "… regionstyrelsen att utreda frågan och trafiknämnden att följa upp avtalen": the boards further on that have their own "att". */
function othersAfter(sentence: string, printed: string, from: number): BoardMention[] {
  return findBoards(printed, from).filter(
    (board) => /(?:och|samt|,) $/.test(sentence.slice(from, board.from)) && sentence.startsWith(' att ', board.to),
  );
}

/** "Det är angeläget att socialnämnden …": the boards right behind the first "att". */
function subjectOfThat(printed: string, sentence: string): string[] {
  const that = / att /.exec(sentence);
  if (!that) return [];
  const from = that.index + that[0].length;
  const [first, ...others] = findBoards(printed, from, Math.min(sentence.length, from + 120));
  return first && first.from - from < 12 ? uniqueNames(chainAfter(sentence, [first, ...others])) : [];
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
