import type { Case } from './case';

const D = '2022-05-05';

/** Table rows: each place is in the law that its own row names. */
export const ROWS: readonly Case[] = [
  [
    D,
    '4 kap 3 §\tSkolL\tKvalitet\n8 §\tLVM\tAnmälan\n3 §\tLSU\tVård',
    '4 kap 3 § = 2010:800/4:3',
    '8 § = 1988:870/8',
    '3 § = 1998:603/3',
  ],
  [
    D,
    'SoL\t4 kap. 1 §\tBistånd\nLSS\t9 §\tInsats\nLVM\t4 §\tVård',
    '4 kap. 1 § = 2001:453/4:1',
    '9 § = 1993:387/9',
    '4 § = 1988:870/4',
  ],
  [
    D,
    '| 5 kap. 1 § | Trygghet | Skollagen |\n| 7 § | Service | FL |\n| 15 § | Umgänge | LVU |',
    '5 kap. 1 § = 2010:800/5:1',
    'Skollagen = 2010:800',
    '7 § = 2017:900/7',
    '15 § = 1990:52/15',
  ],
  // An empty cell means the law of the row above.
  [
    D,
    '| Lag | Lagrum |\n| Skollagen (2010:800) | 4 kap. 3 § |\n|  | 5 kap. 2 § |\n| KL | 6 kap. 6 § |',
    'Skollagen (2010:800) = 2010:800',
    '4 kap. 3 § = 2010:800/4:3',
    '5 kap. 2 § = 2010:800/5:2',
    '6 kap. 6 § = 2017:725/6:6',
  ],
  // Heads of columns, everyday abbreviations among them; no column takes the law of another.
  [
    D,
    'SoL\tLSS\tFL\n5 kap. 4 §\t7 §\t9 §\n14 kap. 2 §\t24 b §\t32 §',
    '5 kap. 4 § = 2001:453/5:4',
    '7 § = 1993:387/7',
    '9 § = 2017:900/9',
    '14 kap. 2 § = 2001:453/14:2',
    '24 b § = 1993:387/24b',
    '32 § = 2017:900/32',
  ],
  [D, '| KL | FL |\n|---|---|\n| 6 kap. 6 § | 25 § |', '6 kap. 6 § = 2017:725/6:6', '25 § = 2017:900/25'],
  [D, '| LSS | PUB |\n|---|---|\n| 9 § | 12 § |', '9 § = 1993:387/9'],
  // Two laws in the row: nothing settles which.
  [D, '| 6 kap. 3 § | SoL | SkolL |\n| 7 kap. 1 § | SoL | SkolL |', '6 kap. 3 § = ?', '7 kap. 1 § = ?'],
  // Lines of a law and its places, the name in front of a comma; the last names no place.
  [
    D,
    'Skollag (2010:800), 3 kap. 2 §\nPatientlag (2014:821), 5 kap. 1 och 2 §§\nArkivlag (1990:782)',
    'Skollag (2010:800), 3 kap. 2 § = 2010:800/3:2',
    '5 kap. 1 = 2014:821/5:1',
    '2 §§ = 2014:821/5:2',
    'Arkivlag (1990:782) = 1990:782',
  ],
  [
    D,
    'Miljöbalken, 26 kap. 5 §\nLivsmedelslagen, 11 §\nAlkohollagen',
    'Miljöbalken, 26 kap. 5 § = 1998:808/26:5',
    'Livsmedelslagen, 11 § = 2006:804/11',
    'Alkohollagen = 2010:1622',
  ],
  [D, 'LSS / 7 §\nSkolL / 3 kap. 2 §\nLVM / 9 §', '3 kap. 2 § = ?'],
  // Lines of a place and its law behind a comma.
  [
    D,
    '26 kap. 5 §, Miljöbalken\n11 §, Livsmedelslagen\n8 kap. 2 §, Alkohollagen',
    '26 kap. 5 §, Miljöbalken = 1998:808/26:5',
    '11 §, Livsmedelslagen = 2006:804/11',
    '8 kap. 2 §, Alkohollagen = 2010:1622/8:2',
  ],
];
