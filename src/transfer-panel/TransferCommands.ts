import type { TransferEngine } from '#transfers/TransferEngine.ts';
import type { TransferId } from '#transfers/TransferState.ts';
import type { RestoreCommand } from './RestoreCommand.ts';

/** What the dock may ask of the engine. It never changes a transfer itself. Without `restoreArchived` nobody is offered it. */
export type TransferCommands = Partial<RestoreCommand<TransferId>> &
  ShareCommand &
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

interface ShareCommand {
  /** The person wants to hand out what has arrived; left out where no links can be made. */
  readonly share?: (id: TransferId) => void;
}
