import type { OperationEvent } from '#operations/OperationEngine.ts';
import type { OperationId, OperationState } from '#operations/OperationState.ts';
import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';
import { operationStatus } from '#transfer-panel/operationStatus.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';
import { operationSentence } from './operationSentence.ts';

export interface OperationReporterOptions {
  readonly announcer: Pick<Announcer, 'say' | 'alert'>;
  readonly notices: Pick<Notices, 'add' | 'close'>;
  readonly undo: (id: OperationId) => void;
  /** Asked at the moment of speaking. */
  readonly text: () => Text | undefined;
}

/**
 * Says aloud how operations end, each end once; what happens in between is for the eyes. What can be taken back is
 * offered beside a notice for a while.
 */
export function createOperationReporter({
  announcer,
  notices,
  undo,
  text,
}: OperationReporterOptions): (event: OperationEvent) => void {
  const heard = new Map<OperationId, OperationState['status']>();
  const offers = new Map<OperationId, number>();

  function withdraw(id: OperationId): void {
    const notice = offers.get(id);
    if (notice !== undefined) notices.close(notice);
    offers.delete(id);
  }

  return (event) => {
    if (event.type === 'removed') for (const id of event.ids) withdraw(id);
    if (event.type !== 'changed') return;
    const { operation } = event;
    const { id, name, state } = operation;
    const now = text();
    const canUndo = state.status === 'completed' && state.canUndo;
    if (!canUndo) withdraw(id);
    if (heard.get(id) === state.status || now === undefined) return;
    heard.set(id, state.status);
    const { label, facts } = operationStatus(operation, now);
    const spoken = `${displayName(name).text || now.t.emptyName}: ${[label, ...facts].join(', ')}`;
    if (state.status === 'completed') {
      announcer.say(operation.kind === 'create' ? operationSentence(operation, now) : spoken);
    }
    if (state.status === 'failed') announcer.alert(spoken);
    if (canUndo) {
      const action = { label: now.t.undo, onAction: () => undo(id) };
      offers.set(id, notices.add(operationSentence(operation, now), undefined, action));
    }
  };
}
