import type { OperationEvent } from '#operations/OperationEngine.ts';
import type { OperationId, OperationState } from '#operations/OperationState.ts';
import { displayName } from '#text/displayName.ts';
import type { Text } from '#text/Text.ts';
import { operationStatus } from '#transfer-panel/operationStatus.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';

export interface OperationReporterOptions {
  readonly announcer: Pick<Announcer, 'say' | 'alert'>;
  /** Asked at the moment of speaking. */
  readonly text: () => Text | undefined;
}

/** Says aloud how operations end, each end once; what happens in between is for the eyes. */
export function createOperationReporter({
  announcer,
  text,
}: OperationReporterOptions): (event: OperationEvent) => void {
  const heard = new Map<OperationId, OperationState['status']>();
  return (event) => {
    if (event.type !== 'changed') return;
    const { id, name, state } = event.operation;
    const now = text();
    if (heard.get(id) === state.status || now === undefined) return;
    heard.set(id, state.status);
    const { label, facts } = operationStatus(event.operation, now);
    const sentence = `${displayName(name).text || now.t.emptyName}: ${[label, ...facts].join(', ')}`;
    if (state.status === 'completed') announcer.say(sentence);
    if (state.status === 'failed') announcer.alert(sentence);
  };
}
