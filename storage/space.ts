/** How much the browser keeps for the extension, and whether it has promised not to throw it away. */
export interface Space {
  /** Bytes in use, as the browser estimates; undefined where it does not tell. */
  used?: number;
  /** Bytes that may be used. */
  quota?: number;
  /** True when the browser asks the person before it throws anything away. */
  persistent: boolean;
}

/** Reads what the browser tells; where it tells nothing, nothing is promised. */
export async function storageSpace(): Promise<Space> {
  const storage = globalThis.navigator?.storage;
  if (!storage) return { persistent: false };
  const [estimate, persistent] = await Promise.all([
    storage.estimate?.().catch(() => undefined),
    storage.persisted?.().catch(() => false),
  ]);
  return { used: estimate?.usage, quota: estimate?.quota, persistent: persistent ?? false };
}

/** Asks the browser to keep what is stored; call it from a page that the person uses. Resolves to whether it promised. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await globalThis.navigator?.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
