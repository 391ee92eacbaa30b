import type { Case } from './case';

/** The statute that a name meant at the document's date. */
export const IN_TIME: readonly Case[] = [
  ['2025-06-30', '14 kap. 1 § socialtjänstlagen', '14 kap. 1 § socialtjänstlagen = 2001:453/14:1'],
  ['2025-07-01', '19 kap. 1 § socialtjänstlagen', '19 kap. 1 § socialtjänstlagen = 2025:400/19:1'],
  ['2026-02-01', 'SoL 11:1', 'SoL 11:1 = 2025:400/11:1'],
  ['1999-04-01', '6 § SoL om rätt till bistånd', '6 § SoL = 1980:620/6'],
  ['2003-04-01', '4 kap. 1 § SoL', '4 kap. 1 § SoL = 2001:453/4:1'],
  ['2017-12-31', '6 kap. 7 § kommunallagen', '6 kap. 7 § kommunallagen = 1991:900/6:7'],
  ['2018-01-01', '6 kap. 6 § kommunallagen', '6 kap. 6 § kommunallagen = 2017:725/6:6'],
  ['2014-05-05', 'KL 6:7', 'KL 6:7 = 1991:900/6:7'],
  ['1990-01-01', 'kommunallagen 3 kap. 1 §', 'kommunallagen 3 kap. 1 § = 1977:179/3:1'],
  ['2018-06-30', '4 § förvaltningslagen', '4 § förvaltningslagen = 1986:223/4'],
  ['2018-07-01', '6 § förvaltningslagen', '6 § förvaltningslagen = 2017:900/6'],
  ['2010-01-01', 'FL 17 §', 'FL 17 § = 1986:223/17'],
  ['2017-03-31', '2 a § HSL', '2 a § HSL = 1982:763/2a'],
  ['2017-04-01', '5 kap. 1 § HSL', '5 kap. 1 § HSL = 2017:30/5:1'],
  ['2009-01-15', '1 kap. 4 § sekretesslagen', '1 kap. 4 § sekretesslagen = 1980:100/1:4'],
  ['2012-01-15', 'lagen om offentlig upphandling (LOU)', 'lagen om offentlig upphandling (LOU) = 2007:1091'],
  ['2005-01-15', 'enligt LOU', 'LOU = 1992:1528'],
  ['2017-01-15', 'enligt LOU', 'LOU = 2016:1145'],
  ['2016-01-15', 'personuppgiftslagen (PUL)', 'personuppgiftslagen (PUL) = 1998:204'],
  ['2017-01-15', '9 § PuL', '9 § PuL = 1998:204/9'],
  ['2018-05-05', 'lagen om kommunal redovisning', 'lagen om kommunal redovisning = 1997:614'],
  ['2010-05-05', 'skollagen 14 kap.', 'skollagen 14 kap. = 1985:1100/14kap'],
  ['2012-05-05', 'skollagen 3 kap. 3 §', 'skollagen 3 kap. 3 § = 2010:800/3:3'],
  ['2010-12-31', 'alkohollagen 8 kap.', 'alkohollagen 8 kap. = 1994:1738/8kap'],
  ['2010-05-05', 'plan- och bygglagen (PBL)', 'plan- och bygglagen (PBL) = 1987:10'],
  ['2017-05-05', 'säkerhetsskyddslagen', 'säkerhetsskyddslagen = 1996:627'],
  ['2020-05-05', '2 kap. 1 § säkerhetsskyddslagen', '2 kap. 1 § säkerhetsskyddslagen = 2018:585/2:1'],
  // The number wins
  ['2022-05-05', '6 kap. 7 § kommunallagen (1991:900)', '6 kap. 7 § kommunallagen (1991:900) = 1991:900/6:7'],
  ['2025-03-05', 'den nya socialtjänstlagen (2025:400) träder i kraft', 'socialtjänstlagen (2025:400) = 2025:400'],
  [
    '2025-10-05',
    'socialtjänstlagen (2001:453) 5 kap. 1 § gällde',
    'socialtjänstlagen (2001:453) 5 kap. 1 § = 2001:453/5:1',
  ],
  [
    '2018-02-05',
    '6 kap. 7 § kommunallagen (1991:900) motsvaras av 6 kap. 6 § kommunallagen (2017:725)',
    '6 kap. 7 § kommunallagen (1991:900) = 1991:900/6:7',
    '6 kap. 6 § kommunallagen (2017:725) = 2017:725/6:6',
  ],
  [
    '2025-08-05',
    'Enligt 14 kap. 1 § SoL (2001:453), numera 19 kap. 1 § SoL (2025:400)',
    '14 kap. 1 § SoL (2001:453) = 2001:453/14:1',
    '19 kap. 1 § SoL (2025:400) = 2025:400/19:1',
  ],
  ['2025-03-01', 'Den nya socialtjänstlagen ställer högre krav.', 'socialtjänstlagen = 2025:400'],
  ['2025-09-01', 'Enligt den tidigare socialtjänstlagen gällde annat.', 'socialtjänstlagen = 2001:453'],
  ['2018-04-01', 'Enligt gamla kommunallagen 6 kap. 7 § gällde annat.', 'kommunallagen 6 kap. 7 § = 1991:900/6:7'],
  // A number in a changeover year decides what the short name means
  [
    '2018-03-01',
    'Granskningen utgår från kommunallagen (1991:900). Enligt KL 6:7 ansvarar nämnden.',
    'kommunallagen (1991:900) = 1991:900',
    'KL 6:7 = 1991:900/6:7',
  ],
  [
    '2022-03-01',
    'lagen (2018:597) om kommunal bokföring och redovisning (LKBR). Av LKBR 11 kap. framgår',
    'lagen (2018:597) om kommunal bokföring och redovisning (LKBR) = 2018:597',
    'LKBR 11 kap. = 2018:597/11kap',
  ],
  // A law to come does not change what the name means today
  [
    '2025-03-01',
    'Enligt SoL 14:1 ska anmälan göras. I den nya socialtjänstlagen (2025:400) finns det i 19 kap. 1 §.',
    'SoL 14:1 = 2001:453/14:1',
    'socialtjänstlagen (2025:400) = 2025:400',
    '19 kap. 1 § = 2025:400/19:1',
  ],
  [
    '2025-03-01',
    'Socialtjänstlagen (2025:400) träder i kraft den 1 juli. Enligt SoL 14:1 ska anmälan göras.',
    'Socialtjänstlagen (2025:400) = 2025:400',
    'SoL 14:1 = 2001:453/14:1',
  ],
  // Without a date
  [null, '2 § LVU', '2 § LVU = 1990:52/2'],
  [null, '5 kap. 1 § socialtjänstlagen (2001:453)', '5 kap. 1 § socialtjänstlagen (2001:453) = 2001:453/5:1'],
  [null, '6 kap. 6 § kommunallagen', '6 kap. 6 § kommunallagen = 2017:725/6:6'],
  // The law of a year is the one that the document cited.
  [
    '2025-11-12',
    'Socialtjänstlagen (2025:400) ersatte socialtjänstlagen (2001:453). Ärenden enligt 11 kap. 1 § i 2001 års lag avslutas.',
    'Socialtjänstlagen (2025:400) = 2025:400',
    'socialtjänstlagen (2001:453) = 2001:453',
    '11 kap. 1 § i 2001 års lag = 2001:453/11:1',
  ],
  // A law of its year is the law, however barely it is named; none where no such law has that year.
  ['2019-05-14', 'Ansvaret fördelades enligt 1991 års kommunallag.', 'kommunallag = 1991:900'],
  ['2019-05-14', 'Samma krav fanns redan i 1982 års hälso- och sjukvårdslag.', 'hälso- och sjukvårdslag = 1982:763'],
  ['2019-05-14', 'Vi har läst 2017 års kommunallag kapitelvis.', 'kommunallag = 2017:725'],
  ['2019-05-14', 'Kostnaden för 2018 års LSS ökade.'],
  // A place that the law told of does not have is in the one in force.
  [
    '2017-03-07',
    'Lagen (2007:1091) om offentlig upphandling upphörde, där gällde 15 kap. 3 §. Numera gäller 19 kap. 7 § LOU.',
    'Lagen (2007:1091) om offentlig upphandling = 2007:1091',
    '15 kap. 3 § = 2007:1091/15:3',
    '19 kap. 7 § LOU = 2016:1145/19:7',
  ],
  [
    '2017-03-07',
    'Lagen (2007:1091) om offentlig upphandling gällde då. Köpet gjordes enligt 15 kap. 3 § LOU.',
    'Lagen (2007:1091) om offentlig upphandling = 2007:1091',
    '15 kap. 3 § LOU = 2007:1091/15:3',
  ],
  // The short name is of the new law of the same name, behind the comma.
  [
    '2017-03-07',
    'Lagen (2007:1091) om offentlig upphandling ersattes av en lag med samma namn, lagen (2016:1145) om offentlig upphandling (nedan LOU). Enligt 4 kap. 1 § LOU gäller detta.',
    'Lagen (2007:1091) om offentlig upphandling = 2007:1091',
    'lagen (2016:1145) om offentlig upphandling (nedan LOU) = 2016:1145',
    '4 kap. 1 § LOU = 2016:1145/4:1',
  ],
  // "Numera" sets the law apart from the one that was told of.
  [
    '2018-03-05',
    'Kommunallagen (1991:900) hade kravet i 9 kap. 9 §. Numera gäller 12 kap. 1 § KL.',
    'Kommunallagen (1991:900) = 1991:900',
    '9 kap. 9 § = 1991:900/9:9',
    '12 kap. 1 § KL = 2017:725/12:1',
  ],
  // The repealed law is one that was cited, not the one in force.
  [
    '2025-11-12',
    'Enligt 4 kap. 1 § SoL (2025:400) gäller detta. Ärenden enligt 11 kap. 1 § i den upphävda lagen avslutas.',
    '4 kap. 1 § SoL (2025:400) = 2025:400/4:1',
    '11 kap. 1 § i den upphävda lagen = ?',
  ],
  [
    '2025-11-12',
    'Socialtjänstlagen (2001:453) ersattes av socialtjänstlagen (2025:400). Ärenden enligt 11 kap. 1 § i den upphävda lagen avslutas.',
    'Socialtjänstlagen (2001:453) = 2001:453',
    'socialtjänstlagen (2025:400) = 2025:400',
    '11 kap. 1 § i den upphävda lagen = 2001:453/11:1',
  ],
];
