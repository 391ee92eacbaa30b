import type { Case } from './case';

const D = '2023-05-01';

/** Places whose law stands elsewhere: beside a count, above in a column, behind in the sentence, in the note before. */
export const BESIDE: readonly Case[] = [
  [
    D,
    'Dispens ges enligt 7 kap. 9 b och c §§ miljöbalken.',
    '7 kap. 9 b = 1998:808/7:9b',
    'c §§ miljöbalken = 1998:808/7:9c',
  ],
  [
    '2024-02-01',
    'Utredning gjordes enligt 11 kap. 1 § i 2001 års socialtjänstlag.',
    '11 kap. 1 § i 2001 års socialtjänstlag = 2001:453/11:1',
  ],
  [
    D,
    'Utredningen styrs av SoL 11 kap. 1–2 §§, särskilt 2 a §.',
    'SoL 11 kap. 1–2 §§ = 2001:453/11:1-2',
    '2 a § = 2001:453/11:2a',
  ],
  [D, 'Jävsreglerna följer av 5 § i 1986 års förvaltningslag.', '5 § i 1986 års förvaltningslag = 1986:223/5'],
  [
    D,
    'Självkostnad, 2:6 kommunallagen, och likabehandling, 2:3, gäller taxan.',
    '2:6 kommunallagen = 2017:725/2:6',
    '2:3 = 2017:725/2:3',
  ],
  [D, 'Laget vann, 3:1, och nämnden följer 6 kap. 6 § kommunallagen.', '6 kap. 6 § kommunallagen = 2017:725/6:6'],
  [
    D,
    'Ansvaret följer av 2 kap. 8 § och uppföljningen av 4 kap. 5 § skollagen.',
    '2 kap. 8 § = 2010:800/2:8',
    '4 kap. 5 § skollagen = 2010:800/4:5',
  ],
  [
    '2019-02-01',
    'Parten underrättas enligt 25 § förvaltningslagen; i ett äldre ärende gällde 17 § förvaltningslagen (1986:223).',
    '25 § förvaltningslagen = 2017:900/25',
    '17 § förvaltningslagen (1986:223) = 1986:223/17',
  ],
  [
    D,
    'Hemkommunen har ansvar enligt 7 kap. 20 § skollagen, se även 21 § i samma kapitel. Vite kan enligt 23 § föreläggas.',
    '7 kap. 20 § skollagen = 2010:800/7:20',
    '21 § i samma kapitel = 2010:800/7:21',
    '23 § = 2010:800/7:23',
  ],
  [D, 'Handläggningen följer FL, inte minst 6–8 §§.', 'FL, inte minst 6–8 §§ = 2017:900/6-8'],
  [
    D,
    'Placering skedde enligt 2 § (7 barn), 3 § (5 barn) och 6 § (1 barn) LVU.',
    '2 § = 1990:52/2',
    '3 § = 1990:52/3',
    '6 § (1 barn) LVU = 1990:52/6',
  ],
  [
    D,
    'Beslut fattades enligt LVU (11 st), LVM (2 st) och SoL (40 st).',
    'LVU = 1990:52',
    'LVM = 1988:870',
    'SoL = 2001:453',
  ],
  [
    D,
    'Revisionskriterier\n\n- KL\n- SoL\n- Kommunens policy\n\nMetod\n\nIntervjuer.',
    'KL = 2017:725',
    'SoL = 2001:453',
  ],
  [D, 'Enheter\n\n- LSS\n- SoL\n- HVB\n\nMetod\n\nIntervjuer.'],
  [
    D,
    'Steg | SoL | LVU\nUtredning | 11 kap. 1 § | 32 §\nBeslut | 4 kap. 1 § | 6 §\n',
    '11 kap. 1 § = 2001:453/11:1',
    '32 § = 1990:52/32',
    '4 kap. 1 § = 2001:453/4:1',
    '6 § = 1990:52/6',
  ],
  [D, 'Kraven finns i NIS-lagen, se särskilt dess 12 §.', 'NIS-lagen, se särskilt dess 12 § = 2018:1174/12'],
  [
    D,
    'Beslut fattas enligt 10 kap. 32 § skollagen. De överklagas enligt 28 kap. 5 § och 13 kap. kommunallagen.',
    '10 kap. 32 § skollagen = 2010:800/10:32',
    '28 kap. 5 § = 2010:800/28:5',
    '13 kap. kommunallagen = 2017:725/13kap',
  ],
];
