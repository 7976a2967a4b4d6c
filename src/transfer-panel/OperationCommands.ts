import type { OperationEngine } from '#operations/OperationEngine.ts';
import type { OperationId } from '#operations/OperationState.ts';
import type { RestoreCommand } from './RestoreCommand.ts';

/** What the dock may ask of the engine for what the server does. */
export type OperationCommands = RestoreCommand<OperationId> & EngineCommands;

/** Those that are the engine's own. */
export type EngineCommands = Pick<
  OperationEngine,
  'pause' | 'resume' | 'retry' | 'cancel' | 'undo' | 'deleteKept' | 'clearFinished'
>;
