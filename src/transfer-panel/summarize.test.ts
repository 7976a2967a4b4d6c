import { beforeAll, expect, test } from 'vitest';
import { loadText } from '#text/loadText.ts';
import type { Text } from '#text/Text.ts';
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
  ...more,
});

test.each<[TransferTotals, string, number?]>([
  [
    totals({ running: 2, queued: 1 }, { totalBytes: 100e6, transferredBytes: 42e6 }),
    'Moving 3 files · 42% · 1 MB/s · about 58 seconds left',
    1e6,
  ],
  [totals({ running: 1 }, { totalBytes: 10, transferredBytes: 10 }), 'Moving 1 file · 99%'],
  [totals({ completed: 11, failed: 1 }), '11 done · 1 failed'],
  [totals({ completed: 2 }), 'All done · 2 done'],
  [totals({ paused: 1, cancelled: 1, skipped: 2 }), '1 paused · 1 cancelled · 2 skipped'],
])('%#', (given, expected, bytesPerSecond = 0) => {
  expect(summarize(given, bytesPerSecond, text)).toBe(expected);
});
