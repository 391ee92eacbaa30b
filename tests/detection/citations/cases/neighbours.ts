import type { Case } from './case';

const D = '2022-05-05';

/** Places between two laws, places behind a law already cited, and what only stands beside one. */
export const NEIGHBOURS: readonly Case[] = [
  // An agency's rule beside a statute, and two statutes around one list.
  [
    D,
    'SOSFS 2014:5, 3 kap. 1 § samt 14 kap. 2 § SoL styr.',
    'SOSFS 2014:5, 3 kap. 1 § = SOSFS 2014:5/3:1',
    '14 kap. 2 § SoL = 2001:453/14:2',
  ],
  [
    D,
    'HSLF-FS 2017:40 2 kap. 4 § och 5 kap. 1 § HSL',
    'HSLF-FS 2017:40 2 kap. 4 § = HSLF-FS 2017:40/2:4',
    '5 kap. 1 § HSL = 2017:30/5:1',
  ],
  [D, 'AFS 2020:1 6 §, 12 § och 4 § LAS', '6 § = AFS 2020:1/6', '12 § = AFS 2020:1/12', '4 § LAS = 1982:80/4'],
  [
    D,
    'MSBFS 2015:5 3 §, 4 § samt 2 kap. 8 § LEH',
    '3 § = MSBFS 2015:5/3',
    '4 § = MSBFS 2015:5/4',
    '2 kap. 8 § LEH = 2006:544/2:8',
  ],
  [
    D,
    'SOSFS 2011:9 5 kap. 1 och 2 §§, 3 kap. 1 och 4 §§ SoL',
    '5 kap. 1 = SOSFS 2011:9/5:1',
    '2 §§ = SOSFS 2011:9/5:2',
    '3 kap. 1 = 2001:453/3:1',
    '4 §§ SoL = 2001:453/3:4',
  ],
  [D, 'KL 6 kap. 6 § och 3 kap. 2 § SoL', 'KL 6 kap. 6 § = 2017:725/6:6', '3 kap. 2 § SoL = 2001:453/3:2'],
  [D, 'SkolL 26 kap. 3 § och 22 § FL', 'SkolL 26 kap. 3 § = 2010:800/26:3', '22 § FL = 2017:900/22'],
  [
    D,
    'SoL 5 kap. 1 § och 6 kap. 1 §, LVU 2 §',
    'SoL 5 kap. 1 § = 2001:453/5:1',
    '6 kap. 1 § = 2001:453/6:1',
    'LVU 2 § = 1990:52/2',
  ],
  // Minutes' own paragraph begins the next line; a sentence goes on there.
  [D, 'Beslut fattades enligt 5 kap. 38 § KL\n§ 77 Val av justerare', '5 kap. 38 § KL = 2017:725/5:38'],
  [D, 'Jäv anmäldes enligt 6 kap. 28 § KL\n§ 12\nBokslut', '6 kap. 28 § KL = 2017:725/6:28'],
  [D, 'Beslut enligt 4 § LVM\n§ 78 2022/123 Bokslut', '4 § LVM = 1988:870/4'],
  [D, 'Barnet fick stöd enligt LSS\n§ 101 Information', 'LSS = 1993:387'],
  [D, 'Se 6 kap. 6 § KL och\n§ 7 om nämndens ansvar.', '6 kap. 6 § KL = 2017:725/6:6', '§ 7 = 2017:725/6:7'],
  [D, 'Ordförandebeslut enligt 6 kap 39 § KL § 14/2021', '6 kap 39 § KL = 2017:725/6:39'],
  // Brackets and `liksom` behind a law.
  [
    D,
    'Enligt LVM kan nämnden vårda (4 §) och omhänderta (13 §).',
    'LVM = 1988:870',
    '4 § = 1988:870/4',
    '13 § = 1988:870/13',
  ],
  [
    D,
    'Startbesked ges enligt 10 kap. 23 § PBL och får förenas med villkor (24 §).',
    '10 kap. 23 § PBL = 2010:900/10:23',
    '24 § = 2010:900/10:24',
  ],
  [
    D,
    'Enligt lagen (2012:47) om harda bud beslutar fullmäktige (4 §).',
    'lagen (2012:47) = 2012:47',
    '4 § = 2012:47/4',
  ],
  [D, 'Av 22 § FL följer dokumentation, liksom av 27 §.', '22 § FL = 2017:900/22', '27 § = 2017:900/27'],
  [D, 'Enligt KL har nämnden beslutat (§ 84). Avgift enligt LAV togs ut (§ 12).', 'KL = 2017:725', 'LAV = 2006:412'],
  [D, 'Stiftelsens stadgar gäller (5 §). Enligt FL ska ärenden handläggas.', 'FL = 2017:900'],
  // Sections of the chapter before.
  [
    D,
    '10 kap. SkolL (5 och 8 §§) samt 26 kap. PBL',
    '10 kap. SkolL (5 = 2010:800/10:5',
    '8 §§ = 2010:800/10:8',
    '26 kap. PBL = 2010:900/26kap',
  ],
  [
    D,
    '12 kap. KL, särskilt 1, 3 och 5–7 §§',
    '12 kap. KL = 2017:725/12kap',
    'särskilt 1 = 2017:725/12:1',
    '3 = 2017:725/12:3',
    '5–7 §§ = 2017:725/12:5-7',
  ],
  [
    D,
    'Av 5 kap. PBL, främst 11 a § och 11 b §, följer samråd.',
    '5 kap. PBL = 2010:900/5kap',
    '11 a § = 2010:900/5:11a',
    '11 b § = 2010:900/5:11b',
  ],
  // And those that follow; slashes; the number first.
  [D, '5 kap. 2 § ff. HSL', '5 kap. 2 § ff. HSL = 2017:30/5:2'],
  [D, '7 kap. 1 § f. MB', '7 kap. 1 § f. MB = 1998:808/7:1'],
  [D, 'Se SoL 14:1 f. och KL 6:6 ff. Nästa mening.', 'SoL 14:1 f = 2001:453/14:1', 'KL 6:6 ff = 2017:725/6:6'],
  [D, '14 kap. 1 § f SoL', '14 kap. 1 § f SoL = 2001:453/14:1f'],
  [D, '5 kap. 4 par. skollagen', '5 kap. 4 par. skollagen = 2010:800/5:4'],
  [D, 'Det följer av KL 5 kap. 3 par. Nämnden ansvarar.', 'KL 5 kap. 3 par = 2017:725/5:3'],
  [
    D,
    'LVU 2/3/6 §§ och SkolL 24/25 kap',
    'LVU 2 = 1990:52/2',
    '3 = 1990:52/3',
    '6 §§ = 1990:52/6',
    'SkolL 24 = 2010:800/24kap',
    '25 kap = 2010:800/25kap',
  ],
  [D, 'KS § 12/2022 och BUN 3/4 2022 samt prop. 2016/17:171'],
  [D, 'SFS 2017:725, 11 kap 2 §', 'SFS 2017:725, 11 kap 2 § = 2017:725/11:2'],
  [D, 'LVU §§ 2 och 3 jämte § 6, 1st', '§§ 2 = 1990:52/2', '3 = 1990:52/3', '§ 6, 1st = 1990:52/6'],
  [D, 'Det framgår av (SFS 1990:782) 6 §.', 'SFS 1990:782) 6 § = 1990:782/6'],
  // Figures that scanning misread.
  [D, 'enligt 1I kap. 4 § SoL', '1I kap. 4 § SoL = 2001:453/11:4'],
  [
    D,
    'l2 kap. 1 § kommunallagen samt 1O kap. 1 § KL',
    'l2 kap. 1 § kommunallagen = 2017:725/12:1',
    '1O kap. 1 § KL = 2017:725/10:1',
  ],
  [D, 'enligt SkolL l0:2 och KL 1l:3', 'SkolL l0:2 = 2010:800/10:2', 'KL 1l:3 = 2017:725/11:3'],
  [D, 'enligt 2O § LVU och I2 § FL', '2O § LVU = 1990:52/20', 'I2 § FL = 2017:900/12'],
  // Behind a comma, right before a law without chapters: that law's.
  [
    D,
    'Kriterier: kommunallagen 6 kap. 3 §, 11 § förvaltningslagen.',
    'kommunallagen 6 kap. 3 § = 2017:725/6:3',
    '11 § förvaltningslagen = 2017:900/11',
  ],
  [D, 'KL 6:3, 11 § FL', 'KL 6:3 = 2017:725/6:3', '11 § FL = 2017:900/11'],
  [
    D,
    'skollagen (2010:800) 4 kap. 3 §, 5 § och 10 § förvaltningslagen (2017:900)',
    'skollagen (2010:800) 4 kap. 3 § = 2010:800/4:3',
    '5 § = 2017:900/5',
    '10 § förvaltningslagen (2017:900) = 2017:900/10',
  ],
  [D, 'KL 6 kap. 3 §, 4 § och 10 § FL', 'KL 6 kap. 3 § = 2017:725/6:3', '4 § = 2017:725/6:4', '10 § FL = 2017:900/10'],
  [
    D,
    'KL 6 kap. 3 §, 5 § och förvaltningslagen',
    'KL 6 kap. 3 § = 2017:725/6:3',
    '5 § = 2017:725/6:5',
    'förvaltningslagen = 2017:900',
  ],
  [D, 'LVU 6 §, 11 § och 4 § LVM', 'LVU 6 § = 1990:52/6', '11 § = 1990:52/11', '4 § LVM = 1988:870/4'],
  // Short names with a hyphen that the text introduces.
  [
    D,
    'Kommunen följer lag (2023:196) om kommuners ansvar för brottsförebyggande arbete (BF-lagen). Av 5 § BF-lagen framgår mer, och BF-lagens krav är nya.',
    'lag (2023:196) om kommuners ansvar för brottsförebyggande arbete (BF-lagen) = 2023:196',
    '5 § BF-lagen = 2023:196/5',
    'BF-lagens = 2023:196',
  ],
  [D, 'Av 5 § BF-lagen framgår mer.'],
  // A colon form in the chapter that was cited last; times are none.
  [
    D,
    'Enligt 9 kap. 7 § skollagen gäller kravet. Av 9:8 framgår mer.',
    '9 kap. 7 § skollagen = 2010:800/9:7',
    '9:8 = 2010:800/9:8',
  ],
  [
    D,
    'Enligt 9 kap. 7 § skollagen gäller kravet. Mötet började kl. 9:30 och slutade 9:45.',
    '9 kap. 7 § skollagen = 2010:800/9:7',
  ],
  // What an abbreviation is said to be.
  [D, 'SoL är en ramlag. I 3 kap. 2 § anges ansvaret.', 'SoL = 2001:453', '3 kap. 2 § = 2001:453/3:2'],
  [D, 'LSS omfattar tio insatser. Enligt 7 § ska levnadsvillkoren vara goda.', 'LSS = 1993:387', '7 § = 1993:387/7'],
  [D, 'LSS omfattar 40 brukare. SoL är ett verksamhetssystem.'],
  [D, 'Enligt 4 § museilagen främjas kunskap.', '4 § museilagen = 2017:563/4'],
  // Further ones: the law in the middle keeps its chapter, "i" may stand between, a paper's section is in no law.
  [
    D,
    'skollagen 4 kap. 3 §, 5 kap. 6 §, 11 § FL',
    'skollagen 4 kap. 3 § = 2010:800/4:3',
    '5 kap. 6 § = 2010:800/5:6',
    '11 § FL = 2017:900/11',
  ],
  [
    D,
    'Kommunallagen 6 kap. 3 §, 11 § i förvaltningslagen.',
    'Kommunallagen 6 kap. 3 § = 2017:725/6:3',
    '11 § i förvaltningslagen = 2017:900/11',
  ],
  [D, 'KL 6 kap. 3 §, 11 § reglementet', 'KL 6 kap. 3 § = 2017:725/6:3'],
  // Set off by commas, each law with its places.
  [
    D,
    'skollagen (2010:800), 4 kap. 3 §, samt 6 kap. 6 § kommunallagen',
    'skollagen (2010:800), 4 kap. 3 § = 2010:800/4:3',
    '6 kap. 6 § kommunallagen = 2017:725/6:6',
  ],
  [
    D,
    'arkivlagen (1990:782), 4 kap. 3 §, samt 6 kap. 6 § kommunallagen',
    'arkivlagen (1990:782) = 1990:782',
    '4 kap. 3 § = 2017:725/4:3',
    '6 kap. 6 § kommunallagen = 2017:725/6:6',
  ],
  [D, 'KL 6 kap. 3 § och 11 § i reglementet', 'KL 6 kap. 3 § = 2017:725/6:3'],
  // Both of a pair, and all of a list, are in the law behind.
  [
    D,
    'Både nämnd och styrelse berörs av såväl 5 kap. 4 § som 12 kap. 3 § aktiebolagslagen.',
    '5 kap. 4 § = 2005:551/5:4',
    '12 kap. 3 § aktiebolagslagen = 2005:551/12:3',
  ],
  [
    D,
    'Jäv regleras i 6 kap. 28 §, 6 kap. 29 § och 6 kap. 30 §, samtliga i kommunallagen.',
    '6 kap. 28 § = 2017:725/6:28',
    '6 kap. 29 § = 2017:725/6:29',
    '6 kap. 30 §, samtliga i kommunallagen = 2017:725/6:30',
  ],
  // A comma on each side sets the law in front off with its place.
  [
    D,
    'Enligt patientlagen, 3 kap. 1 §, och 4 kap. 2 § patientdatalagen ska patienten informeras.',
    'patientlagen, 3 kap. 1 § = 2014:821/3:1',
    '4 kap. 2 § patientdatalagen = 2008:355/4:2',
  ],
  // Laws that no list of names has keep their places, before them and behind.
  [
    D,
    'Miljöbalken styr. Enligt jaktkungörelselagen 4 kap. 2 § och 9 kap. 6 § miljöbalken krävs anmälan.',
    'Miljöbalken = 1998:808',
    '4 kap. 2 § = ?',
    '9 kap. 6 § miljöbalken = 1998:808/9:6',
  ],
  [
    D,
    'Nämnden tillämpar plan- och bygglagen. Av 5 kap. 3 § YLF följer annat, liksom av web-lagen 2 kap. 1 §.',
    'plan- och bygglagen = 2010:900',
    '5 kap. 3 § = ?',
    '2 kap. 1 § = ?',
  ],
  [
    D,
    'Lagen (1997:735) om riksfärdtjänst, RFtjL, gäller. Tillstånd ges enligt 5 § RFtjL.',
    'Lagen (1997:735) om riksfärdtjänst, RFtjL = 1997:735',
    '5 § RFtjL = 1997:735/5',
  ],
  [
    D,
    'Rapporten kallar lagen (2010:479) om registerkontroll av personal som utför vissa insatser åt barn med funktionshinder ”RKF”. Av 3 § RKF följer mer.',
    'lagen (2010:479) = 2010:479',
    '3 § RKF = 2010:479/3',
  ],
];
