import { seenPattern } from './damage';
import type { Outline, Unit } from './units';

/** What a column of a table holds, by its head. */
export type ColumnRole = 'recommendation' | 'response' | 'question' | 'answer' | 'status' | 'addressee' | 'none';

/** A table with the roles of its columns; cells of several paragraphs hold several units. */
export interface AuditTable {
  roles: ColumnRole[];
  /** True where a head says that its column holds the auditors' questions: "Revisionsfråga", "Kontrollmål". */
  named: boolean;
  /** The rows below the heads; none where no head says what its column holds. */
  rows: Unit[][][];
}

const RECOMMENDATION = seenPattern('^(?:revisorernas |revisionens |lämnade |tidigare |vår )?rekommendation');
/** The first that fits decides. */
const ROLES: readonly [ColumnRole, RegExp][] = [
  ['recommendation', RECOMMENDATION],
  [
    'question',
    seenPattern(
      '^(?:revisions|granskningens )?fråg|^revisionsfråg|^frågeställning|^kontrollmål|^granskningsmål|^delfråg',
    ),
  ],
  ['addressee', seenPattern('^(?:ansvarig|adressat|berörd|riktas till|till$|mottagare|nämnd$|nämnd/|styrelse(?!ns ))')],
  [
    'status',
    seenPattern('^(?:status|uppföljning|genomför|åtgärdad|vår bedömning|revisorernas (?:bedömning|kommentar))'),
  ],
  ['response', seenPattern('svar|yttrande|ställningstagande|nämndens|förvaltningens|styrelsens|kommentar|åtgärd')],
  ['answer', seenPattern('^(?:bedömning|uppfyll|resultat|samlad)')],
];

/** Heads over the auditors' own questions; a bare "Fråga" may stand over anything. */
const OWN_QUESTION = seenPattern('^(?:revisionsfråg|granskningsfråg|delfråg|kontrollmål|granskningsmål)');

/** True for a head, in lower case, over recommendations. */
export function headsRecommendations(head: string): boolean {
  return RECOMMENDATION.test(head);
}

/** What a column holds by its head, in lower case. */
export function roleOf(head: string): ColumnRole {
  for (const [role, pattern] of ROLES) if (pattern.test(head)) return role;
  return 'none';
}

/** Tables read, by the unit they begin with: several rules look at each. */
const READ = new WeakMap<Unit, AuditTable>();

/** Reads the table that begins at a unit; units of one table stand next to each other. */
export function readTable(outline: Outline, first: Unit): AuditTable {
  const known = READ.get(first);
  if (known) return known;
  const work = read(outline, first);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Reads all tables of a document beforehand. Sliced: one table may be as long as a document. */
export function* readTables(outline: Outline): Generator<void> {
  let count = 0;
  for (const start of outline.tables) {
    yield* read(outline, outline.at(start) as Unit);
    if (++count % SLICE === 0) yield;
  }
}

/** Cells, and tables, read between two pauses. */
const SLICE = 1000;

function* read(outline: Outline, first: Unit): Generator<void, AuditTable> {
  const table = yield* readRows(outline, first);
  READ.set(first, table);
  return table;
}

function* readRows(outline: Outline, first: Unit): Generator<void, AuditTable> {
  const rows: Unit[][][] = [];
  let roles: ColumnRole[] | undefined;
  let previous = -1;
  for (let index = first.index; index < outline.length; index++) {
    if ((index - first.index) % SLICE === SLICE - 1) yield;
    const unit = outline.at(index) as Unit;
    if (unit.type !== 'cell' || unit.table !== first.table) break;
    if (unit.row !== previous) {
      // A table that no column's head makes an audit's is not read on: it may be very long.
      if (rows.length === 1) {
        roles = rolesOf(outline, rows[0] as Unit[][]);
        if (roles.every((role) => role === 'none')) return { roles, named: false, rows: [] };
      }
      rows.push([]);
      previous = unit.row as number;
    }
    const row = rows.at(-1) as Unit[][];
    const column = unit.column as number;
    while (row.length <= column) row.push([]);
    (row[column] as Unit[]).push(unit);
  }
  const heads = rows[0] ?? [];
  roles ??= rolesOf(outline, heads);
  const named = heads.some((cell) => cell[0] !== undefined && OWN_QUESTION.test(outline.opening(cell[0], 60)));
  return { roles, named, rows: rows.slice(1) };
}

function rolesOf(outline: Outline, firstRow: readonly Unit[][]): ColumnRole[] {
  const heads = firstRow.map((cell) => (cell[0] ? outline.opening(cell[0], 60) : ''));
  const isHead = heads.every((head) => head.length < 50 && !/\s.*\?$/.test(head));
  const roles = isHead ? heads.map(roleOf) : heads.map((): ColumnRole => 'none');
  if (roles.includes('question')) {
    for (let k = 0; k < roles.length; k++) if (roles[k] === 'response' || roles[k] === 'status') roles[k] = 'answer';
  } else if (roles.includes('status')) {
    // Beside a status, a bare "Kommentar" is the auditors' own.
    heads.forEach((head, k) => {
      if (roles[k] === 'response' && /^kommentar/.test(head)) roles[k] = 'none';
    });
  }
  return roles;
}
