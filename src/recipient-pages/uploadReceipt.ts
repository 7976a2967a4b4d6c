import { toCsv } from '#lib/toCsv.ts';
import type { Transfer } from '#transfers/TransferState.ts';

/** What has arrived so far. */
export interface Arrived {
  readonly count: number;
  readonly bytes: number;
  readonly unverifiedCount: number;
}

export function arrivedOf(transfers: Iterable<Transfer>): Arrived {
  let [count, bytes, unverifiedCount] = [0, 0, 0];
  for (const { state, sizeBytes } of transfers) {
    if (state.status !== 'completed') continue;
    count += 1;
    bytes += sizeBytes;
    if (!state.verified) unverifiedCount += 1;
  }
  return { count, bytes, unverifiedCount };
}

/** The words of a receipt. */
export interface ReceiptWords {
  readonly receiptColumns: readonly string[];
  readonly receiptYes: string;
  readonly receiptNo: string;
}

/** Each file that has arrived as a row of CSV: name, bytes, time (ISO 8601), CRC-64, whether it was compared, request id. */
export function uploadReceipt(transfers: Iterable<Transfer>, words: ReceiptWords): string {
  const rows: string[][] = [[...words.receiptColumns]];
  for (const { name, sizeBytes, state } of transfers) {
    if (state.status !== 'completed') continue;
    const { completedAt, crc64 = '', verified, requestId = '' } = state;
    const isVerified = verified ? words.receiptYes : words.receiptNo;
    rows.push([name, String(sizeBytes), completedAt.toISOString(), crc64, isVerified, requestId]);
  }
  return toCsv(rows);
}
