/** `1 webbplats`, `2 webbplatser`. */
const sitesOf = (count: number) => `${count} ${count === 1 ? 'webbplats' : 'webbplatser'}`;

export const optionsSv = {
  /** BCP 47, for numbers. */
  language: 'sv' as string,
  windowTitle: 'Inställningar – Revisionspennan',
  title: 'Inställningar för Revisionspennan',
  failed: 'Inställningarna kan inte läsas eller sparas just nu. Ladda om sidan och försök igen.',
  languageTitle: 'Språk',
  languageLabel: 'Revisionspennans språk',
  languageAbout: 'Gäller genast, också i sidopanelen, i biblioteket och på sidor som är öppna.',
  languages: { auto: 'Som webbläsaren', sv: 'Svenska', en: 'Engelska' },
  sites: {
    title: 'Var Revisionspennan läser av sig själv',
    now: (places: string) => `Läser nu av sig själv på ${places}. Andra sidor läses när du klickar.`,
    nowClick: 'Läser nu bara när du klickar på knappen i verktygsfältet.',
    nowEverywhere: 'Läser nu av sig själv på alla webbplatser.',
    nowMunicipal: (count: number) => `${sitesOf(count)} hos kommuner och regioner`,
    nowOwn: (count: number) => `${sitesOf(count)} som du har valt`,
    municipal: 'Kommuners och regioners webbplatser',
    municipalAbout: (count: number) =>
      `290 kommuner och 21 regioner, och portalen Netpublicator som flera av dem delar: ${count} adresser med sina underadresser. Andra leverantörers portaler lägger du till själv här nedanför.`,
    allowMunicipal: 'Tillåt kommuner och regioner',
    allowRest: 'Tillåt resten',
    granted: (count: number, all: number) => `${count} av ${all} är tillåtna.`,
    removeMunicipal: 'Ta bort kommuner och regioner',
    own: 'Webbplatser som du väljer',
    ownAbout: 'En webbplats med sina underadresser, till exempel revisionsbyråns eller en portals.',
    address: 'Webbplatsens adress',
    add: 'Lägg till',
    noAddress: 'Det är ingen webbadress. Skriv den som exempel.se, eller klistra in den från adressfältet.',
    remove: 'Ta bort',
    removeSite: (site: string) => `Ta bort ${site}`,
    everywhere: 'Alla webbplatser',
    everywhereAbout: 'Varje sida som du öppnar läses. Det som läses lämnar inte datorn här heller.',
    allowEverywhere: 'Tillåt alla webbplatser',
    removeEverywhere: 'Ta bort alla webbplatser',
    included: 'Ingår redan, eftersom alla webbplatser är tillåtna.',
    click: 'Bara när jag klickar',
    clickAbout:
      'Knappen i verktygsfältet läser den sida du är på, utan något tillstånd. Det gäller alltid där inget annat är tillåtet.',
    removeAll: 'Ta bort alla tillstånd',
    allowed: 'Tillåtet. Sidor som redan är öppna läses nu.',
    refused: 'Inget ändrades: webbläsaren gav inget tillstånd.',
    removed: 'Tillståndet är borttaget. Öppna sidor glömmer det när de laddas om.',
    notRemoved: 'Webbläsaren tog inte bort tillståndet. Ändra det i webbläsarens inställningar för tillägg.',
  },
  reading: {
    title: 'Markeringar i texten',
    kindsAbout: 'Det som inte märks ut finns ändå i sidopanelen. Det du har sparat märks alltid ut.',
  },
  pdf: {
    title: 'PDF-filer',
    openHere: 'Öppna PDF-filer från tillåtna webbplatser i Revisionspennan',
    openHereAbout: 'Andra PDF-filer öppnar du med knappen i verktygsfältet, eller genom att högerklicka på länken.',
    cannotOpenHere:
      'Den här webbläsaren låter inget tillägg öppna PDF-filer av sig självt. Öppna dem med knappen i verktygsfältet, eller genom att högerklicka på länken.',
    darkPages: 'Visa sidorna ljust på mörkt',
  },
  storage: {
    title: 'Det du har sparat',
    about: 'Allt sparas i webbläsaren på den här datorn och skickas ingenstans.',
    used: (size: string) => `Upptar ${size}.`,
    persistent: 'Webbläsaren behåller anteckningarna även när datorn får ont om plats.',
    notPersistent:
      'Webbläsaren kan ta bort anteckningarna om datorn får ont om plats. Spara en säkerhetskopia då och då.',
    library: 'Öppna biblioteket',
    tags: 'Ordna taggarna',
    backup: 'Lagring och säkerhetskopia',
  },
  welcome: {
    windowTitle: 'Välkommen till Revisionspennan',
    title: 'Revisionspennan är klar att använda',
    does: 'Revisionspennan läser kommunala granskningsrapporter, missiv, svar och protokoll med dig, och märker ut lagrum, rekommendationer och revisionsfrågor i texten.',
    keeps:
      'Det du sparar får taggar och kommentarer, hittas igen när du kommer tillbaka, och kan tas ut till Excel, Word och andra program.',
    stays: 'Inget lämnar webbläsaren: det finns inget konto, ingen server och ingen statistik.',
    choose: 'Välj var den läser av sig själv',
    chooseAbout:
      'Du behöver inte välja något. Webbläsaren frågar dig innan något tillåts, och du kan ändra dig när som helst i inställningarna. I frågan står det ”läsa och ändra” eller ”åtkomst till dina uppgifter”, som för alla tillägg: Revisionspennan läser, och ändrar inget på sidorna.',
    begin: 'Så börjar du',
    beginAbout:
      'Öppna en granskningsrapport, som webbsida eller PDF, och klicka på Revisionspennans knapp i verktygsfältet. Klicka sedan på en markering i texten, eller markera text själv.',
    pin: 'Syns inte knappen? Den ligger bakom pusselbiten i verktygsfältet. Där kan du också fästa den.',
    options: 'Alla inställningar',
    openViewer: 'Öppna en PDF-fil',
    sample: 'Pröva på ett exempel',
    guide: 'Läs handboken',
    privacy: 'Så skyddas det du läser och sparar',
  },
  help: {
    title: 'Hjälp',
    guide: 'Handbok',
    sample: 'Pröva på ett exempel',
    privacy: 'Integritet',
  },
};
