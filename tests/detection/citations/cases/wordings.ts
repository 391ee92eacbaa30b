import type { Case } from './case';

/** Wordings of a law at a told date, chapters of the document's own, and places that a line end or a column cut. */
export const WORDINGS: readonly Case[] = [
  [
    '2025-10-01',
    'Av 4 kap. 1 § SoL, i dess lydelse före den 1 juli 2025, följer rätten till bistånd.',
    '4 kap. 1 § SoL = 2001:453/4:1',
  ],
  [
    '2018-02-01',
    'Enligt 6 kap. 7 § KL i dess lydelse till och med den 31 december 2017 gällde detsamma.',
    '6 kap. 7 § KL = 1991:900/6:7',
  ],
  // An older wording of the same law is the same law.
  [
    '2021-02-01',
    'Enligt 6 kap. 5 § KL i sin lydelse före den 1 juli 2019 gällde annat.',
    '6 kap. 5 § KL = 2017:725/6:5',
  ],
  ['2021-02-01', 'Enligt 9 § LSS i dess tidigare lydelse gällde annat.', '9 § LSS = 1993:387/9'],
  ['2017-04-01', 'Se 15 kap. 3 § LOU i dess äldre lydelse.', '15 kap. 3 § LOU = 2007:1091/15:3'],
  ['2022-04-01', 'Se 19 kap. 7 § LOU i dess äldre lydelse.', '19 kap. 7 § LOU = 2016:1145/19:7'],
  [
    '2018-03-01',
    'Kravet i 6 kap. 7 § kommunallagen (1991:900) finns nu i 6 kap. 6 § kommunallagen.',
    '6 kap. 7 § kommunallagen (1991:900) = 1991:900/6:7',
    '6 kap. 6 § kommunallagen = 2017:725/6:6',
  ],
  // A report has chapters, too.
  [
    '2024-03-01',
    'Kravet finns i 3 kap. 3 § skollagen.\n\nResultatet redovisas i kapitel 3 och metoden i kap. 2.',
    '3 kap. 3 § skollagen = 2010:800/3:3',
  ],
  [
    '2024-03-01',
    'Kravet finns i 3 kap. 3 § skollagen. Rutinen är en del av en handbok, kapitel 4.',
    '3 kap. 3 § skollagen = 2010:800/3:3',
  ],
  [
    '2024-03-01',
    'Kravet finns i 3 kap. 3 § skollagen.\n\nI kapitel 4 finns bestämmelser om kvalitet.',
    '3 kap. 3 § skollagen = 2010:800/3:3',
    'kapitel 4 = 2010:800/4kap',
  ],
  [
    '2024-03-01',
    'Vårt uppdrag regleras i 12 kap. kommunallagen och enligt dess 1 § prövar vi verksamheten.',
    '12 kap. kommunallagen = 2017:725/12kap',
    '1 § = 2017:725/12:1',
  ],
  [
    '2024-03-01',
    'Enligt 2 kap. 1 och 4 8§ patientsakerhetslagen ska det ske.',
    '1 = 2010:659/2:1',
    '4 8§ patientsakerhetslagen = 2010:659/2:4',
  ],
  [
    '2024-03-01',
    'Avgiften tas ut enligt 8 kap.\n\n5 § socialtjänstlagen av den enskilde.',
    '8 kap.\n\n5 § socialtjänstlagen = 2001:453/8:5',
  ],
  [
    '2024-03-01',
    'Förvaltnings-lagen 23 § och ”Kommunal-lagen” 6 kap. 6 §',
    'Förvaltnings-lagen 23 § = 2017:900/23',
    '6 kap. 6 § = 2017:725/6:6',
  ],
  ['2024-03-01', 'DOS-lagen 10 § och PBL 9 kap. 2 §', 'DOS-lagen 10 § = 2018:1937/10', 'PBL 9 kap. 2 § = 2010:900/9:2'],
  // The rest of a cell whose first line stands in another column.
  [
    '2024-03-01',
    'Tillsyn enligt alkohollagen, serveringstillstånd\nkap. 2 §\nHandläggning',
    'alkohollagen = 2010:1622',
  ],
];
