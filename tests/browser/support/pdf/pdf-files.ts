import { makePdf, type PagePlan } from './make-pdf';

/** The files of the viewer's tests, with words of their own. */

export const PAGES = 12;
export const TITLE = 'Granskning av renhållningen i Lillköping';

const page = (number: number): PagePlan => ({
  lines: [
    `Sida ${number}: renhållning och avfall`,
    'Kommunens revisorer har granskat hur avfallet hämtas.',
    number % 4 === 0 ? 'Ordet myrstack står bara på var fjärde sida.' : 'Hämtningen sker varannan vecka.',
    'Nämnden följer upp avtalet med entreprenören.',
  ],
});

/** A report of twelve pages with contents, a link to the web and one to its last page. */
export const report = (): Buffer =>
  makePdf({
    title: TITLE,
    outline: [
      { title: 'Sammanfattning', page: 1 },
      { title: 'Iakttagelser', page: 5 },
      { title: 'Slutsats', page: PAGES },
    ],
    pages: Array.from({ length: PAGES }, (_, index) => ({
      ...page(index + 1),
      ...(index === 0 && {
        lines: [...(page(1).lines ?? []), 'Läs mer på kommunens webbplats', 'Till slutsatsen'],
        links: [
          { line: 4, to: 'https://www.example.org/renhallning' },
          { line: 5, to: PAGES },
        ],
      }),
    })),
  });

/** A document that wants to run a script, with a form. */
export const scripted = (): Buffer =>
  makePdf({
    title: 'Med skript',
    script: "app.alert('skriptet kördes'); this.submitForm('http://127.0.0.1/skript');",
    pages: [{ lines: ['Blanketten nedan fylls i på papper.'], field: 'namn' }],
  });

export const PASSWORD = 'hemligt';
export const locked = (): Buffer =>
  makePdf({ title: 'Låst', password: PASSWORD, pages: [{ lines: ['Det som stod bakom lösenordet.'] }] });

/** Many pages of a few lines each. */
export const long = (pages: number, ballast = 0): Buffer =>
  makePdf({ title: 'Lång handling', pages: Array.from({ length: pages }, (_, index) => page(index + 1)), ballast });

/** One page with very many pieces of text, as drawings of road maps have them. */
export const dense = (items: number): Buffer =>
  makePdf({
    title: 'Tät sida',
    pages: [{ height: 14_000, lines: Array.from({ length: items }, (_, index) => `x${index % 90}`) }],
  });

/** Cut in the middle, of a kind that has a trailer at its beginning, as files made for the web do: first pages can be read. */
export const truncated = (): Buffer => {
  const whole = report();
  const firstObject = whole.indexOf('1 0 obj');
  const parts = [
    whole.subarray(0, firstObject),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n'),
    whole.subarray(firstObject),
  ];
  return Buffer.concat(parts).subarray(0, whole.length / 2);
};

/** Begins and ends as a PDF does, with rubbish between. */
export const broken = (): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30_000, 'trasig '), Buffer.from('\nstartxref\n99\n%%EOF\n')]);
