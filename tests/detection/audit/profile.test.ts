import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { DocumentHints } from '../../../detection/types';
import { readText } from '../../../reading/text';

function profileOf(text: string, hints: DocumentHints = {}) {
  return detectNow(readText(text), hints).profile;
}

describe('the document profile', () => {
  it('reads a cover', () => {
    expect(
      profileOf(
        'Granskning av bygglov\nRevisionsrapport\n\nArboga kommun\n\nKPMG AB\n\n2021-05-04\n\nDnr KS 2021/12\n\nSammanfattning\n\nTexten börjar här och är ganska kort.\n',
      ),
    ).toEqual({
      title: 'Granskning av bygglov',
      municipality: 'Arboga',
      auditor: 'KPMG',
      date: '2021-05-04',
      kind: 'report',
      diaryNumber: 'KS 2021/12',
    });
  });

  it("takes what stands below a word for the kind of document as its title, and nobody's name", () => {
    const cover =
      '# Revisionsrapport\n\nVatten och avlopp i ytterområdena\n\n### Nora kommun\n\n### Karin Ståhl, Revisionsbolaget Norr AB\n\n2022-03-01\n\n## Innehåll\n\nTexten börjar.\n';
    expect(profileOf(cover).title).toBe('Vatten och avlopp i ytterområdena');
    expect(profileOf('### Karin Ståhl, Revisionsbolaget Norr AB\n\nTexten börjar här.\n').title).toBeUndefined();
  });

  it('reads the law of the month that stands alone on the cover, not of another date in the text', () => {
    const text = (cover: string) =>
      `Revisionsrapport\nGranskning av inköp\nRagunda kommun\n\n${cover}\n\nSammanfattning\n\nVi har granskat inköpen.\n\nPolicy för dem\n2016-02-11\n\nStyrelsen följer 19 kap. 1 § LOU.\n`;
    for (const cover of ['Mars 2019', 'Östersund, mars 2019']) {
      const { profile, passages } = detectNow(readText(text(cover)));
      expect(profile.date).toBeUndefined();
      const provisions = passages.flatMap((passage) => (passage.kind === 'citation' ? passage.provisions : []));
      expect(provisions.map(({ sfs }) => sfs)).toEqual(['2016:1145']);
    }
    expect(profileOf(text('Februari 2016')).date).toBe('2016-02-11');
    expect(profileOf(text('Uppföljning av granskningen från mars 2012')).date).toBe('2016-02-11');
  });

  it.each([
    ['Perstorps kommuns revisorer har granskat skolan.', 'Perstorp'],
    ['Revisorerna i Borås Stad har granskat skolan.', 'Borås'],
    ['Granskning i Tyreso kommun', 'Tyresö'],
    ['Falu kommuns revisorer', 'Falun'],
    ['EKSJÖ KOMMUN', 'Eksjö'],
    ['Region Skånes revisorer har granskat vården.', 'Region Skåne'],
    ['Västra Götalandsregionens revisorer', 'Västra Götalandsregionen'],
    ['REGION JÖNKÖPINGS LÄN\nREVISORERNA', 'Region Jönköpings län'],
    ['Avtalet omfattar Osby kommun. Osby kommun betalar. Kristianstads kommuns revisorer granskar.', 'Kristianstad'],
  ])('finds whose %j is', (text, municipality) => {
    expect(profileOf(text).municipality).toBe(municipality);
  });

  it.each(['Granskning i Ekhamra kommun', 'Alla kommuner ska ha en plan.', 'I Vara finns allt. Mark är jord.'])(
    'guesses no municipality from %j',
    (text) => {
      expect(profileOf(text).municipality).toBeUndefined();
    },
  );

  it('takes the municipality from the site that the cover prints when the text names none', () => {
    expect(profileOf('Revisionen\nwww.herjedalen.se/revision\n\nGranskning av skolan').municipality).toBe('Härjedalen');
    expect(profileOf('Granskning av skolan\nrevisor@herjedalen.se').municipality).toBeUndefined();
  });

  it('takes the municipality from the address when the text names none', () => {
    expect(profileOf('Granskning av skolan', { url: 'https://www.herjedalen.se/a.html' }).municipality).toBe(
      'Härjedalen',
    );
    expect(profileOf('Granskning av skolan', { url: 'https://example.org/' }).municipality).toBeUndefined();
  });

  it.each([
    ['Datum: 2024-09-18\n\nText.', '2024-09-18'],
    ['Datum Diarienummer\n2023-03-10 2023/BUN 0148\n\nText.', '2023-03-10'],
    ['Utredare 2023-03-10 2023/BUN 0148\nMottagare\n\nText.', '2023-03-10'],
    ['Rapport\n\n24 november 2021\n\nText.', '2021-11-24'],
    ['Rapporten är klar.\n\nLund den 12 februari 2024\n\nKarin Ståhl', '2024-02-12'],
    ['Svar senast 2025-05-20.\n\nLagen gäller från 2018-01-01.', undefined],
    ['Policyn antagen 2019-02-03\n\nText.', undefined],
    ['Mars 2023\n\nText.', undefined],
    ['Mars 2023\n\nRevisorerna i grupp 2 har den 28 mars 2023 behandlat bifogad rapport.', '2023-03-28'],
    ['Revisorerna har granskat det som nämnden den 28 mars 2023 behandlat i ärendet om taxan.', undefined],
    ['Revisorerna i grupp 3 behandlade den 9 maj 2017 bifogad granskningsrapport.', '2017-05-09'],
    ['Revisorerna noterar att nämnden behandlade den 9 maj 2017 års första taxa.', undefined],
    ['Köpen har ökat kraftigt. Den 1 april 2017 fick Lekstorp\nTvå nya enheter.\n\nLund den 2 maj 2019', '2019-05-02'],
    ['Köpen ökade den 1 april 2017 när\nnämnden fick två enheter.\n\nLund den 2 maj 2019', '2019-05-02'],
    ['Delårsrapport per 2021-08-31\n\nText.\n\nLund den 2 maj 2019', '2019-05-02'],
    ['Perioden\n2015-01-01 – 2015-12-31\n\nLund den 2 maj 2019', '2019-05-02'],
    ['Möten har skett\nden 3 februari 2017\noch framåt.\n\nLund den 2 maj 2019', '2019-05-02'],
    ['Tisdagen den 9 april 2024\nkl 13:15–16:40\nStadshuset', '2024-04-09'],
    ['Granskning av baden\n2024-04-09\ndnr 2024/12', '2024-04-09'],
    ['Granskning av baden\n2024-04-09\nazets.se', '2024-04-09'],
    ['Lund den 2 maj 2019\n\nUnderlag\n• Reglemente 2016-01-20', '2019-05-02'],
    ['Den 9 maj 2017 behandlade revisorerna bifogad rapport.', '2017-05-09'],
    ['Revisorerna beslutade den 9 maj 2017 att överlämna rapporten.', '2017-05-09'],
    ['Protokoll\n2024-04-09\n\n§ 1\n\nUnderlag\nTjänsteskrivelse daterad 2024-03-14', '2024-04-09'],
    ['Sammanträdesprotokoll kommunfullmäktige 2016-04-25\n\nPublicerad 2 maj 2016', '2016-04-25'],
    ['Utkast 2023-05-30\nFastställd: 2023-06-12\n\nText.', '2023-06-12'],
    ['Utkast 2023-05-30\nFastställd 2019-06-12, reviderad 2020-01-03\n\nText.', '2023-05-30'],
    ['Den 1 april 2017 upphörde\n\nLund den 2 maj 2019', '2019-05-02'],
  ])('settles the date of %j', (text, date) => {
    expect(profileOf(text).date).toBe(date);
  });

  it('prefers what is known, then the text, then the file name, then the metadata', () => {
    const text = 'Datum: 2024-09-18\n\nText.';
    expect(profileOf(text, { date: '2020-01-01' }).date).toBe('2020-01-01');
    expect(profileOf(text, { fileName: 'rapport 2019-03-04.pdf', metadataDates: ['2022-02-02'] }).date).toBe(
      '2024-09-18',
    );
    expect(profileOf('Text.', { fileName: 'rapport 2019-03-04.pdf', metadataDates: ['2022-02-02'] }).date).toBe(
      '2019-03-04',
    );
    expect(profileOf('Text.', { metadataDates: ['2022-02-02'] }).date).toBe('2022-02-02');
  });

  it.each([
    ['Missiv\n\nVi överlämnar rapporten.', 'missive'],
    ['Revisionsrapport\n\nVi överlämnar rapporten för yttrande.\n\nSvar lämnas i maj.', 'missive'],
    // A short report that has its letter bound in.
    [
      'Revisionsrapport\n\nVi överlämnar rapporten för yttrande.\n\n1.3 Revisionskriterier\n\nKommunallagen.\n\n1.4 Metod\n\nIntervjuer.',
      'report',
    ],
    ['Svar på revisorernas granskning\n\nText.', 'response'],
    ['Sammanträdesprotokoll\nKommunstyrelsen\n\n§ 1 Text.', 'minutes'],
    ['Uppföljande granskning av skolan\n\nText.', 'follow-up'],
    ['Granskning av skolan\nRevisionsrapport\n\nText.', 'report'],
    ['Granskningsredogörelse 2023\n\nUppföljning av tidigare rekommendationer\n\nText.', 'report'],
    ['Tjänsteutlåtande 1 (5)\n\nText.', 'response'],
    ['Yttrande till stadsrevisionen över granskning av skolan\n\nText.', 'response'],
    ['Uppföljande granskning av årsredogörelsen\n\nText.', 'follow-up'],
    ['En text om ingenting.', undefined],
  ])('knows the kind of %j', (text, kind) => {
    expect(profileOf(text).kind).toBe(kind);
  });

  it('does not read a line that its limit cuts', () => {
    const cover = 'Revisionsrapport\n\nFördjupad granskning av baden\n\nInnehåll\n';
    for (let dots = 600; dots < 660; dots++)
      expect(profileOf(`${cover}${'.'.repeat(dots)}\n3. Svar på revisionsfrågorna\n\nText.\n`).kind).toBe('report');
  });

  it('takes no bare kind of audit for the title', () => {
    const cover =
      'Projektrapport nr 7/2017\n\n# Stadens styrning av markanvisningar\n\nFördjupad granskning\n\nRevisionskontorets granskningar\n\nInnehåll\n';
    expect(profileOf(cover).title).toBe('Stadens styrning av markanvisningar');
  });

  it('lets a cover’s month settle the law, without giving it as the date', () => {
    const detection = detectNow(
      readText('Granskning av placeringar\n\nMars 2023\n\nEnligt 5 kap. 1 § socialtjänstlagen gäller detta.\n'),
    );
    expect(detection.profile.date).toBeUndefined();
    const citation = detection.passages.find((passage) => passage.kind === 'citation');
    expect(citation?.kind === 'citation' && citation.provisions[0]?.sfs).toBe('2001:453');
  });

  it.each([
    ['Kriterier: SOSFS 2011:9 och HSLF-FS 2017:37\n\nDiarienummer: ON 2025/0231', 'ON 2025/0231'],
    ['Enligt SOSFS 2011:9 ska ledningssystem finnas.', undefined],
    ['Dnr REV 20-0117\n\nGranskning', 'REV 20-0117'],
    ['Diarienummer N161-0342/23\n\nYttrande', 'N161-0342/23'],
    [
      'Granskning av hamnen\n\nFordonen köptes enligt avtalet som kommunen tecknade med en åkare i maj (dnr 2018:112) och det gäller i fyra år.',
      undefined,
    ],
    ['§ 44 (dnr KS 2025/12)\n\nSvar på granskning', 'KS 2025/12'],
    ['Kriterier: LSS 1993:387 och LUF 2016:1146.', undefined],
    ['Kriterier: LSS 1993:387. Ärendet är KS 2022:123.', 'KS 2022:123'],
  ])('reads the diary number of %j', (text, number) => {
    expect(profileOf(text).diaryNumber).toBe(number);
  });

  const below = `Nämnden svarar på granskningen. ${'Här står mer om svaret. '.repeat(200)}`;
  it.each([
    [`${below}\n\nDiarienummer: ON 2025/0231\n`, 'ON 2025/0231'],
    [`${below}\n\n**Ärendenummer**\nKS 2024/00321\n`, 'KS 2024/00321'],
    [`${below}\n\nDnr KS 2020/12\nDnr KS 2021/14\n`, undefined],
    [`${below}\n\nNämnden hänvisar till dnr KS 2020/12 om taxan.\n`, undefined],
  ])('reads the diary number below a text', (text, number) => {
    expect(profileOf(text).diaryNumber).toBe(number);
  });

  it.each([
    ['Protokoll\nKommunstyrelsen\n2024-03-05\n\n§ 45 Svar på granskning av taxor\n', 'Protokoll Kommunstyrelsen'],
    [
      'Tekniska nämnden\nProtokollsutdrag\n2024-05-06\n\n§ 4\nGranskning av hamnen\n',
      'Tekniska nämnden Protokollsutdrag',
    ],
    [
      '# Protokoll för socialnämnden den 5 mars 2024\n\n## Yttrande över granskning\n',
      'Protokoll för socialnämnden den 5 mars 2024',
    ],
    ['SAMMANTRÄDESPROTOKOLL\n\nPlats och tid: Rådhuset\n\n§ 2 Granskning av skolan\n', 'SAMMANTRÄDESPROTOKOLL'],
  ])('takes the title of minutes from their head: %j', (text, title) => {
    expect(profileOf(text)).toMatchObject({ kind: 'minutes', title });
  });

  it('takes the title of a page for minutes that say no more than that they are minutes', () => {
    const text = 'Sammanträdesprotokoll\n\nPlats och tid: Rådhuset\n';
    expect(profileOf(text, { title: 'Protokoll KS 5 mars' }).title).toBe('Protokoll KS 5 mars');
  });

  it('takes the way to a page for no title, and a hired hand for no auditor', () => {
    const page =
      'Du är här: [Start](/) / [Revision](/revision) / Granskning av hamnen\n\n# Granskning av hamnens underhåll\n\nRevisionskontoret har granskat hamnen med stöd av sakkunnigt biträde från Helseplan. Helseplan AB bistod.\n\nRevisionskontoret svarar för bedömningarna.\n';
    expect(profileOf(page)).toMatchObject({
      title: 'Granskning av hamnens underhåll',
      auditor: 'Revisionskontoret',
    });
  });

  it('knows a letter that asks a board for its answer', () => {
    const letter = (ask: string) =>
      `Lekmannarevisorerna\n2022-03-07\n\nTill styrelsen i Ekvalla Hamn AB\n\nGranskning av inköp\n\nVi har granskat bolagets inköp. ${ask}\n`;
    expect(profileOf(letter('Vi önskar styrelsens svar senast den 1 maj.')).kind).toBe('missive');
    expect(profileOf(letter('Avtalen är i ordning.')).kind).toBe('report');
  });

  it.each(['Hem / Revision / Granskning av hamnen', 'Politik › Revision › Granskning av hamnen'])(
    'takes the way to a page that no link marks for no title: %s',
    (way) => expect(profileOf(`${way}\n\n# Granskning av kajerna\n\nText.\n`).title).toBe('Granskning av kajerna'),
  );

  it('goes on with a title that a line end cut, and keeps what is whole apart', () => {
    expect(profileOf('Revisionsrapport\nGranskning av\nstyrning och\nkontroll\nNora kommun\n\nMaj 2022\n').title).toBe(
      'Granskning av styrning och kontroll',
    );
    expect(profileOf('Revisionsrapport\nGranskning av arkivet\nNora kommun\n\nMaj 2022\n').title).toBe(
      'Granskning av arkivet',
    );
  });

  it.each([
    ['Dnr: 19HSN204', '19HSN204'],
    ['Dnr 0231/20', '0231/20'],
    ['Diarienummer 2023KS88', '2023KS88'],
    ['Läsåret 19HSN204 och 0231/20', undefined],
  ])('reads numbers that are called so: %s', (line, number) =>
    expect(profileOf(`Granskning av hamnen\n${line}\n\nTexten börjar här.\n`).diaryNumber).toBe(number),
  );

  it('knows a board’s answer that begins with the board', () => {
    expect(profileOf('Idrotts- och fritidsnämndens yttrande över granskning av hallen\n\nText.\n').kind).toBe(
      'response',
    );
    expect(profileOf('Granskningspromemoria nr 4/2019\n\nText om hallen.\n').kind).toBe('report');
  });
});
