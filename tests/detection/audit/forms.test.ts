import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

/** How many passages of a kind stand in a text, counted by hand; 0 for what only looks like one. */
const FORMS: readonly (readonly [PassageKind, number, string])[] = [
  [
    'recommendation',
    2,
    'Våra rekommendationer\n\nVi rekommenderar kommunstyrelsen att:\n\nSäkerställa att planen revideras\n\nFölja upp arbetet varje år\n\nNästa avsnitt\n\nHär står annat.',
  ],
  [
    'recommendation',
    3,
    'Rekommendationer\nUtifrån granskningens iakttagelser och bedömningar lämnas följande rekommendationer till socialnämnden.\n\n1. Ta fram en rutin.\n2. Utbilda personalen.\n3. Följ upp rutinen.\n',
  ],
  [
    'recommendation',
    2,
    '6. Rekommendationer\n\nEfter genomförd granskning rekommenderar vi nämnden följande:\n• Att en plan upprättas\n• Att planen följs upp\n\nBilaga 1\n\n• Intervju med chef\n• Intervju med nämnd\n',
  ],
  [
    'recommendation',
    1,
    'Bedömning\n\nVi bedömer att styrningen är god. Vi ser dock behov av att kommunstyrelsen tydliggör ansvaret och rekommenderar därför att en ansvarsfördelning beslutas.',
  ],
  ['recommendation', 1, 'Bedömning\n\nNämnden har en plan. Revisionen rekommenderar att planen kompletteras med mål.'],
  [
    'recommendation',
    2,
    'Sammanfattning\n\nMed anledning av granskningens resultat lämnas följande rekommendationer:\n\nTill kommunstyrelsen\n\n- Se över delegationsordningen.\n\nTill tekniska nämnden\n\n- Upprätta en underhållsplan.\n\nMetod\n\n- Intervjuer\n',
  ],
  [
    'recommendation',
    2,
    'Vi rekommenderar att kommunstyrelsen\n- fastställer en policy\n- följer upp policyn\n\nAnnat stycke här.',
  ],
  ['recommendation', 2, 'Kommunstyrelsen bör:\n• besluta om en policy\n• följa upp den\n\nVi tackar för samarbetet.'],
  [
    'recommendation',
    0,
    'Granskningen har utgått från följande:\n• Socialstyrelsens rekommendationer\n• Kommunens riktlinjer\n',
  ],
  [
    'recommendation',
    0,
    'Revisionskriterier\n\n- Socialstyrelsens allmänna råd och rekommendationer\n- SKR:s rekommendationer om arkiv\n- Delegationsordning',
  ],
  [
    'recommendation',
    0,
    'Nämnden behandlade revisorernas rekommendationer den 3 maj. Förvaltningen bör återkomma med en plan.',
  ],
  ['recommendation', 0, 'Folkhälsomyndighetens rekommendationer:\n- håll avstånd\n- tvätta händerna\n'],
  ['recommendation', 0, 'Socialstyrelsen rekommenderar att:\n- besök görs varje månad\n- avvikelser dokumenteras\n'],
  [
    'recommendation',
    1,
    'Samlad bedömning\n\nUtifrån vår granskning är vår samlade bedömning att arbetet är ändamålsenligt. För att ytterligare förbättra arbetet rekommenderas nämnden att fortsätta utveckla sin uppföljning.',
  ],
  [
    'recommendation',
    3,
    'Förbättringsområden och rekommendationer\n\nI granskningen har vi identifierat följande förbättringsområden. Nämnden rekommenderas att:\n\n➢ Utveckla nyckeltal\n\n➢ Fastställa mål\n\n➢ Följa upp målen\n',
  ],
  [
    'recommendation',
    2,
    'Rekommendationer\n\nUtifrån genomförd granskning lämnar vi följande rekommendationer:\n\nAtt kommunstyrelsen ser över sina rutiner.\nAtt kommunstyrelsen stärker sin uppsikt.\n\nUppsala den 3 mars 2023\n\nAnna Karlsson\n',
  ],
  [
    'recommendation',
    2,
    'Vi rekommenderar vård- och omsorgsnämnden:\n\n• att vidta åtgärder för att säkerställa bemanningen,\n• att löpande följa upp avvikelser.\n',
  ],
  [
    'recommendation',
    1,
    'I övrigt rekommenderar vi kommunstyrelsen att överväga en gemensam upphandling (se avsnitt 3.2).',
  ],
  [
    'recommendation',
    2,
    'Rekommendationer till kommunstyrelsen och nämnderna\n\nNr Rekommendation\n1 Inför en gemensam mall för intern kontroll.\n2 Följ upp att mallen används.\n',
  ],
  [
    'recommendation',
    2,
    'Nr\tRekommendation\tAnsvarig\n1\tInför en gemensam mall för intern kontroll.\tKommunstyrelsen\n2\tFölj upp att mallen används.\tNämnderna\n',
  ],
  [
    'recommendation',
    2,
    '| Rekommendation | Nämndens svar |\n|---|---|\n| Inför en mall för kontroll | Nämnden instämmer. |\n| Följ upp att mallen används | Nämnden instämmer inte. |\n',
  ],
  [
    'recommendation',
    2,
    'Revisionens rekommendation: Nämnden bör införa en mall.\nNämndens svar: Mallen är införd.\n\nRevisionens rekommendation: Nämnden bör utbilda chefer.\nNämndens svar: Utbildning sker i höst.\n',
  ],
  [
    'recommendation',
    2,
    'Rekommendation 1 – Inför en gemensam mall för kontroll.\nSvar: Mallen är införd sedan 2022.\n\nRekommendation 2 – Utbilda alla chefer i kontroll.\nSvar: Utbildning sker i höst.\n',
  ],
  [
    'recommendation',
    1,
    'Stadsrevisionen riktar följande rekommendation till nämnden: Nämnden rekommenderas att säkerställa att avtal följs upp.',
  ],
  [
    'recommendation',
    1,
    'Stadsrevisionen rekommenderar äldre samt vård- och omsorgsnämnden att stärka kontrollen av utförare.',
  ],
  [
    'recommendation',
    0,
    'Vi har följt upp rekommendationerna från 2021. Vi bedömer att nämnden har hanterat två av tre rekommendationer.',
  ],
  [
    'recommendation',
    0,
    'Förvaltningens förslag till beslut\nNämnden rekommenderar kommunstyrelsen att föreslå kommunfullmäktige att anta planen.',
  ],
  [
    'recommendation',
    2,
    'Revisorerna vill särskilt lyfta fram följande rekommendationer:\n– kommunstyrelsen bör besluta om en plan\n– socialnämnden bör följa upp avtalen\n',
  ],
  ['recommendation', 1, 'Vår bedömning är att nämnden bör säkerställa att rutinerna är kända.'],
  ['recommendation', 1, 'Enligt vår mening bör kommunstyrelsen ta initiativ till en översyn.'],
  ['recommendation', 1, 'Revisionen anser att kommunstyrelsen bör förtydliga målen.'],
  [
    'recommendation',
    2,
    'REKOMMENDATIONER\n\nVI REKOMMENDERAR KOMMUNSTYRELSEN ATT:\n\n- Anta en plan\n- Följa upp planen\n',
  ],
  [
    'recommendation',
    1,
    'Det är vår uppfattning att arbetet kan förbättras och vi rekommenderar nämnden att göra en kartläggning.',
  ],
  [
    'recommendation',
    2,
    'Granskningen föranleder följande rekommendationer till nämnden:\n● Säkerställ att beslut\nverkställs inom rimlig tid.\n● Upprätta en plan.',
  ],
  [
    'recommendation',
    0,
    'Innehåll\nSammanfattning 2\nRekommendationer 3\nBilaga 4\n\nDen här texten handlar om annat och är lång nog för att vara ett stycke.',
  ],
  ['recommendation', 0, 'I avsnitt 5 redovisas våra rekommendationer:\n\nBakgrund\n\nKommunen är stor.'],
  [
    'recommendation',
    2,
    'Mot bakgrund av ovanstående rekommenderar vi kommunstyrelsen:\nAtt ta fram en strategi.\nAtt följa upp strategin.\n\nMed vänlig hälsning\n',
  ],
  [
    'recommendation',
    2,
    'Sammanfattningsvis rekommenderar lekmannarevisorerna styrelsen att\n1) anta en instruktion för VD\n2) följa upp instruktionen årligen',
  ],
  [
    'question',
    3,
    'Revisionsfrågor\n\nI granskningen besvaras följande revisionsfrågor:\n\n- Om nämnden har en plan.\n- Om planen följs upp.\n- Om resultatet redovisas.\n',
  ],
  [
    'question',
    2,
    'Syfte\n\nGranskningens syfte är att bedöma om nämnden har en plan. Följande frågeställningar ska besvaras: Finns en plan? Följs planen upp?\n',
  ],
  [
    'question',
    1,
    'Revisionsfråga 1\n\nHar nämnden en plan?\n\nIakttagelser\n\nDet finns en plan.\n\nBedömning\n\nRevisionsfrågan bedöms vara uppfylld.\n',
  ],
  [
    'question',
    2,
    'Vår bedömning\n\n1. Finns en plan?\nVår bedömning: Ja\n\n2. Följs planen upp?\nVår bedömning: Delvis\n',
  ],
  [
    'question',
    2,
    'Fråga\nBedömning\nFinns en plan?\nJa\nPlanen är beslutad.\nFöljs planen upp?\nNej\nIngen uppföljning sker.\n\nSlut.',
  ],
  [
    'question',
    2,
    'Revisionsfrågor och svar\n\nFinns en plan?\nJa, en plan finns och är beslutad av nämnden.\n\nFöljs planen upp?\nDelvis, uppföljning sker men inte systematiskt.\n',
  ],
  ['question', 2, '| Revisionsfråga | Svar |\n|---|---|\n| Finns en plan? | Ja |\n| Följs planen upp? | Delvis |\n'],
  ['question', 0, 'Vanliga frågor\n\nHur söker jag bygglov?\nJa, du söker på nätet.\n\nVad kostar det?\n'],
  ['question', 0, 'Bilaga 1 Intervjuguide\n\n- Hur arbetar ni?\n- Vilka rutiner finns?\n'],
  ['question', 0, 'Varför händer detta? Ingen vet. Hur ska man förstå det? Det är svårt.'],
  [
    'question',
    2,
    'Granskningen har haft följande revisionsfrågor:\n1. Har styrelsen en plan\n   för uppföljning?\n2. Är planen känd?\n\nSida 3\n\n3 Metod\n\nText.',
  ],
  ['deadline', 1, 'Revisorerna önskar ett yttrande från kommunstyrelsen till den 1 mars 2024.'],
  ['deadline', 1, 'Kommunstyrelsens svar ska vara revisorerna tillhanda senast 31 januari 2024.'],
  ['deadline', 1, 'Vi vill ha svar senast den 15 maj 2024 på vilka åtgärder nämnden avser att vidta.'],
  ['deadline', 1, 'Revisionen begär att nämnden senast 2024-04-30 inkommer med ett svar på rapporten.'],
  ['deadline', 1, 'Svarsdatum: 2024-06-15\n'],
  ['deadline', 1, 'Svar emotses senast den 30 april 2024.'],
  [
    'deadline',
    1,
    'Nämnden ska senast den 30 april 2024 redovisa för revisorerna vilka åtgärder som vidtagits med anledning av rekommendationerna.',
  ],
  ['deadline', 0, 'Planen ska vara beslutad senast den 30 april 2024.'],
  ['deadline', 0, 'Delårsrapporten ska lämnas senast den 30 september varje år.'],
  ['deadline', 0, 'Svar på medborgarförslag ska lämnas senast den 1 mars varje år.'],
  ['deadline', 0, 'Ansökan om bidrag ska vara inne senast den 1 mars 2024.'],
  ['deadline', 0, 'Nämnden svarade att rutinen ska vara klar senast den 1 september 2024.'],
  ['deadline', 0, 'Enkäten skickades ut den 3 mars 2024 och svar kom in till den 20 mars 2024.'],
  ['deadline', 0, 'Enligt 6 kap. ska den som vill överklaga göra det senast den 3 mars 2024.'],
  [
    'response',
    2,
    'Svar på rekommendationer\n\n1. Säkerställa att planen följs upp\n\nNämnden har beslutat om en ny rutin för uppföljning.\n\n2. Utbilda all personal i rutinen\n\nUtbildning kommer att ske under hösten 2024.\n',
  ],
  [
    'response',
    2,
    'Revisionens rekommendation: Nämnden bör införa en mall.\nNämndens svar: Mallen är införd.\n\nRevisionens rekommendation: Nämnden bör utbilda chefer.\nNämndens svar: Utbildning sker i höst.\n',
  ],
  [
    'response',
    2,
    'Rekommendation 1: Inför en mall.\n\nNämndens ställningstagande och åtgärder:\n\nMallen är införd.\n\nPlanerade åtgärder:\n\nUppföljning i höst.\n\nRekommendation 2: Utbilda chefer i mallen.\n\nNämndens ställningstagande och åtgärder:\n\nAvslås.\n',
  ],
  [
    'response',
    2,
    'Vi rekommenderar nämnden att:\n\n• Införa en mall.\n\nKommentar: Mallen är införd.\n\n• Utbilda chefer.\n\nKommentar: Utbildning pågår.\n\nAvslutning\n\nHär slutar svaret.',
  ],
  // Advice told of, other voices, other lists.
  ['recommendation', 0, 'Bedömning\n\nNämnden fick 2020 en rekommendation om att se över taxan. Den är genomförd.'],
  ['recommendation', 0, 'Vår rekommendation om taxan från 2019 är genomförd.'],
  ['recommendation', 0, 'Granskning\n\nNämnden bör enligt reglementet följa upp besluten. Utskottet noterar detta.'],
  [
    'recommendation',
    0,
    'Livsmedelsverket rekommenderar att\n\nminska mängden salt\n\nöka mängden fisk\n\nMotionären yrkar att fullmäktige beslutar att\n\nuppdra åt nämnden att se över kosten\n\navsätta pengar\n',
  ],
  // One wrapped sentence is one recommendation, also where a line happens to begin with a verb.
  [
    'recommendation',
    1,
    'Vi rekommenderar kommunstyrelsen att under kommande år ta fram rutiner och\nfölja upp dem samt att utbilda chefer i hur de ska\ntillämpas i vardagen.',
  ],
  [
    'recommendation',
    1,
    'Slutsats\n\nBara en av tre enheter har en plan. Därför bör omsorgsnämnden besluta om en gemensam plan.',
  ],
  [
    'recommendation',
    1,
    'Iakttagelser\n\nPlanen är inte reviderad. Fritidsnämnden bör därför revidera planen under året.',
  ],
  // A page's foot and head between two items, known by nothing but the open list around them.
  [
    'recommendation',
    2,
    'Vi rekommenderar nämnden att:\n\n• ta fram en plan, samt\n\nBerghamns kommun\n\n• följa upp planen.\n',
  ],
  // The answer below it tells that it is a recommendation.
  ['recommendation', 1, 'Att en plan tas fram för lokalerna.\n\nFörvaltningens svar: Planen finns i utkast.'],
  ['recommendation', 0, 'Vi har talat med cheferna.\n\nFörvaltningens svar: Planen finns i utkast.'],
  ['response', 0, 'Att sortera är lätt.\n\nKommentar: Det tycker många.'],
  [
    'response',
    2,
    '<table>\n<tr>\n<th>Rekommendation</th>\n<th>Svar</th>\n</tr>\n<tr>\n<td>Se över taxan.</td>\n<td>Det görs i vår.</td>\n</tr>\n<tr>\n<td>Följ upp avtalen.</td>\n<td>Det görs varje kvartal.</td>\n</tr>\n</table>\n',
  ],
  // What auditors ask a board to send them is no advice.
  ['recommendation', 0, 'Revisorerna uppmanar nämnden att inkomma med svar senast den 1 maj 2024.'],
  ['recommendation', 0, 'Nämnden uppmanas svara revisionen inom två månader.'],
  [
    'recommendation',
    2,
    'REKOMMENDATIONER\nMot bakgrund av granskningen rekommenderas socialnämnden att\n• SÄKERSTÄLLA ATT PLANER UPPRÄTTAS\n• FÖLJA UPP PLANERNA\n',
  ],
  // "Nämndens bedömning" is an answer where it comes back.
  [
    'response',
    2,
    'Vi rekommenderar nämnden att:\n\n• Ta fram en plan.\n\nNämndens bedömning\nNämnden delar bilden och tar fram en plan under hösten.\n\n• Följa upp avtalen.\n\nNämndens bedömning\nAvtalen följs upp varje år av den som är ansvarig.\n',
  ],
  [
    'recommendation',
    2,
    'Vi rekommenderar nämnden att:\n\n• Ta fram en plan.\n\nNämndens bedömning\nNämnden delar bilden och tar fram en plan under hösten.\n\n• Följa upp avtalen.\n\nNämndens bedömning\nAvtalen följs upp varje år av den som är ansvarig.\n',
  ],
  [
    'response',
    0,
    'Vi rekommenderar nämnden att:\n\n• Ta fram en plan.\n• Följa upp avtalen.\n\nNämndens bedömning\nNämnden anser att underhållet är eftersatt.\n',
  ],
  [
    'response',
    0,
    'Vi rekommenderar nämnden att ta fram en plan.\n\nRevisorernas bedömning\nPlanen saknas.\n\nVi rekommenderar nämnden att följa upp avtal.\n\nRevisorernas bedömning\nAvtal följs inte.\n',
  ],
  [
    'question',
    2,
    'Revisionsfråga Bedömning Kommentar\nFinns en beslutad plan? Ja Antogs 2021.\nÄr planen känd i alla delar av\nverksamheten? Delvis Två enheter känner inte till den.\n',
  ],
  [
    'question',
    0,
    'Fråga\tVem svarar\tNär\nSkolans budget nästa år\tEkonomichef\tMaj\nSkolans lokaler nästa år\tFastighetschef\tJuni\n',
  ],
  ['question', 0, 'Protokoll\n\nSka motionen bifallas? Ja röstade tolv ledamöter.\n'],
  ['deadline', 1, 'Revisorerna önskar nämndens svar senast tisdagen den 4 juni 2024.'],
  [
    'deadline',
    0,
    'Nämnden beslutar\natt uppdra åt förvaltningen att återkomma med svar senast den 4 juni 2024,\natt ge kontoret i uppdrag att yttra sig senast den 1 maj 2024.',
  ],
  ['deadline', 0, 'Beredningen ska återkomma till kommunstyrelsen senast måndagen den 5 september 2022.'],
];

describe('forms that houses write in', () => {
  it.each(FORMS)('%s × %i in %j', (kind, count, text) => {
    const found = detectNow(readText(text), { date: '2024-01-05' }).passages.filter((passage) => passage.kind === kind);
    expect(found.map((passage) => text.slice(passage.start, passage.end))).toHaveLength(count);
  });
});
