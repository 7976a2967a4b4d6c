import type { Socket } from 'node:net';
import type { Buckets } from './dispatch.ts';
import type { EmulatorBucket, EmulatorOptions } from './EmulatorOptions.ts';
import type { FaultPlan } from './faultPlan.ts';
import type { Journal } from './journal.ts';
import type { KeyRing } from './keyRing.ts';
import type { OperationHandler, OperationName } from './OperationContext.ts';
import type { ConnectionPace } from './shaping.ts';
import type { SeedableStore } from './store/withSeeds.ts';

/** What one emulator is made of; all its requests share it. */
export interface Machine {
  readonly options: EmulatorOptions;
  readonly operations: Readonly<Record<OperationName, OperationHandler>>;
  readonly buckets: Buckets;
  readonly changeBucket: (bucket: EmulatorBucket) => void;
  readonly store: SeedableStore;
  readonly keys: KeyRing;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Emulator time, milliseconds since 1970. */
  readonly now: () => number;
  /** Undefined when connections are as fast as they can be. */
  readonly paceOf: ((socket: Socket) => ConnectionPace) | undefined;
}
