import type { Case } from './case';

/** Places where the nearest or the newest law is the wrong one. */
export const CERTAINTY: readonly Case[] = [
  // The preposition at the start of a sentence is no misread figure.
  [
    '2021-02-01',
    'Regler om ansvar finns i 4 kap. skollagen. I kapitlets 3 och 5 §§ beskrivs kvalitetsarbetet.',
    '4 kap. skollagen = 2010:800/4kap',
    '3 = 2010:800/4:3',
    '5 §§ = 2010:800/4:5',
  ],
  ['2021-02-01', 'I kapitel 6 i plan- och bygglagen finns avgifterna.', 'kapitel 6 = 2010:900/6kap'],
  ['2021-02-01', 'I § 5 LVM anges detta.', '§ 5 LVM = 1988:870/5'],
  ['2021-02-01', 'I kap. 2 § skollagen anges detta.', 'I kap. 2 § skollagen = 2010:800/1:2'],
  // The law of that time.
  [
    '2019-03-01',
    'Ärendet avgjordes enligt då gällande förvaltningslag 7 § och dågällande kommunallagen 5 kap. 2 §.',
    'förvaltningslag 7 § = 1986:223/7',
    'kommunallagen 5 kap. 2 § = 1991:900/5:2',
  ],
  ['2025-09-01', 'Den nu gällande socialtjänstlagen 6 kap. 1 § är ny.', '6 kap. 1 § = 2025:400/6:1'],
  // An abbreviation of several laws, in documents that speak of something else, of the law, or of another law.
  ['2021-02-01', 'Leverantören ligger på nivå AL 3:1 i prisbilagan och PL 4:2 i nästa.'],
  ['2021-02-01', 'Enligt 5 kap. 1 § SoL gäller detta. Rad AL 3:1 i bilagan.', '5 kap. 1 § SoL = 2001:453/5:1'],
  ['2021-02-01', 'Serveringstillstånd prövas enligt AL 8:1.', 'AL 8:1 = 2010:1622/8:1'],
  ['2021-02-01', 'Patienten informeras enligt PL 3:1.', 'PL 3:1 = 2014:821/3:1'],
  // The older law of a short name that the document did not introduce is not the one cited last.
  [
    '2025-10-01',
    'Enligt 5 kap. 1 § SoL gäller detta. Enligt 3 kap. 3 § äSoL gällde annat, liksom enligt GSoL 4 kap. 1 §.',
    '5 kap. 1 § SoL = 2025:400/5:1',
    '3 kap. 3 § = ?',
    '4 kap. 1 § = ?',
  ],
  [
    '2025-10-01',
    'Enligt socialtjänstlagen (2001:453) (äSoL) gällde 3 kap. 3 § äSoL. Nu gäller 5 kap. 1 § SoL.',
    'socialtjänstlagen (2001:453) (äSoL) = 2001:453',
    '3 kap. 3 § äSoL = 2001:453/3:3',
    '5 kap. 1 § SoL = 2025:400/5:1',
  ],
  ['2025-10-01', 'Enligt SoL 5 kap. 1 §, 3 kap. 3 § äSoL.', 'SoL 5 kap. 1 § = 2025:400/5:1', '3 kap. 3 § = ?'],
  // A title is no law.
  ['2021-02-01', 'Ärendet föredrogs av TF socialdirektör och besvarades av TF rektorn.'],
  ['2021-02-01', 'Rätten följer av TF 2 kap.', 'TF 2 kap. = 1949:105/2kap'],
  // A section that the implied chapter does not have.
  [
    '2021-02-01',
    'Stöd ges enligt 5 kap. 10 § SoL. Parten får enligt 19 § del av utredningen.',
    '5 kap. 10 § SoL = 2001:453/5:10',
  ],
  // Sentences and items behind a stycke.
  ['2021-02-01', 'Beslutet fattades enligt 11 § 2 st 1 men. LVU.', '11 § 2 st 1 men. LVU = 1990:52/11'],
  ['2021-02-01', 'Daglig verksamhet ges enligt LSS 9.10 i kommunen.', 'LSS 9.10 = 1993:387/9'],
  ['2021-02-01', 'Kostnaden för LSS 12.5 mnkr och LSS 4.2 % ökade. Version LSS 2.1.3 i planen.'],
  // Lines that break inside a place or begin with one.
  [
    '2021-02-01',
    'Av förvaltningslagen (SFS\n2017:900) 23 § framgår ansvaret.',
    'förvaltningslagen (SFS\n2017:900) 23 § = 2017:900/23',
  ],
  [
    '2021-02-01',
    'Granskningen utgår från:\n6 § LVU\n9 § LSS\n2 kap. 1 § SoL',
    '6 § LVU = 1990:52/6',
    '9 § LSS = 1993:387/9',
    '2 kap. 1 § SoL = 2001:453/2:1',
  ],
  [
    '2021-02-01',
    'Följande bestämmelser i förvaltningslagen är aktuella:\n9 § handläggning\n25 § kommunikation',
    'förvaltningslagen = 2017:900',
    '9 § = 2017:900/9',
    '25 § = 2017:900/25',
  ],
  // Another law, which no list of names has, was named since, or stands behind the place by its whole name.
  [
    '2021-02-01',
    'Skollagen är ramen. Lotterilagen gäller också. Enligt 3 kap. 4 § krävs tillstånd.',
    'Skollagen = 2010:800',
    '3 kap. 4 § = ?',
  ],
  [
    '2021-02-01',
    'Skollagen är ramen. Lotterilagen är ny. Lagens 3 kap. 4 § är skärpt.',
    'Skollagen = 2010:800',
    '3 kap. 4 § = ?',
  ],
  [
    '2021-02-01',
    'Skollagen är ramen. Av 2 kap. 5 § förordningen om utbytesstudier framgår annat.',
    'Skollagen = 2010:800',
    '2 kap. 5 § = ?',
  ],
  [
    '2021-02-01',
    'Skollagen är ramen. Förslagen och underlagen är gamla. Arkivlagen är en annan. Enligt 4 kap. 4 § ska elever höras.',
    'Skollagen = 2010:800',
    'Arkivlagen = 1990:782',
    '4 kap. 4 § = 2010:800/4:4',
  ],
  // An ordinance is no "lag".
  [
    '2021-02-01',
    'Skollagen och skolförordningen gäller. I lagens 4 kap. 3 § nämns planer, i förordningens 5 kap. 2 § ordning.',
    'Skollagen = 2010:800',
    'skolförordningen = 2011:185',
    '4 kap. 3 § = 2010:800/4:3',
    '5 kap. 2 § = 2011:185/5:2',
  ],
  [
    '2021-02-01',
    'Skolförordningen gäller. Därtill gäller 7 kap. 3 § IVOFS.',
    'Skolförordningen = 2011:185',
    '7 kap. 3 § = ?',
  ],
];
