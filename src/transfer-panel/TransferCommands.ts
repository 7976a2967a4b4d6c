import type { TransferEngine } from '#transfers/TransferEngine.ts';

/** What the dock may ask of the engine. It never changes a transfer itself. */
export type TransferCommands = Pick<
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
