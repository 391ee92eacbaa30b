/** A number with its thousands apart: `110 000`. */
const grouped = (count: number) => count.toLocaleString('sv');

/** The number with the right form of the word. */
const counted = (count: number, one: string, other: string) => `${grouped(count)} ${count === 1 ? one : other}`;

export const panelSv = {
  profile: {
    label: 'Om dokumentet',
    unsure: (count: number) => `${counted(count, 'uppgift', 'uppgifter')} att kontrollera`,
    title: 'Titel',
    municipality: 'Kommun eller region',
    auditor: 'Revisor',
    date: 'Datum',
    kind: 'Slag',
    diaryNumber: 'Diarienummer',
    kinds: {
      report: 'Granskningsrapport',
      missive: 'Missiv',
      response: 'Svar',
      minutes: 'Protokoll',
      'follow-up': 'Uppföljning',
    },
    missing: 'Hittades inte i texten',
    none: 'Ingen',
    outside: 'Står inte i texten: hämtat ur adressen, filens namn eller sidans egna uppgifter.',
    several: 'Fler revisionsbyråer nämns i dokumentet.',
    unlabelled: 'Kallas inte diarienummer i dokumentet.',
    corrected: 'Rättat av dig.',
    documentSays: (words: string) => `Dokumentet säger: ${words}`,
    documentIsSilent: 'Dokumentet säger inget.',
    asDocument: 'Som dokumentet säger',
    asDocumentFor: (field: string) => `${field}: som dokumentet säger`,
    edit: 'Rätta uppgifterna',
    editHint:
      'Det du rättar sparas med dokumentet. Tomt fält betyder att uppgiften saknas; utan datum gäller dokumentets eget.',
    save: 'Spara rättelserna',
    cancel: 'Avbryt',
    done: 'Uppgifterna är rättade',
    restored: 'Uppgiften är som dokumentet säger',
    unchanged: 'Inget ändrades',
  },
  law: {
    dated: (date: string) => `Daterat ${date}:`,
    estimated: (date: string) =>
      `Inget datum hittades; texten tyder på omkring ${date}. Rätta datumet om fel lag anges:`,
    undated: 'Inget datum hittades. Rätta datumet om fel lag anges:',
    inForce: (name: string, sfs: string) => `${name} betyder ${sfs}, som gällde då`,
    newest: (name: string, sfs: string) => `${name} har lästs som ${sfs}, den senaste`,
    numbered: (name: string, sfs: string) => `${name} betyder ${sfs}, som dokumentet anger`,
    unsure: (name: string, sfs: string) => `${name} har lästs som ${sfs}, osäkert`,
    repealed: (date: string) => `upphävd ${date}`,
    more: (count: number) => `Visa ${counted(count, 'lag', 'lagar')} till`,
    fewer: 'Visa färre lagar',
  },
  repeat: {
    kept: 'Upprepning, redan sparad',
    earlier: 'Upprepning',
    law: 'Lagrummet är redan sparat',
  },
  saveAll: {
    citation: (count: number) => `Spara alla lagrum (${grouped(count)})`,
    recommendation: (count: number) => `Spara alla rekommendationer (${grouped(count)})`,
    citationDone: 'Alla lagrum är sparade',
    recommendationDone: 'Alla rekommendationer är sparade',
    progress: (done: number, total: number) => `Sparar ${grouped(done)} av ${grouped(total)}`,
    saved: (count: number, set: string) => `${counted(count, 'anteckning sparad', 'anteckningar sparade')} i ${set}`,
    repeats: (found: number, repeats: number) =>
      `${grouped(repeats)} av ${grouped(found)} rekommendationer är ${repeats === 1 ? 'en upprepning' : 'upprepningar'}. Var och en sparas en gång.`,
    already: (count: number) => `${grouped(count)} fanns redan`,
    repeated: (count: number) => `${grouped(count)} av dem står på fler ställen och sparades en gång`,
    all: 'Spara alla',
    short: {
      citation: (count: number) => `lagrum (${grouped(count)})`,
      recommendation: (count: number) => `rekommendationer (${grouped(count)})`,
    },
    stop: 'Avbryt',
    stopped: 'resten avbröts',
    failed: (count: number, why: string) =>
      `${counted(count, 'anteckning', 'anteckningar')} sparades, resten inte. ${why}`,
    undone: (count: number) => `${counted(count, 'anteckning borttagen', 'anteckningar borttagna')} igen`,
  },
  set: {
    label: 'Spara i',
    section: 'Samling',
    chosen: (name: string) => `Nytt sparas nu i ${name}`,
  },
  filter: {
    tag: 'Tagg',
    allTags: 'Alla',
    untagged: 'Utan tagg',
    review: 'Att ta ställning till',
    nothing: 'Inget här stämmer med urvalet.',
    showAll: 'Visa allt',
  },
  exportMenu: 'Exportera',
  moreFormats: 'Excel, Word och fler …',
  exportSetGone: (name: string, next: string | undefined) =>
    next === undefined
      ? `Samlingen ”${name}” har tagits bort. Det finns ingen annan att exportera.`
      : `Samlingen ”${name}” har tagits bort. Nu är ”${next}” vald: tryck igen för att exportera den.`,
  limited: (shown: string, total: string) => `De första ${shown} av ${total} visas.`,
  keys: 'Piltangenter går mellan raderna. Tangenterna 1–9 sätter taggar på raden.',
  tagged: (tag: string) => `Taggen ${tag} är satt`,
  untagged: (tag: string) => `Taggen ${tag} är borttagen`,
  noTagOnKey: (key: number) => `Ingen tagg ligger på tangent ${key}.`,
  unreadable: (count: number) =>
    `${counted(count, 'sparad anteckning', 'sparade anteckningar')} i dokumentet kunde inte läsas. Inget är borttaget: biblioteket kan spara dem till en fil, under Lagring.`,
  dismiss: 'Stäng meddelandet',
  revoked: (site: string) =>
    `Du har tagit bort tillståndet att läsa ${site}. Det du har sparat finns kvar. Sidan läses inte av sig själv när den laddas om.`,
  allowAgain: 'Tillåt igen',
  onlyNow: 'Läses bara den här gången.',
  unread: {
    pageTitle: 'Sidan läses inte',
    page: 'Den kan läsas nu. Om Revisionspennan nyss har uppdaterats läses sidan på nytt; det du har sparat finns kvar.',
    read: 'Läs sidan',
    notAllowedTitle: 'Revisionspennan får inte läsa sidan',
    notAllowed: 'Klicka på Revisionspennans knapp i verktygsfältet, så läses den här sidan.',
    notAllowedKeys: (keys: string) =>
      `Klicka på Revisionspennans knapp i verktygsfältet eller tryck ${keys}, så läses den här sidan.`,
    orAlways: 'Eller låt den läsa av sig själv:',
    allowSite: (site: string) => `Alltid på ${site}`,
    allowMunicipal: 'Kommuner och regioner',
    moreChoices: 'Fler val i inställningarna',
    refused: 'Inget ändrades: webbläsaren gav inget tillstånd.',
    browserPageTitle: 'Webbläsarens egen sida',
    browserPage: 'Den kan inget tillägg läsa. Öppna en granskningsrapport på webben, eller en PDF-fil.',
    ownPageTitle: 'Inget dokument är öppet',
    ownPage: 'Öppna en granskningsrapport på webben, eller en PDF-fil.',
    pdfTitle: 'PDF-fil i webbläsarens visare',
    pdf: 'Där når Revisionspennan inte texten. Öppna filen i Revisionspennan, så läses den.',
    openPdf: 'Öppna i Revisionspennan',
    loading: 'Sidan laddas …',
    choosePdf: 'Öppna en PDF-fil',
    emptyTitle: 'Ingen text att läsa',
    empty:
      'Sidan har ingen text, eller visar den i en ram som inte läses. Är det ett dokument, öppna det för sig eller som PDF-fil.',
  },
};
