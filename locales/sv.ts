import type { FailureCode } from '../messages/schema';

/** `1 lagrum`, `2 lagrum`: the number with the right form of the word. */
const counted = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

/** True for one page number, false for a list of them. */
const isOne = (pages: string) => !/\D/.test(pages);

export const sv = {
  /** BCP 47, for dates, lists and the pages' own `lang`. */
  language: 'sv' as string,
  kind: {
    citation: 'Lagrum',
    recommendation: 'Rekommendation',
    question: 'Revisionsfråga',
    assessment: 'Bedömning',
    response: 'Svar',
    deadline: 'Svarsdatum',
    selection: 'Markering',
  },
  kinds: {
    citation: 'Lagrum',
    recommendation: 'Rekommendationer',
    question: 'Revisionsfrågor',
    assessment: 'Bedömningar',
    response: 'Svar',
    deadline: 'Svarsdatum',
    selection: 'Egna markeringar',
  },
  card: {
    label: 'Om den markerade texten',
    recommendationTo: (boards: string) => `Rekommendation till ${boards}`,
    deadlineOn: (date: string) => `Svar senast ${date}`,
    deadlineFor: (boards: string) => `från ${boards}`,
    answer: (answer: string) => `Revisorernas svar: ${answer}`,
    summaryAssessment: 'Sammanfattande bedömning',
    unresolved: 'Lagen framgår inte av texten',
    openStatute: 'Öppna lagtexten',
    opensInNewTab: 'öppnas i ny flik',
    repealed: (date: string) => `Upphävd ${date}`,
    replacedBy: (name: string) => `Ersatt av ${name}`,
    counterpart: (names: string) => `Motsvaras närmast av ${names}`,
    certainty: (certainty: string) => `säkerhet: ${certainty}`,
    certaintyOf: { high: 'hög', medium: 'medel', low: 'låg' },
    probablyMissing: 'Lagrummet finns troligen inte',
    slip: 'Troligen felskrivet i dokumentet, läst som det bör ha menats',
    damaged: 'Läst ur skadad text, kontrollera mot originalet',
    doubtful: 'Osäkert vilken lag som avses',
    alsoHere: 'Också här',
    tags: 'Taggar',
    addTag: 'Lägg till tagg',
    removeTag: (tag: string) => `Ta bort taggen ${tag}`,
    comment: 'Kommentar',
    save: 'Spara',
    saveChanges: 'Spara ändringar',
    saving: 'Sparar …',
    saved: 'Sparad',
    remove: 'Ta bort',
    removed: 'Borttagen',
    undo: 'Ångra',
    close: 'Stäng',
    annotateSelection: 'Spara markeringen',
  },
  verdict: {
    placed: 'På sin plats',
    moved: 'Flyttad i dokumentet',
    changed: 'Texten har ändrats',
    ambiguous: 'Finns på flera ställen',
    orphaned: 'Hittas inte i dokumentet',
    pending: 'Söks ännu',
  },
  review: {
    changedHint: 'Stämmer den nya lydelsen med det du sparade?',
    before: 'Sparad lydelse',
    now: 'Lydelse nu',
    removedWords: 'borttaget',
    addedWords: 'tillagt',
    accept: 'Godkänn den nya lydelsen',
    wait: 'Vänta',
    ambiguousHint: 'Samma ord finns på flera ställen. Välj det rätta.',
    choose: 'Välj detta ställe',
    show: 'Visa',
    orphanedHint: 'Texten hittas inte längre. Markera rätt ställe på sidan och fäst anteckningen där.',
    attach: 'Fäst vid markeringen på sidan',
    nothingSelected: 'Markera först texten på sidan.',
    pendingHint: 'Den letas upp när alla sidor är lästa.',
    reattached: 'Anteckningen har fått en ny plats',
  },
  panel: {
    title: 'Revisionspennan',
    loading: 'Läser dokumentet …',
    noDocument:
      'Här läses ingen sida. Öppna en granskningsrapport och klicka på Revisionspennans knapp i verktygsfältet.',
    empty: 'Sidan har ingen text att läsa.',
    nothingFound: 'Inga lagrum eller rekommendationer hittades. Markera text på sidan för att spara den.',
    inThisDocument: 'I dokumentet',
    kept: 'Sparat',
    nothingKept: 'Inget är sparat ännu. Klicka på en markering i texten, eller på Spara här nedan.',
    show: 'Visa',
    all: 'Allt',
    edit: 'Ändra',
    export: 'Exportera samlingen',
    exportJsonLd: 'Exportera som JSON-LD',
    exportCsv: 'Exportera som CSV',
    exported: (count: number) => `${counted(count, 'anteckning exporterad', 'anteckningar exporterade')}`,
    nothingToExport: 'Samlingen är tom: spara något först.',
    counts: (citations: number, recommendations: number) =>
      `${citations} lagrum · ${counted(recommendations, 'rekommendation', 'rekommendationer')}`,
  },
  pages: {
    /** As in a citation. */
    page: (page: number) => `s. ${page}`,
    reading: (page: number, total: number) => `Läser sida ${page} av ${total}`,
    cancel: 'Avbryt läsningen',
    stopped: (read: number, total: number) =>
      `${read} av ${total} sidor är lästa. Det som står på de andra hittas inte.`,
    resume: 'Läs vidare',
    scanned: 'Dokumentet har ingen text att läsa: sidorna är bilder, troligen inskannade.',
    withoutText: (pages: string) =>
      isOne(pages)
        ? `Sida ${pages} har ingen text att läsa, troligen är den inskannad.`
        : `Sidorna ${pages} har ingen text att läsa, troligen är de inskannade.`,
    failed: (pages: string) =>
      isOne(pages) ? `Sida ${pages} kunde inte läsas.` : `Sidorna ${pages} kunde inte läsas.`,
  },
  failure: {
    full: 'Det finns inte plats på datorn. Inget gick förlorat; frigör utrymme och spara igen.',
    closed: 'Webbläsaren har stängt lagringen. Ladda om sidan och spara igen.',
    blocked: 'En annan version av Revisionspennan är öppen. Stäng dess flikar och försök igen.',
    invalid: 'Anteckningen kan inte sparas som den är: någon text är för lång.',
    conflict: 'Anteckningen har ändrats på annat håll. Öppna den igen för att se ändringen.',
    'not-found': 'Anteckningen finns inte längre.',
    unknown: 'Det gick inte att spara. Försök igen.',
    disconnected: 'Revisionspennan har uppdaterats. Ladda om sidan; det som är sparat finns kvar.',
  } satisfies Record<FailureCode, string>,
};
