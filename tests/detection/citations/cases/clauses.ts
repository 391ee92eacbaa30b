import type { Case } from './case';

const D = '2023-05-01';

/** Ranges in words, further stycken and items, sections that begin a sentence, short names of the document's own. */
export const CLAUSES: readonly Case[] = [
  [D, 'Ansvaret följer av 6 kap. 6 § t.o.m. 8 § KL.', '6 kap. 6 § t.o.m. 8 § KL = 2017:725/6:6-8'],
  [D, 'Arkiven vårdas enligt 5 § till och med 9 § arkivlagen.', '5 § till och med 9 § arkivlagen = 1990:782/5-9'],
  [D, 'Nämnden tillämpar 1 § till 4 § LVU.', '1 § till 4 § LVU = 1990:52/1-4'],
  [D, 'Handläggningen styrs av 6 § tom 8 § FL.', '6 § tom 8 § FL = 2017:900/6-8'],
  [
    D,
    'Uppgifterna följer av 3 kap. 9 § första stycket 2 och andra stycket KL samt 4 kap. 2 § OSL.',
    '3 kap. 9 § första stycket 2 och andra stycket KL = 2017:725/3:9',
    '4 kap. 2 § OSL = 2009:400/4:2',
  ],
  [D, 'Underrättelse ges enligt 9 § 1 st och 2 st FL.', '9 § 1 st och 2 st FL = 2017:900/9'],
  [D, 'Nämnden följer LSS. 9 § räknar upp insatserna.', 'LSS = 1993:387', '9 § = 1993:387/9'],
  [
    D,
    'Enligt 4 kap. 3 § skollagen ska arbetet dokumenteras. 5 § anger att planen ska följas upp.',
    '4 kap. 3 § skollagen = 2010:800/4:3',
    '5 § = 2010:800/4:5',
  ],
  [
    D,
    'Insatser ges enligt 9 § LSS. Vidare anger 15 § att kommunen ska verka för samordning.',
    '9 § LSS = 1993:387/9',
    '15 § = 1993:387/15',
  ],
  // Another paper stands between, or the minutes' own sign.
  [D, 'Nämnden följer LSS. Reglementet antogs 2020. 9 § anger ansvaret.', 'LSS = 1993:387'],
  [D, 'Nämnden följer LSS. § 9 anger när mötet öppnades.', 'LSS = 1993:387'],
  [
    D,
    'Lag (2022:913) om sammanhållen vård- och omsorgsdokumentation, nedan dokumentationslagen, gäller. Dokumentationslagens 2 kap. 1 § styr åtkomsten.',
    'Lag (2022:913) = 2022:913',
    'Dokumentationslagens 2 kap. 1 § = 2022:913/2:1',
  ],
  // Laws that no list of names has take their own places; a number behind the place says which law it is.
  [D, 'Avtalet följer 7 kap. 1 § jordabalken och 2 § hyresförhandlingslagen.', '7 kap. 1 § jordabalken = 1970:994/7:1'],
  [D, 'Avtalet följer jordabalken 7 kap. 1 § och 2 § i hyresförhandlingslagen.', '7 kap. 1 § = 1970:994/7:1'],
  [
    D,
    'Enligt 4 kap. 3 § skollagen gäller detta. Enligt 5 § köplagen gäller annat.',
    '4 kap. 3 § skollagen = 2010:800/4:3',
  ],
  [
    '2025-10-01',
    'Beslutet fattades enligt SoL 14:1 (2001:453) och SoL 20:1.',
    'SoL 14:1 = 2001:453/14:1',
    'SoL 20:1 = 2025:400/20:1',
  ],
  [
    D,
    'Vi har granskat mot följande kriterier: läroplanen för grundskolan, kap. 2\nSkollagen 4 kap. om kvalitet, samt kommunens mål.',
    'Skollagen 4 kap. = 2010:800/4kap',
  ],
  // Minutes, papers, offices and other countries beside a law in one sentence.
  [D, 'Se 4 kap. 3 § skollagen och 5 § i reglementet.', '4 kap. 3 § skollagen = 2010:800/4:3'],
  [D, 'Se Kommunstyrelsen § 12 och 4 kap. 3 § skollagen.', '4 kap. 3 § skollagen = 2010:800/4:3'],
  [D, 'Se KF 2022-02-02 § 14, 4 kap. 3 § skollagen.', '4 kap. 3 § skollagen = 2010:800/4:3'],
  [D, 'Se dnr 2011/BUN 01 och 4 kap. 3 § skollagen.', '4 kap. 3 § skollagen = 2010:800/4:3'],
  [D, 'Se 4 kap. 3 § skollagen och 5 § finska skollagen.', '4 kap. 3 § skollagen = 2010:800/4:3'],
  [D, 'Fastigheten Berga 3:1, TF förvaltningschef och KL 13:05.'],
  // Other countries' laws and times of day in capitals.
  [D, 'Jämför Ålands kommunallag 5 §.'],
  [D, 'MÖTET HÅLLS KL 9:15 I SESSIONSSALEN.'],
  [D, 'NÄMNDEN ANSVARAR ENLIGT KL 6:6.', 'KL 6:6 = 2017:725/6:6'],
];

/** Acts of the European Union by kind and number, and by name. */
export const EU: readonly Case[] = [
  [D, 'Uppgifterna skyddas av förordning (EU) 2016/679.', 'förordning (EU) 2016/679 = 32016R0679'],
  [
    D,
    'Registret förs enligt artikel 30 i Europaparlamentets och rådets förordning (EU) 2016/679.',
    'artikel 30 = 32016R0679/30',
  ],
  [D, 'Kontrollen följer artikel 18 i förordning (EG) nr 178/2002.', 'artikel 18 = 32002R0178/18'],
  [D, 'Tilldelning prövas mot artikel 67 i direktiv 2014/24/EU.', 'artikel 67 = 32014L0024/67'],
  [D, 'Vattnet skyddas av rådets direktiv 92/43/EEG.', 'rådets direktiv 92/43/EEG = 31992L0043'],
  [D, 'Rapportering sker enligt NIS 2-direktivet artikel 23.', 'NIS 2-direktivet artikel 23 = 32022L2555/23'],
  [D, 'NIS2-direktivet ersatte NIS-direktivet.', 'NIS2-direktivet = 32022L2555', 'NIS-direktivet = 32016L1148'],
  [D, 'Underskrifter följer eIDAS-förordningen.', 'eIDAS-förordningen = 32014R0910'],
  [D, 'KRAVEN FÖLJER AV DIREKTIV (EU) 2022/2555.', 'DIREKTIV (EU) 2022/2555 = 32022L2555'],
  [
    D,
    'Kraven följer av förordning (EU)\n2024/1689 om artificiell intelligens.',
    'förordning (EU)\n2024/1689 = 32024R1689',
  ],
  // A matter's number that an act has too.
  [D, 'Ärendet har nummer BUN 2014/24:05.'],
  // The council's own directives for its budget and its companies, and by-laws of the municipality.
  [D, 'Nämndens direktiv 2023/24 gäller budgeten.'],
  [D, 'Enligt ägardirektiv 2019/20 ska bolaget rapportera.'],
  [D, 'Förordning nr 1/2020 om taxor finns inte.'],
];
