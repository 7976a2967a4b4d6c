import { beforeAll, expect, test } from 'vitest';
import { loadText } from '#text/loadText.ts';
import type { Text } from '#text/Text.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferTotals } from '#transfers/createTransferStore.ts';
import { summarize } from './summarize.ts';

let text: Text;
beforeAll(async () => {
  text = await loadText('en');
});

const none = { queued: 0, running: 0, waiting: 0, paused: 0, failed: 0, completed: 0, cancelled: 0, skipped: 0 };
const totals = (counts: Partial<typeof none>, more: Partial<TransferTotals> = {}): TransferTotals => ({
  counts: { ...none, ...counts },
  totalBytes: 0,
  transferredBytes: 0,
  movedBytes: 0,
  droppedBytes: 0,
  ...more,
});

test.each<[TransferTotals, string, TransferSpeed?]>([
  [
    totals({ running: 2, queued: 1 }, { totalBytes: 100e6, transferredBytes: 42e6 }),
    'Moving 3 files · 42% · 1 MB/s · about 58 seconds left',
    { bytesPerSecond: 1e6, secondsLeft: 58 },
  ],
  [
    totals({ running: 1, failed: 9 }, { totalBytes: 1e9 }),
    'Moving 1 file · 0% · about 20 seconds left · 9 failed',
    { bytesPerSecond: 0, secondsLeft: 20 },
  ],
  [totals({ running: 1 }, { totalBytes: 10, transferredBytes: 10 }), 'Moving 1 file · 99%'],
  [totals({ completed: 11, failed: 1 }), '11 done · 1 failed'],
  [totals({ completed: 2 }), 'All 2 files done'],
  [totals({ completed: 1, skipped: 3 }), '1 done · 3 skipped'],
  [totals({ completed: 1 }), '1 file done'],
  [totals({ paused: 1, cancelled: 1, skipped: 2 }), '1 paused · 1 cancelled · 2 skipped'],
])('%#', (given, expected, speed = { bytesPerSecond: 0 }) => {
  expect(summarize(given, speed, text)).toBe(expected);
});
