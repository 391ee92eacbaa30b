import type { Target } from '../anchoring/types';
import type { DocumentIdentity } from '../storage/schema';
import type { DocumentSource, OpenReading, Place } from './document-source';
import { anchoring } from './on-demand';
import { citedPagesOf } from './pages';
import { runSliced } from './slices';

/** What a reading is known by. */
interface KnownBy {
  textHash: string;
  sketch?: number[];
}

/**
 * What the readings of one open document are known by, also those that a place may still refer to: a page can change its text
 * and its address under a card. A save is finished even when the page closes meanwhile, so nothing ends this work.
 */
export class Identities<Reading extends OpenReading> {
  private readonly known = new WeakMap<Reading, Promise<KnownBy>>();
  private readonly addresses = new WeakMap<Reading, string[]>();

  constructor(private readonly source: Pick<DocumentSource<Reading>, 'urls' | 'pdfFingerprint'>) {}

  /** The reading is of what stands at the document's addresses now. */
  readNow(reading: Reading): void {
    this.addresses.set(reading, this.source.urls());
  }

  async hashOf(reading: Reading): Promise<string> {
    return (await this.knownBy(reading)).textHash;
  }

  async of(reading: Reading): Promise<DocumentIdentity> {
    const pdfFingerprint = this.source.pdfFingerprint?.();
    const urls = this.addresses.get(reading) ?? this.source.urls();
    return { urls, ...(await this.knownBy(reading)), ...(pdfFingerprint ? { pdfFingerprint } : {}) };
  }

  /** Evidence of a place, to find it again by. */
  async targetAt({ start, end, reading }: Place<Reading>): Promise<Target> {
    const textHash = await this.hashOf(reading);
    const { describeTargetSliced } = await anchoring();
    const target = await finished(describeTargetSliced(reading.text, start, end, { textHash }));
    return { ...target, ...citedPagesOf(reading, { start, end }) };
  }

  private knownBy(reading: Reading): Promise<KnownBy> {
    const known = this.known.get(reading);
    if (known) return known;
    const identity = identify(reading);
    this.known.set(reading, identity);
    return identity;
  }
}

async function identify(reading: OpenReading): Promise<KnownBy> {
  const { identifyText } = await anchoring();
  const { textHash, sketch } = await finished(identifyText(reading));
  // A part of a text is like no other text.
  return { textHash: await textHash, ...(sketch && !reading.isPartial ? { sketch } : {}) };
}

async function finished<Result>(work: Generator<void, Result>): Promise<Result> {
  const result = await runSliced(work, new AbortController().signal);
  if (result === undefined) throw new Error('Work that nothing ends has ended');
  return result;
}
