import type { CosClient } from '#cos/CosClient.ts';
import type { OutageGate } from './createOutageGate.ts';

/** A bucket as transfers reach it, and whether it answers at present. */
export interface EngineConnection {
  readonly cos: CosClient;
  readonly gate: OutageGate;
}
