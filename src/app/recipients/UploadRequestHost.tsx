import { useEffect } from 'react';
import type { UploadRequestTerms } from '#links/UploadRequest.ts';
import { UploadRequestPage } from '#recipient-pages/UploadRequestPage.tsx';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import { useLeaveGuard } from '../useLeaveGuard.ts';
import { RequestTransfers } from './RequestTransfers.tsx';
import type { UploadRequestServices } from './serveUploadRequest.ts';

export interface UploadRequestHostProps {
  readonly terms: UploadRequestTerms;
  readonly services: UploadRequestServices;
}

/** Gives the page of an upload request its engine. */
export function UploadRequestHost({ terms, services }: UploadRequestHostProps) {
  const words = useTopic({ en, zh });
  useLeaveGuard(services.store);
  useEffect(() => {
    document.title = `${words.sendFiles} · Beeline`;
  }, [words]);
  return (
    <UploadRequestPage terms={terms} {...services}>
      <RequestTransfers {...services} />
    </UploadRequestPage>
  );
}
