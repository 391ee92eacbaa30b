/** A second report for the pictures, so that the library has more than one document. Made up; the law in it is real. */
export const SECOND_REPORT = `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Granskning av ärendeberedningen – Lindhaga kommun</title></head>
<body><main>
<p>Revisionsrapport</p>
<h1>Granskning av ärendeberedningen</h1>
<p>Lindhaga kommun</p>
<p>Datum: 2024-10-02. Diarienummer: REV 2024/011. Utförd av Lindved Revision AB.</p>
<h2>Revisionskriterier</h2>
<p>Granskningen utgår från 6 kap. 6 § kommunallagen (2017:725) och från 5 och 23 §§ förvaltningslagen (2017:900).</p>
<h2>Bedömning</h2>
<p>Vår bedömning är att kommunstyrelsen i huvudsak har ordnat beredningen av ärenden på ett ändamålsenligt sätt.</p>
<h2>Rekommendationer</h2>
<p>Vi rekommenderar kommunstyrelsen att:</p>
<ul>
<li>Fastställa vilka underlag som ska finnas innan ett ärende tas upp.</li>
<li>Följa upp att besluten verkställs inom den tid som har beslutats.</li>
<li>Utbilda handläggarna i hur en tjänsteskrivelse skrivs.</li>
</ul>
<p>Svar ska ha kommit in till revisionen senast den 15 januari 2025.</p>
</main></body></html>`;
