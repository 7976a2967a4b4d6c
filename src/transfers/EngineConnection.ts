import type { Turnstile } from '#lib/createTurnstile.ts';
import type { TransferRun } from './TransferRun.ts';

/** A bucket as transfers reach it, and what was learnt about the way there. */
export interface EngineConnection extends Pick<TransferRun, 'cos' | 'gate' | 'pace' | 'forms' | 'rights'> {
  /**
   * What cancelled uploads leave is removed and looked for a few at a time: hundreds may have been cancelled at once, and
   * in an outage each request under way spends its retries.
   */
  readonly tidying: Turnstile;
}
