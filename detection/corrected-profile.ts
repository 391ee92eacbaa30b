import type { DocumentProfile, ProfileCorrections } from './types';

/** The fields of a profile, in the order in which people are shown them. */
export const PROFILE_FIELDS = ['title', 'municipality', 'auditor', 'date', 'kind', 'diaryNumber'] as const;

/** A profile as a person has set it right. A date cannot be taken away: some law is meant in any case. */
export function corrected(profile: DocumentProfile, corrections: ProfileCorrections = {}): DocumentProfile {
  const result: DocumentProfile = {};
  for (const field of PROFILE_FIELDS) {
    const right = corrections[field];
    const value = right === null && field !== 'date' ? undefined : (right ?? profile[field]);
    if (value !== undefined) Object.assign(result, { [field]: value });
  }
  return result;
}
