import { onMessage } from '../messages/protocol';
import {
  pageCommandSchema,
  profileCorrectionsSchema,
  quotedSpanSchema,
  retargetSchema,
  revealSchema,
  saveAllSchema,
} from '../messages/schema';
import type { SelectableReading } from '../reading/types';
import type { Annotator } from './annotator';
import type { OpenReading } from './document-source';
import { PanelWishes } from './panel-wishes';

/**
 * Answers what side panel and background ask of the open document.
 *
 * @returns ends it
 */
export function answerPanel<Reading extends OpenReading & SelectableReading>(
  annotator: Annotator<Reading>,
): () => void {
  const wishes = new PanelWishes(annotator);
  const listeners = [
    onMessage('getOpenDocument', () => annotator.state()),
    onMessage('reveal', ({ data }) => annotator.reveal(revealSchema.parse(data))),
    onMessage('savePassage', ({ data }) => wishes.savePassage(quotedSpanSchema.parse(data))),
    onMessage('saveAll', ({ data }) => wishes.saveAll(saveAllSchema.parse(data))),
    onMessage('stopSaving', () => wishes.stopSaving()),
    onMessage('correctOpenDocument', ({ data }) => wishes.correctProfile(profileCorrectionsSchema.parse(data))),
    onMessage('retarget', ({ data }) => {
      const { id, place } = retargetSchema.parse(data);
      return wishes.retarget(id, place);
    }),
    onMessage('annotateSelection', () => wishes.openSelection()),
    onMessage('pageCommand', ({ data }) => annotator.command(pageCommandSchema.parse(data))),
    onMessage('annotationsChanged', () => annotator.reload()),
  ];
  return () => {
    for (const remove of listeners) remove();
  };
}
