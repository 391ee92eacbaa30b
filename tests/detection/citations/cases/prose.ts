import type { Case } from './case';

const D = '2021-02-01';

/** Laws in plain sentences, in forms that the other lists do not have. */
export const PROSE: readonly Case[] = [
  [D, 'Inköpen har skett i enlighet med LUF.', 'LUF = 2016:1146'],
  [D, 'Tilldelningen stred mot LOU.', 'LOU = 2016:1145'],
  [D, 'Förvaltningen efterlever inte alltid OSL.', 'OSL = 2009:400'],
  [D, 'PBL styr detaljplaneringen.', 'PBL = 2010:900'],
  [D, 'MBL ska tillämpas vid omorganisationer.', 'MBL = 1976:580'],
  [D, 'OSL måste också beaktas.', 'OSL = 2009:400'],
  [D, 'LVU och LVM är tvångslagar.', 'LVU = 1990:52', 'LVM = 1988:870'],
  [D, 'SoL, LSS och HSL utgör de styrande lagarna.', 'SoL = 2001:453', 'LSS = 1993:387', 'HSL = 2017:30'],
  [D, 'Av LOU och, i vissa fall, LUF följer annonseringsplikt.', 'LOU = 2016:1145', 'LUF = 2016:1146'],
  [D, 'Enheten LSS ska följas upp under hösten.'],
  [D, 'Kostnaderna för LSS ska beaktas i budgeten.'],
  [D, 'Vård, omsorg, LSS och hemtjänst har granskats.'],
  [D, 'Regler finns i skol- och socialtjänstlagen.', 'skol- = 2010:800', 'socialtjänstlagen = 2001:453'],
  [D, 'Enligt förvaltnings- och kommunallagens regler.', 'förvaltnings- = 2017:900', 'kommunallagens = 2017:725'],
  [
    D,
    'Det följer av patient-, skol- och kommunallagen.',
    'patient- = 2014:821',
    'skol- = 2010:800',
    'kommunallagen = 2017:725',
  ],
  [D, 'Det följer av hälso- och sjukvårdslagen.', 'hälso- och sjukvårdslagen = 2017:30'],
  [D, 'Det följer av plan- och bygglagen.', 'plan- och bygglagen = 2010:900'],
  ['2014-02-01', 'Bokslutet prövas mot kommunal redovisningslag.', 'kommunal redovisningslag = 1997:614'],
  ['2014-02-01', 'Se kommunal redovisningslag 9 kap. 1 §.', '9 kap. 1 § = 1997:614/9:1'],
  [D, 'LUF är tillämplig och MBL har inte följts.', 'LUF = 2016:1146', 'MBL = 1976:580'],
  [D, 'Följsamhet till LOU saknas.', 'LOU = 2016:1145'],
  [D, 'Det gäller 3 kap. 2 § 1 men. skollagen.', '3 kap. 2 § 1 men. skollagen = 2010:800/3:2'],
  [
    D,
    'Köpet prövas enligt 4 kap. 2 § jordabalken och återgår enligt 7 § samma kapitel.',
    '4 kap. 2 § jordabalken = 1970:994/4:2',
    '7 § samma kapitel = 1970:994/4:7',
  ],
  // Articles of the convention are no sections of the act.
  [
    D,
    'Barnkonventionen artikel 12 ger barn rätt att höras.',
    'Barnkonventionen = 2018:1197',
    '12 = barnkonventionen/12',
  ],
  [
    D,
    'Enligt artikel 19 i barnkonventionen gäller skydd.',
    'artikel 19 i barnkonventionen = 2018:1197',
    '19 i barn = barnkonventionen/19',
  ],
  // Sections of other papers.
  [D, 'Skollagen gäller. Bolagets avtal med kommunen anger i § 4 vad som ingår.', 'Skollagen = 2010:800'],
  [D, 'Enligt FL ska ärenden avgöras. Av 6 § i den nya delegationsordningen framgår vem.', 'FL = 2017:900'],
  [D, 'Kommunallagen gäller. Se 3 kap. i Boverkets handbok.', 'Kommunallagen = 2017:725'],
  [D, 'Kommunallagen gäller. Se 2 kap. i nämndens vägledning.', 'Kommunallagen = 2017:725'],
  [D, 'Förvaltningslagen gäller och stadgarna säger i 8 § något annat.', 'Förvaltningslagen = 2017:900'],
  [D, 'Arbetsordningen, som bygger på 5 kap. KL, säger i § 9 detta.', '5 kap. KL = 2017:725/5kap'],
  [D, 'Enligt 25 § FL kommuniceras underlag. Undantag finns i 26 §.', '25 § FL = 2017:900/25', '26 § = 2017:900/26'],
  // Two laws that compete.
  [
    D,
    'Skollagen gäller förskolan. Socialtjänstlagen gäller omsorgen. Av 3 kap. 1 § framgår ansvaret.',
    'Skollagen = 2010:800',
    'Socialtjänstlagen = 2001:453',
    '3 kap. 1 § = ?',
  ],
  [
    D,
    'Skollagen gäller förskolan. Kommunallagen gäller nämnden. Av 29 kap. 7 § framgår detta.',
    'Skollagen = 2010:800',
    'Kommunallagen = 2017:725',
    '29 kap. 7 § = 2010:800/29:7',
  ],
  [
    D,
    'Kommunallagen gäller. Skollagen anger i 2 kap. 8 § vem som är huvudman.',
    'Kommunallagen = 2017:725',
    'Skollagen = 2010:800',
    '2 kap. 8 § = 2010:800/2:8',
  ],
];
