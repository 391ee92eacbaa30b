import type { AnnotationStore, DocumentSource } from '../../annotating/document-source';
import { anchoring, restOfDetection } from '../../annotating/on-demand';
import type { ProfileCorrections } from '../../detection/types';
import type { Answer, KeptAnnotation, KeptCorrection, OpenedDocument } from '../../messages/schema';
import { readText } from '../../reading/text';
import type { LocatedReading } from '../../reading/types';
import type { AnnotationDraft, DocumentDescription } from '../../storage/schema';

// Fetched beforehand: how long a test machine takes to compile them is not what the tests wait for.
await Promise.all([restOfDetection(), anchoring()]);

export type TestReading = LocatedReading<AbstractRange>;

/** A document whose text the test changes. */
export interface TestSource extends DocumentSource<TestReading> {
  text: string;
  reads: number;
}

export function sourceOf(text: string): TestSource {
  const source: TestSource = {
    text,
    reads: 0,
    *read() {
      source.reads++;
      yield;
      return { ...readText(source.text), locate: () => [] };
    },
    urls: () => ['https://www.bjorkfors.se/rapport'],
    hints: () => ({ title: 'Granskning av elevhälsan', date: '2023-05-01' }),
  };
  return source;
}

/** A store in memory whose answers the test can hold back, and replace by failures. */
export interface TestStore extends AnnotationStore {
  kept: KeptAnnotation[];
  corrections: KeptCorrection[];
  saves: Parameters<AnnotationStore['save']>[];
  manySaves: Parameters<AnnotationStore['saveMany']>[];
  opens: Parameters<AnnotationStore['open']>[];
  /** Documents whose profile was set right. */
  described: DocumentDescription[];
  profileCorrections: ProfileCorrections;
  /** Waited for before each answer to `open`; by default nothing. */
  beforeOpenAnswers: () => Promise<void>;
  /** Answers everything from now on. */
  failure: Answer<never> | null;
}

export function storeInMemory(): TestStore {
  const removed = new Map<string, KeptAnnotation>();
  const missing: Answer<never> = { ok: false, code: 'not-found' };
  const store: TestStore = {
    kept: [],
    corrections: [],
    saves: [],
    manySaves: [],
    described: [],
    profileCorrections: {},
    opens: [],
    beforeOpenAnswers: async () => {},
    failure: null,
    async open(...call) {
      store.opens.push(call);
      const value: OpenedDocument = {
        annotations: [...store.kept],
        tagNames: ['Revisionskriterium', 'Rekommendation'],
        language: 'auto',
        hiddenKinds: [],
        sets: [],
        profileCorrections: store.profileCorrections,
        corrections: store.corrections,
      };
      await store.beforeOpenAnswers();
      return store.failure ?? { ok: true, value };
    },
    async save(...call) {
      store.saves.push(call);
      if (store.failure) return store.failure;
      const value = keptFrom(call[0]);
      store.kept.push(value);
      return { ok: true, value };
    },
    async saveMany(...call) {
      store.manySaves.push(call);
      if (store.failure) return store.failure;
      const [drafts] = call;
      for (const draft of drafts) store.kept.push(keptFrom(draft));
      return { ok: true, value: { made: drafts.map(({ id }) => ({ id, revision: 1 })), already: 0 } };
    },
    async correctProfile(document, corrections) {
      if (store.failure) return store.failure;
      store.described.push(document);
      store.profileCorrections = corrections;
      return { ok: true, value: null };
    },
    chooseSet: async () => missing,
    createSet: async () => missing,
    moveCount: async () => missing,
    async saveCorrection(draft) {
      if (store.failure) return store.failure;
      store.corrections = [...store.corrections.filter(({ id }) => id !== draft.id), draft];
      return { ok: true, value: draft };
    },
    async removeCorrection(id) {
      if (store.failure) return store.failure;
      const found = store.corrections.find((each) => each.id === id);
      if (!found) return missing;
      store.corrections = store.corrections.filter((each) => each !== found);
      return { ok: true, value: found };
    },
    async update(id, patch) {
      if (store.failure) return store.failure;
      const found = store.kept.find((each) => each.id === id);
      if (!found) return missing;
      found.comment = patch.comment ?? found.comment;
      return { ok: true, value: found };
    },
    async remove(id) {
      if (store.failure) return store.failure;
      const found = store.kept.find((each) => each.id === id);
      if (!found) return missing;
      removed.set(id, found);
      store.kept = store.kept.filter((each) => each !== found);
      return { ok: true, value: found };
    },
    async restore(id) {
      if (store.failure) return store.failure;
      const found = removed.get(id);
      if (!found) return missing;
      store.kept.push(found);
      return { ok: true, value: found };
    },
  };
  return store;
}

function keptFrom({ id, target, kind, label, comment = '', tagNames = [] }: AnnotationDraft): KeptAnnotation {
  return { id, setId: 'set', target, kind, label, comment, tagNames, revision: 1 };
}

/** A promise that the test settles. */
export function held(): { until: () => Promise<void>; release: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until: () => promise, release };
}
