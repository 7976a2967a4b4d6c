import { useRef, useState, type ReactNode } from 'react';
import type { StoreApi } from 'zustand';
import type { Collected } from '#files/Collected.ts';
import type { UploadRequestTerms } from '#links/UploadRequest.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { useAnnounce } from '#ui/useAnnounce.ts';
import { RefusedFileList } from './RefusedFileList.tsx';
import type { Offered, RefusedFile } from './takeOffered.ts';
import { UploadReceiptCard } from './UploadReceiptCard.tsx';
import { UploadRequestDrop } from './UploadRequestDrop.tsx';
import { UploadRequestEnd } from './UploadRequestEnd.tsx';
import { UploadRequestHead } from './UploadRequestHead.tsx';
import styles from './UploadRequestPage.module.css';
import { useRequestEnd, type RequestOver } from './useRequestEnd.ts';

export interface UploadRequestPageProps {
  readonly terms: UploadRequestTerms;
  readonly store: StoreApi<TransferStoreState>;
  /** What the bucket has said about the end of it. */
  readonly over: StoreApi<{ readonly why?: RequestOver }>;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  readonly take: (found: AsyncIterable<Collected> | Iterable<Collected>) => Promise<Offered>;
  /** The list of what is sent. */
  readonly children: ReactNode;
}

/** What somebody is asked for, the place to drop it, and what has become of each file. */
export function UploadRequestPage({ terms, store, over, now, take, children }: UploadRequestPageProps) {
  const words = useTopic({ en, zh });
  const announce = useAnnounce();
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const { end, tryAnyway } = useRequestEnd(over, terms.endSeconds * 1000, now);
  const pageRef = useRef<HTMLDivElement>(null);

  async function add(found: AsyncIterable<Collected> | Iterable<Collected>): Promise<void> {
    const offered = await take(found);
    if (offered.refused.length > 0) setRefused((before) => onePerPath([...before, ...offered.refused]));
    const { addedCount } = offered;
    const said = [
      ...(addedCount > 0 ? [words.added(addedCount)] : []),
      ...(offered.refused.length > 0 ? [words.notSent(offered.refused.length)] : []),
    ];
    if (said.length > 0) announce(said.join(', '));
  }

  function dismiss(): void {
    setRefused([]);
    pageRef.current?.focus();
  }

  return (
    <div ref={pageRef} tabIndex={-1} className={styles.page}>
      <UploadRequestHead terms={terms} now={now} isOver={end !== undefined} />
      {end === undefined ? (
        <UploadRequestDrop onFiles={(found) => void add(found)} />
      ) : (
        <UploadRequestEnd end={end} onTry={tryAnyway} />
      )}
      {refused.length > 0 && (
        <RefusedFileList
          files={refused}
          maxBytes={terms.maxBytes}
          contentType={terms.contentType}
          onDismiss={dismiss}
        />
      )}
      <UploadReceiptCard store={store} />
      {children}
    </div>
  );
}

/** The latest word about each path. */
function onePerPath(files: readonly RefusedFile[]): readonly RefusedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
