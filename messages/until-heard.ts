/** How long a page may take to listen, and how long it is left alone in between, in milliseconds. */
const LISTENS_WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 100;
/** What `@webext-core/messaging` throws where nobody answered. */
const UNHEARD = 'No response';

/**
 * Sends a message to a page until it is heard: a page that has only begun to be read answers what is read there, and nothing
 * else before its first highlights are shown. Heard is also what was answered with a failure: nothing is told twice.
 */
export async function untilHeard(send: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + LISTENS_WITHIN_MS; Date.now() < end; ) {
    if (await isHeard(send())) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}

async function isHeard(sent: Promise<void>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    return !(error instanceof Error && error.message === UNHEARD);
  }
}
