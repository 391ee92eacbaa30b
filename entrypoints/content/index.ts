import '../../highlighting/highlights.css';
import { onMessage } from '../../messages/protocol';
import { retargetSchema, revealSchema } from '../../messages/schema';
import { PageController } from './page-controller';

export default defineContentScript({
  registration: 'runtime',
  matches: [],
  cssInjectionMode: 'manual',
  runAt: 'document_idle',
  async main(context) {
    const controller = new PageController(document, context.signal);
    const listeners = [
      onMessage('getOpenDocument', () => controller.state()),
      onMessage('reveal', ({ data }) => controller.reveal(revealSchema.parse(data))),
      onMessage('savePassage', ({ data }) => controller.savePassage(revealSchema.parse(data))),
      onMessage('retarget', ({ data }) => {
        const { id, span } = retargetSchema.parse(data);
        return controller.retarget(id, span);
      }),
      onMessage('annotationsChanged', () => controller.reload()),
    ];
    context.onInvalidated(() => {
      for (const remove of listeners) remove();
    });
    await controller.start();
  },
});
