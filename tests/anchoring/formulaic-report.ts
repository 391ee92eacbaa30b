import type { Random } from './random';

/**
 * Fictional audit reports in the set phrases of the trade: the same sentences for one board after the other, lists of
 * recommendations printed again and again, the same statutes cited on every page.
 */

export const BOARDS = [
  'socialnämnden',
  'kultur- och fritidsnämnden',
  'bygg- och miljönämnden',
  'tekniska nämnden',
  'kommunstyrelsen',
  'gymnasienämnden',
  'omsorgsnämnden',
  'räddningsnämnden',
];

const TOPICS = [
  'upphandling av konsulttjänster',
  'hantering av orosanmälningar',
  'underhåll av skolfastigheter',
  'rekrytering av legitimerad personal',
  'beredskap för långvariga elavbrott',
  'uppföljning av externa utförare',
  'informationssäkerhet i verksamhetssystemen',
  'handläggning av bygglov',
  'placeringar i familjehem',
  'arkivering av digitala handlingar',
];

const MEASURES = [
  'dokumenterade rutiner',
  'en samlad riskanalys',
  'mätbara mål',
  'en tydlig ansvarsfördelning',
  'regelbundna stickprov',
  'en aktuell delegationsordning',
  'årliga utbildningsinsatser',
  'systematiska avstämningar',
];

const CITATIONS = [
  'kommunallagen',
  'SoL 14:1',
  '6 kap. 6 § KL',
  'skollagen',
  '5 kap. 1 a § SoL',
  'LOU',
  'förvaltningslagen',
];
const DEGREES = [
  'i huvudsak',
  'till viss del',
  'endast delvis',
  'inte i tillräcklig utsträckning',
  'till övervägande del',
];
const MONTHS = ['januari', 'mars', 'maj', 'augusti', 'oktober', 'december'];

function sentences(random: Random, board: string, topic: string): string[] {
  const measure = random.pick(MEASURES);
  const degree = random.pick(DEGREES);
  const citation = random.pick(CITATIONS);
  const year = 2019 + random.below(6);
  const count = 3 + random.below(90);
  return random
    .shuffled([
      `Vi bedömer att ${board} ${degree} har säkerställt ${measure} för ${topic}.`,
      `Enligt ${citation} ansvarar ${board} för att verksamheten bedrivs med tillräcklig intern kontroll.`,
      `Av intervjuerna framgår att ${board} följde upp ${topic} senast i ${random.pick(MONTHS)} ${year}.`,
      `Vid granskningen av ${count} ärenden saknades underlag i ${1 + random.below(count)} av dem.`,
      `De intervjuade uppger att ${measure} har diskuterats men inte beslutats.`,
      `Vi har inte tagit del av någon dokumentation som visar ${measure}.`,
      `Reglementet anger att ${board} ska rapportera till fullmäktige minst ${2 + random.below(3)} gånger per år, i enlighet med ${random.pick(CITATIONS)}.`,
      'Vi ser positivt på att arbetet har påbörjats.',
      `Ansvaret för ${topic} vilar på förvaltningschefen, som har vidaredelegerat det till enhetscheferna.`,
      `Kostnaden uppgick under ${year} till ${count},${random.below(10)} miljoner kronor, vilket är mer än budgeterat.`,
    ])
    .slice(0, 5 + random.below(4));
}

function recommendations(random: Random, board: string): string[] {
  return [
    `Säkerställa att ${random.pick(MEASURES)} finns och är kända i hela organisationen.`,
    `Tillse att uppföljningen av ${random.pick(TOPICS)} utvecklas och dokumenteras.`,
    `Stärka ${board}s uppsikt genom ${random.pick(MEASURES)}.`,
    'Årligen pröva om den interna kontrollen är tillräcklig.',
  ];
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** One report as plain text, paragraphs parted by blank lines: summary, a section for each board and topic, conclusion. */
export function formulaicReport(random: Random, sections = 12): string {
  const advice = new Map(BOARDS.map((board) => [board, recommendations(random, board)] as const));
  const closing = BOARDS.slice(0, 4).map(
    (board) => `Utifrån vår bedömning rekommenderar vi ${board} att:\n\n${list(advice.get(board) ?? [])}`,
  );
  const parts = [
    `Granskning av ${random.pick(TOPICS)}`,
    '1 Sammanfattning',
    'Vi har på uppdrag av de förtroendevalda revisorerna genomfört en granskning. Vår samlade bedömning är att arbetet behöver utvecklas.',
    ...closing,
    '2 Iakttagelser',
  ];
  for (let i = 0; i < sections; i++) {
    const topic = random.pick(TOPICS);
    parts.push(`2.${i + 1} ${topic.charAt(0).toUpperCase()}${topic.slice(1)}`);
    for (const board of random.shuffled(BOARDS).slice(0, 3)) parts.push(sentences(random, board, topic).join(' '));
    parts.push('Bedömning');
    parts.push(
      `Vår bedömning är att ${random.pick(BOARDS)} ${random.pick(DEGREES)} lever upp till ${random.pick(CITATIONS)}.`,
    );
  }
  parts.push('3 Slutsats och rekommendationer', ...closing, 'Ovanby den 12 maj', ...closing.slice(0, 1));
  return parts.join('\n\n');
}
