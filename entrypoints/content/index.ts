import '../../highlighting/highlights.css';
import { onMessage } from '../../messages/protocol';
import { quotedSpanSchema, retargetSchema, revealSchema } from '../../messages/schema';
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
      onMessage('savePassage', ({ data }) => controller.savePassage(quotedSpanSchema.parse(data))),
      onMessage('retarget', ({ data }) => {
        const { id, place } = retargetSchema.parse(data);
        return controller.retarget(id, place);
      }),
      onMessage('annotateSelection', () => controller.openSelection()),
      onMessage('annotationsChanged', () => controller.reload()),
    ];
    context.onInvalidated(() => {
      for (const remove of listeners) remove();
    });
    await controller.start();
  },
});
