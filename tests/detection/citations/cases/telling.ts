import type { Case } from './case';

/** Laws that the sentence, the paragraph or the whole text tells of, with places further on that have none beside them. */
export const TELLING: readonly Case[] = [
  // A place at a sentence's end, of the law without chapters that the sentence names.
  [
    '2023-05-05',
    'Vattentjänstlagen kräver numera en skriftlig plan, 6 a §.',
    'Vattentjänstlagen = 2006:412',
    '6 a § = 2006:412/6a',
  ],
  [
    '2023-05-05',
    'Arkivlagen gäller även kommunala bolag, 2 a §, och fullmäktige kan besluta om gallring.',
    'Arkivlagen = 1990:782',
    '2 a § = 1990:782/2a',
  ],
  [
    '2023-05-05',
    'Färdtjänstlagen ställer krav på tillståndet, 7 och 9 §§.',
    'Färdtjänstlagen = 1997:736',
    '7 = 1997:736/7',
    '9 §§ = 1997:736/9',
  ],
  // Nothing of the kind: another sentence, a paper, the number of a decision behind its date.
  ['2023-05-05', 'Vattentjänstlagen styr. Nämnden beslutade om taxan, 12 §.', 'Vattentjänstlagen = 2006:412'],
  [
    '2023-05-05',
    'Vattentjänstlagen preciseras i det reglemente som fullmäktige antog, 12 §.',
    'Vattentjänstlagen = 2006:412',
  ],
  ['2023-05-05', 'Taxan enligt vattentjänstlagen antogs den 3 maj 2022, 12 §.', 'vattentjänstlagen = 2006:412'],
  // Behind "finns nu" the name goes on meaning the law of today, until a clause tells of the past.
  [
    '2025-11-03',
    'Granskningen avser beslut enligt socialtjänstlagen (2001:453). Rätten till insatser finns nu i 11 kap. 1 § SoL. Kvaliteten regleras i 5 kap. 1 § SoL. Tidigare gällde 3 kap. 3 § SoL.\n\nBesluten fattades enligt 4 kap. 1 § SoL.',
    'socialtjänstlagen (2001:453) = 2001:453',
    '11 kap. 1 § SoL = 2025:400/11:1',
    '5 kap. 1 § SoL = 2025:400/5:1',
    '3 kap. 3 § SoL = 2001:453/3:3',
    '4 kap. 1 § SoL = 2001:453/4:1',
  ],
  [
    '2025-11-03',
    'Beslut enligt socialtjänstlagen (2001:453) gäller än. Kvaliteten regleras numera i 5 kap. 1 § SoL, tidigare i 3 kap. 3 § SoL.',
    'socialtjänstlagen (2001:453) = 2001:453',
    '5 kap. 1 § SoL = 2025:400/5:1',
    '3 kap. 3 § SoL = 2001:453/3:3',
  ],
  // A text about one law, whose chapter was cited before.
  [
    '2023-05-05',
    'Visselblåsarlagen gäller.\n\nEnligt 5 kap. 2 § visselblåsarlagen krävs kanaler.\n\nVem hanterar rapporter?\n\nBehöriga personer, se 5 kap. 5 § visselblåsarlagen.\n\nHur snabbt?\n\nInom tre månader.\n\nVad mer?\n\nÅterkoppling ges enligt 5 kap. 8 §.',
    'Visselblåsarlagen = 2021:890',
    '5 kap. 2 § visselblåsarlagen = 2021:890/5:2',
    '5 kap. 5 § visselblåsarlagen = 2021:890/5:5',
    '5 kap. 8 § = 2021:890/5:8',
  ],
  // Another chapter, or another law that has one: left open.
  [
    '2023-05-05',
    'Visselblåsarlagen gäller.\n\nEnligt 5 kap. 2 § visselblåsarlagen krävs kanaler.\n\nVem hanterar rapporter?\n\nBehöriga personer, se 5 kap. 5 § visselblåsarlagen.\n\nHur snabbt?\n\nInom tre månader.\n\nVad mer?\n\nTystnad följer av 8 kap. 1 §.',
    'Visselblåsarlagen = 2021:890',
    '5 kap. 2 § visselblåsarlagen = 2021:890/5:2',
    '5 kap. 5 § visselblåsarlagen = 2021:890/5:5',
    '8 kap. 1 § = ?',
  ],
  [
    '2023-05-05',
    'Visselblåsarlagen och kommunallagen gäller.\n\nEnligt 5 kap. 2 § visselblåsarlagen krävs kanaler.\n\nVem hanterar rapporter?\n\nBehöriga personer, se 5 kap. 5 § visselblåsarlagen.\n\nHur snabbt?\n\nInom tre månader.\n\nVad mer?\n\nÅterkoppling ges enligt 5 kap. 8 §.',
    'Visselblåsarlagen = 2021:890',
    'kommunallagen = 2017:725',
    '5 kap. 2 § visselblåsarlagen = 2021:890/5:2',
    '5 kap. 5 § visselblåsarlagen = 2021:890/5:5',
    '5 kap. 8 § = ?',
  ],
  // "Lagen" in a new section is that of the whole text, though another was cited last; in the same one nothing settles it.
  ...(['## Anonymitet', 'Text.'] as const).map(
    (between): Case => [
      '2023-05-05',
      `Visselblåsarlagen gäller. Se 5 kap. 2 §, 5 kap. 5 §, 5 kap. 8 § och 7 kap. 1 § visselblåsarlagen.\n\nOffentlighets- och sekretesslagen skyddar uppgifter.\n\nText.\n\nText.\n\n${between}\n\nText.\n\nFrågor om anställningen omfattas inte, se 1 kap. 2 § i lagen.`,
      'Visselblåsarlagen = 2021:890',
      '5 kap. 2 § = 2021:890/5:2',
      '5 kap. 5 § = 2021:890/5:5',
      '5 kap. 8 § = 2021:890/5:8',
      '7 kap. 1 § visselblåsarlagen = 2021:890/7:1',
      'Offentlighets- och sekretesslagen = 2009:400',
      between === 'Text.' ? '1 kap. 2 § i lagen = ?' : '1 kap. 2 § i lagen = 2021:890/1:2',
    ],
  ),
  // A short name alone behind a heading's number is the law of its section, and named only where a place under it is.
  [
    '2023-05-05',
    '2 Rättsliga krav\n\nText.\n\n2.3. LSS\n\nEnligt 15 § har kommunen flera uppgifter, och 23 § rör tillstånd.\n\n2.4 Organisation\n\nText.',
    'LSS = 1993:387',
    '15 § = 1993:387/15',
    '23 § = 1993:387/23',
  ],
  [
    '2023-05-05',
    '# 4 SoL\n\nAv 14 kap. 3 § framgår att rapporter ska utredas.',
    'SoL = 2001:453',
    '14 kap. 3 § = 2001:453/14:3',
  ],
  [
    '2023-05-05',
    'Lag: SoL\n\nAv 14 kap. 3 § framgår att rapporter ska utredas.',
    'SoL = 2001:453',
    '14 kap. 3 § = 2001:453/14:3',
  ],
  ['2023-05-05', 'Nämnden tog fram ett förslag: LSS ska utredas.'],
  ['2023-05-05', '4.1 LSS\n\nKostnaderna ökade under året.'],
  ['2023-05-05', '4.1 SoL och LSS\n\nAv 15 § framgår att kommunen har uppgifter.'],
  // Short names that an item begins with, joined to a law; not where what they are joined to is none.
  [
    '2023-05-05',
    'Underlag\n\n- LSS samt förordning (1993:1090) om stöd och service\n- SoL, HSL och OSL\n- LSS samt interna rutiner\n- FB och GDPR',
    'LSS = 1993:387',
    'förordning (1993:1090) om stöd och service = 1993:1090',
    'SoL = 2001:453',
    'HSL = 2017:30',
    'OSL = 2009:400',
    'GDPR = 32016R0679',
  ],
  // "Vars" is of the law right before it, and of nothing else.
  [
    '2023-05-05',
    'Här gäller arkivlagen (1990:782), vars 10 § tillåter gallring.',
    'arkivlagen (1990:782) = 1990:782',
    '10 § = 1990:782/10',
  ],
  [
    '2023-05-05',
    'Boendet ges inom LSS vars 5, 6 och 7 §§ beskriver målen.',
    'LSS = 1993:387',
    '5 = 1993:387/5',
    '6 = 1993:387/6',
    '7 §§ = 1993:387/7',
  ],
  ['2023-05-05', 'Med stöd av arkivlagen finns en plan, vars 10 § tillåter gallring.', 'arkivlagen = 1990:782'],
  [
    '2023-05-05',
    'Se 11 § MBL och förvaltningslagen, vars 59 § saknas.',
    '11 § MBL = 1976:580/11',
    'förvaltningslagen = 2017:900',
  ],
];
