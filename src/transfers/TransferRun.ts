import type { CosClient } from '#cos/CosClient.ts';
import type { BudgetShare } from './createConnectionBudget.ts';
import type { Activity } from './createActivityBoard.ts';
import type { EngineParts } from './EngineParts.ts';
import type { FormDoor } from './createFormDoor.ts';
import type { OutageGate } from './createOutageGate.ts';
import type { Pace } from './createPace.ts';
import type { ProgressMeter } from './progressMeter.ts';
import type { RunningPhase } from './TransferState.ts';

/** What everything below the engine works with while one transfer runs, from its start to the next pause or end. */
export interface TransferRun extends Omit<EngineParts, 'ledger'> {
  readonly cos: CosClient;
  /** Fires on pause, cancel and dispose. */
  readonly signal: AbortSignal;
  readonly share: BudgetShare;
  readonly gate: OutageGate;
  readonly pace: Pace;
  readonly forms: FormDoor;
  readonly rights: KnownRights;
  readonly meter: ProgressMeter;
  /** True once, after the person asked to take the object over from another tab. */
  readonly takesOver: () => boolean;
  /** The local file, for telling "the file is gone" from "the network is gone". */
  readonly file?: Blob;
  readonly beginActivity: () => Activity;
  readonly enter: (phase: RunningPhase) => void;
  /** Bytes moved; the bar is redrawn a few times per second. */
  readonly progressed: () => void;
}

/** What the keys of a connection were refused. */
export interface KnownRights {
  /** False once a HEAD was refused. */
  mayLook?: boolean;
}

/** How a transfer ended well. */
export interface TransferResult {
  /** Empty when the bucket's CORS rule hides it. */
  readonly etag: string;
  /** The checksum of the whole object was read and is ours. */
  readonly verified: boolean;
  /** CRC-64/ECMA of the whole object as counted here, unsigned decimal; absent when it was not counted. */
  readonly crc64?: string;
  /** `x-cos-request-id` of the request that made, opened or found the object, where the CORS rule shows it. */
  readonly requestId?: string;
  /** An object of this name may have been there, and be an older version now. */
  readonly isNameUnchecked?: boolean;
}
