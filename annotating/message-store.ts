import type { AnnotationStore } from './document-source';

/**
 * The store as a web page reaches it. Its code is fetched with the first message, which comes after the first highlights:
 * nothing is said or checked before. A page whose extension was updated or removed gets `disconnected`.
 */
export function createMessageStore(): AnnotationStore {
  const asked = <Name extends keyof AnnotationStore>(name: Name): AnnotationStore[Name] => {
    const ask = async (...given: unknown[]) => {
      try {
        const { messagedStore } = await import('./messaged-store');
        return await (messagedStore[name] as (...given: unknown[]) => Promise<unknown>)(...given);
      } catch {
        return { ok: false, code: 'disconnected' };
      }
    };
    return ask as AnnotationStore[Name];
  };
  return {
    open: asked('open'),
    save: asked('save'),
    saveMany: asked('saveMany'),
    correctProfile: asked('correctProfile'),
    chooseSet: asked('chooseSet'),
    createSet: asked('createSet'),
    moveCount: asked('moveCount'),
    update: asked('update'),
    remove: asked('remove'),
    restore: asked('restore'),
    saveCorrection: asked('saveCorrection'),
    removeCorrection: asked('removeCorrection'),
  };
}
