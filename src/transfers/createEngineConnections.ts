import type { CosClient } from '#cos/CosClient.ts';
import { createTurnstile } from '#lib/createTurnstile.ts';
import { createFormDoor } from './createFormDoor.ts';
import { createOutageGate } from './createOutageGate.ts';
import type { Network } from './createOutageGate.ts';
import { createPace } from './createPace.ts';
import type { EngineConnection } from './EngineConnection.ts';
import type { EngineParts } from './EngineParts.ts';

/** The connections of an engine, each with what was learnt about it so far. */
export interface EngineConnections {
  /** Throws a `FailureError` for a connection that does not exist. */
  readonly connect: (connectionId: string) => EngineConnection;
  /** Whoever waits for a bucket to be reachable again tries now. */
  readonly probeNow: () => void;
  readonly dispose: () => void;
}

const TIDYING_AT_ONCE = 2;

export function createEngineConnections(
  { timers, policy, lanes }: EngineParts,
  { network, cosFor }: { readonly network: Network; readonly cosFor: (connectionId: string) => CosClient },
): EngineConnections {
  const learnt = new Map<string, Omit<EngineConnection, 'cos'>>();
  return {
    connect: (connectionId) => {
      const cos = cosFor(connectionId);
      let sofar = learnt.get(connectionId);
      if (!sofar) {
        const gate = createOutageGate({ network, timers, ...policy });
        const pace = createPace(timers.now, Math.min(lanes, cos.connections));
        sofar = { gate, pace, forms: createFormDoor(), rights: {}, tidying: createTurnstile(TIDYING_AT_ONCE) };
        learnt.set(connectionId, sofar);
      }
      return { cos, ...sofar };
    },
    probeNow: () => {
      for (const { gate } of learnt.values()) gate.probeNow();
    },
    dispose: () => {
      for (const { gate } of learnt.values()) gate.dispose();
    },
  };
}
