import type { TransferRun } from './TransferRun.ts';

/** A connection and what was learnt about it. */
export type Connection = Pick<TransferRun, 'cos' | 'gate' | 'pace' | 'forms'>;
