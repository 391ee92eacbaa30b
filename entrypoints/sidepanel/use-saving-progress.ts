import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { onMessage } from '../../messages/protocol';
import { type WorkProgress, workProgressSchema } from '../../messages/schema';

/** How far the saving of many passages has come in a tab, and the way to say that it begins and ends (null). */
export function useSavingProgress(
  tabId: number | undefined,
): [WorkProgress | null, (progress: WorkProgress | null) => void] {
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  useEffect(
    () =>
      onMessage('savingProgress', ({ data, sender }) => {
        const told = z.safeParse(workProgressSchema, data);
        // What comes after the answer is of no interest any more.
        if (told.success && sender.tab?.id === tabId) setProgress((before) => before && told.data);
      }),
    [tabId],
  );
  return [progress, setProgress];
}
