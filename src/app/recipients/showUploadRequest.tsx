import type { ReactNode } from 'react';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { toFailure } from '#lib/Failure.ts';
import { parseUploadRequest } from '#links/parseUploadRequest.ts';
import { uploadRequestConnection } from '#links/uploadRequestConnection.ts';
import { UploadRequestClosed } from '#recipient-pages/UploadRequestClosed.tsx';
import { uploadRequestText } from '#recipient-pages/uploadRequestText.ts';
import type { Text } from '#text/Text.ts';
import { endings } from '#transfer-panel/summarize.ts';
import { later } from '../later.ts';
import { createAnnouncer } from '../speaking/createAnnouncer.ts';
import { createTransferReporter } from '../speaking/createTransferReporter.ts';
import { RecipientApp } from './RecipientApp.tsx';
import { RecipientShell } from './RecipientShell.tsx';
import { serveUploadRequest, type UploadRequestServices } from './serveUploadRequest.ts';
import { UploadRequestHost } from './UploadRequestHost.tsx';

/** The page of an upload request, or the one that says why its address is none. */
export async function showUploadRequest(config: DeploymentConfig, fragment: string, first: Text): Promise<ReactNode> {
  let text = uploadRequestText(first);
  const announcer = createAnnouncer({ setTimeout: later, moreErrors: (count) => text.t.moreErrors(count) });

  async function page(): Promise<ReactNode> {
    try {
      const terms = await parseUploadRequest(fragment);
      const services = serveUploadRequest(config, uploadRequestConnection(config, terms), terms);
      speakOf(services);
      return <UploadRequestHost terms={terms} services={services} />;
    } catch (error) {
      return <UploadRequestClosed failure={toFailure(error)} />;
    }
  }

  function speakOf({ engine }: UploadRequestServices): void {
    createTransferReporter({
      engine,
      onQuarter: (fraction) => announcer.say(text.t.batchProgress(text.formats.percent(fraction))),
      onBatchEnd: (counts) => announcer.say(endings(counts, text.t).join(', ')),
      onFailed: (name, failure) => announcer.alert(`${name}: ${text.failure(failure).title}`),
    });
  }

  return (
    <RecipientApp
      announcer={announcer}
      text={first}
      wordsFor={uploadRequestText}
      onText={(next) => {
        text = uploadRequestText(next);
      }}
    >
      <RecipientShell>{await page()}</RecipientShell>
    </RecipientApp>
  );
}
