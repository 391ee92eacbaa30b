import type { ComponentChild } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardHost } from '../../annotating/card-host';
import { CardOpener } from '../../annotating/card-opener';
import { OpenDocument } from '../../annotating/open-document';
import { subjectOf } from '../../annotating/subjects';
import { wordingIn } from '../../annotating/wording';
import { readText } from '../../reading/text';
import { held, sourceOf, storeInMemory } from './support';

const TEXT = 'Nämnden följer 4 kap. 1 § SoL.';

const { cards } = vi.hoisted(() => ({ cards: [] as unknown[] }));
vi.mock('../../annotating/card-contents', async () => ({
  ...(await import('../../annotating/card-props')),
  card: (props: unknown) => {
    cards.push(props);
    return null;
  },
}));
beforeEach(() => {
  cards.length = 0;
  vi.stubGlobal('DOMRect', class {});
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A document that is read while its store has not answered yet, and a card that was asked for meanwhile. */
async function openEarly() {
  const store = storeInMemory();
  const gate = held();
  store.beforeOpenAnswers = gate.until;
  const source = {
    ...sourceOf(TEXT),
    *read() {
      yield;
      return { ...readText(TEXT), locate: () => [], offsetOf: () => null, spanOf: () => null };
    },
  };
  const document = new OpenDocument(source, store, vi.fn());
  const work = document.refresh();
  await vi.waitFor(() => expect(store.opens).toHaveLength(1));
  const host: CardHost = {
    isOpen: false,
    owns: () => false,
    hide: () => {},
    show: async (content: () => ComponentChild | Promise<ComponentChild>) => {
      await content();
    },
  };
  const opener = new CardOpener(host, document, async () => wordingIn('sv', 'sv'), vi.fn(), vi.fn());
  const { reading, passages } = document;
  const [passage] = passages;
  if (!reading || !passage) throw new Error('Nothing was found');
  opener.open([subjectOf(document, reading, passage, passage)], null);
  return { gate, work };
}

describe('a card that is opened before the store has answered', () => {
  it('is shown with the tags that the answer brings', async () => {
    const { gate, work } = await openEarly();
    expect(cards).toEqual([]);
    gate.release();
    await work;
    await vi.waitFor(() => expect(cards).toMatchObject([{ vocabulary: ['Revisionskriterium', 'Rekommendation'] }]));
  });

  it('is shown without them when no answer comes', async () => {
    const { gate, work } = await openEarly();
    await vi.waitFor(() => expect(cards).toMatchObject([{ vocabulary: [] }]), { timeout: 5000 });
    gate.release();
    await work;
  });
});
