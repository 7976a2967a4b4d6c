import type { TransferRun } from './TransferRun.ts';

/** A bucket as transfers reach it, and what was learnt about the way there. */
export type EngineConnection = Pick<TransferRun, 'cos' | 'gate' | 'pace' | 'forms'>;
