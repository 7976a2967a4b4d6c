import type { Text } from '#text/Text.ts';
import type { TransferSpeed } from '#transfers/createTransferSpeed.ts';
import type { TransferTotals } from '#transfers/createTransferStore.ts';

/** The dock in one line: what is happening, how fast, how long. "Moving 3 files · 42% · 12 MB/s · about 1 minute left". */
export function summarize(totals: TransferTotals, speed: TransferSpeed, { t, formats }: Text): string {
  const { counts, totalBytes, transferredBytes } = totals;
  const parts: string[] = [];
  const active = counts.running + counts.waiting + counts.queued;
  if (active > 0) {
    parts.push(t.transferringCount(active));
    if (totalBytes > 0) parts.push(formats.percent(Math.min(0.99, transferredBytes / totalBytes)));
    const { bytesPerSecond, secondsLeft = 0 } = speed;
    if (bytesPerSecond >= 1) parts.push(t.perSecond(formats.bytes(bytesPerSecond)));
    if (secondsLeft >= 1) parts.push(t.timeLeft(formats.duration(secondsLeft)));
  }
  if (counts.paused > 0) parts.push(t.pausedCount(counts.paused));
  const others = active + counts.paused + counts.failed + counts.cancelled + counts.skipped;
  if (others === 0 && counts.completed > 0) return t.allDone(counts.completed);
  parts.push(...endings(counts, t));
  return parts.join(' · ');
}

/** How the finished ones ended: "11 done", "1 failed". Only what there is. */
export function endings(
  counts: Pick<TransferTotals['counts'], 'completed' | 'failed' | 'cancelled' | 'skipped'>,
  t: Text['t'],
): readonly string[] {
  return [
    counts.completed > 0 ? t.doneCount(counts.completed) : '',
    counts.failed > 0 ? t.failedCount(counts.failed) : '',
    counts.cancelled > 0 ? t.cancelledCount(counts.cancelled) : '',
    counts.skipped > 0 ? t.skippedCount(counts.skipped) : '',
  ].filter((part) => part !== '');
}
