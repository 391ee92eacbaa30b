import { findBoards } from './boards';
import { seen } from './damage';

/** Infinitives that audit recommendations begin with; those in -era and -ställa need no listing. */
const VERBS = seen(
  '(?:ange|redovisa|teckna|anlita|använda|avsluta|avveckla|behandla|bygga|byta|delge|förändra|förenkla|förkorta|ompröva|påbörja|påskynda|rapportera|sänka|söka|uppdatera|upphandla|utnyttja|utpeka|utvinna|vidmakthålla|vidga|stärka|tillse|se till|se över|utreda|följa|ta|upprätta|genomföra|besluta|överväga|förtydliga|tydliggöra|utveckla|fortsätta|verka|mäta|erbjuda|besöka|bemanna|begränsa|kräva|rensa|komplettera|kartlägga|införa|skapa|anta|göra|pröva|ålägga|begära|inleda|vidta|arbeta|avsätta|bedöma|bereda|bevaka|bidra|dra|driva|effektivisera|ersätta|fastställa|fatta|förbättra|förstärka|försäkra|fördjupa|förankra|förebygga|ge|hantera|hålla|höja|informera|inrätta|inhämta|klargöra|lämna|lyfta|låta|minska|möjliggöra|prioritera|redogöra|samla|samordna|sammanställa|samverka|skyndsamt|snarast|sprida|säkra|sätta|tillämpa|tillföra|tillsätta|tydligt|ställa|stödja|synliggöra|slutföra|undersöka|underlätta|uppdra|uppmärksamma|uppfylla|utarbeta|utbilda|utforma|utföra|utse|utvidga|utvärdera|utöka|utöva|vara|vidareutveckla|värna|åtgärda|öka|överse|[a-z]{2,20}era|[a-z]{2,20}ställa|[a-z]{2,20}lägga|[a-z]{2,20}göra|[a-z]{2,20}följa)',
);
/** Imperatives that differ from their infinitive. */
const IMPERATIVES = seen(
  '(?:stärk|tillse|se till|se över|utred|följ|ta|genomför|överväg|förtydlig|inför|gör|pröva|begär|inled|vidta|bedöm|bered|ersätt|fastställ|förstärk|ge|håll|höj|klargör|lyft|låt|möjliggör|skyndsamt|säkra|sätt|tillför|tillsätt|ställ|slutför|utför|uppfyll|använd|stöd|bygg|säkerställ|[a-z]{2,20}ställ|[a-z]{2,20}gör|[a-z]{2,20}lägg|[a-z]{2,20}följ)',
);
const ADVERB = seen(
  '(?:(?:aktivt|skyndsamt|snarast|löpande|tydligare|systematiskt|fortsatt|regelbundet|i samråd med [^,.]{3,40}|tillsammans med [^,.]{3,40}|inom ramen för [^,.]{3,40}) )?',
);
const BEGINS = new RegExp(
  `^(?:${seen('(?:samt |och )?att')} (?!${seen('det finns|det saknas|det inte')}(?![\\p{L}]))|${ADVERB}(?!${seen('frågor')})(?:${VERBS}|${IMPERATIVES})(?![\\p{L}-]))`,
  'u',
);
const OUGHT = new RegExp(`(?<![\\p{L}])${seen('bör')}(?![\\p{L}])`, 'u');
const ATT = /^(?:samt |och )?att\s/;

/** A recommendation's own number, whatever its first word is: "R3 I högre grad …", "Rek. 2: Rutiner …". */
const CODED = /^(?:r(?:ek)?\.? ?\d{1,2}[.):]? \p{L}|[a-h][.)] \p{L}{2})/u;

/** Length of "2. ", "3.1 " or "R3: " before an item's words. */
export function numberLength(words: string): number {
  return /^(?:(?:(?:r(?:ek)?\.? ?)?\d+(?:\.\d+)*[.):]?|[a-h][.)])\s+)?/i.exec(words)?.[0].length ?? 0;
}

/** True when lower-case words begin as a recommendation's item does, perhaps behind a number: `att …`, an infinitive, `<board> bör`. */
export function beginsLikeItem(numbered: string): boolean {
  if (CODED.test(numbered)) return true;
  const words = numbered.slice(numberLength(numbered));
  if (BEGINS.test(words)) return true;
  const ought = OUGHT.exec(words.slice(0, 90));
  if (!ought) return false;
  const subject = findBoards(words, 0, ought.index).at(-1);
  return subject !== undefined && ought.index - subject.to < 20;
}

/** "Nämnden behöver …", "Det är angeläget att …": advice where a list of it was announced, elsewhere mere judgement. */
const NEED = new RegExp(`(?<![\\p{L}])${seen('(?:behöver|måste)')}(?![\\p{L}])`, 'u');
const MATTERS = new RegExp(`^${seen('det är (?:viktigt|angeläget|väsentligt|av vikt|önskvärt)(?:,? [a-z]+)? att ')}`);

/** True when lower-case words say what a board needs to do, or that something matters. */
export function tellsNeed(words: string): boolean {
  if (MATTERS.test(words)) return true;
  const need = NEED.exec(words.slice(0, 90));
  const subject = need ? findBoards(words, 0, need.index).at(-1) : undefined;
  return need !== null && subject !== undefined && need.index - subject.to < 20;
}

/** True when lower-case words may begin with an infinitive; words in -a that are none stand there too. */
export function mayBeginWithInfinitive(words: string): boolean {
  return /^\p{Ll}{3,}a (?!och )/u.test(words);
}

/** True when a unit may begin with "att", by its first sign as it stands: a letter of the words before it, or one to heal. */
export function mayBeginWithAtt(text: string, unit: { start: number }): boolean {
  return /[aosAOS\s*<\u00ad]/.test(text[unit.start] ?? '');
}

/** True when lower-case words begin with "att". */
export function beginsWithAtt(words: string): boolean {
  return ATT.test(words);
}
