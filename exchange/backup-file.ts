import * as z from 'zod';
import type { Everything } from '../storage/backup';
import { Pace, type Work } from '../storage/pace';
import {
  annotationSchema,
  annotationSetSchema,
  correctionSchema,
  settingsSchema,
  sourceDocumentSchema,
  tagSchema,
} from '../storage/schema';
import { type Incoming, IncomingBuilder } from './incoming';
import { checked } from './jsonld-items';
import { refuseHarmfulJson } from './plain-json';

/** What stands first in a backup, and tells it from other JSON. */
export const BACKUP_FORMAT = 'revisionspennan-backup';
const BACKUP_VERSION = 1;

/**
 * Everything as one JSON text, one row a line so that it can be read in slices: sets, tags, documents, corrections,
 * annotations with their history and the bin, settings, and rows that cannot be read as they are stored.
 * @param made when, ISO
 * @returns the text in parts
 */
export async function backupParts(all: Everything, made: string, work: Work = {}): Promise<string[]> {
  const pace = new Pace(work);
  // Counts of writes and the chosen set mean nothing elsewhere.
  const { lastBackup: _, ...settings } = all.settings;
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made, settings };
  const parts = [JSON.stringify(head).slice(0, -1)];
  const { sets, tags, documents, corrections, unreadable, annotations } = all;
  for (const [name, rows] of Object.entries({ sets, tags, documents, corrections, unreadable, annotations })) {
    parts.push(`,\n"${name}":[`);
    for (const [index, row] of rows.entries()) {
      parts.push(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`);
      await pace.step(index, annotations.length);
    }
    parts.push('\n]');
  }
  parts.push('}\n');
  return parts;
}

const headSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION, { error: 'Written by a newer version of Revisionspennan' }),
  settings: z.unknown().optional(),
});

const lists = z.object({
  sets: z.array(z.unknown()),
  tags: z.array(z.unknown()),
  documents: z.array(z.unknown()),
  corrections: z.array(z.unknown()).optional(),
  unreadable: z.array(z.unknown()).optional(),
});

/**
 * Reads a backup for an import. Rows that cannot be read are refused one by one. @throws ImportError where its frame is broken
 * @param head the file without its annotations
 */
export async function incomingFromBackup(
  head: unknown,
  annotations: readonly unknown[],
  pace: Pace,
): Promise<Incoming> {
  const builder = new IncomingBuilder('backup', false);
  refuseHarmfulJson(head);
  const { settings } = checked(headSchema, head, []);
  const file = checked(lists, head, []);
  for (const [index, value] of file.sets.entries()) {
    const set = builder.reading(() => checked(annotationSetSchema, value, ['sets', index]));
    if (set) builder.addSet(set);
  }
  for (const [index, value] of file.tags.entries()) {
    const tag = builder.reading(() => checked(tagSchema, value, ['tags', index]));
    if (tag) builder.addTag(tag);
  }
  for (const [index, value] of file.documents.entries()) {
    const document = builder.reading(() => checked(sourceDocumentSchema, value, ['documents', index]));
    if (document) builder.addDocument(document);
    await pace.step(index, annotations.length);
  }
  for (const [index, value] of (file.corrections ?? []).entries()) {
    const path = ['corrections', index];
    const correction = builder.reading(() => checked(correctionSchema, value, path));
    if (correction) builder.addCorrection(correction, { path: `corrections[${index}]` });
  }
  for (const index of (file.unreadable ?? []).keys()) {
    const path = `unreadable[${index}]`;
    builder.refused.push({ code: 'unreadable-row', path, message: 'Could not be read when the backup was made' });
  }
  for (const [index, value] of annotations.entries()) {
    const path = ['annotations', index];
    const annotation = builder.reading(() => {
      refuseHarmfulJson(value, path);
      return checked(annotationSchema, value, path);
    });
    if (annotation) builder.addAnnotation(annotation, { path: `annotations[${index}]` });
    await pace.step(index, annotations.length);
  }
  const known = settingsSchema.partial().safeParse(settings);
  return builder.done(known.success ? known.data : undefined);
}
