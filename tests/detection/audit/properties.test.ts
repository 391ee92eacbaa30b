import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectNow } from '../../../detection';
import type { Passage, PassageKind } from '../../../detection/types';
import { readText } from '../../../reading/text';

const RUNS = 150;

function found<Kind extends PassageKind>(text: string, kind: Kind): Extract<Passage, { kind: Kind }>[] {
  return detectNow(readText(text)).passages.filter(
    (passage): passage is Extract<Passage, { kind: Kind }> => passage.kind === kind,
  );
}
const wordsOf = (text: string, { start, end }: { start: number; end: number }): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/[.,;]?(?: (?:samt|och))?$/, '');

const board = fc.constantFrom('socialnämnden', 'kommunstyrelsen', 'barn- och utbildningsnämnden', 'tekniska nämnden');
const advice = fc.constantFrom(
  'säkerställa att rutinerna följs',
  'upprätta en plan för underhållet',
  'stärka den interna kontrollen',
  'tydliggöra ansvaret mellan enheterna',
  'följa upp avtalen varje år',
  'genomföra en riskanalys inför budgeten',
);
const list = fc.uniqueArray(advice, { minLength: 2, maxLength: 5 });
const bullet = fc.constantFrom(
  () => '- ',
  () => '• ',
  () => '► ',
  (k: number) => `${k + 1}. `,
  (k: number) => `${k + 1}) `,
  (k: number) => `${'abcdefgh'[k]}) `,
);
const lead = fc.constantFrom(
  (name: string) => `Utifrån vår granskning rekommenderar vi ${name} att:`,
  (name: string) => `Vi rekommenderar ${name} att`,
  (name: string) => `Mot bakgrund av granskningen lämnar vi följande rekommendationer till ${name}:`,
  (name: string) => `Efter genomförd granskning rekommenderas ${name} att:`,
);

/** What layout and conversion do to a text; what is read is the same. */
const damage = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
  (text: string) =>
    text
      .replace(/(?<=\p{L} )(?=\p{L})/gu, (_, at: number) => (at % 3 === 0 ? '\u00a0' : ''))
      .replaceAll(' \u00a0', '\u00a0'),
  (text: string) => text.replace(/(\p{L}{4})(?=\p{L}{4})/gu, '$1\u00ad'),
  (text: string) => text.replace(/(?<=\p{Ll}{3}) (?=(?:den|vår|vi|ett|en|den|inför|mellan|för|varje) )/gu, '\n'),
  (text: string) => text.normalize('NFD'),
);
const healed = (words: string): string => words.replaceAll('\u00ad', '').normalize('NFC');

