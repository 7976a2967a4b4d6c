import type { EngineConnection } from './EngineConnection.ts';
import type { EngineParts } from './EngineParts.ts';
import { createProgressMeter } from './progressMeter.ts';
import type { TransferRun } from './TransferRun.ts';

const QUIET = { moving: () => undefined, waiting: () => undefined, end: () => undefined };

/** A run that nobody watches: for requests that tidy up behind transfers that have ended. */
export function backgroundRun(engine: EngineParts, connection: EngineConnection, signal: AbortSignal): TransferRun {
  return {
    ...engine,
    ...connection,
    signal,
    share: 'small',
    meter: createProgressMeter(0, engine.timers.now),
    takesOver: () => false,
    beginActivity: () => QUIET,
    enter: () => undefined,
    progressed: () => undefined,
  };
}
