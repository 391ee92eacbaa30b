export const helpSv = {
  sample: {
    title: 'Pröva på ett exempel',
    about:
      'Rapporten här nedanför är påhittad, men lagrummen i den är verkliga. Det du sparar hamnar i biblioteket, där du kan ta bort det igen.',
    steps: [
      'Klicka på något som är markerat i texten: ett kort säger vad det är.',
      'Välj en tagg, skriv en kommentar om du vill, och spara.',
      'Öppna sidopanelen. Där står allt som hittades i rapporten, och det du har sparat.',
    ],
    openPanel: 'Öppna sidopanelen',
    library: 'Biblioteket',
    guide: 'Handbok',
    noPanel: 'Webbläsaren öppnade inte sidopanelen. Klicka på Revisionspennans knapp i verktygsfältet i stället.',
  },
  page: {
    guide: 'Handbok',
    privacy: 'Integritet',
    windowTitle: (page: string) => `${page} – Revisionspennan`,
    contents: 'Innehåll',
    pages: 'Revisionspennans sidor',
    sample: 'Pröva på ett exempel',
    library: 'Biblioteket',
    options: 'Inställningar',
    otherLanguage: 'In English',
  },
};
