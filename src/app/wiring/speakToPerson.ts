import { createRemembered } from '#lib/createRemembered.ts';
import type { Text } from '#text/Text.ts';
import { endings } from '#transfer-panel/summarize.ts';
import type { TransferEngine } from '#transfers/TransferEngine.ts';
import { later } from '../later.ts';
import { browserNotifications } from '../speaking/browserNotifications.ts';
import { createAnnouncer, type Announcer } from '../speaking/createAnnouncer.ts';
import { createEndNotifier, type EndNotifier } from '../speaking/createEndNotifier.ts';
import { createTransferReporter } from '../speaking/createTransferReporter.ts';

export interface Speech {
  readonly announcer: Announcer;
  readonly endNotifier: EndNotifier;
}

/**
 * What is said aloud: progress and ends of transfers, in the live regions and, where it is wished, as a notification.
 * `text` is asked for at the moment of speaking, so that a change of language is heard at once.
 */
export function speakToPerson(parts: { engine: TransferEngine; text: () => Text | undefined }): Speech {
  const { text } = parts;
  const announcer = createAnnouncer({
    setTimeout: later,
    moreErrors: (count) => text()?.t.moreErrors(count) ?? '',
  });
  const endNotifier = createEndNotifier({
    source: browserNotifications(),
    wish: createRemembered('beeline.notifyAtEnd'),
    isHidden: () => document.visibilityState === 'hidden',
  });
  createTransferReporter({
    engine: parts.engine,
    onQuarter: (fraction) => {
      const now = text();
      if (now) announcer.say(now.t.batchProgress(now.formats.percent(fraction)));
    },
    onBatchEnd: (counts) => {
      const now = text();
      if (!now) return;
      const sentence = endings(counts, now.t).join(', ');
      announcer.say(sentence);
      endNotifier.ended(sentence);
    },
    onFailed: (name, failure) => {
      const now = text();
      if (now) announcer.alert(`${name}: ${now.failure(failure).title}`);
    },
  });
  return { announcer, endNotifier };
}
