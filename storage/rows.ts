import type * as z from 'zod';

/** A row that an older or broken version wrote and that no longer passes the schema. It is left where it is. */
export interface UnreadableRow {
  table: string;
  /** The row's key where it has one that is text. */
  id: string | null;
  /** What is wrong with it, for developers. */
  detail: string;
}

/** What a query found, and the rows that it had to leave out. */
export interface Listing<Item> {
  items: Item[];
  unreadable: UnreadableRow[];
}

/** Checks rows against a schema; those that fail are reported, never dropped silently and never deleted. */
export function readRows<Item>(table: string, schema: z.ZodType<Item>, rows: readonly unknown[]): Listing<Item> {
  const items: Item[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) items.push(parsed.data);
    else unreadable.push({ table, id: keyOf(row), detail: parsed.error.message });
  }
  return { items, unreadable };
}

function keyOf(row: unknown): string | null {
  if (typeof row !== 'object' || row === null || !('id' in row)) return null;
  return typeof row.id === 'string' ? row.id : null;
}
