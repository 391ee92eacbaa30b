import type { Case } from './case';

const D = '2021-02-01';

/** Abbreviations without a place, in sentences with and without words of law. */
export const BARE: readonly Case[] = [
  [D, 'Nämnden ska leva upp till HSL och LVM i sitt arbete.', 'HSL = 2017:30', 'LVM = 1988:870'],
  [D, 'Rutinen levde inte upp till PSL.', 'PSL = 2010:659'],
  [D, 'Agerandet strider mot KL.', 'KL = 2017:725'],
  [D, 'Inköpet gjordes i strid med LUF.', 'LUF = 2016:1146'],
  [D, 'Det saknas lagstöd i TF och MB.', 'TF = 1949:105', 'MB = 1998:808'],
  [D, 'Myndigheten tillämpade FL felaktigt.', 'FL = 2017:900'],
  [D, 'RF innehåller likställighetsregler för alla.', 'RF = 1974:152'],
  [D, 'RF:s krav på saklighet och FB:s bestämmelser om umgänge', 'RF:s = 1974:152', 'FB:s = 1949:381'],
  [D, 'LAS regler om turordning och LSS personkrets', 'LAS = 1982:80', 'LSS = 1993:387'],
  [D, 'Sekretessen (OSL, RF) är känd.', 'OSL = 2009:400', 'RF = 1974:152'],
  [D, 'Personalen har god kunskap om PDL och OSL.', 'PDL = 2008:355', 'OSL = 2009:400'],
  [D, 'AML och MBL berör båda frågan.', 'AML = 1977:1160', 'MBL = 1976:580'],
  [D, 'Handläggarna kan PBL men inte alltid MB:s regler.', 'PBL = 2010:900', 'MB:s = 1998:808'],
  [D, 'LVU kan bli aktuellt.', 'LVU = 1990:52'],
  [
    D,
    'Revisionskriterier: KL, SkolL, RF samt nämndens reglemente.',
    'KL = 2017:725',
    'SkolL = 2010:800',
    'RF = 1974:152',
  ],
  [D, 'Vi utgår från SoL och FL i vår granskning.', 'SoL = 2001:453', 'FL = 2017:900'],
  [D, 'Avgiften bygger på MB.', 'MB = 1998:808'],
  [D, 'Deltagare: KL, SL, FL. Kostnad: LSS, HSL.'],
  // Units, roles, amounts, companies, files, people and parties.
  [D, 'Enheten LVU, gruppen LOU och chefen PBL deltog.'],
  [D, 'Under året avslutades LVU 12 ärenden och LVM 3.'],
  [D, 'Kursen leddes av LOU AB och projektet PBL.'],
  [D, 'Kostnaderna för LSS ökar mest. Personal inom LSS och SoL har slutat.'],
  [D, 'Klara Lind (KL) föredrog. KL tackade och KL:s yrkande antogs.'],
  [D, 'Karin (FL) yrkade avslag. FL:s ledamot reserverade sig.'],
  [D, 'MB avser megabyte och TF tjänstgjorde under sommaren.'],
  // Spelled out as something else, once and for the whole document.
  [D, 'Skolan använder problembaserat lärande (PBL). Elever gillar PBL.'],
  [D, 'Arbetssättet AML (aktiv mobil logistik) infördes. Personalen ser fram emot AML.'],
  [D, 'Metoden är lärande om upphandling (LOU). Utan LOU stannar arbetet.'],
  // Joined to a place with its law in front.
  [D, 'Beslut fattas enligt PBL 9 kap. 2 § och FL.', 'PBL 9 kap. 2 § = 2010:900/9:2', 'FL = 2017:900'],
  [D, 'Insatser ges enligt SoL 4:1, LSS eller LVU.', 'SoL 4:1 = 2001:453/4:1', 'LSS = 1993:387', 'LVU = 1990:52'],
  // Agreements and editions are called by letters and figures.
  [D, 'Pensioner betalas enligt PBL-11 och AML-3.'],
];
