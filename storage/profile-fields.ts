import { corrected, PROFILE_FIELDS } from '../detection/corrected-profile';
import type { DocumentProfile, ProfileCorrections } from '../detection/types';
import type { SourceDocument } from './schema';

type Corrected = Pick<SourceDocument, 'profile' | 'profileAsRead'>;

/** What a person has set right about a document; empty where nothing was. */
export function correctionsOf({ profile, profileAsRead = {} }: Corrected): ProfileCorrections {
  const fields = PROFILE_FIELDS.filter((field) => profileAsRead[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, profile[field] ?? null]));
}

/** The profile as the document itself has it. */
export function profileAsRead({ profile, profileAsRead: own }: Corrected): DocumentProfile {
  if (!own) return profile;
  const fields = PROFILE_FIELDS.map(
    (field) => [field, own[field] === undefined ? profile[field] : own[field]] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== null));
}

/**
 * The fields to store of a profile and what was set right in it.
 * @param read the profile as the document itself has it
 */
export function profileFields(read: DocumentProfile, corrections: ProfileCorrections): Corrected {
  const fields = PROFILE_FIELDS.filter((field) => corrections[field] !== undefined);
  if (fields.length === 0) return { profile: read };
  const own = Object.fromEntries(fields.map((field) => [field, read[field] ?? null]));
  return { profile: corrected(read, corrections), profileAsRead: own };
}
