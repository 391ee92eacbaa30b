/**
 * The web sites of the 290 municipalities and the 21 regions, for the permission that the person may give to all of them
 * at once. Exact domains, unlike those in data/municipalities.ts, which recognises a place by what its domain may be:
 * a permission is asked for no domain that is only a guess.
 *
 * A site's pattern takes in its subdomains, where most keep their meetings' documents: portals of the MeetingsPlus kind
 * run there (meetingsplus.danderyd.se, meetings.hylte.se). Of the portals that several municipalities share, one has an
 * address of its own that could be checked; no list of the others was found.
 */

/** Two sources agree on these: lists of the statistical offices' codes, and the municipalities' own sites. */
const AGREED =
  'upplandsvasby.se vallentuna.se osteraker.se varmdo.se jarfalla.se ekero.se huddinge.se botkyrka.se salem.se ' +
  'haninge.se tyreso.se upplands-bro.se nykvarn.se taby.se danderyd.se sollentuna.se sodertalje.se nacka.se ' +
  'sundbyberg.se solna.se lidingo.se vaxholm.se norrtalje.se sigtuna.se nynashamn.se habo.se alvkarleby.se ' +
  'knivsta.se heby.se tierp.se uppsala.se enkoping.se osthammar.se vingaker.se gnesta.se nykoping.se oxelosund.se ' +
  'flen.se katrineholm.se eskilstuna.se strangnas.se trosa.se odeshog.se ydre.se kinda.se boxholm.se atvidaberg.se ' +
  'finspang.se valdemarsvik.se linkoping.se norrkoping.se soderkoping.se motala.se vadstena.se mjolby.se aneby.se ' +
  'gnosjo.se mullsjo.se habokommun.se gislaved.se vaggeryd.se jonkoping.se nassjo.se savsjo.se vetlanda.se eksjo.se ' +
  'tranas.se uppvidinge.se lessebo.se tingsryd.se alvesta.se almhult.se markaryd.se vaxjo.se ljungby.se hogsby.se ' +
  'torsas.se morbylanga.se hultsfred.se monsteras.se emmaboda.se kalmar.se nybro.se oskarshamn.se vastervik.se ' +
  'vimmerby.se borgholm.se gotland.se olofstrom.se karlskrona.se ronneby.se karlshamn.se solvesborg.se svalov.se ' +
  'staffanstorp.se burlov.se vellinge.se ostragoinge.se orkelljunga.se bjuv.se kavlinge.se lomma.se svedala.se ' +
  'skurup.se sjobo.se horby.se hoor.se tomelilla.se bromolla.se osby.se perstorp.se klippan.se astorp.se bastad.se ' +
  'malmo.se lund.se landskrona.se helsingborg.se hoganas.se eslov.se ystad.se trelleborg.se kristianstad.se ' +
  'simrishamn.se engelholm.se hassleholm.se hylte.se halmstad.se laholm.se varberg.se kungsbacka.se harryda.se ' +
  'partille.se ockero.se stenungsund.se tjorn.se orust.se sotenas.se munkedal.se tanum.se dalsed.se fargelanda.se ' +
  'ale.se lerum.se vargarda.se bollebygd.se grastorp.se essunga.se karlsborg.se gullspang.se tranemo.se ' +
  'bengtsfors.se mellerud.se lillaedet.se mark.se svenljunga.se herrljunga.se vara.se gotene.se tibro.se ' +
  'toreboda.se goteborg.se molndal.se kungalv.se lysekil.se uddevalla.se stromstad.se vanersborg.se trollhattan.se ' +
  'alingsas.se boras.se ulricehamn.se amal.se mariestad.se lidkoping.se skara.se skovde.se hjo.se tidaholm.se ' +
  'falkoping.se kil.se eda.se torsby.se storfors.se hammaro.se munkfors.se forshaga.se grums.se arjang.se sunne.se ' +
  'karlstad.se kristinehamn.se filipstad.se hagfors.se arvika.se saffle.se lekeberg.se laxa.se hallsberg.se ' +
  'degerfors.se hellefors.se ljusnarsberg.se orebro.se kumla.se askersund.se karlskoga.se nora.se lindesberg.se ' +
  'skinnskatteberg.se surahammar.se kungsor.se hallstahammar.se norberg.se vasteras.se sala.se fagersta.se ' +
  'koping.se arboga.se vansbro.se malung-salen.se gagnef.se leksand.se rattvik.se orsa.se alvdalen.se ' +
  'smedjebacken.se falun.se borlange.se sater.se hedemora.se avesta.se ludvika.se ockelbo.se hofors.se ovanaker.se ' +
  'nordanstig.se ljusdal.se gavle.se sandviken.se soderhamn.se bollnas.se hudiksvall.se ange.se timra.se ' +
  'harnosand.se sundsvall.se kramfors.se solleftea.se ornskoldsvik.se ragunda.se bracke.se krokom.se stromsund.se ' +
  'are.se berg.se herjedalen.se ostersund.se nordmaling.se bjurholm.se vindeln.se robertsfors.se norsjo.se mala.se ' +
  'storuman.se sorsele.se dorotea.se vannas.se vilhelmina.se asele.se umea.se lycksele.se skelleftea.se ' +
  'arvidsjaur.se arjeplog.se jokkmokk.se overkalix.se kalix.se overtornea.se pajala.se alvsbyn.se lulea.se pitea.se ' +
  'boden.se haparanda.se kiruna.se';

/** The sources name different domains for Stockholm, Värnamo, Falkenberg, Mora and Gällivare; both are taken. */
const EITHER =
  'start.stockholm stockholm.se kommun.varnamo.se varnamo.se kommun.falkenberg.se falkenberg.se morakommun.se ' +
  'mora.se gallivare.se gellivare.se';

/** Regions; likely, not checked. Gotland is a municipality and a region, and stands above. */
const LIKELY =
  'regionstockholm.se regionuppsala.se regionsormland.se regionostergotland.se rjl.se regionkronoberg.se ' +
  'kronoberg.se regionkalmar.se regionblekinge.se skane.se regionhalland.se vgregion.se regionvarmland.se ' +
  'regionorebrolan.se regionvastmanland.se regiondalarna.se regiongavleborg.se rvn.se regionjh.se ' +
  'regionvasterbotten.se norrbotten.se';

/** Keeps minutes and documents of several municipalities and regions, among them Sollentuna and Region Dalarna. */
const PORTAL = 'netpublicator.com';

/** How sure it is that a domain is the municipality's or the region's. */
export type SiteCertainty = 'high' | 'medium';

export interface MunicipalSite {
  domain: string;
  certainty: SiteCertainty;
}

/** All sites, each domain once. */
export const MUNICIPAL_SITES: readonly MunicipalSite[] = [
  ...AGREED.split(' ').map((domain) => ({ domain, certainty: 'high' as const })),
  { domain: PORTAL, certainty: 'high' },
  ...`${EITHER} ${LIKELY}`.split(' ').map((domain) => ({ domain, certainty: 'medium' as const })),
];

/** Match patterns of all the sites with their subdomains; none that another one takes in. */
export const MUNICIPAL_PATTERNS: readonly string[] = MUNICIPAL_SITES.map(({ domain }) => domain)
  .filter((domain, _, all) => !all.some((other) => domain.endsWith(`.${other}`)))
  .map((domain) => `*://*.${domain}/*`);
