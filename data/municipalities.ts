/**
 * The 290 municipalities and 21 regions. Source: lists of the statistical offices' codes and the municipalities' own
 * sites; two sources agree on 285 of the municipal domains, the other five stand with both. The regions' domains
 * are likely, not checked.
 *
 * Kept in one string because it ships in the content script. An entry is the name, and after `=` its web domains where
 * they are not the name in plain letters with `.se` (`Härjedalen` has `herjedalen.se`).
 */
const MUNICIPALITY_ENTRIES =
  'Upplands Väsby|Vallentuna|Österåker|Värmdö|Järfälla|Ekerö|Huddinge|Botkyrka|Salem|Haninge|Tyresö|Upplands-Bro|' +
  'Nykvarn|Täby|Danderyd|Sollentuna|Stockholm=start.stockholm|Södertälje|Nacka|Sundbyberg|Solna|Lidingö|Vaxholm|' +
  'Norrtälje|Sigtuna|Nynäshamn|Håbo|Älvkarleby|Knivsta|Heby|Tierp|Uppsala|Enköping|Östhammar|Vingåker|Gnesta|' +
  'Nyköping|Oxelösund|Flen|Katrineholm|Eskilstuna|Strängnäs|Trosa|Ödeshög|Ydre|Kinda|Boxholm|Åtvidaberg|Finspång|' +
  'Valdemarsvik|Linköping|Norrköping|Söderköping|Motala|Vadstena|Mjölby|Aneby|Gnosjö|Mullsjö|Habo=habokommun.se|' +
  'Gislaved|Vaggeryd|Jönköping|Nässjö|Värnamo=kommun.varnamo.se|Sävsjö|Vetlanda|Eksjö|Tranås|Uppvidinge|Lessebo|' +
  'Tingsryd|Alvesta|Älmhult|Markaryd|Växjö|Ljungby|Högsby|Torsås|Mörbylånga|Hultsfred|Mönsterås|Emmaboda|Kalmar|' +
  'Nybro|Oskarshamn|Västervik|Vimmerby|Borgholm|Gotland|Olofström|Karlskrona|Ronneby|Karlshamn|Sölvesborg|Svalöv|' +
  'Staffanstorp|Burlöv|Vellinge|Östra Göinge|Örkelljunga|Bjuv|Kävlinge|Lomma|Svedala|Skurup|Sjöbo|Hörby|Höör|' +
  'Tomelilla|Bromölla|Osby|Perstorp|Klippan|Åstorp|Båstad|Malmö|Lund|Landskrona|Helsingborg|Höganäs|Eslöv|Ystad|' +
  'Trelleborg|Kristianstad|Simrishamn|Ängelholm=engelholm.se|Hässleholm|Hylte|Halmstad|Laholm|' +
  'Falkenberg=kommun.falkenberg.se|Varberg|Kungsbacka|Härryda|Partille|Öckerö|Stenungsund|Tjörn|Orust|Sotenäs|' +
  'Munkedal|Tanum|Dals-Ed=dalsed.se|Färgelanda|Ale|Lerum|Vårgårda|Bollebygd|Grästorp|Essunga|Karlsborg|Gullspång|' +
  'Tranemo|Bengtsfors|Mellerud|Lilla Edet|Mark|Svenljunga|Herrljunga|Vara|Götene|Tibro|Töreboda|Göteborg|Mölndal|' +
  'Kungälv|Lysekil|Uddevalla|Strömstad|Vänersborg|Trollhättan|Alingsås|Borås|Ulricehamn|Åmål|Mariestad|Lidköping|' +
  'Skara|Skövde|Hjo|Tidaholm|Falköping|Kil|Eda|Torsby|Storfors|Hammarö|Munkfors|Forshaga|Grums|Årjäng|Sunne|' +
  'Karlstad|Kristinehamn|Filipstad|Hagfors|Arvika|Säffle|Lekeberg|Laxå|Hallsberg|Degerfors|Hällefors=hellefors.se|' +
  'Ljusnarsberg|Örebro|Kumla|Askersund|Karlskoga|Nora|Lindesberg|Skinnskatteberg|Surahammar|Kungsör|Hallstahammar|' +
  'Norberg|Västerås|Sala|Fagersta|Köping|Arboga|Vansbro|Malung-Sälen|Gagnef|Leksand|Rättvik|Orsa|Älvdalen|' +
  'Smedjebacken|Mora=morakommun.se|Falun|Borlänge|Säter|Hedemora|Avesta|Ludvika|Ockelbo|Hofors|Ovanåker|Nordanstig|' +
  'Ljusdal|Gävle|Sandviken|Söderhamn|Bollnäs|Hudiksvall|Ånge|Timrå|Härnösand|Sundsvall|Kramfors|Sollefteå|' +
  'Örnsköldsvik|Ragunda|Bräcke|Krokom|Strömsund|Åre|Berg|Härjedalen=herjedalen.se|Östersund|Nordmaling|Bjurholm|' +
  'Vindeln|Robertsfors|Norsjö|Malå|Storuman|Sorsele|Dorotea|Vännäs|Vilhelmina|Åsele|Umeå|Lycksele|Skellefteå|' +
  'Arvidsjaur|Arjeplog|Jokkmokk|Överkalix|Kalix|Övertorneå|Pajala|Gällivare=gellivare.se|Älvsbyn|Luleå|Piteå|Boden|' +
  'Haparanda|Kiruna';

const REGION_ENTRIES =
  'Region Stockholm=regionstockholm.se|Region Uppsala=regionuppsala.se|Region Sörmland=regionsormland.se|' +
  'Region Östergötland=regionostergotland.se|Region Jönköpings län=rjl.se|' +
  'Region Kronoberg=regionkronoberg.se,kronoberg.se|Region Kalmar län=regionkalmar.se|Region Gotland=gotland.se|' +
  'Region Blekinge=regionblekinge.se|Region Skåne=skane.se|Region Halland=regionhalland.se|' +
  'Västra Götalandsregionen=vgregion.se|Region Värmland=regionvarmland.se|Region Örebro län=regionorebrolan.se|' +
  'Region Västmanland=regionvastmanland.se|Region Dalarna=regiondalarna.se|Region Gävleborg=regiongavleborg.se|' +
  'Region Västernorrland=rvn.se|Region Jämtland Härjedalen=regionjh.se|Region Västerbotten=regionvasterbotten.se|' +
  'Region Norrbotten=norrbotten.se';

/** A municipality or region with its web domains. */
export interface Municipality {
  name: string;
  domains: string[];
}

/** A name in plain letters, as web domains and damaged texts write it. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[åäáàâ]/g, 'a')
    .replace(/[öóòô]/g, 'o')
    .replace(/[éè]/g, 'e');
}

function read(entries: string): Municipality[] {
  return entries.split('|').map((entry) => {
    const [name = '', domains] = entry.split('=');
    const plain = plainName(name);
    const own = [`${plain.replace(/ /g, '')}.se`, `${plain.replace(/ /g, '-')}.se`];
    return { name, domains: domains ? domains.split(',') : own };
  });
}

let municipalityList: readonly Municipality[] | undefined;
let regionList: readonly Municipality[] | undefined;

/** The 290 municipalities; read on first use, since a page that names none needs none. */
export function municipalities(): readonly Municipality[] {
  municipalityList ??= read(MUNICIPALITY_ENTRIES);
  return municipalityList;
}

/** The 21 regions. */
export function regions(): readonly Municipality[] {
  regionList ??= read(REGION_ENTRIES);
  return regionList;
}