describe('recommendations made from the forms are read back', () => {
  it('items below a lead-in, with their addressee', () => {
    fc.assert(
      fc.property(
        board,
        list,
        bullet,
        lead,
        fc.constantFrom('', '.', ','),
        damage,
        (name, items, sign, announce, stop, spoil) => {
          const lines = items.map((item, k) => `${sign(k)}${item.charAt(0).toUpperCase()}${item.slice(1)}${stop}`);
          const text = spoil(
            `Rekommendationer\n\n${announce(name)}\n${lines.join('\n')}\n\nBilaga\n\nVi har intervjuat chefer.\n`,
          );
          const passages = found(text, 'recommendation');
          expect(passages.map((one) => healed(wordsOf(text, one)).toLowerCase())).toEqual(items);
          for (const { addressees } of passages) expect(addressees).toEqual([name]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('the same list in summary and conclusion is known to be the same', () => {
    fc.assert(
      fc.property(board, list, bullet, bullet, lead, lead, (name, items, first, second, above, below) => {
        const lines = (sign: (k: number) => string) => items.map((item, k) => `${sign(k)}${item}`).join('\n');
        const text = `Sammanfattning\n\n${above(name)}\n${lines(first)}\n\n2 Iakttagelser\n\nVi har granskat akter.\n\n3 Slutsats\n\n${below(name)}\n${lines(second)}\n`;
        const same = found(text, 'recommendation').map((one) => one.same);
        expect(same).toHaveLength(2 * items.length);
        expect(same.slice(0, items.length)).toEqual(same.slice(items.length));
        expect(new Set(same).size).toBe(items.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('answers below each are tied to it', () => {
    const label = fc.constantFrom('Svar', 'Nämndens svar', 'Förvaltningens kommentar', 'Åtgärd', 'Planerade åtgärder');
    const answer = fc.constantFrom('Arbetet är påbörjat.', 'Nämnden delar inte bedömningen.', 'En plan antas i höst.');
    fc.assert(
      fc.property(
        list,
        label,
        fc.array(answer, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (items, word, answers, apart) => {
          const rows = items.map((item, k) => `${k + 1}. Att ${item}\n${apart ? '\n' : ''}${word}: ${answers[k]}\n`);
          const text = `Svar på granskning av avgifter\nMiljönämnden\n\n${rows.join('\n')}`;
          expect(
            found(text, 'response').map(({ answers: at }) =>
              text
                .slice(at)
                .replace(/^\d\. /, '')
                .slice(0, 12),
            ),
          ).toEqual(items.map((item) => `Att ${item}`.slice(0, 12)));
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('others’ advice is none', () => {
  const other = fc.constantFrom(
    'Socialstyrelsens rekommendationer har inte följts.',
    'Enligt rekommendationer från SKR bör kommuner ha en policy.',
    'Kommunstyrelsen rekommenderar kommunfullmäktige att anta planen.',
    'I rapporten lämnar vi rekommendationer.',
    'De rekommendationer som redovisas nedan är våra.',
    'Folkhälsomyndighetens allmänna råd anger vad kommunen bör göra.',
  );
  it('in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(other, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', '\n\n'), (all, joint) => {
        expect(found(`Granskning av avgifter\n\n2 Iakttagelser\n\n${all.join(joint)}\n`, 'recommendation')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('deadlines', () => {
  const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
  const day = fc.record({
    year: fc.integer({ min: 2014, max: 2026 }),
    month: fc.nat(11),
    date: fc.integer({ min: 1, max: 28 }),
  });
  const two = (n: number): string => String(n).padStart(2, '0');
  const form = fc.constantFrom(
    (y: number, m: number, d: number) => `${y}-${two(m + 1)}-${two(d)}`,
    (y: number, m: number, d: number) => `den ${d} ${MONTHS[m]} ${y}`,
    (y: number, m: number, d: number) => `${d} ${MONTHS[m]} ${y}`,
    (y: number, m: number, d: number) => `${d}/${m + 1} ${y}`,
  );
  const sentence = fc.constantFrom(
    (who: string, date: string) => `Revisorerna önskar svar från ${who} senast ${date}.`,
    (who: string, date: string) => `Svar från ${who} ska vara revisorerna tillhanda senast ${date}.`,
    (who: string, date: string) => `Vi emotser yttrande från ${who} senast ${date}.`,
  );
  it('in any form of date, with whom they are for', () => {
    fc.assert(
      fc.property(day, form, sentence, board, ({ year, month, date }, print, say, name) => {
        const text = `Missiv\nTill ${name}\n\nRevisorerna har granskat avgifterna.\n\n${say(name, print(year, month, date))}\n`;
        expect(found(text, 'deadline').map((one) => [one.date, one.addressees])).toEqual([
          [`${year}-${two(month + 1)}-${two(date)}`, [name]],
        ]);
      }),
      { numRuns: RUNS },
    );
  });

  it('every board its own', () => {
    const boards = fc.uniqueArray(board, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(boards, form, fc.integer({ min: 2014, max: 2026 }), (names, print, year) => {
        const each = names.map((name, k) => `från ${name} senast ${print(year, k + 2, 10 + k)}`);
        const text = `Missiv\n\nRevisorerna önskar svar ${each.slice(0, -1).join(', ')} och ${each.at(-1)}.\n`;
        expect(found(text, 'deadline').map((one) => [one.date, one.addressees])).toEqual(
          names.map((name, k) => [`${year}-${two(k + 3)}-${10 + k}`, [name]]),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

describe('questions and their answers', () => {
  const question = fc.constantFrom(
    'Finns det aktuella rutiner?',
    'Är ansvaret tydligt fördelat?',
    'Följs besluten upp?',
    'Sker kontroller enligt plan?',
    'Har nämnden antagit mål?',
  );
  const answer = fc.constantFrom('Ja', 'Nej', 'Delvis', 'I huvudsak', 'Till viss del', 'Till övervägande del');
  it('in rows, in lines and below each', () => {
    const form = fc.constantFrom(
      (q: string, a: string) => `${q}\n${a}.\n\n`,
      (q: string, a: string) => `${q}\n\nSvar: ${a}.\n\n`,
      (q: string, a: string) => `${q} ${a}.\n`,
      (q: string, a: string) => `| ${q} | ${a} |\n`,
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(question, { minLength: 2, maxLength: 5 }),
        fc.array(answer, { minLength: 5, maxLength: 5 }),
        form,
        (all, answers, print) => {
          const rows = all.map((q, k) => print(q, answers[k] as string)).join('');
          const head = rows.startsWith('|') ? '| Revisionsfråga | Svar |\n|---|---|\n' : '';
          const text = `Granskning av avgifter\n\n4 Svar på revisionsfrågor\n\n${head}${rows}\n`;
          expect(found(text, 'question').map((one) => [wordsOf(text, one), one.answer])).toEqual(
            all.map((q, k) => [q, answers[k]]),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });
});
