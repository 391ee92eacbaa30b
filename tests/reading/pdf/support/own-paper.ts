import type { Paper } from './paper';

/** A made-up report with every form that is hard to read in a PDF; the law in it is real. */
export const ownPaper: Paper = {
  title: 'Granskning av renhållningen',
  header: 'Lillköpings kommun – granskning av renhållningen',
  footer: 'Sida #',
  pieces: [
    { kind: 'heading', level: 1, words: 'Granskning av renhållningen' },
    { kind: 'heading', level: 2, words: 'Innehåll' },
    { kind: 'contents', words: '1 Sammanfattning', page: '1' },
    { kind: 'contents', words: '2 Revisionskriterier', page: '2' },
    { kind: 'contents', words: '3 Rekommendationer', page: '3' },
    { kind: 'heading', level: 2, words: '1 Sammanfattning' },
    {
      kind: 'paragraph',
      words:
        'Kommunens förtroendevalda revisorer har granskat hur tekniska nämnden styr och följer upp avfallshanteringen. Hämtningen sköts av en entreprenör, och avtalsuppföljningen är det enda sätt som nämnden har att försäkra sig om att verksamhetsbeskrivningen följs. Granskningen har gjorts genom dokumentstudier och genom intervjuer med förvaltningschefen, avfallsingenjören och två arbetsledare.',
    },
    {
      kind: 'paragraph',
      words:
        'Vår sammanfattande bedömning är att nämnden delvis har en ändamålsenlig uppföljning. Rutinerna är dokumenterade men inte kända av alla, och avvikelserapporteringen når inte nämnden.',
    },
    { kind: 'heading', level: 2, words: '2 Revisionskriterier' },
    {
      kind: 'paragraph',
      words:
        'Nämnden ska enligt 6 kap. 6 § kommunallagen^1^ se till att verksamheten bedrivs enligt fullmäktiges mål. Kommunen ansvarar för kommunalt avfall enligt 15 kap. 20 § miljöbalken, och för avfallsföreskrifterna gäller 15 kap. 41 § miljöbalken.^2^ Allmänhetens insyn regleras i tryckfrihetsförordningen.',
    },
    { kind: 'note', mark: '1', words: 'Kommunallagen (2017:725)' },
    { kind: 'note', mark: '2', words: 'Antagna av kommunfullmäktige den 14 maj 2019' },
    { kind: 'heading', level: 3, words: '2.1 Revisionsfrågor' },
    { kind: 'paragraph', words: 'Granskningen ska besvara följande revisionsfrågor:' },
    { kind: 'item', level: 1, words: 'Finns det aktuella mål för avfallshanteringen?' },
    { kind: 'item', level: 2, words: 'Är målen mätbara och kända i förvaltningens alla enheter?' },
    { kind: 'item', level: 2, words: 'Har målen brutits ned i verksamhetsplanen?' },
    {
      kind: 'item',
      level: 1,
      words:
        'Följer nämnden upp entreprenörens åtaganden enligt avtalet, och dokumenteras uppföljningen på ett sådant sätt att brister kan åtgärdas?',
    },
    { kind: 'heading', level: 2, words: '3 Iakttagelser' },
    {
      kind: 'paragraph',
      words:
        'Entreprenören lämnar en månadsrapport till förvaltningen. Rapporten innehåller antal hämtade kärl, antal uteblivna hämtningar och antal klagomål, men inget om arbetsmiljöförhållandena eller om fordonens drivmedel, trots att båda regleras i avtalet. Avfallsingenjören sammanställer rapporterna i ett kalkylblad som inte diarieförs.',
    },
    {
      kind: 'paragraph',
      words:
        'Förvaltningschefen uppger att nämnden får en muntlig redovisning två gånger om året. Några protokollsanteckningar från redovisningarna finns inte. I internkontrollplanen för året ingår ett kontrollmoment om fakturering, däremot inget om hämtningens kvalitet eller om nedskräpningsärenden.',
    },
    {
      kind: 'paragraph',
      words:
        'Vid granskningstillfället fanns elva återvinningsstationer. Av stickproven framgår att städning har skett enligt schemat vid nio av dem. Vid de två övriga saknas kvittens för tre veckor under sommaren, vilket arbetsledaren förklarar med semesterfrånvaro hos underentreprenören.',
    },
    { kind: 'heading', level: 2, words: '4 Svar på revisionsfrågorna' },
    {
      kind: 'table',
      rows: [
        [['Revisionsfråga'], ['Svar'], ['Bedömning']],
        [['Finns det aktuella mål för avfallshanteringen?'], ['Ja'], ['Målen antogs av fullmäktige i mars.']],
        [
          ['Är målen mätbara och kända i förvaltningens alla enheter?'],
          ['Delvis'],
          [
            'Målen är mätbara. Vid intervjuerna framkom att de är okända för den personal som har tillkommit efter omorganisationen.',
          ],
        ],
        [
          ['Följer nämnden upp entreprenörens åtaganden enligt avtalet?'],
          ['Nej'],
          [
            'Det saknas en dokumenterad uppföljning.',
            'Nämnden har inte heller begärt någon sådan under den granskade perioden.',
          ],
        ],
      ],
    },
    { kind: 'heading', level: 2, words: '5 Rekommendationer' },
    { kind: 'paragraph', words: 'Utifrån granskningen rekommenderar vi tekniska nämnden att:' },
    {
      kind: 'item',
      level: 1,
      words:
        'Säkerställa att entreprenörens åtaganden följs upp minst två gånger om året och att uppföljningen dokumenteras.',
    },
    { kind: 'item', level: 1, words: 'Tillse att avvikelser rapporteras till nämnden.' },
    {
      kind: 'item',
      level: 1,
      words:
        'Upprätta en informationsplan för nyanställda. Planen bör beskriva målen, ansvarsfördelningen mellan förvaltningen och entreprenören samt var avfallsföreskrifterna finns att läsa.',
    },
    {
      kind: 'paragraph',
      words: 'Yttrandet ska vara revisorerna tillhanda senast den 20 maj 2026.',
    },
  ],
};
