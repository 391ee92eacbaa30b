import { seen } from './damage';

const EXTENT = [
  'i huvudsak',
  'huvudsakligen',
  'delvis',
  'till fullo',
  'fullt ut',
  'till [a-z]{3,14} del',
  'till del',
  'i (?:allt )?väsentligt',
  'i allt väsentligt',
  'i stort(?: sett)?',
  'i (?:stor|hög|viss|begränsad|liten|låg|ringa|tillräcklig|rimlig|otillräcklig) (?:utsträckning|grad|omfattning|mån)',
  'inte (?:helt|fullt ut|i tillräcklig (?:utsträckning|grad|omfattning))',
  'både ja och nej',
]
  .map(seen)
  .join('|');
const DEGREE = `(?:${EXTENT}|ej|inte|icke|helt|inte helt)`;
const MET = seen(
  '(?:uppfylld(?:a|es)?|uppfyllt|uppfylls|uppfyllda|uppfyller|tillräckliga?|tillräckligt|ändamålsenliga?|ändamålsenligt|tillfredsställande)',
);
/** A traffic light's: "Grön", "Gult". As printed, because only a capital or a sign may stand behind: "Röd tråd" is none. */
const COLOUR = new RegExp(`^${seen('(?:grönt?|gult?|orange|röd|rött)')}(?![\\p{L}\\d-])`, 'u');
const COLOUR_LETTERS = 'gro';
const BEHIND_COLOUR = /^\s*(?:$|[.,;:!–—)(]|\p{Lu})/u;
const OTHER = seen('(?:otillräckliga?|otillräckligt|(?:kan|går) (?:inte|ej) (?:att )?bedömas?|ej bedömt|ej bedömd)');
const ANSWER = new RegExp(
  `^(?:(?:ja|nej)(?:,? (?:men )?(?:${EXTENT})(?! ${MET}))?|${DEGREE} ${MET}|${EXTENT}|${MET}|${OTHER})(?![\\p{L}\\d-])`,
  'u',
);
/** What stands between a question or label and its answer. */
const LABEL = new RegExp(
  `^(?:[\\p{So}\\ufe0f]{1,3}\\s*)?(?:${seen('(?:vårt |revisorernas |samlat |samlad |vår |sammanfattande )?(?:svar|bedömning|resultat|slutsats|svar på (?:revisions)?frågan)(?: (?:på|av) (?:revisions)?fråg(?:an|a \\d+))?')} ?[:–-]|[–—:-])?\\s*`,
  'u',
);
/** "Revisionsfrågan bedöms som delvis uppfylld", "vår bedömning är att frågan är uppfylld". */
const JUDGED = new RegExp(
  `${seen('(?:(?:revisions)?fr[^ ]{1,3}gan|kontrollmålet|granskningsmålet)')} ${seen('(?:bedöms|anses|är|har bedömts|bedömer vi)')}(?: (?:${seen('som|vara|vara att|därmed|därför|således')})){0,3} ((?:${DEGREE} )?${MET}|${EXTENT})(?![\\p{L}])`,
  'u',
);
const DELIMITER = /^\s*(?:[.,;:!–—)-]|$)/u;

/** An answer found in healed text: as printed, and where it ends. */
export interface Answer {
  words: string;
  to: number;
}

/**
 * The answer that a text begins with: "Ja", "Till viss del", "Delvis uppfyllt", also behind "Svar:" or "Bedömning:".
 * @param words healed text as printed
 * @param sure true where the place says that it is an answer (a table's answer column); otherwise a stop or comma must follow
 */
export function readAnswer(words: string, sure = false): Answer | null {
  const lower = words.slice(0, 160).toLowerCase();
  const label = LABEL.exec(lower)?.[0] ?? '';
  const match = ANSWER.exec(lower.slice(label.length)) ?? colourFirst(words, lower, label.length);
  if (!match) return null;
  const to = label.length + match[0].length;
  const labelled = /[:–-]/.test(label);
  if (!sure && !labelled && !DELIMITER.test(lower.slice(to))) return null;
  return { words: words.slice(label.length, to), to };
}

/** The colour that stands at an offset, where it is an answer and no colour of something. */
function colourFirst(words: string, lower: string, at: number): RegExpExecArray | null {
  if (!COLOUR_LETTERS.includes(lower[at] ?? ' ')) return null;
  const match = COLOUR.exec(lower.slice(at));
  return match && BEHIND_COLOUR.test(words.slice(at + match[0].length, at + match[0].length + 20)) ? match : null;
}

/** The answer that a sentence anywhere in the text states: "Revisionsfrågan bedöms som delvis uppfylld". */
export function findJudgement(words: string): string | null {
  const match = JUDGED.exec(words.toLowerCase());
  if (!match) return null;
  const from = match.index + match[0].length - (match[1] as string).length;
  return words.slice(from, match.index + match[0].length);
}
