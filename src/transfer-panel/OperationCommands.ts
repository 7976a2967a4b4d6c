import type { OperationEngine } from '#operations/OperationEngine.ts';

/** What the dock may ask of the engine for what the server does. */
export type OperationCommands = Pick<
  OperationEngine,
  'pause' | 'resume' | 'retry' | 'cancel' | 'undo' | 'deleteKept' | 'clearFinished'
>;
