import { DEFAULT_RETRY_POLICY } from '#cos/retryPolicy.ts';
import type { RetryPolicy } from '#cos/retryPolicy.ts';
import { MIB } from './planParts.ts';

/** Every number the engine lives by, in one injected record, so that tests can run at another scale. */
export interface TransferPolicy {
  readonly retry: RetryPolicy;
  /** Files up to this size go by form, without a preflight. */
  readonly formBytes: number;
  /** Files up to this size are read once, for their form and their checksum together. */
  readonly countHereBytes: number;
  /** The first parts, while nobody knows how fast the line is. */
  readonly firstPartBytes: number;
  /** Files up to this size go in one request. */
  readonly wholeFileBytes: number;
  /** Most that one ranged GET asks for: whoever else waits for a connection waits no longer than that takes. */
  readonly rangeBytes: number;
  /** What a download writes and hashes at once; each lane holds two of them in memory. */
  readonly blockBytes: number;
  /** Big files under way at once; the rest of the budget follows their parts. */
  readonly largeFilesAtOnce: number;
  /** No byte of a body moved for this long: say so. */
  readonly silenceLabelMs: number;
  /** No byte moved: abort and send again. Doubles after each stall of the same request, up to the next figure. */
  readonly silenceAbortMs: number;
  readonly longestSilenceMs: number;
  /** Wait for the answer to a body that is out; longer when `unreadBytes` at the measured rate take longer. */
  readonly answerMs: number;
  /** Browsers report about this much as sent although the server has read none of it. */
  readonly unreadBytes: number;
  /** COS merges parts slowly; spaces count as life within this total. */
  readonly longestMergeMs: number;
  /** Below this rate for the whole window, while another request runs `dripRatio` times faster: send again, once. */
  readonly dripBytesPerSecond: number;
  readonly dripWindowMs: number;
  readonly dripRatio: number;
  /** A request looks at the clock at least this often, so that a machine that slept notices when it wakes. */
  readonly clockCheckMs: number;
  /** While nothing answers, one request per this time asks whether it is back. */
  readonly probeEveryMs: number;
  /** How often a part whose checksum differs is sent again before the transfer fails. */
  readonly checksumResends: number;
  /** What is on its way when an upload is cancelled may be stored so much later. */
  readonly arrivalMs: number;
  readonly progressEveryMs: number;
}

export const DEFAULT_TRANSFER_POLICY: TransferPolicy = {
  retry: DEFAULT_RETRY_POLICY,
  formBytes: MIB,
  countHereBytes: MIB / 4,
  firstPartBytes: 2 * MIB,
  wholeFileBytes: 16 * MIB,
  rangeBytes: 32 * MIB,
  blockBytes: 2 * MIB,
  largeFilesAtOnce: 3,
  silenceLabelMs: 10_000,
  silenceAbortMs: 20_000,
  longestSilenceMs: 120_000,
  answerMs: 60_000,
  unreadBytes: 4 * MIB,
  longestMergeMs: 600_000,
  dripBytesPerSecond: 1024,
  dripWindowMs: 60_000,
  dripRatio: 10,
  clockCheckMs: 2000,
  probeEveryMs: 60_000,
  checksumResends: 2,
  arrivalMs: 2000,
  progressEveryMs: 200,
};
