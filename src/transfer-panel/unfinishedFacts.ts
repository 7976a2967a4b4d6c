import type { LateText } from '#text/LateText.ts';
import type { UnfinishedUpload } from '#transfers/UnfinishedUpload.ts';

/** What an unfinished upload says of itself: "Paused, …", then how far it came and how old it is. */
export function unfinishedFacts(
  upload: UnfinishedUpload,
  nowMs: number,
  { t, formats }: Pick<LateText, 't' | 'formats'>,
): { readonly status: string; readonly facts: readonly string[] } {
  const { source, startedAt, sizeBytes, sentBytes, isLeaving } = upload;
  const own = source === 'journal' ? t.unfinishedHere : t.unfinishedElsewhere;
  const facts: string[] = [];
  if (sentBytes !== undefined) {
    const sent = formats.bytes(sentBytes);
    facts.push(sizeBytes === undefined ? t.alreadySent(sent) : t.progressOf(sent, formats.bytes(sizeBytes)));
  }
  if (startedAt !== undefined) {
    facts.push(t.startedAgo(formats.duration(Math.max(1, (nowMs - startedAt.getTime()) / 1000))));
  }
  return { status: isLeaving ? t.unfinishedLeaving : own, facts };
}
