import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import type { RestoreCommand } from './RestoreCommand.ts';

/** What the dock may ask of the engine. It never changes a transfer itself. */
export type TransferCommands = RestoreCommand<TransferId> &
  Pick<
    TransferEngine,
    | 'pause'
    | 'resume'
    | 'retry'
    | 'cancel'
    | 'skip'
    | 'startOver'
    | 'reopen'
    | 'takeOver'
    | 'tryNow'
    | 'batch'
    | 'pauseAll'
    | 'resumeAll'
    | 'cancelAll'
    | 'clearFinished'
  >;
