import type { Random } from './random';

/** A document as paragraphs of sentences. */
export type Draft = string[][];

/*
 * Fictional papers of another house than `formulaic-report`, written for validation: a report in short findings, minutes
 * with their standing phrases, a municipality's web page. Nothing in anchoring is tuned on them.
 */

const UNITS = [
  'hemtjänsten',
  'grundskolan',
  'gatuenheten',
  'räddningstjänsten',
  'kulturskolan',
  'boendestödet',
  'kostenheten',
  'IT-avdelningen',
];
const COMMITTEES = [
  'vård- och omsorgsnämnden',
  'barn- och skolnämnden',
  'samhällsbyggnadsnämnden',
  'kommunstyrelsen',
  'valnämnden',
];
const OBJECTS = [
  'avtalsregistret',
  'loggkontrollerna',
  'attestordningen',
  'rehabiliteringsplanerna',
  'inköpsrutinen',
  'skyddsronderna',
  'krisplanen',
  'verksamhetsmåtten',
];
const GRADES = ['Ja', 'Nej', 'Delvis', 'I allt väsentligt', 'Till liten del'];
const NAMES = ['Berit Ek', 'Hassan Lind', 'Tove Strand', 'Olle Nyman', 'Mirjam Falk', 'Per Wide'];

function finding(random: Random, unit: string, object: string): string[] {
  const share = 11 + random.below(80);
  return random
    .shuffled([
      `Stickprovet omfattade ${share} poster, varav ${1 + random.below(10)} avvek från ${object}.`,
      `Chefen för ${unit} beskriver att ${object} ses över varje höst men att resultatet sällan skrivs ned.`,
      `${object.charAt(0).toUpperCase()}${object.slice(1)} beslutades senast ${1 + random.below(28)} februari ${2017 + random.below(8)}.`,
      `Vi har tagit del av mallar och checklistor som ${unit} använder i det dagliga arbetet.`,
      `Enligt ${unit} är bemanningen det främsta hindret för att hålla ${object} uppdaterade.`,
      'Intervjuade medarbetare känner till vart de ska vända sig vid misstanke om oegentligheter.',
      `Det finns ingen utsedd ägare av ${object}, vilket gör ansvaret otydligt.`,
      `En jämförelse med ${2015 + random.below(4)} års granskning visar att ${random.below(9) + 2} av bristerna kvarstår.`,
      'Vår tolkning av 6 kap. 6 § kommunallagen är att uppsikten också gäller köpt verksamhet.',
      `Kostnaden för ${unit} ökade med ${random.below(20)},${random.below(10)} procent mellan åren.`,
    ])
    .slice(0, 4 + random.below(4));
}

function checklist(random: Random, committee: string): string[][] {
  return [
    [`Revisorerna lämnar följande råd till ${committee}.`],
    [`Utse en ansvarig för ${random.pick(OBJECTS)} före årets slut.`],
    [`Följ upp ${random.pick(OBJECTS)} minst en gång per tertial och rapportera avvikelser.`],
    [`Se till att ${random.pick(UNITS)} får utbildning i ${random.pick(OBJECTS)}.`],
    ['Besluta om en tidplan för de åtgärder som återstår.'],
  ];
}

/** A report in short findings: the same heads and verdicts for each unit, the advice printed first and last. */
export function findingsReport(random: Random): Draft {
  const advice = random
    .shuffled(COMMITTEES)
    .slice(0, 3)
    .flatMap((committee) => checklist(random, committee));
  const body = random.shuffled(UNITS).flatMap((unit) => {
    const object = random.pick(OBJECTS);
    return [
      [`Granskning av ${unit}`],
      finding(random, unit, object),
      [`Svar på revisionsfrågan: ${random.pick(GRADES)}.`, `Bedömningen avser ${object} vid granskningstillfället.`],
      finding(random, unit, random.pick(OBJECTS)),
    ];
  });
  return [
    ['Sammanfattande granskningsrapport'],
    ['Vårt uppdrag kommer från kommunens revisorer.'],
    ...advice,
    ...body,
    ['Avslutning'],
    ...advice,
  ];
}

/** Minutes: paragraphs that differ in a number, a name and a matter. */
export function minutes(random: Random): Draft {
  const draft: Draft = [
    ['Protokoll från sammanträde med barn- och skolnämnden'],
    [`Justerare är ${random.pick(NAMES)}.`],
  ];
  for (let i = 1; i <= 14; i++) {
    const object = random.pick(OBJECTS);
    draft.push(
      [`§ ${40 + i} Uppföljning av ${object}`],
      ['Beslut', `Nämnden godkänner redovisningen av ${object}.`, 'Paragrafen förklaras omedelbart justerad.'],
      [
        `${random.pick(NAMES)} redogör för ärendet.`,
        `Förvaltningen föreslår att ${object} kompletteras inför ${2024 + random.below(3)}.`,
        `Ordföranden ställer proposition på förslaget från ${random.pick(NAMES)} och finner att det bifalls.`,
        `Tjänsteskrivelse daterad ${1 + random.below(28)} ${random.pick(['mars', 'april', 'maj'])} biläggs handlingarna.`,
      ],
      ['Beslutet skickas till', `Verksamhetschefen för ${random.pick(UNITS)}`],
    );
  }
  return draft;
}

/** A web page: news of the auditors, with the same invitation under each piece. */
export function newsPage(random: Random): Draft {
  const draft: Draft = [['Start', 'Kommun och politik', 'Revision'], ['Nytt från revisionen']];
  for (let i = 0; i < 12; i++) {
    const unit = random.pick(UNITS);
    draft.push(
      [`Ny granskning: ${unit}`],
      [
        `Revisorerna har låtit granska hur ${unit} arbetar med ${random.pick(OBJECTS)}.`,
        `Resultatet presenterades för fullmäktige den ${1 + random.below(28)} ${random.pick(['juni', 'oktober', 'november'])}.`,
        `Den viktigaste iakttagelsen är att ${random.pick(OBJECTS)} saknar uppföljning.`,
        `Ansvarig nämnd, ${random.pick(COMMITTEES)}, har fått till den ${1 + random.below(28)} januari på sig att svara.`,
      ],
      ['Läs hela rapporten', `Har du frågor om granskningen? Kontakta ${random.pick(NAMES)} på revisionskontoret.`],
    );
  }
  return draft;
}
