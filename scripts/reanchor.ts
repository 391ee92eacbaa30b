import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Anchoring, anchorAllNow, describeTarget, hashText, type Target } from '../anchoring';

/**
 * Contract 2: finds passages of one text again in another. Reads lines `{"id","before","start","end","after"}` on standard
 * input, writes `{"id","verdict","start","end"}` in the same order; all lines with the same `after` are solved
 * together. A line that cannot be used is named on standard error, the others are answered, and the exit code is 1.
 */

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  before: z.string(),
  start: z.int(),
  end: z.int(),
  after: z.string(),
});
type Line = z.infer<typeof lineSchema>;

/** Each text once: a thousand lines about one long document would else hold a thousand copies of it. */
const texts = new Map<string, string>();

function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

/** Reads one line, or says in one sentence why it cannot be used. */
function parsed(line: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const result = lineSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `has no usable "${issue?.path.join('.') || 'object'}" (${issue?.message ?? 'unknown'})`;
  }
  const { start, end, before } = result.data;
  if (start < 0 || start >= end || end > before.length) {
    return `asks for ${start}–${end}, which is no span inside its "before" of ${before.length} units`;
  }
  return { ...result.data, before: shared(before), after: shared(result.data.after) };
}

async function solve(lines: readonly Line[]): Promise<Map<Line, Anchoring>> {
  const targets = new Map<Line, Target>();
  // Lines of one source text side by side, so that it is made ready once; likewise those of one text to look in.
  for (const [before, ofBefore] of Map.groupBy(lines, ({ before }) => before)) {
    const textHash = await hashText(before);
    for (const line of ofBefore) targets.set(line, describeTarget(before, line.start, line.end, { textHash }));
  }
  const answers = new Map<Line, Anchoring>();
  for (const [after, page] of Map.groupBy(lines, ({ after }) => after)) {
    const anchorings = anchorAllNow(
      after,
      page.flatMap((line) => targets.get(line) ?? []),
    );
    page.forEach((line, i) => {
      const anchoring = anchorings[i];
      if (anchoring) answers.set(line, anchoring);
    });
  }
  return answers;
}

async function main(): Promise<void> {
  if (!process.argv.includes('--jsonl')) {
    console.error('Usage: npm run -s reanchor -- --jsonl < lines.jsonl');
    process.exitCode = 2;
    return;
  }
  const lines: Line[] = [];
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    const line = parsed(text);
    if (typeof line === 'string') {
      console.error(`Line ${number} ${line}; it is left out.`);
      process.exitCode = 1;
    } else lines.push(line);
  }
  const answers = await solve(lines);
  for (const line of lines) {
    const anchoring = answers.get(line);
    const found = anchoring && 'start' in anchoring ? anchoring : null;
    console.log(
      JSON.stringify({
        id: line.id,
        verdict: anchoring?.verdict ?? 'orphaned',
        start: found?.start ?? null,
        end: found?.end ?? null,
      }),
    );
  }
}

await main();
